"""To whom a text goes: the one person's name in a message, by how it is written."""

import calendar
import re
from collections.abc import Sequence

from agent.nlu.annotate import annotate
from agent.nlu.mentions import Message
from tools.roadmap.skills import ordinary_words

_TITLE = r"(?:Dr|Mr|Mrs|Ms|Prof)\.?\s+"
# A capital within a sentence, or behind a title; words of capitals alone are abbreviations.
_NAME = re.compile(rf"(?<=[a-z,]\s)(?:{_TITLE})?[A-Z][a-z]+\b|\b{_TITLE}[A-Z][a-z]+\b")
_CALENDAR = frozenset(name for names in (calendar.month_name, calendar.day_name) for name in names if name)


def addressee(message: Message) -> str | None:
    """The name in a message where it names one person; None where it names none, or several."""
    taken = [(each.start, each.end) for each in message.mentions]
    taken += [(each.start, each.end) for each in annotate(message.text)]
    names = {match[0] for match in _NAME.finditer(message.text) if _is_name(match, taken)}
    return names.pop() if len(names) == 1 else None


def _is_name(match: re.Match[str], taken: Sequence[tuple[int, int]]) -> bool:
    """Whether the words name a person: behind a title they do, else where nothing else is known of them."""
    if " " in match[0]:
        return True
    known = match[0] in _CALENDAR or match[0].casefold() in ordinary_words()
    return not known and not any(start < match.end() and match.start() < end for start, end in taken)
