"""Occupations of a place for somebody whose work is not known: well paid, many jobs, no years in the trade needed."""

from collections.abc import Iterator

from tools.evidence import Number
from tools.oews.cells import read_cell
from tools.oews.models import Area
from tools.oews.neighbours import Neighbour, zone_of
from tools.oews.tables import occupations
from tools.options import thresholds
from tools.options.candidates import Candidate
from tools.options.conditions import meets_all
from tools.options.entry import entry
from tools.options.pay import wages_of, yearly_median
from tools.options.ranking import Weighed, Wishes

# Managers, supervisors, and what our table says is entered after years in another occupation.
_MANAGERS = "11-"
_SUPERVISORS = "First-Line Supervisors"
_AFTER_YEARS = " years as "


WHY = "many hold such a job there, and it is entered without years in the trade"


def middle_of_all(area: Area) -> Number | None:
    """The median that half of the jobs of an area lie in occupations above of; null where none is published."""
    paid = sorted((float(pay), jobs) for pay, jobs in _paid(area))
    half = sum(jobs for _, jobs in paid) / 2
    for pay, jobs in paid:
        half -= jobs
        if half <= 0:
            return pay
    return None


def of_place(wishes: Wishes) -> list[Weighed]:
    """Those with most jobs of what fits the wishes; without a least pay what is above the middle of all jobs there."""
    least = (
        wishes.least if wishes.least is not None else middle_of_all(wishes.area) if wishes.better else None
    )
    found = [each for code in occupations() if (each := _weighed(code, wishes, least))]
    found.sort(key=lambda each: -(each.held.wages.employment or 0))
    return [
        each._replace(candidate=each.candidate._replace(place=place))
        for place, each in enumerate(found[: thresholds.MOST_OPTIONS], start=1)
    ]


def _paid(area: Area) -> Iterator[tuple[Number, int]]:
    """The medians of all occupations of an area, each with its jobs."""
    for code in occupations():
        cell = read_cell(code, area.code)
        if cell is not None and cell.employment and (pay := yearly_median(cell)) is not None:
            yield pay, cell.employment


def _weighed(code: str, wishes: Wishes, least: Number | None) -> Weighed | None:
    """An occupation that fits; None for one that does not, or that is entered from within its trade."""
    held, asked = wages_of(occupations()[code], wishes.area), entry(code, zone_of(f"{code}.00"))
    pay = yearly_median(held.cell) if held.cell else None
    within = code.startswith(_MANAGERS) or occupations()[code].title.startswith(_SUPERVISORS)
    within = within or (asked is not None and _AFTER_YEARS in asked.words)
    if within or not held.local or pay is None or (held.wages.employment or 0) < thresholds.FEW_JOBS:
        return None
    if (least is not None and pay < least) or not meets_all(code, wishes.conditions):
        return None
    if wishes.no_degree and not (asked and asked.without_degree):
        return None
    return Weighed(Candidate(Neighbour(code, f"{code}.00", 0), code, 0), held, asked, None, pay, None, False)
