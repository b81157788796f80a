"""What is known about the person, and what this message changed."""

from datetime import date

from agent import wording
from agent.availability import spoken
from agent.models import Profile, ProfileChange, ProfileField, Understanding
from agent.policy.offline.answering.naming import a_role, place_name, was_left
from agent.policy.offline.answering.next_step import next_step
from agent.policy.offline.answering.question import Question

_NAMES: dict[ProfileField, str] = {
    "current_role": "your work",
    "years_experience": "your experience",
    "location": "where you are",
    "target_role": "the role you want",
    "hours_per_week": "your hours",
    "horizon_weeks": "your deadline",
    "target_salary": "the pay you aim for",
    "skills": "the skills you have",
    "missing_skills": "the skills you lack",
    "start_date": "when you start",
    "busy": "when you are busy",
}


def noted(understanding: Understanding) -> str:
    """One sentence for what this message changed; empty when it changed nothing."""
    changes = sorted(understanding.changes, key=lambda change: list(_NAMES).index(change.field))
    kept = [change for change in changes if not _is_cleared(change)]
    said = [_told(change) for change in kept]
    cleared = [_NAMES[change.field] for change in changes if _is_cleared(change)]
    parts = [f"Noted: you {wording.listing(said)}." if said else ""]
    parts.append(f"I have forgotten {wording.listing(cleared)}." if cleared else "")
    return " ".join(part for part in parts if part)


def profile_reply(understanding: Understanding, question: Question) -> str:
    """What was changed and what can come next; all that is noted where that is asked; else that nothing is new."""
    if line := noted(understanding):
        return " ".join(part for part in (line, next_step(question)) if part)
    if question.is_about("remembered") and not question.of_others:
        return _remembered(question.profile)
    if question.of_others:
        return (
            f"That is about somebody else, so it changes nothing I have noted about you. {_lookup(question)}"
        )
    held = _confirmed(question)
    return f"{held or 'I have noted nothing new from that.'} {next_step(question)}".strip()


def _remembered(profile: Profile) -> str:
    lines = [f"- you {_sentence_part(name, value)}" for name in _NAMES if (value := getattr(profile, name))]
    if not lines:
        return "I have noted nothing about you yet. Tell me what you do, what you want to do, and your hours a week."
    return "\n".join(
        ["Here is what I have noted about you:\n", *lines, "\nTell me what is wrong and I correct it."]
    )


def _confirmed(question: Question) -> str:
    """What the message repeats of what is noted already."""
    text = question.text.casefold()
    held = [
        _sentence_part(name, value)
        for name in _NAMES
        if isinstance(value := getattr(question.profile, name), str) and value.casefold() in text
    ]
    return f"That is how I have it: you {wording.listing(held)}." if held else ""


def _lookup(question: Question) -> str:
    return question.once("I can look up what such work pays and where it is done, if you ask me.")


def _is_cleared(change: ProfileChange) -> bool:
    return change.op == "clear" or change.value is None


def _told(change: ProfileChange) -> str:
    if change.op == "remove":
        return f"no longer count {_value(change.value)} among {_NAMES[change.field]}"
    return _sentence_part(change.field, change.value)


def _sentence_part(name: ProfileField, value: object) -> str:
    """What follows "you": "have 6 hours a week", "work as a nurse"."""
    if name == "current_role":
        role, left = was_left(str(value))
        return f"{'used to work' if left else 'work'} as {a_role(role)}"
    if name == "target_role":
        return f"want to work as {a_role(str(value))}"
    if name == "location":
        return f"are in {place_name(str(value))}"
    if name == "start_date":
        return f"start on {wording.spoken_date(date.fromisoformat(str(value)))}"
    if name == "busy" and isinstance(value, list):
        return f"have {spoken([str(item) for item in value])}"
    if isinstance(value, int | float):
        return _measured(name, value)
    return f"{'have yet to learn' if name == 'missing_skills' else 'know'} {_value(value)}"


def _measured(name: ProfileField, value: float) -> str:
    if name == "target_salary":
        return f"aim for {wording.money(value)} a year"
    if name == "years_experience":
        return f"have {wording.number(value)} {'year' if value == 1 else 'years'} of experience"
    if name == "horizon_weeks":
        return f"want to be there within {wording.weeks(int(value))}"
    return f"have {wording.hours(value)} a week"


def _value(value: object) -> str:
    return wording.listing([str(item) for item in value]) if isinstance(value, list) else str(value)
