"""Places and subjects that a sentence names, known by the evidence itself and by the tables of the statistics; its citations and weeks."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from agent.grounding.tokens import Kind, Token, covered, find_statistics, first_come, listed, period_tokens
from agent.wording import MONTHS
from prompts import words
from tools.evidence import Evidence
from tools.kept import once_for_each
from tools.oews.areas import find_places, link_place
from tools.oews.occupations import find_roles
from tools.oews.spoken import spoken_title

Names = dict[Kind, list[Token]]
NATION = "united states"
CODE = re.compile(r"\(?\b(\d{2}-\d{4})(?:\.\d{2})?\b\)?")
_CAPITAL = re.compile(r"(?<![\w'\u2019-])[A-Z][\w'\u2019-]*[a-z][\w'\u2019-]*|(?<![\w'\u2019-])[A-Z]{2,}\b")
_BEGINS = re.compile(r"(?:[.!?:\u2022\u201c\"|]|\n\s*(?:[-*+]|\d{1,2}[.)])?)[\s*_]*$")
_DEMONYM = re.compile(r"(?:ese|ish|ean|ian|ans)(?:['\u2019]s)?$")
_CITED = re.compile(r"\[\s*E\d+(?:\s*[,;]\s*E\d+)*\s*\]")
_END = re.compile(
    r"(?:(?<=[.!?])|(?<=[.!?][\"\u201d\u2019)*_]))\s+(?=[\"\u201c\u201e«(*_\[¿¡]*[A-ZÀ-Þ0-9$])|\n+"
)
_ABBREVIATION = re.compile(r"(?:\b(?:e\.g|i\.e|etc|vs|approx|ca|Mr|Ms|Dr|St|No|U\.S|Inc|Co)\.|\b[A-Z]\.)$")
_ARTICLES = frozenset({"el", "la", "los", "las"})
_CODE_LENGTH = 3  # letters of a place's code


def names_in(text: str, evidence: Sequence[Evidence]) -> Names:
    """What a text names, each kind in order; places and subjects as the evidence or the statistics' tables know them."""
    own = [*map(_own_names, evidence)]
    places = tuple(dict.fromkeys(place for names, _ in own for place in names))
    subjects = tuple(dict.fromkeys(subject for _, names in own for subject in names))
    return {kind: [*tokens] for kind, tokens in _named(text, places, subjects).items()}


@once_for_each(256)
def _own_names(item: Evidence) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The places and the subjects of its figures, each once."""
    places = dict.fromkeys(figure.place for figure in item.figures if figure.place)
    return tuple(places), tuple(dict.fromkeys(figure.subject for figure in item.figures))


# A sentence is read for what names its figures, and for what contradicts them; and again after each edit.
@lru_cache(maxsize=1024)
def _named(
    text: str, own_places: tuple[str, ...], own_subjects: tuple[str, ...]
) -> dict[Kind, Sequence[Token]]:
    subjects = first_come(_subjects(text, own_subjects))
    # A word of an occupation's name ("other computer jobs") is no statistic.
    coded = [token for token in subjects if any(map(CODE.fullmatch, token.values))]
    statistics = [token for token in find_statistics(text) if not covered(*token.span, coded)]
    # Of names that overlap the longest: "Alaska nonmetropolitan area" is not Alaska.
    places = first_come(sorted(_places(text, own_places), key=lambda token: token.start - token.end))
    return {"statistic": statistics, "place": places, "period": period_tokens(text), "subject": subjects}


def _places(text: str, names: Iterable[str]) -> Iterator[Token]:
    """Those of the evidence by their own `names`, the nation by all of its, others by the tables."""
    for name in names:
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE):
            yield Token("place", *match.span(), match[0], frozenset({canonical_place(name) or ""}))
    for match in listed("nation").finditer(text):
        yield Token("place", *match.span(), match[0], frozenset({NATION}))
    for mention in _mentioned_places(text):
        name = text[mention.start : mention.end]
        if len(name) <= _CODE_LENGTH and not (name.isupper() and text[mention.end : mention.end + 1] != "-"):
            continue  # German "aus" is not Australia, "SD-WAN" not in South Dakota
        if mention.link.outside_us is not None or _is_written_as_name(name):
            areas = [mention.link.area] if mention.link.area else mention.link.candidates
            values = frozenset(canonical_place(area.name) or "" for area in areas)
            yield Token("place", mention.start, mention.end, name, values)


def _is_written_as_name(name: str) -> bool:
    """Whether a name is one by its capitals: Spanish "El paso" is the step."""
    first, *rest = name.split()
    return first[0].isupper() and not (first.casefold() in _ARTICLES and " ".join(rest).islower())


def _subjects(text: str, names: Iterable[str]) -> Iterator[Token]:
    """Titles of the evidence (`names`), SOC codes, and job titles that the tables know; of those by their own name the longest first."""
    found: list[Token] = []
    for subject in names:
        values = frozenset({subject_key(subject), bare_subject(subject).lower()})
        spans = [match.span() for name in _names_of(subject) for match in _phrase(name).finditer(text)]
        found += [Token("subject", start, end, text[start:end], values) for start, end in spans]
    for match in CODE.finditer(text):
        found.append(Token("subject", *match.span(), match[1], frozenset({match[1]})))
    for mention in mentioned_roles(text):
        codes = frozenset(link.occupation.code for link in mention.links)
        exact, span = not any(link.proxy for link in mention.links), (mention.start, mention.end)
        found += [Token("subject", *span, mention.text, codes, exact)] if codes else []
    yield from sorted(found, key=lambda token: (not token.exact, token.start - token.end))


@lru_cache(maxsize=512)
def _names_of(subject: str) -> tuple[str, ...]:
    """A subject's title, and where it is an occupation how people say it."""
    title, code = bare_subject(subject), CODE.search(subject)
    return (title, spoken_title(title, code[1])) if code and " in " not in title else (title,)


