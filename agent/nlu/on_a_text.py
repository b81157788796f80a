"""What is said to the text in hand: how it is to be, what is to stand in it or may not, what it waits for.

In hand is the text that was written just now, or the one that belongs to what was answered (`written` of an entry of
`prompts/advice`). Whether a message speaks of a text that was written a head says (`of_text`), whatever else the thread holds.
"""

import re
from collections.abc import Set as AbstractSet
from datetime import date

import prompts
from agent.models import REMARKS, DialogueState, Wish
from agent.models.dialogue import WishKind
from agent.nlu.addressee import addressee, named_person
from agent.nlu.contents import contents_of, is_spoken
from agent.nlu.details import details, gaps
from agent.nlu.entries import TEXTS as AREAS
from agent.nlu.fits import text_for
from agent.nlu.formality import formality
from agent.nlu.kinds import OTHER, YES, Kind, kind_of, likeliest_of, nameless_vector
from agent.nlu.mentions import Message
from agent.nlu.scheme import ACTS
from agent.nlu.signed import signed
from agent.nlu.swaps import swap_in
from agent.nlu.tagger import default_tagger

TEXTS = frozenset({"letter", "words"})
FORMS = frozenset({"shorter", "plainer", "warmer", "firmer", "formal"})
LEAST_OF_A_REQUEST = 15  # words; with fewer a text is seldom asked for after another one
# From this chance on a message speaks of the text, and where it says what is to stand in one: of 406 test messages 9 of 10
# are read rightly.
_OF_IT, _OF_IT_LED = 0.6, 0.4
_ASKED_FOR = 0.9  # the chance of a wish for a text that is sure
# From this chance on a text fits, and fits so well that another one than that in hand is wanted.
_FITS, _ANOTHER = 0.3, 0.6
# How sure a remark is, where the message speaks of the text, and where no other text fits.
_SURE, _LIKELY, _LIKELY_OF_THEM = 0.6, 0.4, 0.25
_IN_SHORT = frozenset({"shorter", "plainer", "warmer", "firmer", "shortest", "changed"})
# Beside a text that was not shown these may be a remark on it; beside one that was they may tell what it leaves open.
_REACTIONS = frozenset(
    {"feelings", "handle", "tell", "should_i", "next_step", "followup", "outside", "progress"}
)
_TELLING = _REACTIONS | {"correct", "answer"}
# What of a message makes a text different.
_IN_IT = frozenset({"said", "wanted", "out"})
_ASKED_TOO = 0.6  # the chance of a wish in the whole from which it is asked beside a text
_LONGEST_REMARK = 50  # words
_PIECES, _MOST_PIECES = re.compile(r"[.!?…,;:]\s+|\n+"), 8


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


def is_built(dialogue: DialogueState) -> bool:
    """Whether the text that was written just now is in their own words: none of `prompts/advice`."""
    wanted = any(
        wish.name in TEXTS and wish.advice is None and wish.query is None for wish in dialogue.wishes
    )
    return wanted and dialogue.text is None and bool(dialogue.own_text.parts or dialogue.addressee)


def speaks_of_it(message: Message, dialogue: DialogueState) -> bool:
    """Whether a message is about the text that was shown just now, and wants no other one."""
    shown = in_hand(dialogue)
    if message.summary is None or len(message.text.split()) >= _LONGEST_REMARK:
        return False
    if not (is_built(dialogue) or (shown and shown == dialogue.text)) or is_for_another(message, dialogue):
        return False
    vector = nameless_vector(message.summary, message.text)
    return likeliest_of("of_text", vector, frozenset({YES})).confidence >= (
        _OF_IT_LED if contents_of(message.text).led else _OF_IT
    )


def of_a_text(message: Message, dialogue: DialogueState) -> bool:
    """Whether a message, read by itself, is about the text in hand or surely asks for one, whatever waits in the thread."""
    if speaks_of_it(message, dialogue):
        return True
    asks = any(message.chances.get(name, 0.0) >= _ASKED_FOR for name in TEXTS)
    return asks and "request" in contents_of(message.text).kinds


