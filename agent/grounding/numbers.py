"""Numbers as they are written in any of the languages that are known: every value that each may have, and what it counts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from prompts import words

NUMBER = re.compile(
    r"(?<![\w.])(?P<sign>[$€£¥₹]\s?)?(?P<digits>\d+(?:[.,\u202f\u00a0 ]\d{3}(?!\d))*(?:[.,]\d+)?)(?P<tail>[^\W\d_]*)"
)
SCALES = {"k": 1e3, "mil": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9}
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR"}


@dataclass(frozen=True)
class Written:
    """A number in digits, as English writes it: where it stands, and its unit: "USD", "%", "hours", "count"."""

    start: int
    end: int
    value: float
    unit: str
    decimals: int

    def is_figure(self, value: float, unit: str) -> bool:
        """Whether it is this figure, rounded as it is written; hours of study are told as whole ones."""
        slack = 0.5 if self.unit == "hours" else 0.5 * 10.0**-self.decimals
        counts = len(unit.split("/", maxsplit=1)[0]) != 3 and unit != "%"
        named = counts if self.unit == "count" else unit.startswith(self.unit.removesuffix("s"))
        return named and abs(self.value - abs(value)) <= slack + 1e-9


def written_numbers(text: str) -> Iterator[Written]:
    """The numbers of a text that stand in digits, in order."""
    for match in NUMBER.finditer(text):
        scale = SCALES.get(match["tail"].casefold(), 1.0)
        time = time_unit(text[match.end("digits") :])
        share = re.match(r"\s?(?:%|percent)", text[match.end() :])
        unit = (
            _SIGNS[match["sign"][0]] if match["sign"] else "%" if share else f"{time}s" if time else "count"
        )
        decimals = len(match["digits"].rpartition(".")[2]) if "." in match["digits"] and scale == 1.0 else 0
        value = float(re.sub(r"[^\d.]", "", match["digits"]))
        yield Written(*match.span(), value * scale, unit, decimals)


def numbers_in(text: str) -> Iterator[tuple[float, str | None]]:
    """Every value that a number of a text may have, and the unit of time behind it: "72k" is 72 and 72,000, "61.000" 61 and 61,000."""
    for match in NUMBER.finditer(text):
        unit = time_unit(text[match.end("digits") :])
        for value in values_of(match["digits"]):
            scale = SCALES.get(match["tail"].casefold(), 1e3 if not match["tail"] and value < 1000 else 1.0)
            yield from ((value, unit), (value * scale, None))
    for value, form in _worded():
        for match in form.finditer(text):
            unit = time_unit(text[match.end() :])
            if value > 1 or unit:
                yield float(value), unit


@cache
def _worded() -> list[tuple[int, re.Pattern[str]]]:
    """Numbers in words of each language, beside what they are."""
    return [
        (value, re.compile(rf"(?<!\w)(?:{form})(?!\w)", re.IGNORECASE))
        for forms in words("languages")["numbers"].values()
        for value, form in enumerate(forms)
        if value
    ]


def values_of(digits: str) -> set[float]:
    """What digits may be: a point or comma groups thousands or begins decimals."""
    bare = re.sub(r"[\s\u202f\u00a0]", "", digits)
    grouped = bare.isdigit() or re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", bare)
    found = {float(re.sub(r"[.,]", "", bare))} if grouped else set()
    last = max(bare.rfind("."), bare.rfind(","))
    return found | ({float(re.sub(r"[.,]", "", bare[:last]) + "." + bare[last + 1 :])} if last > 0 else set())


def time_unit(after: str) -> str | None:
    """The unit of time that a text begins with: "hours", "h", "años"."""
    noun = re.match(r"[\s-]{0,2}(?!an? )([^\W\d_]+)", after)  # "22 an hour" counts no hours
    return _unit_of(noun[1].casefold()) if noun else None


@lru_cache(maxsize=512)
def _unit_of(said: str) -> str | None:
    for unit, forms in words("languages")["times"].items():
        if any(
            said == form or (len(form) > 2 and said.rstrip("snel").startswith(form)) for form in forms.split()
        ):
            return str(unit)
    return None
