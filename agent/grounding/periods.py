"""Dates, months, years and spans in running text, and whether one may stand for another."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from agent.wording import MONTHS
from prompts import words

_SHORT = [name[:3].casefold() for name in MONTHS]
_MONTH = rf"(?P<month>{'|'.join(f'{name[:3]}(?:{name[3:]})?' if name != 'May' else name for name in MONTHS)}|sept)\.?"
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_NO_UNIT = r"(?![\d%]|[.,]\d|\s?(?:k\b|%|percent|hours?\b|weeks?\b|jobs?\b|people\b|dollars?\b|usd\b|openings\b|postings\b|workers\b))"
_FORMS = (
    rf"\b{_YEAR}-(?P<number>0[1-9]|1[0-2])-(?P<day>\d{{2}})\b",
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?\b",
    rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+{_YEAR}|\b(?!\d))",
    rf"\b{_MONTH},?\s+(?:of\s+)?{_YEAR}\b",
    rf"\b{_YEAR}-(?P<number>0[1-9]|1[0-2])\b(?!\d)",
    rf"(?<![\d$€£.,]){_YEAR}\s*(?:-|\u2013|\u2014|to|through|until)\s*(?P<end>(?:19|20)\d{{2}}|\d{{2}})\b{_NO_UNIT}",
    rf"(?<![\d$€£.,\w]){_YEAR}{_NO_UNIT}(?!\w)",
)
RELATIVE = re.compile(
    r"\b(?:next|last|this|previous|coming) (?:year|month|decade|quarter)s?\b|\b(?:years?|months?|decades?) ago\b"
    r"|\bin the (?:near )?future\b|\b(?:today|currently|nowadays|soon|tomorrow)\b(?=[^.]{0,40}\bwill\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Period:
    """A day, month, year or span of years; `year` is null where a day is named without one."""

    start: int
    end: int
    year: int | None
    month: int | None = None
    day: int | None = None
    last_year: int | None = None

    @property
    def value(self) -> tuple[int | None, ...]:
        return self.year, self.month, self.day, self.last_year

    def may_be(self, other: "Period") -> bool:
        """True if this names `other` as exactly or less exactly: "2025" for May 2025, either end for a span."""
        if other.last_year is not None:
            if self.last_year is not None:
                return self.value == other.value
            return self.month is None and self.year in (other.year, other.last_year)
        alike = zip((self.year, self.month, self.day), (other.year, other.month, other.day), strict=True)
        return self.last_year is None and all(mine in (None, theirs) for mine, theirs in alike)

    def names(self, other: "Period") -> bool:
        """Like `may_be`, but enough to know `other` by: the first year of a span is not."""
        if other.last_year is not None and self.last_year is None:
            return self.month is None and self.year == other.last_year
        return self.year is not None and self.may_be(other)

    def is_day(self, day: date) -> bool:
        return self.day == day.day and self.month == day.month and self.year in (None, day.year)


# A figure's dates are read anew for every sentence that may speak of it.
@lru_cache(maxsize=2048)
def find_periods(text: str) -> tuple[Period, ...]:
    """All periods in order, the longer form first where two overlap; months also by their names in other languages."""
    found: list[Period] = []
    for form in _forms():
        for match in form.finditer(text):
            period = _period(match)
            if period and not any(period.start < held.end and held.start < period.end for held in found):
                found.append(period)
    return tuple(sorted(found, key=lambda period: period.start))


def _period(match: re.Match[str]) -> Period | None:
    parts = match.groupdict()
    year = int(parts["year"]) if parts.get("year") else None
    name, last = parts.get("month"), parts.get("end")
    # "may 10" and "10 may" without a year are the verb.
    if name and year is None and name[0].islower():
        return None
    month = int(parts["number"]) if parts.get("number") else _month_number(name) if name else None
    day = int(parts["day"]) if parts.get("day") else None
    last_year = (int(last) if len(last) == 4 else (year or 0) // 100 * 100 + int(last)) if last else None
    if last_year is not None and year is not None and last_year <= year:
        return None
    return Period(match.start(), match.end(), year, month, day, last_year)


@cache
def _forms() -> list[re.Pattern[str]]:
    names = "|".join(name for listed in words("languages")["months"].values() for name in listed.split())
    foreign = rf"\b(?P<month>{names})\s+(?:de\s+|del\s+)?{_YEAR}\b"
    return [re.compile(form, re.IGNORECASE) for form in (*_FORMS[:-2], foreign, *_FORMS[-2:])]


def _month_number(name: str) -> int:
    for listed in words("languages")["months"].values():
        if name.casefold() in listed.split():
            return int(listed.split().index(name.casefold())) + 1
    return _SHORT.index(name[:3].casefold()) + 1
