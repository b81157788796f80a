"""Skills a clause says the person has or lacks: those of the learning graph and any others they name."""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from agent.policy.offline.understanding.frames import frame
from agent.policy.offline.understanding.phrases import known_roles, names_trade
from agent.policy.offline.understanding.places import is_place
from agent.policy.offline.understanding.quantities import blank
from agent.policy.offline.understanding.skill_levels import level_phrases
from prompts import words

if TYPE_CHECKING:
    from tools.roadmap.skills import SkillMention

MOST_WORDS = 4

_ITEM = re.compile(r"\s*(?:,\s*(?:and|or|plus)?|\b(?:and|or|nor|plus)\b|&|/|\+(?=\s))\s*", re.IGNORECASE)
_LIST_END = re.compile(
    r"[.;:!?()]|\b(?:but|so|because|which|that|who|from|for|since|at|when|while|if|though|although|as|to|by|after|yet|already|very|well|pretty"
    r"|much|enough|either|too|also|with|on|in|about|after all|anymore|any more|at all|i|i'm|i've|my|want|now|only|really|not|no|never)\b|\b\d",
    re.IGNORECASE,
)
_TRIM = re.compile(
    r"^(?:the|a|an|some|any|my|basic|basics of|a bit of|a little|how to|using|to use|good|solid|of|bit of)\s+|\s+(?:yet|really|fluently|well|too|stuff|skills?|experience|though|programming|language)$",
    re.IGNORECASE,
)


_KNOWS_ABOUT = re.compile(r"\bknow (?:that|what|why|if|whether|how (?!to\b)|it|there)", re.IGNORECASE)
# What is wished for, or being done for a living, is not a skill that was named.
_NOT_HELD = re.compile(
    r"\b(?:degree|bachelor'?s?|master'?s?|phd|major(?:ed)?|minor(?:ed)?|diploma) in $|\b(?:been|i'm|am|was|tired of|sick of|quit|leaving|leave|hate|love|out of) $|\b(?:want|like|love|need|have|hope|plan|planning|going|trying|try|would|should|will|could)\b[^,.;]{0,15}\b(?:to )?(?:learn|study|master|pick up|start with|brush up)\b[^.;]*$",
    re.IGNORECASE,
)
_DONE_WITH = re.compile(
    r"\bdone with $", re.IGNORECASE
)  # work they are tired of, unless it is a skill they finished
_OF_TIME = re.compile(
    r"\b(?:hours?|hrs?|minutes?|mins?|days?|weeks?|weekly|months?|years?|evenings?|nights?|mornings?|weekends?)\b",
    re.IGNORECASE,
)
_LIST_GAP = re.compile(
    r"\s*(?:,|/|&|\+|\band\b|\bplus\b)(?:\s*(?:and|plus)\b)?(?:\s+some)?\s*", re.IGNORECASE
)
_ADDS = re.compile(r"^(?:please |can you |also |oh |and )*(?:add|put|include)\s*$", re.IGNORECASE)
_POINTS = re.compile(r"\b(?:it|me|that|this|them|you|these|those)\b", re.IGNORECASE)
_LEVEL_WORD = re.compile(r"\s+(?:basics?|fundamentals)$", re.IGNORECASE)


@dataclass(frozen=True)
class SkillFacts:
    """Skills in the person's words: `known` they have, `lacking` they said they lack, `levels` of the known ones."""

    known: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    levels: dict[str, str] = field(default_factory=dict)


def told_skills(text: str, roles: tuple[str, ...] = ()) -> SkillFacts:
    """Read the skills of a clause the person tells about themselves; words of its `roles` are no skills."""
    from tools.roadmap.skills import find_in_text

    if _KNOWS_ABOUT.search(text):
        return SkillFacts()
    known: list[str] = []
    lacking: list[str] = []
    names: dict[int, str] = {}
    found = find_in_text(text)
    for each, held in zip(found, _holdings(text, found, roles), strict=True):
        if held is None:
            continue
        name = own_words(each.text, each.name, exact=each.exact)
        (known if held else lacking).append(name)
        if held:
            names[each.start] = name
    known += [name for name in _run_on(text) if name not in known]
    taken = [(each.start, each.end) for each in found]
    _add_unlisted(text, "lacks_after", lacking, taken)
    _add_unlisted(text, "knows_after", known, taken)
    return SkillFacts(
        _unique(known),
        tuple(each for each in _unique(lacking) if each not in known),
        level_phrases(text, found, names),
    )


def _holdings(text: str, found: "list[SkillMention]", roles: tuple[str, ...]) -> list[bool | None]:
    """Of each skill whether the person says they have it; None where nothing is said. A list shares what is said first."""
    bare = _bare_lists(text, found)
    holdings: list[bool | None] = []
    for index, each in enumerate(found):
        held = None if _is_other_word(text, each, roles) else _holding(text, each, each.start in bare)
        follows = index and _LIST_GAP.fullmatch(text[found[index - 1].end : each.start])
        if held is None and follows and not each.spoken and each.skill_id:
            held = holdings[-1]
        holdings.append(held)
    return holdings


def _holding(text: str, each: "SkillMention", listed: bool) -> bool | None:
    before, after = text[: each.start], text[each.end :].lstrip()
    if each.wanted or _NOT_HELD.search(before):
        return None
    if _in_list(text, each.start, "lacks_after") or frame("lacks_before").match(after):
        return False
    if frame("knows_before").match(after) or (frame("adds_before").match(after) and _ADDS.match(before)):
        return True
    told = any(_in_list(text, each.start, name) for name in ("knows_after", "with_after"))
    if not (each.spoken or told or listed):
        return None
    if not told and each.skill_id is None and names_trade(each.text):
        return None  # work that was done ("I've done bookkeeping"), unless it is told as a skill
    return each.level != "no"


