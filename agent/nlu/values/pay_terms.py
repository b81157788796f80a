"""When a sum is paid and for how long: "after 90 days", "28 on and 14 off", "a 10-week contract", "10 weeks, then it's over"."""

import re

from agent.models import Amount
from agent.nlu.values.numbers import NUMBER, parse_number
from agent.nlu.values.pay_periods import WEEKS_A_YEAR

_WEEK = 7
_MOST_WEEKS = 104  # work of longer is not spoken of as ending
_MONTHS_A_YEAR = 12
_LENGTH = rf"(?P<count>{NUMBER})[\s-]*(?P<unit>days?|weeks?|wks?|months?|mos?)\b"
_TIME = _LENGTH.replace("?P<count>", "?:").replace("?P<unit>", "?:")
_TRIAL = r"(?:(?:the|my|a|your|their|first)\s+)*(?:trial|probation(?:ary)?|training)(?:\s+(?:period|time))?"
_AFTER = rf"(?:after|following|past|once)\s+(?:(?:the|my)\s+)?(?:first\s+)?(?:{_TIME}|{_TRIAL})"
_LATER_BEHIND = re.compile(rf"^[\s,(]*(?:an?\s+hour\s+|per\s+hour\s+|/\s*hr?\s+)?{_AFTER}", re.IGNORECASE)
_LATER_BEFORE = re.compile(
    rf"\b{_AFTER}(?:\s+(?:of\s+)?{_TRIAL})?\W*(?:it['\u2019]?s|its|is|i\s+get|they\s+pay)?\s*\$?\s*$"
    r"|\b(?:going|goes|go|rising|rises|moves|moving|bumps?|jumps?)\s+(?:up\s+)?to\s*\$?\s*$",
    re.IGNORECASE,
)
# "28 on and 14 off", "14 days on, 14 off", "two weeks on two weeks off"
_TURNS = re.compile(
    rf"(?P<on>{NUMBER})\s*(?:days?|weeks?|wks?)?\s*(?:on|in)\b[\s,/&-]*(?:(?:and|then)\s+)?(?:on\s+board[\s,]*)?"
    rf"(?P<off>{NUMBER})\s*(?:days?|weeks?|wks?)?\s*(?:off|out)\b",
    re.IGNORECASE,
)
_DAYS_A_WEEK = re.compile(
    rf"(?P<days>{NUMBER})\s*(?:days|shifts)\s*(?:a|per|each|/)\s*(?:week|wk)\b", re.IGNORECASE
)
_FOR_A_TIME = r"(?:contract|temp(?:orary)?|season(?:al)?|assignment|gig|project|shutdown|turnaround)"
_ENDING = (
    re.compile(
        rf"{_LENGTH}[\s,]*(?:and\s+)?(?:then\s+)?(?:it['\u2019]?s|its|thats|that['\u2019]s|i['\u2019]?m|it)?\s*(?:over|it|done|out|ends?|finished)\b",
        re.IGNORECASE,
    ),
    re.compile(rf"{_LENGTH}\s+{_FOR_A_TIME}\b", re.IGNORECASE),
    re.compile(
        rf"\b{_FOR_A_TIME}(?:-to-\w+)?(?:\s+\w+){{0,3}}[\s,(]*(?:of|for|is)?\s*{_LENGTH}", re.IGNORECASE
    ),
)


def is_later(before: str, after: str) -> bool:
    """Whether the words around a sum say that it is paid only after a time ("24.75 after probation", "going to 21")."""
    return _LATER_BEHIND.search(after) is not None or _LATER_BEFORE.search(before) is not None


def days_a_week(text: str) -> float | None:
    """The days a week that work takes on average, where a text tells its turns or its days."""
    if turns := _TURNS.search(text):
        on, off = parse_number(turns["on"]), parse_number(turns["off"])
        return _WEEK * on / (on + off) if on > 0 and off > 0 else None
    found = _DAYS_A_WEEK.search(text)
    days = parse_number(found["days"]) if found else 0
    return days if 0 < days <= _WEEK else None


def weeks_it_lasts(text: str) -> float | None:
    """The weeks after which offered work ends, where a text tells them."""
    found = next((match for pattern in _ENDING if (match := pattern.search(text))), None)
    if found is None:
        return None
    count, unit = parse_number(found["count"]), found["unit"][:1].casefold()
    weeks = count * {"d": 1 / _WEEK, "w": 1.0}.get(unit, WEEKS_A_YEAR / _MONTHS_A_YEAR)
    return weeks if 1 <= weeks <= _MOST_WEEKS else None


def by_its_days(amount: Amount, text: str) -> Amount:
    """Pay by the day with the days a week that are paid."""
    days = days_a_week(text) if amount.period == "day" else None
    return amount if days is None else amount.model_copy(update={"days": days})
