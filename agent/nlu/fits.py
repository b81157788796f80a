"""Which text of `prompts/advice` fits a message, or it and those before it, and how likely it does."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from agent.nlu.entries import Floats, candidates, first_of, sentences, shipped
from agent.nlu.kinds import likeliest_of
from agent.nlu.mentions import Message
from agent.nlu.tagger import default_tagger

_MAY_BE_OF_A_CV = 0.2  # with less it is surely no line of a CV that is wanted


class Fit(NamedTuple):
    """A text that may fit, and its chance."""

    entry: str | None
    chance: float


def text_for(message: Message, least: float) -> str | None:
    """The text that fits best what somebody wants written or worded; None where none fits with a chance of `least`."""
    fit = own_fit(message, least)
    return fit.entry if fit else None


def own_fit(message: Message, least: float) -> Fit | None:
    """The text that fits a message best, where its chance is `least` or more."""
    if message.summary is None:
        return None
    fit = _best(message.text, message.summary, message.chances, least)
    return None if fit and _is_of_a_cv(fit) and not _may_be_of_a_cv(message.summary) else fit


def _is_of_a_cv(fit: Fit) -> bool:
    """Whether it is a line for a CV, and no text to anybody."""
    return (fit.entry or "").partition(".")[2].startswith("cv_")


def _may_be_of_a_cv(summary: Floats) -> bool:
    return likeliest_of("letter", summary, {"cv"}).confidence >= _MAY_BE_OF_A_CV


def rows(text: str, summary: Floats) -> Floats:
    """The summaries of a message and its pieces, the whole first."""
    return np.vstack([summary[None, :], default_tagger().summaries(sentences(text)[1:])])


def _best(text: str, summary: Floats, chances: Mapping[str, float], least: float) -> Fit | None:
    held = shipped()
    found = first_of(candidates(text, rows(text, summary), chances, held, texts=True), held)
    chance = found.chance * (1.0 - found.none)
    return Fit(held.entries[found.entry], chance) if chance >= least else None


def fit_with_earlier(message: Message, least: float) -> Fit | None:
    """The text for this message and the one or two before it, where its chance is `least` or more."""
    for many in (1, 2):
        text = " ".join([*message.earlier[-many:], message.text])
        reading = default_tagger().read(text) if message.earlier[-many:] else None
        if reading is None or reading.summary is None:
            return None
        if fit := _best(text, reading.summary, reading.chances, least):
            return fit
    return None
