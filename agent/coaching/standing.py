"""What speaks for and against somebody who wants a job: their work and its years, schooling, age, a record they told of."""

from dataclasses import dataclass, field
from typing import Literal

from agent import wording
from agent.coaching.entry import Entry
from agent.coaching.lines import Line, line
from agent.coaching.thresholds import MIDDLE_AGE, NEAR_WORK, SEASONED_AGE, YOUNG_AGE
from agent.coaching.view import View
from agent.coaching.written import sentences
from agent.nlu.links import same_field
from agent.nlu.values.schooling import years_of_school
from tools.oews.doubtful import is_certificate
from tools.oews.neighbours import neighbours
from tools.oews.role_links import link_role
from tools.options.conditions import conditions_of
from tools.roadmap.skills import link_skill
from tools.roadmap.targets import link_target
from tools.salary.place import resolve

Nearness = Literal["same", "near", "far"]
# Answers of `prompts/advice` that are given to who has a record.
_OF_A_RECORD = (
    *("counting.old_dui_counts", "counting.old_small_record", "counting.felony_closes_which_doors"),
    *("trades.driving_record_bad", "search.felony_box"),
)
_LEAST_YEARS = 1
_MOST_SKILLS, _LEAST_NAME = 3, 3  # skills, and letters of one: shorter ones are as often misread
_NEARER: dict[Nearness | None, int] = {None: 0, "far": 0, "near": 1, "same": 2}


@dataclass
class Standing:
    """Reasons in words that go on after "For you:" and "Against you:"; `nearness` is that of their work to the job, `kindred` work in the same field."""

    nearness: Nearness | None = None
    kindred: bool = False
    reasons: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    lacks_school: bool = False

    @property
    def view(self) -> Line:
        """How good the chance is, in the coach's view."""
        own_work = self.nearness in ("same", "near")
        with_school = "fair" if own_work or self.kindred else "hard"
        return line(f"standing.{with_school if self.lacks_school else 'good' if own_work else 'fair'}")

    @property
    def because(self) -> list[Line]:
        """For and against in one line: one half alone would mislead."""
        told = {
            "reasons": wording.listing(self.reasons),
            "doubts": wording.listing(self.doubts),
        }
        if self.reasons and self.doubts:
            return [line("standing.both", **told)]
        if self.reasons:
            return [line("standing.for", reasons=told["reasons"])]
        return [line("standing.against", reasons=told["doubts"])] if self.doubts else []


def standing(role: str, entry: Entry | None, own: Entry | None, view: View) -> Standing:
    """How they stand to a job, by how it is entered (`entry`) and how their own work is (`own`), where these are known."""
    work, years = work_for(role, view)
    found = Standing(nearness(work, role), kindred=work is not None and same_field(work, role))
    _work(found, work, years)
    place = view.dialogue.brings.get("past_place")
    if (
        place
        and work == view.dialogue.brings.get("past")
        and entry
        and entry.years
        and resolve(place).outside
    ):
        found.doubts.append(_part("abroad", place=place))
    known = [each for each in view.profile.skills if is_certificate(each) or link_skill(each)]
    if skills := [each for each in known if len(each) >= _LEAST_NAME][:_MOST_SKILLS]:
        found.reasons.append(_part("skills", skills=wording.listing(skills)))
    _schooling(found, entry, own, view)
    _age(found, role, view)
    if any(sentences(name)[0].digest in view.dialogue.said for name in _OF_A_RECORD):
        found.doubts.append(_part("record"))
    return found


def work_for(role: str, view: View) -> tuple[str | None, float | None]:
    """The work of theirs that counts for a job, with its years: what they did before, where that lies nearer than what they do."""
    profile, brings = view.profile, view.dialogue.brings
    work, years = profile.current_role or profile.former_role, profile.years_experience
    past, before = brings.get("past"), brings.get("past_years")
    own = float(years) if years is not None else None
    if past is None or profile.current_role is None:
        return work, own
    if _NEARER[nearness(past, role)] > _NEARER[nearness(work, role)]:
        return past, float(before) if before else None
    return work, None if before and own == float(before) else own


def nearness(one: str | None, other: str) -> Nearness | None:
    """How near two jobs in words are by what O*NET lists as related; None where it describes one of them not."""
    links = link_role(one or ""), link_role(other)
    codes = [found[0].occupation.code for found in links if found]
    if len(codes) < len(links):
        return None
    if codes[0] == codes[1]:
        return "same"
    places = [each.place for a, b in (codes, reversed(codes)) for each in neighbours(a) if each.code == b]
    return "near" if places and min(places) <= NEAR_WORK else "far"


def _part(key: str, **values: str) -> str:
    """A reason as it stands within a sentence."""
    said = line(f"standing.{key}", **values).text
    return said[:1].lower() + said[1:]


def _work(found: Standing, work: str | None, years: float | None) -> None:
    if work is None or found.nearness is None:
        return
    new = found.nearness == "far" and not found.kindred
    how = "field" if found.nearness == "far" and found.kindred else found.nearness
    if years is not None and years >= _LEAST_YEARS:
        found.reasons.append(_part(f"{how}_work", years=wording.years(years)))
    elif not new:
        found.reasons.append(_part(how))
    if new:
        found.doubts.append(_part("new"))


def _schooling(found: Standing, entry: Entry | None, own: Entry | None, view: View) -> None:
    """Schooling they told of, else that of their work, against that of the job; beside their own trade it is there."""
    told = view.dialogue.brings.get("edu")
    school = years_of_school(told) if told else None
    if entry is None or found.nearness == "same":
        return
    if told and school is not None and school >= entry.years and entry.years:
        found.reasons.append(_part("degree", schooling=told))
        return
    held = school if school is not None else own.years if own else None
    if held is None:
        return
    found.lacks_school = entry.years > held
    if found.lacks_school and told and school is not None:
        found.doubts.append(_part("short_of", schooling=told))
    elif found.lacks_school:
        found.doubts.append(_part("no_school"))
    elif own is not None and entry.preparation > own.preparation:
        found.reasons.append(_part("no_more_school"))
        found.doubts.append(_part("no_practice"))
    elif entry.years:
        found.reasons.append(_part("schooling"))


def _age(found: Standing, role: str, view: View) -> None:
    """What an age that was told brings and what it is doubted for; what is heavy weighs more late than early."""
    told = view.dialogue.brings.get("age")
    age = int(told) if told else None
    if age is None:
        return
    if age <= YOUNG_AGE:
        found.reasons.append(_part("young", age=str(age)))
    if age < SEASONED_AGE:
        found.reasons += [_part("years_ahead", age=str(age))] if age >= MIDDLE_AGE else []
        return
    found.reasons.append(_part("steady", age=str(age)))
    links, target = link_role(role), link_target(role)
    held = conditions_of(links[0].occupation.code) if links and target is None else None
    found.doubts.append(_part("body" if held and held.effort == "heavy" else "age"))
