"""Skills as people write them, typing errors mended: their usual spelling and their place in the learning graph."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from tools.roadmap.tables import Skill, SpellingRow, read_table, skills, spellings

MAX_TOKENS = 5
TOKEN = re.compile(r"\.net\b|[^\W_]+(?:\+\+|#(?!\w))?", re.IGNORECASE)
_LETTERS = re.compile(r"[^a-z0-9]")
_INSIDE_NAME = re.compile(r"[ \t]*[-/.&_']?[ \t]*|\s")
_NOISE = frozenset(
    (
        *("a", "an", "the", "of", "in", "with", "and", "my", "using"),
        *(
            "learn",
            "learning",
            "study",
            "studying",
            "basics",
            "basic",
            "advanced",
            "intermediate",
            "programming",
        ),
        *(
            "development",
            "developer",
            "skill",
            "skills",
            "language",
            "framework",
            "library",
            "engineering",
            "design",
        ),
        *("course", "engineer", "specialist", "expert", "roadmap", "deploying"),
    )
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What an alias stands for; a guarded one is an ordinary word too, and no typing error is mended into it."""

    row: SpellingRow
    guarded: bool = False


@dataclass(frozen=True, slots=True)
class SkillMention:
    """A skill named in a text, at `start` to `end` (character offsets of `text`).

    `name` is the usual spelling; `skill_id` is None for what the learning graph does not hold; `everyday` says that the
    text is an ordinary word too ("rest", "go"), `exact` that no typing error was mended.
    """

    start: int
    end: int
    text: str
    skill_id: str | None
    name: str
    everyday: bool = False
    exact: bool = True


class _Match(NamedTuple):
    start: int
    end: int
    entry: Entry
    exact: bool = True


def find_skills(text: str) -> list[SkillMention]:
    """Skills that a list of skills names, in reading order, typing errors mended: the longest name at each place."""
    plain = text.replace("\u2019", "'")
    return [
        SkillMention(
            found.start,
            found.end,
            text[found.start : found.end],
            found.entry.row.skill,
            found.entry.row.name,
            found.entry.guarded,
            found.exact,
        )
        for found in _named_in_full(plain) or _matches(plain)
    ]


def link_skill(text: str) -> Skill | None:
    """The skill of the learning graph that the whole of `text` names, typing errors mended; else None."""
    entry = _whole(text)
    return skills()[entry.row.skill] if entry and entry.row.skill else None


def is_everyday(text: str) -> bool:
    """Whether the whole of `text` is an ordinary word, too ("go", "rest")."""
    entry = _whole(text)
    return entry is not None and entry.guarded


def spelling(text: str) -> str:
    """The usual spelling of a skill's name ("kuberntes" -> "Kubernetes"); unknown text comes back stripped."""
    entry = _whole(text)
    return entry.row.name if entry else text.strip()


def own_name(text: str) -> str:
    """A skill's name in its usual spelling; as it was written where it is another name for what it is learnt as.

    "Bash" is learnt as Linux and "spaCy" as natural language processing; who knows the one never said the other.
    """
    name, written = spelling(text), text.strip()
    usual, own = (_LETTERS.sub("", each.casefold()) for each in (name, written))
    is_spelling = not own or own[0] == usual[:1] or own in usual or usual in own
    return name if is_spelling or not _is_alias(written) else written


def _is_alias(text: str) -> bool:
    """Whether the text is known as it stands, with no typing error mended."""
    return look_up(tuple(match.group().lower() for match in TOKEN.finditer(text[:200])))[1]


def _whole(text: str) -> Entry | None:
    words = [match.group().lower() for match in TOKEN.finditer(text[:200])]
    if not words:
        return None
    entry, _ = look_up(tuple(words))
    while entry is None and len(words) > 1 and (words[0] in _NOISE or words[-1] in _NOISE):
        words = words[1:] if words[0] in _NOISE else words[:-1]
        entry, _ = look_up(tuple(words))
    return entry


def _matches(text: str) -> list[_Match]:
    """The longest alias at each place, left to right."""
    words = list(TOKEN.finditer(text))
    found: list[_Match] = []
    index = 0
    while index < len(words):
        for size in range(min(MAX_TOKENS, len(words) - index), 0, -1):
            span = words[index : index + size]
            if not _joined(text, span):
                continue
            entry, exact = look_up(tuple(word.group().lower() for word in span))
            if entry:
                found.append(_Match(span[0].start(), span[-1].end(), entry, exact))
                index += size
                break
        else:
            index += 1
    return found


def _named_in_full(text: str) -> list[_Match]:
    """The one skill whose name is the whole text, whatever stands between its words ("Observability: logs...")."""
    words = list(TOKEN.finditer(text[:200]))
    entry, exact = look_up(tuple(word.group().lower() for word in words)) if words else (None, False)
    return [_Match(words[0].start(), words[-1].end(), entry)] if entry and exact else []


def _joined(text: str, span: list[re.Match[str]]) -> bool:
    gaps = (text[left.end() : right.start()] for left, right in pairwise(span))
    return all(_INSIDE_NAME.fullmatch(gap) and not (gap.startswith(".") and gap != ".") for gap in gaps)


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
