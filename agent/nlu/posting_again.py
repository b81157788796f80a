"""What the tagger marks in pieces of a message with a posting when it reads these by themselves: demands, what is the person's."""

import re
from collections.abc import Iterator

from agent.nlu.links import SURE
from agent.nlu.mentions import Mention, Message
from agent.nlu.posting_parts import parts_of
from agent.nlu.scheme import PLACES, ROLES, SKILLS, TIMES
from agent.nlu.tagger import default_tagger

_DEMANDED = ("asked", *(label for label in SKILLS if label != "asked"), "edu", "yrs")
_LESS_SURE = SURE / 2
_IN_A_WORD = re.compile(r"[\w'\u2019-]*")
_OWN = frozenset((*ROLES, *PLACES, *SKILLS))
_PARAGRAPH = "\n\n"


def demands_in_sentences(message: Message, first: int, last: int) -> Iterator[Mention]:
    """What is named in a sentence that asks when the tagger reads that by itself, beside what it marked in the whole."""
    for part in parts_of(message.text):
        if part.kind != "asked" or not part.by_itself or part.start >= last or part.end <= first:
            continue
        said = message.text[part.start : part.end]
        found = default_tagger().stretches(said, ("posting",), _DEMANDED, SURE)
        marked = any(part.start <= each.start < part.end for each in message.of("asked"))
        # A sentence that asks names something: where nothing else does, what is less sure.
        for span in (
            found
            if found or marked
            else default_tagger().stretches(said, ("posting",), _DEMANDED, _LESS_SURE)
        ):
            start, end = _whole_words(message.text, part.start + span.start, part.start + span.end)
            if _is_new(start, end, message):
                yield Mention("asked", message.text[start:end], start, end)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch with all of its last word ("e-filing")."""
    found = _IN_A_WORD.match(text, end)
    return start, found.end() if found else end


def told_beside(message: Message, first: int, last: int) -> Iterator[Mention]:
    """Times that the tagger marks in a paragraph beside the posting when it reads that by itself, where the person tells more there."""
    before, behind = message.text.rfind(_PARAGRAPH, 0, first), message.text.find(_PARAGRAPH, last)
    for start, stop in ((0, before), (behind, len(message.text) if behind >= 0 else -1)):
        if not any(each.label in _OWN and start <= each.start < stop for each in message.mentions):
            continue
        for span in default_tagger().read(message.text[start:stop], ()).spans:
            at, end = start + span.start, start + span.end
            if span.label in TIMES and span.confidence >= SURE and _is_new(at, end, message):
                yield Mention(span.label, message.text[at:end], at, end)


def _is_new(start: int, end: int, message: Message) -> bool:
    return not any(start < each.end and each.start < end for each in message.mentions)
