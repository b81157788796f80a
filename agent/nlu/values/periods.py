"""Times with other hours than usual, or none: "two weeks in March", "from easter I'm down to 3 hours", "mornings in June"."""

import re
from datetime import date, timedelta

from agent.nlu.values.dates import find_days, only_on, weekdays_in
from agent.nlu.values.durations import parse_weeks
from agent.nlu.values.hours import AT_WORK, is_weekly, parse_hours
from tools.roadmap.calendars import Period

_HOURS_A_WEEK = 168
_WEEK = 7  # days
_UNTIL = re.compile(r"\b(?:till?|until|up to)\s+(?:the\s+)?$", re.IGNORECASE)
_ONWARDS = re.compile(r"\b(?:from|since|after|starting)\b", re.IGNORECASE)


def periods_in(text: str, today: date) -> list[Period]:
    """The times without hours that words name, or with the hours told in them."""
    if not (days := find_days(text, today)):
        return []
    until = len(days) == 1 and _UNTIL.search(text[: days[0].start])
    first, last = today if until else max(today, days[0].first), days[-1].last
    rest = AT_WORK.sub("", text[: days[0].start] + text[days[-1].end :])
    # "Two weeks in March": so much of it, without hours; of "15 hours a week" the week is no length.
    weeks = None if is_weekly(rest) and parse_hours(rest) else parse_weeks(rest)
    if weeks and (whole := (last - first).days + 1) > 7 * weeks:
        last -= timedelta(days=round(whole - 7 * weeks))
    hours = 0.0 if weeks else float(parse_hours(rest) or 0)
    if (weekdays := weekdays_in(rest)) and not hours and (last - first).days >= _WEEK:
        return [Period(*run) for run in only_on(weekdays, first, last)]
    onwards = hours and _ONWARDS.search(text) and len(days) == 1
    return (
        [Period(first, None if onwards else last, hours)] if last >= first and hours <= _HOURS_A_WEEK else []
    )
