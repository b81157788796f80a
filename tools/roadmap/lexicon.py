"""Every way a skill is written, and the mending of typing errors in it."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from tools.roadmap.tables import SpellingRow, read_table, spellings

MAX_TOKENS = 5
TOKEN = re.compile(r"\.net\b|[^\W_]+(?:\+\+|#(?!\w))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """What an alias stands for; a guarded one is an ordinary word too, and no typing error is mended into it."""

    row: SpellingRow
    guarded: bool = False


def tokens(text: str) -> tuple[str, ...]:
    """Lower-case words of a text; "C++", "C#" and ".NET" stay whole."""
    return tuple(token.lower() for token in TOKEN.findall(text))


@cache
def entries() -> dict[tuple[str, ...], Entry]:
    """Alias tokens to entry. Of two rows that claim an alias the first keeps it (the graph comes first)."""
    found: dict[tuple[str, ...], Entry] = {}
    for row in spellings():
        for alias in row.guarded:
            found.setdefault(tokens(alias), Entry(row, guarded=True))
        for alias in (row.name, *row.aliases):
            found.setdefault(tokens(alias), Entry(row))
    for words, entry in list(found.items()):
        joined = "".join(words)
        if len(words) > 1 and len(joined) >= 6 and not entry.guarded:
            found.setdefault((joined,), entry)
    return found


@cache
def ordinary_words() -> frozenset[str]:
    """English words that lie within a typing error of a skill's name and are never mended into one."""
    return frozenset(row["word"] for row in read_table("ordinary_words"))


@cache
def _vocabulary() -> dict[str, list[str]]:
    """Words of unguarded aliases that are long enough to be mended, by first letter."""
    words = {word for alias, entry in entries().items() if not entry.guarded for word in alias}
    found: dict[str, list[str]] = {}
    for word in sorted(words):
        if len(word) >= 5:
            found.setdefault(word[0], []).append(word)
    return found


def is_typing_error(written: str, meant: str) -> bool:
    """Whether `written` may be `meant` mistyped: one slip, two in long words, or its letters out of order."""
    from rapidfuzz.distance import OSA

    longer = max(len(written), len(meant))
    distance = OSA.distance(written, meant, score_cutoff=2)
    if distance <= 1:
        return longer >= 5
    return distance == 2 and (longer >= 9 or (longer >= 5 and sorted(written) == sorted(meant)))


@lru_cache(maxsize=20_000)
def mend(word: str) -> str | None:
    """The word of the lexicon that `word` most likely is, or None. Exact words return themselves."""
    from rapidfuzz.distance import OSA

    nearby = _vocabulary().get(word[0], [])
    if word in nearby:
        return word
    if not 4 <= len(word) <= 30 or word in ordinary_words() or not word.isalpha():
        return None
    close = [meant for meant in nearby if abs(len(meant) - len(word)) <= 2 and is_typing_error(word, meant)]
    return min(close, key=lambda meant: (OSA.distance(word, meant), meant), default=None)


@lru_cache(maxsize=20_000)
def look_up(words: tuple[str, ...]) -> tuple[Entry | None, bool]:
    """The entry for these words, and whether they were written exactly so."""
    if entry := entries().get(words):
        return entry, True
    if words[-1].endswith("s") and len(words[-1]) > 3:
        singular = (*words[:-1], words[-1][:-1])
        entry = entries().get(singular)
        if entry and not entry.guarded:
            return entry, True
    mended = tuple(mend(word) or word for word in words)
    entry = entries().get(mended) if mended != words else None
    return (entry, False) if entry and not entry.guarded else (None, False)
