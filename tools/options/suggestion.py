"""`suggest`: occupations near a person's work that fit what they wish for."""

import math
from collections.abc import Sequence

from tools.errors import UsageError
from tools.evidence import Number
from tools.market.facts import as_market_fact
from tools.oews.cells import HOURS_A_YEAR
from tools.oews.models import Area, OccupationLink
from tools.oews.neighbours import zone_of
from tools.oews.role_links import link_role
from tools.oews.spoken import spoken_title
from tools.oews.tables import occupations
from tools.options import report, thresholds
from tools.options.candidates import by_knowledge, one_step, two_steps, work_of
from tools.options.conditions import CONDITIONS, Condition, conditions_of
from tools.options.entry import entry
from tools.options.models import OptionsDocument, PresentWork, RoleOption
from tools.options.near_names import near_places, near_roles
from tools.options.of_place import WHY, of_place
from tools.options.outlook import growth_of, roadmaps_of
from tools.options.pay import Present, wages_of
from tools.options.ranking import Weighed, Wishes, by_schooling, weigh
from tools.salary.asked import clean, role_of
from tools.salary.estimate import HOURLY_BELOW
from tools.salary.pay import occupation_matches, role_notes
from tools.salary.place import Place, area_name, resolve
from tools.settings import today

_MAJOR = 3  # "25-": the major group in a SOC code


def suggest(
    role: str | None = None,
    location: str | None = None,
    *,
    no_degree: bool = False,
    min_pay: Number | None = None,
    pay: Number | None = None,
    better_pay: bool = True,
    conditions: Sequence[str] = (),
    other_field: bool = False,
) -> OptionsDocument:
    """Suggest occupations near `role` in a US place in words (default: the nation), at most five, best first.

    `no_degree` keeps what is usually entered without a four-year degree. `min_pay` is the least median, `pay` what
    the person earns now (both USD a year; below 1,000: an hour). Without `min_pay` only what pays clearly more than
    `pay`, else than the work's own median there, is suggested, unless `better_pay` is false. `conditions` keep what
    most jobs in it meet; `other_field` leaves out the work's own major group. Without a role, for somebody whose work
    is not known, they are those with most jobs in the place that are entered without years in a trade and pay at
    least `min_pay`, else `pay`, else more than half of all jobs there. Sources: O*NET 29.3 (related occupations,
    job zones), OEWS; for conditions tables of our own.

    Raises UsageError for an empty role, a pay that is not positive or an unknown condition.
    """
    wanted = _known(conditions)
    least, told = _yearly("least pay", min_pay), _yearly("pay", pay)
    place = resolve(clean(location, "place"))
    if role is None:
        return (
            _of_place(place, Wishes(place.area, no_degree, least or told, better_pay, wanted))
            if place.area
            else _nowhere(place)
        )
    role = role_of(role)
    links = link_role(role)
    document = OptionsDocument(role=role, ambiguous=list(place.ambiguous), notes=role_notes(role, links))
    document.occupations = occupation_matches(links)
    document.notes += [place.note] if place.note else []
    _add_near_names(document, links, place)
    if links and place.area is not None:
        document.area = area_name(place.area)
        leaving = links[0].occupation.code[:_MAJOR] if other_field else ""
        wishes = Wishes(place.area, no_degree, least, better_pay, wanted, leaving)
        _add_options(document, links, Present(links[0].occupation, told), wishes)
    return document


def _nowhere(place: Place) -> OptionsDocument:
    """The places that one which is not known could be."""
    notes = [place.note] if place.note else []
    document = OptionsDocument(role="", ambiguous=list(place.ambiguous), notes=notes)
    if not place.ambiguous and not place.outside:
        document.near = near_places(place.text or "")
    return document


def _of_place(place: Place, wishes: Wishes) -> OptionsDocument:
    """Occupations of a place, for no work that is known."""
    found = of_place(wishes)
    document = OptionsDocument(role="", area=area_name(wishes.area), notes=[place.note] if place.note else [])
    document.options = [_option(weighed).model_copy(update={"why": WHY}) for weighed in found]
    document.evidence = report.option_evidence(document.options)
    document.notes += report.of_place_notes(wishes, found)
    return document


