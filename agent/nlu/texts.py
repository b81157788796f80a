"""Which text is wanted, to send or to say: one that fits the message, the one in hand, or one for what was told before.

In hand is the text that was written just now, or the one that belongs to what was answered (`written` of an entry of
`prompts/advice`).
"""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from typing import NamedTuple

import numpy as np

import prompts
from agent.models import REMARKS, DialogueState, Wish
from agent.models.dialogue import WishKind
from agent.nlu.addressee import addressee
from agent.nlu.details import details, gaps
from agent.nlu.entries import TEXTS as AREAS
from agent.nlu.entries import Floats, candidates, first_of, sentences, shipped
from agent.nlu.kinds import OTHER, Kind, kind_of, likeliest_of
from agent.nlu.mentions import Message
from agent.nlu.tagger import default_tagger
from agent.nlu.values.purposes import purpose_of

TEXTS = frozenset({"letter", "words"})
# From this chance on a text fits: one that is wanted, or words only; another one than that in hand; one for this message and those
# before it; and one for what was read as a question how to go about something.
_FITS, _FITS_WORDS, _ANOTHER, _WITH_EARLIER, _UNASKED = 0.3, 0.36, 0.6, 0.33, 0.75
# How sure a remark is, where a text is wanted, where a reaction is read, where something else is that leans on the text,
# and where no other text fits; and how sure a kind is for the usual text of it.
_SURE, _SURE_BESIDE, _SURE_OF_ALL, _LIKELY, _SURE_OF_KIND = 0.6, 0.75, 0.9, 0.4, 0.6
_MAY_BE_OF_A_CV = 0.2  # with less it is surely no line of a CV that is wanted
_LEAST_OF_A_REQUEST = 15  # words; with fewer a text is seldom asked for after another one
# The kinds that have a move of their own, and what a text is made.
_NO_TEXT = frozenset({"questions", "raise"}) | REMARKS
_USUAL = frozenset({"raise", "notice", "thanks", "decline", "outreach", "reference", "application"})
_FORMS = frozenset({"shorter", "plainer", "warmer", "firmer"})
_IN_SHORT = frozenset({"shorter", "plainer", "warmer", "shortest", "changed"})
# Beside a text these may be a remark on it, or tell what it leaves open.
_REACTIONS = frozenset(
    {"feelings", "handle", "tell", "should_i", "next_step", "followup", "outside", "progress"}
)
_TELLING = _REACTIONS | {"correct", "answer"}
_PIECES, _MOST_PIECES = re.compile(r"[.!?…,;:]\s+|\n+"), 8


class _Fit(NamedTuple):
    """A text that may fit, and its chance."""

    entry: str | None
    chance: float


def in_hand(dialogue: DialogueState) -> str | None:
    """The text that a remark is about: the one written last, else that of the answer given last; None where neither is."""
    for wish in dialogue.wishes:
        entry = wish.advice or ""
        if wish.name in TEXTS or entry.startswith(AREAS):
            return dialogue.text if dialogue.text and prompts.has_advice(dialogue.text) else None
        if entry and prompts.has_advice(entry):
            written: str | None = prompts.advice(entry).get("written")
            return written
    return None


def of_the_text(wish: Wish, message: Message, dialogue: DialogueState) -> Wish:
    """A wish for a text as a remark on the one in hand, where it is none for another one."""
    text = in_hand(dialogue)
    if text is None:
        return _of_a_plain_one(wish, message, dialogue)
    if (kind := _remark_on(wish, message, dialogue)) is None:
        return wish
    if kind == "changed" and text != dialogue.text:
        return wish.model_copy(update={"advice": text, "kind": None})  # it is written for the first time
    return wish.model_copy(update={"advice": text, "kind": kind})


