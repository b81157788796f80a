"""Skills that no table knows, taken from the lists they stand in."""

import re
from functools import cache
from typing import TYPE_CHECKING

from agent.policy.offline.understanding.frames import frame
from agent.policy.offline.understanding.places import is_place
from agent.policy.offline.understanding.towns import NO_PLACE, is_work_or_skill
from prompts import words

if TYPE_CHECKING:
    from tools.roadmap.skills import SkillMention

MOST_WORDS = 4

_ITEM = re.compile(r"\s*(?:,\s*(?:and|or|plus)?|\b(?:and|or|nor|plus)\b|&|/|\+(?=\s))\s*", re.IGNORECASE)
LIST_END = re.compile(
    r"[.;:!?()]|\b(?:but|so|because|which|that|who|from|for|since|at|when|while|if|though|although|as|to|by|after|yet|already|very|well|pretty"
    r"|much|enough|either|too|also|with|on|in|about|after all|anymore|any more|at all|i|i'm|i've|my|want|now|only|really|not|no|never|\w+n't)\b|\b\d",
    re.IGNORECASE,
)
_TRIM = re.compile(
    r"^(?:the|a|an|some|any|my|basic|basics of|a bit of|a little|how to|using|to use|good|solid|of|bit of)\s+|\s+(?:yet|really|fluently|well|too|stuff|skills?|experience|though|programming|language)$",
    re.IGNORECASE,
)


_OF_TIME = re.compile(
    r"\b(?:hours?|hrs?|minutes?|mins?|days?|weeks?|weekly|months?|years?|evenings?|nights?|mornings?|weekends?)\b",
    re.IGNORECASE,
)
_POINTS = re.compile(r"\b(?:it|me|that|this|them|you|these|those)\b", re.IGNORECASE)
_NEXT_NAME = re.compile(
    r"\s*(?:,|/|&|\+|\band\b)\s*(?:and\s+)?(?P<name>[A-Z][\w.+#-]*(?<![.])(?: [A-Z][\w+#-]*)?)(?=\s*(?:$|[,.;)&/+]|\b(?:and|but|for|daily|[Ii]|no|not|don't|never|since)\b))"
)


def add_unlisted(text: str, name: str, found: list[str], taken: list[tuple[int, int]]) -> None:
    """Add the items of every list that follows a wording of the frame, but for those of the spans `taken`."""
    for match in frame(name).finditer(text):
        if name == "knows_after" and re.search(
            r"\b(?:don't|not|never|no|can't)\s+(?:\w+\s+)?$", text[: match.start()], re.IGNORECASE
        ):
            continue
        position = match.end()
        for item in list_items(text[match.end() :]):
            start = text.find(item, position)
            position = start + len(item)
            if any(begin < position and start < end for begin, end in taken):
                continue
            found.append(item)


def list_items(rest: str) -> list[str]:
    """The items of a list that begins the text, up to what ends it."""
    stop = LIST_END.search(rest)
    items: list[str] = []
    pieces = _ITEM.split(rest[: stop.start() if stop else len(rest)])
    if stop and stop[0].isdigit():
        pieces.pop()  # "type 80 words a minute": the words before a number are cut short
    for item in pieces:
        trimmed = _trimmed(item)
        if not trimmed or len(trimmed.split()) > MOST_WORDS or trimmed.split()[0].lower() in not_skills():
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


def names_beside(text: str, held: "list[SkillMention]", found: "list[SkillMention]") -> list[str]:
    """Names that no table knows, written like names and in one list with skills ("Excel and Westlaw")."""
    named: list[str] = []
    for each in held:
        position = each.end
        while match := _NEXT_NAME.match(text, position):
            name, position = match["name"], match.end()
            if any(other.start < match.end() and match.start("name") < other.end for other in found):
                break
            if is_place(name) or is_work_or_skill(name) or NO_PLACE.match(name):
                break
            named.append(name)
    return named


@cache
def not_skills() -> frozenset[str]:
    """Words that begin no name of a skill."""
    return frozenset(words("skills")["never"].split())
