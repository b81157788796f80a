"""Numbers in running text, each with its unit and how exactly it is stated."""

import re
from dataclasses import dataclass, replace

from agent.nlu.values.numbers import SMALL, TENS

_WORDS: dict[str, float] = {
    word: value for word, value in SMALL.items() if len(word) > 2 and value == int(value)
} | TENS
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "dozen": 12.0}
_SUFFIXES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mm": 1e6, "bn": 1e9, "b": 1e9} | _SCALES
_CODES = "usd|eur|gbp|jpy|inr|chf|cad|aud|nzd|sgd|sek|nok|dkk|pln|czk|cny|krw|brl|mxn|zar"
_CURRENCIES = {"$": "USD", "us$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}
_NUMBER = re.compile(
    r"(?P<sign>(?<![\w.])[-\u2212])?(?P<prefix>(?:us\$|[$€£¥]|\b(?:" + _CODES + r"))\s?)?"
    r"(?(prefix)|(?<![\w.,]))(?P<digits>\d{1,3}(?:[,\u202f\u00a0 ]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<suffix>\s?(?:k|mn|mm|m|bn|b|hundred|thousand|million|billion|dozen)\b)?(?P<glued>[a-z]*)",
    re.IGNORECASE,
)
_SPELLED = re.compile(
    rf"\b(?:(?:{'|'.join([*_WORDS, *_SCALES])}|half an?|and|a)(?:[\s-]+|\b)){{1,9}}", re.IGNORECASE
)
_UNIT = re.compile(
    r"^[\s-]*(?:(?P<percent>%|percent(?:age points?)?\b|per cent\b|pct\b)|(?P<dollars>(?:us\s)?dollars?\b|usd\b|bucks\b)"
    r"|(?P<other>euros?|eur|pounds?|gbp|yen|rupees?)\b|(?P<time>hours?|hrs?|h|weeks?|wks?|months?|years?|yrs?|days?)\b)",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"^[\s,-]*(?:(?:an?|per|each|every|/)\s*)?(?P<rate>/?(?:year|yr|annum|hour|hr|h|month|mo|week|day)|annually|yearly|hourly|monthly|weekly)\b",
    re.IGNORECASE,
)
_LOOSE_RATE = re.compile(
    r"\b(?:(?:per|an?) )?(hourly|annual(?:ly)?|yearly|monthly|weekly|(?<= )(?:hour|year|month))\b",
    re.IGNORECASE,
)
_RANGE = re.compile(r"^\s*(?:-|\u2013|\u2014|to|and|or|through|up to)\s*$", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?:\b(?:about|around|roughly|approximately|nearly|almost|some|circa|ca\.?)|~|≈)\s*$", re.IGNORECASE
)
_OTHERS = {"eur": "EUR", "pou": "GBP", "gbp": "GBP", "yen": "JPY", "rup": "INR"}
_TIMES = {"h": "hours", "w": "weeks", "m": "months", "y": "years", "d": "days"}
_RATES = {"y": "year", "a": "year", "h": "hour", "m": "month", "w": "week", "d": "day"}


@dataclass(frozen=True)
class Quantity:
    """A number in `text[start:end]`. `unit` is "USD", "USD/year", "%", "hours", "count"...

    A stated value v stands for anything within `tolerance` of it.
    """

    start: int
    end: int
    text: str
    value: float
    unit: str
    tolerance: float

    def equals(self, value: float) -> bool:
        return abs(self.value - value) <= self.tolerance + 1e-9

    @property
    def money(self) -> bool:
        return self.unit.split("/")[0].lower() in _CODES.split("|")


def find_quantities(text: str) -> list[Quantity]:
    """All numbers of `text` in order. Dates, citations and names with digits must be blanked out before."""
    found = [item for match in _NUMBER.finditer(text) if (item := _written(text, match)) is not None]
    for match in _SPELLED.finditer(text):
        if not any(item.start < match.end() and match.start() < item.end for item in found):
            found += [item] if (item := _spelled(text, match)) is not None else []
    return _with_loose_rate(text, _with_shared_units(text, sorted(found, key=lambda item: item.start)))


