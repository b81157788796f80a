"""The person's own words for a role or a place, as they stand in a sentence."""

import re

from agent import wording
from tools.oews.places import abbreviation_of
from tools.oews.spoken import told_name

_VOWEL = re.compile(r"(?:[aeio]|u(?!ni|se|sa|s\b|ti|x))", re.IGNORECASE)
_SPELLED_VOWEL = "AEFHILMNORSX"  # letters whose names begin with a vowel: "an HR specialist"
_FIELD = re.compile(
    r"(?:ing|ment|ics|ance|ence|istry|ology|aw|design|support|sales|security|care|work|\bIT|\bAI|\bHR)$"
)
_WITH_ARTICLE = re.compile(r"\b(?:Area|Islands|Midwest|Northeast|Panhandle|Keys|Bronx|Carolinas)$")

_LETTERS = frozenset(
    [
        "ai",
        "bi",
        "ceo",
        "cna",
        "cnc",
        "cpa",
        "crna",
        "cto",
        "dba",
        "ehr",
        "emt",
        "erp",
        "gis",
        "gs",
        "hr",
        "hvac",
        "it",
        "llm",
        "lpn",
        "ml",
        "mle",
        "nlp",
        "np",
        "pm",
        "qa",
        "rn",
        "sdet",
        "seo",
        "sql",
        "sre",
        "swe",
        "ui",
        "ux",
        "vp",
    ]
)
_OPS = {"devops": "DevOps", "mlops": "MLOps"}


def with_capitals(role: str) -> str:
    """Abbreviations as they are written, however they were typed: "ux designer" is a "UX designer"."""
    words = (word.upper() if word.casefold() in _LETTERS else word for word in role.split())
    return " ".join(_OPS.get(word.casefold(), word) for word in words)


def in_text(role: str) -> str:
    """A role within a sentence: no capital but those of names ("Registered nurse" -> "registered nurse").

    Words that tell what somebody does stand for those who do it ("drove trucks" -> "heavy truck drivers").
    """
    return told_name(role) or with_capitals(
        wording.subject(re.sub(r"['\u2019]s?$", "", wording.inline(role)))
    )


def a_role(role: str) -> str:
    """With its article where it names one person: "an AI engineer", "electricians", "data engineering"."""
    said = in_text(role)
    if is_plural(said) or is_field_of_work(said):
        return said
    spelled = said[:2].isupper()
    vowel = said[0] in _SPELLED_VOWEL if spelled else _VOWEL.match(said)
    return f"{'an' if vowel else 'a'} {said}"


def is_plural(role: str) -> bool:
    last = role.rsplit(" ", maxsplit=1)[-1].casefold()
    return last.endswith("s") and not last.endswith(("ss", "ics", "us", "is"))


def is_field_of_work(role: str) -> bool:
    """Whether the words name a field ("data engineering", "nursing") and not who works in it."""
    return _FIELD.search(role) is not None


def singular(role: str) -> str:
    """One of several: "truck drivers" -> "truck driver", "secretaries" -> "secretary"."""
    if not is_plural(role):
        return role
    if role.endswith("ies"):
        return f"{role[:-3]}y"
    return role[:-2] if role.endswith(("sses", "ches", "shes", "xes")) else role[:-1]


def one_of(several: str) -> str:
    """One of those whom an occupation's name holds: "waiters and waitresses" are each "waiter or waitress"."""
    heads, of, rest = several.partition(" of ")
    parts = heads.split(" and ")
    if all(map(is_plural, parts)):
        return wording.listing([singular(part) for part in parts], "or") + of + rest
    return singular(heads) + of + rest


def as_worker(role: str) -> str:
    """What follows "work": "as a nurse", "in nursing"."""
    role = in_text(role)
    role = role if is_field_of_work(role) else one_of(role)
    return f"{'in' if is_field_of_work(in_text(role)) else 'as'} {a_role(role)}"


def what_it_pays(role: str) -> str:
    """The question for its pay within a sentence: "what an AI engineer earns", "what nursing pays"."""
    said = a_role(role)
    if is_field_of_work(in_text(role)):
        return f"what {said} pays"
    return f"what {said} {'earn' if is_plural(said) else 'earns'}"


def place_name(place: str) -> str:
    """A place as names are written, also where the person typed it small: "El Paso", "Macon GA", "the Bay Area"."""
    said = wording.inline(place).removeprefix("the ")
    if said.islower():
        town, _, last = said.rpartition(" ")
        said = f"{town} {last.upper() if abbreviation_of(last) else last}".strip()
        said = re.sub(r"(?<![\w'])[a-z]", lambda first: first[0].upper(), said)
    return f"the {said}" if _WITH_ARTICLE.search(said) else said
