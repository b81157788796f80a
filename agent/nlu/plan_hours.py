"""Days and hours within a piece of a remark on a plan: which days it names, whose hours are whose."""

from collections.abc import Sequence
from datetime import date

from agent.nlu.pieces import ReadPiece
from agent.nlu.values.dates import Days, find_days, weekdays_in
from agent.nlu.values.hours import parse_hours
from agent.nlu.values.numbers import find_quantities

_PAIR = 2


def days_in(text: str, today: date) -> list[Days]:
    """The days that a text names, but for weekdays and for a bare "first", which is an order."""
    found = ((each, text[each.start : each.end]) for each in find_days(text, today))
    return [
        each for each, words in found if not weekdays_in(words) and words.split()[-1].casefold() != "first"
    ]


def tells_by_its_marks(piece: ReadPiece, today: date) -> bool:
    """Whether one mark holds a time with its hours, and another the hours of the rest ("4 hours in december and 8 after that")."""
    whole = [
        mark
        for mark in piece.marks
        if mark.label == "busy" and parse_hours(mark.text) and days_in(mark.text, today)
    ]
    return len(whole) == 1 and any(mark.label == "hrs" for mark in piece.marks)


def hours_after(piece: ReadPiece, days: Sequence[Days], usual: float | None) -> float | None:
    """What the usual hours turn into, where a piece tells both ("10 hours becomes 6 from January on")."""
    rest = piece.text
    for each in days:
        rest = rest[: each.start] + " " * (each.end - each.start) + rest[each.end :]
    told = [each.low for each in find_quantities(rest)]
    changed = len(told) >= _PAIR and told[0] == usual and parse_hours(rest) is not None
    return told[1] if changed and piece.kind == "hours" else None
