"""What the suggestions say about themselves: why near, notes, and evidence for every figure."""

from collections.abc import Iterable, Sequence

from tools.evidence import Evidence, Figure, Number
from tools.market import facts
from tools.market.facts import Fact
from tools.oews import neighbours, snapshot
from tools.oews.models import OccupationLink
from tools.oews.spoken import spoken_title
from tools.options import thresholds
from tools.options.candidates import Candidate
from tools.options.conditions import Condition
from tools.options.entry import years
from tools.options.models import OptionsDocument, PresentWork, RoleOption, Wages
from tools.options.ranking import Sorted, Weighed, Wishes
from tools.salary.fields import bare_money, listed, money
from tools.salary.place import area_name

NOT_RELATED = (
    "Not known: O*NET describes no occupation near {name} (it has no data of its own on them). "
    "A narrower job title may be known."
)
_SAME_LEVEL = (
    "Your level of preparation is not yet the preparation itself: "
    "a licence or course of the occupation may come on top."
)
_GENERAL = "How people work in an occupation is general knowledge, no statistic: ask about the very job."
IN_WORDS: dict[Condition, str] = {
    "light": "light on the body",
    "desk": "at a desk",
    "outdoors": "outdoors",
    "hands": "done with the hands",
    "days": "by day on weekdays",
    "quiet": "without the public",
    "people": "with people all day",
    "home": "at a desk, as work from home is",
    "settled": "without travel",
}
_LICENSED_FROM = 3  # job zones with vocational schools, apprenticeships and licences
_SHOWN = 4
_OTHER_MEANING = "Taken as {name}; it could also be {others}. Say which it is, and the list may change."
_MEDIANS = ("p25", "25th percentile"), ("p50", "median"), ("p75", "75th percentile")


def why_near(candidate: Candidate, work: str) -> str:
    """Why an occupation counts as near, with what O*NET says."""
    near = candidate.near
    if candidate.known is not None:
        return f"what is known from the work counts there: {candidate.known}"
    if candidate.via is not None:
        between = spoken_title(
            candidate.via.title, None if candidate.via.is_specialty else candidate.via.code
        )
        return f"two steps: near {between}, who are near {work}"
    if near.listed_here:
        return f"O*NET lists it as related to {work}, number {near.place} in nearness"
    return f"O*NET lists {work} among the nearest to it"


def opening_notes(
    work: PresentWork, links: Sequence[OccupationLink], codes: Sequence[str], wishes: Wishes
) -> list[str]:
    """How the work was read, and what better pay is measured against."""
    notes = []
    others = [link.occupation for link in links[1:] if link.occupation.code not in codes]
    if others and not links[0].proxy:
        names = listed([spoken_title(each.title, each.code) for each in others])
        notes.append(_OTHER_MEANING.format(name=work.name, others=names))
    if work.pay is None and wishes.least is None and wishes.better:
        notes.append(
            f"No yearly median of {work.name} is published here, so nothing is left out for its pay; "
            "say what you earn, and only better paid work is shown."
        )
    return notes


def closing_notes(work: PresentWork, chosen: Sequence[Weighed], found: Sorted, wishes: Wishes) -> list[str]:
    """What was left out and why; that nothing fits, where nothing does."""
    notes = []
    wanted = _wanted(work, wishes)
    if not chosen:
        notes.append(f"None of the occupations near {work.name} {wanted}, nor any that is two steps away.")
    elif all(weighed.candidate.steps > 1 for weighed in chosen):
        notes.append(f"No occupation one step from {work.name} {wanted}; those two steps away are shown.")
    elif any(weighed.candidate.steps > 1 for weighed in chosen):
        notes.append(f"Few occupations one step from {work.name} fit, so some two steps away are shown.")
    less = sorted(found.paying_less, key=lambda each: each.candidate.place)
    if less:
        shown = "; ".join(f"{_name(each)} {bare_money(each.pay or 0, 'USD/year')}" for each in less[:_SHOWN])
        notes.append(f"Near too, but their median does not reach it: {shown}.")
    if wishes.conditions:
        names = listed([_name(each) for each in sorted(found.otherwise, key=_nearness)[:_SHOWN]])
        left = f" Left out: {names}." if names else ""
        notes.append(
            f"Only work that is {listed([IN_WORDS[each] for each in wishes.conditions])}.{left} {_GENERAL}"
        )
    if found.asking_degree:
        names = listed([_name(each) for each in found.asking_degree[:_SHOWN]])
        notes.append(f"Left out because they usually ask for a four-year degree: {names}.")
    if found.without_pay:
        names = listed([_name(each) for each in found.without_pay[:_SHOWN]])
        notes.append(f"Near too, but without a published yearly median: {names}.")
    if found.specialties:
        names = listed([_name(each) for each in found.specialties[:_SHOWN]])
        notes.append(f"Near too, but not counted by themselves, so their pay is not known: {names}.")
    notes += _longer(found, chosen)
    if any(each.entry and each.entry.zone >= _LICENSED_FROM and not each.schooling for each in chosen):
        notes.append(_SAME_LEVEL)
    return notes + _uncertain(chosen)


