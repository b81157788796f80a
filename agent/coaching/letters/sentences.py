"""What somebody typed of themselves as a sentence of a text of theirs: written out, "I" put back, spoken to whom it goes to.

Nothing is reworded and nothing added but what typing left out; the lists are data (`prompts/words/own_words.yaml`).
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import prompts
from agent import wording
from agent.coaching.letters.to_you import to_you
from tools.oews.role_scan import find_roles
from tools.roadmap.skills import ordinary_words

_WORD = re.compile(r"(?<![\w'\u2019./-])(?:w/o?(?=\s)|[^\W\d_][\w'\u2019/]*(?![\w-]))")
# The words themselves, as they are to stand: "just say 'family reasons'".
_LITERAL = re.compile(r"(?:^|\s)[\"“\u2018'](?P<words>[^\"“”]{6,}?)[\"”\u2019'](?=[\s.,;:!?)]|$)")

_MOST_OF_A_NOUN = 5  # words
_NOUN = re.compile(r"(?:my|the|a|an|why|how)\s", re.IGNORECASE)
_VALUE = re.compile(r"(my(?:\s+[a-z]+){1,2}?)\s+((?:is\s+)?\S*\d.*)", re.IGNORECASE)  # "my number 555-0142"
_YEARS = re.compile(r"^\d+(?:\.\d+)?\+?\s+years?\b", re.IGNORECASE)
_ENDS_OPEN = re.compile(r"[\s,]+(?:and|or|but|because|so|that)[\s,]*$", re.IGNORECASE)
_BESIDE_QUOTES = " \n,;:'\"“”\u2018\u2019()-\u2013—"
# "its" before these is "it is".
_IT_IS = re.compile(
    r"\bits(?=\s+(?:a|an|the|because|not|been|only|just|too|so|for|my|your|our|going|getting|in|on|at|hard|time|all|been|like|ok|fine|under|over|about)\b)"
)
_I_DID = re.compile(r"^I(?:['\u2019](?:m|ve))?\s+(?:used\s+to\s+|have\s+(?=\d)|an?\s+)?")
_BEFORE_A_NAME = re.compile(
    r"\b(?:with|to|from|by|ask|asked|tell|told|for|and|thank|called|named)\s+$", re.IGNORECASE
)
_TITLE_WORDS = 6


class _Lists(NamedTuple):
    """What `own_words.yaml` holds, as it is looked up."""

    anywhere: dict[str, str]
    beginning: dict[str, str]
    fillers: frozenset[str]
    leads: frozenset[str]
    verbs: frozenset[str]
    have_before: frozenset[str]
    am_before: frozenset[str]
    adverbs: frozenset[str]
    softeners: frozenset[str]
    courtesies: dict[str, str]
    in_full: dict[str, str]


def told(clause: str, *, alone: bool) -> str | None:
    """A clause that the text is to tell, as a sentence; None where it says nothing.

    `alone` says that the text goes to one person: whom the clause speaks of is then that person.
    """
    literal = _LITERAL.search(clause)
    words = bare(literal["words"] if literal else clause)
    if said := _lists().courtesies.get(words.casefold().replace("'", "").strip(".!")):
        return said
    words = with_i(to_you(words) if alone else words)
    if len(words.split()) <= 1:
        return None  # a word by itself says nothing
    if _NOUN.match(words) and len(words.split()) <= _MOST_OF_A_NOUN and not _says_something(words):
        value = _VALUE.match(words)
        return sentence(f"{value[1]} is {value[2]}") if value else f"[{words.strip(' .')}]"
    return sentence(words)


def _says_something(words: str) -> bool:
    """Whether a verb stands in them, as far as the lists know verbs."""
    low = [each.strip(".,!?;").casefold().replace("\u2019", "'") for each in words.split()]
    verbs = _lists().verbs | _lists().have_before
    return any(
        each in ("i", "me", "you", "us", "it")
        or each in verbs
        or "'" in each
        or each.endswith("ed")
        or each.removesuffix("s") in verbs
        or each in ("is", "are", "has", "does", "were", "goes")
        for each in low[1:]
    )


def bare(clause: str) -> str:
    """A clause without what leads to it, its short forms written out."""
    words = _without_leads(_ENDS_OPEN.sub("", clause.strip(_BESIDE_QUOTES)))
    return written_out(words.strip(_BESIDE_QUOTES))


def written_out(words: str) -> str:
    """Short forms and names of days as they are written, and without fillers."""
    lists = _lists()
    held = [each for each in words.split() if each.strip(".,!?").casefold() not in lists.fillers]
    if held and (first := lists.beginning.get(held[0].casefold())):
        held[0] = first
    said = _WORD.sub(_in_full, " ".join(held))
    said = re.sub(r"\b(and|but|so|because|that|if|when|since)\s+(id|ill)\b(?=\s+\w+)", _of_i, said)
    said = _IT_IS.sub("it's", said)
    return re.sub(r"\bi(?=\b(?:['\u2019]|\s|$|[,.!?]))", "I", said)


def _in_full(match: re.Match[str]) -> str:
    """A short form written out; a single capital is none."""
    word = match[0]
    if word in _names() and _BEFORE_A_NAME.search(match.string[: match.start()]):
        return word.capitalize()
    return word if word.isupper() and len(word) == 1 else _lists().anywhere.get(word.casefold(), word)


def as_lines(sentences: Iterable[str]) -> list[str]:
    """Sentences as lines of a CV: without "I" and without an end."""
    return [_line(each) for each in sentences]


def _line(said: str) -> str:
    words = _I_DID.sub("", said).rstrip(".")
    return words[:1].upper() + words[1:]


def in_full(said: str) -> str:
    """A sentence without contractions ("I'm", "can't"), as an official letter has it."""
    for short, full in _lists().in_full.items():
        for old, new in ((short, full), (_capital(short), _capital(full))):
            said = re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", new, said)
    return said


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def without_softeners(said: str) -> str:
    """A sentence without the little words that take back what it says."""
    kept = [word for word in said.split() if word.strip(",").casefold() not in _lists().softeners]
    return sentence(" ".join(kept)) if len(kept) > 1 else said


def sentence(words: str) -> str:
    """With a capital and an end."""
    words = words.strip(" ,;:-\u2013—")
    return wording.sentence(words)


def _of_i(match: re.Match[str]) -> str:
    return f"{match[1]} {_lists().beginning[match[2]]}"


def _without_leads(words: str) -> str:
    """Without the words that only lead on from what was said before."""
    first, _, rest = words.partition(" ")
    while rest and first.strip(",.!").casefold() in _lists().leads:
        first, _, rest = rest.lstrip(_BESIDE_QUOTES).partition(" ")
    return f"{first} {rest}".strip()


def with_i(words: str) -> str:
    """A clause with the "I", "I'm" or "I've" that was left out where a clause begins with what one does or is."""
    lists, parts = _lists(), [each.strip(",.!?").casefold() for each in words.split()[:2]]
    first, second = parts[0], parts[1] if len(parts) > 1 else ""
    lower = words[:1].lower() + words[1:]
    begins = (
        ("I've", first in lists.have_before),
        ("I'm", first in lists.am_before or (first in ("not", *lists.adverbs) and second in lists.am_before)),
        ("I", first in lists.verbs or (first in lists.adverbs and second in lists.verbs)),
        ("I'm", first == "not"),
    )
    if _is_a_role(words):
        return f"I'm {wording.article(lower if words[1:2].islower() else words)}"
    if _YEARS.match(words):
        return f"I have {words}"
    return next((f"{begin} {lower}" for begin, holds in begins if holds), words)


def _is_a_role(words: str) -> bool:
    """Whether a clause begins with a title of work, whose "I'm a" was left out."""
    return any(role.start == 0 for role in find_roles(" ".join(words.split()[:_TITLE_WORDS])))


@cache
def _names() -> frozenset[str]:
    """Given names that are no words as well, as they are typed without a capital."""
    return frozenset(str(prompts.words("own_words")["given"]).split()) - ordinary_words()


@cache
def _lists() -> _Lists:
    held = prompts.words("own_words")
    as_set = {
        name: frozenset(each.split() if isinstance(each, str) else map(str, each))
        for name, each in held.items()
        if name in _Lists._fields and not isinstance(each, dict)
    }
    return _Lists(
        anywhere=held["anywhere"],
        beginning=held["beginning"],
        courtesies=held["courtesies"],
        in_full=held["in_full"],
        **as_set,
    )
