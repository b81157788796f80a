"""Which words of a posting are demands: by the part they stand in, and by what the tables know."""

import re
from collections.abc import Iterator

from agent.nlu.links import known_skill
from agent.nlu.mentions import Mention, Message
from agent.nlu.posting_parts import Part, kind_at, parts_of
from agent.nlu.values.numbers import NUMBER
from agent.nlu.values.schooling import goes_on, names_schooling, wants_schooling
from tools.oews.doubtful import is_certificate
from tools.roadmap.skills import SkillMention, find_skills

_LONGEST_NAME = 60  # characters on either side of a skill
_NAMED_BEFORE = re.compile(r"(?:\b[A-Z]\w+ )+$")
_NAMED_AFTER = re.compile(r"(?: [A-Z]\w+)+")
_SHORT = 4  # words of an item that is a demand as a whole
_LONGEST = 14  # words of a clause that names schooling
_CLAUSE_ENDS = re.compile(r"[;.\n]\s*|,\s+(?=and\b)")
_BULLET = re.compile(r"^[\s|*\u2022\u2013-]*")
_IN_A_WORD = re.compile(r"-[a-z]{3}")
_OF = re.compile(r"\s(?:(?:of|with|in)\s)?")  # between how well something is known and what it is
YEARS = re.compile(
    rf"{NUMBER}.{{0,60}}?\b(?:years?|yrs?|yoe|months?)\b(?![-\s]+(?:olds?|ago|college|degree)\b)",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"(?:^|[.!?:\n\u2022*|]|\s[\u2013-])\s*$"
)  # before the first word of a sentence or a list's item


def is_demanded(message: Message, mention: Mention) -> bool:
    """Whether a span that was read as asked for is a demand."""
    text, kind = message.text, kind_at(message.text, mention.start)
    kind = "about" if kind == "plain" and mention.start < _first_of_the_job(message.text) else kind
    if kind in (None, "given", "about", "own") or _tells_how(message, mention):
        return False
    counts = (
        names_schooling(mention.text)
        or YEARS.search(mention.text)
        or any(character.isdigit() for character in mention.text)
    )
    if _is_subject(text[: mention.start], taught=known_skill(mention.text)) and not counts:
        return False
    known = _is_known(mention.text)
    if not _asks(text):
        # What names the job or says what is done names no demand beside sentences that ask, but for a skill.
        told = kind not in ("head", "duties")
        return known or told or not any(part.kind == "asked" for part in parts_of(text))
    of_the_employer = mention.text.casefold() in _head(text)
    if kind == "asked":
        return known or not of_the_employer
    # Beside what is done only a skill that one learns by itself, or one that is written as a name.
    named = kind != "duties" or known_skill(mention.text) or not mention.text.islower()
    return known and named and kind != "head" and not of_the_employer


def named_skills(text: str, first: int, last: int) -> list[str]:
    """Skills that a posting (from `first` to `last`) names by their names, as written: any under a heading that asks.

    Elsewhere only those of the learning graph count.
    """
    others = ("duties", "plain") if _asks(text) else ("duties", "plain", "head")
    found: list[str] = []
    for part in parts_of(text):
        within = max(first, _first_of_the_job(text)) < part.end and part.start < last
        if part.kind == "asked" or (within and part.kind in others):
            said = text[part.start : part.end]
            found += [
                _whole_name(each, said, part) for each in find_skills(said) if _counts(each, said, part)
            ]
    return found


def _whole_name(skill: SkillMention, said: str, part: Part) -> str:
    """A skill with the name it is a part of, where no one learns it by itself ("Eureka Math", "Teaching Credential").

    The first word of a sentence is written large whatever it is.
    """
    if skill.skill_id is not None:
        return skill.text
    before, after = (
        _NAMED_BEFORE.search(said[max(skill.start - _LONGEST_NAME, 0) : skill.start]),
        _NAMED_AFTER.match(said[skill.end : skill.end + _LONGEST_NAME]),
    )
    named = before[0] if before else ""
    if part.by_itself and len(named) == skill.start:
        named = named.partition(" ")[2]
    return f"{named}{skill.text}{after[0] if after else ''}"


