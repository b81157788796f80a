"""Places and subjects that a sentence names, known by the evidence itself and by the tables of the statistics."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from agent.grounding.tokens import Token, covered
from agent.wording import MONTHS
from prompts import words
from tools.evidence import Evidence
from tools.oews.areas import PlaceMention, find_places
from tools.oews.occupations import RoleMention, find_roles
from tools.oews.spoken import spoken_title

NATION = "united states"
_NATION_WORDS = re.compile(
    r"\b(?:the\s+)?(?:united states(?: of america)?|america(?:ns?)?|national(?:ly)?|nationwide|countrywide)\b"
    r"|\bacross the country\b|\bin the country\b|(?-i:\bU\.S\.(?:A\.)?|\bUSA?\b)(?!\s+(?:bureau|statistic|government|department|dollar|labor|official))",
    re.IGNORECASE,
)
CODE = re.compile(r"\(?\b(\d{2}-\d{4})(?:\.\d{2})?\b\)?")
_CAPITAL = re.compile(r"(?<![\w'\u2019-])[A-Z][\w'\u2019-]*[a-z][\w'\u2019-]*|(?<![\w'\u2019-])[A-Z]{2,}\b")
_DEMONYM = re.compile(r"(?:ese|ish|ean|ian|ans)(?:['\u2019]s)?$")
_WORD = re.compile(r"[a-z0-9+#]+")
# Capitalised in any English sentence, whatever it is about.
_ORDINARY = frozenset(
    [
        *"i i'm i'd i'll you your the a an ai ia ki ml it cv usd us bls oews soc o*net onet median mean physician technician".split(),  # noqa: SIM905 - names read better in a row
        *"electrician librarian musician guardian indian-owned week weeks milestone".split(),  # noqa: SIM905 - names read better in a row
        *"monday tuesday wednesday thursday friday saturday sunday".split(),  # noqa: SIM905 - names read better in a row
        *(name.lower() for name in MONTHS),
    ]
)


def canonical_place(name: str | None) -> str | None:
    """One spelling for a place: the nation's many names are one."""
    if not name or not name.strip():
        return None
    return NATION if _NATION_WORDS.fullmatch(name.strip()) else name.strip().lower()


def find_place_tokens(text: str, evidence: Iterable[Evidence]) -> list[Token]:
    """Places in order. Those of the evidence are found by their own names, others by the tables."""
    found: list[Token] = []

    def add(start: int, end: int, *names: str | None) -> None:
        if not covered(start, end, found):
            values = frozenset(canonical_place(name) or "" for name in names)
            found.append(Token("place", start, end, text[start:end], values))

    names = {figure.place for item in evidence for figure in item.figures if figure.place}
    for name in sorted(names, key=len, reverse=True):
        for match in _as_written(name).finditer(text):
            add(*match.span(), name)
    for match in (*_NATION_WORDS.finditer(text), *_nation_abroad().finditer(text)):
        add(*match.span(), NATION)
    for mention in _places(text):
        if mention.link.outside_us is not None or text[mention.start].isupper():
            areas = [mention.link.area] if mention.link.area else mention.link.candidates
            add(mention.start, mention.end, *(area.name for area in areas))
    return sorted(found, key=lambda token: token.start)


def find_subject_tokens(text: str, evidence: Iterable[Evidence]) -> list[Token]:
    """Occupations in order: titles of the evidence, SOC codes, and job titles that the tables know."""
    found: list[Token] = []
    subjects = {figure.subject for item in evidence for figure in item.figures}
    named = [(name, subject) for subject in subjects for name in _names_of(subject)]
    for name, subject in sorted(named, key=lambda pair: len(pair[0]), reverse=True):
        for match in _phrase(name).finditer(text):
            if not covered(*match.span(), found):
                values = frozenset({subject_key(subject), bare_subject(subject).lower()})
                found.append(Token("subject", *match.span(), match[0], values))
    found += [
        Token("subject", *match.span(), match[1], frozenset({match[1]})) for match in CODE.finditer(text)
    ]
    for mention in _roles(text):
        if mention.links and not covered(mention.start, mention.end, found):
            codes = frozenset(link.occupation.code for link in mention.links)
            exact = not any(link.proxy for link in mention.links)
            found.append(Token("subject", mention.start, mention.end, mention.text, codes, exact))
    return sorted(found, key=lambda token: token.start)


