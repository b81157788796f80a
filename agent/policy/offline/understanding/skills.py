"""Skills a clause says the person has or lacks: those of the learning graph and any others they name."""

import re
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from agent.policy.offline.understanding.frames import frame
from agent.policy.offline.understanding.phrases import known_roles
from agent.policy.offline.understanding.places import named_places
from agent.policy.offline.understanding.quantities import blank
from agent.policy.offline.understanding.skill_levels import level_phrases
from agent.policy.offline.understanding.skill_lists import (
    LIST_END,
    add_unlisted,
    list_items,
    names_beside,
    not_skills,
)
from agent.policy.offline.understanding.trades import names_trade

if TYPE_CHECKING:
    from tools.roadmap.skills import SkillMention


_KNOWS_ABOUT = re.compile(r"\bknow (?:that|what|why|if|whether|how (?!to\b)|it|there)", re.IGNORECASE)
# What is wished for, or being done for a living, is not a skill that was named.
_NOT_HELD = re.compile(
    r"\b(?:ask(?:s|ing)? for|requir\w+|postings?|job ads?)\b[^.;]*$|\b(?:degree|bachelor'?s?|master'?s?|phd|major(?:ed)?|minor(?:ed)?|diploma) in $|\b(?:graduat\w+|studied|student|grad|teach\w*|(?<!self-)taught)\b[^,;]{0,15}?(?:in |with )?$|\b(?:been|i'm|am|was|tired of|sick of|quit|leaving|leave|hate|love|out of) $|\b(?:want|like|love|need|have|hope|plan|planning|going|trying|try|would|should|will|could)\b[^,.;]{0,15}\b(?:to )?(?:learn|study|master|pick up|start with|brush up)\b[^.;]*$",
    re.IGNORECASE,
)
# What a job, a course or other people ask for, and what is asked about, is nobody's own.
_SPOKEN_OF = re.compile(
    r"\b(?:needs?|requir\w*|asks?|asked|postings?|demand|hears?|heard|thinks?|thought|about(?! it\b)|companies|everyone|everybody|people|should|if|whether|worth|instead of"
    r"|stud(?:y|ying)|learning|want\w*|interested|interests?|class(?:es)?|courses?|into|why|what|which|how|popular|useful|the job|job ad)\b",
    re.IGNORECASE,
)
# "No SQL" denies SQL; the databases are written in one word.
_NO_SQL = re.compile(r"(?<=\bno) (?=sql\b)", re.IGNORECASE)
_LEVELS = re.compile(
    r"\b(?:(?:a|an|the|some|any)\s+)?(?:little|bit of|fair amount of|lot of|lots of|pinch of|touch of|basics of|some|basic|decent|strong|solid|good|great|excellent|advanced|intermediate|"
    r"expert|rusty|mostly|mainly|pretty good|very good|also|even|plenty of)\s+|\s(?:yes|yep|down|too|as well)(?=\s*(?:[,.;!]|$))",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\s*(?:years?|yrs?)\b", re.IGNORECASE)
_DONE_WITH = re.compile(
    r"\bdone with $", re.IGNORECASE
)  # work they are tired of, unless it is a skill they finished
_LIST_GAP = re.compile(
    r"\s*(?:,|/|&|\+|\band\b|\bplus\b)(?:\s*(?:and|plus)\b)?(?:\s+some)?\s*", re.IGNORECASE
)
_ADDS = re.compile(r"^(?:please |can you |also |oh |and )*(?:add|put|include)\s*$", re.IGNORECASE)
_LEVEL_WORD = re.compile(r"\s+(?:basics?|fundamentals)$", re.IGNORECASE)


@dataclass(frozen=True)
class SkillFacts:
    """Skills in the person's words: `known` they have, `lacking` they said they lack, `levels` of the known ones."""

    known: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    levels: dict[str, str] = field(default_factory=dict)


def told_skills(text: str, roles: tuple[str, ...] = ()) -> SkillFacts:
    """Read the skills of a clause the person tells about themselves; words of its `roles` are no skills."""
    if _KNOWS_ABOUT.search(text):
        return SkillFacts()
    text = _NO_SQL.sub("~", text)
    known: list[str] = []
    lacking: list[str] = []
    names: dict[int, str] = {}
    found = _mentions(text)
    for each, held in zip(found, _holdings(text, found, roles), strict=True):
        if held is not None:
            told = _names(text, each)
            (known if held else lacking).extend(told)
            names |= {each.start: told[0]} if held else {}
    known += names_beside(text, [each for each in found if each.start in names], found)
    taken = [(each.start, each.end) for each in found]
    add_unlisted(text, "lacks_after", lacking, taken)
    add_unlisted(text, "knows_after", known, taken)
    return SkillFacts(
        _unique(known),
        tuple(each for each in _unique(lacking) if each not in known),
        level_phrases(text, found, names),
    )


def _mentions(text: str) -> "list[SkillMention]":
    """Every skill named; those of everyday names ("R", "React", "Spring") where they stand in a list of skills.

    Words of level are passed over in lists ("R and a bit of Python"), and commas may be missing ("know python sql git").
    """
    from tools.roadmap.skills import find_in_text

    found = find_in_text(text)
    plain = _LEVELS.sub(lambda match: " " * len(match[0]), text)
    more = find_in_text(plain)
    for start in (0, *(match.end() for match in frame("knows_after").finditer(plain))):
        listed = find_in_text(plain[start:], skill_list=True)
        rest = blank(plain[start:], *((each.start, each.end) for each in listed))
        if len(listed) > 1 and not re.search(r"[^\W_]", rest):
            more += [replace(each, start=start + each.start, end=start + each.end) for each in listed]
    for each in more:
        if not any(other.start < each.end and each.start < other.end for other in found):
            found.append(each)
    return sorted(found, key=lambda each: each.start)


def _holdings(text: str, found: "list[SkillMention]", roles: tuple[str, ...]) -> list[bool | None]:
    """Of each skill whether the person says they have it; None where nothing is said. A list shares what is said of it."""
    gaps = [text[one.end : other.start] for one, other in pairwise(found)]
    joined = [bool(_LIST_GAP.fullmatch(gap)) for gap in gaps]
    ends = [each.end for each in found]
    for index in reversed(range(len(joined))):
        ends[index] = ends[index + 1] if joined[index] else ends[index]
    holdings: list[bool | None] = []
    for index, each in enumerate(found):
        other = _is_other_word(text, each, roles)
        held = None if other else _holding(text, each, text[ends[index] :].lstrip())
        if held is None and index and joined[index - 1] and not each.spoken and each.skill_id:
            held = holdings[-1]
        holdings.append(held)
    return holdings


def _holding(text: str, each: "SkillMention", after: str) -> bool | None:
    """As `_holdings` of one skill; `after` is what follows it, or the list that it stands in."""
    before = text[: each.start]
    if each.wanted or _NOT_HELD.search(before):
        return None
    if _in_list(text, each.start, "lacks_after") or frame("lacks_before").match(after):
        return False
    if frame("knows_before").match(after) or (frame("adds_before").match(after) and _ADDS.match(before)):
        return True
    if any(_in_list(text, each.start, name) for name in ("knows_after", "with_after")):
        return each.level != "no"
    if each.skill_id is None and (each.name in _crafts() or names_trade(each.text)):
        # Work that is done ("I run a forklift") is no skill by itself, unless it stands in a list of them.
        return True if _is_listed(text, each) else None
    return each.level != "no" if each.spoken or (each.exact and not _SPOKEN_OF.search(text)) else None


def _is_listed(text: str, each: "SkillMention") -> bool:
    """Whether the skill is an item between commas by itself."""
    return bool(re.search(r"[,;:/&+]\s*$", text[: each.start])) and bool(
        re.match(r"\s*(?:$|[,;/&+.])", text[each.end :])
    )


def _is_other_word(text: str, each: "SkillMention", roles: tuple[str, ...]) -> bool:
    """Whether the words are no skill here: part of a place, a role or a title, or work that is done with."""
    from tools.oews.titles import title_words
    from tools.oews.wording import title_key

    if not each.exact and title_key(text[each.start : each.end]) in title_words():
        return True  # no typing error but a word of job titles ("informatics")
    if each.text.lower() in not_skills() or any(
        place.start < each.end and each.start < place.end for place in named_places(text)
    ):
        return True  # "Baton Rouge"
    if each.skill_id is None and _DONE_WITH.search(text[: each.start]):
        return True
    if each.exact and each.text[0].isupper() and each.name not in _crafts() and _is_listed(text, each):
        return False  # "Photoshop, Illustrator, InDesign"
    told = any(_in_list(text, each.start, name) for name in ("knows_after", "with_after", "lacks_after"))
    return not (told and each.skill_id) and _names_the_job(text, each.start, each.end, roles)


def _names(text: str, each: "SkillMention") -> list[str]:
    """What the person calls it; two names where they wrote two for one ("HTML/CSS")."""
    from tools.roadmap.skills import link_skill, spelling

    written = each.text
    if _YEARS.match(text, each.end):
        written = re.sub(r"\s\d+$", "", written)  # "Java 8 yrs"
    parts = re.split(r"/|\s+and\s+|\s*&\s*", written)
    if len(parts) > 1 and all(" " not in part and link_skill(part) for part in parts):
        return [spelling(part) if part.islower() else part for part in parts]
    return [own_words(written, each.name, exact=each.exact)]


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
            found += list_items(text[match.end() :])
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
    if at >= 0 and not name[at + len(text) : at + len(text) + 1].isalnum():
        return name[at : at + len(text)]
    if at == 0 and text.islower():
        return text.capitalize()  # "postgres"
    return text.upper() if len(text) <= 3 and text.islower() and text.isalpha() else text


def _in_list(text: str, start: int, name: str) -> bool:
    """Whether only list items stand between a wording of the frame and the skill at `start`."""
    return any(
        match.end() <= start and not LIST_END.search(text[match.end() : start])
        for match in frame(name).finditer(text)
    )


def _unique(items: list[str]) -> tuple[str, ...]:
    return tuple({item.casefold(): item for item in reversed(items)}.values())[::-1]


@cache
def _crafts() -> frozenset[str]:
    """Names of what is done by hand for a living."""
    from tools.roadmap.tables import read_table

    return frozenset(row["name"] for row in read_table("known_technologies") if row["kind"] == "trades")