def find_strangers(text: str, known: frozenset[str], language: str = "en") -> list[Token]:
    """Proper names that nothing known holds, as places that fit no figure: "Tokyo", "Glassdoor"; or as the area a name is near to."""
    found = []
    for match in _CAPITAL.finditer(text):
        word = re.sub(r"['\u2019]s$", "", match[0]).lower()
        parts = [part for part in re.split(r"[-'\u2019]", word) if part]
        if word in _ordinary() or all(part in known or part in _ordinary() for part in parts):
            continue
        # The first word of a sentence has its capital from there, unless it names a people.
        before = text[: match.start()]
        first = not re.search(r"[\w)\]]", before) or _BEGINS.search(before)
        if not first or (language == "en" and _DEMONYM.search(match[0])):
            link = link_place(match[0])  # "Louisiane"
            area = None if link.by_name_alone else link.area
            values = frozenset({canonical_place(area.name) or ""} if area else ())
            found.append(Token("place", *match.span(), match[0], values))
    return found


def canonical_place(name: str | None) -> str | None:
    """One spelling for a place: the nation's many names are one."""
    if not name or not name.strip():
        return None
    return NATION if listed("nation").fullmatch(name.strip()) else name.strip().lower()


@lru_cache(maxsize=512)
def bare_subject(subject: str) -> str:
    """The title without its code."""
    return " ".join(CODE.sub("", subject).split())


@lru_cache(maxsize=512)
def subject_key(subject: str) -> str:
    """The SOC code of a subject, or its title in lower case."""
    code = CODE.search(subject)
    return code[1] if code else subject.strip().lower()


def words_of(*texts: str | None) -> frozenset[str]:
    """The words of texts in lower case, and each in the singular and plural."""
    return frozenset().union(*(_forms(text) for text in texts if text))


@lru_cache(maxsize=2048)
def _forms(text: str) -> frozenset[str]:
    found = {*re.findall(r"[a-z0-9+#]+", text.lower())}
    return frozenset(found | {word.removesuffix("s") for word in found} | {f"{word}s" for word in found})


def is_in_name(text: str, start: int, end: int, known: Iterable[str]) -> bool:
    """Whether a number stands beside the same word in a known text: it is part of a name then ("Python 3")."""
    before = re.search(r"([\w+#.-]+)\s*$", text[:start])
    if before is None:
        return False
    name = rf"(?<!\w){re.escape(before[1])}\s+{re.escape(text[start:end].strip())}(?![\w.,]*\d)"
    return any(re.search(name, other, re.IGNORECASE) for other in known)


def citations(text: str) -> tuple[str, ...]:
    """The E-numbers in a text, each once."""
    marks = (re.findall(r"E\d+", mark[0]) for mark in _CITED.finditer(text))
    return tuple(dict.fromkeys(name for names in marks for name in names))


def sentences(text: str) -> list[str]:
    """The sentences of a text; a new line ends one, an abbreviation does not."""
    found: list[str] = []
    for part in _END.split(text):
        if found and _ABBREVIATION.search(found[-1].rstrip()):
            found[-1] += f" {part}"
        else:
            found.append(part)
    return found


@cache
def _ordinary() -> frozenset[str]:
    return frozenset([*words("languages")["ordinary"].split(), *(name.lower() for name in MONTHS)])


# The same sentences are read while a plan is drafted, checked and checked again after an edit.
mentioned_roles, _mentioned_places = lru_cache(maxsize=1024)(find_roles), lru_cache(maxsize=1024)(find_places)


@lru_cache(maxsize=512)
def _phrase(title: str) -> re.Pattern[str]:
    """A title in any case, each word in singular or plural."""
    parts = [re.escape(word.removesuffix("s")) + "(?:s|es)?" for word in re.findall(r"[\w+#]+", title)]
    joined = r"\W+".join(parts)
    return re.compile(rf"(?<!\w){joined}(?!\w)" if parts else r"(?!)", re.IGNORECASE)