def _of_a_plain_one(wish: Wish, message: Message, dialogue: DialogueState) -> Wish:
    """A wish as a remark on the plain text that was built just now, where it is short or says what else is to stand in it."""
    built = any(each.name in TEXTS and each.advice is None for each in dialogue.wishes)
    told, kept = purpose_of(message.text), "purpose" in dialogue.details
    short = len(message.text.split()) < _LEAST_OF_A_REQUEST
    if not built or not (told or (kept and short)) or addressee(message) or text_for(message, _ANOTHER):
        return wish
    read = _read_remark(message)
    sure = read.label != OTHER and read.confidence >= _SURE
    return wish.model_copy(update={"kind": read.label}) if sure else wish


def with_remark(wishes: list[Wish], message: Message, dialogue: DialogueState, today: date) -> list[Wish]:
    """The wishes of a message, in their place a remark on the text in hand where it is one, or tells what the text leaves open."""
    text, names = in_hand(dialogue), {wish.name for wish in wishes}
    if text is None or message.summary is None or len(message.text.split()) >= _LEAST_OF_A_REQUEST:
        return wishes
    if "pushback" in names and names <= TEXTS | {"pushback", "advice"}:
        return [_remark(_read_remark(message, _FORMS).label, text, dialogue)]
    read = _read_remark(message)
    least = _SURE_BESIDE if names <= _REACTIONS else _SURE_OF_ALL if message.wants("followup") else 1.0
    if read.label != OTHER and read.confidence >= least:
        return [_remark(read.label, text, dialogue)]
    told = details(message, today, named=True)
    unsure = [wish for wish in wishes if wish.kind == "unsure"]
    if names - {wish.name for wish in unsure} <= _TELLING and told.keys() & gaps(
        prompts.advice(text)["text"]
    ):
        return [*unsure, _remark("shorter" if _is_short(dialogue) else "filled", text, dialogue, again=True)]
    return wishes


def with_text(wishes: list[Wish], message: Message, advised: float) -> list[Wish] | None:
    """The wishes with the text that is wanted; None where none is held that fits.

    Who wants words is as well served by an answer on them, where that fits better: its chance is `advised`.
    """
    at = next((at for at, wish in enumerate(wishes) if _is_of_a_text(wish)), None)
    if at is None:
        return None
    wish = wishes[at]
    least = max(_FITS_WORDS, advised) if wish.name == "words" else _FITS
    own = _Fit(wish.advice, 1.0) if wish.advice else _own_fit(message, least)
    leaning = _of_earlier(wish, message) if own is None or own.chance < 1.0 else None
    entry = max(filter(None, (own, leaning)), key=lambda fit: fit.chance, default=_Fit(None, 0.0)).entry
    if entry is None:
        return None
    form = None if own else _read_remark(message)
    kind = form.label if form and form.label in _FORMS and form.confidence >= _SURE else wish.kind
    written = wish.model_copy(update={"advice": entry, "kind": kind})
    return [*wishes[:at], written, *wishes[at + 1 :]]


def of_sure_kinds(wishes: list[Wish], message: Message) -> list[Wish]:
    """The wishes without the kind of a text that is not sure: its usual text would be another one than is wanted."""
    sure = message.summary is None or _is_sure_of_kind(message, _SURE_OF_KIND)
    return [
        wish.model_copy(update={"kind": None}) if wish.kind in _USUAL and not sure else wish
        for wish in wishes
    ]


def text_unasked(wishes: list[Wish], message: Message) -> list[Wish] | None:
    """A text that surely fits a question how to go about something."""
    entry = text_for(message, _UNASKED) if {wish.name for wish in wishes} == {"handle"} else None
    return [Wish(name="words", advice=entry)] if entry else None


def text_for(message: Message, least: float) -> str | None:
    """The text that fits best what somebody wants written or worded; None where none fits with a chance of `least`."""
    fit = _own_fit(message, least)
    return fit.entry if fit else None


def _own_fit(message: Message, least: float) -> _Fit | None:
    if message.summary is None:
        return None
    fit = _best(message.text, message.summary, message.chances, least)
    return None if fit and _is_of_a_cv(fit) and not _may_be_of_a_cv(message.summary) else fit


