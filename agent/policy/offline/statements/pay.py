"""Pay as claims: official wages, and beside them what others report."""

from agent import wording
from agent.models import Claim
from agent.policy.offline.findings import Found, near
from tools.evidence import Evidence
from tools.salary.models import OccupationMatch, ReportedBand, SalaryDocument, WageRow

Salary = Found[SalaryDocument]
_PERCENTILES = ("p10", "p25", "p50", "p75", "p90")


def row_evidence(found: Salary, row: WageRow) -> Evidence | None:
    """The evidence that holds this row: same occupation, same area."""
    held = found.holding(lambda figure: row.occupation in figure.subject and figure.place == row.area)
    return held[0] if held else None


def row_period(found: Salary, row: WageRow) -> str:
    """The month a row is about, in words."""
    evidence = row_evidence(found, row)
    if evidence is None:
        return ""
    return wording.period(next((figure.period for figure in evidence.figures if figure.period), None))


def title_of(found: Salary, row: WageRow) -> str:
    """The occupation of a row in running text."""
    titles = {match.code: match.title for match in found.document.occupations}
    return wording.subject(titles.get(row.occupation, row.occupation))


def has_wages(row: WageRow) -> bool:
    return any(getattr(row, name) is not None for name in _PERCENTILES)


def wage_claim(found: Salary, row: WageRow) -> Claim | None:
    """Median and the range around it in one sentence; None when the row publishes no wage."""
    evidence = row_evidence(found, row)
    if evidence is None or not has_wages(row):
        return None
    middle = f"earn a median of {wording.money(row.p50, row.unit, rate=True)}" if row.p50 is not None else ""
    low = f"one in ten earns less than {wording.money(row.p10, row.unit)}" if row.p10 is not None else ""
    high = f"one in ten more than {wording.money(row.p90, row.unit)}" if row.p90 is not None else ""
    spread = wording.listing([part for part in (low, high) if part])
    if not middle:
        middle, spread = "are paid so that " + (spread or _quartiles(row)), ""
    text = f"In {wording.place(row.area)}, {title_of(found, row)} {middle} ({row_period(found, row)})"
    if spread:
        text += f"; {spread}"
    return Claim(text=_with_rate(text, row) + ".", evidence=[evidence.id])


def range_claim(found: Salary, row: WageRow) -> Claim | None:
    """The five percentiles of a row, for a plan; None when neither end is published."""
    evidence = row_evidence(found, row)
    if evidence is None or row.p10 is None or row.p90 is None:
        return None
    where = f"{title_of(found, row)} in {wording.place(row.area)} ({row_period(found, row)})"
    text = (
        f"From the 10th to the 90th percentile, {where} earn {wording.money(row.p10, row.unit)} to "
        f"{wording.money(row.p90, row.unit, rate=True)}"
    )
    if row.p25 is not None and row.p75 is not None:
        text += f"; the middle half earn {_quartile_range(row)}"
    return Claim(text=text + ".", evidence=[evidence.id])


def reported_claims(found: Salary, most: int = 3) -> list[Claim]:
    """What somebody other than the statistics office reports, each with its teller."""
    claims = [_reported(found, band) for band in found.document.reported]
    return [claim for claim in claims if claim is not None][:most]


def match_words(role: str, match: OccupationMatch) -> str:
    """How the role is counted; nothing to say when it is the occupation's own name."""
    title = wording.subject(match.title)
    if _stem(role) == _stem(match.title):
        return ""
    why = wording.inline(match.why).rstrip(".")
    return f"counted as {title}" + (f" ({why})" if why else "")


def _reported(found: Salary, band: ReportedBand) -> Claim | None:
    held = found.holding(lambda figure: near(figure.value, band.low) and figure.unit == band.unit)
    if held is None:
        return None
    evidence, figure = held
    amount = wording.money(band.high, band.unit, rate=True)
    if band.low != band.high:
        amount = f"{wording.money(band.low, band.unit)} to {amount}"
    about = [wording.in_place(figure.place), wording.period(figure.period)]
    details = ", ".join(part for part in about if part)
    said_by = band.source.publisher or band.source.title
    text = f"{wording.inline(band.label)}: {amount}" + (f" ({details})" if details else "")
    return Claim(text=f"{text}, reported by {said_by}.", evidence=[evidence.id])


def _with_rate(text: str, row: WageRow) -> str:
    unit = " an hour" if row.unit == "USD/hour" else " a year"
    return text if unit in text else text + unit


def _quartile_range(row: WageRow) -> str:
    return f"{wording.money(row.p25 or 0, row.unit)} to {wording.money(row.p75 or 0, row.unit)}"


def _quartiles(row: WageRow) -> str:
    parts = []
    if row.p25 is not None:
        parts.append(f"a quarter earn less than {wording.money(row.p25, row.unit)}")
    if row.p75 is not None:
        parts.append(f"a quarter more than {wording.money(row.p75, row.unit)}")
    return wording.listing(parts)


def _stem(name: str) -> str:
    return name.casefold().strip().removesuffix("s")
