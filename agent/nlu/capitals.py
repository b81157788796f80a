"""A message typed in capitals in ordinary case, letter for letter: how it is written says nothing of what is a name then.

Places, skills, certificates, employers and given names are written as the tables write them; words without a vowel
("TMS") stay abbreviations.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from langchain_core.messages import AnyMessage

import prompts
from agent.nlu.annotate import annotate
from agent.nlu.hits import Hit
from agent.state import CoachState
from tools.oews.employers import employers
from tools.oews.places import abbreviation_of, state_of, states_of_town
from tools.oews.role_readings import abbreviations
from tools.oews.tables import words_of
from tools.oews.wording import place_key, split_place_words, title_key
from tools.roadmap.skills import is_everyday, ordinary_words, spelling

_FEWEST_WORDS = 3  # fewer may as well be names
_IN_CAPITALS = 0.85  # share of the letters
_LETTERS = re.compile(r"[^\W\d_]+")
_BEGINS = re.compile(r"(?:\A|[.!?]\s+|\n\s*)[^\w\n]*([a-z])")
_I = re.compile(r"\bi(?=['\u2019]?(?:m|ve|ll|d)?\b)")
_VOWEL = re.compile(r"[aeiouy]")
_NO_VOWEL = re.compile(r"\b[b-df-hj-np-tv-xz]{3,5}\b")
_LONGEST_TOWN = 3  # words


def heard(state: CoachState) -> list[AnyMessage]:
    """What the person said, each message as it is read and said back."""
    messages = (each for each in state.get("messages") or [] if each.type == "human")
    pairs = ((each, in_ordinary_case(str(each.text))) for each in messages)
    return [each if text == each.text else each.model_copy(update={"content": text}) for each, text in pairs]


@lru_cache(maxsize=256)
def in_ordinary_case(text: str) -> str:
    """The text as it is, or, where all of it is typed in capitals, in small letters with those that names have."""
    words = _LETTERS.findall(text)
    letters = "".join(words)
    capitals = sum(letter.isupper() for letter in letters)
    if len(words) < _FEWEST_WORDS or capitals < _IN_CAPITALS * len(letters):
        return text
    small = "".join(lower if len(lower := letter.lower()) == 1 else letter for letter in text)
    written = list(small)
    for start, name in _names(small):
        written[start : start + len(name)] = name
    return "".join(written)


def _names(text: str) -> Iterator[tuple[int, str]]:
    """Where which words are written otherwise than in small letters, and how."""
    for pattern in (_BEGINS, _I):
        yield from ((found.end() - 1, found[0][-1].upper()) for found in pattern.finditer(text))
    yield from ((found.start(), found[0].upper()) for found in _NO_VOWEL.finditer(text))
    for pattern, written in ((_abbreviated(), str.upper), (_given(), str.title)):
        yield from ((found.start("name"), written(found["name"])) for found in pattern.finditer(text))
    for hit in annotate(text):
        yield from _KINDS[hit.kind](text[hit.start : hit.end], hit)
    yield from _towns(text)


def _place(words: str, hit: Hit) -> Iterator[tuple[int, str]]:
    for word in split_place_words(words):
        name = words[word.start : word.end]
        short = abbreviation_of(word.norm) or "." in name or (name == words and len(name) == len("nyc"))
        if short or len(name) > len("us"):  # "us" is who speaks
            yield hit.start + word.start, name.upper() if short else name.capitalize()


def _skill(words: str, hit: Hit) -> Iterator[tuple[int, str]]:
    name = spelling(words)
    # A capital at its beginning alone ("Roofing") says nothing of a name.
    if name.casefold() == words and not name[1:].islower() and not is_everyday(words):
        yield hit.start, name


def _role(words: str, hit: Hit) -> Iterator[tuple[int, str]]:
    """The abbreviations of a title, by first letters and no shortened words: "CNA", and no "TECH"."""
    for found in _LETTERS.finditer(words):
        short = title_key(found[0])
        initials = "".join(word[0] for word in abbreviations().get(short, "").split())
        alone = len(short) > len("it") or not _VOWEL.search(short)
        if len(short) > 1 and initials.startswith(short) and (alone or found[0] != words):
            yield hit.start + found.start(), found[0][: len(short)].upper()


_KINDS = {"place": _place, "skill": _skill, "role": _role}


def _towns(text: str) -> Iterator[tuple[int, str]]:
    """A town ahead of its state, which tables know by both alone ("MORGAN CITY LOUISIANA")."""
    words = split_place_words(text)
    for at, word in enumerate(words):
        state = state_of(word.norm)
        for size in range(min(_LONGEST_TOWN, at), 0, -1) if state else ():
            town = words[at - size : at]
            if state in states_of_town(place_key(text[town[0].start : town[-1].end])):
                names = [*town, word] if abbreviation_of(word.norm) else town
                for each in names:
                    name = text[each.start : each.end]
                    yield each.start, name.upper() if each is word else name.capitalize()
                break


@cache
def _abbreviated() -> re.Pattern[str]:
    """Certificates and employers whose names are abbreviations."""
    certificates = (name for name in words_of("occupation_words", "certificate") if name.isalpha())
    names = [*certificates, *(name.lower() for name in employers() if name.isupper() and name.isalpha())]
    return re.compile(rf"\b(?P<name>{'|'.join(sorted(names, key=len, reverse=True))})\b")


@cache
def _given() -> re.Pattern[str]:
    """Given names, and what stands behind a title and is no word as any other."""
    held = prompts.words("own_words")
    common = {*ordinary_words(), *str(prompts.words("little")["en"]).split()}
    given = [name for name in str(held["given"]).split() if name not in common]
    titles = "|".join(str(held["titles"]).split())
    no_name = "|".join(sorted(common))
    return re.compile(
        rf"\b(?:(?P<title>{titles})\b\.?\s+(?!(?:{no_name})\b))?(?P<name>(?(title)[a-z]+|(?:{'|'.join(given)})))\b"
    )
