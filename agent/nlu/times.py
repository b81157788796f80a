"""What a time is to a plan: how long there is, when the study begins, a time without hours, or nothing.

The reader knows a time by its words; by its clause a head of `kinds.py` knows what it is of. "The program starts in 12 weeks"
tells how long there is until then, and "since March I'm payroll lead" no time away.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from agent.nlu.clauses import clauses
from agent.nlu.kinds import OTHER, likeliest_of, nameless_vector, read_kind
from agent.nlu.mentions import Mention, Message, given_up
from agent.nlu.tagger import default_tagger
from agent.nlu.values.dates import is_beginning, parse_deadline
from agent.nlu.values.durations import WEEKS_A_YEAR, Length, lengths_in
from agent.nlu.values.hours import parse_hours
from agent.nlu.values.numbers import find_quantities

# A month or a season, as it may be no time at all ("he may remember").
_MONTH = re.compile(
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|april?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|spring|summer|fall|autumn|winter)\b",
    re.IGNORECASE,
)
_BEGINNINGS = frozenset({"begins", "until"})
_OF_TIME_OFF = frozenset({"away", "until", OTHER})
_MARKS = ",.;:!?\n"
_LEAST_WEEKS = 2  # one is a rate: "6 hours in a week"


def names_a_time(text: str) -> bool:
    """Whether words tell a month or count weeks or months."""
    return _MONTH.search(text) is not None or any(lengths_in(text))


_SURELY = 0.75


def is_no_time_off(text: str) -> bool:
    """Whether a time in what was read as time off is surely none: the close of a plant, a date since which something is so."""
    read = likeliest_of("time", _vector(text), _OF_TIME_OFF)
    return read.label != "away" and read.confidence >= _SURELY


def with_times(message: Message) -> Message:
    """The message with each time as what its clause says it is; with the weeks of a plan that no mention holds."""
    read = tuple(kept for each in message.mentions if (kept := _as_meant(each, message)))
    message = replace(message, mentions=read) if read != message.mentions else message
    if not message.wants("plan", "feedback") or any(
        not is_beginning(each.text) for each in message.of("hor")
    ):
        return message
    return _with_lengths(message)


def horizon_weeks(message: Message, today: date) -> int | None:
    """Weeks until the goal is to be reached; a birthday counts from the age that was told."""
    told = sorted(
        message.of("hor"), key=lambda each: not any(lengths_in(each.text))
    )  # weeks rather than a day
    for mention in told:
        if is_beginning(mention.text) or given_up(message, mention):
            continue
        day = parse_deadline(mention.text, today) or _birthday(mention.text, message, today)
        if day is not None and day > today:
            return max(1, round((day - today).days / 7))
    return None


def _birthday(text: str, message: Message, today: date) -> date | None:
    ages = [quantity.low for mention in message.of("age") for quantity in find_quantities(mention.text)]
    goal = [quantity.low for quantity in find_quantities(re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", text))]
    if not ages or not goal or not 0 < goal[0] - ages[0] <= 40:
        return None
    return today + timedelta(weeks=WEEKS_A_YEAR * (goal[0] - ages[0]))


def _as_meant(mention: Mention, message: Message) -> Mention | None:
    if mention.label not in ("start", "busy"):
        return mention
    starts = mention.label == "start"
    said = _part(mention, message) if starts else _clause(mention, message)
    kind = likeliest_of("time", _vector(said), _BEGINNINGS if starts else _OF_TIME_OFF).label
    if kind == "until":
        return replace(mention, label="hor")
    return None if kind == OTHER and not parse_hours(mention.text) else mention


def _with_lengths(message: Message) -> Message:
    read = [*message.mentions]
    for length in lengths_in(message.text):
        told = Mention("hor", message.text[length.start : length.end], length.start, length.end)
        over = [each for each in read if each.start < told.end and told.start < each.end]
        if length.weeks < _LEAST_WEEKS or any(each.label != "hrs" for each in over):
            continue
        if read_kind("time", _vector(_part(told, message))) != "until":
            continue
        for each in over:
            read[read.index(each) : read.index(each) + 1] = _cut(each, length)
        read.append(told)
    return replace(message, mentions=tuple(sorted(read, key=lambda each: each.start)))


def _cut(mention: Mention, length: Length) -> Iterator[Mention]:
    """What is left of hours around a length of time told with them ("8 hours a week for 20 weeks")."""
    for start, end in ((mention.start, length.start), (length.end, mention.end)):
        words = mention.text[max(start - mention.start, 0) : max(end - mention.start, 0)]
        if parse_hours(words) is not None:
            yield replace(mention, text=words, start=start, end=end)


def _clause(mention: Mention, message: Message) -> str:
    return next(
        (each.text for each in clauses(message.text) if each.start <= mention.start < each.end), message.text
    )


def _part(mention: Mention, message: Message) -> str:
    """What stands around it between two commas: beside much else a short "30 weeks" or "starts in 10 weeks" is not heard."""
    start = max(message.text.rfind(mark, 0, mention.start) for mark in _MARKS) + 1
    end = min((at for mark in _MARKS if (at := message.text.find(mark, mention.end)) >= 0), default=None)
    part = message.text[start:end].strip()
    clause = _clause(mention, message)
    return part if len(part) < len(clause) else clause


def _vector(clause: str) -> NDArray[np.float32]:
    return nameless_vector(default_tagger().summaries([clause])[0], clause)
