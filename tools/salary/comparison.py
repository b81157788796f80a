"""`compare`: roles, places and dates in one table, with gaps in absolute and relative terms."""

from collections.abc import Sequence

from tools.market import facts
from tools.oews import snapshot
from tools.oews.cells import HOURS_A_YEAR
from tools.oews.models import Area, Occupation
from tools.oews.role_links import link_role
from tools.salary.asked import clean, role_of
from tools.salary.models import ComparisonDocument, ComparisonRow, PayRequest
from tools.salary.pay import role_notes
from tools.salary.place import NATION, NATION_NAME, Place, resolve
from tools.salary.states import PURCHASING_POWER
from tools.salary.wages import PERCENTILES, rows_for


def compare(
    requests: Sequence[PayRequest | tuple[str, str | None]], *, ranked: bool = False
) -> ComparisonDocument:
    """One row for each request, in order or `ranked` by the median; gaps are against the first row that has one.

    A request is a role and a place in words, or a PayRequest, whose `period` asks for an earlier edition's
    national median. Medians are in USD; rows paid by the hour and rows paid by the year have no gap between
    them. Raises UsageError for an empty role. Source: OEWS, earlier editions from seeds/tables/market_facts.csv.
    """
    document = ComparisonDocument()
    for request in requests:
        asked = (
            request if isinstance(request, PayRequest) else PayRequest(role=request[0], location=request[1])
        )
        document.rows.append(_row(asked, document))
    if ranked:
        _rank(document)
    _add_gaps(document)
    if len({row.area_code for row in document.rows if row.p50 is not None}) > 1:
        document.notes.append(PURCHASING_POWER)
    document.notes = list(dict.fromkeys(document.notes))
    return document


def _row(asked: PayRequest, document: ComparisonDocument) -> ComparisonRow:
    role = role_of(asked.role)
    row = ComparisonRow(role=role, location=asked.location)
    links = link_role(role)
    document.notes += role_notes(role, links)
    place = resolve(clean(asked.location, "place"))
    if place.note:
        document.notes.append(place.note)
    if not links or place.area is None:
        return row
    occupation = links[0].occupation
    if len(links) > 1:
        document.notes.append(f"{role!r} could be {len(links)} occupations; {occupation.title} is compared.")
    row = row.model_copy(update={"occupation": occupation.code, "title": occupation.title})
    if asked.period is not None and not snapshot.period().startswith(asked.period):
        return _earlier(row, asked.period, place, document)
    return _current(row, occupation, place.area, document)


def _current(
    row: ComparisonRow, occupation: Occupation, area: Area, document: ComparisonDocument
) -> ComparisonRow:
    wages, more_notes, more_evidence = rows_for(occupation, area)
    document.notes += more_notes
    document.evidence += more_evidence
    own = wages[0]
    values = {name: getattr(own, name) for name in (*PERCENTILES, "area", "area_code", "unit")}
    return row.model_copy(update={**values, "period": snapshot.period()})


def _earlier(row: ComparisonRow, period: str, place: Place, document: ComparisonDocument) -> ComparisonRow:
    """An earlier edition's national figures of this occupation alone, where they are held."""
    held = [
        fact
        for fact in facts.facts_for(frozenset(), [row.occupation or ""])
        if fact.topic == facts.PAY
        and fact.population == row.occupation
        and (fact.figure.period or "").startswith(period)
        and fact.figure.statistic in PERCENTILES
    ]
    if not held or place.area is None or place.area.code != NATION:
        where = place.text or NATION_NAME
        document.notes.append(
            f"{row.title}, {where}: no wage of {period} is held; {snapshot.period()} is the edition in use."
        )
        return row.model_copy(update={"period": period})
    document.evidence += facts.evidence(held)
    values = {fact.figure.statistic: fact.figure.value for fact in held}
    found = {"area": NATION_NAME, "area_code": NATION, "unit": "USD/year", "period": held[0].figure.period}
    return row.model_copy(update={**values, **found})


def _rank(document: ComparisonDocument) -> None:
    """Highest median first, unknown ones last; pay by the hour takes its place at 2,080 hours a year."""

    def yearly(row: ComparisonRow) -> float:
        return float(row.p50 or -1) * (HOURS_A_YEAR if row.unit == "USD/hour" else 1)

    document.rows.sort(key=yearly, reverse=True)
    if len({row.unit for row in document.rows if row.p50 is not None}) > 1:
        document.notes.append(f"Pay by the hour is ranked at {HOURS_A_YEAR:,} hours a year.")


def _add_gaps(document: ComparisonDocument) -> None:
    base = next((row for row in document.rows if row.p50 is not None), None)
    if base is None or base.p50 is None:
        return
    for row in document.rows:
        if row.p50 is None:
            continue
        if row.unit != base.unit:
            document.notes.append(
                f"{row.title} is paid in {row.unit}, {base.title} in {base.unit}: no gap is drawn."
            )
            continue
        row.gap = round(row.p50 - base.p50, 2)
        row.gap_percent = round(100 * (row.p50 - base.p50) / base.p50, 1)
