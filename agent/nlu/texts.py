"""Which text is wanted, to send or to say: one that fits the message, the one in hand, or one for what was told before.

In hand is the text that was written just now, or the one that belongs to what was answered (`written` of an entry of
`prompts/advice`).
"""

import re
from collections.abc import Set as AbstractSet
from datetime import date

import prompts
from agent.models import REMARKS, DialogueState, Wish
from agent.models.dialogue import WishKind
from agent.nlu.addressee import addressee, named_person
from agent.nlu.contents import contents_of
from agent.nlu.details import details, gaps
from agent.nlu.entries import TEXTS as AREAS
from agent.nlu.fits import Fit, fit_with_earlier, own_fit, text_for
from agent.nlu.kinds import OTHER, Kind, kind_of, likeliest_of
from agent.nlu.mentions import Message
from agent.nlu.tagger import default_tagger

TEXTS = frozenset({"letter", "words"})
# From this chance on a text fits: one that is wanted, or words only; another one than that in hand; one for this message and
# those before it; and one for what was read as a question how to go about something.
_FITS, _FITS_WORDS, _ANOTHER, _WITH_EARLIER, _UNASKED = 0.3, 0.36, 0.6, 0.33, 0.75
# How sure a remark is, where a text is wanted, where a reaction is read, where something else is that leans on the text,
# and where no other text fits; and how sure a kind is for the usual text of it.
_SURE, _SURE_BESIDE, _SURE_OF_ALL, _LIKELY, _SURE_OF_KIND = 0.6, 0.75, 0.9, 0.4, 0.6
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
_BESIDE_A_TEXT = _TELLING | {"pushback", "feedback"}
# What is told of these goes on with the person: of a text it is only where words about one stand beside it.
_OF_THEIR_OWN = frozenset({"feelings", "handle", "should_i", "next_step", "progress"})
_ON_A_TEXT = frozenset({"out", "style", "request"})
# What of a message makes a text different: of one in their own words, and of one that was written for all.
_OF_A_TEXT, _IN_IT = frozenset({"said", "wanted", "out", "style"}), frozenset({"said", "wanted", "out"})
_OF_SOMEBODY = re.compile(r"\b(?:he|him|his|she|her|they|them)\b", re.IGNORECASE)
_LONGEST_REMARK = 50  # words
# Where enough was told for a text it is built of that, unless one fits so surely: of 280 such messages of the corpus, read by
# hand, 8 of 9 texts from here on fit, from 0.5 to 0.7 on half. The second is for what was told before.
_FITS_TOLD, _BESIDE_OWN_WORDS = 0.85, 0.4
_OF_A_PERSON = ("cv_", "linkedin_", "short_bio", "self_review")
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


def of_the_text(wish: Wish, message: Message, dialogue: DialogueState) -> Wish:
    """A wish for a text as a remark on the one in hand, where it is none for another one."""
    text = in_hand(dialogue)
    if text is None:
        return _of_a_plain_one(wish, message, dialogue)
    if text != dialogue.text and _is_told_enough(message):
        return wish  # words were given for it; the text is made of their own
    if text == dialogue.text and _says_what_is_different(message, dialogue):
        return _edited(message, text, dialogue)
    if (kind := _remark_on(wish, message, dialogue)) is None:
        return wish
    if kind == "changed" and text != dialogue.text:
        return wish.model_copy(update={"advice": text, "kind": None})  # it is written for the first time
    return wish.model_copy(update={"advice": text, "kind": kind})


def is_built(dialogue: DialogueState) -> bool:
    """Whether the text that was written just now is in their own words: none of `prompts/advice`."""
    wanted = any(
        wish.name in TEXTS and wish.advice is None and wish.query is None for wish in dialogue.wishes
    )
    return wanted and dialogue.text is None and bool(dialogue.own_text.parts or dialogue.addressee)


def _of_a_plain_one(wish: Wish, message: Message, dialogue: DialogueState) -> Wish:
    """A wish as a remark on the text of their own words that was built just now, where it is none for another one."""
    goes_on = message.wants("followup") and dialogue.text is None and dialogue.own_text.parts
    if not (is_built(dialogue) or goes_on) or _is_for_another(message, dialogue):
        return wish
    read, told = _read_remark(message), contents_of(message.text)
    sure = read.label != OTHER and read.confidence >= _SURE
    form = "shorter" if told.brief else "filled" if told.parts or not sure else read.label
    shorter = form == "shorter" and dialogue.own_text.brief and not told.parts
    return Wish.model_validate({"name": "letter", "kind": "shortest" if shorter else form})


def _says_what_is_different(message: Message, dialogue: DialogueState) -> bool:
    """Whether a message says what is to stand in the text or may not, and asks for no other one."""
    return bool(_IN_IT & {*contents_of(message.text).kinds}) and not _is_for_another(message, dialogue)


def _edited(message: Message, text: str, dialogue: DialogueState) -> Wish:
    """The text in hand with what a message wants in it or out of it, as long as it was shown."""
    form = _read_remark(message, _FORMS)
    if form.confidence >= _SURE_BESIDE:
        return _remark(form.label, text, dialogue)
    short = contents_of(message.text).brief or _is_short(dialogue)
    return _remark("shorter" if short else "filled", text, dialogue, again=True)


