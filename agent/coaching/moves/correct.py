"""correct: what was taken back or put right, in one sentence, and that it counts from here on."""

from agent import wording
from agent.coaching.lines import Line, Said, line
from agent.coaching.moves import recall
from agent.coaching.moves.tell import distance
from agent.coaching.names import own_words
from agent.coaching.requests import roadmap_request
from agent.coaching.roads import goal, has_road, road
from agent.coaching.view import View
from agent.models import ProfileChange, ToolRequest, Wish

_ROLES = ("current_role", "target_role", "former_role")
_MOVING = ("hours_per_week", "horizon_weeks", "skills", "missing_skills", "years_experience", "current_role")
_MOST_SAID = 4  # facts
_UNSHOWN = ("years_experience", "current_role", "former_role", "location")
_LISTS = ("skills", "missing_skills", "busy")


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """The way to their goal anew, where what was put right moves it."""
    role = _moved(wish, view)
    return [roadmap_request(role, view)] if role else []


def say(wish: Wish, view: View) -> Said:
    """Each change in its own words and what it moves; what could not be read is asked beside what is known."""
    lines = [_changed(change) for change in view.changes]
    if not lines:
        known = recall.facts(view)
        if not known:
            return Said((line("correct.unread_open"),))
        # One sentence with the facts: they were said before, and are what is to be put right.
        have = " ".join(each.text for each in known[:_MOST_SAID])
        return Said((Line("correct.unread", f"{line('correct.unread').text} {have}"),))
    role = _moved(wish, view)
    held = road(role, view) if role else None
    moved = [distance(held, view)] if held is not None and held.document.total_hours else []
    return Said((*lines[:3], *moved, *([line("correct.draft")] if view.draft else [])))


def told_alone(view: View) -> list[Line]:
    """What was put right that a plan shows nowhere, beside a draft that is made with it."""
    return [_changed(each) for each in view.changes if each.field in _UNSHOWN and each.op == "set"]


def _moved(wish: Wish, view: View) -> str | None:
    """The goal whose hours or weeks the changes move; a plan that waits shows them itself."""
    role = goal(wish, view)
    if view.draft or view.plan or not any(change.field in _MOVING for change in view.changes):
        return None
    return role if has_road(role) else None


def _changed(change: ProfileChange) -> Line:
    if change.field in _LISTS and change.op != "clear":
        value = change.value if isinstance(change.value, list) else [str(change.value or "")]
        key = f"correct.{change.field}_{'off' if change.op == 'remove' else 'on'}"
        return line(key, **({} if change.field == "busy" else {"value": wording.listing([*map(str, value)])}))
    if change.op in ("clear", "remove") or change.value is None:
        return line(f"correct.forgot_{change.field}")
    return line(f"correct.{change.field}", value=_value(change))


def _value(change: ProfileChange) -> str:
    value = change.value
    if change.field in _ROLES:
        return own_words(str(value))
    if isinstance(value, int | float):
        return (
            wording.money(value)
            if change.field in ("present_pay", "target_salary")
            else wording.number(value)
        )
    return str(value)
