"""The week that an amount is paid for: hours told beside pay are those of the job, and no time to study."""

import re
from collections.abc import Sequence

from agent.nlu.mentions import Mention, Message
from agent.nlu.scheme import AMOUNTS
from agent.nlu.values.money import TAX_FORM, parse_amount
from agent.nlu.values.numbers import plain
from agent.nlu.values.work_hours import WorkHours, find_bare_hours, find_work_hours
from tools.evidence import Number

_BASES = ("payc", "payo", "payt", "total")
_A_JOB = 30  # hours a week that beside pay are those of the job: who is paid seldom studies so long
_CLOSE = 30  # characters between pay and hours without a word for the week
_SENTENCE_ENDS = re.compile(r"[.!?;]\s|\n")
# What may stand between pay and its hours ("$35/hr for 28 hours a week", "28 hours a week at $35").
_JOINT = re.compile(
    r"[\s,(@x/\u2013-]*(?:(?:for|at|with|but|only|just|about|around|paid|paying|pays|working|salary|salaried|straight|plus|and|usually|mostly|i|do|work|it['\u2019]s|it|is|of)\b[\s,(]*){0,4}\$?",
    re.IGNORECASE,
)


def without_hours_of_work(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions without the time to study that is the week of an amount: right beside it, or as long as a job's."""
    sums = [each for each in mentions if each.label in AMOUNTS]
    weeks = find_work_hours(text) if sums else []
    joined = [
        week
        for week in weeks
        if any(_is_joined(text, week, each) for each in sums)
        or (week.hours >= _A_JOB and any(not _ends_between(text, week, each) for each in sums))
    ]
    return tuple(
        each
        for each in mentions
        if each.label != "hrs" or not any(week.start < each.end and each.start < week.end for week in joined)
    )


def hours_of(message: Message, mention: Mention, *, weekly: bool = False) -> Number | None:
    """The hours of the week that an amount is for: told in its sentence, nearer to no other amount, and no time to study.

    Beside `weekly` pay the hours need no word for the week ("$1,150 a week for 30 hours").
    """
    studies, sums = message.of("hrs"), message.of(*_BASES)
    others = [
        each
        for each in sums
        if (each.end <= mention.start or mention.end <= each.start)
        and not TAX_FORM.fullmatch(each.text)
        and parse_amount(each.text)
    ]
    text = message.text
    joined = [week for week in find_bare_hours(text) if _gap(week, mention) <= _CLOSE]
    for week in [*find_work_hours(text, weekly=weekly), *joined]:
        taken = any(week.start < each.end and each.start < week.end for each in (*studies, mention))
        nearer = any(_gap(week, each) < _gap(week, mention) for each in others)
        if not (taken or nearer or _ends_between(text, week, mention)):
            return plain(float(week.hours))
    return None


def _gap(week: WorkHours, mention: Mention) -> int:
    return max(week.start - mention.end, mention.start - week.end, 0)


def _ends_between(text: str, week: WorkHours, mention: Mention) -> bool:
    first, last = min(week.end, mention.end), max(week.start, mention.start)
    return _SENTENCE_ENDS.search(text[first:last]) is not None


def _is_joined(text: str, week: WorkHours, mention: Mention) -> bool:
    first, last = min(week.end, mention.end), max(week.start, mention.start)
    return first <= last and _JOINT.fullmatch(text[first:last]) is not None
