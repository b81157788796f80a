"""The fixed words of a plan and its summary in the person's language; official names stay English."""

import re
from collections.abc import Sequence
from datetime import date

import prompts
from agent import wording
from tools.evidence import Number

ENGLISH = "en"


def languages() -> frozenset[str]:
    """The languages (ISO 639-1) that a plan's own words are there in."""
    return frozenset(prompts.words("plan"))


def label(language: str, key: str, **values: str) -> str:
    """One label or sentence of `prompts/words/plan.yaml`; English where the language is not there."""
    table = prompts.words("plan")
    return prompts.fill(table.get(language, table[ENGLISH])[key], **values)


def remark(language: str, key: str, **values: str) -> str:
    """What is said of a change that was not made (`prompts/replies/feedback.yaml`); English where the language lacks it."""
    said = prompts.words("remarks").get(language, {}).get(key)
    return prompts.fill(said or prompts.reply(f"feedback.{key}"), **values)


def listing(language: str, items: Sequence[str]) -> str:
    """Names in a row: "a, b and c", "a, b y c"."""
    return wording.listing(items, label(language, "and"))


def hours(language: str, value: Number) -> str:
    """Study hours: "40 hours", "40 horas"."""
    return label(language, "hour" if value == 1 else "hours", number=wording.number(value))


def weeks(language: str, value: int) -> str:
    return label(language, "week" if value == 1 else "weeks", number=str(value))


def amount(language: str, value: Number, unit: str = "USD/year") -> str:
    """Pay with the time it is for: "$90,000 a year", "$90,000 al año"."""
    rates = prompts.words("languages")["rates"].get(language)
    time = unit.partition("/")[2]
    return (
        f"{wording.money(value, unit)} {rates[time]}"
        if rates and time in rates
        else wording.money(value, unit, rate=True)
    )


def day(language: str, when: date) -> str:
    """A day in words: "15 August 2027", "15 de agosto de 2027"."""
    form = prompts.words("languages")["days"].get(language)
    if form is None:
        return wording.spoken_date(when)
    return prompts.fill(form, day=str(when.day), month=_month(language, when.month), year=str(when.year))


def moment(language: str, at: str) -> str:
    """A time in words: "28 November 2026, 10:06 UTC"; as it stands where it is none in ISO 8601."""
    time = wording.utc(at)
    return f"{day(language, time.date())}, {time:%H:%M} UTC" if time else at


def days(language: str, first: date, last: date) -> str:
    """Two days, the year said once in English; one where they are the same."""
    if first == last:
        return day(language, first)
    form = prompts.words("languages")["spans"].get(language)
    if form is None:
        return wording.date_span(first, last)
    return prompts.fill(form, first=day(language, first), last=day(language, last))


def period(language: str, text: str | None) -> str:
    """A figure's period: "May 2025", "mayo de 2025", "31. Oktober 2025"."""
    iso = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])(-\d{2})?", text or "")
    form = prompts.words("languages")["dated"].get(language)
    if iso is None or form is None:
        return wording.period(text)
    if iso[3]:
        return day(language, date.fromisoformat(iso[0]))
    return prompts.fill(form, month=_month(language, int(iso[2])), year=iso[1])


def _month(language: str, number: int) -> str:
    name = str(prompts.words("languages")["months"][language].split()[number - 1])
    return name.capitalize() if language == "de" else name
