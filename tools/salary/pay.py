"""`lookup`: what a role pays, officially and as others report it."""

from collections.abc import Sequence

from tools.errors import UsageError
from tools.evidence import Evidence, Figure, Number
from tools.oews import snapshot
from tools.oews.cells import HOURS_A_YEAR
from tools.oews.grades import grade_notes
from tools.oews.models import OccupationLink
from tools.oews.role_links import link_role
from tools.oews.several import meanings
from tools.oews.spoken import told_name
from tools.salary import levels, reported, wages
from tools.salary.asked import clean, role_of
from tools.salary.contract import as_employee, employer_costs, rates
from tools.salary.estimate import HOURLY_BELOW, estimate
from tools.salary.families import families
from tools.salary.fields import either, listed, money
from tools.salary.models import OccupationMatch, PayEstimate, SalaryDocument
from tools.salary.own_pay import own_rows
from tools.salary.place import Place, resolve
from tools.salary.reported import PayRow

READ_NOTE = "{role!r} is no title; it was read as the work of {people}."
PROXY_NOTE = (
    "{role!r} has no occupation of its own in the official statistics; "
    "{titles} stand in for it and count many other jobs too."
)


OWN_NOTE = "For {place} your own table is used as it stands; nothing in it is converted."


def lookup(
    role: str,
    location: str | None = None,
    level: str | None = None,
    *,
    pay: Number | None = None,
    contract: bool = False,
    hourly: bool = False,
) -> SalaryDocument:
    """Look up wages for a role: one row for each plausible occupation, in USD a year or an hour.

    `location` is a US place in words (default: the nation), `level` a level or years of experience, `pay` a
    person's pay or offer in USD (below 1,000: an hour), placed among the percentiles; with `contract` it is what a
    contractor bills, and placed as an employee's pay without an employer's benefits; without a pay the evidence holds
    the rates that come to the percentiles. `hourly` gives wages in USD an hour, of annual ones a 2,080th, which a note
    says. Raises UsageError for an empty role or a pay that is not positive. Sources: OEWS; COACH_HOME/pay;
    seeds/tables/reported_pay.csv; for contracts Employer Costs for Employee Compensation.
    """
    role = role_of(role)
    if pay is not None and not 0 < pay < float("inf"):
        raise UsageError("The pay must be a positive amount.", "Give it in US dollars, for example 120000.")
    place = resolve(clean(location, "place"))
    links = link_role(role)
    document = SalaryDocument(role=role, ambiguous=list(place.ambiguous))
    _add_occupations(document, links)
    own = own_rows(role, [link.occupation.title for link in links if not link.proxy], place)
    document.notes += [note for note in (place.note, *own.notes) if note]
    if place.outside and own.rows:
        document.notes.append(OWN_NOTE.format(place=place.country))
    _add_wages(document, links, place, hourly=hourly)
    rows = list(own.rows)
    if links and place.area is not None:
        rows += reported.rows_for(families(role), place.area.code, remote=place.remote)
    _add_reported(document, rows, clean(level, "level") or levels.in_title(role))
    if pay is not None:
        _add_estimates(document, as_employee(pay) if contract else pay)
    if contract:
        document.evidence += [employer_costs()] if pay is not None else [*_rates(document), employer_costs()]
    return document


def occupation_matches(links: Sequence[OccupationLink]) -> list[OccupationMatch]:
    """The linked occupations, stand-ins labelled as such."""
    return [
        OccupationMatch(
            code=link.occupation.code,
            title=link.occupation.title,
            why=f"stand-in: {link.why}" if link.proxy and "stand-in" not in link.why else link.why,
        )
        for link in links
    ]


def role_notes(role: str, links: Sequence[OccupationLink]) -> list[str]:
    """What must be said about how the role was understood."""
    if several := meanings(role):
        notes = [f"{role!r} could be {either(several)}: say which one. Until then each is shown."]
    else:
        notes = []
    notes += grade_notes(role)
    if not links:
        return [
            *notes,
            f"Not known: no occupation of the official statistics fits {role!r}, so no figure is given.",
        ]
    if people := told_name(role):
        notes.append(READ_NOTE.format(role=role, people=people))
    proxies = [link.occupation.title for link in links if link.proxy]
    return [*notes, PROXY_NOTE.format(role=role, titles=listed(proxies))] if proxies else notes


