"""Numbers as they are written in any of the languages that are known: every value that each may have, and what it counts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from prompts import words

_NUMBER = re.compile(
    r"(?<![\w.])(?P<sign>[$€£¥₹]\s?)?(?P<digits>\d+(?:[.,\u202f\u00a0 ]\d{3}(?!\d))*(?:[.,]\d+)?)(?P<tail>[^\W\d_]*)"
)
SHARE = re.compile(r"\s?(?:%|per ?cent|prozent|p\w+ cent|por cien)", re.IGNORECASE)
_ENDING = 2  # letters
_SCALES = {"k": 1e3, "mil": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9}
_SIGNS = {"": "", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR"}


@dataclass(frozen=True)
class Written:
    """A number in digits: where it stands, the letters glued to it, its currency, and the unit of time behind it."""

    start: int
    end: int
    digits: str
    tail: str
    currency: str
    time: str | None
    is_share: bool

    @property
    def scale(self) -> float:
        return _SCALES.get(self.tail.casefold(), 1.0)

    @cached_property
    def values(self) -> set[float]:
        """What the digits may be: a point or comma groups thousands or begins decimals."""
        bare = re.sub(r"[\s\u202f\u00a0]", "", self.digits)
        grouped = bare.isdigit() or re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", bare)
        whole, _, part = bare.replace(",", ".").rpartition(".")
        found = {float(re.sub(r"[.,]", "", bare))} if grouped else set()
        return found | ({float(f"{whole.replace('.', '')}.{part}")} if whole else set())

    @cached_property
    def value(self) -> float:
        """As English writes it."""
        return float(re.sub(r"[^\d.]", "", self.digits)) * self.scale

    @cached_property
    def unit(self) -> str:
        """What it counts as English writes it: "USD", "%", "hours", "count"."""
        return self.currency or ("%" if self.is_share else f"{self.time}s" if self.time else "count")

    @cached_property
    def slack(self) -> float:
        """How far a figure may be from it, rounded as it is written; hours of study are told as whole ones."""
        decimals = len(self.digits.rpartition(".")[2]) if "." in self.digits and self.scale == 1.0 else 0
        return 0.5 if self.unit == "hours" else 0.5 * 10.0**-decimals

    def is_figure(self, value: float, unit: str) -> bool:
        """Whether it is this figure, as near as it is written."""
        if abs(self.value - abs(value)) > self.slack + 1e-9:
            return False
        counts = len(unit.split("/", maxsplit=1)[0]) != 3 and unit != "%"
        return counts if self.unit == "count" else unit.startswith(self.unit.removesuffix("s"))


# A claim's numbers are looked for as its figures, as the person's own, and as counts.
@lru_cache(maxsize=1024)
def written_numbers(text: str) -> tuple[Written, ...]:
    """The numbers of a text that stand in digits, in order."""
    return tuple(_written(text))


def _written(text: str) -> Iterator[Written]:
    for match in _NUMBER.finditer(text):
        currency, time = _SIGNS[(match["sign"] or "")[:1]], time_unit(text[match.end("digits") :])
        share = SHARE.match(text[match.end() :]) is not None
        yield Written(*match.span(), match["digits"], match["tail"], currency, time, share)


@lru_cache(maxsize=512)
def numbers_in(text: str) -> tuple[tuple[float, str | None], ...]:
    """Every value that a number of a text may have, and the unit of time behind it: "72k" is 72 and 72,000, "61.000" 61 and 61,000."""
    return tuple(_numbers(text))


def _numbers(text: str) -> Iterator[tuple[float, str | None]]:
    for number in written_numbers(text):
        for value in number.values:
            scale = 1e3 if not number.tail and value < 1000 else number.scale
            yield from ((value, number.time), (value * scale, None))
    for value, form in number_words():
        for match in form.finditer(text):
            unit = time_unit(text[match.end() :])
            if value > 1 or unit:
                yield value, unit


def time_unit(after: str) -> str | None:
    """The unit of time that a text begins with: "hours", "h", "años"."""
    noun = re.match(r"[\s-]{0,2}(?!an? )([^\W\d_]+)", after)  # "22 an hour" counts no hours
    return _unit_of(noun[1].casefold()) if noun else None


def _is_form(said: str, form: str) -> bool:
    """Whether a word is a unit, or one of more letters in the plural: "Stunden", "meses", "semaines"."""
    return said == form or (len(form) > 2 and said.startswith(form) and len(said) - len(form) <= _ENDING)


@lru_cache(maxsize=512)
def _unit_of(said: str) -> str | None:
    for unit, forms in words("languages")["times"].items():
        if any(_is_form(said, form) for form in forms.split()):
            return str(unit)
    return None


@cache
def number_words() -> list[tuple[float, re.Pattern[str]]]:
    return [
        (float(value), re.compile(rf"(?<!\w)(?:{form})(?!\w)", re.IGNORECASE))
        for forms in words("languages")["numbers"].values()
        for value, form in enumerate(forms)
        if value
    ]