def _is_other_word(text: str, each: "SkillMention", roles: tuple[str, ...]) -> bool:
    """Whether the words are no skill here: part of a role or a title, or work that is done with."""
    from tools.oews.titles import title_words
    from tools.oews.wording import title_key

    if not each.exact and title_key(text[each.start : each.end]) in title_words():
        return True  # no typing error but a word of job titles ("informatics")
    if each.skill_id is None and _DONE_WITH.search(text[: each.start]):
        return True
    told = any(_in_list(text, each.start, name) for name in ("knows_after", "with_after", "lacks_after"))
    return not (told and each.skill_id) and _names_the_job(text, each.start, each.end, roles)


def _bare_lists(text: str, found: "list[SkillMention]") -> set[int]:
    """Where skills stand that a part of the clause merely lists ("backend developer, Java + PostgreSQL, 5 years")."""
    starts: set[int] = set()
    after_other = False
    for part in re.finditer(r"[^,;()]+", text):
        inside = [each for each in found if part.start() <= each.start and each.end <= part.end()]
        rest = blank(text, *((each.start, each.end) for each in inside))[part.start() : part.end()]
        lists = bool(inside) and not re.sub(
            r"\b(?:and|plus|also|too|as well|oh|mostly|mainly|some|yes|then|a bit of)\b|[&+/.\s]",
            "",
            rest,
            flags=re.IGNORECASE,
        )
        if (
            lists
            and not after_other
            and all(each.exact and (each.skill_id or not names_trade(each.text)) for each in inside)
        ):
            starts |= {each.start for each in inside}
        # "interested in Python, SQL": what stands before the first of them speaks for all.
        after_other = bool(inside) and not (lists and not after_other)
    return starts


def _run_on(text: str) -> list[str]:
    """Skills told one after the other without a comma ("know python sql git")."""
    from tools.roadmap.skills import find_in_text

    for match in frame("knows_after").finditer(text):
        rest = text[match.end() :]
        inside = find_in_text(rest, skill_list=True)
        if len(inside) > 1 and not blank(rest, *((each.start, each.end) for each in inside)).strip(" .!"):
            return [own_words(each.text, each.name, exact=each.exact) for each in inside]
    return []


def _names_the_job(text: str, start: int, end: int, roles: tuple[str, ...]) -> bool:
    """Whether the words are part of a role ("Python developer") or a field of work themselves ("bookkeeping")."""
    written = text[start:end].casefold()
    if any(written in role.casefold() or role.casefold() in written for role in roles):
        return True
    return any(role.start <= start and end <= role.end for role in known_roles(text))


def removed_skills(text: str) -> tuple[str, ...]:
    """Skills the person wants taken off their list ("remove Docker from my skills")."""
    found: list[str] = []
    if denied := frame("removes_skill_before").search(text):
        named = re.split(r"[,:]\s*", text[: denied.start()].strip())[-1]
        return _unique([item.strip() for item in re.split(r",|\band\b", named) if item.strip()])
    for match in frame("removes_skill_after").finditer(text):
        from tools.roadmap.skills import find_in_text

        found += [
            own_words(each.text, each.name, exact=each.exact) for each in find_in_text(text[match.end() :])
        ]
        if not found and re.search(r"\bskills?\b", text, re.IGNORECASE):
            found += _items(text[match.end() :])
    return _unique(found)


def own_words(text: str, name: str, *, exact: bool) -> str:
    """What they wrote, with the capitals of the usual spelling; the usual spelling where it was mistyped."""
    from tools.roadmap.skills import spelling

    plain = _LEVEL_WORD.sub("", text)
    if exact and plain != text:
        return spelling(plain)
    if not exact or text.casefold() == name.casefold():
        return name
    at = name.casefold().find(text.casefold())
    if at >= 0:
        return name[at : at + len(text)]
    return text.upper() if len(text) <= 3 and text.islower() and text.isalpha() else text


def _in_list(text: str, start: int, name: str) -> bool:
    """Whether only list items stand between a wording of the frame and the skill at `start`."""
    return any(
        match.end() <= start and not _LIST_END.search(text[match.end() : start])
        for match in frame(name).finditer(text)
    )


def _add_unlisted(text: str, name: str, found: list[str], taken: list[tuple[int, int]]) -> None:
    for match in frame(name).finditer(text):
        if name == "knows_after" and re.search(
            r"\b(?:don't|not|never|no|can't)\s+(?:\w+\s+)?$", text[: match.start()], re.IGNORECASE
        ):
            continue
        position = match.end()
        for item in _items(text[match.end() :]):
            start = text.find(item, position)
            position = start + len(item)
            if any(begin < position and start < end for begin, end in taken):
                continue
            found.append(item)


def _items(rest: str) -> list[str]:
    stop = _LIST_END.search(rest)
    items: list[str] = []
    pieces = _ITEM.split(rest[: stop.start() if stop else len(rest)])
    if stop and stop[0].isdigit():
        pieces.pop()  # "type 80 words a minute": the words before a number are cut short
    for item in pieces:
        trimmed = _trimmed(item)
        if not trimmed or len(trimmed.split()) > MOST_WORDS or trimmed.split()[0].lower() in _not_skills():
            break
        if is_place(trimmed) or _OF_TIME.search(trimmed) or _POINTS.search(trimmed):
            break
        items.append(trimmed)
    return items


def _trimmed(item: str) -> str:
    before = None
    while before != item:
        before = item
        item = _TRIM.sub("", item.strip(" .,'\"-"))
    return item


def _unique(items: list[str]) -> tuple[str, ...]:
    return tuple({item.casefold(): item for item in reversed(items)}.values())[::-1]


@cache
def _not_skills() -> frozenset[str]:
    return frozenset(words("skills")["never"].split())