def short_items(message: Message) -> list[str]:
    """Items of a few words under a heading that asks, in which nothing was read: whole ones, and those of a list of demands.

    "- Reliable transportation" is one, and so is "Ladder logic" in "Ladder logic, HMI design".
    """
    found: list[str] = []
    for part in (each for each in parts_of(message.text) if each.kind == "asked"):
        pieces = list(_pieces(message.text, part))
        read = [any(_meets(piece, each) for each in message.of("asked")) for piece in pieces]
        short = any(read) and all(len(words.split()) <= _SHORT for words, *_ in pieces)
        listed = len(pieces) == 1 or (short and not part.by_itself)
        found += [
            piece[0]
            for piece, known in zip(pieces, read, strict=True)
            if listed and not known and _is_item(piece[0])
        ]
    return found


def _pieces(text: str, part: Part) -> Iterator[tuple[str, int, int]]:
    """The pieces between commas of a part's line, without its bullet and a sentence's stop, each with where it stands."""
    line = text[part.start : part.end].rstrip(" .\n" if part.by_itself else "")
    at = part.start + len(line) - len(_BULLET.sub("", line))
    for piece in text[at : part.start + len(line)].split(","):
        words = piece.strip()
        start = at + len(piece) - len(piece.lstrip())
        at += len(piece) + 1
        if words:
            yield words, start, start + len(words)


def _meets(piece: tuple[str, int, int], mention: Mention) -> bool:
    _, start, end = piece
    return start < mention.end and mention.start < end


def _is_item(words: str) -> bool:
    """Whether words may be an item of a list: a few, no sentence, no figure and no schooling."""
    short = 0 < len(words.split()) <= _SHORT and not words.endswith((".", ":", "!"))
    return (
        short
        and not any(character.isdigit() or character == "|" for character in words)
        and not names_schooling(words)
    )


def schooling_in(text: str) -> list[str]:
    """The first clause under a heading that asks that names a degree or a school."""
    asked = (part for part in parts_of(text) if part.kind == "asked")
    clauses = (
        _BULLET.sub("", clause).strip()
        for part in asked
        for clause in _CLAUSE_ENDS.split(text[part.start : part.end])
    )
    return [each for each in clauses if wants_schooling(each) and len(each.split()) <= _LONGEST][:1]


def _first_of_the_job(text: str) -> int:
    """Where the first heading that asks, or says what is done, has its words: what stands before tells of the employer."""
    return next((part.start for part in parts_of(text) if part.kind in ("asked", "duties")), 0)


def _asks(text: str) -> bool:
    """Whether a part of the text has a heading that asks."""
    return any(part.kind == "asked" and not part.by_itself for part in parts_of(text))


def _head(text: str) -> str:
    """The lines that name the job and the employer."""
    return "\n".join(text[part.start : part.end] for part in parts_of(text) if part.kind == "head").casefold()


def _is_known(words: str) -> bool:
    named = (each for each in find_skills(words) if each.exact and not each.everyday)
    return known_skill(words) or is_certificate(words) or any(named)


def _is_subject(before: str, *, taught: bool) -> bool:
    """Whether a degree stands before in the clause: what follows is its subject ("a degree in accounting").

    Behind a comma a skill that is taught by itself is a demand of its own ("a degree in business, SQL").
    """
    clause = _CLAUSE_ENDS.split(before)[-1]
    return goes_on(clause.rpartition(",")[2] if taught else clause)


def _is_name(words: str) -> bool:
    """Whether words name a skill: known to the tables, or written as a name."""
    return _is_known(words) or words[0].isupper()


def _counts(skill: SkillMention, said: str, part: Part) -> bool:
    """Whether a skill is named: an everyday word only where it is written as a name within a sentence."""
    if _IN_A_WORD.match(said, skill.end):
        return False  # "Docker-themed"
    if not skill.exact or _is_subject(said[: skill.start], taught=skill.skill_id is not None):
        return False
    if skill.everyday:
        as_name = skill.text[0].isupper() and not _BEGINS.search(said[: skill.start])
        return part.kind == "asked" and as_name
    return part.kind == "asked" or (
        skill.skill_id is not None
        and (skill.text[0].isupper() or skill.text.casefold() == skill.name.casefold())
    )


def _tells_how(message: Message, mention: Mention) -> bool:
    """Whether words only tell how well the skill right behind them is wanted ("hands-on Klaviyo")."""
    if (
        _is_known(mention.text)
        or YEARS.search(mention.text)
        or mention.text.isupper()
        or any(character.isdigit() for character in mention.text)
    ):
        return False
    behind = _OF.match(message.text, mention.end)
    return behind is not None and any(
        each.start == behind.end() and _is_name(each.text) for each in message.of("asked")
    )
