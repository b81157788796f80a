"""Clauses with a mark in the place of their days, and the wordings of `prompts/words/calendar.yaml` that hold such marks."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from agent.policy.offline.understanding.calendar_days import Days
from agent.policy.offline.understanding.cues import spaced
from agent.policy.offline.understanding.quantities import NUMBER
from prompts import words

_FIRST_MARK = 0xE000  # characters that no message holds stand for the days of a clause
MARKED = f"[{chr(_FIRST_MARK)}-{chr(_FIRST_MARK + 255)}]"


def mark(place: int) -> str:
    """The character that stands for the days of this place in a clause."""
    return chr(_FIRST_MARK + place)


def unmasked(masked: str, days: Sequence[Days]) -> str:
    """The text with its days as they were written."""
    return re.sub(MARKED, lambda match: days[place_of(match[0])].text, masked)


def blanked(masked: str, places: Iterable[int]) -> str:
    """Without the days of these places."""
    for place in places:
        masked = masked.replace(mark(place), " ")
    return masked


def place_of(text: str) -> int:
    return ord(re.findall(MARKED, text)[-1]) - _FIRST_MARK


@cache
def cue(name: str) -> re.Pattern[str]:
    """The wordings of a list in `prompts/words/calendar.yaml`, with the mark in the place of days."""
    table = words("calendar")
    listed = [table[name]] if isinstance(table[name], str) else table[name]
    return re.compile("|".join(_compiled(wording, table["learning"]) for wording in listed), re.IGNORECASE)


def _compiled(wording: str, learning: str) -> str:
    marked = wording.replace("LEARNING", learning).replace("@", MARKED)
    bound = marked if wording.startswith(("(?:^", "^", "(?<")) else spaced(marked)
    return bound.replace("NUMBER", NUMBER)
