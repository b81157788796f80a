"""The days of the week that words name: "mon thru fri", "Tuesdays and Thursdays", "weekends", "every day except Sunday"."""

import re

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WORKDAYS = frozenset(DAYS[:5])
WEEKEND = frozenset(DAYS[5:])
EVERY_DAY = frozenset(DAYS)

DAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?|s)?)"
_RUN = re.compile(
    rf"\b{DAY}\b(?:\s*(?:-|/|,|&|\band\b|\bto\b|\bthru\b|\bthrough\b|\btill?\b|\buntil\b|\bplus\b|,\s*and\b)\s*{DAY}\b|\s+{DAY}\b)*",
    re.IGNORECASE,
)
_RANGE = re.compile(r"^\w+\s*(?:-|to|thru|through|till?|until)\s*\w+$", re.IGNORECASE)
_WORKDAYS = re.compile(
    r"\b(?:week\s?days?|week\s?nights?|work\s?days?|working days?|m\s?-\s?f|(?<!i )(?<!we )work\s?nights?|school (?:nights|days)|before (?:work|school)|after (?:work|school)|lunch (?:break|hour)s?)\b",
    re.IGNORECASE,
)
_WEEKEND = re.compile(r"\bweekends?\b", re.IGNORECASE)
_EVERY_DAY = re.compile(
    r"(?:\b(?:daily|nightly)|(?:\b(?:a|per|each|every)\s+|/\s*)(?:single\s+)?(?:day|night|evening|morning|afternoon)s?|/\s*d)\b",
    re.IGNORECASE,
)
_BUT = re.compile(
    rf"\b(?:except|but not|not|apart from|other than|minus|besides)(?: for)?(?: on)?\s+(?:{DAY}|weekends?)\b",
    re.IGNORECASE,
)


def named_days(text: str) -> frozenset[str]:
    """The days that are named one by one, as a range or in a list."""
    found: set[str] = set()
    for run in _RUN.finditer(_BUT.sub(" ", text)):
        days = [DAYS.index(each[:3].lower()) for each in re.findall(DAY, run[0], re.IGNORECASE)]
        if len(days) == 2 and _RANGE.match(run[0]):
            first, last = days
            days = [each % 7 for each in range(first, last + 1 if first <= last else last + 8)]
        found |= {DAYS[each] for each in days}
    return frozenset(found)


def days_of(text: str) -> frozenset[str]:
    """All the days of the week that the words speak of; empty where they name none."""
    spoken = _BUT.sub(" ", text)
    if not (days := named_days(spoken)):
        days = WORKDAYS if _WORKDAYS.search(spoken) else frozenset()
    if not days:
        days = WEEKEND if _WEEKEND.search(spoken) else EVERY_DAY if _EVERY_DAY.search(spoken) else days
    left_out = _BUT.search(text)
    return days - (named_days(left_out[0][3:]) or WEEKEND) if left_out and days else days
