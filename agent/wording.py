"""How figures, dates and lists read in English: one form for replies, plans and exports."""

import math
import re
import textwrap
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from tools.evidence import Number

MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905 - twelve names read better in a row
)
_RATES = {"year": "a year", "hour": "an hour", "month": "a month", "week": "a week", "day": "a day"}
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])$")
_QUARTERS = ("first", "second", "third", "fourth")
_SOUNDS_LIKE_YOU = re.compile(r"(?:uni(?!n|m)|us[aeiu]|uti|eu|one\b|once)", re.IGNORECASE)
_SHORT = {"machine[- ]learning": "ML", "artificial[- ]intelligence": "AI"}
_SPAN = re.compile(r"(\d{4})-(?:(\d{2})(\d{2})|(\d{2}))$")


def number(value: Number) -> str:
    """1654440 -> "1,654,440"; 12.50 -> "12.5"; whole numbers carry no point."""
    rounded = round(float(value), 2)
    return f"{rounded:,.0f}" if rounded == int(rounded) else f"{rounded:,.2f}".rstrip("0")


def money(value: Number, unit: str = "USD/year", *, rate: bool = False) -> str:
    """Write "$135,980", or with `rate` "$135,980 a year"; cents are kept where pay is by the hour.

    Another currency is written as its code: "EUR 60,000".
    """
    currency, _, time = unit.partition("/")
    cents = time == "hour" or float(value) != int(value)
    amount = f"{abs(value):,.2f}" if cents else f"{abs(value):,.0f}"
    sign = "-" if value < 0 else ""
    written = f"{sign}${amount}" if currency == "USD" else f"{currency} {sign}{amount}"
    return written + (f" {_RATES.get(time, '')}".rstrip() if rate else "")


def rate(unit: str) -> str:
    """The time a sum of money is for: "a year", "an hour"."""
    return _RATES.get(unit.partition("/")[2], "")


def quantity(value: Number, unit: str) -> str:
    """A figure's value with its unit, as a person says it."""
    what, _, time = unit.partition("/")
    if time in _RATES and not what.isupper():
        return f"{number(value)} {what} {_RATES[time]}"
    if time in _RATES or unit == "USD":
        return money(value, unit, rate=True)
    if unit == "%":
        return f"{number(value)}%"
    if unit in ("index", "ratio"):
        return number(value)
    return f"{number(value)} {unit}"


def whole(value: Number) -> int:
    """A number rounded to a whole one, a half up."""
    return math.floor(float(value) + 0.5)


def hours(value: Number) -> str:
    return f"{number(value)} {'hour' if value == 1 else 'hours'}"


def weeks(value: int) -> str:
    return f"{value} {'week' if value == 1 else 'weeks'}"


def years(value: Number) -> str:
    return f"{number(value)} {'year' if value == 1 else 'years'}"


def period(text: str | None) -> str:
    """Say "2025-05" as "May 2025", "2025-35" as "2025 to 2035", "2024-07-05" as "5 July 2024"; else as it stands."""
    if not text:
        return ""
    if "/" in text:
        return " to ".join(period(part.strip()) for part in text.split("/", 1))
    if quarter := _QUARTER.match(text):
        return f"{_QUARTERS[int(quarter[2]) - 1]} quarter of {quarter[1]}"
    span = _SPAN.match(text)
    if span and (span[2] or int(span[4]) > 12):
        return f"{span[1]} to {span[2] or span[1][:2]}{span[3] or span[4]}"
    return _day_or_month(text)


def _day_or_month(text: str) -> str:
    iso = _ISO.match(text)
    if not iso:
        return text
    year, month, day = iso.groups()
    if not month or not 1 <= int(month) <= 12:
        return year if not month else text
    named = f"{MONTHS[int(month) - 1]} {year}"
    return f"{int(day)} {named}" if day else named


