"""`by_state`: the states, or the areas of one of them, ranked by what an occupation pays there."""

from collections.abc import Sequence

from tools.errors import UsageError
from tools.evidence import Evidence, Figure
from tools.oews import snapshot
from tools.oews.areas import link_place
from tools.oews.cells import area_cells, cells_within, read_cell
from tools.oews.models import Area, Cell, Occupation
from tools.oews.role_links import link_role
from tools.oews.tables import areas
from tools.salary.asked import role_of
from tools.salary.fields import listed, money
from tools.salary.models import RankedWage, SalaryDocument, StatesDocument
from tools.salary.pay import occupation_matches, role_notes
from tools.salary.place import NATION, area_name
from tools.salary.wages import LARGE_WAGE_ERROR, wage_row

PURCHASING_POWER = (
    "Purchasing power is not held: these are wages in dollars, not what they buy in each place."
)
_SURVEY = (
    "Places with medians close to each other may in truth stand in another order: a survey estimates them."
)
_ENDS = 3  # states named at each end in the evidence's sentence


def by_state(role: str, within: str | None = None) -> StatesDocument:
    """Rank the 50 states, DC, Puerto Rico, Guam and the Virgin Islands by the median wage of a role, highest first.

    With `within`, a state or a place in one, its metropolitan and other areas are ranked in their stead. Wages are in
    USD a year, or an hour where the occupation is paid by the hour only. Of several plausible occupations the first is
    ranked. Raises UsageError for an empty role, or where `within` lies in no known state. Source: OEWS.
    """
    role = role_of(role)
    links = link_role(role)
    document = StatesDocument(role=role, notes=role_notes(role, links))
    if not links:
        return document
    occupation = links[0].occupation
    if len(links) > 1:
        document.notes.append(f"{role!r} could be {len(links)} occupations; {occupation.title} is ranked.")
    document.occupation, document.title = occupation.code, occupation.title
    state = _state(within) if within else None
    cells = cells_within(occupation.code, state.state) if state else area_cells(occupation.code, "state")
    document.within = state.name if state else None
    ranked = sorted((cell for cell in cells if cell.p50 is not None), key=lambda cell: -(cell.p50 or 0))
    places = {cell.p50: place for place, cell in reversed([*enumerate(ranked, start=1)])}
    document.states = [RankedWage(rank=places[cell.p50], **wage_row(cell).model_dump()) for cell in ranked]
    document.not_published = sorted(area_name(cell.area) for cell in cells if cell.p50 is None)
    whole = read_cell(occupation.code, state.code if state else NATION)
    document.nation = wage_row(whole) if whole is not None else None
    none = f"No {f'area of {state.name}' if state else 'state'} has a published median of {occupation.title}."
    document.notes += _notes(document) if ranked else [none]
    document.evidence = [_evidence(occupation, ranked, whole, state)] if ranked else []
    return document


def _state(within: str) -> Area:
    """The state that a place is, or lies in."""
    found = link_place(within)
    area = found.area or next(iter(found.candidates), None)
    if area is None or area.kind == "nation":
        raise UsageError(f"{within!r} is no state that is known.", "Name a state of the US, as in Ohio.")
    return areas()[f"{area.state}00000"]


def ranked(role: str, within: str | None = None) -> SalaryDocument:
    """What `by_state` finds, as the document of a wage lookup."""
    found = by_state(role, within)
    occupations = occupation_matches(link_role(found.role))[:1] if found.states or found.within else []
    return SalaryDocument(
        role=found.role,
        occupations=occupations,
        states=found.states,
        within=found.within,
        notes=found.notes,
        evidence=found.evidence,
    )


def _notes(document: StatesDocument) -> list[str]:
    notes = [_SURVEY, PURCHASING_POWER]
    uncertain = [row.area for row in document.states if (row.mean_rse or 0) >= LARGE_WAGE_ERROR]
    if uncertain:
        notes.append(
            f"Uncertain, with a relative standard error of the mean of {LARGE_WAGE_ERROR:g} % or more: "
            f"{listed(uncertain)}."
        )
    if document.not_published:
        notes.append(f"No median is published for {listed(document.not_published)}, so they have no rank.")
    return notes


def _evidence(
    occupation: Occupation, ranked: Sequence[Cell], whole: Cell | None, state: Area | None
) -> Evidence:
    by = f"area of {state.name}" if state else "state"
    subject = f"{occupation.title} ({occupation.code})"
    shown = [*ranked, *([whole] if whole is not None and whole.p50 is not None else [])]
    figures = [
        Figure(
            label=f"median {'hourly' if cell.unit == 'USD/hour' else 'annual'} wage",
            value=cell.p50 or 0,
            unit=cell.unit,
            subject=subject,
            place=area_name(cell.area),
            period=snapshot.period(),
            statistic="p50",
        )
        for cell in shown
    ]
    ends = [("highest", ranked[:_ENDS]), ("lowest", ranked[_ENDS:][-_ENDS:])]
    said = [
        f"{word} {listed([f'{area_name(cell.area)} {money(cell.p50 or 0, cell.unit)}' for cell in cells])}"
        for word, cells in ends
        if cells
    ]
    return Evidence(
        kind="salary",
        text=f"Median wages of {subject} by {by}: {'; '.join(said)} "
        f"({snapshot.source('').title.rpartition(', ')[2]}).",
        figures=figures,
        source=snapshot.source(f"occupation {occupation.code} by {by} (OEWS table of occupations by area)"),
    )
