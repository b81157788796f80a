"""Pay of those who bill others: told by its words, and brought to an hour."""

import re
from collections.abc import Iterable

from agent.models import Amount
from agent.nlu.values.numbers import plain
from agent.nlu.values.pay_periods import HOURS_A_YEAR, PER_YEAR, is_told_by

_CONTRACT = re.compile(
    r"\b(?:1099|c2c|w2 contract|contract(?:or)?|corp[- ]to[- ]corp|billed|freelanc(?:e|er|ing)|self[- ]employed)\b",
    re.IGNORECASE,
)
# Who charges or bills is no employee; a "contract" alone may also be that of one.
_SELF_EMPLOYED = re.compile(
    r"\b(?:1099|c2c|corp[- ]to[- ]corp|freelanc(?:e|er|ers|ing)|self[- ]employed|independent contractor|(?:i|to|we) (?:charge|bill))\b",
    re.IGNORECASE,
)
_RATE = re.compile(r"\brates?\b", re.IGNORECASE)
# How somebody is hired, told right behind a sum ("$4,800 a month, 1099").
_BEHIND = re.compile(
    r"[\s,;(/\u2013-]*(?:(?:on|as)\s+(?:an?\s+)?)?(?P<hired>1099|c2c|corp[- ]to[- ]corp)\b", re.IGNORECASE
)


def is_contract_rate(text: str) -> bool:
    """Whether the pay that words speak of is what somebody bills for an hour, and no salary."""
    hourly = _RATE.search(text) or is_told_by(text, "hour")
    if hourly and (is_self_employed(text) or tells_contract(text)):
        return True
    return is_self_employed(text) and not is_told_by(text, "year")


def tells_contract(text: str) -> bool:
    """Whether words tell a contract, which may be an employee's, too."""
    return _CONTRACT.search(text) is not None


def is_self_employed(text: str) -> bool:
    """Whether words speak of somebody who bills others ("1099", "as a freelancer", "I charge")."""
    return _SELF_EMPLOYED.search(text) is not None


def hired_behind(text: str, at: int) -> str:
    """What tells right behind a sum how somebody is hired; empty where nothing does."""
    found = _BEHIND.match(text, at)
    return found["hired"] if found else ""


def as_billed(amount: Amount, words: Iterable[str]) -> Amount:
    """Base pay brought to an hour where words beside it tell that it is billed; a contract by the month may be an employee's."""
    said = [*words]
    short = amount.period in ("hour", "day")
    billed = any(is_self_employed(each) or (short and tells_contract(each)) for each in said)
    if not billed or amount.period is None or amount.kind != "base":
        return amount
    hours = HOURS_A_YEAR / PER_YEAR[amount.period]
    ends = {"low": amount.low / hours, "high": amount.high and amount.high / hours} if hours > 1 else {}
    told = amount.period if hours > 1 else None
    return amount.model_copy(update={**ends, "period": "contract_hour", "told": told})


def as_told(amount: Amount) -> Amount:
    """An amount with the period that it was told for."""
    if amount.told is None:
        return amount
    hours = HOURS_A_YEAR / PER_YEAR[amount.told]
    ends = {
        "low": plain(round(amount.low * hours, 2)),
        "high": amount.high and plain(round(amount.high * hours, 2)),
    }
    return amount.model_copy(update={**ends, "period": amount.told, "told": None})
