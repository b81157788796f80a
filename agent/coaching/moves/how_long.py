"""how_long: how many hours and weeks a goal or a skill takes at their pace, or how long those who enter a job usually learn."""

from agent import wording
from agent.coaching.entry import Entry, entry_of
from agent.coaching.lines import Cited, Line, Said, asking, line
from agent.coaching.moves import realistic
from agent.coaching.names import own_words
from agent.coaching.requests import roadmap_request
from agent.coaching.roads import Road, goal, has_door, has_road, known_line, road, way_to_door
from agent.coaching.view import View
from agent.models import ToolRequest, Wish

# What says beside it how one gets in.
_TELL_THE_WAY = frozenset({"realistic", "requirements"})


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """The way to the goal or skill, or how the job is entered: what says how far it is says how long it takes."""
    role = _role(wish, view)
    steps = (
        [roadmap_request(role, view)] if role and not realistic.is_of_skills(wish) and has_door(role) else []
    )
    return [*realistic.needs(wish, view), *steps]


def _role(wish: Wish, view: View) -> str | None:
    return next((each.role for each in wish.subjects if each.role), None) or goal(wish, view)


def say(wish: Wish, view: View) -> Said:
    """The time first, then when that ends and how it spreads, then what would shorten it."""
    if realistic.is_of_skills(wish):
        return realistic.say(wish, view)
    role = _role(wish, view)
    if role is None:
        return Said((line("how_long.open"),), question=asking("target", "realistic.which_role", 90))
    held = road(role, view) if has_road(role) else None
    if held is not None:
        return _counted(held, view)
    entry = entry_of(role, view)
    return _entered(entry, way_to_door(role, view), view) if entry else realistic.say(wish, view)


def _counted(held: Road, view: View) -> Said:
    """Hours and weeks of study; against the time they have, where they told it."""
    if not held.document.total_hours:
        return Said((line("realistic.done", role=own_words(held.role)),))
    if view.profile.horizon_weeks is not None:
        first = realistic.verdict(held, view)
    else:
        pace = Cited(wording.number(held.pace), held.id)
        key = "at_your_hours" if held.at_their_hours else "at_usual_hours"
        first = line(
            f"how_long.{key}", role=own_words(held.role), hours=held.hours, weeks=held.weeks, pace=pace
        )
    question = None if view.profile.hours_per_week else asking("hours", "realistic.hours", 80)
    spread, advice = realistic.spread(held, view), realistic.advice(held, view)
    return Said((first, *spread, *advice, *known_line(held)), *realistic.ways_out(held), question)


def _entered(entry: Entry, steps: Road | None, view: View) -> Said:
    """The usual schooling as a time, and the weeks to its door; what they have comes off, beside a job it takes longer."""
    told = any(wish.name in _TELL_THE_WAY for wish in view.dialogue.wishes)
    if told:
        lines: list[Line] = [line(f"how_long.short_{entry.level}", entry.id)]
    else:
        lines = [line(f"how_long.way_{entry.level}", entry.id, people=entry.people, entry=entry.words)]
    if steps is not None:
        pace = Cited(wording.number(steps.pace), steps.id)
        key = "door_at_your_hours" if steps.at_their_hours else "door_at_usual_hours"
        lines.append(line(f"how_long.{key}", weeks=steps.weeks, hours=steps.hours, pace=pace))
    lines.append(line("how_long.beside_work" if view.profile.current_role else "how_long.credit"))
    return Said(tuple(lines), again=(line("how_long.credit"),))
