"""A value of a text that is put right: "make it Thursday instead of Friday", "load is 448231, i flipped it", "it's Whitcombe, with an e"."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cache

import prompts
from tools.roadmap.skills import ordinary_words

_WORDS = r"[\w$:.,'\u2019/-]+(?:\s+[\w$:.'\u2019/-]+){0,5}?"
_OLD = r"[\w$:.'\u2019/-]+(?:\s+[\w$:.'\u2019/-]+){0,3}?"
_LEAD = (
    r"(?:(?:and|also|ok|no|please|pls|just|actually|sorry|oops|wait|change|fix)[\s,]+)*"
    r"(?:(?:make|put|say|write|use|call)\s+(?:it\s+|that\s+)?|it['\u2019]?s\s+|its\s+|it\s+(?:is|was|should\s+be)\s+)?(?:spelled\s+|spelt\s+)?"
)
_END = r"(?=\s*(?:$|[,.;!?]|\b(?:please|pls|sorry|my\s+bad|i\s|in\s+it|there)\b))"
_FORMS = (
    re.compile(
        rf"{_LEAD}(?P<new>{_WORDS}),?\s+(?:instead\s+of|rather\s+than|not)\s+(?P<old>{_OLD}){_END}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_LEAD}instead\s+of\s+(?P<old>{_OLD}),?\s+(?:say|put|write|use)?\s*(?P<new>{_WORDS}){_END}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_LEAD}(?:change|replace|swap)\s+(?:the\s+)?(?P<old>{_OLD})\s+(?:to|with|for|by|into)\s+(?P<new>{_WORDS}){_END}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_LEAD}(?:don['\u2019]?t|do\s+not)\s+(?:say|write|use|call)\s+(?:it\s+|that\s+)?(?P<old>{_OLD}),?\s+(?:just\s+|only\s+)?(?:say|put|write|use|call\s+it)\s+(?P<new>{_WORDS}){_END}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^(?:no,?\s+)?not\s+(?P<old>{_OLD}),?\s+(?:but\s+)?(?:it['\u2019]?s\s+)?(?P<new>{_WORDS}){_END}",
        re.IGNORECASE,
    ),
)
# Values by their form: of one form one may stand in the place of another.
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?"
_ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|1st|2nd|3rd|[4-9]th|\d\dth)"
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*"
_VALUES = (
    re.compile(r"\b\d{1,2}(?::\d\d)?\s*(?:am|pm)\b|\b\d{1,2}:\d\d\b", re.IGNORECASE),
    re.compile(
        r"(?<![\w.:])\$?\d(?:[\d,]*\d)?(?:\.\d+)?(?:st|nd|rd|th|k|%)?(?![\w.]*\d)(?!:\d)", re.IGNORECASE
    ),
    re.compile(rf"\b{_ORDINAL}\b", re.IGNORECASE),
    re.compile(rf"\b{_DAY}\b", re.IGNORECASE),
    re.compile(rf"\b{_MONTH}\b", re.IGNORECASE),
)
_COUNTED = re.compile(
    r"\b(\d[\d,.]*)\s+((?!(?:am|pm)\b)[a-z]+(?:\s+[a-z]+)?)", re.IGNORECASE
)  # "14 steady customers"
_RANGE = re.compile(r"\d\s*(?:to|until|till|-|\u2013)\s*(?:[a-z]+\s+)?\$?\d", re.IGNORECASE)
_NAME = re.compile(r"\b[A-Z\u00c0-\u00de][\w\u00c0-\u024f'\u2019-]+")
_LOWER = re.compile(r"[^\W\d_][\w'\u2019-]{2,}")
_ALIKE, _ALIKE_IN_SHORT, _SHORT, _LEAST_ALIKE = 0.72, 0.6, 4, 3


def fixes_in(clause: str, texts: Iterable[str]) -> list[tuple[str, str]]:
    """Pairs of what is to stand in the texts and what stood there, by what a clause puts right in them; none where that is not told."""
    whole = " ".join(texts)
    return _told(clause, whole) or _by_form(clause, whole)


def values_in(clause: str, texts: Iterable[str]) -> list[tuple[str, str]]:
    """The same by values alone, where one of its form stands in the texts."""
    return [
        pair for pair in _by_form(clause, " ".join(texts)) if any(form.fullmatch(pair[0]) for form in _VALUES)
    ]


def _told(clause: str, whole: str) -> list[tuple[str, str]]:
    """Both are named."""
    for form in _FORMS:
        for match in form.finditer(clause.strip()):
            old, new = match["old"].strip(" ,."), match["new"].strip(" ,.")
            # "i come back 19 not 17": as many words as stood there, where it goes on from other words.
            shorter = " ".join(new.split()[-len(old.split()) :])
            if stands := _stands(old, whole):
                old = stands[0]
                return [(_written(shorter if _alike(shorter, old) else _of_its_form(new, old), old), old)]
    return []


def _by_form(clause: str, whole: str) -> list[tuple[str, str]]:
    """Only the new one is named, or both stand beside each other: the value of its form that stands in the text goes."""
    for match in _COUNTED.finditer(clause):
        for held_there in re.finditer(rf"\b(\d[\d,.]*)\s+{match[2]}\b", whole, re.IGNORECASE):
            if _value(held_there[1]) != _value(match[1]):
                return [(match[1], held_there[1])]
    for form in _VALUES:
        named = list(dict.fromkeys(match[0] for match in form.finditer(clause)))
        held = list(dict.fromkeys(match[0] for match in form.finditer(whole)))
        values = {_value(each) for each in held}
        new = [each for each in named if _value(each) not in values]
        both = [each for each in held if _value(each) in map(_value, named)]
        others = [each for each in held if len(new) == 1 and len(_digits(each)) == len(_digits(new[0]))]
        # "2017 to 2021": of a range the end that stood there stays.
        old = [each for each in others if each not in both] if _RANGE.search(clause) else both or others
        if len(new) == 1 and len(old) == 1:
            return [(_written(new[0], old[0]), old[0])]
    return respelt(clause, whole)


def respelt(clause: str, whole: str) -> list[tuple[str, str]]:
    """A name of the texts that a clause spells otherwise."""
    names = {name for name in _NAME.findall(whole) if name.casefold() not in _common()}
    for word in _LOWER.findall(clause):
        if word.casefold() in _common():
            continue
        near = [name for name in names if name.casefold() != word.casefold() and _spelt_alike(name, word)]
        if near and word.casefold() not in {name.casefold() for name in names}:
            best = max(near, key=lambda name: SequenceMatcher(None, name.casefold(), word.casefold()).ratio())
            return [(word[:1].upper() + word[1:], best)]
    return []


@cache
def _common() -> frozenset[str]:
    """Words that are no names."""
    return frozenset({*ordinary_words(), *str(prompts.words("little")["en"]).split()})


def swapped(said: str, pairs: Iterable[tuple[str, str]]) -> str:
    """A text with the new words where the old ones stood."""
    for new, old in pairs:
        said = new.join(re.split(rf"(?<![\w-]){re.escape(old)}(?![\w-])", said, flags=re.IGNORECASE))
        end = " ".join(new.split()[-2:])  # "spend a day with you | with you": what stands behind it already
        said = re.sub(rf"\b{re.escape(end)}\s+{re.escape(end)}\b", end, said) if " " in end else said
    return said


def _stands(words: str, whole: str) -> re.Match[str] | None:
    return re.search(rf"(?<![\w-]){re.escape(words)}(?![\w-])", whole, re.IGNORECASE)


def _alike(new: str, old: str) -> bool:
    """Whether both are values of one form."""
    return any(form.fullmatch(new) and form.fullmatch(old) for form in (*_VALUES, _NAME))


def _of_its_form(new: str, old: str) -> str:
    """Of the new words the value that is of the form of the old one, where more stands beside it."""
    form = next((each for each in _VALUES if each.fullmatch(old)), None)
    match = form.search(new) if form else None
    return (
        match[0]
        if match and match.end() < len(new) and not re.match(r"\s+the\s+\d", new[match.end() :])
        else new
    )


def _spelt_alike(name: str, word: str) -> bool:
    if len(word) < _LEAST_ALIKE or name[0].casefold() != word[0].casefold():
        return False
    least = _ALIKE_IN_SHORT if len(word) <= _SHORT and len(name) <= _SHORT else _ALIKE
    return SequenceMatcher(None, name.casefold(), word.casefold()).ratio() >= least


def _value(words: str) -> str:
    """What two ways of writing a value have in common."""
    return _digits(words) or words.casefold()


def _written(new: str, old: str) -> str:
    """The new value as the old one was written: with its sign and its capital."""
    if old.startswith("$") and not new.startswith("$"):
        return f"${new}"
    capital = old[:1].isupper() and new.split(maxsplit=1)[0].casefold() not in _common()
    return new[:1].upper() + new[1:] if capital or (old[:1].isupper() and _is_day(old)) else new


def _is_day(words: str) -> bool:
    return any(form.fullmatch(words) for form in _VALUES[-2:])


def _digits(words: str) -> str:
    return re.sub(r"\D", "", words)
