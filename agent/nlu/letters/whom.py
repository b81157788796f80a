"""What the one a text goes to is to them, and where the text speaks of that one: "my dispatcher keeps texting me ... tell him"."""

import re
from collections.abc import Sequence
from functools import cache

import prompts
from agent.nlu.addressee import is_given, is_titled
from agent.nlu.letters.labels import Labelled

_BY_PRONOUN = re.compile(
    r"\b(?:to|tell(?:s|ing)?|ask(?:s|ing)?|text|email|message|write|thank|let|send|call)\s+(?:him|her|them)\b",
    re.IGNORECASE,
)
_TO_THEM = r"\b(?:to|for|ask(?:ing)?|tell(?:ing)?|text|email|message|write|send|thank|let)\s+"
# Behind these one is "him", else "he".
_AFTER = re.compile(
    r"\b(?:to|for|with|from|of|about|by|at|on|than|ask(?:ed|ing)?|t[eo]ld?|tell(?:ing)?|text(?:ed)?|email(?:ed)?|write|thank|let|ga?ive|sent|send|call(?:ed)?)\s+$",
    re.IGNORECASE,
)
_IS = re.compile(r"\b(?:is|was|am|are|were|be|been|as|became|a)\s+$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['\u2019]s\b")


def whom(text: str) -> str | None:
    """What they are whom a message says the text goes to ("boss"); None where nothing of the kind is named, or several are."""
    named = {match["who"].casefold() for match in re.finditer(_TO_THEM + _who(), text, re.IGNORECASE)}
    if not named and _BY_PRONOUN.search(text):
        named = {match["who"].casefold() for match in re.finditer(_who(), text, re.IGNORECASE)}
    return named.pop() if len(named) == 1 else None


def whom_told(read: Sequence[Labelled]) -> str | None:
    """What the reader is to them, by a clause that says who that is ("the director's name is Ann")."""
    told = " ".join(each.clause.text.casefold() for each in read if each.label == "who")
    return max(
        (each for each in _singular() if re.search(rf"\b{re.escape(each)}\b", told)), key=len, default=None
    )


def by_pronoun(text: str) -> bool:
    """Whether it goes to somebody spoken of before ("text her")."""
    return _BY_PRONOUN.search(text) is not None


def as_third_person(words: str, who: str | None, name: str | None = None) -> str:
    """A clause in which whom the text goes to, called what they are or by `name`, is "he": `to_you` speaks to them then."""
    alone = re.escape(name) if name and (is_titled(name) or is_given(name.split()[0])) else None
    theirs = f"{_who(who)}(?:,?\\s+{re.escape(name)})?" if who and name else _who(who) if who else None
    called = "|".join(filter(None, (theirs, alone))) or None
    if called is None:
        return words
    said, last = "", 0
    for match in re.finditer(rf"(?<![\w-])(?:{called})(?![\w-])", words, re.IGNORECASE):
        said += words[last : match.start()]
        last = match.end()
        if _IS.search(said):  # "he was my foreman"
            said += match[0]
            continue
        if owner := _POSSESSIVE.match(words, last):
            said, last = f"{said}his", owner.end()
        else:
            said += "him" if _AFTER.search(said) else "he"
    return said + words[last:]


def is_many(who: str) -> bool:
    """Whether it is more than one person ("clients")."""
    return who not in _singular()


def _who(who: str | None = None) -> str:
    nouns = re.escape(who) if who else rf"(?P<who>(?:{_nouns()})s?)"
    return rf"(?:my|our|the)\s+(?:(?:kid|son|daughter)['\u2019]?s\s+)?(?:[\w-]+\s+){{0,2}}?{nouns}(?:\s+(?:{_nouns()}))?\b"


@cache
def _singular() -> tuple[str, ...]:
    return tuple(each.replace("_", " ") for each in str(prompts.words("own_words")["whom"]).split())


@cache
def _nouns() -> str:
    return "|".join(_singular())
