"""realistic: whether a role is within reach, how long it takes, by when; the nearer role if it is not."""

from dataclasses import replace

from agent import wording
from agent.coaching.entry import Entry, entry_of, entry_request, was_looked_up
from agent.coaching.lines import Cited, Line, Said, asking, line
from agent.coaching.moves.pay import median_line
from agent.coaching.names import own_words
from agent.coaching.not_known import unknown_role
from agent.coaching.requests import pay_request, roadmap_request
from agent.coaching.roads import (
    Road,
    end_date,
    goal,
    has_door,
    has_road,
    is_same_goal,
    known_line,
    nearer_role,
    road,
)
from agent.coaching.standing import standing, work_for
from agent.coaching.thresholds import MOST_ROADS, NEARER_SHARE, WEEKS_FAR, WEEKS_SOON
from agent.coaching.view import View
from agent.coaching.wages import Pay, pay_of
from agent.coaching.yardstick import raise_line
from agent.models import Subject, ToolRequest, Wish
from tools.roadmap.skills import link_skill


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """Roadmaps of the roles and of a nearer one; of a role without one how it is entered and what it pays."""
    if is_of_skills(wish):
        return [roadmap_request(skill, view) for skill in wish.skills[:MOST_ROADS] if has_road(skill)]
    found: list[ToolRequest] = []
    for role in _roles(wish, view):
        if has_road(role):
            found += [roadmap_request(each, view) for each in (role, nearer_role(role)) if each]
            found += [pay_request(_here(role, view, wish))] if _earns_now(view) else []
        else:
            found += [entry_request(each, view) for each in (role, work_for(role, view)[0]) if each]
            found.append(pay_request(_here(role, view, wish)))
    return found


def say(wish: Wish, view: View) -> Said:
    """A yes or no with hours and weeks at their pace, what was counted as known, and the way out of a no."""
    roles = _roles(wish, view)
    if is_of_skills(wish):
        return Said(tuple(_skill(skill, view) for skill in wish.skills[:MOST_ROADS]))
    if not roles:
        return Said(question=asking("target", "realistic.which_role", 90))
    # What is known of one of them is said before that another is not known.
    first, *others = sorted(roles, key=lambda role: road(role, view) is None and entry_of(role, view) is None)
    held = road(first, view)
    if held is None:
        if has_road(first) or not was_looked_up(first, view):
            return Said()
        said = _entered(first, view, wish)
        more = [each for role in others[:1] for each in _entered(role, view, wish).lines[:2]]
        return replace(said, lines=(*said.lines[:2], *more, *said.lines[2:]))
    also = [
        line("realistic.also", role=own_words(role), hours=other.hours, weeks=other.weeks)
        for role in others
        if (other := road(role, view)) is not None
    ]
    # The way out of a no is worth more than its spread.
    parts = [spread(held, view), advice(held, view)]
    parts.sort(key=lambda lines: not any(each.key == "realistic.nearer" for each in lines))
    question = None if view.profile.hours_per_week else asking("hours", "realistic.hours", 80)
    because = standing(first, None, None, view).because if view.dialogue.brings else []
    lines = (
        verdict(held, view),
        *because,
        *also,
        *_raise(first, view, wish),
        *parts[0],
        *parts[1],
        *known_line(held),
    )
    return Said(lines, *ways_out(held), question)


def is_of_skills(wish: Wish) -> bool:
    """Whether it is about what is to be learnt and no job."""
    return bool(wish.skills) and not any(subject.role for subject in wish.subjects)


def _skill(skill: str, view: View) -> Line:
    """How long one skill takes from here."""
    linked, way = link_skill(skill), road(skill, view) if has_road(skill) else None
    name = linked.name if linked else skill
    if way is None:
        return line("realistic.skill_unknown", skill=name)
    if not way.document.total_hours:
        return line("requirements.have", skill=name)
    if not way.at_their_hours:
        return line("realistic.skill", skill=name, hours=way.hours)
    pace = Cited(wording.number(way.pace), way.id)
    return line("realistic.skill_by_weeks", skill=name, hours=way.hours, weeks=way.weeks, pace=pace)


def _roles(wish: Wish, view: View) -> list[str]:
    named = [subject.role for subject in wish.subjects if subject.role]
    role = goal(wish, view)
    return list(dict.fromkeys(named))[:MOST_ROADS] or ([role] if role else [])


def _earns_now(view: View) -> float | None:
    """What they earn, where this message tells it: who says so wants it weighed."""
    told = any(change.field == "present_pay" for change in view.changes)
    return float(view.profile.present_pay) if told and view.profile.present_pay else None


def _raise(role: str, view: View, wish: Wish) -> list[Line]:
    """The median there against what they earn."""
    now, pay = _earns_now(view), pay_of(_here(role, view, wish), view)
    return [raise_line(pay, now)] if now and pay else []