def _longer(found: Sorted, chosen: Sequence[Weighed]) -> list[str]:
    """What is near and many years of schooling away."""
    longer = [each for each in found.long_schooling if each not in chosen and each.schooling]
    shown = "; ".join(f"{_name(each)}, {years(each.schooling)}" for each in longer[:_SHOWN] if each.schooling)
    return [f"Near too, but many years of schooling away: {shown}."] if shown else []


def _nearness(weighed: Weighed) -> int:
    return weighed.candidate.place


def _wanted(work: PresentWork, wishes: Wishes) -> str:
    if wishes.least is not None:
        return f"has a median of at least {money(wishes.least, 'USD/year')} {_in(work.wages.area)}"
    if wishes.better and work.pay is not None:
        return f"has a median clearly above {money(work.pay, 'USD/year')} {_in(work.wages.area)}"
    return "fits the wishes"


def _in(area: str) -> str:
    return f"in {'the ' if area == 'United States' else ''}{area}"


def _uncertain(chosen: Sequence[Weighed]) -> list[str]:
    found = [
        _name(each)
        for each in chosen
        if each.held.cell and (each.held.cell.mean_rse or 0) > thresholds.LARGE_WAGE_ERROR
    ]
    if not found:
        return []
    return [f"Few employers reported, so the wages are uncertain: {listed(found)}."]


def _name(weighed: Weighed) -> str:
    near = weighed.candidate.near
    return spoken_title(near.title, None if near.is_specialty else near.code)


def present_evidence(work: PresentWork) -> list[Evidence]:
    """The wages of the present work."""
    figures = _figures(f"{work.title} ({work.code})", work.wages)
    return [_wage_evidence(f"{work.title} ({work.code})", work.wages, figures)] if figures else []


def of_place_notes(wishes: Wishes, found: Sequence[Weighed]) -> list[str]:
    """What a list that rests on no work was made by, and that nothing fits where nothing does."""
    usual = "more than half of all jobs there do" if wishes.better else ""
    least = f"at least {money(wishes.least, 'USD/year')} at the median" if wishes.least is not None else usual
    paid = f" pay {least} and" if least else ""
    place = _in(area_name(wishes.area))
    made = (
        f"those with most jobs {place} of the occupations that{paid} are entered without years in the trade"
    )
    notes = [f"No work is named, so these are {made}." if found else f"None fits of {made}."]
    if wishes.conditions:
        notes.append(
            f"Only work that is {listed([IN_WORDS[each] for each in wishes.conditions])}. {_GENERAL}"
        )
    return notes + _uncertain(found)


def option_evidence(options: Sequence[RoleOption], work: PresentWork | None = None) -> list[Evidence]:
    """For each option its wages here, with the difference; then what O*NET says of nearness and entry."""
    found = []
    for option in options:
        subject = f"{option.title} ({option.code})"
        figures = _figures(subject, option.wages)
        if option.difference is not None:
            figures += _differences(subject, option)
        if figures:
            found.append(_wage_evidence(subject, option.wages, figures))
    return found + ([_near_evidence(options, work)] if options else [])


def growth_evidence(found: Iterable[Fact]) -> list[Evidence]:
    """Projections of growth, as the market summary words them."""
    return [piece.model_copy(update={"kind": "options"}) for piece in facts.evidence(found)]


def _figures(subject: str, wages: Wages) -> list[Figure]:
    figures = [
        _figure(f"{label} wage", value, wages.unit, subject=subject, wages=wages, statistic=name)
        for name, label in _MEDIANS
        if (value := getattr(wages, name)) is not None
    ]
    if wages.employment is not None:
        figures.append(
            _figure(
                "employment", wages.employment, "jobs", subject=subject, wages=wages, statistic="employment"
            )
        )
    return figures


