"""Which piece of a line is a job's title: what the tables of occupations know, and how titles and employers are written."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from agent.nlu.cv.words import labels, listed, normal
from tools.oews.place_scan import find_places
from tools.oews.role_scan import find_roles
from tools.oews.titles import find_title, title_words
from tools.oews.wording import split_words, title_key

_STRONG = re.compile(
    r"\s+[-\u2010-\u2015]+\s+|\s*\u2014\s*|\s*[|·•@\t]\s*|\s{3,}|\s+(?:at|bei|chez)\s+|(?<=\s)[\u2013:](?=\s)"
)
_PAREN = re.compile(r"\s*\([^()]*\)?")
# A number in a list, a pay grade or a military occupation: "GS-2210-12", "92A Automated Logistical Specialist".
_CODE = re.compile(
    r"^(?:\d{1,2}[.)]\s+)?(?:\d{2}[A-Z]\d?|(?:GS|GG|NH|WG|MOS|E|O|W)-?\s?\d[\d-]*)\b[\s:,]*|^\d{1,2}[.)]\s+"
)
_LABEL = re.compile(r"^(?P<label>[^\W\d][^:|]{1,30}?)\s*:\s*(?=\S)")
_ROW_LABEL = re.compile(r"^(?P<label>[^\W\d][^:|]{2,40}?)(?:\s{2,}|\s*\|\s*)(?=\S)")  # "Position held | Cook"
_LENGTH = re.compile(r"^\W*\d+\s*(?:years?|yrs?|months?|mos?)\b", re.IGNORECASE)
_LONGEST = 8  # words of a title
_STATE = 3  # letters
_LINKS = frozenset({"of", "for", "and", "in", "ii", "iii", "iv", "intern", "trainee"})
_SMALL_WORDS = 3  # in small letters, in a title ("chargé de mission développement durable")
_LINE_WORDS, _FEW_WORDS = 16, 2
LABELLED, EXACT, ENDS, BEGINS, HEAD, SHAPE, NONE = 6.0, 4.0, 3.5, 3.0, 2.0, 0.6, 0.0


class Title(NamedTuple):
    """A job's title and how much speaks for it (NONE to LABELLED)."""

    text: str
    score: float


def pieces_of(text: str) -> list[str]:
    """A line's pieces between separators; what stands in brackets is left out."""
    plain = _PAREN.sub("", text)
    return [piece for each in _STRONG.split(plain) if (piece := each.strip(" .,;:*_#()/-\u2013"))]


def title_in(text: str) -> Title:
    """The best title in a line whose dates are taken out; its text is empty where nothing may be one."""
    text = text.rpartition("\u2192")[2].strip()  # a promotion: the later title
    if (row := _ROW_LABEL.match(text)) and normal(row["label"]) in labels("title", "dates"):
        return title_in(f"{row['label'].strip()}: {text[row.end() :]}")
    label = _LABEL.match(text)
    if label and normal(label["label"]) in labels("title"):
        return Title(_clean(text[label.end() :]), LABELLED)
    if label:
        # "Currently: Nurse at ..."; of a supervisor, a client or an employer nothing is the person's.
        rest = title_in(text[label.end() :])
        others = labels("clients", "place", "skills", "dates")
        return rest if rest.score >= HEAD and normal(label["label"]) not in others else Title("", NONE)
    if _LENGTH.match(text) or _is_prose(text):
        return Title("", NONE)
    strong = pieces_of(text)
    return _best(_whole(piece, alone=len(strong) > 1) for piece in strong)


def _best(titles: Iterable[Title]) -> Title:
    """The one that most speaks for, the earlier a little more."""
    ranked = (each._replace(score=each.score - 0.1 * at) for at, each in enumerate(titles))
    return max(ranked, key=lambda each: each.score, default=Title("", NONE))


@lru_cache(maxsize=4096)
def is_known_title(text: str) -> bool:
    """Whether the words are a title that the tables hold, with words of level or field before it."""
    return _scored(text).score >= ENDS


