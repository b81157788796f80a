"""The grade that somebody teaches as the level of its school: "7th grade science teacher" teaches in a middle school."""

import re
from functools import lru_cache

from tools.oews.tables import read_table

_LAST_OF_ELEMENTARY, _LAST_OF_MIDDLE, _LAST = 5, 8, 12
_DIGITS = r"1[0-2]|[1-9]"
_GRADE = re.compile(
    rf"\b(?:(?:{_DIGITS})(?:st|nd|rd|th)?\s*(?:and|&|/|-|to)\s*)?(?:(?P<number>{_DIGITS})(?:st|nd|rd|th)|(?P<word>[a-z]+))[\s-]+grade(?:rs?|s)?\b",
    re.IGNORECASE,
)


def with_school_level(text: str) -> str:
    """The text with each school grade, in digits or words, as elementary, middle or high school; other words stay."""
    return _GRADE.sub(_level, text)


def _level(match: re.Match[str]) -> str:
    grade = int(match["number"] or _ordinals().get(match["word"].casefold(), 0))
    if not 1 <= grade <= _LAST:
        return match[0]
    level = "elementary" if grade <= _LAST_OF_ELEMENTARY else "middle" if grade <= _LAST_OF_MIDDLE else "high"
    return f"{level} school"


@lru_cache(maxsize=1)
def _ordinals() -> dict[str, int]:
    rows = read_table("occupation_words")
    return {row["word"]: int(row["meaning"]) for row in rows if row["kind"] == "school_grade"}
