"""What a message tells for a text: what it says and asks, to whom it goes, how it is to be; of one that is begun, what was told before it."""

import hashlib
import re
from collections.abc import Iterable, Sequence

from agent.models import Letter, LetterNotes, LetterPart
from agent.nlu.addressee import addressee, of_theirs, renamed, retitled
from agent.nlu.letters.fixes import fixes_in, respelt, swapped
from agent.nlu.letters.labels import TOLD, Labelled, labelled
from agent.nlu.letters.parts import parts_of
from agent.nlu.letters.signed import signed_in
from agent.nlu.letters.style import is_of_lines, is_spoken, style_of
from agent.nlu.letters.whom import by_pronoun, is_many, whom, whom_told
from agent.nlu.mentions import Message
from agent.nlu.parts import Part
from agent.nlu.parts import parts as parts_that_ask
from agent.nlu.tagger import default_tagger

_LEAST_ASKED, _LEAST_TOLD = 3, 4  # words that make a text of their own
# From these chances on a clause of a message before is for the text, where little is told or enough; and says how it is to be.
_BEFORE, _BEFORE_ENOUGH, _SURE_OF_STYLE = 0.55, 0.75, 0.4
_NEAR = 2  # messages before in which is told what a text leans on that says something of its own
_IT = re.compile(
    r"\b(?:it|this|that)\b(?=\s*(?:$|[.,!?]|(?:up|for|to|out|down|as|in|now)\b))|\bthe\s+(?:e-?mail|letter|note|text|message)\b",
    re.IGNORECASE,
)
_SHORT = 4  # words of a clause that may name the reader whatever its label
_HEAD = 12  # characters by which a part is found in its message
# What is wanted by messages that a text may be made of.
_TELLING = frozenset(
    [
        *(
            "tell",
            "feelings",
            "handle",
            "should_i",
            "progress",
            "correct",
            "hello",
            "thanks",
            "offer",
            "words",
        ),
        *("letter", "pushback", "realistic", "ask_for"),
    ]
)
_STYLED = frozenset({"style", "request"})
_NO_THANKS = re.compile(r"\bthank", re.IGNORECASE)
_HE, _SHE = (
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in ("he|hes|him|his", "she|shes|her|hers")
)
# A clause with these labels may say what the reader is called.
_NAMES = frozenset({"who", "fix", "background", "style", "request"})


def notes_of(message: Message, letter: Letter | None, *, again: bool, leans: bool = True) -> LetterNotes:
    """What a message tells for the `letter` in hand (`again`), or for one that it wants.

    Where it `leans`, and says nothing of its own, with what the messages before it tell that no text was made of.
    """
    text, held = message.text, letter if again else None
    read = labelled(text, shown=letter is not None)
    to = _named(message, read, held)
    parts = parts_of(text, read, to or (letter.to if letter else None), remark=again)
    earlier = [each for each in message.earlier if letter is None or digest(each) not in letter.of]
    enough = tells_enough(parts)
    told = []
    if not again and leans and (not enough or _leans(text, read, parts)):
        told = _told_before(earlier[-_NEAR:] if enough else earlier, _BEFORE_ENOUGH if enough else _BEFORE)
    styled = [
        each.clause.text
        for each in read
        if each.label in _STYLED and each.chances[each.label] >= _SURE_OF_STYLE
    ]
    tone, short, spoken = style_of(styled)
    other = not again and letter is not None and to not in (None, letter.to) and not tells_enough(parts)
    if to is None and not again and by_pronoun(text):
        to = letter.to if letter is not None else next(filter(None, map(of_theirs, earlier[::-1])), None)
    before = None if again else next(filter(None, map(whom, message.earlier[::-1])), None)
    to_whom = whom(text) or whom_told(read) or before
    return LetterNotes(
        again=again,
        parts=[*told, *parts],
        to=to,
        whom=to_whom,
        to_one=_goes_to_one(text, to, to_whom),
        signed=signed_in(read),
        tone=tone,
        short=short,
        spoken=is_spoken(text) if spoken is None and not again else spoken,
        lines=not again and is_of_lines(text),
        other=other,
        unthanked=any(part.kind == "out" and _NO_THANKS.search(part.text) for part in parts),
        of=[digest(each) for each in (*earlier, text)],
    )


def _named(message: Message, read: Sequence[Labelled], letter: Letter | None) -> str | None:
    """The name of whom it goes to; of a text in hand another one than it has."""
    if letter is None:
        return addressee(message)
    body, to = " ".join(each.text for each in letter.body), letter.to
    short = (
        each.clause.text for each in read if each.label in _NAMES or len(each.clause.text.split()) <= _SHORT
    )
    said = [each for each in short if not fixes_in(each, [body])]
    spelt = (swapped(to, pairs) for each in read if to and (pairs := respelt(each.clause.text, to)))
    return next(filter(None, (*spelt, *(renamed(each, to, body) for each in said))), None) or retitled(
        message.text, to
    )


def tells_enough(parts: Iterable[LetterPart]) -> bool:
    """Whether parts make a text: something is asked in some words, or a sentence's worth is told."""
    told = [part for part in parts if part.kind in TOLD]
    reported = any(part.act != "plain" for part in told)
    asks = any(part.kind == "wanted" and len(part.text.split()) >= _LEAST_ASKED for part in told)
    return reported or asks or words_told(told) >= _LEAST_TOLD


def words_told(parts: Iterable[LetterPart]) -> int:
    """How many words of them a text is to say."""
    return sum(len(part.text.split()) for part in parts if part.kind in TOLD)


def digest(text: str) -> str:
    """What tells a message of the thread from others."""
    return hashlib.blake2s(text.encode("utf-8", "replace"), digest_size=5).hexdigest()


def _leans(text: str, read: Sequence[Labelled], parts: Sequence[LetterPart]) -> bool:
    """Whether the words that ask for a text lean on what messages before told, and nothing ahead of them: "write it up"."""
    told = min((text.find(part.text[:_HEAD]) for part in parts if part.kind in TOLD), default=0)
    asks = [each.clause for each in read if each.label == "request"]
    return any(_IT.search(each.text) and not 0 <= told < each.start for each in asks)


def _told_before(earlier: Iterable[str], least: float) -> list[LetterPart]:
    """What the messages before surely tell for it."""
    return [
        part
        for text in filter(_tells, earlier)
        for asked in [parts_that_ask(text)]
        for part in parts_of(
            text, [_as_before(each, asked, least) for each in labelled(text, shown=False, earlier=True)]
        )
        if part.kind in TOLD
    ]


def _as_before(each: Labelled, asked: Sequence[Part], least: float) -> Labelled:
    """A clause of a message before: for the coach alone where it is not sure to be for the text, or was asked of the coach."""
    of_coach = any(part.start < each.clause.end and each.clause.start < part.end for part in asked)
    return each._replace(label="background") if of_coach or each.chances[each.label] < least else each


def _tells(text: str) -> bool:
    """Whether a message before tells something, and looked nothing up."""
    return {*default_tagger().read(text).wishes} <= _TELLING


def _goes_to_one(text: str, to: str | None, to_whom: str | None) -> bool:
    """Whether one person reads it, and no other is spoken of who may be "he" or "she", too."""
    if to is not None and " and " in to:
        return False
    both = _HE.search(text) and _SHE.search(text)
    return not both and (to is not None or (to_whom is not None and not is_many(to_whom)))
