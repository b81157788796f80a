"""Lengths of time: years behind ("since 2019", "over a decade") and weeks ahead ("in 18 months", "within a year")."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from agent.nlu.values.numbers import NUMBER, TENS, find_quantities, parse_number, plain

WEEKS_A_YEAR = 52
LONGEST_WEEKS = 2600
# By a unit's first letters; a season, a summer or a school year counts as a year: each comes once in one.
_WEEKS_OF = {"d": 1 / 7, "w": 1.0, "f": 2.0, "m": 52 / 12, "q": 13.0, "y": 52.0}
_WEEKS_OF_LONG = {"semana": 1.0, "sem": 26.0, "term": 26.0, "dec": 520.0} | dict.fromkeys(
    ("a", "j", "school", "summer", "winter", "season"), 52.0
)
_UNIT = (
    r"(?<![^\W\d_])(?P<unit>days?|d\b|weeks?(?!end|day|night)|wks?|w\b|fortnights?|months?|mos?\b|mths?|quarters?|semesters?|terms?|school years?"
    r"|years?|yrs?|yr\b|y\b|yoe\b|decades?|seasons?|summers?|winters?|años?|anos?|jahren?|meses|mes\b|monaten?|semanas?)"
)
# Few blanks, never given back: with many (a text blanked out) each way to share them out would be tried.
_GAP = r"\s{0,4}+"
_LENGTH = re.compile(
    rf"(?:(?P<count>{NUMBER})(?:{_GAP}(?:-|\u2013|to|or){_GAP}(?P<high>{NUMBER}))?)?{_GAP}\)?{_GAP}\+?{_GAP}(?:or\s++)?(?:solid|full|good|odd|more|plus|whole|long)?{_GAP}-?{_GAP}{_UNIT}"
    rf"(?P<half>\s++and\s++(?:a\s++)?half|{_GAP}½)?",
    re.IGNORECASE,
)
# A length counted to its last part: "by week 10" is ten weeks.
_COUNTED = re.compile(
    rf"\b(?P<unit>week|wk|month)\s+(?:no\.?\s*|#\s*)?(?P<count>{NUMBER})\b(?!\s*(?:{_UNIT.replace('?P<unit>', '?:')}|hours?|hrs?|h\b|of\b))",
    re.IGNORECASE,
)
# How much sooner something was done than it was to be; what the person says of it is no time that was lost.
_SOONER = re.compile(
    rf"{_LENGTH.pattern}\s+(?:early|earlier|ahead|sooner|before\s+time)\b(?:\s+(?:of|than)\s+\w+)?"
    rf"|(?:\b(?:in|took(?:\s+me)?|within)\s+)?(?P<took>{NUMBER})(?:\s+{_UNIT.replace('unit', 'one')})?"
    rf"\s+(?:instead\s+of|rather\s+than)\s+(?P<planned>{NUMBER})(?:\s+{_UNIT.replace('unit', 'other')})?",
    re.IGNORECASE,
)
# Weeks of a plan that are behind: "the first two weeks", "week 3", "weeks 1 and 2", "two weeks in"; none that something took.
_TOOK = r"(?<!\bin\s)(?<!\bfor\s)(?<!\bof\s)(?<!\bwithin\s)(?<!\bafter\s)(?<!\btook\s)(?<!\btook\sme\s)(?<!\bevery\s)(?<!\blast\s)(?<!\bby\s)(?<!\buntil\s)"
_WEEK = r"(?:weeks?|wks?)"
_BEHIND = re.compile(
    rf"(?:\bfirst\s+(?:(?P<first>{NUMBER})\s+)?{_WEEK}\b"
    rf"|{_TOOK}\b{_WEEK}\s*\#?(?P<week>{NUMBER})\b(?:\s*(?:,|-|\u2013|and|to|through|&|\+|n)\s*(?P<last>{NUMBER})\b)?"
    rf"|{_TOOK}\b(?P<count>{NUMBER})\s+(?:full\s+|whole\s+)?{_WEEK}\b(?P<elapsed>\s+in(?=\s*(?:[,.;:!]|$|and\b|n\b|&|now\b|so\b|but\b|already\b)))?)"
    r"(?:\s+of\s+(?:the\s+|my\s+|this\s+)?plan\b)?",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:since|from|depuis|desde|seit)\b[^\d]*(?P<year>(?:19|20)\d\d|['\u2019]\d\d)\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?P<year>(?:19|20)\d\d)\b")
# How old somebody is or was is no length of time: "since i was 18", "58 years old", "turned 40", "im 46".
_OLD = rf"(?:\d{{1,2}}(?!\d)|(?:{'|'.join(TENS)})(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?|\w+teen)\b"
_AGE = re.compile(
    rf"\b(?:was|were|age|aged|turn(?:ed|ing)?|i am|i['\u2019]?m|s?he['\u2019]s)\s+(?:like\s+|about\s+|only\s+)?{_OLD}"
    rf"(?!\s*\+?\s*-?\s*{_UNIT.replace('(?P<unit>', '(?:')})"
    rf"|{_OLD}\s*-?\s*(?:years?|yrs?)\s*-?\s*old\b|\b\d{{1,2}}\s?y\W?o\b",
    re.IGNORECASE,
)
_EACH = re.compile(r"\b(?:every|each|per|other)\s*$", re.IGNORECASE)
_AND_MORE = re.compile(rf"\band\s+(?P<months>{NUMBER})\s*(?:months?|mos?\b)", re.IGNORECASE)


class Length(NamedTuple):
    """Weeks that a length of time has, told at `start` to `end` in the text."""

    weeks: int
    start: int
    end: int


def without_ages(text: str) -> str:
    """The text, as long as before, with blanks for how old somebody is or was."""
    return _AGE.sub(lambda found: " " * len(found[0]), text)


def parse_years(text: str, today: date) -> int | float | None:
    """Years that a span tells of; a bare number counts years. None where it names none."""
    if match := _SINCE.search(text):
        return _years_since(match["year"], today)
    if re.search(r"\bsince\s+(?:the\s+)?(?:pandemic|covid)\b", text, re.IGNORECASE):
        return _years_since("2020", today)
    if match := _LENGTH.search(text):
        weeks = _weeks(match, high=False)
        more = _AND_MORE.search(text, match.end())
        years = (weeks + (parse_number(more["months"]) * 52 / 12 if more else 0)) / WEEKS_A_YEAR
        return plain(years) if years <= 80 else None
    if match := _YEAR.search(text):
        return _years_since(match["year"], today)
    numbers = find_quantities(text)
    return plain(numbers[0].low) if numbers and numbers[0].low <= 80 else None


def parse_weeks(text: str, *, counted: bool = False) -> int | None:
    """Weeks that a length of time has; of a range the longer end. None where no length is named.

    `counted` wants one that says how many: "month end" is no month.
    """
    found = (match for match in _LENGTH.finditer(text) if match["count"] or not counted)
    weeks = round(next((_weeks(match, high=True) for match in found), 0.0))
    return weeks if 0 < weeks <= LONGEST_WEEKS else None


def counted_weeks(text: str) -> int | None:
    """Weeks until the part named by its number, as a deadline counts them: "by week 10" is ten."""
    counted = _COUNTED.search(text)
    weeks = round(parse_number(counted["count"]) * _weeks_of(counted["unit"])) if counted else 0
    return weeks if 0 < weeks <= LONGEST_WEEKS else None


def lengths_in(text: str) -> Iterator[Length]:
    """The weeks and months that a text counts, in order; what is told for each of them ("every two weeks") is no length."""
    for match in _LENGTH.finditer(text):
        counted = (
            match["count"] and match["unit"][0].casefold() in "wm" and not _EACH.search(text[: match.start()])
        )
        if counted and match["count"].casefold() not in ("a", "an", "one"):
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            yield Length(round(_weeks(match, high=True)), start, match.end())


def find_sooner(text: str) -> tuple[float, int, int] | None:
    """Weeks by which something was done sooner (below 0: later) than it was to be, and where that is told."""
    match = _SOONER.search(text)
    if match is None:
        return None
    if match["took"] is None:
        return _weeks(match, high=False), *match.span()
    unit = match["one"] or match["other"]
    if unit is None:
        return None
    one = _weeks_of(match["one"] or unit)
    other = _weeks_of(match["other"] or unit)
    weeks = parse_number(match["planned"]) * other - parse_number(match["took"]) * one
    return weeks, *match.span()


class WeeksBehind(NamedTuple):
    """Words that count weeks of a plan from its first; `elapsed` says of itself that they are over ("two weeks in")."""

    weeks: int
    start: int
    end: int
    elapsed: bool


def weeks_behind(text: str) -> WeeksBehind | None:
    """How many weeks of a plan words count, whatever is said of them; None where they count none."""
    match = _BEHIND.search(text)
    if match is None:
        return None
    told = match["last"] or match["week"] or match["count"] or match["first"] or "1"
    weeks = int(parse_number(told))
    return WeeksBehind(weeks, *match.span(), bool(match["elapsed"])) if 0 < weeks <= LONGEST_WEEKS else None


def _weeks_of(unit: str) -> float:
    named = unit.casefold()
    long = next((weeks for name, weeks in _WEEKS_OF_LONG.items() if named.startswith(name)), None)
    return long or _WEEKS_OF[named[0]]


def _years_since(year: str, today: date) -> int | None:
    first = int(year) if year.isdigit() else 2000 + int(year[1:])
    if not year.isdigit() and first > today.year:
        first -= 100
    return today.year - first if first <= today.year else None


def _weeks(match: re.Match[str], *, high: bool) -> float:
    words = (match["high"] if high else None) or match["count"]
    count = parse_number(words) if words else 1.0
    if match["half"]:
        count += 0.5
    return count * _weeks_of(match["unit"])
