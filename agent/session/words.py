"""What every client says to a person in the same words: what a turn is doing, where a thread stands, a profile."""

from collections.abc import Mapping
from datetime import date

from agent import wording
from agent.models import Profile
from agent.plans.availability import spoken
from agent.session.events import Event, StepFinished, ToolStarted

STATUS_WORDS = {"answered": "open", "awaiting_approval": "a plan waits", "delivered": "plan delivered"}
READING = "Reading your message"
ASKING_WORDS = {
    "search_documents": "Searching the library",
    "lookup_salary": "Looking up wages",
    "generate_roadmap": "Working out a roadmap",
    "summarize_job_market": "Reading the job market",
    "suggest_roles": "Looking for near occupations",
}
_NEXT_STEP = {
    "understand": "Deciding what to look up",
    "call_tools": "Putting together what was found",
    "draft_plan": "Checking every figure of the draft",
    "check_plan": "Getting the draft ready for you",
    "review_plan": "Going on with your decision",
}
_LABELS = {
    "current_role": "Current role",
    "former_role": "Former role",
    "target_role": "Target role",
    "years_experience": "Years of experience",
    "skills": "Skills",
    "missing_skills": "Skills you lack",
    "location": "Place",
    "hours_per_week": "Hours a week",
    "horizon_weeks": "Weeks",
    "present_pay": "Pay now",
    "target_salary": "Pay you aim at",
    "start_date": "Start",
    "busy": "Time",
}


def activity(event: Event) -> str | None:
    """What the turn does from this event on; None where it says nothing new about that."""
    match event:
        case ToolStarted():
            asked = asked_in_words(event.args)
            return f"{ASKING_WORDS[event.name]}{f': {asked}' if asked else ''}"
        case StepFinished():
            return _NEXT_STEP.get(event.step, "Working")
    return None


def asked_in_words(args: Mapping[str, object]) -> str:
    """What a tool is asked, in a few words: texts as they are, numbers with what they count; not from when."""
    words = (
        _asked(name, value)
        for name, value in args.items()
        if name not in ("start", "better_pay") and isinstance(value, str | int | float) and value is not False
    )
    return ", ".join(words)


def _asked(name: str, value: str | float) -> str:
    match name, value:
        case "hours_per_week", int() | float():
            return f"{wording.hours(value)} a week"
        case "weeks", int():
            return f"within {wording.weeks(value)}"
        case "no_degree", _:
            return "no degree"
        case "other_field", _:
            return "another field"
        case "pay" | "min_pay", int() | float():
            return f"${wording.number(value)}"
        case _:
            return str(value)


def profile_in_words(profile: Profile) -> dict[str, str]:
    """Labels and values, field by field; what was not said is left out."""
    said = {name: value for name in _LABELS if (value := getattr(profile, name)) not in (None, [])}
    return {_LABELS[name]: _value_in_words(name, value, profile) for name, value in said.items()}


def _value_in_words(name: str, value: str | float | list[str], profile: Profile) -> str:
    if isinstance(value, str):
        return wording.spoken_date(date.fromisoformat(value)) if name == "start_date" else value
    if isinstance(value, list):
        if name == "busy":
            return spoken(value)
        levels = profile.skill_levels if name == "skills" else {}
        return ", ".join(_known(item, levels.get(item)) for item in value)
    return (
        wording.money(value, rate=True) if name in ("target_salary", "present_pay") else wording.number(value)
    )


def _known(skill: str, level: str | None) -> str:
    """A skill, with the person's own words for how well they know it."""
    if level is None:
        return skill
    return level if skill.casefold() in level.casefold() else f"{skill} ({level})"
