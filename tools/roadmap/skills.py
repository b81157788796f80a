"""Skills as people write them in free text, with how well they say they know each."""

import re
from dataclasses import dataclass
from itertools import pairwise

from tools.roadmap.levels import Level, read_lead, read_tail
from tools.roadmap.lexicon import MAX_TOKENS, TOKEN, Entry, look_up
from tools.roadmap.models import Have
from tools.roadmap.tables import Skill, skills

_CLAUSE_END = re.compile(
    r"[!?;\n]|\.(?=\s|$)|(?<!everything )(?<!nothing )(?<!all )\bbut\b|\b(?:however|though|although|whereas|while)\b",
    re.IGNORECASE,
)
_INSIDE_NAME = re.compile(r"[ \t]*[-/.&_']?[ \t]*|\s")
_LIST_GAP = re.compile(r"\s*(?:[,/&+|•·;]|,?\s*(?:and|or|nor|plus|with|not|no)\b)\s*", re.IGNORECASE)
_CUE = re.compile(
    r"(?:\b(?:know|knows|knew|learn|learning|learned|learnt|use|uses|used|using|in|with|of|code|coding|study|studying|"
    r"write|writing|wrote|touched|tried|speak|have|has|any|without|zero|experience|skills|skill|lack|missing|no|some|basic|advanced|solid|like|love)"
    r"(?: (?:in|with|of|some|any|a bit of|basic))?|skills?:|:|\()\s*$",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(
    r"\s*(?:$|[,.;:!?)/&+\n]|(?:and|or|but|for|at|yet|well|too|daily|regularly|now|since|every|professionally|programming|developer|language|experience|skills?|a lot|\d+)\b)",
    re.IGNORECASE,
)
_PLURAL_VERB = re.compile(r"\s+(?:are|aren't|were)\b", re.IGNORECASE)
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

    `name` is the usual spelling; `skill_id` is None for what the learning graph does not hold. `strong` is set by
    years of it or a word such as "solid", `wanted` when the person wants to learn it (level "no" then);
    `spoken` is false when nothing in the sentence says whether they have it (a bare list, a question), and
    `exact` is false when a typing error was mended.
    """

    start: int
    end: int
    text: str
    skill_id: str | None
    name: str
    level: Have
    strong: bool = False
    wanted: bool = False
    spoken: bool = False
    exact: bool = True


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    entry: Entry
    exact: bool


def find_in_text(text: str, *, skill_list: bool = False) -> list[SkillMention]:
    """Skills named in `text`, in reading order, typing errors mended, each with its level.

    Aliases that are ordinary words too ("go", "rest", "r") count only where the words around them speak of
    skills; `skill_list` says that the whole text is a list of skills, where they always count.
    """
    written, text = text, text.replace("\u2019", "'")
    found = (_named_in_full(text) if skill_list else []) or _matches(text)
    if not skill_list:
        found = _with_context(text, found)
    levels: list[Level] = []
    since, before = 0, Level()
    for index, item in enumerate(found):
        until = found[index + 1].start if index + 1 < len(found) else len(text)
        before = _lead_level(text, since, item, before)
        before, used = read_tail(text[item.end : until][:100], before, another_follows=index + 1 < len(found))
        levels.append(before)
        since = item.end + used
        if used and _PLURAL_VERB.match(text, item.end):
            _share_back(text, found, levels)
    return [_mention(written, item, level) for item, level in zip(found, levels, strict=True)]


def link_skill(text: str) -> Skill | None:
    """The skill of the learning graph that the whole of `text` names, typing errors mended; else None."""
    entry, _ = _whole(text)
    return skills()[entry.row.skill] if entry and entry.row.skill else None


def spelling(text: str) -> str:
    """The usual spelling of a skill's name ("kuberntes" -> "Kubernetes"); unknown text comes back stripped."""
    entry, _ = _whole(text)
    return entry.row.name if entry else text.strip()


def deeper_skills(name: str) -> tuple[str, ...]:
    """Skill ids that years of the skill with this usual spelling bring along."""
    entry, _ = look_up(tuple(match.group().lower() for match in TOKEN.finditer(name)) or ("",))
    return entry.row.deep if entry else ()


def _whole(text: str) -> tuple[Entry | None, bool]:
    words = [match.group().lower() for match in TOKEN.finditer(text[:200])]
    if not words:
        return None, False
    entry, exact = look_up(tuple(words))
    while entry is None and len(words) > 1 and (words[0] in _NOISE or words[-1] in _NOISE):
        words = words[1:] if words[0] in _NOISE else words[:-1]
        entry, exact = look_up(tuple(words))
    return entry, exact


def _matches(text: str) -> list[_Found]:
    """The longest alias at each place, left to right."""
    words = list(TOKEN.finditer(text))
    found: list[_Found] = []
    index = 0
    while index < len(words):
        for size in range(min(MAX_TOKENS, len(words) - index), 0, -1):
            span = words[index : index + size]
            if not _joined(text, span):
                continue
            entry, exact = look_up(tuple(word.group().lower() for word in span))
            if entry:
                found.append(_Found(span[0].start(), span[-1].end(), entry, exact))
                index += size
                break
        else:
            index += 1
    return found


def _named_in_full(text: str) -> list[_Found]:
    """The one skill whose name is the whole text, whatever stands between its words ("Observability: logs...")."""
    words = list(TOKEN.finditer(text[:200]))
    entry, exact = look_up(tuple(word.group().lower() for word in words)) if words else (None, False)
    return [_Found(words[0].start(), words[-1].end(), entry, exact)] if entry and exact else []


def _joined(text: str, span: list[re.Match[str]]) -> bool:
    gaps = (text[left.end() : right.start()] for left, right in pairwise(span))
    return all(_INSIDE_NAME.fullmatch(gap) and not (gap.startswith(".") and gap != ".") for gap in gaps)


def _with_context(text: str, found: list[_Found]) -> list[_Found]:
    """Drop the aliases that are ordinary words wherever nothing around them speaks of skills."""
    sure = {index for index, item in enumerate(found) if not item.entry.guarded}
    sure |= {index for index, item in enumerate(found) if item.entry.guarded and _has_cue(text, item)}
    for order in (range(len(found)), range(len(found) - 1, -1, -1)):
        for index in order:
            if index not in sure and _beside_sure(text, found, index, sure):
                sure.add(index)
    return [item for index, item in enumerate(found) if index in sure]


def _has_cue(text: str, item: _Found) -> bool:
    """A capital inside a sentence, or a word such as "know" before and the end of the name after."""
    if item.entry.listed:
        return False
    lead = text[max(0, item.start - 40) : item.start]
    opens_sentence = not lead.strip() or lead.rstrip()[-1] in ".!?\n"
    capital = text[item.start].isupper() and item.end - item.start > 1
    alone = not opens_sentence or text[item.end : item.end + 1] in {":", "?"}
    if capital and not item.entry.strict and alone:
        return True
    return bool(_CUE.search(lead) and _BOUNDARY.match(text, item.end))


def _beside_sure(text: str, found: list[_Found], index: int, sure: set[int]) -> bool:
    item = found[index]
    left = index - 1 in sure and _LIST_GAP.fullmatch(text[found[index - 1].end : item.start])
    right = index + 1 in sure and _LIST_GAP.fullmatch(text[item.end : found[index + 1].start])
    return bool(left or right) and bool(right or _BOUNDARY.match(text, item.end))


def _lead_level(text: str, since: int, item: _Found, before: Level) -> Level:
    """The level that the words between `since` and the mention give to it."""
    lead = text[since : item.start]
    if clause := _last_end(lead):
        lead, before = lead[clause:], Level()
    following = text[item.end : item.end + 200]
    stop = _CLAUSE_END.search(following)
    return read_lead(lead[-120:], before, rest=following[: stop.start()] if stop else following)


def _share_back(text: str, found: list[_Found], levels: list[Level]) -> None:
    """Hand a level back: "SQL, Docker and Kubernetes are new to me" speaks of the whole list."""
    for index in range(len(levels) - 2, -1, -1):
        gap = text[found[index].end : found[index + 1].start]
        if levels[index].spoken or not _LIST_GAP.fullmatch(gap):
            return
        levels[index] = levels[-1]


def _last_end(lead: str) -> int:
    ends = [match.end() for match in _CLAUSE_END.finditer(lead)]
    return ends[-1] if ends else 0


def _mention(text: str, item: _Found, level: Level) -> SkillMention:
    return SkillMention(
        start=item.start,
        end=item.end,
        text=text[item.start : item.end],
        skill_id=item.entry.row.skill,
        name=item.entry.row.name,
        level=level.have,
        strong=level.strong,
        wanted=level.wanted,
        spoken=level.spoken,
        exact=item.exact,
    )
