"""Skills as people write them in a list or by name: their usual spelling and their place in the learning graph."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from tools.roadmap.lexicon import MAX_TOKENS, TOKEN, Entry, look_up
from tools.roadmap.tables import Skill, skills

_INSIDE_NAME = re.compile(r"[ \t]*[-/.&_']?[ \t]*|\s")
_NOISE = frozenset(
    {
        "a",
        "an",
        "the",
        "of",
        "in",
        "with",
        "and",
        "my",
        "using",
        "learn",
        "learning",
        "study",
        "studying",
        "basics",
    }
    | {
        "basic",
        "advanced",
        "intermediate",
        "programming",
        "development",
        "developer",
        "skill",
        "skills",
        "language",
    }
    | {
        "framework",
        "library",
        "engineering",
        "design",
        "course",
        "engineer",
        "specialist",
        "expert",
        "roadmap",
        "deploying",
    }
)


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


def spelling(text: str) -> str:
    """The usual spelling of a skill's name ("kuberntes" -> "Kubernetes"); unknown text comes back stripped."""
    entry = _whole(text)
    return entry.row.name if entry else text.strip()


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
