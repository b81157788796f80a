"""Lengths of time: years behind ("since 2019", "over a decade") and weeks ahead ("in 18 months", "within a year")."""

import re
from datetime import date

from agent.nlu.values.numbers import NUMBER, find_quantities, parse_number, plain

WEEKS_A_YEAR = 52
LONGEST_WEEKS = 2600
# By a unit's first letters; a season, a summer or a school year counts as a year: each comes once in one.
_WEEKS_OF = {"d": 1 / 7, "w": 1.0, "f": 2.0, "m": 52 / 12, "q": 13.0, "y": 52.0}
_WEEKS_OF_LONG = {"semana": 1.0, "sem": 26.0, "term": 26.0, "dec": 520.0} | dict.fromkeys(
    ("a", "j", "school", "summer", "winter", "season"), 52.0
)
_UNIT = (
    r"(?P<unit>days?|d\b|weeks?|wks?|w\b|fortnights?|months?|mos?\b|mths?|quarters?|semesters?|terms?|school years?"
    r"|years?|yrs?|yr\b|y\b|yoe\b|decades?|seasons?|summers?|winters?|años?|anos?|jahren?|meses|mes\b|monaten?|semanas?)"
)
_LENGTH = re.compile(
    rf"(?P<count>{NUMBER})?(?:\s*(?:-|\u2013|to|or)\s*(?P<high>{NUMBER}))?\s*\+?\s*(?:solid|full|good|odd|more|plus|whole|long)?\s*-?\s*{_UNIT}"
    rf"(?P<half>\s+and\s+(?:a\s+)?half|\s*½)?",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:since|from|depuis|desde|seit)\b[^\d]*(?P<year>(?:19|20)\d\d|['\u2019]\d\d)\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?P<year>(?:19|20)\d\d)\b")
_AND_MORE = re.compile(rf"\band\s+(?P<months>{NUMBER})\s*(?:months?|mos?\b)", re.IGNORECASE)


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


def parse_weeks(text: str) -> int | None:
    """Weeks that a length of time has; of a range the longer end. None where no length is named."""
    best = [_weeks(match, high=True) for match in _LENGTH.finditer(text)]
    weeks = round(best[0]) if best else 0
    return weeks if 0 < weeks <= LONGEST_WEEKS else None


def _years_since(year: str, today: date) -> int | None:
    first = int(year) if year.isdigit() else 2000 + int(year[1:])
    if not year.isdigit() and first > today.year:
        first -= 100
    return today.year - first if first <= today.year else None


def _weeks(match: re.Match[str], *, high: bool) -> float:
    words = (match["high"] if high else None) or match["count"]
    count = parse_number(words) if words else 1.0
    unit = match["unit"].casefold()
    if match["half"]:
        count += 0.5
    weeks = next((weeks for name, weeks in _WEEKS_OF_LONG.items() if unit.startswith(name)), None)
    return count * (weeks or _WEEKS_OF[unit[0]])
