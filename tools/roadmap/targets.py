"""What somebody wants to become or learn, linked to a role, an area or a single skill.

Abbreviations are written out, typing errors mended, ranks ("senior") left aside.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from tools.oews.grades import find_grades, without_grades
from tools.roadmap.models import Need
from tools.roadmap.skills import find_skills, is_everyday, is_typing_error, link_skill
from tools.roadmap.tables import read_table, roles

WORD = re.compile(r"[^\W_]+(?:\+\+|#)?")
_SHORT = {
    "eng": "engineer",
    "engr": "engineer",
    "dev": "developer",
    "sci": "scientist",
    "artif": "artificial",
}
# Words around a role that do not say which one.
RANK = frozenset(
    (
        *("a", "an", "the", "senior", "sr", "junior", "jr", "lead", "principal"),
        *("staff", "entry", "level", "mid", "middle", "midlevel", "head", "chief", "experienced"),
        *(
            "certified",
            "remote",
            "freelance",
            "associate",
            "intern",
            "trainee",
            "graduate",
            "apprentice",
            "become",
        ),
        *("becoming", "be", "being", "as", "to", "learn", "job", "role", "career"),
        *("position", "professional", "want", "i", "good", "great", "my", "roadmap", "plan"),
        *("path", "for", "basics", "basic", "of", "learning"),
    )
)
_PLACE_OR_FIELD = re.compile(
    r"\s(?:in|at|for|with|who|that|on|near|from|within|specialis|specializ|focus)\w*\s|[,(;:|]|\s-\s"
)
_DOERS = {
    "engineering": "engineer",
    "development": "developer",
    "science": "scientist",
    "analytics": "analyst",
}


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
    words = normal(text)
    named = _by_alias(words)
    skill = None if named else link_skill(text)
    if skill is None or not _same(text, skill.name):
        named = named or _by_alias(_doer(words))
    if named is None and skill is not None:
        return Target(skill.id, skill.name, "skill", {skill.id: "must"}, exact=_same(text, skill.name))
    named = named or _by_alias(normal(text, ranks=False))
    short = before_place_or_field(text)
    named = named or _by_alias(normal(short, ranks=False)) or _by_ending(normal(short, ranks=False))
    if named is not None:
        role = roles()[named]
        return Target(role.id, role.title, role.kind, dict(role.needs), exact=_same(text, role.title))
    # Of an ordinary word the rest tells what it is: "go with it" is no Go, "Go with gRPC" is.
    meant = not is_everyday(short) or find_skills(text[len(short) :])
    if short != text and meant and (skill := link_skill(short)):
        return Target(skill.id, skill.name, "skill", {skill.id: "must"}, exact=False)
    bare = without_grades(text, find_grades(text))
    return link_target(bare) if bare and bare != text else None


def before_place_or_field(text: str) -> str:
    """The job without where or in what field it is done: "data scientist in healthcare" is "data scientist"."""
    return _PLACE_OR_FIELD.split(text.strip(), maxsplit=1)[0]


def _same(text: str, title: str) -> bool:
    return WORD.findall(text.lower()) == WORD.findall(title.lower())


@cache
def _aliases() -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for role in roles().values():
        for alias in (role.title.lower(), *role.aliases):
            found.setdefault(tuple(WORD.findall(alias)), role.id)
    return found


@cache
def _joined_aliases() -> dict[str, str]:
    return {"".join(words): role for words, role in reversed(list(_aliases().items()))}


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


@cache
def role_of_skills(named: tuple[str, ...]) -> str | None:
    """Title of the role that skills as a person names them point to; None where fewer than two tell of one.

    A skill tells the more the fewer roles need it; of roles that fit alike the one that needs least.
    """
    known = {skill.id for text in named if (skill := link_skill(text))}
    needed = {
        role.title: {
            skill: 1 if need == "must" else 0.5 for skill, need in role.needs.items() if need != "nice"
        }
        for role in roles().values()
        if role.kind == "role"
    }
    shared = {title: needs.keys() & known for title, needs in needed.items() if len(needs.keys() & known) > 1}

    def fit(title: str) -> tuple[float, int]:
        share = {skill: sum(skill in needs for needs in needed.values()) for skill in shared[title]}
        tells = sum(needed[title][skill] / roles_with for skill, roles_with in share.items())
        return round(tells, 3), -len(needed[title])

    return max(shared, key=fit, default=None)


def normal(text: str, *, ranks: bool = True) -> tuple[str, ...]:
    """Words in lower case, abbreviations written out, typing errors mended; without ranks unless `ranks`."""
    words = [_SHORT.get(word, word) for word in WORD.findall(text[:200].lower())]
    return tuple(_mended(word) for word in words if ranks or word not in RANK)


@cache
def _known() -> frozenset[str]:
    """Every word of a role's name: targets, and the work people come from."""
    names = [name for role in roles().values() for name in (role.title.lower(), *role.aliases)]
    names += [alias for row in read_table("experience") for alias in row["aliases"].split(";")]
    return frozenset(word for name in names for word in WORD.findall(name))


@cache
def _in_order() -> tuple[str, ...]:
    return tuple(sorted(_known()))


@cache
def _mended(word: str) -> str:
    if word in _known() or len(word) < 5:
        return word
    if word.endswith("s") and word[:-1] in _known():
        return word[:-1]
    close = (
        meant
        for meant in _in_order()
        if len(meant) >= 5 and meant[0] == word[0] and is_typing_error(word, meant)
    )
    return next(close, word)