def is_break(text: str) -> bool:
    """Whether a dated line says that the person did not work then, or only learned a trade."""
    return normal(text).startswith((*listed("breaks"), *listed("trainings")))


def _is_prose(text: str) -> bool:
    """Whether a line is a sentence: it ends in a stop that belongs to no "Co." or "S.A.", or is too long for a name."""
    words = text.split()
    ends = len(words) > _FEW_WORDS and words[-1].endswith((".", "!", ";"))
    abbreviated = ends and (_is_employer(words[-1]) or re.fullmatch(r"(?:\w\.){2,}", words[-1]))
    return len(words) > _LINE_WORDS or (ends and not abbreviated)


def _whole(piece: str, *, alone: bool) -> Title:
    """A title among the pieces between commas; the whole piece where the employer stands elsewhere."""
    parts = [part.strip() for part in piece.split(",") if part.strip()]
    scored = [_scored(part) for part in parts]
    # What follows the comma is the employer, a place or the field ("Vice President, Engineering").
    best = next((each for each in scored if each.score >= HEAD), None)
    if best is None:
        return _best(scored)
    has_field = len(parts) == 2 and alone and best is scored[0] and best.score < EXACT and scored[1].text
    return best._replace(text=f"{best.text}, {parts[1]}") if has_field and not _is_place(parts[1]) else best


@lru_cache(maxsize=4096)
def _scored(part: str) -> Title:
    """How much speaks for a part being a title, and the title without codes and without an employer behind it."""
    words = _clean(part)
    if not words or "@" in words or "://" in words or len(words.split()) > _LONGEST:
        return Title("", NONE)
    # "MD" behind a town is no doctor.
    if is_break(words) or _LENGTH.match(words) or (len(words) <= _STATE and _is_place(words)):
        return Title("", NONE)
    score, end = _known(words)
    kept = words[:end].strip(" ,-")
    if score < BEGINS and (_is_employer(words) or any(character.isdigit() for character in words)):
        return Title("", NONE)
    if score == SHAPE and (_is_place(words) or not words[0].isalpha() or _is_spoken(words)):
        return Title("", NONE)
    return Title(kept, score)


def _known(words: str) -> tuple[float, int]:
    """What the tables say of words, and where the title in them ends."""
    if find_title(title_key(words)):
        return EXACT, len(words)
    written = [
        role for role in find_roles(words) if role.text.casefold() == words[role.start : role.end].casefold()
    ]
    if any(role.end == len(words) for role in written):
        return ENDS, len(words)
    if written and written[0].start == 0:
        return _with_tail(words, written[0].end)
    tokens = split_words(words)
    # "Cyber Network Operator", "Assistant Vice President": the last word alone names who does the work.
    if tokens and find_title(tokens[-1].norm) and tokens[-1].end == len(words):
        return HEAD, len(words)
    return SHAPE, len(words)


def _with_tail(words: str, end: int) -> tuple[float, int]:
    """A title that goes on while words of titles follow ("Assistant Professor of Biology"), up to an employer's name."""
    following = [token for token in split_words(words) if token.start >= end]
    if following and _is_employer(words[following[0].start : following[0].end]):
        return NONE, len(words)  # "Cook County Hospital"
    for token in following:
        if words[end : token.start].strip() or (token.norm not in title_words() and token.norm not in _LINKS):
            break
        end = token.end
    return BEGINS, end


def _is_spoken(words: str) -> bool:
    """Whether words are written as in a sentence rather than as a name."""
    return sum(word.islower() and len(word) > _STATE for word in words.split()) > _SMALL_WORDS


def _is_employer(words: str) -> bool:
    return not listed("employers").isdisjoint(normal(words.replace(".", "")).split())


@lru_cache(maxsize=4096)
def _is_place(words: str) -> bool:
    return any(place.end - place.start >= len(words) - 1 for place in find_places(words))


def _clean(words: str) -> str:
    return _CODE.sub("", _PAREN.sub("", words).strip(" .,;:*_#()-\u2013")).strip(" .,;:")
