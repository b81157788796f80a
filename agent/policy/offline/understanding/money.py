"""Pay in words: "120k", "$60 an hour", "six figures"; always carried as USD a year."""

import re
from dataclasses import dataclass
from typing import Literal

from agent.policy.offline.understanding.quantities import blank, is_negated, parse_number, plain
from agent.policy.offline.understanding.text import Clause

Kind = Literal["offer", "current", "target", "threshold"]

HOURS_A_YEAR = 2080
_PERIODS = {
    "hour": HOURS_A_YEAR,
    "hr": HOURS_A_YEAR,
    "h": HOURS_A_YEAR,
    "day": 260,
    "week": 52,
    "wk": 52,
    "month": 12,
    "mo": 12,
}
_YEARLY_WORDS = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month"}
_DIGITS = r"\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_AMOUNT = re.compile(
    rf"(?P<foreign>[€£¥₹]\s*|\b(?:eur|gbp|inr|cad|aud|chf)\s*)?(?P<dollar>(?:us|usd)?\s*\$\s*|\busd\s*)?"
    rf"(?P<low>{_DIGITS})\s*(?P<k1>k\b|grand\b|thousand\b|m\b|million\b)?"
    rf"(?:\s*(?:-|to|and|or)\s*\$?\s*(?P<high>{_DIGITS})\s*(?P<k2>k\b|grand\b|thousand\b|m\b|million\b)?)?"
    r"(?P<after>\s*(?:dollars?|bucks|usd)\b)?(?P<foreign_after>\s*(?:euros?|eur|pounds?|gbp|rupees|inr|cad|aud|chf|francs|pesos|yen)\b|\s*[€£¥₹])?"
    r"(?P<period>\s*(?:an?|per|/|each|every|p\.?)\s*(?:hour|hr|h|day|week|wk|month|mo|year|yr|annum|a)\b|\s+(?:hourly|daily|weekly|monthly|annually|yearly))?",
    re.IGNORECASE,
)  # fmt: skip
_FIGURES = re.compile(r"\b(?P<n>five|six|seven|5|6|7)[- ]figures?\b", re.IGNORECASE)
_FIGURE_FLOORS = {
    "five": 10_000,
    "5": 10_000,
    "six": 100_000,
    "6": 100_000,
    "seven": 1_000_000,
    "7": 1_000_000,
}
_SCALES = {"k": 1000, "grand": 1000, "thousand": 1000, "m": 1_000_000, "million": 1_000_000}
_PAY_WORDS = re.compile(
    r"\b(?:salary|salaries|pay|paid|paying|pays|earn\w*|mak(?:e|es|ing)|made|wage\w*|income|compensation|offer\w*|rate|under\s?paid|overpaid)\b",
    re.IGNORECASE,
)
_OFFER = re.compile(
    r"\b(?:offer\w*|fair|reasonable|competitive|percentile|low\s?ball\w*|underpaid|good|decent|ok|okay|enough|quote\w*|negotiat\w*)\b",
    re.IGNORECASE,
)
_PAID_TO_ME = re.compile(r"\bpay(?:ing)? me\b", re.IGNORECASE)
_TARGET = re.compile(
    r"\b(?:want|wanna|would like|would love|i'd like|i'd love|hop(?:e|ing)|aim\w*|goal|target\w*|at least|looking for|looking to|need|dream"
    r"|shoot\w* for|needs to|has to|should|wish|minimum|ideally|happy with|fine with|settle for|live with|would do|expect(?:ing)?|reach|get to|desired)\b",
    re.IGNORECASE,
)
_CORRECTS = re.compile(
    r"(?:(?:no|actually|sorry|ok|well)[, ]+)*(?:make (?:it|that)|change (?:it|that) to|let's say|say|rather|more like|i meant)\b[^a-z]*k?\b",
    re.IGNORECASE,
)
_CURRENT = re.compile(
    r"\b(?:i|i'm|we)\b(?: \w+){0,3}? (?:make|earn|earning|making|get paid|paid|on|bring home|get)\b|\b(?:current|currently|my (?:current )?(?:pay|salary|wage))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Money:
    """USD a year and what it is to the person; `assumption` says how it was counted, `foreign` stops it."""

    amount: int | float
    kind: Kind
    assumption: str | None = None
    foreign: bool = False


def find_money(clause: Clause) -> tuple[Money | None, str]:
    """The last amount of money that is not given up, and the clause with every amount blanked out."""
    found: Money | None = None
    rest = clause.text
    for match in _FIGURES.finditer(clause.text):
        rest = blank(rest, match.span())
        found = Money(
            _FIGURE_FLOORS[match["n"].lower()],
            _kind(clause),
            f"{match[0]} read as {_FIGURE_FLOORS[match['n'].lower()]:,} USD a year",
        )
    for match in _AMOUNT.finditer(rest):
        if not _is_money(match, clause.text):
            continue
        rest = blank(rest, match.span())
        if not is_negated(clause.text, match.start()):
            found = _money(match, clause)
    return found, rest


def _is_money(match: re.Match[str], text: str) -> bool:
    """A bare number is money only as thousands in a clause about pay."""
    if match["dollar"] or match["foreign"] or match["after"] or match["foreign_after"]:
        return True
    before, after = text[: match.start()], text[match.end() :]
    if re.match(
        r"\s*(?:hours?|hrs?|h\b|years?|yrs?|months?|weeks?|days?|%|people|jobs|percentile)",
        after,
        re.IGNORECASE,
    ):
        return False
    if re.search(r"[\w.#+-]$", before):
        return False
    if match["k1"] or match["k2"]:
        return True
    value = parse_number(match["low"].replace(" ", ""))
    if match["period"] and _PAY_WORDS.search(text) and not re.match(r"\s*(?:on|for) ", after):
        return True
    return value >= 10_000 and bool(_PAY_WORDS.search(text) or _OFFER.search(text) or _TARGET.search(text))


def _money(match: re.Match[str], clause: Clause) -> Money:
    scale_low, scale_high = (match["k1"] or "").lower(), (match["k2"] or "").lower()
    low = parse_number(match["low"].replace(" ", "")) * _SCALES.get(scale_low or scale_high, 1)
    notes = []
    if match["high"]:
        notes.append(f"the lower end of {match[0].strip()} taken")
    period = re.sub(r"^(?:an?|per|/|each|every|p\.?)\s*", "", (match["period"] or "").strip().lower())
    period = _YEARLY_WORDS.get(period, period)
    factor = _PERIODS.get(period, 1)
    if factor == 1 and not match["period"] and low < 200 and not (scale_low or scale_high):
        factor, period = HOURS_A_YEAR, "hour"
    if factor != 1:
        notes.append(
            f"{match[0].strip()} counted as {plain(low * factor):,} USD a year ({factor:,} paid {period}s)".replace(
                "paid hrs", "paid hours"
            )
        )
    foreign = bool(match["foreign"] or match["foreign_after"])
    return Money(plain(low * factor), _kind(clause), "; ".join(notes) or None, foreign)


def _kind(clause: Clause) -> Kind:
    text = clause.text
    if _CORRECTS.match(text) and not clause.asks:
        return "target"
    if _PAID_TO_ME.search(text):
        return "offer"
    if _OFFER.search(text) and not re.search(r"\bat least\b|\bgood money\b", text, re.IGNORECASE):
        return "offer"
    if clause.asks or clause.supposes:
        return "threshold"
    if _TARGET.search(text):
        return "target"
    return "current" if _CURRENT.search(text) or _PAY_WORDS.search(text) else "target"
