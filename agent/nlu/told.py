"""What somebody tells of themselves that bears on the answer: their age, body, family, time, money, schooling, language, record, papers."""

import prompts
from agent.models import Wish
from agent.nlu.advice import advised
from agent.nlu.kinds import nameless_vector, read_conditions, read_kind
from agent.nlu.mentions import Message
from agent.nlu.parts import fragments, which_ask
from agent.nlu.tagger import default_tagger

_MOST = 2  # conditions that one reply takes up
_LONGEST = 14  # words of one condition
# Share among the candidates, and chance, from which on somebody near may be in danger.
_FITS, _SURE = 0.5, 0.6
# What the reader marks where these are told.
_TAGGED = {"age": ("age",), "schooling": ("edu", "noedu")}


def conditions_told(message: Message) -> list[Wish]:
    """A wish for each condition that is told beside what is asked, one of each kind."""
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
        if entry := _for_a_life(words):
            found[entry] = Wish(name="condition", advice=entry)
        elif kind is not None and kind not in found and len(words.split()) <= _LONGEST:
            told_of = {"name": "condition", "kind": kind, "conditions": read_conditions(row, [])}
            found[kind] = Wish.model_validate(told_of)
    return [*found.values()][:_MOST]


def _for_a_life(words: str) -> str | None:
    """The written answer that goes before all else, where what is told is near and sure enough of it."""
    read = default_tagger().read(words)
    fit = advised(words, read.summary, read.chances)
    if fit is None or fit.share < _FITS or fit.chance < _SURE:
        return None
    return fit.entry if prompts.advice(fit.entry).get("before_all") else None
