"""Which text is wanted, to send or to say: one that fits the message, or one of what they told.

What is said to the one in hand is read by `agent/nlu/on_a_text.py`.
"""

from agent.models import REMARKS, Wish
from agent.nlu.addressee import addressee
from agent.nlu.contents import contents_of, is_of_lines
from agent.nlu.fits import Fit, fit_with_earlier, own_fit, text_for
from agent.nlu.mentions import Message
from agent.nlu.on_a_text import FORMS, TEXTS, is_sure_of_kind, is_told_enough, read_remark
from agent.nlu.whom import whom

# From this chance on a text fits: one that is wanted, or words only; another one than that in hand; one for this message and
# those before it; and one for what was read as a question how to go about something.
_FITS, _FITS_WORDS, _ANOTHER, _WITH_EARLIER, _UNASKED = 0.3, 0.36, 0.6, 0.33, 0.75
# How sure a remark is, and how sure a kind is for the usual text of it.
_SURE, _SURE_OF_KIND = 0.6, 0.6
# The kinds that have a move of their own, and what a text is made.
_NO_TEXT = frozenset({"questions", "raise"}) | REMARKS
_USUAL = frozenset({"raise", "notice", "thanks", "decline", "outreach", "reference", "application"})
# Where enough was told for a text it is built of that, unless one fits so surely: of 280 such messages of the corpus, read by
# hand, 8 of 9 texts from here on fit, from 0.5 to 0.7 on half. The second is for what was told before.
_FITS_TOLD, _BESIDE_OWN_WORDS = 0.85, 0.4
# Of what was told in so many words a usual text says little: it has to fit yet better.
_MUCH, _FITS_TOLD_MUCH = 10, 0.97
_AS_WELL = 0.5  # the chance of a wish beside another one
_OF_A_PERSON = ("cv_", "linkedin_", "short_bio", "self_review")


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
        told = contents_of(message.text).told_words
        least = max(least, _FITS_TOLD_MUCH if told >= _MUCH else _FITS_TOLD)
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
        return _alone(wishes, wish) if builds else None
    form = None if own else read_remark(message)
    kind = form.label if form and form.label in FORMS and form.confidence >= _SURE else wish.kind
    written = wish.model_copy(update={"advice": entry, "kind": kind})
    return [*wishes[:at], written, *wishes[at + 1 :]]


def _alone(wishes: list[Wish], text: Wish) -> list[Wish]:
    """The wishes beside a text of their own words without those that it answers."""
    return [wish for wish in wishes if wish is text or wish.name not in (*TEXTS, "ask_for", "handle")]


def _goes_to_somebody(message: Message) -> bool:
    named = whom(message.text) or addressee(message)
    return named is not None and bool({"request", "wanted"} & {*contents_of(message.text).kinds})


def _is_of_a_person(message: Message) -> bool:
    """Whether the text that fits best says who somebody is, as a CV or a profile does."""
    fit = own_fit(message, 0.0)
    return fit is not None and (fit.entry or "").partition(".")[2].startswith(_OF_A_PERSON)


def _is_built_of(wish: Wish, message: Message) -> bool:
    """Whether a text to send is to say so much of what they told that their own words make it.

    Words are to be sent where it is said to whom.
    """
    if wish.kind == "cv" and not addressee(message):
        return is_of_lines(message.text) and is_told_enough(message, wish.kind)
    if wish.kind in REMARKS or (wish.name == "words" and not _goes_to_somebody(message)):
        return False
    return is_told_enough(message, wish.kind)


def of_sure_kinds(wishes: list[Wish], message: Message) -> list[Wish]:
    """The wishes without the kind of a text that is not sure: its usual text would be another one than is wanted."""
    sure = message.summary is None or is_sure_of_kind(message, _SURE_OF_KIND)
    told = {"cv"} if addressee(message) else set()  # what goes to somebody is none
    not_read = told | (set() if sure else _USUAL)
    return [
        wish.model_copy(update={"kind": None}) if wish.name in TEXTS and wish.kind in not_read else wish
        for wish in wishes
    ]


def asks_for_words(wishes: list[Wish], message: Message) -> bool:
    """Whether a question what to do is as well one for words to somebody, of which enough is told."""
    as_well = any(message.chances.get(name, 0.0) >= _AS_WELL for name in TEXTS)
    return (
        as_well
        and {wish.name for wish in wishes} <= {"should_i", "handle"}
        and _is_built_of(Wish(name="words"), message)
    )


def text_unasked(wishes: list[Wish], message: Message) -> list[Wish] | None:
    """A text that surely fits a question how to go about something."""
    entry = text_for(message, _UNASKED) if {wish.name for wish in wishes} == {"handle"} else None
    return [Wish(name="words", advice=entry)] if entry else None


def _is_of_a_text(wish: Wish) -> bool:
    return wish.name in TEXTS and wish.kind not in _NO_TEXT and wish.query is None
