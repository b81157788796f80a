"""Amounts of pay in a message: what is earned, wished for and offered, each offer with its parts, role and place."""

from agent.models import Amount, Offer, PayKind
from agent.nlu.mentions import Mention, Message, distance
from agent.nlu.values.money import parse_amount, per_year

_KINDS: dict[str, PayKind] = {
    "payc": "base",
    "payo": "base",
    "payt": "base",
    "bonus": "bonus",
    "signon": "signon",
    "equity": "equity",
    "total": "total",
}
# Below this a bare number may be dollars an hour, above it people leave out the thousands ("I make 52").
_HIGHEST_HOURLY = 30
_NEAR = 60  # characters between an offer and what was told of it


def amounts(message: Message, *labels: str) -> list[Amount]:
    """The amounts of these labels that can be read."""
    return [amount for mention in message.of(*labels) if (amount := _amount(mention))]


def read_offers(message: Message) -> list[Offer]:
    """Each offered base (or total) with the extras told after it, and the nearest role, place and employer."""
    offers: list[Offer] = []
    for mention in message.of("payo", "total", "bonus", "signon", "equity"):
        amount = _amount(mention)
        if amount is None:
            continue
        if offers and mention.label not in ("payo", "total"):
            offers[-1] = offers[-1].model_copy(update={"amounts": [*offers[-1].amounts, amount]})
        elif mention.label in ("payo", "total") and message.of("payo"):
            offers.append(
                Offer(
                    amounts=[amount],
                    role=_near(message, mention, "ask", "tgt", "cur"),
                    place=_near(message, mention, "aloc", "loc"),
                    employer=_near(message, mention, "emp"),
                )
            )
    return offers


def yearly(amount: Amount, *, aim: bool = False) -> float | None:
    """US dollars a year; None in another currency or where the period cannot be told. An aim is seldom by the hour."""
    if amount.currency != "USD":
        return None
    if amount.period is None:
        if amount.low >= 1000:
            return None
        hourly = amount.low <= _HIGHEST_HOURLY
        if not (hourly or aim):
            return None
        return float(amount.low) * (2080 if hourly else 1000)
    return per_year(amount)


def _amount(mention: Mention) -> Amount | None:
    return parse_amount(mention.text, _KINDS[mention.label])


def _near(message: Message, to: Mention, *labels: str) -> str | None:
    found = message.nearest(to, *labels)
    return found.text if found and (distance(found, to) <= _NEAR or len(message.of("payo")) == 1) else None
