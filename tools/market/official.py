"""Official employment: how many work where, how concentrated, in which industries, at what median pay."""

from collections.abc import Sequence
from datetime import date

from tools import settings
from tools.evidence import Evidence, Figure, Number
from tools.market.ages import age_months, is_aged
from tools.market.models import MarketFact, RankedIndustry, RankedPlace
from tools.oews import snapshot
from tools.oews.cells import Rank, area_of, area_ranks, cells_of, industries, industry_ranks, read_cell
from tools.oews.models import Area, Cell, Occupation
from tools.salary.fields import amount
from tools.salary.place import NATION, area_name, wider
from tools.salary.wages import series

_TOP = 5
_FEWEST_JOBS = 100  # smaller places do not enter the ranking by pay: their medians jump from year to year
_MEASURES = (
    ("employment", "employment", "jobs"),
    ("per_thousand", "jobs per 1,000 jobs of the place", "per 1,000 jobs"),
    ("location_quotient", "concentration against the nation (location quotient)", "ratio"),
)


def demand(occupation: Occupation, area: Area) -> tuple[list[MarketFact], list[str], list[Evidence]]:
    """Employment and concentration in the area; where unpublished, the state's or the nation's, labelled."""
    cell = read_cell(occupation.code, area.code)
    notes = []
    if cell is None or cell.employment is None:
        why = "the source has no row for it" if cell is None else _why(cell)
        notes.append(f"{occupation.title}, {area_name(area)}: employment is not published ({why}).")
    cells = [cell] if cell is not None else []
    if notes:
        for other in wider(area):
            found = read_cell(occupation.code, other.code)
            if found is not None and found.employment is not None:
                cells.append(found)
                notes.append(f"{occupation.title}: employment of {area_name(other)} is shown in its place.")
                break
    facts: list[MarketFact] = []
    evidence: list[Evidence] = []
    today = settings.today()
    for found in cells:
        figures = _figures(found)
        facts += [_fact(figure, today) for figure in figures]
        evidence += _evidence(figures, f"series {series(found)}")
    return facts, notes, evidence


def top_areas(occupation: Occupation, within: Area) -> tuple[list[RankedPlace], list[str], list[Evidence]]:
    """Local areas with most jobs, and those with the highest median: in the state asked for, else nationwide."""
    ranks = [*area_ranks(occupation.code, "metro"), *area_ranks(occupation.code, "nonmetro")]
    scope = "nationwide"
    if within.kind == "state":
        ranks = [rank for rank in ranks if area_of(rank).state == within.state]
        scope = f"in {area_name(within)}"
    by_jobs = _top(ranks, "employment")
    by_pay = _top([rank for rank in ranks if (rank.employment or 0) >= _FEWEST_JOBS], "p50")
    places = [_place(cell, "employment", "jobs") for cell in by_jobs]
    places += [_place(cell, "p50", cell.unit) for cell in by_pay]
    notes = []
    if places:
        notes.append(
            f"Places are ranked {scope} for {occupation.title}: by employment, then by median pay among places "
            f"with at least {_FEWEST_JOBS} such jobs."
        )
    ceiling = sum(rank.beyond for rank in ranks)
    if ceiling:
        notes.append(
            f"{occupation.title}: {ceiling} places pay a median at or above the published ceiling; "
            "they have no printed median and cannot be ranked by pay."
        )
    return (
        places,
        notes,
        [
            *_ranking(occupation, by_jobs, "employment", f"Places with most jobs {scope}"),
            *_ranking(occupation, by_pay, "p50", f"Places with the highest median {scope}"),
        ],
    )


