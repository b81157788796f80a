"""The hours of a job's week: "28 hours a week", "50 hrs/wk", "three 12-hour shifts a week", "10 hours of overtime a week"."""

import re
from typing import NamedTuple

from agent.nlu.values.numbers import NUMBER, parse_number, plain
from tools.evidence import Number

FULL_WEEK = 40
_FEWEST, _MOST = 5, 100
_UNIT = r"\s*-?\s*(?:(?:billable|billed|paid|working)\s+)?(?:h|hs|hrs?|hours?)"
_A_WEEK = (
    r"\s*(?:(?:a|per|each|every|in a|of a)\s+|/\s*)(?:week|wk|w)\b|\s*(?:weekly|wkly)\b|\s+most\s+weeks\b"
)
_FORMS = re.compile(
    rf"(?P<days>{NUMBER})\s*(?:x\s*)?(?P<each>\d{{1,2}}){_UNIT}s?\s+(?:shifts|days)(?:{_A_WEEK})?"
    rf"|(?P<over>{NUMBER}){_UNIT}\s+(?:of\s+)?(?:overtime|ot)(?:{_A_WEEK})"
    rf"|(?P<hours>{NUMBER})\+?{_UNIT}(?:{_A_WEEK})"
    rf"|(?P<weekly>{NUMBER})[\s-]hour\s+(?:work\s?)?week",
    re.IGNORECASE,
)

_PAID_FOR = re.compile(
    rf"\bfor\s+(?P<days>)(?P<over>)(?P<hours>{NUMBER}){_UNIT}\b(?P<weekly>)", re.IGNORECASE
)


# Hours without a word for the week; right beside pay they are those of one.
_BARE = re.compile(rf"(?P<days>)(?P<over>)(?P<hours>{NUMBER}){_UNIT}\b(?P<weekly>)", re.IGNORECASE)
_LEAST_BARE = 20  # fewer are as likely those of a day or a course


class WorkHours(NamedTuple):
    """Hours a week, and where the text tells them."""

    hours: Number
    start: int
    end: int


def find_work_hours(text: str, *, weekly: bool = False) -> list[WorkHours]:
    """All hours a week that a text names, in order; those of a plan are told like those of a job.

    `weekly` says that hours "for" which something is paid are those of a week.
    """
    matches = [*_FORMS.finditer(text), *(_PAID_FOR.finditer(text) if weekly else ())]
    found = ((_hours(match), match) for match in matches)
    return [WorkHours(plain(hours), *match.span()) for hours, match in found if _FEWEST <= hours <= _MOST]


def find_bare_hours(text: str) -> list[WorkHours]:
    """Hours without a word for the week ("60k, 45 hours"), as many as a job of some days a week has."""
    found = ((_hours(match), match) for match in _BARE.finditer(text))
    return [WorkHours(plain(hours), *match.span()) for hours, match in found if _LEAST_BARE <= hours <= _MOST]


def _hours(match: re.Match[str]) -> float:
    if match["days"]:
        return parse_number(match["days"]) * float(match["each"])
    if match["over"]:
        return FULL_WEEK + parse_number(match["over"])
    return parse_number(match["hours"] or match["weekly"])
