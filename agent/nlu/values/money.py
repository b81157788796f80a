"""Amounts of pay: "$62.4k", "28/hr", "2400 biweekly", "sixty grand", "85-95", "12 LPA", "six figures"."""

import re
from collections.abc import Sequence

from agent.models import Amount, PayKind, PayPeriod
from agent.nlu.values.contracts import as_billed, tells_contract
from agent.nlu.values.numbers import NUMBER, parse_number, plain
from agent.nlu.values.pay_periods import (
    PER_YEAR,
    WEEKS_A_YEAR,
    is_of_a_whole_year,
    period_beside,
    period_in,
)
from agent.nlu.values.work_hours import FULL_WEEK

_TIME_AND_A_HALF = 1.5
_BY_THE_HOUR = ("hour", "contract_hour")
_CURRENCIES = {
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "£": "GBP", "gbp": "GBP", "quid": "GBP", "pounds": "GBP", "pound": "GBP",
    "₹": "INR", "inr": "INR", "rs": "INR", "rupees": "INR", "lpa": "INR", "lakh": "INR", "lakhs": "INR", "l": "INR", "¥": "JPY", "yen": "JPY",
    "cad": "CAD", "c$": "CAD", "aud": "AUD", "a$": "AUD", "nzd": "NZD", "chf": "CHF", "sgd": "SGD", "s$": "SGD", "php": "PHP", "₱": "PHP",
    "₦": "NGN", "naira": "NGN", "ngn": "NGN", "kes": "KES", "ksh": "KES", "zar": "ZAR", "r$": "BRL", "reais": "BRL", "brl": "BRL", "mxn": "MXN",
    "pesos": "MXN", "pln": "PLN", "zł": "PLN", "zl": "PLN", "sek": "SEK", "nok": "NOK", "dkk": "DKK", "aed": "AED", "uah": "UAH", "try": "TRY",
}  # fmt: skip
_SCALES = {
    **dict.fromkeys(("k", "grand", "thou", "thousand"), 1e3),
    **dict.fromkeys(("m", "mil", "million"), 1e6),
    **dict.fromkeys(("lakh", "lakhs", "lpa", "l"), 1e5),
}
_SYMBOL = r"(?:us\s?\$|[ca]\$|s\$|r\$|\$|€|£|₹|¥|₱|₦)"
_SCALE = r"(?:k(?:ish)?|grand|thou(?:sand)?|mil(?:lion)?|m|lakhs?|lpa|l)(?![\w'\u2019])"
_EACH = r"(?:\s?/\s?\w+\.?|\s?\b(?:an?|per)\s\w+)?"  # "$165K/yr - $210K/yr"
_CODE = "|".join([*(name for name in _CURRENCIES if name.isalpha() and len(name) > 1), "usd"])
_AMOUNT = re.compile(
    rf"(?P<sign>{_SYMBOL}|\b(?:{_CODE})\s)?\s*"
    rf"(?P<low>{NUMBER})\s*(?P<k1>{_SCALE})?(?:(?:{_EACH}\s*(?:[-\u2010-\u2015]|to)|\s*(?:and|or))\s*{_SYMBOL}?\s*(?P<high>{NUMBER})\s*(?P<k2>{_SCALE})?)?"
    rf"\s*(?P<after>{_SYMBOL}|\b(?:{_CODE})\b)?",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\b(?P<n>five|six|seven|5|6|7)[- ]fig(?:ure)?s?\b", re.IGNORECASE)
_HOURS = re.compile(r"\s*-?\s*(?:hours|hrs|hour\s+(?:work\s?)?week)\b", re.IGNORECASE)
_CENTS = re.compile(r"\d{1,2}\.\d\d")  # "38.50": dollars and cents, and no thousands
TAX_FORM = re.compile(r"\s*(?:1099|w-?2)\s*", re.IGNORECASE)  # how somebody is hired, no sum
_PERCENT = re.compile(rf"({NUMBER})\s*(?:%|per\s?cent\b)", re.IGNORECASE)
_COMMISSION = re.compile(
    rf"(?P<share>{NUMBER})\s*(?:%|per\s?cent\b)\s+(?:in\s+|sales\s+)?commissions?\b"
    rf"|\bcommissions?\s+(?:of\s+)?(?P<of>{NUMBER})\s*(?:%|per\s?cent\b)",
    re.IGNORECASE,
)
_SHARE = re.compile(r"%|\bper\s?cent\b", re.IGNORECASE)
SAVINGS_PLAN = re.compile(r"\b(?:401|403|457)\s?\(?[kb]\b\)?", re.IGNORECASE)
PIECE_RATE = re.compile(r"\bcpm\b|(?:\b(?:a|per|the)\s+|/\s?)(?:mile|word|piece|visit|load)\b", re.IGNORECASE)
_KIND_WORDS: tuple[tuple[PayKind, str], ...] = (
    ("signon", r"sign(?:ing|[- ]?on)|joining"),
    ("equity", r"rsus?|equity|stocks?|shares|stock options"),
    ("bonus", r"bonus(?:es)?|commissions?"),
    ("total", r"total|tc|all[- ]in|ote"),
    ("benefits", r"(?:in|of)\s+(?:benefits|perks)|relocation|per diem|stipend"),
    ("net", r"take[- ]?home|(?:take|bring)s? home|after[- ]tax(?:es)?|net pay|netto|(?<![.\w])net(?=\W*$)"),
    ("cost", r"costs?|costing|premiums?|deducted"),
    ("base", r"base"),
)
_KIND = re.compile("|".join(rf"(?P<{kind}>\b(?:{words})\b)" for kind, words in _KIND_WORDS), re.IGNORECASE)
_KIND_NEAR = 3  # words
# A bare number between these may be dollars an hour, above them people leave out the thousands ("I make 52").
LEAST_HOURLY, HIGHEST_HOURLY = 7, 30
# A dollar amount of this size needs no word for its period; smaller ones may be hours, weeks or thousands.
_LEAST_YEARLY = 15_000
_LEAST_MONTHLY = 1_000
_MOST_YEARLY = 250_000


def parse_amount(text: str, kind: PayKind = "base", *, beside: Sequence[str] = ("", "")) -> Amount | None:
    """The amount of one span; None where it holds none, or only a share ("15 percent") or a plan's name ("401(k)").

    `beside` are the words before and after it, which may tell its period ("48 dollars", "an hour on contract"), and others
    that tell a contract.
    """
    text = SAVINGS_PLAN.sub(" ", text)
    if figures := _FIGURES.search(text):
        return Amount(low=10 ** (round(parse_number(figures["n"])) - 1), period="year", kind=kind, text=text)
    sums = (
        match
        for match in _AMOUNT.finditer(text)
        if _is_sum(match) and not _is_time(match, f"{text[match.end() :]} {beside[1]}")
    )
    match = max(sums, key=_weight, default=None)
    if match is None or _SHARE.search(text):
        return None
    sign, scale = match["sign"] or match["after"], match["k2"] or match["k1"]
    low = _number(match["low"], sign) * _scale(match["k1"] or scale)
    high = _number(match["high"], sign) * _scale(scale) if match["high"] else None
    currency = _currency(match)
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    period = period_in(rest) or ("year" if "lpa" in match[0].casefold() else period_beside(*beside[:2]))
    cents = _CENTS.fullmatch(match["low"]) is not None and low >= LEAST_HOURLY
    if period is None and not scale and low < _LEAST_MONTHLY and (cents or tells_contract(rest)):
        period = "hour"
    if (
        period is None
        and HIGHEST_HOURLY < low < _LEAST_MONTHLY
        and is_of_a_whole_year(beside[0], f"{rest} {beside[1]}")
    ):
        period = "year"
    if high is not None and high < low:
        low, high = (low, None) if high < low / 10 else (high, low)
    low, high, period = _scaled(low, high, period, scaled=bool(scale), currency=currency)
    if not 0 < low <= 1e12:
        return None
    amount = Amount(
        low=plain(low),
        high=plain(high) if high is not None and high != low else None,
        period=period,
        kind=kind,
        currency=currency,
        text=text,
    )
    return as_billed(amount, (rest, *beside))


def _is_sum(match: re.Match[str]) -> bool:
    """Whether a number can be a sum: no tax form ("1099"), and no article that only begins a period ("a year")."""
    article = match["low"].casefold() in ("a", "an") and not (match["sign"] or match["after"] or match["k1"])
    return not (article or TAX_FORM.fullmatch(match[0]))


def _is_time(match: re.Match[str], behind: str) -> bool:
    """Whether a number counts hours of work and no money ("46 but only 28 hours")."""
    return not (match["sign"] or match["k1"]) and _HOURS.match(behind) is not None


def share_of(text: str, base: Amount) -> Amount | None:
    """A share of the base as an amount in the same period ("a 10% bonus"); None where the words name no share."""
    found = _PERCENT.search(text)
    if found is None or commission_in(text) or not 0 < (share := parse_number(found[1])) <= 100:
        return None
    return base.model_copy(update={"low": plain(round(base.low * share / 100)), "high": None, "text": text})


def commission_in(text: str) -> str | None:
    """The share of what is sold that words name ("5% commission", "a commission of 5 percent")."""
    found = _COMMISSION.search(text)
    return f"{parse_number(found['share'] or found['of']):g}%" if found else None


def per_year(amount: Amount) -> float | None:
    """The lower end in the amount's currency a year; None where its period is not known.

    Pay by the hour counts the hours of the week that were told, without overtime, else full time (2,080 hours a year).
    """
    if amount.period is None:
        return None
    a_year = PER_YEAR[amount.period]
    if amount.days is not None and amount.period == "day":
        a_year = float(amount.days) * WEEKS_A_YEAR
    if amount.hours is not None and amount.period in ("hour", "contract_hour"):
        paid = min(amount.hours, FULL_WEEK) if amount.period == "hour" else amount.hours
        a_year = float(paid) * WEEKS_A_YEAR
    return float(amount.low) * a_year


def full_time(amount: Amount) -> float | None:
    """What the lower end would be a year in a job of full time, as wages are counted."""
    year = per_year(amount.model_copy(update={"hours": None}))
    shorter = amount.hours is not None and amount.hours < FULL_WEEK and amount.period not in _BY_THE_HOUR
    return year * FULL_WEEK / float(amount.hours or FULL_WEEK) if year is not None and shorter else year


def overtime(amount: Amount) -> float:
    """What hours beyond 40 a week come to in a year at time and a half; 0 where there are none, or pay is not by the hour."""
    if amount.hours is None or amount.period != "hour":
        return 0.0
    return max(float(amount.hours) - FULL_WEEK, 0.0) * _TIME_AND_A_HALF * float(amount.low) * WEEKS_A_YEAR


def kind_beside(before: str, span: str, after: str) -> PayKind | None:
    """What an amount is by the nearest word for it: within, behind ("150k base", "40k in RSUs") or before it ("TC of 210k")."""
    near = (span, " ".join(after.split()[:_KIND_NEAR]), " ".join(before.split()[-_KIND_NEAR:]))
    found = next((match for words in near if (match := _KIND.search(words))), None)
    return next((kind for kind, _ in _KIND_WORDS if found and found[kind]), None)


def with_period(amount: Amount, period: PayPeriod) -> Amount:
    """The amount with its period; of dollars a year the thousands that people leave out."""
    low, high = float(amount.low), float(amount.high) if amount.high is not None else None
    low, high, _ = _scaled(low, high, period, scaled=False, currency=amount.currency)
    ends = {"low": plain(low), "high": plain(high) if high is not None else None}
    return amount.model_copy(update={**ends, "period": period})


def likely_periods(amount: Amount) -> list[PayPeriod]:
    """The periods in which somebody may be paid so much: a year of it is neither next to nothing nor a fortune."""
    years = {period: per_year(with_period(amount, period)) or 0 for period in PER_YEAR}
    return [
        period
        for period, year in years.items()
        if _LEAST_YEARLY <= year <= _MOST_YEARLY and period not in ("contract_hour", "half_month")
    ]


def _weight(match: re.Match[str]) -> tuple[bool, bool, float]:
    """A number with a currency before one with a scale before the largest."""
    return bool(match["sign"] or match["after"]), bool(match["k1"] or match["k2"]), parse_number(match["low"])


def _number(words: str, sign: str | None) -> float:
    """A point that groups thousands is European ("€3.200")."""
    if sign and "$" not in sign and re.fullmatch(r"\d{1,3}\.\d{3}", words):
        return float(words.replace(".", ""))
    return parse_number(words)


def _scale(word: str | None) -> float:
    return _SCALES.get((word or "").casefold().removesuffix("ish"), 1)


def _currency(match: re.Match[str]) -> str:
    words = ((match[name] or "").casefold().strip() for name in ("sign", "after", "k2", "k1"))
    return next((_CURRENCIES[word] for word in words if word in _CURRENCIES), "USD")


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
