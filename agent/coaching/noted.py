"""The closing line of facts taken in: only those that the reply did not use, for the person to mend."""

from collections.abc import Sequence

from agent import wording
from agent.coaching.lines import Line, line
from agent.coaching.thresholds import MOST_NOTED
from agent.models import ProfileChange


def noted(changes: Sequence[ProfileChange], text: str) -> Line | None:
    """The facts of this message in a few words; None where all of them stand in the reply."""
    facts = taken_in(changes, text)
    return line("noted.facts", facts=facts) if facts else None


def taken_in(changes: Sequence[ProfileChange], text: str = "") -> str:
    """The facts of this message that `text` does not hold, in a few words; empty without any."""
    said = [words for change in changes for words in _in_words(change) if not _stands_in(words, text)]
    if not said:
        return ""
    more = len(said) - MOST_NOTED
    shown = [*said[:MOST_NOTED], *([f"{more} more"] if more > 0 else [])]
    return wording.listing(shown)


def _in_words(change: ProfileChange) -> list[str]:
    """The value of one change as short as it can be said; nothing for what was taken back."""
    value = change.value
    if change.op not in ("set", "add") or value is None:
        return []
    if isinstance(value, list):
        lacks = "no " if change.field == "missing_skills" else ""
        return [f"{lacks}{each}" for each in value] if change.field != "busy" else ["your busy times"]
    if isinstance(value, str):
        return [wording.period(value)]
    said = {
        "years_experience": f"your {wording.years(value)}",
        "hours_per_week": f"your {wording.hours(value)} a week",
        "horizon_weeks": f"your {wording.weeks(round(value))}",
        "target_salary": f"your aim of {wording.money(value)}",
        "present_pay": f"your {wording.money(value)}",
    }
    return [said[change.field]] if change.field in said else []


def _stands_in(words: str, text: str) -> bool:
    """Whether the reply used a fact."""
    bare = words.removeprefix("your ").removeprefix("aim of ").removeprefix("no ")
    return bare.casefold() in text.casefold()
