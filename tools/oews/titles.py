"""The titles that lead to occupations: OEWS's own, families and proxies written by hand, O*NET's.

A title is found by its comparable form without spaces, so that "front end", "front-end" and "frontend" are one.
"""

import csv
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from tools.oews.onet_store import AddedRelease
from tools.oews.spelling import english_words, stands_for_itself
from tools.oews.tables import occupations, read_lines, read_table
from tools.oews.wording import title_key

Origin = Literal["oews", "family", "proxy", "onet", "saying", "meaning"]


class Hit(NamedTuple):
    """An occupation that a title leads to.

    `weight` says how much speaks for it (O*NET's sources), `share` is that beside the title's best one.
    """

    code: str
    origin: Origin
    title: str
    share: float
    weight: int
    why: str = ""


# What is written by hand or printed by OEWS outweighs any number of O*NET's sources.
BY_HAND = 50
_MILITARY = "military_specialties"


# What must speak for a title that is to be believed by itself.
LEAST_WEIGHT = 9

# Percent of letters in common: two errors in a title of fifteen letters.
_NEAR_IN_LETTERS = 86.0

# Short words in a row are no abbreviation ("is a" is not ISA).
_SHORTEST_JOINED = 5


def find_title(key: str, added: AddedRelease | None = None) -> list[Hit]:
    """Occupations of a title in comparable form, best first; what is written by hand goes before O*NET."""
    joined = key.replace(" ", "")
    if " " in key and len(joined) < _SHORTEST_JOINED:
        return []
    if code := _oews_titles().get(joined):
        return [Hit(code, "oews", key, 1.0, BY_HAND)]
    if hits := _by_hand().get(joined):
        return hits
    packed = (added.find(joined) if added else None) or _onet_titles().get(joined)
    return _unpacked(*packed) if packed else []


def find_rare_title(key: str) -> list[Hit]:
    """Occupations of a title that little speaks for; only for a role that is asked for as it stands."""
    codes = _rare_titles().get(key)
    return _unpacked(key, codes) if codes else []


def says_little(key: str) -> bool:
    """Whether a title, with words before it left aside, seldom is the same occupation ("motorcycle mechanic")."""
    return key in _tails()


def find_misspelt_title(key: str) -> str | None:
    """The title that is written nearly like `key`, where a word of it is none and the others are the title's."""
    words = set(key.split())
    wrong = {
        word
        for word in words - _vocabulary() - english_words()
        if len(word) >= _SHORTEST_JOINED and word.isalpha()
    }
    if not wrong or stands_for_itself(key):
        return None
    from rapidfuzz import fuzz, process

    near = process.extract(key, _all_keys(), scorer=fuzz.ratio, score_cutoff=_NEAR_IN_LETTERS, limit=5)
    return next((str(title) for title, _, _ in near if words - wrong <= set(title.split())), None)


def find_reordered(key: str, added: AddedRelease | None = None) -> str | None:
    """The title that has the same words in another order."""
    if len(key.split()) < 2:
        return None
    found = _by_words().get(_bag(key))
    return found or (added.find_words(key.split()) if added else None)


def find_contained(key: str) -> list[Hit]:
    """The one OEWS occupation whose title has all of these words and ends in the last one ("urban planner")."""
    words = key.split()
    if len(words) < 2:
        return []
    found = [
        code for code, (own, last) in _own_words().items() if own.issuperset(words) and words[-1] in last
    ]
    return (
        [Hit(code, "oews", key, 1.0, BY_HAND, "part of the title") for code in found]
        if len(found) == 1
        else []
    )


def ending_words(code: str) -> frozenset[str]:
    """The words that end the parts of an occupation's title ("Paralegals and Legal Assistants"), comparable."""
    return _own_words()[code][1] if code in _own_words() else frozenset()


@lru_cache(maxsize=1)
def _own_words() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Words of each occupation's title, and those that end one of its parts; without what it excludes."""
    found: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
    for code, each in occupations().items():
        title = each.title.partition(", Except")[0]
        parts = [title_key(part).split() for part in title.replace(" and ", ", ").split(",")]
        if "All Other" not in title:
            words = frozenset(word for part in parts for word in part)
            found[code] = (words, frozenset(part[-1] for part in parts if part))
    return found


