"""What is reckoned of figures: differences, sums, products and ratios, also with numbers that the person told."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from agent.grounding.grounds import FigureGround

NAME = r"(?:E\d+|P)\.[\w-]+"
_NUMBER = r"\$?\d+(?:,\d{3})*(?:\.\d+)?"
TERM = rf"(?:{NAME}|{_NUMBER})"
_OPERATION = r"[-\u2212+*\u00d7/]"
_MOST = 10  # terms
SUM = rf"{NAME}|{TERM}(?:\s*{_OPERATION}\s*{TERM}){{1,{_MOST - 1}}}"
_TERMS = re.compile(rf"\s*(?P<op>{_OPERATION})?\s*(?P<term>{TERM})")
_MONEY = "USD"
# Months, half months, fortnights, weeks, working days and hours of a year: what is left is for one of them.
_OF_A_YEAR = frozenset(map(float, (12, 24, 26, 52, 260, 2080)))


_YEARS = frozenset(map(float, range(2, 11)))  # pay for a year so many times is for so many years


class Unsupported(Exception):  # noqa: N818 - what a text says that nothing holds; its words go back to the writer
    """Why a text cannot stand, as one clause for whoever wrote it."""


class Term(NamedTuple):
    """One part of a sum: its operation (+ of the first), and the name of a figure or a number as it is written."""

    op: str
    text: str

    @property
    def is_name(self) -> bool:
        return self.text[0] in "EP"


class Amount(NamedTuple):
    """A value and its unit, empty for a bare number."""

    value: float
    unit: str


def terms_of(text: str) -> list[Term]:
    """The parts of a reference, its braces off."""
    found = _TERMS.finditer(text)
    return [
        Term({"\u2212": "-", "\u00d7": "*"}.get(each["op"], each["op"] or "+"), each["term"])
        for each in found
    ]


def literals(text: str) -> list[float]:
    """The numbers that stand in a reference themselves."""
    return [_number(each.text).value for each in terms_of(text) if not each.is_name]


def reckoned(terms: Sequence[Term], figures: Sequence[FigureGround], *, percent: bool) -> Amount:
    """What the terms come to, the figures in the order of their names; a ratio is one of 1, or with `percent` of 100.

    Raises Unsupported for units that do not go together and for what falls below zero.
    """
    named = iter(figures)
    amounts = [
        Amount(each.value, each.figure.unit) if term.is_name and (each := next(named)) else _number(term.text)
        for term in terms
    ]
    if len(terms) == 1:
        return amounts[0]
    products: list[tuple[str, Amount]] = []
    for term, amount in zip(terms, amounts, strict=True):
        if term.op in "*/":
            op, before = products.pop()
            products.append((op, _times(before, amount) if term.op == "*" else _by(before, amount)))
        else:
            products.append((term.op, amount))
    (_, whole), *rest = products
    for op, amount in rest:
        whole = Amount(whole.value + (amount.value if op == "+" else -amount.value), _one_unit(whole, amount))
    if whole.value < 0:
        raise Unsupported("this difference is below zero; name the larger figure first")
    return _as_ratio(whole, percent=percent) if whole.unit == "ratio" else _rounded(whole)


def _times(one: Amount, other: Amount) -> Amount:
    if one.unit and other.unit:
        raise Unsupported(f"{one.unit} and {other.unit} are not multiplied")
    unit, times = one.unit or other.unit, other if one.unit else one
    if times.value in _YEARS:  # "over three years"
        unit = unit.removesuffix("/year")
    return Amount(one.value * other.value, unit)


def _by(one: Amount, other: Amount) -> Amount:
    if not other.value:
        raise Unsupported("a ratio to zero says nothing")
    if not other.unit:
        unit = one.unit.removesuffix("/year") if other.value in _OF_A_YEAR else one.unit
        return Amount(one.value / other.value, unit)
    _one_unit(one, other)
    return Amount(one.value / other.value, "ratio")


def _one_unit(one: Amount, other: Amount) -> str:
    """The unit of both: a bare number takes that of the other; with a sum that is for no time neither is the other."""
    if one.unit == other.unit or not other.unit:
        return one.unit
    if not one.unit:
        return other.unit
    currencies = {each.unit.partition("/")[0] for each in (one, other)}
    if _MONEY in (one.unit, other.unit) and currencies == {_MONEY}:
        return _MONEY
    raise Unsupported(f"{one.unit} and {other.unit} are different units")


def _as_ratio(ratio: Amount, *, percent: bool) -> Amount:
    value = ratio.value
    if not percent:
        return Amount(round(value, 1 if value >= 1.05 else 2), "ratio")
    return Amount(float(round(100 * value)) if value >= 0.01 else float(f"{100 * value:.1g}"), "%")


def _rounded(amount: Amount) -> Amount:
    """Whole dollars; of small sums cents, of others one decimal."""
    cents = 2 if amount.unit.startswith(_MONEY) and amount.value < 1000 and "/year" not in amount.unit else 0
    return Amount(round(amount.value, cents if amount.unit.startswith(_MONEY) else 1), amount.unit)


def _number(text: str) -> Amount:
    return Amount(float(text.lstrip("$").replace(",", "")), _MONEY if text.startswith("$") else "")
