"""The place a clause says the person lives in, and the places it asks about."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import zip_longest

from agent.policy.offline.understanding.cues import has_cue
from agent.policy.offline.understanding.frames import frame
from agent.policy.offline.understanding.text import Clause, is_note
from agent.policy.offline.understanding.towns import (
    MOST_WORDS,
    NO_PLACE,
    WORD,
    Place,
    is_state,
    is_work_or_skill,
    with_states,
)
from prompts import words

_PREPOSITION = re.compile(
    r"(?:\b(?:in|near|around|outside|from|at|to|of|across|within|for|or|and|vs\.?|versus|than|between|not)\s|[,(/|])\s*(?:the\s+)?$",
    re.IGNORECASE,
)
_DWELLING = re.compile(
    r"\b(?:liv(?:e|es|ing)|based|mov(?:e|ed|ing)|relocat\w+|located|location|city|town|home)\s*"
    r"(?:is|are|here|now|just|back|over|down|up|out|near|to|in|:|\s)*\b(?:in|near|to|outside|is|:)\s+(?!in\b|to\b|near\b)(?=[a-z])|\b(?:location|city|town|home):\s*",
    re.IGNORECASE,
)
_AFTER_IN = re.compile(r"\b(?:in|near|around|outside|from) $", re.IGNORECASE)
_MOVES_FROM = re.compile(r"\b(?:mov\w+|relocat\w+)\b.*\bfrom $", re.IGNORECASE)
# What is only thought of, visited or told about is nobody's home.
_ELSEWHERE = re.compile(
    r"\b(?:visit\w*|hears?|heard|saw|read|thinks?|thought|knows?|loves?|likes?|hates?|wish|hope|dream\w*|wonder\w*|never|don't|do not|wants?|can|could|would|might"
    r"|prefer|need|plan|trip|flight|flew|vacation|honeymoon|(?:headquarters|office|clients?|customers?) (?:is |are )?(?:in|out of|near|from))\b[^,;]*$",
    re.IGNORECASE,
)
_SPOKEN_OF = re.compile(
    r"\s+(?:pays?|is|isn't|has|seems|looks|sounds|would|might|offices?|branch|headquarters|jobs?|salaries|market)\b",
    re.IGNORECASE,
)
_NOTED = re.compile(
    r"(?P<work>[^,;:.]{3,40}), (?P<name>[a-z][a-z'-]+(?: [a-z][a-z'-]+)?), (?=\d|\w+ (?:years?|yrs?)\b)",
    re.IGNORECASE,
)
_LIVED_IN = re.compile(
    r"\s*(?:is|'s)\s+(?:my\s+|our\s+)?(?:home(?:\s?town|\s+base)?|base|where\s+(?:i|we|my|home))\b|\s+(?:where\s+|that\s+)?(?:i|we)\s+(?:live|am now)\b|[\s,-]*(?:based|born and raised|native|resident|now|these days)\b",
    re.IGNORECASE,
)
_LEAVING = re.compile(
    r"(?:n't\b|\b(?:not|never|no longer|scratch|forget|left|leaving|used to live|instead of|(?<!i've )(?<!have )(?<!we've )lived|(?:move|moved|moving|get|getting|got) out of|originally|born|grew up|raised|studied|degree|graduated|(?:went to|attended|finished|did|after|out of|in) (?:\w+ )?(?:school|college|university))\b)[^,;]{0,20}$",
    re.IGNORECASE,
)
_NOTHING_MORE = re.compile(r"\W*(?:(?:instead|please|then|now|though|again)\W*)*", re.IGNORECASE)
_ORIGIN = re.compile(r"^\W*(?:originally|by birth|years ago|back then)\b", re.IGNORECASE)
_CAPITALISED = re.compile(
    r"(?:[A-Z][\w.'-]*)(?:\s+(?:de|of|la|los|las|el|al)?\s*[A-Z][\w.'-]*){0,3}(?:,\s*[A-Z][\w.]+)?"
)
# What is "in" something that is learned: "strong in PyTorch", "a degree in History".
_OF_SKILL = re.compile(
    r"\b(?:strong|weak|good|great|fluent|experienced?|proficient|certified|certification|skilled|trained|training|interested|interest|expert|expertise|specializ\w+"
    r"|specialis\w+|degree|major\w*|minor\w*|bachelor'?s?|master'?s?|phd|diploma|background|courses?|class(?:es)?|versed|confident|comfortable|beginner|advanced|coding|cod(?:e|ed)"
    r"|programming|program|written|build|built)\s*$",
    re.IGNORECASE,
)


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
    both = said if said.casefold().startswith(held.casefold()) else f"{held}, {said}"
    return both if link_place(both).area else None


def _lies_in(city: str, state: str) -> bool:
    from tools.oews.areas import link_place

    area = link_place(f"{city}, {state}").area
    return area is not None and area.kind != "state" and not is_state(city)


def named_places(text: str) -> list[Place]:
    """Places in reading order: known ones that stand like a place, towns before their state, names after "in"."""
    return [*_named_places(text)]


@lru_cache(maxsize=256)  # every reader of a clause asks for its places
def _named_places(text: str) -> tuple[Place, ...]:
    known = [each for each in _known(text) if _stands_like_place(text, each.start, each.end)]
    found = with_states(text, [*map(_bare, known), *_everyday(text, known)])
    for start, end in _unlisted(text):
        name = text[start:end].strip(" ,.")
        if not (_overlaps((start, end), found) or NO_PLACE.match(name) or is_work_or_skill(name)):
            found.append(Place(start, end, name, known=False))
    return tuple(_narrowed(text, sorted(found, key=lambda place: place.start)))


def _narrowed(text: str, found: list[Place]) -> Iterator[Place]:
    """The places, a state and the city in it that follows as one ("over in Idaho, in Boise")."""
    skipped = False
    for place, after in zip_longest(found, found[1:]):
        if skipped:
            skipped = False
            continue
        whole = f"{after.text}, {place.text}" if after else ""
        skipped = bool(
            after
            and is_state(place.text)
            and re.fullmatch(r",? (?:in|near|around) ", text[place.end : after.start])
            and _lies_in(after.text, place.text)
        )
        yield Place(place.start, after.end, whole) if after and skipped else place


def _unlisted(text: str) -> Iterator[tuple[int, int]]:
    """Where names stand that no table knows but that are put like a place: "in X", "nurse from X", "nurse, x, 4 years"."""
    from tools.oews.spelling import english_words

    for match in re.finditer(r"\b(?P<before>in|near|around|from)\s+", text):
        name = _CAPITALISED.match(text, match.end())
        lead = text[: match.start()].rstrip()
        if name is None or _OF_SKILL.search(lead):
            continue
        if match["before"] != "from" or any(is_work_or_skill(each) for each in _last_words(lead)):
            yield name.span()
    noted = _NOTED.match(text)
    if noted and any(is_work_or_skill(each) for each in _last_words(noted["work"])):
        strange = not any(word.lower() in english_words() for word in noted["name"].split())
        if strange or noted["name"][0].isupper():
            yield noted.span("name")


def _last_words(text: str) -> Iterator[str]:
    words_before = text.split()
    yield from (" ".join(words_before[-count:]) for count in (1, 2, 3) if count <= len(words_before))


def told_place(clause: Clause) -> tuple[str | None, int]:
    """Where the person is, and how firmly it was said.

    3: "I live in", or in the place of another; 2: beside them; 1: "from"; 0: only spoken of ("I heard Seattle is nice").
    """
    text = clause.text
    places = named_places(text)
    left = [place for place in places if _is_left(text, place)]
    corrects = bool(left) or has_cue("corrects", text)
    told = [(3 if corrects else _firmness(text, place), place.text) for place in places if place not in left]
    firmness = max((each for each, _ in told), default=0)
    said = [place for each, place in told if each == firmness]
    if not said:
        return None, 0
    # The last of two homes is where they are now, the first of two other places the nearer one.
    return said[-1] if firmness == 3 else said[0], firmness


def _is_left(text: str, place: Place) -> bool:
    """Whether they are not there, or no longer."""
    before, after = text[: place.start], text[place.end :]
    return bool(
        _LEAVING.search(before) or _ORIGIN.match(after) or (_MOVES_FROM.search(before) and " to " in after)
    )


def _firmness(text: str, place: Place) -> int:
    before, after = text[: place.start], text[place.end :]
    lives = any(match.end() == place.start for match in frame("lives_after").finditer(text))
    if lives or _LIVED_IN.match(after):
        return 3
    if _ELSEWHERE.search(before) or _SPOKEN_OF.match(after):
        return 0
    return 1 if before.lower().endswith("from ") else 2


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
    return name[0] if name and not NO_PLACE.match(said) else None


def _known(text: str) -> list[Place]:
    """Names that the tables know. One that is an everyday word counts after "in", however the rest is written."""
    from tools.oews.areas import find_places

    found = [Place(each.start, each.end, each.text) for each in find_places(text)]
    if text.islower():
        return found
    small = [Place(each.start, each.end, text[each.start : each.end]) for each in find_places(text.lower())]
    return found + [
        each
        for each in small
        if _AFTER_IN.search(text[: each.start]) and not _overlaps((each.start, each.end), found)
    ]


def _everyday(text: str, found: list[Place]) -> Iterator[Place]:
    """Names that are ordinary words as well ("reading", "mobile"): right after "live in" or "location:" places are meant."""
    from tools.oews.places import place_keys

    for dwelling in _DWELLING.finditer(text):
        for last in reversed(list(WORD.finditer(text, dwelling.end()))[:MOST_WORDS]):
            start, end = dwelling.end(), last.end()
            if text[start:end].lower() in place_keys() and not _overlaps((start, end), found):
                yield Place(start, end, text[start:end])
                break


def _overlaps(span: tuple[int, int], found: list[Place]) -> bool:
    return any(each.start < span[1] and span[0] < each.end for each in found)


def _bare(place: Place) -> Place:
    """The place alone: the "in" of "in Indiana" is no abbreviation of the state, and no article belongs to it."""
    match = re.match(r"(?:in|the)\s+(?=\w)", place.text, re.IGNORECASE)
    start = match.end() if match else 0
    written = place.text[start:]
    if written.endswith(".") and not re.search(r"\.\w\.$", written):
        written = written[:-1]  # the end of a sentence, but "Washington, D.C."
    return Place(place.start + start, place.start + start + len(written), written, place.known)


def _stands_like_place(text: str, start: int, end: int) -> bool:
    """A name in lower case is a place after a preposition or at the edge of a short text; with a capital anywhere."""
    name, before, after = text[start:end], text[:start], text[end:]
    if len(name) <= 2 and not (name.isupper() and re.search(r"(?:,|\b(?:in|to|from|near))\s*$", before)):
        return False  # "hi", "ok", "OK": abbreviations of states need a word before them
    short = len(text.split()) <= 6
    if name[0].isupper() and (start or " " in name or short or re.match(r"\s*:", after)):
        return True
    if name in words("people")["not_roles"].split():
        return False  # "college" is a place in Alaska, too
    with_state = " " in name and is_state(name.split()[-1])
    if with_state or _LIVED_IN.match(after) or (start == 0 and short):
        return True
    if _NOTHING_MORE.fullmatch(after) or re.match(r"\s*:", after) or _PREPOSITION.search(before):
        return not NO_PLACE.match(name)
    return bool(start and re.match(r"\s*,?\s+\d", after)) and is_note(before)  # "nurse tulsa 8 yrs"
