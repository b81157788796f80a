"""From what people call a job to OEWS occupations.

A title is looked up as it stands, then without employer noise and levels, then with abbreviations written out
and typing errors mended, then without leading words that only narrow it. Nothing is guessed: where none of
these readings is a known title, there is no link.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tools.evidence import Value
from tools.oews.areas import fallback_area
from tools.oews.models import Occupation, OccupationLink
from tools.oews.spelling import mend_word
from tools.oews.tables import occupation_employment, occupations, read_table
from tools.oews.titles import Hit, find_title, title_lengths, title_words
from tools.oews.wording import Word, split_words, title_key

__all__ = ["RoleMention", "fallback_area", "find_roles", "link_role", "occupation"]

_MOST_LINKS = 5
_LEAST_SHARE = 0.5
_NOISE = re.compile(r"\([^)]*\)|\[[^]]*\]|\s@.*$|\s[-\u2013\u2014|]\s.*$|\bat [A-Z].*$")


class RoleMention(Value):
    """A job title in a text: where it stands, how it reads with typing errors mended, what it may be."""

    start: int
    end: int
    text: str
    links: list[OccupationLink]


class _Reading(NamedTuple):
    key: str
    remark: str
    trust: float


def occupation(code: str) -> Occupation | None:
    """The detailed OEWS occupation of a SOC code ("15-1252")."""
    return occupations().get(code)


def link_role(text: str) -> list[OccupationLink]:
    """Occupations that a role in words may be, best first; empty where none is plausible."""
    return list(_links(text.strip()))


@lru_cache(maxsize=2048)
def _links(text: str) -> tuple[OccupationLink, ...]:
    for reading in _readings(text):
        if hits := find_title(reading.key):
            return tuple(_rank(hits, reading))
    return ()


def _rank(hits: list[Hit], reading: _Reading) -> Iterator[OccupationLink]:
    jobs = occupation_employment()
    kept = [hit for hit in hits if hit.share >= _LEAST_SHARE]
    if kept[0].origin == "onet":
        kept.sort(key=lambda hit: (-hit.share, -jobs[hit.code]))
    for place, hit in enumerate(kept[:_MOST_LINKS]):
        why = _reason(hit) + (f" ({reading.remark})" if reading.remark else "")
        score = round(max(0.1, reading.trust * hit.share - 0.02 * place), 3)
        yield OccupationLink(
            occupation=occupations()[hit.code], why=why, score=score, proxy=hit.origin == "proxy"
        )


def _reason(hit: Hit) -> str:
    if hit.origin == "oews":
        return "title of the occupation itself"
    if hit.origin == "onet":
        return f'O*NET lists "{hit.title}" as a title of this occupation'
    return f'"{hit.title}": {hit.why}'


def _readings(text: str) -> Iterator[_Reading]:
    """Ways to read a role, most literal first, each with what was done to it."""
    seen: set[str] = set()
    for written, remark, trust in _shorter(text):
        for key, note in _spelled(written):
            if key and key not in seen:
                seen.add(key)
                yield _Reading(key, "; ".join(filter(None, (remark, note))), trust - 0.05 * bool(note))


def _shorter(text: str) -> Iterator[tuple[str, str, float]]:
    key = title_key(text)
    yield key, "", 1.0
    core = title_key(_NOISE.sub(" ", text))
    yield core, "what stands around the title left aside", 0.97
    bare = _without_levels(core)
    yield bare, "level and working time left aside", 0.95
    words = bare.split()
    for dropped in range(1, len(words)):
        rest = words[dropped:]
        if _may_stand(rest) and _may_modify(words[:dropped]):
            yield " ".join(rest), f'"{" ".join(words[:dropped])}" left aside', 0.8 - 0.05 * dropped


def _without_levels(key: str) -> str:
    words = key.split()
    while len(words) > 1 and words[0] in _words("level") | _words("noise"):
        words.pop(0)
    while len(words) > 1 and words[-1] in _words("level") | _words("noise"):
        words.pop()
    return " ".join(words)


def _may_stand(words: list[str]) -> bool:
    """One word must say a trade by itself; "engineer" or "specialist" alone does not."""
    return len(words) > 1 or words[0] not in _words("generic")


def _may_modify(words: list[str]) -> bool:
    """Only words that occur in job titles may be left aside: "dragon" is no kind of trainer."""
    return all(word in title_words() for word in words)


def _spelled(key: str) -> Iterator[tuple[str, str]]:
    """The key as it is, with abbreviations written out, and with typing errors mended."""
    yield key, ""
    words = key.split()
    meanings = _abbreviations()
    full = " ".join(meanings.get(word, word) for word in words)
    if full != key:
        yield full, f'read as "{full}"'
    mended = " ".join(mend_word(word, title_words()) or word for word in words)
    if mended != key:
        yield mended, f'read as "{mended}"'


@lru_cache(maxsize=16)
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in read_table("occupation_words") if row["kind"] == kind)


@lru_cache(maxsize=1)
def _abbreviations() -> dict[str, str]:
    rows = read_table("occupation_words")
    return {row["word"]: row["meaning"] for row in rows if row["kind"] == "abbreviation"}


def find_roles(text: str) -> list[RoleMention]:
    """Job titles in free text in reading order, longest match first, none overlapping."""
    words = split_words(text)
    mentions: list[RoleMention] = []
    position = 0
    while position < len(words):
        length, mention = _mention_at(text, words, position)
        if mention:
            mentions.append(mention)
        position += length
    return mentions


def _mention_at(text: str, words: list[Word], position: int) -> tuple[int, RoleMention | None]:
    first = words[position].norm
    for length in sorted(title_lengths().get(first, ()), reverse=True):
        window = words[position : position + length]
        if len(window) < length:
            continue
        key = " ".join(word.norm for word in window)
        if find_title(key):
            start, end = window[0].start, window[-1].end
            written = text[start:end]
            return length, RoleMention(start=start, end=end, text=written, links=link_role(written))
    return 1, None
