"""Pay in words: "120k", "$60 an hour", "six figures"; always carried as USD a year."""

import re
from dataclasses import dataclass
from typing import Literal

from agent.policy.offline.understanding.quantities import NUMBER, blank, is_negated, parse_number, plain
from agent.policy.offline.understanding.text import Clause

Kind = Literal["offer", "current", "target", "threshold"]

HOURS_A_YEAR = 2080
_LEAST_HOURLY = 7  # USD; nobody learns "8 an hour"
_LEAST = 10_000  # USD a year; a bare number below it counts something else
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
_SCALE = r"(?:k\b|grand\b|thousand\b|m\b|million\b)"
_DIGITS = rf"(?:\d{{1,3}}(?:[, ]\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|(?<![\w-]){NUMBER}(?=\s*{_SCALE}(?<!\dm)))"
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
    r"\b(?:offer\w*|fair|reasonable|competitive|percentile|low\s?ball\w*|underpaid|good|decent|ok|okay|enough|quote\w*|negotiat\w*|pay(?:ing)? me)\b",
    re.IGNORECASE,
)
_OFFERED = re.compile(r"\b(?:offer\w*|low\s?ball\w*|quote\w*|negotiat\w*|pay(?:ing)? me)\b", re.IGNORECASE)
_TARGET = re.compile(
    r"\b(?:want|wanna|would like|would love|i'd like|i'd love|hop(?:e|ing)|aim\w*|goal|target\w*|at least|(?:no|not|nothing|anything) (?:less|lower|under|below|above|over)|less than|looking for|looking to"
    r"|need|dream|shoot\w* for|needs to|has to|have to|must|should|wish|minimum|min|floor|ideally|happy with|fine with|settle for|live with|would (?:do|be)|is (?:enough|plenty|fine|ok)|works"
    r"|expect\w*|reach|get to|go (?:below|under)|desired|someday|in mind)\b",
    re.IGNORECASE,
)
_CORRECTS = re.compile(
    r"(?:(?:no|actually|sorry|ok|well|or|so)[, ]+)*(?:make (?:it|that)|change (?:it|that) to|let's say|say|rather|more like|like|i meant|instead)\b[^a-z]*k?\b",
    re.IGNORECASE,
)
_CURRENT = re.compile(
    r"\b(?:i|i'm|we)\b(?: (?!want|need|would|should|must|could|hope)\w+){0,3}? (?:make|earn|earning|making|get paid|paid|on|at|bring home|get)\b|\b(?:current|currently|right now|my (?:current )?(?:pay|salary|wage))\b|\bmy\s*$",
    re.IGNORECASE,
)
_EARNED = re.compile(
    r"\s*(?:i|we) (?:\w+ )?(?:make|earn|get|bring)\b|\s*(?:now|right now|currently|at the moment)\b",
    re.IGNORECASE,
)
# Money that is not pay: "I owe 30k in student loans".
_NOT_PAY = re.compile(
    r"\b(?:owe\w*|debt|(?:rent|mortgage|tuition|house|car) (?:is|of|costs?)|costs?|saved|savings of|spent|borrowed)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_NOT_PAY_AFTER = re.compile(
    r"\s*(?:in|of)\s+(?:\w+\s+)?(?:loans?|debts?|savings|tuition|credit)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Money:
    """USD a year and what it is to the person; `assumption` says how it was counted, `foreign` stops it."""

    amount: int | float
    kind: Kind
    assumption: str | None = None
    foreign: bool = False


def find_money(clause: Clause) -> tuple[Money | None, str]:
    """The amount of money that says most, and the clause with every amount blanked out.

    What is wanted comes before what is earned or offered; of several the last, and none that is given up.
    """
    rest = clause.text
    found: list[Money] = []
    for match in _FIGURES.finditer(clause.text):
        rest = blank(rest, match.span())
        floor = _FIGURE_FLOORS[match["n"].lower()]
        found.append(Money(floor, _kind(clause, match), f"{match[0]} read as {floor:,} USD a year"))
    exact = bool(found)
    for match in _AMOUNT.finditer(rest):
        if not _is_money(match, rest, named=exact or bool(found)):
            continue
        rest = blank(rest, match.span())
        if not (is_negated(clause.text, *match.span()) or _is_no_pay(clause.text, match)):
            found.append(_money(match, clause, thousands=bool(found)))
    wanted = [each for each in found if each.kind == "target"]
    return next(reversed(wanted or found), None), rest


def _is_no_pay(text: str, match: re.Match[str]) -> bool:
    return bool(_NOT_PAY.search(text[: match.start()]) or _NOT_PAY_AFTER.match(text, match.end()))


def _is_money(match: re.Match[str], text: str, *, named: bool) -> bool:
    """A bare number is money only as thousands in a clause about pay; `named`: other money was named before."""
    if match["dollar"] or match["foreign"] or match["after"] or match["foreign_after"]:
        return True
    before, after = text[: match.start()], text[match.end() :]
    if re.match(
        r"\s*(?:hours?|hrs?|h\b|years?|yrs?|months?|weeks?|days?|%|people|jobs|percentile|miles|km|followers|users|students|employees|rows|steps|lines|words|views|copies)",
        after,
        re.IGNORECASE,
    ) or re.search(r"[\w.#+-]$", before):
        return False
    if match["k1"] or match["k2"]:
        return True
    value = parse_number(match["low"])
    about_pay = bool(_PAY_WORDS.search(text) or _TARGET.search(text))
    if match["period"] and not re.match(r"\s*(?:on|for) ", after):
        a_year = value * _PERIODS.get(_period(match), 1)
        by_the_hour = _PERIODS.get(_period(match)) == HOURS_A_YEAR and value >= _LEAST_HOURLY
        return (
            by_the_hour or bool(_PAY_WORDS.search(text)) or (about_pay and a_year >= _LEAST and value >= 100)
        )
    if named and (value >= _LEAST or 20 <= value < 1000):
        return bool(re.match(r"\s*(?:$|[,.;!?)]|to be exact|exactly)", after))
    return value >= _LEAST and (about_pay or bool(_OFFER.search(text)))


def _period(match: re.Match[str]) -> str:
    written = re.sub(r"^(?:an?|per|/|each|every|p\.?)\s*", "", (match["period"] or "").strip().lower())
    return _YEARLY_WORDS.get(written, written)


def _money(match: re.Match[str], clause: Clause, *, thousands: bool) -> Money:
    scale_low, scale_high = (match["k1"] or "").lower(), (match["k2"] or "").lower()
    low = parse_number(match["low"]) * _SCALES.get(scale_low or scale_high, 1)
    notes = []
    if match["high"]:
        notes.append(f"the lower end of {match[0].strip()} taken")
    period = _period(match)
    factor = _PERIODS.get(period, 1)
    if factor == 1 and not match["period"] and low < 1000 and thousands and not match["dollar"]:
        low *= 1000  # "I'm on 52k, need 65"
    elif factor == 1 and not match["period"] and low < 200 and not (scale_low or scale_high):
        factor, period = HOURS_A_YEAR, "hour"
    if factor != 1:
        notes.append(
            f"{match[0].strip()} counted as {plain(low * factor):,} USD a year ({factor:,} paid {period}s)".replace(
                "paid hrs", "paid hours"
            )
        )
    foreign = bool(match["foreign"] or match["foreign_after"])
    return Money(plain(low * factor), _kind(clause, match), "; ".join(notes) or None, foreign)


def _kind(clause: Clause, match: re.Match[str]) -> Kind:
    """What an amount is to the person: by the words before it, else by those of the whole clause."""
    text, after = clause.text, clause.text[match.end() :]
    lead = re.split(r"[,;]|\bto\b", text[: match.start()])[-1]
    questions = clause.asks or clause.requests
    if _CORRECTS.match(text) and not questions:
        return "target"
    if _OFFERED.search(text) or (questions and _OFFER.search(text)):
        return "offer"
    if questions or clause.supposes:
        return "threshold"
    if _CURRENT.search(lead) or _EARNED.match(after):
        return "current"
    if _TARGET.search(text):
        return "target"
    paid = match.groupdict().get("period") and text.strip(" .!") != match[0].strip()
    return "current" if paid or _CURRENT.search(text) or _PAY_WORDS.search(text) else "target"
