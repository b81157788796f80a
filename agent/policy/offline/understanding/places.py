"""The place a clause says the person lives in, and the places it asks about."""

import re
from dataclasses import dataclass

from agent.policy.offline.understanding.cues import has_cue
from agent.policy.offline.understanding.frames import frame
from agent.policy.offline.understanding.text import Clause, is_note
from prompts import words

_PREPOSITION = re.compile(
    r"\b(?:in|near|around|outside|from|at|to|of|across|within|for|or|and|vs\.?|versus|than|between|,)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_LEAVING = re.compile(
    r"(?:n't\b|\b(?:not|never|no longer|left|leaving|used to live|instead of|(?<!i've )(?<!have )(?<!we've )lived|(?:move|moved|moving|get|getting|got) out of|originally|born|grew up|raised|studied|degree|graduated|(?:went to|attended|finished|did|after|out of|in) (?:\w+ )?(?:school|college|university))\b)[^,;]{0,20}$",
    re.IGNORECASE,
)
_NOTHING_MORE = re.compile(r"\W*(?:(?:instead|please|then|now|though|again)\W*)*", re.IGNORECASE)
_ORIGIN = re.compile(r"^\W*(?:originally|by birth|years ago|back then)\b", re.IGNORECASE)
_CAPITALISED = re.compile(
    r"(?:[A-Z][\w.'-]*)(?:\s+(?:de|of|la|los|las|el|al)?\s*[A-Z][\w.'-]*){0,3}(?:,\s*[A-Z][\w.]+)?"
)
_NOT_PLACES = re.compile(
    r"^(?:i|i'm|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday"
    r"|friday|saturday|sunday|english|spanish|french|german|chinese|python|java|sql|excel|ai|ml|it|hr|ux|tech|christmas|q[1-4])\b",
    re.IGNORECASE,
)  # fmt: skip
# What is "in" something that is learned: "strong in PyTorch", "a degree in History".
_OF_SKILL = re.compile(
    r"\b(?:strong|weak|good|great|fluent|experienced?|proficient|certified|certification|skilled|trained|training|interested|interest|expert|expertise|specializ\w+"
    r"|specialis\w+|degree|major\w*|minor\w*|bachelor'?s?|master'?s?|phd|diploma|background|courses?|class(?:es)?|versed|confident|comfortable|beginner|advanced|coding|cod(?:e|ed)"
    r"|programming|program|written|build|built)\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Place:
    """A place in a clause, in the person's words with typing errors mended."""

    start: int
    end: int
    text: str
    known: bool = True


def is_place(phrase: str) -> bool:
    """Whether the whole phrase names a place we know (an OEWS area, several, or one abroad)."""
    from tools.oews.areas import link_place

    link = link_place(phrase)
    return bool(link.area or link.candidates or link.outside_us)


def narrowed_place(held: str | None, said: str) -> str | None:
    """A place that could be several, with the state that now tells which ("Springfield" and "Missouri")."""
    from tools.oews.areas import link_place

    if held is None or not link_place(held).candidates:
        return None
    both = f"{held}, {said}"
    return both if link_place(both).area else None


def named_places(text: str) -> list[Place]:
    """Places in reading order: known ones that stand like a place, then unknown names after "in"."""
    from tools.oews.areas import find_places

    found = _joined(
        text,
        [
            _bare(Place(each.start, each.end, each.text))
            for each in find_places(text)
            if _stands_like_place(text, each.start, each.end)
        ],
    )
    for match in re.finditer(r"\b(?:in|near|around)\s+", text):
        name = _CAPITALISED.match(text, match.end())
        overlaps = name and any(place.start < name.end() and name.start() < place.end for place in found)
        named_skill = _OF_SKILL.search(text[: match.start()])
        if (
            name
            and not named_skill
            and not overlaps
            and not _NOT_PLACES.match(name[0])
            and not _is_work_or_skill(name[0])
        ):
            found.append(Place(name.start(), name.end(), name[0].strip(" ,."), known=False))
    return sorted(found, key=lambda place: place.start)


def told_place(clause: Clause) -> tuple[str | None, int]:
    """Where the person is, and how firmly it was said: 3 "I live in", 2 a place beside them, 1 "from"."""
    text = clause.text
    corrects = has_cue("corrects", text)
    firm: str | None = None
    left = False
    mentioned: dict[bool, str] = {}
    for place in named_places(text):
        before = text[: place.start]
        if _LEAVING.search(before) or _ORIGIN.match(text[place.end :]):
            left = True
            continue
        if (
            re.search(r"\bfrom\s+$", before)
            and re.search(r"\bto\b", text[place.end :])
            and re.search(r"mov|relocat", before)
        ):
            continue
        if (
            left
            or corrects
            or any(match.end() == place.start for match in frame("lives_after").finditer(text))
        ):
            firm = place.text
        else:
            # Where somebody works says more than where they come from.
            mentioned.setdefault(bool(re.search(r"\bfrom\s+$", before, re.IGNORECASE)), place.text)
    if firm:
        return firm, 3
    return (mentioned[False], 2) if False in mentioned else (mentioned.get(True), 1)


def bare_place(text: str) -> str | None:
    """The place in an answer of a few words ("Austin", "in austin tx")."""
    from tools.oews.areas import find_places

    said = re.sub(
        r"^(?:(?:i'm|i am|i|live|living|in|from|near|around|it's|well|um|uh)\s+)+",
        "",
        text.strip(" .!"),
        flags=re.IGNORECASE,
    )
    found = find_places(said)
    if found:
        return found[0].text
    name = _CAPITALISED.fullmatch(said)
    return name[0] if name and not _NOT_PLACES.match(said) else None


def _joined(text: str, found: list[Place]) -> list[Place]:
    """A town and the state written right behind it are one place, known or not ("Huntsville Texas")."""
    from tools.oews.places import state_of

    joined: list[Place] = []
    for place in found:
        last = joined[-1] if joined else None
        if last and text[last.end : place.start] in (" ", ", ") and state_of(place.text.lower()):
            joined[-1] = Place(last.start, place.end, text[last.start : place.end], known=False)
        else:
            joined.append(place)
    return joined


def _bare(place: Place) -> Place:
    """The place alone: the "in" of "in Indiana" is no abbreviation of the state, and no article belongs to it."""
    match = re.match(r"(?:in|the)\s+(?=\w)", place.text, re.IGNORECASE)
    if match is None:
        return place
    return Place(place.start + match.end(), place.end, place.text[match.end() :], place.known)


def _stands_like_place(text: str, start: int, end: int) -> bool:
    """A name in lower case is a place after a preposition or at the edge of a short text; with a capital anywhere."""
    if end - start <= 2 and not (
        text[start:end].isupper() and re.search(r"(?:,|\b(?:in|to|from|near))\s*$", text[:start])
    ):
        return False  # "hi", "ok", "OK": abbreviations of states need a word before them
    if text[start].isupper() and (start or len(text.split()) <= 6 or re.match(r"\s*:", text[end:])):
        return True
    before, after = text[:start], text[end:]
    if text[start:end] in words("people")["not_roles"].split():
        return False  # "college" is a place in Alaska, too
    if _NOTHING_MORE.fullmatch(after) or re.match(r"\s*:", after) or _PREPOSITION.search(before):
        return not _NOT_PLACES.match(text[start:end])
    if start and re.match(r"\s*,?\s+\d", after) and is_note(before):
        return True  # "nurse tulsa 8 yrs"
    return start == 0 and len(text.split()) <= 6


def _is_work_or_skill(name: str) -> bool:
    from tools.oews.occupations import link_role
    from tools.roadmap.skills import link_skill

    return bool(link_role(name)) or link_skill(name) is not None
