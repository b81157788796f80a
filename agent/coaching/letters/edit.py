"""A text changed by what was said to it, and all else of it kept."""

import re
from collections.abc import Iterable, Sequence
from math import ceil

from agent.coaching.letters.kept_out import kept_out, without_reasons
from agent.coaching.letters.lines import lines_of, nearest
from agent.coaching.letters.sentences import sentence, without_softeners
from agent.models import Letter, LetterLine, LetterNotes, LetterPart
from agent.nlu.letters.fixes import fixes_in, swapped, values_in

_SAID_IN_SHORT = 2  # sentences that a short text tells beside what it asks
_HALF = 2
# From this likeness on a part of a sentence is what some words name.
_NAMED = 0.45
_PLACE = re.compile(
    r"\b(?P<which>first|last|second|opening|closing)\s+(?:line|sentence|part|paragraph|bit)\b", re.IGNORECASE
)
_AT = {"first": 0, "opening": 0, "second": 1, "last": -1, "closing": -1}
_ASKS = frozenset({"wanted", "ask"})
# What a line is called, and how it is known then.
_NAMED_BY = (
    (
        re.compile(r"\b(?:number|money|amount|sum|figure|pay)\b|\d", re.IGNORECASE),
        re.compile(r"\$\s?\d|\d\s?(?:an|per)\s"),
    ),
    (re.compile(r"\bthank", re.IGNORECASE), re.compile(r"\bthank", re.IGNORECASE)),
    (re.compile(r"\b(?:sorry|apolog)", re.IGNORECASE), re.compile(r"\b(?:sorry|apolog)", re.IGNORECASE)),
)
_REQUEST = re.compile(r"\b(?:ask|request|question|decision|what\s+i\s+want)\b", re.IGNORECASE)
_MOST_OF_A_VALUE = 3  # words
_WHO = re.compile(
    r"(?:i|we|my|he|she|it|they|you|the|there)\b", re.IGNORECASE
)  # a sentence of its own, no bare value
_NAMING = re.compile(r"\w+")
_JOINT = re.compile(r"\s+(?=(?:and|but|because|so)\s)|,\s+(?=(?:and|but|because|so|which|who)\s)")


def edited(letter: Letter, notes: LetterNotes) -> Letter:
    """The text with what was told for it since."""
    changed = letter.model_copy(
        update={
            "to": notes.to or letter.to,
            "whom": notes.whom or letter.whom,
            "to_one": letter.to_one or notes.to_one,
            "signed": notes.signed or letter.signed,
            "tone": notes.tone or letter.tone,
            "spoken": letter.spoken if notes.spoken is None else notes.spoken,
            "thanks": letter.thanks and not notes.unthanked,
            "of": [*letter.of, *notes.of],
        }
    )
    changed = _without_named(changed, [part.text for part in notes.parts if part.kind == "out"])
    changed = _put_right(changed, [part.text for part in notes.parts if part.kind == "fix"])
    changed, notes = _with_values(changed, notes)
    changed = shortened(changed, notes.short)
    changed = _with_told(changed, notes)
    if notes.tone == "firmer":
        firm = sorted(changed.body, key=lambda each: each.kind not in _ASKS)
        changed = changed.model_copy(update={"body": [_firm(each) for each in firm]})
    changed = _in_order(changed, notes)
    return (
        changed if changed.body else changed.model_copy(update={"body": letter.body})
    )  # nobody sends a greeting alone


def undone(letter: Letter, notes: LetterNotes) -> list[str]:
    """What was said to a text and changes nothing in it, as it was said; but for what is to be left out and never stood in it."""
    return [part.text for part in _without_effect(letter, notes) if part.kind != "out"]


def absent(letter: Letter, notes: LetterNotes) -> list[str]:
    """What is to be left out of a text and never stood in it, as it was said."""
    return [part.text for part in _without_effect(letter, notes) if part.kind == "out"]


def _without_effect(letter: Letter, notes: LetterNotes) -> list[LetterPart]:
    names = {each.strip(".").casefold() for each in f"{notes.to or ''} {notes.signed or ''}".split()}
    changes = [part for part in notes.parts if part.kind not in ("said", "wanted")]
    changes = [part for part in changes if not names & {*_NAMING.findall(part.text.casefold())}]
    return [
        part
        for part in changes
        if _same(letter, edited(letter, LetterNotes(again=True, parts=[part], unthanked=notes.unthanked)))
    ]


def _same(before: Letter, after: Letter) -> bool:
    """Whether both say the same to the same reader."""
    return (before.body, before.to, before.signed, before.thanks) == (
        after.body,
        after.to,
        after.signed,
        after.thanks,
    )


def _without_named(letter: Letter, out: Sequence[str]) -> Letter:
    """Without the lines, or parts of them, that are named: by their place, by their words."""
    body, words = list(letter.body), list[str]()
    for each in out:
        if (match := _PLACE.search(each)) and body:
            at = _AT[match["which"].casefold()]
            if -len(body) <= at < len(body):
                body.pop(at)
        else:
            words.append(each)
    for each in words:
        body = _without_meant(body, each)
    return letter.model_copy(update={"body": body, "out": [*letter.out, *words]})