def _is_of_a_cv(fit: _Fit) -> bool:
    """Whether it is a line for a CV, and no text to anybody."""
    return (fit.entry or "").partition(".")[2].startswith("cv_")


def _may_be_of_a_cv(summary: Floats) -> bool:
    return likeliest_of("letter", summary, {"cv"}).confidence >= _MAY_BE_OF_A_CV


def rows(text: str, summary: Floats) -> Floats:
    """The summaries of a message and its pieces, the whole first."""
    return np.vstack([summary[None, :], default_tagger().summaries(sentences(text)[1:])])


def _best(text: str, summary: Floats, chances: Mapping[str, float], least: float) -> _Fit | None:
    held = shipped()
    found = first_of(candidates(rows(text, summary), chances, held, texts=True), held)
    chance = found.chance * (1.0 - found.none)
    return _Fit(held.entries[found.entry], chance) if chance >= least else None


def _of_earlier(wish: Wish, message: Message) -> _Fit | None:
    """The text for this message and the one or two before it, where it leans on them."""
    if wish.name != "letter" and not message.wants("followup"):
        return None
    for many in (1, 2):
        text = " ".join([*message.earlier[-many:], message.text])
        reading = default_tagger().read(text) if message.earlier[-many:] else None
        if reading is None or reading.summary is None:
            return None
        if fit := _best(text, reading.summary, reading.chances, _WITH_EARLIER):
            return fit
    return None


def _is_of_a_text(wish: Wish) -> bool:
    return wish.name in TEXTS and wish.kind not in _NO_TEXT and wish.query is None


def _is_sure_of_kind(message: Message, least: float) -> bool:
    return message.summary is not None and kind_of("letter", message.summary).confidence >= least


def _remark_on(wish: Wish, message: Message, dialogue: DialogueState) -> WishKind | None:
    """What is said to the text in hand; None where another one is wanted, as a text that fits, the length or the kind tells."""
    if message.summary is None or text_for(message, _ANOTHER):
        return None
    read = _read_remark(message)
    if read.label != OTHER and read.confidence >= _SURE:
        return _remark(read.label, "", dialogue).kind
    leans = message.wants("followup")
    if wish.name == "words" or (not leans and text_for(message, _FITS)):
        return None
    if len(message.text.split()) >= _LEAST_OF_A_REQUEST or _is_sure_of_kind(message, _SURE):
        return None
    form = _read_remark(message, _FORMS)
    return _remark(form.label, "", dialogue).kind if form.confidence >= _LIKELY else "changed"


def _remark(kind: str, text: str, dialogue: DialogueState, *, again: bool = False) -> Wish:
    """A remark on a text; who wants it shorter than the short form wants its heart."""
    shorter = kind == "shorter" and not again and _is_short(dialogue)
    return Wish.model_validate(
        {"name": "letter", "kind": "shortest" if shorter else kind, "advice": text or None}
    )


def _is_short(dialogue: DialogueState) -> bool:
    """Whether the text in hand was shown in its short form."""
    return any(wish.name in TEXTS and wish.kind in _IN_SHORT for wish in dialogue.wishes)


def _read_remark(message: Message, labels: AbstractSet[str] = REMARKS) -> Kind:
    """The surest remark, of these, of a message or one of its pieces; one of all may be none."""
    if message.summary is None:
        return Kind(OTHER, 0.0)
    pieces = [each for each in _PIECES.split(message.text) if each][:_MOST_PIECES]
    vectors = [message.summary, *(default_tagger().summaries(pieces) if len(pieces) > 1 else ())]
    among = labels | ({OTHER} if labels == REMARKS else set())
    read = [likeliest_of("remark", each, among) for each in vectors]
    return max(
        (each for each in read if each.label != OTHER), key=lambda each: each.confidence, default=read[0]
    )
