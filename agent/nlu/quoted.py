"""A posting within a message: what stands between its first demand and its last is the posting's, not the person's."""

from dataclasses import replace

from agent.nlu.mentions import Mention, Message
from agent.nlu.scheme import PLACES, ROLES, SKILLS, TIMES

_FEWEST = 4  # demands that make a posting of a message's part
_ASKED = frozenset((*ROLES, *PLACES, *SKILLS, "edu", "yrs", "payc", "payo", "payt", "total"))
_DROPPED = frozenset((*TIMES, "age", "noedu")) - _ASKED


def with_posting_apart(message: Message, *, whole: bool = False) -> Message:
    """The message with all within its posting as asked for; `whole` says that the text is nothing but a posting."""
    asked = message.of("asked")
    if not whole and (len(asked) < _FEWEST or not message.wants("posting")):
        return message
    first, last = (0, len(message.text)) if whole else (asked[0].start, asked[-1].end)
    return replace(
        message, mentions=tuple(found for each in message.mentions for found in _read(each, first, last))
    )


def _read(mention: Mention, first: int, last: int) -> list[Mention]:
    if mention.start < first or mention.end > last:
        return [mention]
    if mention.label in _DROPPED:
        return []
    return [replace(mention, label="asked") if mention.label in _ASKED else mention]
