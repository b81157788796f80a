"""The person's time in a message: hours a week, until when, from when, and when not."""

import re
from datetime import date, timedelta

from agent.nlu.mentions import Message
from agent.nlu.values.dates import find_days, parse_deadline, parse_start
from agent.nlu.values.durations import parse_weeks
from agent.nlu.values.hours import parse_hours
from agent.nlu.values.numbers import find_quantities
from tools.roadmap.calendars import Period

WEEKS_A_YEAR = 52
_HOURS_A_DAY = 24


def hours_a_week(message: Message) -> int | float | None:
    """Study time; parts told in several spans add up, of two totals the later one counts."""
    spans = [mention.text for mention in message.of("hrs")]
    told = [hours for span in spans if (hours := parse_hours(span)) is not None]
    if len(told) < 2:
        return told[0] if told else None
    together = parse_hours(", ".join(spans))
    return together if together in (sum(told), told[-1]) else told[-1]


def horizon_weeks(message: Message, today: date) -> int | None:
    """Weeks until the goal is to be reached; a birthday counts from the age that was told."""
    for mention in message.of("hor"):
        day = parse_deadline(mention.text, today)
        if day is None:
            day = _birthday(mention.text, message, today)
        if day is not None and day > today:
            return max(1, round((day - today).days / 7))
    return None


def _birthday(text: str, message: Message, today: date) -> date | None:
    ages = [quantity.low for mention in message.of("age") for quantity in find_quantities(mention.text)]
    goal = [quantity.low for quantity in find_quantities(re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", text))]
    if not ages or not goal or not 0 < goal[0] - ages[0] <= 40:
        return None
    return today + timedelta(weeks=WEEKS_A_YEAR * (goal[0] - ages[0]))


def start_day(message: Message, today: date) -> date | None:
    """The day on which they begin to study."""
    days = [day for mention in message.of("start") if (day := parse_start(mention.text, today))]
    return days[0] if days else None


def busy_periods(message: Message, today: date) -> list[Period]:
    """Times without hours, or with other ones than usual."""
    found = []
    for mention in message.of("busy"):
        days = find_days(mention.text, today)
        if not days:
            continue
        first, last = max(today, days[0].first), days[-1].last
        rest = mention.text[: days[0].start] + mention.text[days[-1].end :]
        weeks = parse_weeks(rest)  # "two weeks in March": so much of it, without hours
        if weeks and (whole := (last - first).days + 1) > 7 * weeks:
            last -= timedelta(days=round(whole - 7 * weeks))
        hours = 0.0 if weeks else float(parse_hours(rest) or 0)
        onwards = hours and re.search(r"\b(?:from|since|after|starting)\b", mention.text, re.IGNORECASE)
        if last >= first and hours <= 7 * _HOURS_A_DAY:
            found.append(Period(first, None if onwards and days[0].first == days[-1].first else last, hours))
    return found


def hours_until_due(message: Message, today: date) -> float | None:
    """Hours from now until an interview or test: what a length tells, else the days until the day named."""
    for mention in message.of("due"):
        if day := parse_deadline(mention.text, today):
            weeks = parse_weeks(mention.text)
            if hours := re.search(r"(\d+)\s*(?:h|hrs?|hours?)\b", mention.text, re.IGNORECASE):
                return float(hours[1])
            return weeks * 7 * 24 if weeks else max((day - today).days, 1) * _HOURS_A_DAY
        if quantities := find_quantities(mention.text):
            unit = _HOURS_A_DAY if re.search(r"\bdays?\b", mention.text, re.IGNORECASE) else 1
            return quantities[0].low * unit
    return None
