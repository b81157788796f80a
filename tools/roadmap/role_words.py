"""Words of a role as people write them: abbreviations written out, typing errors mended, ranks known as such."""

import re
from functools import cache

from tools.roadmap.lexicon import is_typing_error
from tools.roadmap.tables import read_table, roles

WORD = re.compile(r"[^\W_]+(?:\+\+|#)?")
_SHORT = {
    "eng": "engineer",
    "engr": "engineer",
    "dev": "developer",
    "sci": "scientist",
    "artif": "artificial",
}
RANK = frozenset(
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
        "plan",
        "path",
        "for",
        "basics",
        "basic",
        "of",
        "learning",
    }
)


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