@lru_cache(maxsize=512)
def _names_of(subject: str) -> tuple[str, ...]:
    """A subject's title, and where it is an occupation how people say it."""
    code = CODE.search(subject)
    title = bare_subject(subject)
    return (title, spoken_title(title, code[1])) if code and " in " not in title else (title,)


def find_strangers(text: str, known: frozenset[str]) -> list[Token]:
    """Proper names that nothing known holds, as places that fit no figure: "Tokyo", "Glassdoor"."""
    found = []
    for match in _CAPITAL.finditer(text):
        word = re.sub(r"['\u2019]s$", "", match[0]).lower()
        parts = [part for part in re.split(r"[-'\u2019]", word) if part]
        if word in _ORDINARY or all(part in known or part in _ORDINARY for part in parts):
            continue
        # The first word of a sentence has its capital from there, unless it names a people.
        before = text[: match.start()]
        first = not re.search(r"[\w)\]]", before) or re.search(r"[.!?:\u2022\u201c\"|]\s*$", before)
        if not first or _DEMONYM.search(match[0]):
            found.append(Token("place", *match.span(), match[0]))
    return found


@lru_cache(maxsize=512)
def bare_subject(subject: str) -> str:
    """The title without its code."""
    return CODE.sub("", subject).strip()


@lru_cache(maxsize=512)
def subject_key(subject: str) -> str:
    """The SOC code of a subject, or its title in lower case."""
    code = CODE.search(subject)
    return code[1] if code else subject.strip().lower()


@lru_cache(maxsize=512)
def codes_of(title: str) -> frozenset[str]:
    """The occupations that a title in words may be."""
    return frozenset(link.occupation.code for mention in _roles(title) for link in mention.links)


def words_of(*texts: str | None) -> frozenset[str]:
    """The words of texts in lower case, and each in the singular."""
    return frozenset().union(*(_forms(text) for text in texts if text))


@lru_cache(maxsize=2048)
def _forms(text: str) -> frozenset[str]:
    found = set(_WORD.findall(text.lower()))
    return frozenset(found | {word.removesuffix("s") for word in found} | {f"{word}s" for word in found})


@cache
def _nation_abroad() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words('languages')['nation']})(?!\w)", re.IGNORECASE)


# The same sentences are read while a plan is drafted, checked and checked again after an edit.
@lru_cache(maxsize=1024)
def _roles(text: str) -> tuple[RoleMention, ...]:
    return tuple(find_roles(text))


@lru_cache(maxsize=1024)
def _places(text: str) -> tuple[PlaceMention, ...]:
    return tuple(find_places(text))


@lru_cache(maxsize=512)
def _as_written(name: str) -> re.Pattern[str]:
    """A place's name in any case."""
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=512)
def _phrase(title: str) -> re.Pattern[str]:
    """A title in any case, each word in singular or plural."""
    parts = [re.escape(word.removesuffix("s")) + "(?:s|es)?" for word in re.findall(r"[\w+#]+", title)]
    joined = r"\W+".join(parts)
    return re.compile(rf"(?<!\w){joined}(?!\w)" if parts else r"(?!)", re.IGNORECASE)


def is_in_name(text: str, start: int, end: int, known: Iterable[str]) -> bool:
    """Whether a number stands beside the same word in a known text: it is part of a name then ("Python 3")."""
    before = re.search(r"([\w+#.-]+)\s*$", text[:start])
    if before is None:
        return False
    name = rf"(?<!\w){re.escape(before[1])}\s+{re.escape(text[start:end].strip())}(?![\w.,]*\d)"
    return any(re.search(name, other, re.IGNORECASE) for other in known)
