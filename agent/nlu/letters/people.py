"""Whose text it is: to whom it goes, by name or by what they are to the writer, and the name it ends with."""

import re
from collections.abc import Sequence

import prompts
from agent.nlu.addressee import addressee, named_person
from agent.nlu.letters.labels import Labelled
from agent.nlu.letters.signed import signed as signature
from agent.nlu.letters.whom import as_third_person, by_pronoun, is_many, whom
from agent.nlu.mentions import Message
from tools.roadmap.skills import ordinary_words

__all__ = ["as_third_person", "by_pronoun", "is_many", "name_in", "signed", "whom", "whom_told"]

_WORD = re.compile(r"[^\W\d_][\w.'\u2019-]*")
_CAPITAL = re.compile(r"[A-Z]")
# "the dean at Miles Community College" names no person.
_AT = re.compile(r"\b(?:at|of|from|in|with|over\s+at)\s+(?:the\s+)?(?P<place>[A-Z][\w'\u2019-]*)")
_HOUSE = re.compile(
    r"\b(?:College|University|School|Hospital|Inc|LLC|Company|Center|Clinic|Bank|Church|Club|Hall|Co)\b"
)
_MOST_OF_A_NAME = 3  # words
# "Rosa and Kim": both are spoken to.
_TWO = re.compile(r"\b(?P<first>[A-Z][\w'\u2019-]+)\s+(?:and|&)\s+(?P<second>[A-Z][\w'\u2019-]+)\b")
_SIGN = re.compile(
    r"\b(?:sign(?:ed)?|put|end\s+(?:it|with)|from)\b(?:\s+(?:it|both|them|off|that|this|as|with|from|just|my|name|is|under|just)\b)*[\s:,]+(?P<name>.+)$",
    re.IGNORECASE,
)
_MOST_OF_A_SIGNATURE, _MAY_SIGN = 5, 0.2  # words, and the chance that a clause tells it


def name_in(message: Message, read: Sequence[Labelled]) -> str | None:
    """To whom a message says that a text goes; two people by both names; None where it names nobody."""
    for each in read:
        if each.label in ("who", "request") and (two := _TWO.search(each.clause.text)):
            return f"{two['first']} and {two['second']}"
    if name := addressee(message):
        return name
    told = (
        _name(each.clause.text, capital=label == "request")
        for label in ("who", "request")
        for each in read
        if each.label == label
    )
    return next(filter(None, told), None) or (
        named_person(message) if any(each.label == "who" for each in read) else None
    )


def _name(clause: str, *, capital: bool) -> str | None:
    """The name in a clause that says who somebody is: what of it is no word as any other; only one with a `capital`."""
    common = ordinary_words() | {*str(prompts.words("little")["en"]).split()}
    whose = {each.replace("_", " ") for each in str(prompts.words("own_words")["whom"]).split()}
    words = [word.rstrip(".") for word in _WORD.findall(clause)]
    where = {each["place"] for each in _AT.finditer(clause)}
    written = [word for word in words[1:] if _CAPITAL.match(word) and len(word) > 1 and word not in where]
    own = [word for word in written if word.casefold() not in common] or [
        word for word in words if word.casefold() not in common | whose and not _is_a_short_form(word)
    ]
    if (capital and not written) or any(map(_HOUSE.match, own)):
        return None
    if not 0 < len(own) <= _MOST_OF_A_NAME:
        return None
    return " ".join(word[:1].upper() + word[1:] for word in own)


def whom_told(read: Sequence[Labelled]) -> str | None:
    """What the reader is to them, by a clause that says who that is ("the director's name is Ann")."""
    nouns = [each.replace("_", " ") for each in str(prompts.words("own_words")["whom"]).split()]
    told = " ".join(each.clause.text.casefold() for each in read if each.label == "who")
    found = [each for each in nouns if re.search(rf"\b{re.escape(each)}\b", told)]
    return max(found, key=len, default=None)


def _is_a_short_form(word: str) -> bool:
    held = prompts.words("own_words")
    return word.casefold() in held["anywhere"] or word.casefold() in held["beginning"] or "'" in word


def signed(read: Sequence[Labelled]) -> str | None:
    """The name that the text ends with, where a clause tells it."""
    for each in read:
        if found := signature(each.clause.text):
            return found[0]
        match = _SIGN.search(each.clause.text) if each.chances["sign"] >= _MAY_SIGN else None
        if match and len(match["name"].split()) <= _MOST_OF_A_SIGNATURE:
            return match["name"].strip(" .!\"'")
    return None
