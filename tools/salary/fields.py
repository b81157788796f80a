"""Fields of the fact tables: numbers, lists, money in words."""

from collections.abc import Sequence

from tools.evidence import Number


def number(text: str) -> Number | None:
    """A table's number; null for an empty field. Raises ValueError when it is not a number."""
    text = text.strip()
    if not text:
        return None
    return float(text) if "." in text else int(text)


def items(text: str) -> list[str]:
    """A field that holds several values, separated by semicolons."""
    return [part.strip() for part in text.split(";") if part.strip()]


def money(value: Number, unit: str) -> str:
    """Money in words: "$135,980 a year", "$31.50 an hour", "EUR 70,000 a year"."""
    return f"{bare_money(value, unit)} {_per(unit)}".rstrip()


def bare_money(value: Number, unit: str) -> str:
    """The amount alone: "$135,980", "EUR 70,000"."""
    cents = unit.endswith("/hour") or not float(value).is_integer()
    said = f"{value:,.2f}" if cents else f"{value:,.0f}"
    currency = unit.partition("/")[0]
    return f"${said}" if currency == "USD" else f"{currency} {said}"


def money_range(low: Number, high: Number, unit: str) -> str:
    """Two amounts in words, one where they are the same: "$80,000 to $115,458 a year"."""
    return money(high, unit) if low == high else f"{bare_money(low, unit)} to {money(high, unit)}"


def listed(names: Sequence[str]) -> str:
    """Names in words: "A", "A and B", "A, B and C"."""
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1] if names else "") if part)


def either(names: Sequence[str]) -> str:
    """Choices in words: "A", "A or B", "A, B or C"."""
    return " or ".join(part for part in (", ".join(names[:-1]), names[-1] if names else "") if part)


def _per(unit: str) -> str:
    per = unit.partition("/")[2]
    return f"{'an' if per == 'hour' else 'a'} {per}" if per else ""


def amount(value: Number, unit: str) -> str:
    """A figure in words: money, percent or a count ("15 %", "1,654,440 jobs")."""
    if "/" in unit:
        return money(value, unit)
    return f"{value:,} %" if unit == "%" else f"{value:,} {unit}"
