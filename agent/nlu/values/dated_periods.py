"""Periods that figures are of, in the languages that are known: "May 2025", "mayo de 2025", "2025-35", "the 3rd of January"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from agent.wording import MONTHS
from prompts import words

_YEAR = r"(?P<year>(?:19|20)\d{2})"
_NO_UNIT = (
    r"(?![\d%]|[.,]\d|\s?(?:k\b|%|percent|hours?\b|weeks?\b|jobs?\b|people\b|dollars?\b|usd\b|openings\b"
    r"|postings\b|workers\b))"
)
_DAY_FIRST = r"(?P<day>\d{1,2})\.\s?(?P<number>0?[1-9]|1[0-2])\."
_NO_HOURS = r"(?!\s*(?:h|hrs?|hours?|stunden?|horas?|heures?|ore)\b)"  # "in August 12 hours a week"
_FORMS = (
    rf"\b{_YEAR}-(?P<number>0[1-9]|1[0-2])-(?P<day>\d{{2}})\b",
    # The day first, as German writes it: "21.2.2027", "11.1. bis 21.2.2027".
    rf"(?<![\d.]){_DAY_FIRST}\s?{_YEAR}(?!\d)",
    rf"(?<![\d.]){_DAY_FIRST}(?=\s*(?:bis|und|[-\u2013])\s*\d{{1,2}}\.\d{{1,2}}\.)",
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{{months}}(?:,?\s+{_YEAR})?\b",
    rf"\b{{months}}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+{_YEAR}|\b(?!\d)){_NO_HOURS}",
    rf"\b{{months}},?\s+(?:of\s+|de\s+|del\s+)?{_YEAR}\b",
    rf"\b{_YEAR}-(?P<number>0[1-9]|1[0-2])\b(?!\d)",
    rf"(?<![\d$€£.,]){_YEAR}\s*(?:-|\u2013|\u2014|to|through|until)\s*(?P<end>(?:19|20)\d{{2}}|\d{{2}})\b{_NO_UNIT}",
    rf"(?<![\d$€£.,\w]){_YEAR}{_NO_UNIT}(?!\w)",
)


class Period(NamedTuple):
    """A day, month, year or span of years; `year` is null where a day is named without one."""

    year: int | None
    month: int | None = None
    day: int | None = None
    last_year: int | None = None

    def may_be(self, other: "Period") -> bool:
        """True if this names `other` as exactly or less exactly: "2025" for May 2025, either end for a span."""
        if other.last_year is not None:
            return self == other or (self[1:] == (None,) * 3 and self.year in (other.year, other.last_year))
        return all(mine in (None, theirs) for mine, theirs in zip(self, other, strict=True))

    def names(self, other: "Period") -> bool:
        """Like `may_be`, but enough to know `other` by: the first year of a span is not."""
        if other.last_year is not None and self.last_year is None:
            return self.month is None and self.year == other.last_year
        return self.year is not None and self.may_be(other)


def dated(text: str) -> Iterator[tuple[tuple[int, int], Period]]:
    """Periods with where they stand; of two that overlap the one of the longer form."""
    taken: list[tuple[int, int]] = []
    for match in (found for form in _compiled() for found in form.finditer(text)):
        free = not any(match.start() < end and start < match.end() for start, end in taken)
        if free and (period := _period(match)):
            taken.append(match.span())
            yield match.span(), period


@cache
def weeks_form() -> re.Pattern[str]:
    """Weeks of a plan by number: "weeks 1 to 4", "Woche 5"."""
    weeks, until = words("languages")["weeks"], words("languages")["until"]
    span = rf"(?:\s*(?:-|\u2013|\b(?:{until})\b)\s*(?:week\s+)?(\d+))?"
    return re.compile(rf"\b(?:{weeks})\s+(\d+){span}", re.IGNORECASE)


def _period(match: re.Match[str]) -> Period | None:
    parts = match.groupdict()
    year = int(parts["year"]) if parts.get("year") else None
    name, last = parts.get("month"), parts.get("end")
    # "may 10" and "10 may" without a year are the verb.
    if name and year is None and name[0].islower():
        return None
    month = int(parts["number"]) if parts.get("number") else _months()[name.casefold()] if name else None
    day = int(parts["day"]) if parts.get("day") else None
    last_year = (int(last) if len(last) == 4 else (year or 0) // 100 * 100 + int(last)) if last else None
    return None if last_year and year and last_year <= year else Period(year, month, day, last_year)


@cache
def _months() -> dict[str, int]:
    """The months by their names in any language, and by the first letters of the English ones."""
    named = [MONTHS, *(names.split() for names in words("languages")["months"].values())]
    named.append([name[:3] for name in MONTHS])
    return {"sept": 9} | {name.casefold(): at for names in named for at, name in enumerate(names, 1)}


@cache
def _compiled() -> list[re.Pattern[str]]:
    months = rf"(?P<month>{'|'.join(sorted(_months(), key=len, reverse=True))})\b\.?"
    return [re.compile(form.replace("{months}", months), re.IGNORECASE) for form in _FORMS]
