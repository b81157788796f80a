"""The week that an amount is paid for: hours told beside pay are those of the job, and no time to study."""

import re

from agent.nlu.mentions import Mention, Message
from agent.nlu.values.money import TAX_FORM
from agent.nlu.values.numbers import plain
from agent.nlu.values.work_hours import WorkHours, find_bare_hours, find_work_hours
from tools.evidence import Number

_BASES = ("payc", "payo", "payt", "total")
_CLOSE = 30  # characters between pay and hours without a word for the week
_SENTENCE_ENDS = re.compile(r"[.!?;]\s|\n")


def hours_of(message: Message, mention: Mention, *, weekly: bool = False) -> Number | None:
    """The hours of the week that an amount is for: told in its sentence, nearer to no other amount, and no time to study.

    Beside `weekly` pay the hours need no word for the week ("$1,150 a week for 30 hours").
    """
    studies, sums = message.of("hrs"), message.of(*_BASES)
    others = [
        each
        for each in sums
        if (each.end <= mention.start or mention.end <= each.start) and not TAX_FORM.fullmatch(each.text)
    ]
    text = message.text
    joined = [week for week in find_bare_hours(text) if _gap(week, mention) <= _CLOSE]
    for week in [*find_work_hours(text, weekly=weekly), *joined]:
        taken = any(week.start < each.end and each.start < week.end for each in studies)
        nearer = any(_gap(week, each) < _gap(week, mention) for each in others)
        if not (taken or nearer or _ends_between(text, week, mention)):
            return plain(float(week.hours))
    return None


def _gap(week: WorkHours, mention: Mention) -> int:
    return max(week.start - mention.end, mention.start - week.end, 0)


def _ends_between(text: str, week: WorkHours, mention: Mention) -> bool:
    first, last = min(week.end, mention.end), max(week.start, mention.start)
    return _SENTENCE_ENDS.search(text[first:last]) is not None
