"""What is asked beside a remark on a plan that waits: each question by itself, and the message without them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from agent.nlu.mentions import Message
from agent.nlu.parts import Part, message_of, parts
from agent.nlu.scheme import ACTS
from agent.nlu.tagger import Tagger
from agent.nlu.tagging import tag

# What is said to a plan that waits or is worked by, and asks for no answer.
REMARKS = frozenset({"feedback", "progress", "plan", "approve", "correct", "answer", "tell"})
_OF_A_TEXT = frozenset({"letter", "words"})
_REMARK = "feedback"
_UNLIKELY = 0.3  # chance of a remark below which a part only asks
_LEAST = 2  # words that are left beside the questions


def asks_only(cut: Sequence[Message]) -> bool:
    """Whether every part of a message asks something, and none is a remark on the plan."""
    return all({*each.wishes} - ACTS and _only_asks(each) for each in cut)


def apart_from_questions(message: Message, tagger: Tagger) -> tuple[Message, list[Message]]:
    """The message without its questions, and each of these by itself; the whole where the rest is no remark on the plan."""
    names = {*message.wishes}
    if not names - {"tell"} or (_OF_A_TEXT & names and _REMARK not in names):
        return message, []
    cut = parts(message.text)
    own = [(part, message_of(part._replace(told=()), message, tagger)) for part in cut]
    asked = [(part, each) for part, each in own if each.firm and _only_asks(each)]
    rest = _without(message, [part for part, _ in asked], tagger) if asked else None
    if rest is None or _REMARK not in rest.firm:
        return message, []
    return rest, [each for _, each in asked]


def _only_asks(part: Message) -> bool:
    return not REMARKS & {*part.wishes} and part.chances.get(_REMARK, 0.0) < _UNLIKELY


def _without(message: Message, cut: Iterable[Part], tagger: Tagger) -> Message | None:
    """The message with blanks for these parts, read anew; None where hardly a word is left."""
    text, cut = message.text, [*cut]
    for part in cut:
        text = text[: part.start] + " " * (part.end - part.start) + text[part.end :]
    if len(text.split()) < _LEAST:
        return None
    read = tag(" ".join(text.split()), message.context, tagger, message.thread)
    kept = tuple(
        each
        for each in message.mentions
        if not any(part.start < each.end and each.start < part.end for part in cut)
    )
    return replace(
        message,
        text=text,
        mentions=kept,
        wishes=read.wishes,
        firm=read.firm,
        chances=read.chances,
        summary=read.summary,
    )
