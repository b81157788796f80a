"""Amounts of pay: "$62.4k", "28/hr", "2400 biweekly", "sixty grand", "85-95", "12 LPA", "six figures"."""

import re

from agent.models import Amount, PayKind, PayPeriod
from agent.nlu.values.numbers import NUMBER, parse_number, plain

HOURS_A_YEAR = 2080
_PER_YEAR: dict[PayPeriod, float] = {
    "hour": HOURS_A_YEAR,
    "contract_hour": HOURS_A_YEAR,
    "day": 260,
    "week": 52,
    "two_weeks": 26,
    "half_month": 24,
    "month": 12,
    "year": 1,
}
_CURRENCIES = {
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "£": "GBP", "gbp": "GBP", "quid": "GBP", "pounds": "GBP", "pound": "GBP",
    "₹": "INR", "inr": "INR", "rs": "INR", "rupees": "INR", "lpa": "INR", "lakh": "INR", "lakhs": "INR", "l": "INR", "¥": "JPY", "yen": "JPY",
    "cad": "CAD", "c$": "CAD", "aud": "AUD", "a$": "AUD", "nzd": "NZD", "chf": "CHF", "sgd": "SGD", "s$": "SGD", "php": "PHP", "₱": "PHP",
    "₦": "NGN", "naira": "NGN", "ngn": "NGN", "kes": "KES", "ksh": "KES", "zar": "ZAR", "r$": "BRL", "reais": "BRL", "brl": "BRL", "mxn": "MXN",
    "pesos": "MXN", "pln": "PLN", "zł": "PLN", "zl": "PLN", "sek": "SEK", "nok": "NOK", "dkk": "DKK", "aed": "AED", "uah": "UAH", "try": "TRY",
}  # fmt: skip
_SCALES = {
    "k": 1e3,
    "grand": 1e3,
    "thou": 1e3,
    "thousand": 1e3,
    "m": 1e6,
    "mil": 1e6,
    "million": 1e6,
    "lakh": 1e5,
    "lakhs": 1e5,
    "lpa": 1e5,
    "l": 1e5,
}
_SYMBOL = r"(?:us\s?\$|[ca]\$|s\$|r\$|\$|€|£|₹|¥|₱|₦)"
_SCALE = r"(?:k(?:ish)?|grand|thou(?:sand)?|mil(?:lion)?|m|lakhs?|lpa|l)(?![\w'\u2019])"
_AMOUNT = re.compile(
    rf"(?P<sign>{_SYMBOL}|\b(?:{'|'.join(name for name in _CURRENCIES if name.isalpha() and len(name) > 1)}|usd)\s)?\s*"
    rf"(?P<low>{NUMBER})\s*(?P<k1>{_SCALE})?(?:\s*(?:-|\u2013|to|and|or)\s*{_SYMBOL}?\s*(?P<high>{NUMBER})\s*(?P<k2>{_SCALE})?)?"
    rf"\s*(?P<after>{_SYMBOL}|\b(?:{'|'.join(name for name in _CURRENCIES if name.isalpha() and len(name) > 1)}|usd)\b)?",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\b(?P<n>five|six|seven|5|6|7)[- ]fig(?:ure)?s?\b", re.IGNORECASE)
_PERIODS: tuple[tuple[PayPeriod, str], ...] = (
    ("contract_hour", r"\b(?:1099|c2c|w2 contract|contract|corp to corp|billed)\b"),
    ("two_weeks", r"\b(?:bi-?weekly|fortnight(?:ly)?|every\s+(?:two|2|other|second)\s+(?:weeks?|friday)|per\s+(?:two|2)\s+weeks|(?:two|2)\s+weeks)\b"),
    ("half_month", r"\b(?:semi-?monthly|twice\s+a\s+month|bi-?monthly)\b"),
    ("hour", r"(?:\b(?:an?|per|each|every|the)\s+|\bp\.?\s?|/\s*)(?:hour|hr|h)\b|\bhourly\b|\bp/?h\b|\bhora\b|\b(?:hr|hour)\b"),
    ("day", r"(?:\b(?:an?|per|each|every|the)\s+|\bp\.?\s?|/\s*)(?:day|d)\b|\bdaily\b|\bday rate\b|\bp/?d\b"),
    ("week", r"(?:\b(?:an?|per|each|every)\s+|\bp\.?\s?|/\s*)(?:week|wk|w)\b|\bweekly\b|\bp/?w\b"),
    ("month", r"(?:\b(?:an?|per|each|every)\s+|\bp\.?\s?|/\s*)(?:month|mo|mth|mes|mois|monat)\b|\bmonthly\b|\bp\.?m\b|\bal mes\b|\bim monat\b"),
    ("year", r"(?:\b(?:an?|per|each|every)\s+|\bp\.?\s?|/\s*)(?:year|yr|y|annum|año)\b|\b(?:yearly|annual(?:ly)?|lpa|salary|p\.?a)\b"),
)  # fmt: skip
_SHARE = re.compile(r"%|\bper\s?cent\b", re.IGNORECASE)
# A dollar amount of this size needs no word for its period; smaller ones may be hours, weeks or thousands.
_LEAST_YEARLY = 15_000
_LEAST_MONTHLY = 1_000


def parse_amount(text: str, kind: PayKind = "base") -> Amount | None:
    """The amount of one span; None where it holds none, or only a share ("15 percent")."""
    if figures := _FIGURES.search(text):
        floor = (
            10 ** ({"five": 5, "six": 6, "seven": 7}.get(figures["n"].casefold()) or int(figures["n"])) / 10
        )
        return Amount(low=plain(floor), period="year", kind=kind, text=text)
    match = max(_AMOUNT.finditer(text), key=_weight, default=None)
    if match is None or _SHARE.search(text):
        return None
    scale = (match["k2"] or match["k1"] or "").casefold().removesuffix("ish")
    low, high = (
        _number(match["low"], match["sign"]),
        _number(match["high"], match["sign"]) if match["high"] else None,
    )
    low *= _SCALES.get((match["k1"] or scale).casefold().removesuffix("ish"), 1)
    high = high * _SCALES.get(scale, 1) if high is not None else None
    currency = _currency(match)
    period = _period(text[: match.start()] + " " + text[match.end() :], match[0])
    if high is not None and high < low:
        low, high = (low, None) if high < low / 10 else (high, low)
    low, high, period = _scaled(low, high, period, scaled=bool(scale), currency=currency)
    if not 0 < low <= 1e12:
        return None
    return Amount(
        low=plain(low),
        high=plain(high) if high is not None and high != low else None,
        period=period,
        kind=kind,
        currency=currency,
        text=text,
    )


def per_year(amount: Amount) -> float | None:
    """The lower end in the amount's currency a year, full time (2,080 hours); None where its period is not known."""
    return None if amount.period is None else float(amount.low) * _PER_YEAR[amount.period]


def _weight(match: re.Match[str]) -> tuple[bool, bool, float]:
    """A number with a currency before one with a scale before the largest."""
    return bool(match["sign"] or match["after"]), bool(match["k1"] or match["k2"]), parse_number(match["low"])


def _number(words: str, sign: str | None) -> float:
    """A point that groups thousands is European ("€3.200")."""
    if sign and "$" not in sign and re.fullmatch(r"\d{1,3}\.\d{3}", words):
        return float(words.replace(".", ""))
    return parse_number(words)


def _currency(match: re.Match[str]) -> str:
    for word in (match["sign"], match["after"], match["k2"], match["k1"]):
        name = (word or "").casefold().strip()
        if name in _CURRENCIES:
            return _CURRENCIES[name]
    return "USD"


def _period(rest: str, amount: str) -> PayPeriod | None:
    for period, pattern in _PERIODS:
        if re.search(pattern, rest, re.IGNORECASE) or (
            period == "year" and re.search(r"lpa", amount, re.IGNORECASE)
        ):
            return period
    return None


def _scaled(
    low: float, high: float | None, period: PayPeriod | None, *, scaled: bool, currency: str
) -> tuple[float, float | None, PayPeriod | None]:
    """With the thousands that people leave out ("72", "85-95", "a year") and the period that the size alone tells."""
    if not scaled and currency == "USD" and low < 1000 and period == "year":
        low, high = low * 1000, high * 1000 if high is not None else None
    if period is None and currency == "USD":
        if low >= _LEAST_YEARLY:
            period = "year"
        elif not scaled and 100 <= low < _LEAST_MONTHLY and (high is None or high < _LEAST_MONTHLY):
            low, high, period = low * 1000, high * 1000 if high is not None else None, "year"
        elif low != int(low) and 7 <= low < 100 and round(low * 100) % 50 != 0:
            period = "hour"
    return low, high, period