def _differences(subject: str, option: RoleOption) -> list[Figure]:
    found = [("median less the present pay", option.difference, "USD/year")]
    found.append(("the same as a share of the present pay", option.difference_percent, "%"))
    return [
        _figure(label, value, unit, subject=subject, wages=option.wages, statistic="difference")
        for label, value, unit in found
        if value is not None
    ]


def _figure(label: str, value: Number, unit: str, *, subject: str, wages: Wages, statistic: str) -> Figure:
    return Figure(
        label=label,
        value=value,
        unit=unit,
        subject=subject,
        place=wages.area,
        period=snapshot.period(),
        statistic=statistic,
    )


def _wage_evidence(subject: str, wages: Wages, figures: list[Figure]) -> Evidence:
    said = []
    for figure in figures:
        if figure.unit.startswith("USD"):
            sign = "+" if figure.statistic == "difference" and figure.value > 0 else ""
            amount = bare_money(abs(figure.value), figure.unit)
            said.append(f"{figure.label} {'-' if figure.value < 0 else sign}{amount}")
        else:
            said.append(f"{figure.label} {figure.value:,}{' %' if figure.unit == '%' else ''}")
    text = f"{subject} in {wages.area}: {', '.join(said)} ({snapshot.period()})."
    source = snapshot.source(f"occupation {subject[-8:-1]}, area {wages.area_code}")
    return Evidence(kind="options", text=text, figures=figures, source=source)


def _near_evidence(options: Sequence[RoleOption], work: PresentWork | None) -> Evidence:
    """Nearness (to no `work` there is none) and entry, as O*NET gives them; years of schooling are our own reading."""
    figures, said = [], []
    for option in options:
        subject = f"{option.title} ({option.code})"
        zone = f", job zone {option.job_zone}: {option.entry}" if option.job_zone else ""
        more = f" ({years(option.schooling)} more than now)" if option.schooling else ""
        said.append(f"{option.title}: {option.why}{zone}{more}")
        rank = "place in nearness" if work else "place by jobs"
        rows: list[tuple[str, Number, str, str]] = [(rank, option.place, "place", "rank")]
        rows += [("job zone", option.job_zone, "job zone", "zone")] if option.job_zone else []
        if option.schooling:
            rows += [
                ("schooling beyond the present work", option.schooling.years_low, "years", "low"),
                ("schooling beyond the present work", option.schooling.years_high, "years", "high"),
            ]
        figures += [
            Figure(
                label=label,
                value=value,
                unit=unit,
                subject=subject,
                period=neighbours.RELEASE_DATE,
                statistic=kind,
            )
            for label, value, unit, kind in rows
        ]
    now = f" {work.title} are in job zone {work.job_zone}: {work.entry}." if work and work.job_zone else ""
    source = neighbours.source(
        "Related Occupations, Job Zones; years of schooling: seeds/tables/occupation_schooling.csv"
    )
    return Evidence(kind="options", text="; ".join(said) + f".{now}", figures=figures, source=source)


def describe(document: OptionsDocument) -> str:
    """The document in a few lines: a line for each option, then what must be said about them."""
    lines = []
    if document.present:
        pay = money(document.present.pay, "USD/year") if document.present.pay else "pay not published"
        lines.append(f"Now: {document.present.name}, {pay} ({document.present.wages.area}).")
    lines += [option_line(option) for option in document.options]
    return "\n".join([*lines, *(piece.text for piece in document.evidence), *document.notes])


def option_line(option: RoleOption) -> str:
    """An option in a sentence: pay, difference, jobs, entry and why."""
    pay = "pay not published" if option.wages.p50 is None else money(option.wages.p50, option.wages.unit)
    more = "" if option.difference is None else f" ({bare_money(abs(option.difference), 'USD/year')} "
    more += "" if option.difference is None else f"{'more' if option.difference >= 0 else 'less'} than now)"
    jobs = "" if option.wages.employment is None else f", {option.wages.employment:,} jobs"
    schooling = f"; {years(option.schooling)} of schooling or training more" if option.schooling else ""
    entry = f"; entry: {option.entry}{schooling}" if option.entry else ""
    return f"{option.name}: median {pay}{more}{jobs} {_in(option.wages.area)}{entry}; {option.why}."