def _without_meant(body: list[LetterLine], words: str) -> list[LetterLine]:
    """Without what some words name; where they name it by no word that stands there, without what is most like it."""
    left = ((one, kept_out([one.text], [words])) for one in body)
    kept = [one.model_copy(update={"text": text}) for one, texts in left for text in texts]
    if kept != body:
        return kept
    said = [
        (at, part)
        for at, one in enumerate(body)
        if one.kind in ("said", "wanted")
        for part in _pieces(one.text)
    ]
    found = nearest(words, [part for _, part in said])
    if found is None or found[1] < _NAMED:
        return body
    at, part = said[found[0]]
    rest = [piece for piece in _pieces(body[at].text) if piece != part]
    new = [body[at].model_copy(update={"text": sentence(" ".join(rest))})] if rest else []
    return [*body[:at], *new, *body[at + 1 :]]


def _pieces(text: str) -> list[str]:
    """A sentence cut where it may lose a part: before "and", "but" or a comma."""
    return [each for each in _JOINT.split(text.rstrip(".!?")) if each.strip()]


def _put_right(letter: Letter, clauses: Iterable[str]) -> Letter:
    """With each value that is put right in the place of the one that stood there."""
    for clause in clauses:
        texts = [each.text for each in letter.body]
        pairs = fixes_in(clause, [*texts, letter.to or "", letter.signed or ""])
        body = [each.model_copy(update={"text": swapped(each.text, pairs)}) for each in letter.body]
        to = swapped(letter.to, pairs) if letter.to else None
        name = swapped(letter.signed, pairs) if letter.signed else None
        letter = letter.model_copy(update={"body": body, "to": to, "signed": name})
    return letter


def _with_values(letter: Letter, notes: LetterNotes) -> tuple[Letter, LetterNotes]:
    """With a bare value that is told ("say December 12") where one of its form stood, and what else was told."""
    told = list[LetterPart]()
    for part in notes.parts:
        bare = part.act == "tell" and len(part.text.split()) <= _MOST_OF_A_VALUE and not _WHO.match(part.text)
        pairs = values_in(part.text, [each.text for each in letter.body]) if bare else []
        body = [each.model_copy(update={"text": swapped(each.text, pairs)}) for each in letter.body]
        letter = letter.model_copy(update={"body": body})
        told += [] if pairs else [part]
    return letter, notes.model_copy(update={"parts": told})


def _with_told(letter: Letter, notes: LetterNotes) -> Letter:
    """With what is told and asked: in the place of a line that waits for it, else behind what is told and at the end."""
    as_read = notes.model_copy(
        update={"to_one": letter.to_one, "whom": letter.whom or notes.whom, "lines": letter.lines}
    )
    body = list(letter.body)
    for each in lines_of(notes.parts, as_read, letter.to):
        if any(each.text.casefold() == old.text.casefold() for old in body):
            continue
        asks = each.kind == "wanted"
        waits = next((at for at, old in enumerate(body) if _waits(old, asks=asks)), None)
        if waits is not None:
            body[waits] = each
        elif asks:
            body = [old for old in body if old.kind != "ask"] + [each]
        else:
            at = next((at for at, old in enumerate(body) if old.kind in _ASKS), len(body))
            body.insert(at, each)
    return letter.model_copy(update={"body": body})


def _waits(line: LetterLine, *, asks: bool) -> bool:
    return line.kind == "open" and line.text.endswith("?") == asks


def _in_order(letter: Letter, notes: LetterNotes) -> Letter:
    """With the line that is to come first, or last, there."""
    body = list(letter.body)
    for part in notes.parts:
        if part.kind not in ("first", "last"):
            continue
        at = _named(part.text, body)
        if at is None:
            continue
        line = body.pop(at)
        body.insert(0 if part.kind == "first" else len(body), line)
    return letter.model_copy(update={"body": body})


def _named(words: str, body: Sequence[LetterLine]) -> int | None:
    """The line that some words name: the one with a sum, the thanks, what is asked, else the one most like them."""
    for wanted, said in _NAMED_BY:
        found = [at for at, each in enumerate(body) if said.search(each.text)] if wanted.search(words) else []
        if found:
            return found[-1]
    if _REQUEST.search(words) and (asks := [at for at, each in enumerate(body) if each.kind in _ASKS]):
        return asks[0]
    found_by_words = nearest(words, [each.text for each in body])
    return found_by_words[0] if found_by_words else None


def _firm(line: LetterLine) -> LetterLine:
    return line.model_copy(update={"text": without_softeners(line.text)})


def shortened(letter: Letter, short: int | None) -> Letter:
    """Its heart: what it asks with the first of what it tells; at most `short` sentences, where a number was told."""
    if short is None or not letter.body:
        return letter
    asks = [each for each in letter.body if each.kind in _ASKS]
    told = [each for each in letter.body if each.kind == "said"]
    frame = [each for each in letter.body if each.kind in ("frame", "open")]
    if short:
        kept = [*asks[-1:], *told, *(frame if not told else []), *asks[:-1], *frame][:short]
    else:
        most = _SAID_IN_SHORT if len(told) > _SAID_IN_SHORT else ceil(len(told) / _HALF)
        kept = [*asks, *told[: max(most, 1)], *(frame if not told else [])]
    body = [each for each in letter.body if each in kept]
    if len(body) == len(letter.body) and not short:
        lines = without_reasons([each.text for each in body])
        body = [each.model_copy(update={"text": text}) for each, text in zip(body, lines, strict=True)]
    return letter.model_copy(update={"body": body, "brief": True})
