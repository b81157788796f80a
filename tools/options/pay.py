"""Wages of an occupation where a person lives, and what better pay is measured against."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from tools.evidence import Number
from tools.oews.cells import read_cell
from tools.oews.models import Area, Cell, Occupation
from tools.options.models import Wages
from tools.salary.place import area_name, wider


class Held(NamedTuple):
    """Wages as found: `cell` is what OEWS publishes; `local` is false where it is of a larger area."""

    wages: Wages
    cell: Cell | None
    local: bool


@dataclass(frozen=True)
class Present:
    """What the person's own work pays: told by them, else OEWS's median in each area."""

    occupation: Occupation
    told: Number | None = None

    def pay_in(self, area_code: str) -> Number | None:
        """USD a year in an area; null where it is paid by the hour only or not published."""
        if self.told is not None:
            return self.told
        cell = read_cell(self.occupation.code, area_code)
        return yearly_median(cell) if cell else None


def yearly_median(cell: Cell) -> Number | None:
    """The median in USD a year; null for occupations paid by the hour only."""
    return cell.p50 if cell.unit == "USD/year" else None


def wages_not_counted(area: Area) -> Held:
    """For a specialty that OEWS counts only within a larger occupation: nothing is known."""
    return Held(_wages(area, None), None, local=True)


def wages_of(occupation: Occupation, area: Area) -> Held:
    """Wages in the area, else in the smallest larger one that has a median; without any, what the area has."""
    cells = list(_cells(occupation, area))
    for place, cell in cells:
        if cell is not None and cell.p50 is not None:
            return Held(_wages(place, cell), cell, place.code == area.code)
    return Held(_wages(*cells[0]), cells[0][1], local=True)


def _cells(occupation: Occupation, area: Area) -> Iterator[tuple[Area, Cell | None]]:
    for place in (area, *wider(area)):
        yield place, read_cell(occupation.code, place.code)


def _wages(area: Area, cell: Cell | None) -> Wages:
    found = Wages(area=area_name(area), area_code=area.code)
    if cell is None:
        return found
    values = {name: getattr(cell, name) for name in ("p25", "p50", "p75", "employment", "unit")}
    return found.model_copy(update=values)