def with_remark(wishes: list[Wish], message: Message, dialogue: DialogueState, today: date) -> list[Wish]:
    """The wishes of a message, in their place a remark on the text in hand where it is one, or tells what the text leaves open."""
    danger = message.wants("crisis") and "crisis" in message.firm
    text = None if is_built(dialogue) else in_hand(dialogue)
    if speaks_of_it(message, dialogue):
        # "Take the baby out, he doesn't know yet" is of the text: help is named beside it and takes no place.
        beside = [Wish(name="crisis", kind="unsure")] if danger else []
        return [*beside, _on_written(message, text, dialogue) if text else _on_built(message, dialogue)]
    if danger:
        return wishes
    if message.summary is None or len(message.text.split()) >= LEAST_OF_A_REQUEST:
        return wishes
    if text is None:
        names_them = is_built(dialogue) and dialogue.addressee is None and named_person(message) is not None
        only_tells = {wish.name for wish in wishes} <= _TELLING | TEXTS
        return [_on_built(message, dialogue)] if names_them and only_tells else wishes
    return _on_a_text_of_the_answer(wishes, message, dialogue, text, today)


def of_the_text(wish: Wish, message: Message, dialogue: DialogueState) -> Wish:
    """A wish for a text as a remark on the one in hand, where it is none for another one."""
    text = in_hand(dialogue)
    if text is None:
        goes_on = message.wants("followup") and dialogue.text is None and dialogue.own_text.parts
        leans = (is_built(dialogue) or goes_on) and not is_for_another(message, dialogue)
        return _on_built(message, dialogue) if leans else wish
    if text != dialogue.text and is_told_enough(message):
        return wish  # words were given for it; the text is made of their own
    if text == dialogue.text and _says_what_is_different(message) and not is_for_another(message, dialogue):
        return _on_written(message, text, dialogue)
    if (kind := _remark_on(wish, message, dialogue)) is None:
        return wish
    if kind == "changed" and text != dialogue.text:
        return wish.model_copy(update={"advice": text, "kind": None})  # it is written for the first time
    return wish.model_copy(update={"advice": text, "kind": kind})


def is_for_the_text(part: Message, message: Message) -> bool:
    """Whether a part of a message that surely wants a text says what is to stand in it ("ask for 165"): the whole asks no such thing."""
    surely = any(name in TEXTS for name in message.firm)
    wanted = {*part.wishes} - ACTS
    return surely and not any(
        name in TEXTS or message.chances.get(name, 0.0) >= _ASKED_TOO for name in wanted
    )


def is_for_another(message: Message, dialogue: DialogueState) -> bool:
    """Whether another text is asked for: to somebody else, or in so many words."""
    if "request" not in contents_of(message.text).kinds:
        return False
    to = addressee(message)
    if (to and to != dialogue.addressee) or text_for(message, _ANOTHER):
        return True
    return not message.wants("followup") and len(message.text.split()) >= LEAST_OF_A_REQUEST


def is_told_enough(message: Message, kind: str | None = None) -> bool:
    """Whether a message, or where it is short the one before it, tells enough for a text."""
    told = contents_of(message.text)
    if told.parts or len(message.text.split()) >= LEAST_OF_A_REQUEST:
        return told.is_enough(kind)
    return any(contents_of(text).is_enough(kind) for text in message.earlier[-1:])


def read_remark(message: Message, labels: AbstractSet[str] = REMARKS) -> Kind:
    """The surest remark, of these, of a message or one of its pieces; one of all may be none."""
    if message.summary is None:
        return Kind(OTHER, 0.0)
    if degree := formality(message.text):
        return Kind(degree, 1.0)
    pieces = [each for each in _PIECES.split(message.text) if each][:_MOST_PIECES]
    vectors = [message.summary, *(default_tagger().summaries(pieces) if len(pieces) > 1 else ())]
    among = labels | ({OTHER} if labels == REMARKS else set())
    read = [likeliest_of("remark", each, among) for each in vectors]
    return max(
        (each for each in read if each.label != OTHER), key=lambda each: each.confidence, default=read[0]
    )


