"""Which text is wanted, to send or to say: one that fits the message, or one of what they told.

What is said to the one in hand is read by `agent/nlu/letters/turn.py`.
"""

from agent.models import Wish
from agent.nlu.addressee import addressee
from agent.nlu.fits import Fit, fit_with_earlier, own_fit, text_for
from agent.nlu.kinds import kind_of
from agent.nlu.letters.labels import labelled
from agent.nlu.letters.style import is_of_lines
from agent.nlu.letters.turn import asks_for_one, is_told_here, tells_a_text
from agent.nlu.letters.whom import whom
from agent.nlu.mentions import Message
from agent.nlu.scheme import TEXTS

# From this chance on a text fits: one that is wanted, or words only; another one than that in hand; one for this message and
# those before it; and one for what was read as a question how to go about something.
_FITS, _FITS_WORDS, _ANOTHER, _WITH_EARLIER, _UNASKED = 0.3, 0.36, 0.6, 0.33, 0.75
# How sure a kind is for the usual text of it.
_SURE_OF_KIND = 0.6
# The kind that has a move of its own.
_NO_TEXT = frozenset({"questions"})
_USUAL = frozenset({"raise", "notice", "thanks", "decline", "outreach", "reference", "application"})
_AS_WELL = 0.5  # the chance of a wish beside another one
_OF_A_PERSON = ("cv_", "linkedin_", "short_bio", "self_review")


def with_text(wishes: list[Wish], message: Message, advised: float) -> list[Wish] | None:
    """The wishes with the text that is wanted; None where none is held that fits and too little was told for one of their own.

    Who wants words is as well served by an answer on them, where that fits better: its chance is `advised`.
    """
    at = next((at for at, wish in enumerate(wishes) if _is_of_a_text(wish)), None)
    if at is None:
        return None
    wish = wishes[at]
    if _is_built_of(wish, message):
        return _alone(wishes, wish)
    least = max(_FITS_WORDS, advised) if wish.name == "words" else _FITS
    if wish.kind == "cv" and not _is_of_a_person(message):
        least = max(least, _ANOTHER)
    own = Fit(wish.advice, 1.0) if wish.advice else own_fit(message, least)
    leans = (wish.name == "letter" or message.wants("followup")) and not wish.advice
    leaning = fit_with_earlier(message, _WITH_EARLIER) if leans else None
    entry = max(filter(None, (own, leaning)), key=lambda fit: fit.chance, default=Fit(None, 0.0)).entry
    if entry is None:
        return None
    return [*wishes[:at], wish.model_copy(update={"advice": entry}), *wishes[at + 1 :]]


def _alone(wishes: list[Wish], text: Wish) -> list[Wish]:
    """The wishes beside a text of their own words without those that it answers."""
    return [wish for wish in wishes if wish is text or wish.name not in (*TEXTS, "ask_for", "handle")]


def _goes_to_somebody(message: Message) -> bool:
    named = whom(message.text) or addressee(message)
    labels = {each.label for each in labelled(message.text, shown=False)}
    return named is not None and bool({"request", "wanted"} & labels)


def _is_of_a_person(message: Message) -> bool:
    """Whether the text that fits best says who somebody is, as a CV or a profile does."""
    fit = own_fit(message, 0.0)
    return fit is not None and (fit.entry or "").partition(".")[2].startswith(_OF_A_PERSON)


def _is_built_of(wish: Wish, message: Message) -> bool:
    """Whether so much was told for a text to send that their own words make it.

    Words are to be sent where it is said to whom; of a CV only lines are made of what was told.
    """
    if wish.kind == "cv" and not addressee(message):
        return is_of_lines(message.text) and is_told_here(message.text)
    if wish.name == "words" and not _goes_to_somebody(message):
        return is_told_here(message.text)
    return asks_for_one(message.text) and tells_a_text(message)


def of_sure_kinds(wishes: list[Wish], message: Message) -> list[Wish]:
    """The wishes without the kind of a text that is not sure: its usual text would be another one than is wanted."""
    sure = message.summary is None or kind_of("letter", message.summary).confidence >= _SURE_OF_KIND
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
