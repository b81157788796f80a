"""What words without a name speak of: "both", "the two", "either of them"; "that", "it"; one's own work, "mine"; "here"."""

import re

_TWO = re.compile(r"\b(?:both|(?:the|those|these|same) two|either|neither|two of them)\b", re.IGNORECASE)
_SEVERAL = re.compile(r"\b(?:they|them|those|these|each|all|any)\b", re.IGNORECASE)
_ONE = re.compile(r"\b(?:that|this|it)\b", re.IGNORECASE)
_OWN = re.compile(
    r"\bmine\b|\bwhat (?:do )?i (?:do|make|earn|get)(?! (?:as|if|with|in)\b)\b|\bmy (?:own |current |present )?(?:job|work|trade|pay|wages?)\b",
    re.IGNORECASE,
)
# An ellipsis that puts another thing in the place of the one before: "and campus police", "what about a real plumber?".
_ANOTHER = re.compile(
    r"^\W*(?:ok(?:ay)?,?\s+)?(?:and|or|what about|how about|same for|vs\.?|versus)\s+(?:the |an? |for |in |at )*(?P<thing>[^?!.,;]{2,40})[?!.\s]*$",
    re.IGNORECASE,
)

_HERE = re.compile(r"\bhere\b|\b(?:in|around)\s+(?:these parts|this area)\b|\bwhere i live\b", re.IGNORECASE)


def speaks_of_two(text: str) -> bool:
    """Whether what is meant are two."""
    return _TWO.search(text) is not None


def speaks_of_one(text: str) -> bool:
    """Whether it is one thing that is meant, and not several."""
    return _ONE.search(text) is not None and not (speaks_of_two(text) or _SEVERAL.search(text))


def speaks_of_several(text: str) -> bool:
    """Whether several things are meant that were told before ("any of it", "those")."""
    return _SEVERAL.search(text) is not None


def speaks_of_own_work(text: str) -> bool:
    """Whether it is the speaker's own work that is meant ("and what do I make, officially?", "vs mine")."""
    return _OWN.search(text) is not None


def find_here(text: str) -> int | None:
    """Where a text says "here" for the place they live in; None where it does not."""
    found = _HERE.search(text)
    return found.start() if found else None


def another_thing(text: str) -> str | None:
    """What a short message puts in the place of the thing before ("and campus police?"); None where it is no such message."""
    found = _ANOTHER.match(text)
    return found["thing"].strip() if found else None
