"""On how many days of a week somebody studies, and how long at a time: neither says how many hours of a week there are."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from agent.nlu.values.dates import weekdays_in
from agent.nlu.values.hours import is_weekly, parse_hours
from agent.nlu.values.numbers import NUMBER, parse_number

_DAYS_A_WEEK = 7
_LISTED = 2  # words of one of several days in a row
_WORKDAYS = frozenset(range(5))
_LENGTH = rf"(?:half\s+(?:an?\s+)?(?:hour|hr)s?|an?\s+hour(?:\s+and\s+a\s+half)?|(?:{NUMBER})\s*-?\s*(?:minutes?|mins?|min|m|hours?|hrs?|h))\b"
_AT_ONCE = (
    r"(?:at\s+(?:a|one|any\s+one)\s+(?:time|stretch|go)|at\s+once|in\s+one\s+(?:go|sitting|stretch)|in\s+a\s+row|(?:per|a|each)\s+sitting"
    r"|(?:chunks?|pieces?|sittings?|blocks?|bits?)\b)"
)
# "20 minutes at a time", "can't sit more than half an hour": a length beside words for one sitting.
_SITTING = re.compile(
    rf"(?:\b(?:sit|focus|concentrate|stand\s+it|pay\s+attention)\b[^.;!?\d]{{0,24}}?)(?P<length>{_LENGTH})(?:\s+{_AT_ONCE})?"
    rf"|(?P<before>{_LENGTH})\s+(?:[a-z]+\s+)?{_AT_ONCE}",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"\b(?P<count>{NUMBER})\s+(?:days?|nights?|evenings?|mornings?)\s+(?:in\s+the|in\s+a|a|per|of\s+the|each|every)\s+week\b",
    re.IGNORECASE,
)
_WEEKDAYS = re.compile(r"\bweek(?:day|night)s?\b", re.IGNORECASE)
# Only days that are named ("Tuesdays only"), or all but them ("nothing on weekends").
_ONLY = re.compile(r"\b(?:only|just|solely)\b", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:any|every|all)\b[^.;]{0,20}?\bbut\b|\b(?:is|are|r)\s+out\b|\b(?:no|not|never|nothing|none|without|except|cannot)\b|n['\u2019]?t\b",
    re.IGNORECASE,
)
_HOURS = re.compile(rf"(?:{NUMBER}|\ban)\s*-?\s*(?:hours?|hrs?|h)\b", re.IGNORECASE)
_PART = re.compile(r"[^.;!?\n,]+")


class Sitting(NamedTuple):
    """How many hours somebody studies at a time, and where the words for it stand."""

    hours: float
    start: int
    end: int


def find_sitting(text: str) -> Sitting | None:
    """The length of a sitting that words tell; None where the hours beside them are those of a week."""
    match = _SITTING.search(text)
    if match is None or is_weekly(text[match.start() : match.end() + len(" a week")]):
        return None
    hours = parse_hours(match["length"] or match["before"])
    return Sitting(float(hours), *match.span()) if hours and hours < _DAYS_A_WEEK else None


class StudyDays(NamedTuple):
    """On how many days of every week there is time, and where the words for it stand."""

    days: int
    spans: list[tuple[int, int]]


def find_study_days(
    text: str, free: Sequence[tuple[int, int]] = (), busy: Sequence[tuple[int, int]] = ()
) -> StudyDays | None:
    """The days of a week that are left by what is said of weekdays; None where that tells of none, or of hours on them.

    Days of which nothing is said count where they stand within words for a time that is `free` or `busy`.
    """
    left, spans, counted = {*range(_DAYS_A_WEEK)}, list[tuple[int, int]](), _DAYS_A_WEEK
    for start, said in _parts(text):
        if _HOURS.search(said):
            continue
        if match := _COUNTED.search(said):
            counted = min(counted, int(parse_number(match["count"])))
        named = {*weekdays_in(said)} | (_WORKDAYS if _WEEKDAYS.search(said) else set())
        span = (start, start + len(said))
        only, out = bool(_ONLY.search(said)), bool(_NOT.search(said))
        if not (only or out):
            only, out = _within(span, free), _within(span, busy)
        named = named if only or out else set()
        left = left & named if named and only else left - named
        spans += [span] if named or match else []
    days = min(len(left), counted)
    return StudyDays(days, spans) if 0 < days < _DAYS_A_WEEK else None


def _within(span: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Parts of sentences with where they begin: one that says nothing of its days goes on to the next ("Mondays, Fridays are out")."""
    begin = None
    for match in _PART.finditer(text):
        begin = match.start() if begin is None else begin
        said = text[begin : match.end()]
        goes_on = text[match.end() : match.end() + 1] == "," and not (_ONLY.search(said) or _NOT.search(said))
        if not (goes_on and weekdays_in(said) and len(said.split()) <= _LISTED):
            yield begin, said
            begin = None