def _written(text: str, match: re.Match[str]) -> Quantity | None:
    glued = (match["glued"] or "").lower()
    # "3D" and "5G" are names; "135980dollars" is not.
    if glued and not match["prefix"] and not _UNIT.match(glued) and len(match["digits"]) <= 3:
        return None
    scale = _SUFFIXES.get((match["suffix"] or "").strip().lower(), 1.0)
    plain = re.sub(r"[^\d.]", "", match["digits"])
    value = float(plain) * scale * (-1 if match["sign"] else 1)
    decimals = len(plain.partition(".")[2])
    tolerance = 0.5 * scale * 10.0**-decimals
    if _ABOUT.search(text[: match.start()]) and not decimals and scale == 1.0:
        zeros = len(plain) - len(plain.rstrip("0"))
        tolerance = max(tolerance, min(0.5 * 10.0**zeros, 0.05 * value))
    prefix = (match["prefix"] or "").strip().lower()
    unit = _CURRENCIES.get(prefix) or prefix.upper() or "count"
    return _with_unit(text, Quantity(match.start(), match.end() - len(glued), "", value, unit, tolerance))


def _spelled(text: str, match: re.Match[str]) -> Quantity | None:
    """Number words count when a unit follows or a scale makes them a figure; "one of them" does not."""
    words = re.findall(r"[a-z]+", match[0].lower())
    total = current = 0.0
    for word in words:
        current += _WORDS.get(word, 0.5 if word == "half" else 0.0) if word not in _SCALES else 0.0
        if word in ("hundred", "dozen"):
            current = (current or 1.0) * _SCALES[word]
        elif word in _SCALES:
            total, current = total + (current or 1.0) * _SCALES[word], 0.0
    value, scaled = total + current, any(word in _SCALES for word in words)
    end = match.start() + len(match[0].rstrip(" -"))
    item = _with_unit(text, Quantity(match.start(), end, "", value, "count", max(0.5, 0.005 * value)))
    named = any(word in _WORDS or word in _SCALES for word in words)
    return item if named and (scaled or item.unit != "count") else None


def _with_unit(text: str, item: Quantity) -> Quantity:
    unit, end = item.unit, item.end
    match = _UNIT.match(text[end:])
    if match and not (match["time"] and unit != "count"):
        end += match.end()
        if match["percent"] or match["dollars"]:
            unit = "%" if match["percent"] else "USD"
        else:
            unit = _OTHERS[match["other"][:3].lower()] if match["other"] else _TIMES[match["time"][0].lower()]
    if unit.lower() in _CODES.split("|") and (rate := _RATE.match(text[end:])):
        unit += "/" + _RATES[rate["rate"].lstrip("/")[0].lower()]
        end += rate.end()
    return replace(item, end=end, text=text[item.start : end].strip(), unit=unit)


def _with_shared_units(text: str, items: list[Quantity]) -> list[Quantity]:
    """In "$80-120k" and "6 to 8 hours" the parts share currency, scale, unit and rate."""
    result = list(items)
    for index in range(len(result) - 2, -1, -1):
        left, right = result[index], result[index + 1]
        if not _RANGE.match(text[left.end : right.start]):
            continue
        if left.money and right.unit == "count":
            right = replace(right, unit=left.unit)
        if left.unit == "count" or (left.money and right.unit.startswith(f"{left.unit}/")):
            left = replace(left, unit=right.unit)
        scale = right.tolerance * 2
        if left.unit == right.unit and scale >= 100 and left.value < 1000:
            left = replace(left, value=left.value * scale, tolerance=left.tolerance * scale)
        result[index], result[index + 1] = left, right
    return result


def _with_loose_rate(text: str, items: list[Quantity]) -> list[Quantity]:
    """A rate said once in a sentence holds for its other amounts."""
    said = {item.unit.partition("/")[2] for item in items if item.money and "/" in item.unit}
    said |= {_RATES[word[0].lower()] for word in _LOOSE_RATE.findall(text)}
    if len(said) != 1:
        return items
    rate = said.pop()
    return [
        replace(item, unit=f"{item.unit}/{rate}") if item.money and "/" not in item.unit else item
        for item in items
    ]
