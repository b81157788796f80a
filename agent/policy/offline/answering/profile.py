"""What is known about the person, and what this message changed."""

from datetime import date

from agent import wording
from agent.models import Profile, ProfileChange, ProfileField, Understanding
from agent.naming import as_worker, place_name, what_it_pays
from agent.plans.availability import spoken
from agent.policy.offline.answering.next_step import next_step, suggestion, was_left
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
_HOW = "If something about you is to change, say it like “I live in Boise now” or “I want to become a nurse”."


def noted(understanding: Understanding) -> str:
    """One sentence for what this message changed; empty when it changed nothing."""
    changes = sorted(understanding.changes, key=lambda change: list(_NAMES).index(change.field))
    kept = [change for change in changes if not _is_cleared(change)]
    said = [_told(change) for change in kept if change.field != "target_salary"]
    aims = [_told(change) for change in kept if change.field == "target_salary"]
    cleared = [_NAMES[change.field] for change in changes if _is_cleared(change)]
    parts = [f"You {wording.listing(_joined(part))}." for part in (said, aims) if part]
    if parts:
        parts[0] = f"Noted: y{parts[0][1:]}"
    parts.append(f"I have forgotten {wording.listing(cleared)}." if cleared else "")
    return " ".join(part for part in parts if part)


def _joined(parts: list[str]) -> list[str]:
    """Parts without a verb that the part before them has already."""
    pairs = zip(["", *parts], parts, strict=False)
    return [part.removeprefix("have ") if before.startswith("have ") else part for before, part in pairs]


def profile_reply(understanding: Understanding, question: Question) -> str:
    """What was changed and what can come next; all that is noted where that is asked; else that nothing is new."""
    if line := noted(understanding):
        return " ".join(part for part in (line, next_step(question)) if part)
    if question.is_about("remembered") and not question.of_others:
        return _remembered(question.profile)
    if question.of_others:
        return of_others(question)
    if question.is_about("advice"):
        return suggestion(question)
    if understanding.details.get("amount"):
        return "Ask me whether that is fair for your work, and I hold it against the official wages."
    return _confirmed(question) or f"I have noted nothing new from that. {question.once(_HOW)}".strip()


def of_others(question: Question) -> str:
    """To what is told of somebody else."""
    lead = "That is about somebody else, so I note nothing about you from it."
    asked = f"If you want to know {what_it_pays(question.topic)}, ask me." if question.topic else ""
    return f"{lead} {question.once(asked)}".strip()


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


def _is_cleared(change: ProfileChange) -> bool:
    return change.op == "clear" or change.value is None


def _told(change: ProfileChange) -> str:
    if change.op == "remove":
        return f"no longer count {_value(change.value)} among {_NAMES[change.field]}"
    return _sentence_part(change.field, change.value)


def _sentence_part(name: ProfileField, value: object) -> str:
    """What follows "you": "have 6 hours a week", "work as a nurse"."""
    if isinstance(value, int | float):
        return _measured(name, value)
    if name in ("current_role", "target_role"):
        return _worked(str(value), wanted=name == "target_role")
    if name == "location":
        return f"are in {place_name(str(value))}"
    if name == "start_date":
        return f"start on {wording.spoken_date(date.fromisoformat(str(value)))}"
    if name == "busy" and isinstance(value, list):
        return f"have {spoken([str(item) for item in value])}"
    return f"{'have yet to learn' if name == 'missing_skills' else 'know'} {_value(value)}"


def _worked(role: str, *, wanted: bool) -> str:
    role, left = was_left(role)
    verb = "want to work" if wanted else "used to work" if left else "work"
    return f"{verb} {as_worker(role)}"


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
