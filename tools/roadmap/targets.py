"""What somebody wants to become or learn, linked to a role, an area or a single skill."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from tools.roadmap.lexicon import is_typing_error
from tools.roadmap.models import Need
from tools.roadmap.skills import link_skill
from tools.roadmap.tables import read_table, roles

_WORD = re.compile(r"[^\W_]+(?:\+\+|#)?")
_PLACE_OR_FIELD = re.compile(
    r"\s(?:in|at|for|with|who|that|on|near|from|within|specialis|specializ|focus)\w*\s|[,(;:|]|\s-\s"
)
_SHORT = {
    "eng": "engineer",
    "engr": "engineer",
    "dev": "developer",
    "sci": "scientist",
    "artif": "artificial",
}
_DOERS = {
    "engineering": "engineer",
    "development": "developer",
    "science": "scientist",
    "analytics": "analyst",
}
_RANK = frozenset(
    {
        "a",
        "an",
        "the",
        "senior",
        "sr",
        "junior",
        "jr",
        "lead",
        "principal",
        "staff",
        "entry",
        "level",
        "mid",
        "middle",
    }
    | {
        "midlevel",
        "head",
        "chief",
        "experienced",
        "certified",
        "remote",
        "freelance",
        "associate",
        "intern",
        "trainee",
    }
    | {
        "graduate",
        "apprentice",
        "become",
        "becoming",
        "be",
        "being",
        "as",
        "to",
        "learn",
        "job",
        "role",
        "career",
    }
    | {
        "position",
        "professional",
        "want",
        "i",
        "good",
        "great",
        "my",
        "roadmap",
        "basics",
        "basic",
        "of",
        "learning",
    }
)


@dataclass(frozen=True, slots=True)
class Target:
    """Where the roadmap leads. `exact` is false when the words asked for were not this target's own name."""

    id: str
    title: str
    kind: Literal["role", "area", "skill"]
    needs: dict[str, Need]
    exact: bool


def link_target(text: str) -> Target | None:
    """The role, area or skill that `text` names, ranks ("senior") and typing errors aside; None if none is."""
    words = _normal(text)
    named = _by_alias(words)
    skill = None if named else link_skill(text)
    if skill is None or not _same(text, skill.name):
        named = named or _by_alias(_doer(words))
    if named is None and skill is not None:
        return Target(skill.id, skill.name, "skill", {skill.id: "must"}, exact=_same(text, skill.name))
    named = named or _by_alias(_normal(text, ranks=False))
    short = _PLACE_OR_FIELD.split(text.strip(), maxsplit=1)[0]
    named = named or _by_alias(_normal(short, ranks=False)) or _by_ending(_normal(short, ranks=False))
    if named is not None:
        role = roles()[named]
        return Target(role.id, role.title, role.kind, dict(role.needs), exact=_same(text, role.title))
    if short != text and (skill := link_skill(short)):
        return Target(skill.id, skill.name, "skill", {skill.id: "must"}, exact=False)
    return None


def skills_of_role(text: str) -> list[str]:
    """Skills that people in this role usually have, to ASK about, never to assume; empty when not known."""
    words = _normal(text, ranks=False)
    for row in read_table("starting_roles"):
        aliases = {
            tuple(_WORD.findall(alias)) for alias in (row["title"].lower(), *row["aliases"].split(";"))
        }
        if words in aliases or any(words[-len(alias) :] == alias for alias in aliases if len(alias) > 1):
            return row["skills"].split(";")
    return []


def _same(text: str, title: str) -> bool:
    return _WORD.findall(text.lower()) == _WORD.findall(title.lower())


@cache
def _aliases() -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for role in roles().values():
        for alias in (role.title.lower(), *role.aliases):
            found.setdefault(tuple(_WORD.findall(alias)), role.id)
    return found


@cache
def _joined_aliases() -> dict[str, str]:
    return {"".join(words): role for words, role in reversed(list(_aliases().items()))}


@cache
def _role_words() -> tuple[str, ...]:
    rows = [alias for row in read_table("starting_roles") for alias in row["aliases"].split(";")]
    words = {word for alias in _aliases() for word in alias} | {word for row in rows for word in row.split()}
    return tuple(sorted(words))


def _normal(text: str, *, ranks: bool = True) -> tuple[str, ...]:
    """Words in lower case, abbreviations written out, typing errors mended; without ranks unless `ranks`."""
    words = [_SHORT.get(word, word) for word in _WORD.findall(text[:200].lower())]
    return tuple(_mended(word) for word in words if ranks or word not in _RANK)


@cache
def _mended(word: str) -> str:
    known = _role_words()
    if word in known or len(word) < 5:
        return word
    if word.endswith("s") and word[:-1] in known:
        return word[:-1]
    close = (
        meant for meant in known if len(meant) >= 5 and meant[0] == word[0] and is_typing_error(word, meant)
    )
    return next(close, word)


def _by_alias(words: tuple[str, ...]) -> str | None:
    return _aliases().get(words) or (_joined_aliases().get("".join(words)) if words else None)


def _doer(words: tuple[str, ...]) -> tuple[str, ...]:
    """Who does a field's work: "ML engineering" is what an ML engineer does."""
    return (*words[:-1], _DOERS.get(words[-1], words[-1])) if words else ()


def _by_ending(words: tuple[str, ...]) -> str | None:
    """English names the job last: "clinical data scientist" is a data scientist, "AI sales engineer" is not."""
    for start in range(1, len(words) - 1):
        if named := _aliases().get(words[start:]):
            return named
    return None
