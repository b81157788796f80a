"""The word lists that bound the name of a role, from `prompts/words/roles.yaml` and the titles."""

from functools import cache

from prompts import words


@cache
def ends() -> frozenset[str]:
    """Words with which the name of a role ends."""
    return frozenset(words("roles")["ends"].split())


@cache
def openers() -> frozenset[str]:
    """Words that may stand before a name and are no part of it."""
    return frozenset(words("roles")["openers"].split())


@cache
def not_asked() -> frozenset[str]:
    """Who or what is never a role that is asked about."""
    return frozenset(words("roles")["not_asked"].split())


@cache
def heads() -> frozenset[str]:
    """The last words of all titles, in the singular."""
    from tools.oews.tables import read_table

    rows = read_table("occupation_titles")
    return frozenset((row["key"] or row["title"]).rsplit(maxsplit=1)[-1] for row in rows)


@cache
def articles() -> frozenset[str]:
    """Words after which a name may start with a word of no title."""
    return frozenset(words("roles")["articles"].split())


@cache
def never() -> frozenset[str]:
    """Titles that are other words as well: no roles in small letters."""
    return frozenset(words("roles")["never"].split())


@cache
def not_roles() -> frozenset[str]:
    """Nouns after "I'm a..." that name no work."""
    return frozenset(words("people")["not_roles"].split())


@cache
def endings() -> tuple[str, ...]:
    """Endings that make an unknown noun sound like work."""
    return tuple(words("roles")["endings"].split())


@cache
def levels() -> dict[str, str]:
    """Levels by the words for them, the longest first."""
    levels: dict[str, str] = words("roles")["levels"]
    return dict(sorted(levels.items(), key=lambda pair: -len(pair[0])))


def may_be_asked(phrase: str) -> bool:
    """Whether the phrase can be the role of a question at all."""
    # "IT" is a field, "it" is not.
    named = [word if word == "IT" else word.lower() for word in phrase.split()]
    return bool(named) and named[-1] not in not_asked() and named[0] not in not_asked()