def _is_for_another(message: Message, dialogue: DialogueState) -> bool:
    """Whether another text is asked for: to somebody else, or in so many words."""
    if "request" not in contents_of(message.text).kinds:
        return False
    to = addressee(message)
    if (to and to != dialogue.addressee) or text_for(message, _ANOTHER):
        return True
    return not message.wants("followup") and len(message.text.split()) >= _LEAST_OF_A_REQUEST


def _on_a_plain_one(wishes: list[Wish], message: Message, dialogue: DialogueState) -> list[Wish]:
    """The wishes, in their place a remark on the text of their own words where the message says how it is to be different."""
    names, read = {wish.name for wish in wishes}, contents_of(message.text)
    says_only_that = {*read.kinds} <= {"wanted", "out"} and _OF_SOMEBODY.search(message.text)
    names_them = dialogue.addressee is None and named_person(message) is not None
    if not (_may_be_of_it(names, message) or says_only_that):
        return wishes
    if not (_OF_A_TEXT & {*read.kinds} or names_them):
        return wishes
    return [_of_a_plain_one(Wish(name="letter"), message, dialogue)]


def _may_be_of_it(names: AbstractSet[str], message: Message) -> bool:
    """Whether what a message tells may be for the text in hand: it wants nothing else, and news of their own says so."""
    if not names <= _BESIDE_A_TEXT | TEXTS:
        return False
    return not names & _OF_THEIR_OWN or bool(_ON_A_TEXT & {*contents_of(message.text).kinds})


def with_remark(wishes: list[Wish], message: Message, dialogue: DialogueState, today: date) -> list[Wish]:
    """The wishes of a message, in their place a remark on the text in hand where it is one, or tells what the text leaves open."""
    text, names = in_hand(dialogue), {wish.name for wish in wishes}
    if message.summary is None or len(message.text.split()) >= _LONGEST_REMARK:
        return wishes
    if text is None:
        return _on_a_plain_one(wishes, message, dialogue) if is_built(dialogue) else wishes
    own = text == dialogue.text and _may_be_of_it(names, message)
    if own and _says_what_is_different(message, dialogue):
        return [_edited(message, text, dialogue)]
    return (
        wishes
        if len(message.text.split()) >= _LEAST_OF_A_REQUEST
        else _on_a_written_one(wishes, message, dialogue, text, today)
    )


def _on_a_written_one(
    wishes: list[Wish], message: Message, dialogue: DialogueState, text: str, today: date
) -> list[Wish]:
    """The wishes, in their place a remark on the written text in hand, or what it leaves open filled in."""
    names = {wish.name for wish in wishes}
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
    if builds := _is_built_of(wish, message):
        least = max(least, _FITS_TOLD)
    elif wish.kind == "cv" and not _is_of_a_person(message):
        least = max(least, _ANOTHER)
    own = Fit(wish.advice, 1.0) if wish.advice else own_fit(message, least)
    leans = wish.name == "letter" or message.wants("followup")
    sure = own is not None and own.chance == 1.0
    leaning = (
        fit_with_earlier(message, _BESIDE_OWN_WORDS if builds else _WITH_EARLIER)
        if leans and not sure
        else None
    )
    entry = max(filter(None, (own, leaning)), key=lambda fit: fit.chance, default=Fit(None, 0.0)).entry
    if entry is None:
        return wishes if builds else None
    form = None if own else _read_remark(message)
    kind = form.label if form and form.label in _FORMS and form.confidence >= _SURE else wish.kind
    written = wish.model_copy(update={"advice": entry, "kind": kind})
    return [*wishes[:at], written, *wishes[at + 1 :]]


def _is_of_a_person(message: Message) -> bool:
    """Whether the text that fits best says who somebody is, as a CV or a profile does."""
    fit = own_fit(message, 0.0)
    return fit is not None and (fit.entry or "").partition(".")[2].startswith(_OF_A_PERSON)


def _is_built_of(wish: Wish, message: Message) -> bool:
    """Whether a text to send is to say so much of what they told that their own words make it."""
    if wish.name != "letter" or wish.kind in {"cv", *REMARKS}:
        return False
    return _is_told_enough(message, wish.kind)


def _is_told_enough(message: Message, kind: str | None = None) -> bool:
    """Whether a message, or where it is short the one before it, tells enough for a text."""
    told = contents_of(message.text)
    if told.parts or len(message.text.split()) >= _LEAST_OF_A_REQUEST:
        return told.is_enough(kind)
    return any(contents_of(text).is_enough(kind) for text in message.earlier[-1:])


def of_sure_kinds(wishes: list[Wish], message: Message) -> list[Wish]:
    """The wishes without the kind of a text that is not sure: its usual text would be another one than is wanted."""
    sure = message.summary is None or _is_sure_of_kind(message, _SURE_OF_KIND)
    told = {"cv"} if addressee(message) else set()  # what goes to somebody is none
    not_read = told | (set() if sure else _USUAL)
    return [
        wish.model_copy(update={"kind": None}) if wish.name in TEXTS and wish.kind in not_read else wish
        for wish in wishes
    ]


def text_unasked(wishes: list[Wish], message: Message) -> list[Wish] | None:
    """A text that surely fits a question how to go about something."""
    entry = text_for(message, _UNASKED) if {wish.name for wish in wishes} == {"handle"} else None
    return [Wish(name="words", advice=entry)] if entry else None


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
