"""Towns before the state they lie in, known to the tables or not ("Huntsville Texas", "Window Rock, Arizona")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from agent.month_names import MONTHS, WEEKDAYS
from prompts import words

MOST_WORDS = 3  # of a town
WORD = re.compile(r"(?:st|ft|mt)\.|[a-z](?:[\w.'-]*\w)?", re.IGNORECASE)

# Nothing but what surrounds a place may stand before a town in small letters.
_BEFORE_TOWN = re.compile(
    r"(?:^|[,;:(/|]|\b(?:in|near|around|outside|from|at|to|not|no|meant?|sorry|actually|it|that|is))\s*$",
    re.IGNORECASE,
)
NO_PLACE = re.compile(
    rf"^(?:i|i'm|{'|'.join((*MONTHS, *WEEKDAYS))}"
    r"|english|spanish|french|german|chinese|python|java|sql|excel|ai|ml|it|hr|ux|tech|christmas|q[1-4])\b",
    re.IGNORECASE,
)  # fmt: skip


@dataclass(frozen=True)
class Place:
    """A place in a clause, in the person's words with typing errors mended."""

    start: int
    end: int
    text: str
    known: bool = True


def with_states(text: str, found: list[Place]) -> list[Place]:
    """Each state joined with the town written before it, known or not ("Huntsville Texas", "Window Rock, Arizona")."""
    for start, end in _states(text):
        inside = next((each for each in found if each.start <= start and end <= each.end), None)
        if inside and (inside.start, inside.end) != (start, end):
            continue  # it has its town already, or is one ("Michigan City")
        before = next(
            (
                each
                for each in found
                if re.fullmatch(r",? (?:(?:over |down |up )?in )?", text[each.end : start])
            ),
            None,
        )
        town = before.start if before else _town_start(text, start)
        if town is None or (before and is_state(before.text)):
            continue
        name = re.sub(r" (?:(?:over|down|up) )?in ", ", ", text[town:end])
        found = [each for each in found if each not in (inside, before)]
        found.append(Place(town, end, name, known=False))
    return found


def _states(text: str) -> Iterator[tuple[int, int]]:
    """Where the names and abbreviations of states stand; words such as "in" only as ", IN" or ", in" at an end."""
    from tools.oews.tables import words_of

    since = 0
    names = list(WORD.finditer(text))
    for first, count in ((first, count) for first in range(len(names)) for count in (2, 1)):
        span = names[first : first + count]
        start, end = span[0].start(), span[-1].end()
        written = text[start:end]
        if start < since or not is_state(written):
            continue
        if written in words_of("place_words", "wordlike") and not (
            text[:start].endswith(", ")
            and (
                written not in words("places")["small_states"].split()
                or re.match(r"\W*$|\s*[,;:(/|)-]|\s+is\b", text[end:])
            )
        ):
            continue
        since = end
        yield start, end


def is_state(written: str) -> bool:
    """Whether the words are the name or abbreviation of a state."""
    from tools.oews.places import state_of

    return state_of(re.sub(r"[.\s]+", " ", written.lower()).strip()) is not None


def _town_start(text: str, state: int) -> int | None:
    """Where the town before a state begins that no table knows: up to three names, or words right after "in"."""
    flat = text.islower() or text.isupper()
    gap = re.search(r",?\s$", text[:state])
    since = end = gap.start() if gap else 0
    start: int | None = None
    for match in reversed(list(WORD.finditer(text[:end]))[-MOST_WORDS:]):
        named = match[0][0].isupper() and not flat
        if text[match.end() : since].strip() or match[0].lower() in _no_town() or (start and not named):
            break
        since = match.start()
        if named or _BEFORE_TOWN.search(text[:since]):
            start = since
        if start and not named:
            break
    if start is None:
        return None
    name = text[start:end]
    last = name.rsplit(maxsplit=1)[-1]
    return None if NO_PLACE.match(name) or is_work_or_skill(name) or is_work_or_skill(last) else start


def is_work_or_skill(name: str) -> bool:
    """Whether the words name a role or a skill, and so no town."""
    from tools.oews.occupations import link_role
    from tools.roadmap.skills import link_skill

    return bool(link_role(name)) or link_skill(name) is not None


@cache
def _no_town() -> frozenset[str]:
    return frozenset(words("places")["no_town"].split())