def spoken_date(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def month_day(day: date) -> str:
    """A day as it stands in a letter: "December 20"."""
    return f"{MONTHS[day.month - 1]} {day.day}"


def moment(at: str) -> str:
    """Say "28 November 2026, 10:06 UTC" for a time in ISO 8601; nothing for what is none."""
    time = utc(at)
    return f"{spoken_date(time.date())}, {time:%H:%M} UTC" if time else ""


def utc(at: str) -> datetime | None:
    """A time in ISO 8601; None for what is none."""
    try:
        return datetime.fromisoformat(at).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def on_moment(at: str) -> str:
    """The same as it follows a name: " on 28 November 2026, 10:06 UTC"."""
    said = moment(at)
    return f" on {said}" if said else ""


def title(text: str, most: int) -> str:
    """A line of at most `most` characters for `text`, cut at a word where there is one to cut at."""
    line = " ".join(text.split())
    short = textwrap.shorten(line, most, placeholder="...")
    return line[:most] if short == "..." else short


def date_span(first: date, last: date) -> str:
    """Two dates with the year said once where it is the same."""
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} to {spoken_date(last)}"
    return f"{spoken_date(first)} to {spoken_date(last)}"


def week_start(today: date, week: int) -> date:
    """First day of a plan's week; week 1 begins today."""
    return today + timedelta(days=7 * (week - 1))


def week_end(today: date, week: int) -> date:
    """Last day of a plan's week."""
    return today + timedelta(days=7 * week - 1)


def listing(items: Sequence[str], last: str = "and") -> str:
    """Join as "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def article(name: str) -> str:
    """Say "an AI engineer", "a nurse", "a UX designer": by the beginning's sound, capitals read letter by letter."""
    first = name.split(maxsplit=1)[0] if name.split() else name
    spelled = first[:2].isupper() and len(first) > 1
    if spelled:
        vowel = first[0].casefold() in "aefhilmnorsx"
    else:
        vowel = first[:1].casefold() in "aeiou" and not _SOUNDS_LIKE_YOU.match(first)
    return f"{'an' if vowel else 'a'} {name}"


def in_short(role: str) -> str:
    """A role with the usual short forms of its field: "machine learning engineer" as "ML engineer"."""
    for long, short in _SHORT.items():
        role = re.sub(rf"\b{long}\b", short, role, flags=re.IGNORECASE)
    return role


def cite(*ids: str) -> str:
    """Write "[E1]" or "[E1, E4]"; nothing for no ids."""
    known = list(dict.fromkeys(name for name in ids if name))
    return f"[{', '.join(known)}]" if known else ""


def place(name: str | None) -> str:
    """A place as it stands in a sentence."""
    if name and name.startswith("World"):
        return f"the whole {name[0].lower()}{name[1:]}"
    return "the United States" if name in (None, "United States", "U.S.") else name


def in_place(name: str | None) -> str:
    return f"in {place(name)}" if name else ""


def subject(text: str) -> str:
    """Say "Software Developers (15-1252)" as "software developers"; abbreviations keep their capitals."""
    bare = re.sub(r"\s*\(\d{2}-\d{4}(?:\.\d+)?\)", "", text).strip()
    return " ".join(word.lower() if _is_plain(word) else word for word in bare.split(" "))


def sentence(text: str) -> str:
    """With a capital at its beginning and a full stop at its end."""
    text = text.strip()
    if not text:
        return ""
    text = text[0].upper() + text[1:]
    return text if text[-1] in ".!?:" else text + "."


def inline(text: str) -> str:
    """Foreign text on one line, its own markdown and citations made harmless."""
    text = re.sub(r"\s+", " ", re.sub(r"^\s*(?:[-*•#>]+|\d+[.)])\s+", "", text.strip()))
    text = re.sub(r"\*\*|__|`", "", text)
    return re.sub(r"\[(E\d+)\]", r"(\1)", text)


def _is_plain(word: str) -> bool:
    """A capitalised ordinary word, hyphens allowed; "IT" and "R" are names."""
    return re.fullmatch(r"\W*[A-Z][a-z]+(?:[-/'][A-Z]?[a-z]+)*\W*", word) is not None
