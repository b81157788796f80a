"""The titles that lead to occupations: OEWS's own, families and proxies written by hand, O*NET's.

A title is found by its comparable form without spaces, so that "front end", "front-end" and "frontend" are one.
"""

from functools import lru_cache
from typing import Literal, NamedTuple

from tools.oews.tables import occupations, read_table
from tools.oews.wording import title_key

Origin = Literal["oews", "family", "proxy", "onet"]


class Hit(NamedTuple):
    """An occupation that a title leads to. `share` (0 to 1) is its weight beside the title's heaviest one."""

    code: str
    origin: Origin
    title: str
    share: float
    why: str = ""


def find_title(key: str) -> list[Hit]:
    """Occupations of a title in comparable form, best first; what is written by hand goes before O*NET."""
    joined = key.replace(" ", "")
    if code := _oews_titles().get(joined):
        return [Hit(code, "oews", key, 1.0)]
    if hits := _by_hand().get(joined):
        return hits
    if found := _onet_titles().get(joined):
        return _weighed(*found)
    return []


def title_words() -> frozenset[str]:
    """All words that occur in a title: what typing errors are mended to, what may modify a job."""
    return _vocabulary()


@lru_cache(maxsize=1)
def title_lengths() -> dict[str, frozenset[int]]:
    """For the first word of a title, how many words such titles have."""
    lengths: dict[str, set[int]] = {}
    for key in _all_keys():
        words = key.split()
        lengths.setdefault(words[0], set()).add(len(words))
    return {word: frozenset(found) for word, found in lengths.items()}


def _weighed(title: str, codes: str) -> list[Hit]:
    pairs = [(code, int(weight)) for code, _, weight in (entry.partition(":") for entry in codes.split())]
    heaviest = pairs[0][1]
    return [Hit(code, "onet", title, weight / heaviest) for code, weight in pairs]


@lru_cache(maxsize=1)
def _oews_titles() -> dict[str, str]:
    return {title_key(found.title).replace(" ", ""): code for code, found in occupations().items()}


@lru_cache(maxsize=1)
def _by_hand() -> dict[str, list[Hit]]:
    found: dict[str, list[Hit]] = {}
    origins: tuple[Origin, Origin] = ("proxy", "family")
    for origin, table in zip(origins, ("occupation_proxies", "occupation_families"), strict=True):
        for row in read_table(table):
            for name in row["titles"].split("|"):
                key = title_key(name)
                hits = found.setdefault(key.replace(" ", ""), [])
                hits.append(Hit(row["code"], origin, key, 1.0 - 0.03 * len(hits), row["why"]))
    return found


@lru_cache(maxsize=1)
def _onet_titles() -> dict[str, tuple[str, str]]:
    return {
        row["title"].replace(" ", ""): (row["title"], row["codes"]) for row in read_table("occupation_titles")
    }


@lru_cache(maxsize=1)
def _all_keys() -> frozenset[str]:
    keys = {title_key(found.title) for found in occupations().values()}
    keys |= {hits[0].title for hits in _by_hand().values()}
    return frozenset(keys | {title for title, _ in _onet_titles().values()})


@lru_cache(maxsize=1)
def _vocabulary() -> frozenset[str]:
    return frozenset(word for key in _all_keys() for word in key.split())
