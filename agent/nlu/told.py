"""What somebody tells of themselves that bears on the answer: their age, body, family, time, money, schooling, language, record, papers."""

import re

from agent.models import Wish
from agent.nlu.advice import Advised, advised, is_for_older
from agent.nlu.entries import TEXTS
from agent.nlu.kinds import nameless_vector, read_conditions, read_kind
from agent.nlu.mentions import Message
from agent.nlu.parts import fragments, which_ask
from agent.nlu.tagger import default_tagger

_MOST = 2  # conditions that one reply takes up
_LONGEST = 14  # words that are said back
# Share among the candidates, and chance, from which on a written answer is about the condition.
_FITS, _SURE = 0.5, 0.35
# The areas of what bears on an answer, and the chance from which on what is told has an answer there, whatever condition it is.
_OF_LIFE = ("life.", "counting.", "learning.", "handling.")
_SURE_BY_ITSELF = 0.6
# What the reader marks where these are told.
_TAGGED = {"age": ("age",), "schooling": ("edu", "noedu")}
_LEAD = re.compile(r"\A(?:and|n|&|but|so|also|plus|since|because|cuz|cause|bc|or)\s+", re.IGNORECASE)
_TO_THE_COACH = "told."


def conditions_told(message: Message) -> list[Wish]:
    """A wish for each condition that is told beside what is asked, one of each kind, with the written answer about it."""
    cut = fragments(message.text)
    told = [each.text for each, asks in zip(cut, which_ask(cut), strict=True) if not asks]
    rows = default_tagger().summaries(told)
    found = dict[str, Wish]()
    for words, row in zip(told, rows, strict=True):
        kind = read_kind("condition", nameless_vector(row, words))
        if (tagged := _TAGGED.get(kind or "")) and not any(
            each.text in words for each in message.of(*tagged)
        ):
            kind = None  # years of work or a sum and no age, a school they work at
        fit = _fit(words, message)
        if kind is None and not (fit and fit.chance >= _SURE_BY_ITSELF and fit.entry.startswith(_OF_LIFE)):
            continue
        said = _LEAD.sub("", words, count=1).strip(" .,!?;")
        if (kind or said) not in found and len(words.split()) <= _LONGEST:
            found[kind or said] = Wish.model_validate(
                {
                    "name": "condition",
                    "kind": kind,
                    "query": said,
                    "conditions": read_conditions(row, []),
                    "advice": fit.entry if fit else None,
                }
            )
    return [*found.values()][:_MOST]


def _fit(words: str, message: Message) -> Advised | None:
    """The written answer about what is told, where it is near and sure enough; of texts and of what is said to the coach it is none."""
    read = default_tagger().read(words)
    fit = advised(words, read.summary, read.chances)
    if (
        fit is None
        or fit.share < _FITS
        or fit.chance < _SURE
        or fit.entry.startswith((TEXTS, _TO_THE_COACH))
        or is_for_older(fit.entry, message)
    ):
        return None
    return fit
