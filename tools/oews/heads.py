"""Titles that say next to nothing by themselves: a head such as "mechanic" or "lead", alone or beside words like "crew"."""

import re
from functools import lru_cache

from tools.oews.tables import read_table, words_of
from tools.oews.titles import find_rare_title, find_title
from tools.oews.wording import title_key

_OF_IT = re.compile(r"\b\w+ing\s+(?:it|them|that)$", re.ASCII)  # "steering it" is no work in IT
_MAJOR = 2  # the digits of a SOC code's major group
_LEAST_SHARE = 0.5  # of an occupation among those of a title


@lru_cache(maxsize=2048)
def head_of(words: str) -> str | None:
    """The last word of a title that says nothing of the trade ("crew lead": lead), else None.

    Ranks and words for a group of people may stand beside it, unless they make a title of one kind of work with it ("crew boss").
    """
    key = title_key(words).split()
    if not key or key[-1] not in words_of("occupation_words", "head"):
        return None
    aside = words_of("occupation_words", "head_beside") | words_of("occupation_words", "level_before")
    return key[-1] if all(word in aside for word in key[:-1]) and not _is_of_one_kind(key) else None


def says_no_trade(words: str) -> bool:
    """Whether a title stands for so many occupations that none of them is meant by itself, or words are a doing with no object of its own."""
    return _OF_IT.search(words) is not None or head_of(words) in words_of("occupation_words", "head_alone")


def counts_beside_work(head: str) -> bool:
    """Whether somebody with that title mostly leads, helps or teaches those who do their own work."""
    return head in words_of("occupation_words", "head_of_work")


def alike(head: str) -> tuple[str, ...]:
    """The words that end titles of the same kind, the one that most of them have first (lead: supervisor)."""
    return _alike().get(head, (head,))


def _is_of_one_kind(key: list[str]) -> bool:
    """Whether a title of several words is work of one major group, and not of "all other" in it."""
    if len(key) < 2:
        return False
    title = " ".join(key)
    codes = {hit.code for hit in (find_title(title) or find_rare_title(title)) if hit.share >= _LEAST_SHARE}
    return len({code[:_MAJOR] for code in codes}) == 1 and not any(code.endswith("99") for code in codes)


@lru_cache(maxsize=1)
def _alike() -> dict[str, tuple[str, ...]]:
    rows = read_table("occupation_words")
    return {row["word"]: tuple(row["meaning"].split("|")) for row in rows if row["kind"] == "head_alike"}