def _here(role: str, view: View, wish: Wish) -> Subject:
    """The role where it is asked about, else where they live."""
    place = next((subject.place for subject in wish.subjects if subject.place), view.profile.location)
    return Subject(role=role, place=place)


def verdict(held: Road, view: View) -> Line:
    document, wanted = held.document, view.profile.horizon_weeks
    if not document.total_hours:
        return line("realistic.done", role=own_words(held.role))
    pace = Cited(wording.number(held.pace), held.id)
    facts = {"role": own_words(held.role), "hours": held.hours, "weeks": held.weeks, "pace": pace}
    if wanted is None:
        weeks = document.weeks
        key = "too_far" if weeks > WEEKS_FAR else "far" if weeks > WEEKS_SOON else "near"
        return line(f"realistic.{key}", **facts)
    late = document.finish.high_weeks > wanted if document.finish else False
    key = "late" if not document.feasible else "tight" if late else "in_time"
    return line(f"realistic.{key}", **facts, wanted=wording.weeks(wanted))


def spread(held: Road, view: View) -> list[Line]:
    """Low and high of the finish; when that is."""
    finish = held.document.finish
    if finish is None or not held.document.total_hours:
        return []
    low, high = (Cited(wording.weeks(week), held.id) for week in (finish.low_weeks, finish.high_weeks))
    return [line("realistic.range", day=end_date(held.document.weeks, view), low=low, high=high)]


def advice(held: Road, view: View) -> list[Line]:
    """The nearer role where the way is long or late, else where to begin."""
    document, near = held.document, nearer_role(held.role)
    own = (view.profile.current_role, view.profile.former_role)
    other = road(near, view) if near and not any(is_same_goal(near, work) for work in own if work) else None
    long = document.weeks > WEEKS_SOON or not document.feasible
    if long and other is not None and 0 < other.document.total_hours < NEARER_SHARE * document.total_hours:
        return [line("realistic.nearer", role=own_words(other.role), hours=other.hours, weeks=other.weeks)]
    if document.milestones and not long:
        return [line("realistic.begin", skill=document.milestones[0].skills[0])]
    return []


def ways_out(held: Road) -> tuple[str, tuple[str, ...]]:
    """The tool's own ways out of a horizon that is too short, each with what holds it."""
    rows, cited = [], []
    for option in held.document.options:
        ids = [item.id for item in held.found.evidence if option in item.text]
        rows.append(f"- {option.removesuffix('.')} {wording.cite(*ids)}".rstrip() + ".")
        cited += ids
    lead = line("realistic.ways_out").text
    return ("\n".join([f"{lead}\n", *rows]), tuple(cited)) if rows else ("", ())


def _entered(role: str, view: View, wish: Wish) -> Said:
    """A role that no roadmap leads to: how people get in, against their own schooling, its pay, what lies near it."""
    entry = entry_of(role, view)
    if entry is None:
        return unknown_role(line("realistic.unknown", role=own_words(role)), role, "target")
    work, _ = work_for(role, view)
    present = entry_of(work, view) if work else None
    stands = standing(role, entry, present, view)
    way_in = line("realistic.way_in", entry.id, role=entry.people, entry=entry.words)
    if stands.because:
        first = [_joined(stands.view, *stands.because), way_in]
    else:
        key = _against_own(entry, present)
        first = [line(f"realistic.{key}", entry.id, role=entry.people, entry=entry.words)]
    pay = pay_of(_here(role, view, wish), view)
    lines = (*_aimed(pay, view), *first, *([median_line(pay)] if pay else []), _no_weeks(role, entry))
    takes = line("realistic.takes", entry.id, role=entry.people, entry=entry.words)
    return Said(lines, again=(takes,))


def _aimed(pay: Pay | None, view: View) -> list[Line]:
    """The median against the pay that they want from it, where this message tells that."""
    told = any(change.field == "target_salary" for change in view.changes)
    aim = float(view.profile.target_salary or 0) if told else 0.0
    return [raise_line(pay, aim)] if pay and aim else []


def _joined(view_of: Line, *because: Line) -> Line:
    """The view with its reasons as one: neither is left out where room is short."""
    return replace(view_of, text=" ".join(each.text for each in (view_of, *because)))


def _against_own(entry: Entry, present: Entry | None) -> str:
    """Whether it asks for more school than their own work, for no more but longer practice, or for neither."""
    if present is None:
        return "entry"
    if entry.years > present.years:
        return "entry_more"
    return "entry_longer" if entry.preparation > present.preparation else "entry_same"


def _no_weeks(role: str, entry: Entry) -> Line:
    """That the hours of all of it are not known, and what can be counted: the steps to its door, or what lies near it."""
    if has_door(role):
        return line("realistic.door")
    near = [option.roadmaps[0] for option in entry.found.document.options if option.roadmaps]
    if near:
        return line("realistic.no_weeks_near", near=wording.article(own_words(near[0])))
    return line("realistic.no_weeks")
