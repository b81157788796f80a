"""Dates of figures: how old one is, and which period is the later."""

import re
from calendar import monthrange
from datetime import date

AGED_MONTHS = 18
_MONTH = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_YEAR = re.compile(r"\d{4}")


def last_day(text: str) -> date | None:
    """The last day of an ISO date, month, quarter, year or range ("2022-11/2024-02"); None when there is none."""
    text = text.rpartition("/")[2].strip()
    if found := _QUARTER.fullmatch(text):
        return _end_of_month(int(found[1]), 3 * int(found[2]))
    if found := _MONTH.fullmatch(text):
        year, month = int(found[1]), int(found[2])
        if not 1 <= month <= 12:
            return date(int(f"{found[1][:2]}{found[2]}"), 12, 31)  # a span of years such as 2024-34
        return date(year, month, int(found[3])) if found[3] else _end_of_month(year, month)
    years = _YEAR.findall(text)
    return date(int(years[-1]), 12, 31) if years else None


def age_months(published: str | None, period: str | None, today: date) -> int | None:
    """Full months since publication, or since the end of the period where no publication date is known."""
    day = last_day(published or "") or last_day(period or "")
    if day is None:
        return None
    months = (today.year - day.year) * 12 + today.month - day.month
    return max(0, months - (today.day < day.day and not _is_month_end(today)))


def is_aged(published: str | None, period: str | None, today: date) -> bool:
    """Whether a figure is older than 18 months."""
    day = last_day(published or "") or last_day(period or "")
    if day is None:
        return False
    year, month = divmod(today.year * 12 + today.month - 1 - AGED_MONTHS, 12)
    return day < date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def _end_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _is_month_end(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]
