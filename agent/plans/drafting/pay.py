"""Pay as claims: official wages, and beside them what others report."""

from agent import wording
from agent.coaching.findings import Found, near
from agent.models import Claim
from tools.evidence import Evidence
from tools.salary.models import OccupationMatch, ReportedBand, SalaryDocument, WageRow

Salary = Found[SalaryDocument]
_PERCENTILES = ("p10", "p25", "p50", "p75", "p90")
_STAND_IN = "stand-in"


def row_evidence(found: Salary, row: WageRow) -> Evidence | None:
    """The evidence that holds this row: same occupation, same area, one of its own numbers."""
    values = [getattr(row, name) for name in (*_PERCENTILES, "mean", "employment")]
    held = found.holding(
        lambda figure: (
            row.occupation in figure.subject
            and figure.place == row.area
            and any(near(figure.value, value) for value in values)
        )
    )
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


def shown_rows(found: Salary, most: int) -> list[WageRow]:
    """The rows to show: wages of different occupations, the asked place's before wider ones beside it."""
    rows = [row for row in found.document.wages if has_wages(row)]
    seen: dict[str, WageRow] = {}
    for row in rows:
        seen.setdefault(row.occupation, row)
    return list(seen.values())[:most]


def wage_claim(found: Salary, row: WageRow) -> Claim | None:
    """Median and the range around it in one sentence; None when the row publishes no wage."""
    evidence = row_evidence(found, row)
    if evidence is None or not has_wages(row):
        return None
    head = f"{wording.in_place(row.area)}, {title_of(found, row)}"
    date, spread = row_period(found, row), ends_in_words(row)
    if row.p50 is None:
        text = f"{head} ({date}): {spread} {wording.rate(row.unit)}"
    else:
        median = wording.money(row.p50, row.unit, rate=True)
        text = f"{head} earn a median of {median} ({date})" + (f"; {spread}" if spread else "")
    return Claim(text=wording.sentence(text), evidence=[evidence.id])


def median_claim(found: Salary, row: WageRow) -> Claim | None:
    """The median alone, for a row beside the first; the plain wage claim where none is published."""
    evidence = row_evidence(found, row)
    if evidence is None or row.p50 is None:
        return wage_claim(found, row)
    head = f"{wording.in_place(row.area)}, {title_of(found, row)}"
    median = wording.money(row.p50, row.unit, rate=True)
    text = wording.sentence(f"{head} earn a median of {median} ({row_period(found, row)})")
    return Claim(text=text, evidence=[evidence.id])


def ends_in_words(row: WageRow) -> str:
    """The ends of a row in words; its quarters too where no median is published."""
    ends = [("p10", "one in ten earns less than"), ("p90", "one in ten more than")]
    if row.p50 is None:
        ends[1:1] = [("p25", "a quarter earn less than"), ("p75", "a quarter more than")]
    said = [
        f"{words} {wording.money(value, row.unit)}"
        for name, words in ends
        if (value := getattr(row, name)) is not None
    ]
    return wording.listing(said)


def spread_claim(found: Salary, row: WageRow) -> Claim | None:
    """All percentiles of a row in one sentence, for a plan; the plain wage claim where one is not published."""
    evidence = row_evidence(found, row)
    low, first, middle, third, high = (getattr(row, name) for name in _PERCENTILES)
    if evidence is None or any(value is None for value in (low, first, middle, third, high)):
        return wage_claim(found, row)
    head = wording.sentence(f"{wording.in_place(row.area)}, {title_of(found, row)}").rstrip(".")
    said = [wording.money(value, row.unit) for value in (low, first, third)]
    text = (
        f"{head} earn a median of {wording.money(middle, row.unit, rate=True)} ({row_period(found, row)}); the middle half "
        f"earn {said[1]} to {said[2]}, and from the 10th to the 90th percentile they earn {said[0]} to "
        f"{wording.money(high, row.unit)}."
    )
    return Claim(text=text, evidence=[evidence.id])


def reported_claims(found: Salary, most: int) -> list[Claim]:
    """What others than the statistics office report, a band of each teller before the second of one.

    What was read at its source comes before what is told at second hand.
    """
    tellers: dict[str, list[ReportedBand]] = {}
    for band in sorted(found.document.reported, key=lambda band: is_second_hand(band.trust)):
        tellers.setdefault(_teller(band), []).append(band)
    longest = max((len(bands) for bands in tellers.values()), default=0)
    turns = [bands[turn] for turn in range(longest) for bands in tellers.values() if turn < len(bands)]
    claims = [_reported(found, band) for band in turns]
    return [claim for claim in claims if claim is not None][:most]


def is_second_hand(trust: str | None) -> bool:
    """Whether a figure was not read at its source."""
    return trust is not None and ("second-hand" in trust or "not named" in trust)


def counted_as(found: Salary) -> str:
    """How the statistics count the role; empty when it is an occupation's own name."""
    role, matches = wording.inline(found.document.role), found.document.occupations
    stand_ins = [match for match in matches if match.why.startswith(_STAND_IN)]
    if stand_ins:
        titles = wording.listing([wording.subject(match.title) for match in stand_ins])
        verb = "stands in" if len(stand_ins) == 1 else "stand in"
        return f"Official statistics have no occupation called “{role}”: {titles} {verb} for it here."
    if len(matches) > 1:
        return f"“{role[:1].upper()}{role[1:]}” can be several occupations in the official statistics."
    if matches and not _same_title(role, matches[0]):
        return f"Official statistics count “{role}” among {wording.subject(matches[0].title)}."
    return ""


def _same_title(role: str, match: OccupationMatch) -> bool:
    return role.casefold().removesuffix("s") == match.title.casefold().removesuffix("s")


def _reported(found: Salary, band: ReportedBand) -> Claim | None:
    held = found.holding(
        lambda figure: (
            near(figure.value, band.low) and figure.unit == band.unit and figure.subject == band.label
        )
    )
    if held is None:
        return None
    evidence, figure = held
    amount = wording.money(band.high, band.unit, rate=True)
    if band.low != band.high:
        amount = f"{wording.money(band.low, band.unit)} to {amount}"
    if figure.statistic == "p10":
        amount = f"{amount} from the 10th to the 90th percentile"
    date = wording.period(figure.period)
    where = ", ".join(part for part in (wording.place(figure.place) if figure.place else "", date) if part)
    about = "; ".join(part for part in (where, band.measures) if part)
    text = f"{wording.inline(band.label)}: {amount}" + (f" ({about})" if about else "")
    unnamed = "; that document names no source for it" if band.trust and "not named" in band.trust else ""
    return Claim(text=f"{text}, reported by {_teller(band)}{unnamed}.", evidence=[evidence.id])


def _teller(band: ReportedBand) -> str:
    return band.source.publisher or f"“{band.source.title}”"