def _says_what_is_different(message: Message) -> bool:
    """Whether a message says what is to stand in the text or may not, who signs it, or what it is to be."""
    told = bool(_IN_IT & {*contents_of(message.text).kinds}) or signed(message.text) is not None
    return told or swap_in(message.text) is not None or is_spoken(message.text) is not None


def _on_built(message: Message, dialogue: DialogueState) -> Wish:
    """What is said to the text of their own words."""
    read, told = read_remark(message), contents_of(message.text)
    form = read_remark(message, FORMS)
    if told.brief:
        kind = "shorter"
    elif told.parts or _says_what_is_different(message) or named_person(message) is not None:
        kind = "filled"
    elif read.label != OTHER and read.confidence >= _SURE:
        kind = read.label
    else:
        kind = told.tone or (form.label if form.confidence >= _LIKELY_OF_THEM else "unclear")
    shorter = kind == "shorter" and dialogue.own_text.brief and not told.parts
    return Wish.model_validate({"name": "letter", "kind": "shortest" if shorter else kind})


def _on_written(message: Message, text: str, dialogue: DialogueState) -> Wish:
    """What is said to a written text, in the form in which it was shown; another form where the message wants one."""
    form = read_remark(message, FORMS)
    if _says_what_is_different(message):
        told = contents_of(message.text)
        short = told.brief or _is_short(dialogue)
        return remark(told.tone or ("shorter" if short else "filled"), text, dialogue, again=True)
    read = read_remark(message)
    if read.label != OTHER and read.confidence >= _LIKELY:
        return remark(read.label, text, dialogue)
    return remark(form.label if form.confidence >= _LIKELY_OF_THEM else "unclear", text, dialogue)


def _on_a_text_of_the_answer(
    wishes: list[Wish], message: Message, dialogue: DialogueState, text: str, today: date
) -> list[Wish]:
    """The wishes, in their place a remark on the text that goes with an answer, or what a text leaves open filled in."""
    names = {wish.name for wish in wishes}
    if "pushback" in names and names <= TEXTS | {"pushback", "advice"}:
        return [remark(read_remark(message, FORMS).label, text, dialogue)]
    read = read_remark(message)
    if read.label != OTHER and read.confidence >= _SURE and names <= _REACTIONS:
        return [remark(read.label, text, dialogue)]
    told = details(message, today, named=True)
    unsure = [wish for wish in wishes if wish.kind == "unsure"]
    open_ = told.keys() & gaps(prompts.advice(text)["text"])
    if names - {wish.name for wish in unsure} <= _TELLING and open_:
        return [*unsure, remark("shorter" if _is_short(dialogue) else "filled", text, dialogue, again=True)]
    return wishes


def _remark_on(wish: Wish, message: Message, dialogue: DialogueState) -> WishKind | None:
    """What is said to the text in hand; None where another one is wanted, as a text that fits, the length or the kind tells."""
    if message.summary is None or text_for(message, _ANOTHER):
        return None
    read = read_remark(message)
    if read.label != OTHER and read.confidence >= _SURE:
        return remark(read.label, "", dialogue).kind
    leans = message.wants("followup")
    if wish.name == "words" or (not leans and text_for(message, _FITS)):
        return None
    if len(message.text.split()) >= LEAST_OF_A_REQUEST or is_sure_of_kind(message, _SURE):
        return None
    form = read_remark(message, FORMS)
    return remark(form.label, "", dialogue).kind if form.confidence >= _LIKELY else "changed"


def is_sure_of_kind(message: Message, least: float) -> bool:
    """Whether it is surely known which kind of text is wanted."""
    return message.summary is not None and kind_of("letter", message.summary).confidence >= least


def remark(kind: str, text: str, dialogue: DialogueState, *, again: bool = False) -> Wish:
    """A remark on a text; who wants it shorter than the short form wants its heart."""
    shorter = kind == "shorter" and not again and _is_short(dialogue)
    return Wish.model_validate(
        {"name": "letter", "kind": "shortest" if shorter else kind, "advice": text or None}
    )


def _is_short(dialogue: DialogueState) -> bool:
    """Whether the text in hand was shown in its short form."""
    return any(wish.name in TEXTS and wish.kind in _IN_SHORT for wish in dialogue.wishes)