def title_words(added: AddedRelease | None = None) -> frozenset[str]:
    """All words that occur in a title: what typing errors are mended to, what may modify a job."""
    return added.words() | _vocabulary() if added else _vocabulary()


def title_lengths(first: str, added: AddedRelease | None = None) -> frozenset[int]:
    """How many words the titles have that begin with `first`."""
    lengths = _lengths().get(first, frozenset())
    return lengths | added.lengths(first) if added else lengths


@lru_cache(maxsize=1)
def _lengths() -> dict[str, frozenset[int]]:
    lengths: dict[str, set[int]] = {}
    for key in _all_keys():
        words = key.split()
        lengths.setdefault(words[0], set()).add(len(words))
    return {word: frozenset(found) for word, found in lengths.items()}


def _unpacked(title: str, codes: str) -> list[Hit]:
    pairs = [(code, int(weight)) for code, _, weight in (entry.partition(":") for entry in codes.split())]
    heaviest = pairs[0][1]
    return [Hit(code, "onet", title, weight / heaviest, weight) for code, weight in pairs]


@lru_cache(maxsize=1)
def _oews_titles() -> dict[str, str]:
    return {title_key(found.title).replace(" ", ""): code for code, found in occupations().items()}


@lru_cache(maxsize=1)
def _by_hand() -> dict[str, list[Hit]]:
    found: dict[str, list[Hit]] = {}
    for name, key, origin, code, why in _hand_rows():
        hits = found.setdefault(key.replace(" ", ""), [])
        if code not in {hit.code for hit in hits}:
            hits.append(Hit(code, origin, name, 1.0 - 0.03 * len(hits), BY_HAND, why))
    return found


@lru_cache(maxsize=1)
def _hand_rows() -> list[tuple[str, str, Origin, str, str]]:
    """Each title written by hand, in its table's order: as written, comparable, and what it leads to."""
    origins: tuple[tuple[str, Origin], ...] = (
        ("occupation_proxies", "proxy"),
        ("occupation_families", "family"),
        (_MILITARY, "proxy"),
    )
    return [
        (name, title_key(name), origin, row["code"], row["why"])
        for table, origin in origins
        for row in read_table(table)
        for name in row["titles"].split("|")
    ]


@lru_cache(maxsize=1)
def _onet_titles() -> dict[str, tuple[str, str]]:
    """By comparable form without spaces: the title as people write it, and its codes."""
    return {key.replace(" ", ""): (title, codes) for title, key, codes in _onet_rows()}


@lru_cache(maxsize=1)
def _onet_rows() -> list[tuple[str, str, str]]:
    # Twenty thousand rows: dictionaries would take as long as everything else at the first link.
    rows = csv.reader(read_lines("occupation_titles")[1:])
    return [(title, key or title, codes) for title, key, codes in rows]


@lru_cache(maxsize=1)
def _rare_titles() -> dict[str, str]:
    lines = (line.partition(",") for line in read_lines("occupation_titles_rare")[1:])
    return {key: codes for key, _, codes in lines}


@lru_cache(maxsize=1)
def _tails() -> frozenset[str]:
    return frozenset(row["title"] for row in read_table("occupation_tails"))


def known_titles() -> frozenset[str]:
    """All titles in comparable form: OEWS's, those written by hand, the common ones of O*NET."""
    return _all_keys()


def all_hits() -> Iterator[list[Hit]]:
    """What each title written by hand and each common one of O*NET leads to; codes of military specialties are no words."""
    codes = {name for row in read_table(_MILITARY) for name in row["titles"].split("|")}
    yield from (hits for hits in _by_hand().values() if hits[0].title not in codes)
    yield from (_unpacked(title, codes) for title, _, codes in _onet_rows())


@lru_cache(maxsize=1)
def _all_keys() -> frozenset[str]:
    keys = {title_key(found.title) for found in occupations().values()}
    keys |= {key for _, key, _, _, _ in _hand_rows()}
    return frozenset(keys | {key for _, key, _ in _onet_rows()})


@lru_cache(maxsize=1)
def _vocabulary() -> frozenset[str]:
    return frozenset(word for key in _all_keys() for word in key.split())


@lru_cache(maxsize=1)
def _by_words() -> dict[str, str]:
    return {_bag(key): key for key in _all_keys() if " " in key}


def _bag(key: str) -> str:
    return " ".join(sorted(set(key.split()) - {"of", "for", "in", "and"}))