def _known(conditions: Sequence[str]) -> tuple[Condition, ...]:
    """Each condition once (CONDITIONS). Raises UsageError for one that is not known."""
    wanted = tuple(dict.fromkeys(conditions))
    if unknown := [each for each in wanted if each not in CONDITIONS]:
        raise UsageError(f"Unknown condition: {unknown[0]}.", f"Known are: {', '.join(CONDITIONS)}.")
    return tuple(each for each in CONDITIONS if each in wanted)


def _yearly(name: str, amount: Number | None) -> Number | None:
    """An amount in USD a year. Raises UsageError unless it is positive."""
    if amount is None:
        return None
    if isinstance(amount, bool) or not math.isfinite(amount) or amount <= 0:
        raise UsageError(
            f"The {name} must be a positive amount.", "Give it in US dollars, for example 45000."
        )
    return amount * HOURS_A_YEAR if amount < HOURLY_BELOW else amount


def _add_near_names(document: OptionsDocument, links: Sequence[OccupationLink], place: Place) -> None:
    """Names that were perhaps meant, where the role or the place is not known."""
    if not links:
        document.near = near_roles(document.role)
    elif place.area is None and not place.ambiguous and not place.outside:
        document.near = near_places(place.text or "")
    if document.near:
        document.notes.append(f"Written nearly like it: {', '.join(document.near)}.")


def _add_options(
    document: OptionsDocument, links: Sequence[OccupationLink], present: Present, wishes: Wishes
) -> None:
    work = _present_work(present, wishes.area)
    document.present = work
    document.evidence += report.present_evidence(work)
    codes = work_of(links)
    near = one_step(codes)
    near += by_knowledge(codes, near) if wishes.conditions or wishes.leaving else []
    document.notes += report.opening_notes(work, links, codes, wishes)
    if not near:
        document.notes.append(report.NOT_RELATED.format(name=work.name))
        return
    asked = entry(work.code, work.job_zone)
    found = weigh(near, asked, present, wishes)
    chosen = found.choose()
    if len(chosen) < thresholds.FEWEST_NEAR:
        farther = weigh(two_steps(codes, near), asked, present, wishes)
        chosen = sorted([*chosen, *farther.choose()], key=by_schooling)[: thresholds.MOST_OPTIONS]
    chosen = chosen or found.long_schooling[: thresholds.FEWEST_NEAR]
    document.options = [_option(weighed) for weighed in chosen]
    document.evidence += report.option_evidence(document.options, work)
    document.evidence += report.growth_evidence(
        fact for weighed in chosen if (fact := growth_of(weighed.candidate.near.code))
    )
    document.notes += report.closing_notes(work, chosen, found, wishes)


def _present_work(present: Present, area: Area) -> PresentWork:
    held = wages_of(present.occupation, area)
    code = present.occupation.code
    asked = entry(code, zone_of(f"{code}.00"))
    return PresentWork(
        code=code,
        title=present.occupation.title,
        name=spoken_title(present.occupation.title, code),
        pay=present.pay_in(held.wages.area_code),
        pay_told=present.told is not None,
        wages=held.wages,
        job_zone=asked.zone if asked else None,
        entry=asked.words if asked else None,
        school_years=asked.usual if asked else None,
    )


def _option(weighed: Weighed) -> RoleOption:
    near, base = weighed.candidate.near, weighed.candidate.base
    difference = None if weighed.pay is None or weighed.present is None else weighed.pay - weighed.present
    growth = growth_of(near.code)
    official = occupations()[near.code].title
    via = weighed.candidate.via
    return RoleOption(
        code=near.code,
        title=near.title,
        name=spoken_title(near.title, None if near.is_specialty else near.code),
        counted_in=official if near.is_specialty else None,
        why=report.why_near(weighed.candidate, spoken_title(occupations()[base].title, base)),
        place=weighed.candidate.place,
        steps=weighed.candidate.steps,
        via=spoken_title(via.title, None if via.is_specialty else via.code) if via else None,
        wages=weighed.held.wages,
        difference=difference,
        difference_percent=None if weighed.gain is None else round(weighed.gain * 100),
        job_zone=weighed.entry.zone if weighed.entry else None,
        entry=weighed.entry.words if weighed.entry else None,
        school_years=weighed.entry.usual if weighed.entry else None,
        schooling=weighed.schooling,
        conditions=conditions_of(near.code),
        growth=as_market_fact(growth, today()) if growth else None,
        roadmaps=roadmaps_of(near.code, near.onet_code),
    )
