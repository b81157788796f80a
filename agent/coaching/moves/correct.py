"""correct: what was taken back or put right, in one sentence, and that it counts from here on."""

from agent import wording
from agent.coaching.lines import Line, Said, line
from agent.coaching.names import own_words
from agent.coaching.view import View
from agent.models import ProfileChange, Wish

_ROLES = ("current_role", "target_role", "former_role")
_LISTS = ("skills", "missing_skills", "busy")


def say(wish: Wish, view: View) -> Said:  # noqa: ARG001 - a move's signature
    """Each change in its own words; what could not be read is said with two guesses."""
    lines = [_changed(change) for change in view.changes]
    if not lines:
        return Said((line("correct.unread"),))
    return Said((*lines[:3], *([line("correct.draft")] if view.draft else [])))


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
