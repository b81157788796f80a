"""A fact put right by the one it replaces: "the bakery, not the deli", "it is 12 years, not 11", where the old one is held.

What is held says which fact is meant, whatever the new words were taken for.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from agent.models import Profile, ProfileChange, ProfileField
from agent.nlu.mentions import Message
from agent.nlu.own_steps import Span
from agent.nlu.sense import is_possible
from agent.nlu.values.numbers import Quantity, find_quantities, plain

# With the label under which the reader finds them itself.
_WORDED: dict[ProfileField, str] = {
    "current_role": "cur",
    "target_role": "tgt",
    "former_role": "past",
    "location": "loc",
}
_COUNTED: dict[ProfileField, re.Pattern[str]] = {
    "years_experience": re.compile(r"\s*(?:years?|yrs?)\b", re.IGNORECASE),
    "hours_per_week": re.compile(r"\s*(?:hours?|hrs?|h)\b", re.IGNORECASE),
    "horizon_weeks": re.compile(r"\s*(?:weeks?|wks?)\b", re.IGNORECASE),
}
_UNIT = re.compile(
    r"\s*(?:years?|yrs?|hours?|hrs?|h|weeks?|wks?|months?|days?|%|words?|minutes?)\b", re.IGNORECASE
)
_LITTLE = r"(?:(?:a|an|the|in|at|as|my|really|actually)\s+)*"
_GIVEN_UP = re.compile(rf"\b(?:not|instead of|rather than)\s+{_LITTLE}$", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:$|[.,;:!?)\n]|\b(?:but|and|lol|sorry|like|as)\b)", re.IGNORECASE)
# What a correction opens with, ahead of the new words.
_OPENS = re.compile(
    r"^(?:\W|\b(?:oh|sorry|no|wait|actually|correction|btw|by the way|and|also|ps|i|we|meant|mean|said|say|should|be|is|am|are|was"
    r"|im|i['\u2019]?m|its|it['\u2019]?s|it|that['\u2019]?s|work|worked|in|at|as|a|an|the|my|the one)\b)+",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"(?:[\s,.;:!-]|\b(?:by the way|btw|sorry|actually|though|now)\b)+$", re.IGNORECASE)
_INSTEAD = re.compile(
    rf"^[\s,.;:-]*(?:but|it['\u2019]?s|its|i['\u2019]?m|im|i am|rather)\s+{_LITTLE}", re.IGNORECASE
)
_NEW = re.compile(r"[^\s.,;:!?()]+(?:\s+[^\s.,;:!?()]+){0,3}")
_WORD = re.compile(r"[^\W_]+")
_SENTENCE = re.compile(r"[.;!?\n]\s+|[,;]\s+(?=(?:and|but|so)\b)")
_MOST = 4  # words of a name
_SHORTEST = 3  # letters of a word that can be put right


class PutRight(NamedTuple):
    """What was put right, and the words that say so."""

    changes: list[ProfileChange]
    spans: list[Span]


def put_right(message: Message, before: Profile) -> tuple[Message, PutRight]:
    """The facts that a message puts right by naming what is held in their stead, and what is left of it as a correction."""
    found = [*_words(message, before), *_numbers(message, before)]
    said = [each for _, spans in found for each in _together(spans, message.text)]
    right = PutRight([change for change, _ in found], said)
    return _without(message, right) if found else message, right


def _without(message: Message, right: PutRight) -> Message:
    """The message as a correction, without the mentions that are what was put right."""
    kept = [
        each
        for each in message.mentions
        if not any(span.start < each.end and each.start < span.end for span in right.spans)
    ]
    wishes = message.wishes if message.wants("correct") else ("correct", *message.wishes)
    return replace(message, mentions=tuple(kept), wishes=wishes, right=True)


def _words(message: Message, before: Profile) -> Iterator[tuple[ProfileChange, list[Span]]]:
    for name, label in _WORDED.items():
        held = getattr(before, name)
        if not held or not (swap := _swap(message.text, str(held))):
            continue
        new, old = swap
        if not any(new.start < each.end and each.start < new.end for each in message.of(label)):
            value = _in_its_place(str(held), new.text, old.text)
            yield ProfileChange(field=name, value=value), [new, old]


def _swap(text: str, held: str) -> tuple[Span, Span] | None:
    """The new words, and those of the held name that are said not to hold."""
    words = [match.span() for match in _WORD.finditer(held)]
    runs = [held[begin:end] for first, (begin, _) in enumerate(words) for _, end in words[first:]]
    for run in sorted((each for each in runs if len(each) >= _SHORTEST), key=len, reverse=True):
        for match in re.finditer(rf"(?<!\w){re.escape(run)}(?!\w)", text, re.IGNORECASE):
            if not _GIVEN_UP.search(text[: match.start()]) or not _ENDS.match(text, match.end()):
                continue
            new = _after(text, match.end()) or _ahead(text, match.start())
            if new and new.text.casefold() != run.casefold():
                return new, Span(*match.span(), match[0])
    return None


def _after(text: str, end: int) -> Span | None:
    """The new words behind the old ones: "not the deli, it's the bakery"."""
    lead = _INSTEAD.match(text[end:])
    match = _NEW.match(text, end + lead.end()) if lead else None
    return Span(*match.span(), match[0]) if match else None


def _ahead(text: str, start: int) -> Span | None:
    """The new words ahead of them: "I meant the bakery, not the deli"."""
    given_up = _GIVEN_UP.search(text[:start])
    said = text[: given_up.start()] if given_up else ""
    said = _CLOSES.sub("", said)
    begin = max((match.end() for match in _SENTENCE.finditer(said)), default=0)
    lead = _OPENS.match(said[begin:])
    begin += lead.end() if lead else 0
    new = said[begin:].strip()
    return Span(begin, begin + len(new), new) if new and len(new.split()) <= _MOST else None


def _in_its_place(held: str, new: str, old: str) -> str:
    """The held name with the new words in it; they alone where they repeat what stands beside the old ones."""
    rest = {*held.casefold().split()} - {*old.casefold().split()}
    if rest & {*new.casefold().split()}:
        return new
    return re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", lambda _: new, held, count=1, flags=re.IGNORECASE)


def _numbers(message: Message, before: Profile) -> Iterator[tuple[ProfileChange, list[Span]]]:
    """A number in the stead of one that is held: of "12, not 11" the field is that of the 11."""
    told = [
        each
        for each in find_quantities(message.text)
        if each.low == each.high and not _stands_for(each, message)
    ]
    for old in told:
        field = _field_of(old, message, before)
        if field is None:
            continue
        others = [
            each
            for each in told
            if each.low != old.low and _is_of(each, field, message.text) and is_possible(field, each.low)
        ]
        if new := min(others, key=lambda each: abs(each.start - old.start), default=None):
            value = round(new.low) if field == "horizon_weeks" else plain(new.low)
            yield ProfileChange(field=field, value=value), [_span(each, message.text) for each in (new, old)]
            return


def _together(spans: list[Span], text: str) -> list[Span]:
    """The new words and the old ones with all between them, where that is one sentence."""
    start, end = min(each.start for each in spans), max(each.end for each in spans)
    return spans if _SENTENCE.search(text[start:end]) else [Span(start, end, text[start:end])]


def _stands_for(number: Quantity, message: Message) -> bool:
    """Whether a "one" counts nothing: "the other one"."""
    said = message.text[number.start : number.end].casefold()
    return said == "one" and not _UNIT.match(message.text, number.end)


def _field_of(old: Quantity, message: Message, before: Profile) -> ProfileField | None:
    """The one fact that a number is the held value of, in a message that puts something right or says "not" before it."""
    if not (message.wants("correct") or _GIVEN_UP.search(message.text[: old.start])):
        return None
    held = [name for name in _COUNTED if getattr(before, name) == old.low and _is_of(old, name, message.text)]
    return held[0] if len(held) == 1 else None


def _is_of(number: Quantity, field: ProfileField, text: str) -> bool:
    """Whether a number stands by itself or before the unit of a field."""
    return bool(_COUNTED[field].match(text, number.end)) or not _UNIT.match(text, number.end)


def _span(number: Quantity, text: str) -> Span:
    unit = _UNIT.match(text, number.end)
    end = unit.end() if unit else number.end
    return Span(number.start, end, text[number.start : end])
