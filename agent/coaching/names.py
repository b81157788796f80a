"""Roles and places as they are said: "UX designers", "people in nursing", "Chicago, IL"."""

from functools import cache, lru_cache

from agent import wording
from agent.naming import one_of, with_capitals
from tools.oews.grades import find_grades, without_grades
from tools.oews.role_links import link_role
from tools.oews.spoken import spoken_title, told_name
from tools.oews.tables import occupations

WORKING_IN = "people in "
_LONGEST_SHORT = 4  # letters of an abbreviation
_DOERS = ("er", "or", "ist", "ista", "ian", "ress")
_SEVERAL = ("ers", "ors", "ists", "ians", "ysts", "ants", "ents", "urses", "ects", "clerks", "mechanics")
_SHORT_FOR_PEOPLE = frozenset(
    {
        "admin",
        "ceo",
        "cna",
        "cpa",
        "crna",
        "cto",
        "dba",
        "dev",
        "emt",
        "lpn",
        "mle",
        "np",
        "pm",
        "rep",
        "rn",
        "sdet",
        "sre",
        "swe",
        "tech",
        "vp",
    }
)


@lru_cache(maxsize=2048)
def own_words(role: str) -> str:
    """One who holds a role, in the person's words: without grades, abbreviations in capitals, names as they are written.

    Words that tell what somebody does are no title: those who do it are called by their occupation.
    """
    if told := told_name(role):
        return one_of(told)
    bare = without_grades(role, find_grades(role)) or role
    if bare.isupper() and max(map(len, bare.split())) > _LONGEST_SHORT:
        bare = bare.lower()  # typed in capitals throughout
    words = with_capitals(bare).split()
    words = [word.lower() if word.istitle() and not _is_tool(word) else word for word in words]
    if words and words[-1].casefold() in _plurals() and words[-1].casefold().endswith(_SEVERAL):
        words[-1] = words[-1][:-1]
    return " ".join(words)


def _is_tool(word: str) -> bool:
    """Whether a word is a name that keeps its capital ("Java developer")."""
    from tools.roadmap.skills import find_skills

    return any(found.exact and not found.everyday and found.text == word for found in find_skills(word))


@lru_cache(maxsize=2048)
def people(role: str) -> str:
    """Those who hold a role, in the plural: "welders"; "people in nursing" where the role names no person."""
    if told := told_name(role):
        return told
    said = own_words(role)
    last = said.casefold().rsplit(maxsplit=1)[-1]
    several = last.endswith("s") and (said[-len(last) : -1].isupper() or last[:-1].endswith(_DOERS))
    if last in _plurals() or several:
        return said
    if last.removesuffix("s") in _SHORT_FOR_PEOPLE:
        return f"{said.removesuffix('s')}s"
    for ending, plural in (("y", "ies"), ("", "s"), ("man", "men"), ("", "es")):
        if last.endswith(ending) and last.removesuffix(ending) + plural in _plurals():
            return said[: len(said) - len(ending)] + plural
    if last.endswith("man"):
        return f"{said[:-3]}men"
    return f"{said}{'es' if last.endswith('ss') else 's'}" if last.endswith(_DOERS) else f"{WORKING_IN}{said}"


def at_work(role: str) -> str:
    """How somebody works: "as a cook"; "in nursing" where the role names no person."""
    said = own_words(role)
    return f"in {said}" if people(role).startswith(WORKING_IN) else f"as {wording.article(said)}"


def is_same_work(one: str | None, other: str | None) -> bool:
    """Whether two jobs in words may be one occupation."""
    codes = [{link.occupation.code for link in link_role(role or "")} for role in (one, other)]
    return bool(codes[0] & codes[1])


def occupation(title: str, code: str) -> str:
    """An official title in people's words and the plural."""
    return spoken_title(title, code)


def area(name: str) -> str:
    """A place as it is said: "Chicago-Naperville-Elgin, IL-IN" is "Chicago, IL"."""
    town, comma, states = name.partition(", ")
    if not comma:
        return wording.place(name)
    return f"{town.split('-')[0].split('/')[0]}, {states.split('-')[0]}"


@cache
def _plurals() -> frozenset[str]:
    """Nouns for people that official titles use, in the plural."""
    words = (word.strip(",()").casefold() for each in occupations().values() for word in each.title.split())
    return frozenset(
        word for word in words if word.endswith("s") and not word.endswith(("ss", "services", "sciences"))
    )
