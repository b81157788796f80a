"""What is known about the person, and what this message changed."""

from datetime import date

from agent import wording
from agent.availability import spoken
from agent.models import Profile, ProfileChange, Understanding

_NAMES = {
    "current_role": "your work today",
    "target_role": "your target",
    "years_experience": "your experience",
    "skills": "skills you have",
    "missing_skills": "skills you lack",
    "location": "where you are",
    "hours_per_week": "your hours",
    "horizon_weeks": "your deadline",
    "target_salary": "the pay you aim for",
    "start_date": "your start",
    "busy": "your time",
}
_MEASURES = {
    "hours_per_week": ("hour a week", "hours a week"),
    "horizon_weeks": ("week to get there", "weeks to get there"),
    "years_experience": ("year of your own experience", "years of your own experience"),
    "target_salary": ("", ""),
}


def noted(understanding: Understanding) -> str:
    """One line for what this message changed; empty when it changed nothing."""
    said = [_change(change) for change in understanding.changes]
    return wording.sentence("Noted: " + "; ".join(said)) if said else ""


def profile_reply(profile: Profile, understanding: Understanding) -> str:
    """What was changed and what to ask next, or all that is noted so far."""
    line = noted(understanding)
    if line:
        return f"{line} {_next_step(profile)}"
    lines = [
        f"- {value}" if name in _MEASURES else f"- {_NAMES[name]}: {value}" for name, value in _known(profile)
    ]
    if not lines:
        return "I have noted nothing about you yet. Tell me what you do, what you want to do, and your hours a week."
    return "\n".join(
        ["Here is what I have noted about you:\n", *lines, "\nTell me what is wrong and I correct it."]
    )


def _next_step(profile: Profile) -> str:
    if profile.target_role is None:
        return "Which role do you want to move to?"
    if profile.hours_per_week is None:
        return "Ask me about pay, the market or the way there, or tell me your hours a week and say “make my plan”."
    return "Ask me about pay, the market or the way there, or say “make my plan”."


def _known(profile: Profile) -> list[tuple[str, str]]:
    values = profile.model_dump()
    return [(name, _value(name, values[name])) for name in _NAMES if values[name] not in (None, [])]


def _change(change: ProfileChange) -> str:
    name = _NAMES[change.field]
    if change.op == "clear" or change.value is None:
        return f"{name}: forgotten"
    value = _value(change.field, change.value)
    if change.op == "remove":
        return f"{name} no longer includes {value}"
    return value if change.field in _MEASURES else f"{name}: {value}"


def _value(name: str, value: object) -> str:
    if name == "start_date":
        return wording.spoken_date(date.fromisoformat(str(value)))
    if name == "busy" and isinstance(value, list):
        return spoken([str(item) for item in value])
    if isinstance(value, list):
        return wording.listing([str(item) for item in value])
    if isinstance(value, int | float) and name == "target_salary":
        return f"you aim for {wording.money(value)} a year"
    if isinstance(value, int | float):
        one, many = _MEASURES.get(name, ("", ""))
        return f"{wording.number(value)} {one if value == 1 else many}".strip()
    return str(value)
