"""What a text leaves open and a message tells: the day, and the pay that was agreed on or is asked for."""

from datetime import date
from functools import cache

import prompts
from agent import wording
from agent.models import Amount
from agent.nlu.mentions import Message
from agent.nlu.pay import amounts, yearly
from agent.nlu.scheme import TIMES
from agent.nlu.values.dates import find_days, weekdays_in


def details(message: Message, today: date) -> dict[str, str]:
    """The `day`, `pay` and `aim` that a message tells, as they are written."""
    times = [each.text for each in message.of(*TIMES)]
    days = {
        day.first
        for text in times or [message.text]
        for day in find_days(text, today)
        if day.first == day.last and _is_a_day(text[day.start : day.end], alone=bool(times))
    }
    found = {
        "day": wording.month_day(days.pop()) if len(days) == 1 else None,
        "pay": _one(amounts(message, "payo")),
        "aim": _one(amounts(message, "payt")),
    }
    return {kind: words for kind, words in found.items() if words}


def bracket(kind: str, text: str) -> str | None:
    """The words in brackets that stand for it; None where the text has none, or several that may mean different ones."""
    found = [each for each in _brackets().get(kind, ()) if f"[{each}]" in text]
    alone = len(found) == 1 and text.count(f"[{found[0]}]") == 1
    return f"[{found[0]}]" if alone else None


@cache
def _brackets() -> dict[str, tuple[str, ...]]:
    return {kind: tuple(each) for kind, each in prompts.words("brackets").items()}


def _is_a_day(words: str, *, alone: bool) -> bool:
    """Whether words name one day by its name or its number, which `alone` is one where a time is told."""
    numbered = any(each.isdigit() for each in words) and (alone or len(words.split()) > 1)
    return numbered or bool(weekdays_in(words))


def _one(told: list[Amount]) -> str | None:
    """The one amount that was told, for the time that was told with it."""
    if len(told) != 1 or told[0].high is not None:
        return None
    if told[0].period is None:
        year = yearly(told[0], aim=True)
        return wording.money(year) if year else None
    return wording.money(told[0].low, f"{told[0].currency}/{told[0].period}", rate=True).replace(".00", "")
