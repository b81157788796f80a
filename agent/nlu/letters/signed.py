"""The name a text is to end with, where a message tells it: "sign it Ray", "put my name under it, Jo"."""

import re
from collections.abc import Sequence

import prompts
from agent.nlu.letters.labels import Labelled
from tools.roadmap.skills import ordinary_words

_LITTLE = (
    r"(?:it|this|that|off|as|with|from|by|just|only|my|name|at|the|end|bottom|under|on|there|in|please|pls)"
)
_SIGN = re.compile(
    rf"\b(?i:sign(?:ed)?|put\s+my\s+name|end\s+it\s+with\s+my\s+name|my\s+name(?:['\u2019]?s|\s+is))(?:\s+(?i:{_LITTLE})\b)*[\s,:]+"
    r"(?P<name>[^\W\d_][\w.'\u2019-]*(?:(?<!\w\w\.)\s+(?:and\s+)?(?-i:[A-Z])[\w.'\u2019-]*){0,2})"
)

# Where a clause surely tells it, whatever leads to the name.
_IN_A_CLAUSE = re.compile(
    rf"\b(?:sign(?:ed)?|put|end\s+(?:it|with)|from)\b(?:\s+(?:{_LITTLE}|both|them|is|just)\b)*[\s:,]+(?P<name>.+)$",
    re.IGNORECASE,
)
_MOST_OF_A_SIGNATURE, _MAY_SIGN = 5, 0.2  # words, and the chance that a clause tells it
_GOES_ON = re.compile(r"\s+\w")


def signed(text: str) -> tuple[str, int, int] | None:
    """The name, and where its words begin and end; None where none is told, or only that it is to be signed."""
    match = _SIGN.search(text)
    if match is None or not _is_a_name(match["name"], ends=not _GOES_ON.match(text, match.end())):
        return None
    words = [each if each == "and" else each[:1].upper() + each[1:] for each in match["name"].split()]
    return " ".join(words).rstrip(".,"), match.start(), match.end()


def signed_in(read: Sequence[Labelled]) -> str | None:
    """The name that the text ends with, where a clause of a message tells it."""
    for each in read:
        if found := signed(each.clause.text):
            return found[0]
        match = _IN_A_CLAUSE.search(each.clause.text) if each.chances["sign"] >= _MAY_SIGN else None
        if (
            match
            and not re.search(r"\d", match["name"])
            and len(match["name"].split()) <= _MOST_OF_A_SIGNATURE
        ):
            return match["name"].strip(" .!\"'")
    return None


def _is_a_name(words: str, *, ends: bool) -> bool:
    """Whether it may be one: a given name, one with a capital, or what `ends` there and is no word as any other."""
    first = words.split(maxsplit=1)[0].strip(".,")
    held = prompts.words("own_words")
    given = {*str(held["given"]).split(), *str(held["given_behind_a_title"]).split()}
    low = first.casefold()
    if low in given:
        return True
    little = str(prompts.words("little")["en"]).split()
    return low not in little and (first[:1].isupper() or (ends and low not in ordinary_words()))