def top_industries(occupation: Occupation) -> tuple[list[RankedIndustry], list[Evidence]]:
    """The industry groups of the nation (four NAICS digits) that employ most of an occupation."""
    groups = [rank for rank in industry_ranks(occupation.code, level=4) if rank.key[11:17].endswith("00")]
    best = _top(groups, "employment")
    rows = [
        RankedIndustry(
            industry=_industry(cell),
            code=cell.industry or "",
            employment=cell.employment,
            p50=cell.p50,
            unit=cell.unit,
        )
        for cell in best
    ]
    figures = [
        _figure(
            cell, label, statistic, unit, where=f"{occupation.title} ({occupation.code}) in {_industry(cell)}"
        )
        for cell in best
        for label, statistic, unit in (
            ("employment", "employment", "jobs"),
            ("median wage", "p50", cell.unit),
        )
        if getattr(cell, statistic) is not None
    ]
    said = "; ".join(f"{_industry(cell)} {cell.employment:,} jobs" for cell in best)
    text = (
        f"Industries that employ most {occupation.title} in the United States: {said} ({snapshot.period()})."
    )
    source = snapshot.source(f"national industry table, occupation {occupation.code}")
    return rows, [Evidence(kind="market", text=text, figures=figures, source=source)] if figures else []


def _top(ranks: Sequence[Rank], statistic: str) -> list[Cell]:
    known = [rank for rank in ranks if getattr(rank, statistic) is not None]
    best = sorted(known, key=lambda rank: (-getattr(rank, statistic), area_of(rank).name))[:_TOP]
    return cells_of(best)


def _place(cell: Cell, statistic: str, unit: str) -> RankedPlace:
    return RankedPlace(
        area=area_name(cell.area),
        area_code=cell.area.code,
        value=getattr(cell, statistic),
        unit=unit,
        statistic=statistic,
    )


def _ranking(occupation: Occupation, cells: list[Cell], statistic: str, title: str) -> list[Evidence]:
    if not cells:
        return []
    label = "employment" if statistic == "employment" else "median wage"
    figures = [
        _figure(cell, label, statistic, "jobs" if statistic == "employment" else cell.unit) for cell in cells
    ]
    said = "; ".join(f"{figure.place} {amount(figure.value, figure.unit)}" for figure in figures)
    text = f"{title}, {occupation.title} ({occupation.code}): {said} ({snapshot.period()})."
    source = snapshot.source(f"local area tables, occupation {occupation.code}")
    return [Evidence(kind="market", text=text, figures=figures, source=source)]


def _figures(cell: Cell) -> list[Figure]:
    return [
        _figure(cell, label, statistic, unit)
        for statistic, label, unit in _MEASURES
        if getattr(cell, statistic) is not None
        and not (cell.area.code == NATION and statistic != "employment")
    ]


def _figure(cell: Cell, label: str, statistic: str, unit: str, where: str = "") -> Figure:
    value: Number = getattr(cell, statistic)
    return Figure(
        label=label,
        value=value,
        unit=unit,
        subject=where or f"{cell.occupation.title} ({cell.occupation.code})",
        place=area_name(cell.area),
        period=snapshot.period(),
        statistic=statistic,
    )


def _fact(figure: Figure, today: date) -> MarketFact:
    source = snapshot.source("")
    published = snapshot.published()
    return MarketFact(
        **figure.model_dump(),
        source=f"{source.publisher}, {source.title}",
        published=published,
        trust="official statistics",
        age_months=age_months(published, figure.period, today),
        aged=is_aged(published, figure.period, today),
        topic="employment",
    )


def _evidence(figures: list[Figure], locator: str) -> list[Evidence]:
    if not figures:
        return []
    said = "; ".join(f"{figure.label} {_amount(figure)}" for figure in figures)
    text = f"{figures[0].subject} in {figures[0].place}: {said} ({figures[0].period})."
    return [Evidence(kind="market", text=text, figures=figures, source=snapshot.source(locator))]


def _amount(figure: Figure) -> str:
    return (
        f"{figure.value:,}"
        if figure.unit in {"ratio", "per 1,000 jobs"}
        else amount(figure.value, figure.unit)
    )


def _why(cell: Cell) -> str:
    return next((note.partition(": ")[2] for note in cell.notes if "employment" in note), "no reason given")


def _industry(cell: Cell) -> str:
    return industries()[cell.industry or ""].title
