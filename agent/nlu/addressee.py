"""To whom a text goes: the one person's name in a message, by how it is written and where it stands."""

import calendar
import re
from collections.abc import Iterable, Sequence
from functools import cache

import prompts
from agent.nlu.annotate import annotate
from agent.nlu.letters.signed import signed
from agent.nlu.mentions import Message
from tools.roadmap.skills import ordinary_words

# Behind these any word is a name; behind other titles ("Chef", "tio") one that is written or known as a name.
_FORMAL = r"(?i:dr|mr|mrs|ms|miss|prof|professor)\b\.?\s+"
_BETWEEN = r"(?:(?!(?:that|my|if|about|and|because|when|who|which)\b)[a-z&/-]+,?\s+){1,6}"
_BEGINS = re.compile(r"(?:^|[.!?\n])\W*$")  # a sentence begins here
_BY_PRONOUN = re.compile(
    r"\b(?:write|text|tell|email|message|thank|ask|send|to)\s+(?:him|her)\b", re.IGNORECASE
)
_SAID_TO_BE = re.compile(r"\b(?:name(?:['\u2019]?s|\s+is)|named|called)\s+$", re.IGNORECASE)
_CALENDAR = frozenset(name for names in (calendar.month_name, calendar.day_name) for name in names if name)


def addressee(message: Message) -> str | None:
    """To whom a message says that it goes; None where it names nobody, or several."""
    taken = _taken(message)
    behind, alone, _, named = _patterns()
    found = [*behind.finditer(message.text), *alone.finditer(message.text)]
    if not found and _BY_PRONOUN.search(message.text):
        found = [*named.finditer(message.text)]
    return _one_of(
        _written(match["name"])
        for match in found
        if _is_name(match, taken, to=True) and (_is_known(match) or not _is_ordinary(match["name"]))
    )


def of_theirs(text: str) -> str | None:
    """The one person of theirs whom a text names ("my manager Tonya")."""
    return _one_of(_written(match["name"]) for match in _patterns()[3].finditer(text))


def named_person(message: Message) -> str | None:
    """The one person whom a message names within its sentences: where a text waits for a name it is that."""
    taken, to = _taken(message), addressee(message)
    named = {
        _written(match["name"])
        for match in _patterns()[2].finditer(message.text)
        if _is_name(match, taken)
        and (_is_known(match) or not (_is_ordinary(match["name"]) or " " in match["name"]))
        and not _BEGINS.search(message.text[: match.start()])
    }
    return _one_of(named | ({to} if to else set()))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """A name behind a word that says whom it goes to, one alone behind a title, one anywhere, one of somebody of theirs."""
    held = prompts.words("own_words")
    given, too, titles = (
        rf"(?i:{'|'.join(str(held[name]).split())})\b" for name in ("given", "given_behind_a_title", "titles")
    )
    whose = "|".join(str(held["whom"]).replace("_", r"\s").split())
    capital = r"[A-Z][a-z]+(?:\s[A-Z][a-z]+)?"
    titled = rf"(?:{_FORMAL}[A-Za-z]+|{titles}\.?\s+(?:{capital}|{given}|{too}))"
    name = rf"(?P<name>{titled}|{capital}|{given})"
    behind = re.compile(
        rf"\b(?:(?i:to|for|tell|ask|asking|email|text|txt|message|send|thank|remind|named|called|write|supervisor|manager|mgr|boss|foreman|teacher)|(?i:name|boss|manager|director|supervisor|foreman|teacher|owner|principal|dispatcher|recruiter)(?:['\u2019]?s|\sis))\s+"
        # Perhaps behind what they are ("to our shift manager, Paula").
        rf"(?:(?i:my|our|the|his|her)\s+{_BETWEEN})?{name}\b(?!['\u2019]s)"
    )
    alone = re.compile(
        rf"(?:^|[.!?,\n]\s*|\b(?:is|its|it['\u2019]s)\s+)(?P<name>{titled}|{given})(?=\s*(?:$|[.!?,\n]|\b(?:at|from|in)\b))"
    )
    # "my coworker Dell covered for me, help me write him"
    named = re.compile(
        rf"\b(?i:my|our)\s+(?:[a-z]+\s+){{0,2}}?(?i:{whose})\s+(?P<name>{titled}|{capital})\b(?!['\u2019]s)"
    )
    return behind, alone, re.compile(rf"\b(?P<name>{titled}|{capital})\b"), named


def _written(name: str) -> str:
    """A name with its capitals; a title with one, too."""
    return " ".join(word[:1].upper() + word[1:] for word in name.split())


def _taken(message: Message) -> list[tuple[int, int]]:
    """What is known of other words, or is the writer's own: it is no name of whom it goes to."""
    taken = [(each.start, each.end) for each in message.mentions]
    taken += [own[1:]] if (own := signed(message.text)) else []
    return taken + [(each.start, each.end) for each in annotate(message.text)]


def _tools(text: str) -> set[tuple[int, int]]:
    return {(each.start, each.end) for each in annotate(text) if each.kind == "skill"}


def _one_of(names: Iterable[str]) -> str | None:
    found = set(names)
    return found.pop() if len(found) == 1 else None


def _is_known(match: re.Match[str]) -> bool:
    """Whether a title stands before it, it is a given name, or it is said to be one ("his name is Dale")."""
    first = match["name"].split()[0].casefold().rstrip(".")
    titled = first in prompts.words("own_words")["titles"].split()
    told = _SAID_TO_BE.search(match.string[: match.start("name")]) is not None
    return titled or told or _is_given(first) or match["name"].islower()


def _is_given(name: str) -> bool:
    return name.casefold() in prompts.words("own_words")["given"].split()


def _is_ordinary(name: str) -> bool:
    return any(word.casefold() in ordinary_words() | _little() for word in name.split())


@cache
def _little() -> frozenset[str]:
    return frozenset(str(prompts.words("little")["en"]).split())


def _is_name(match: re.Match[str], taken: Sequence[tuple[int, int]], *, to: bool = False) -> bool:
    """Whether the words name a person: behind a title they do, else where nothing else is known of them; `to` whom it goes a given name, too."""
    start, end = match.span("name")
    if match["name"].islower():  # the last word is a given name
        start = end - len(match["name"].split()[-1])
    if match["name"].islower() or (to and _is_given(match["name"])):  # whatever tool is called so, too
        taken = [each for each in taken if each not in _tools(match.string)]
    known = match["name"] in _CALENDAR or any(first < end and start < last for first, last in taken)
    return re.match(_FORMAL, match["name"]) is not None or not known