def _add_occupations(document: SalaryDocument, links: Sequence[OccupationLink]) -> None:
    document.occupations = occupation_matches(links)
    document.notes += role_notes(document.role, links)


def _add_wages(
    document: SalaryDocument, links: Sequence[OccupationLink], place: Place, *, hourly: bool
) -> None:
    if place.area is None:
        return
    for link in links:
        rows, notes, evidence = wages.rows_for(link.occupation, place.area, hourly=hourly)
        document.wages += rows
        document.notes += notes
        document.evidence += evidence


def _add_reported(document: SalaryDocument, rows: list[PayRow], level: str | None) -> None:
    """Reported figures, those of the level where one is asked for."""
    if level is None:
        rows = [row for row in rows if not row.for_level_only]
    else:
        rows = _at_level(document, levels.parse(level), rows)
    document.reported = [row.band for row in rows]
    document.notes += reported.remarks(rows)
    document.evidence += [reported.evidence(row) for row in rows]


def _at_level(document: SalaryDocument, level: levels.Level, rows: list[PayRow]) -> list[PayRow]:
    """Only the rows about the level; where there is none, say so with the neighbours on each side."""
    said = document.notes
    if document.wages:
        said.append(
            "The official wages are for all levels of experience together; a level is not a percentile."
        )
    if not level.understood:
        said.append(f"{level.text!r} is not a level that is known (entry, mid, senior, staff, or years).")
        return [row for row in rows if row.level is None]
    found = levels.match(level, rows)
    if found.partly:
        said.append(f"{level.text!r} reaches beyond the reported bands; those inside it are shown.")
    if found.neighbours is not None:
        sides = [(side, row) for side, row in zip(("Below", "Above"), found.neighbours, strict=True) if row]
        beside = " ".join(f"{side}: {row.text}" for side, row in sides)
        said.append(f"No figure for {level.text!r}: it falls between the reported bands. {beside}")
        document.evidence += [reported.evidence(row) for _, row in sides]
    elif not found.rows:
        said.append(f"No figure: no reported pay for the level {level.text!r} of this role is held.")
    return list(found.rows)


def _rates(document: SalaryDocument) -> list[Evidence]:
    """What a contractor would bill for the wages found."""
    titles = {match.code: match.title for match in document.occupations}
    found = (rates(row, titles[row.occupation]) for row in document.wages)
    return [each for each in found if each is not None]


def _add_estimates(document: SalaryDocument, pay: Number) -> None:
    if pay < HOURLY_BELOW:
        document.notes.append(
            f"{money(pay, 'USD/hour')} is taken as pay for an hour, "
            f"at {HOURS_A_YEAR:,} hours a year where wages are annual."
        )
    titles = {match.code: match.title for match in document.occupations}
    for row in document.wages:
        found = estimate(row, pay)
        if found is None:
            continue
        document.estimates.append(found)
        document.evidence.append(_estimate_evidence(found, f"{titles[row.occupation]} ({row.occupation})"))
    if document.wages and not document.estimates:
        document.notes.append("The pay cannot be placed: no percentile is published for it.")


def _estimate_evidence(found: PayEstimate, subject: str) -> Evidence:
    def figure(label: str, value: Number, unit: str, statistic: str) -> Figure:
        return Figure(
            label=label,
            value=value,
            unit=unit,
            subject=subject,
            place=found.area,
            period=snapshot.period(),
            statistic=statistic,
        )

    figures = [figure("pay to be placed", found.pay, found.unit, "given")]
    if found.percentile is not None:
        figures.append(figure("estimated percentile of this pay", found.percentile, "percentile", "estimate"))
        figures.append(figure("estimated share earning more", 100 - found.percentile, "%", "estimate"))
    else:
        if found.at_least > 0:
            figures.append(figure("percentile, at least", found.at_least, "percentile", "at least"))
            figures.append(figure("share earning more, at most", 100 - found.at_least, "%", "at most"))
        if found.at_most < 100:
            figures.append(figure("percentile, at most", found.at_most, "percentile", "at most"))
            figures.append(figure("share earning more, at least", 100 - found.at_most, "%", "at least"))
    if found.jobs_above is not None:
        figures.append(figure("estimated jobs that pay more", found.jobs_above, "jobs", "estimate"))
    source = snapshot.source("interpolated by the coach between the published percentiles")
    return Evidence(kind="salary", text=f"{subject}: {found.text}", figures=figures, source=source)
