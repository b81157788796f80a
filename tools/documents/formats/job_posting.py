"""What a saved page says of itself in the words of schema.org (JSON-LD or microdata), above all a job posting."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

DAY = re.compile(r"\d{4}-\d\d-\d\d")
WORD = re.compile(r"\w+")
MAX_DEPTH = 8
SAME_TEXT = 0.9


@dataclass(frozen=True)
class Posting:
    """A JobPosting object of the page."""

    fields: dict[str, Any]

    def lines(self, shown: str, as_text: Callable[[str], str]) -> Iterator[str]:
        """Give what the page does not show: the particulars on one line, and the description if it is missing.

        `as_text` turns the description's markup into text.
        """
        pairs = {
            "Job posting": _name(self.fields.get("title")),
            "Employer": _name(self.fields.get("hiringOrganization")),
            "Place": _place(self.fields.get("jobLocation")),
            "Pay": _pay(self.fields.get("baseSalary")),
            "Employment": _name(self.fields.get("employmentType")).replace("_", " ").lower(),
            "Posted": _day(self.fields.get("datePosted")) or "",
            "Open until": _day(self.fields.get("validThrough")) or "",
        }
        said = "; ".join(f"{name}: {value}" for name, value in pairs.items() if value)
        if said:
            yield f"- {said}"
        written = str(self.fields.get("description") or "")
        description = as_text(written if "<" in written else unescape(written))
        words, there = WORD.findall(description.lower()), set(WORD.findall(shown.lower()))
        if words and sum(word in there for word in words) < SAME_TEXT * len(words):
            yield description


def found(soup: "BeautifulSoup") -> Posting | None:
    """Give the page's job posting, if it declares exactly one."""
    postings = [each for each in _objects(soup) if "JobPosting" in _types(each)]
    return Posting(postings[0]) if len(postings) == 1 else None


def stated(soup: "BeautifulSoup", field: str) -> str | None:
    """Give the day (ISO 8601) that the page states in a schema.org field, such as datePosted."""
    for each in _objects(soup):
        if day := _day(each.get(field)):
            return day
    for tag in soup.select(f"[itemprop={field}]"):
        if day := _day(tag.get("content") or tag.get("datetime") or tag.get_text(strip=True)):
            return day
    return None


def _objects(soup: "BeautifulSoup") -> Iterator[dict[str, Any]]:
    for script in soup.find_all("script", type=re.compile(r"ld\+json")):
        try:
            value = json.loads(script.get_text())
        except (ValueError, RecursionError):
            continue  # pages often hold broken data; their text is there all the same
        yield from _dicts(value, 0)


def _dicts(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    if isinstance(value, dict | list) and depth < MAX_DEPTH:
        for each in value.values() if isinstance(value, dict) else value:
            yield from _dicts(each, depth + 1)


def _types(value: dict[str, Any]) -> list[str]:
    kind = value.get("@type")
    return [str(each) for each in kind] if isinstance(kind, list) else [str(kind)]


def _day(value: Any) -> str | None:
    match = DAY.match(value) if isinstance(value, str) else None
    return match.group() if match else None


def _name(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name, value)))
    if isinstance(value, dict):
        return _name(value.get("name"))
    return " ".join(str(value).split()) if isinstance(value, str) else ""


def _place(value: Any) -> str:
    places = value if isinstance(value, list) else [value]
    addresses = [each.get("address") for each in places if isinstance(each, dict)]
    parts = ("addressLocality", "addressRegion", "addressCountry")
    return "; ".join(
        ", ".join(filter(None, (_name(each.get(part)) for part in parts)))
        if isinstance(each, dict)
        else _name(each)
        for each in addresses
    )


def _pay(value: Any) -> str:
    """Give a MonetaryAmount with its currency and period: "USD 98000 to 121000 a year"."""
    if not isinstance(value, dict):
        return _name(value)
    amount = value.get("value")
    held = amount if isinstance(amount, dict) else {"value": amount}
    ends = [held.get("minValue"), held.get("maxValue")] if "minValue" in held else [held.get("value")]
    figures = " to ".join(f"{end:,}" if isinstance(end, int | float) else str(end) for end in ends if end)
    period = _name(held.get("unitText") or value.get("unitText")).lower()
    currency = _name(value.get("currency") or held.get("currency"))
    return (
        " ".join(
            filter(
                None, (currency, figures, f"{'an' if period == 'hour' else 'a'} {period}" if period else "")
            )
        )
        if figures
        else ""
    )
