"""Numbers as people write them: "8", "1.5", "ten", "a couple of", "two and a half", "10-12", "sixty five"."""

import re
from dataclasses import dataclass

SMALL = {
    "zero": 0, "none": 0, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "dozen": 12, "half": 0.5, "quarter": 0.25,
    "couple": 2, "few": 3, "several": 5, "once": 1, "twice": 2, "both": 2,
}  # fmt: skip
_TENS_IN_ORDER = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
TENS = {name: 10 * count for count, name in enumerate(_TENS_IN_ORDER, start=2)} | {"fourty": 40}
_IN_ORDER = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
ORDINALS = {name: place for place, name in enumerate(_IN_ORDER, start=1)} | {"last": -1, "final": -1}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_TENS_WORDS = rf"(?:{'|'.join(TENS)})(?:[\s-]?(?:{_UNITS})\b)?"
_SMALL_WORDS = "|".join(sorted((word for word in SMALL if len(word) > 2), key=len, reverse=True))
_WORDS = (
    rf"(?:(?:a|{_UNITS})\s+hundred(?:\s+(?:and\s+)?(?:{_TENS_WORDS}|{_SMALL_WORDS}))?"
    rf"|{_TENS_WORDS}|half\s+an?|a\s+(?:half|quarter|dozen|few)|(?:a\s+)?couple(?:\s+of)?|{_SMALL_WORDS}|an?)"
)
_DIGITS = r"\d{1,3}(?:[,'\u2019 ]\d{3})+(?:\.\d+)?(?!\d)|\d+(?:[.,]\d+)?"
_HALF = r"(?:\s+and\s+(?:a\s+)?half|\s*½|\s+1/2)"
NUMBER = rf"(?:(?:{_DIGITS}|\b{_WORDS}(?![\w'\u2019])){_HALF}?|½)"
_TO = r"\s*(?:-|\u2013|\u2014|to|or|and|bis)\s*"


@dataclass(frozen=True)
class Quantity:
    """`low` to `high` (the same for one number), from `start` to `end` in the text."""

    low: float
    high: float
    start: int
    end: int


def parse_number(words: str) -> float:
    """The value of words that NUMBER matches; commas, spaces and apostrophes group thousands."""
    text = re.sub(r"\s+", " ", words.casefold().strip())
    if half := re.search(rf"{_HALF}$|^½$", text):
        rest = text[: half.start()]
        return (parse_number(rest) if rest else 0.0) + 0.5
    if text[0].isdigit():
        grouped = re.sub(r"[,'\u2019 ](?=\d{3}(?!\d))", "", text)
        return float(grouped.replace(",", "."))
    if " hundred" in text:
        hundreds, _, rest = text.partition(" hundred")
        rest = rest.removeprefix(" and").strip()
        return _word(hundreds) * 100 + (parse_number(rest) if rest else 0.0)
    return _word(text)


def _word(text: str) -> float:
    text = re.sub(r"^(half|quarter) an?$|^a (?=\w)| of$", lambda match: match[1] or "", text)
    if text in SMALL:
        return float(SMALL[text])
    tens = next(name for name in TENS if text.startswith(name))
    unit = text.removeprefix(tens).strip(" -")
    return float(TENS[tens] + (SMALL[unit] if unit else 0))


_QUANTITY = re.compile(rf"(?<![\w.,])(?P<low>{NUMBER})(?:{_TO}(?P<high>{NUMBER}))?(?![\d])", re.IGNORECASE)


def find_quantities(text: str) -> list[Quantity]:
    """All numbers and ranges of numbers in a text, in its order."""
    found = []
    for match in _QUANTITY.finditer(text):
        low = parse_number(match["low"])
        high = parse_number(match["high"]) if match["high"] else low
        found.append(Quantity(min(low, high), max(low, high), *match.span()))
    return found


def month_number(name: str) -> int | None:
    """1 to 12 for a month's name or its beginning ("sept", "October")."""
    short = name[:3].casefold()
    return MONTHS.index(short) + 1 if short in MONTHS else None


def plain(value: float) -> int | float:
    """The value without a needless ".0", rounded to two places."""
    rounded = round(value, 2)
    return int(rounded) if rounded == int(rounded) else rounded
