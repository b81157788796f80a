"""Amounts of pay in a message: what is earned, wished for and offered, each offer with its parts, role and place."""

import re
from collections.abc import Sequence

from agent.models import Amount, DialogueState, Offer, PayKind
from agent.nlu import sense
from agent.nlu.mentions import Mention, Message, distance, distinct
from agent.nlu.values.money import kind_beside, parse_amount, per_year, period_in, with_period

_KINDS: dict[str, PayKind] = {"bonus": "bonus", "signon": "signon", "equity": "equity", "total": "total"}
# Below this a bare number may be dollars an hour, above it people leave out the thousands ("I make 52").
_HIGHEST_HOURLY = 30
_NEAR = 60  # characters between an offer and what was told of it
_TOLD = {"role": ("ask", "tgt", "cur"), "place": ("aloc", "loc"), "employer": ("emp",)}
_OFFERED = ("payo", "total", "bonus", "signon", "equity")
_TO = re.compile(r"[ \t]*(?:[-\u2010-\u2015]|\bto\b)[ \t]*")  # between the ends of a range
_AND = re.compile(r"\s+and\s+")  # the same behind "between"
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_PHRASE_ENDS = re.compile(r"[,;:.!?()\n]|\s(?:and|but|plus|or|vs\.?|versus)\s", re.IGNORECASE)


def amounts(message: Message, *labels: str) -> list[Amount]:
    """The amounts of these labels that can be read."""
    return [amount for mention in with_ranges(message, *labels) if (amount := read_amount(message, mention))]


def read_offers(message: Message) -> list[Offer]:
    """Each offered base (or total) with the extras told beside it, and the nearest role, place and employer."""
    if not message.of("payo"):
        return []
    parts: list[list[Amount]] = []
    heads: list[Mention] = []
    for mention in with_ranges(message, *_OFFERED):
        amount = read_amount(message, mention)
        if amount and amount.kind in ("base", "total") and not _completes(amount, parts):
            parts.append([amount])
            heads.append(mention)
        elif amount and parts:
            parts[-1].append(amount)
    told = {name: _each_ones(message, heads, labels) for name, labels in _TOLD.items()}
    return [
        Offer(amounts=amounts, **{name: words[at] for name, words in told.items()})
        for at, amounts in enumerate(parts)
    ]


def _each_ones(message: Message, heads: list[Mention], labels: tuple[str, ...]) -> list[str | None]:
    """What was told of each offer: told once it is every one's, told as often as there are offers each one's in order."""
    found = distinct(message.of(*labels))
    if len(found) == 1:
        return [found[0].text] * len(heads)
    if len(found) == len(heads):
        return [each.text for each in found]
    near = (message.nearest(head, *labels) for head in heads)
    return [
        each.text if each and distance(each, head) <= _NEAR else None
        for each, head in zip(near, heads, strict=True)
    ]


def amount_answered(message: Message, dialogue: DialogueState) -> tuple[Amount, Amount] | None:
    """The amount whose period was asked back, as it was told and with the period that the message names."""
    if dialogue.asked != "period" or (period := period_in(message.text)) is None:
        return None
    waiting = (amount for wish in dialogue.held for amount in wish.amounts if amount.period is None)
    told = next(waiting, None)
    return (told, with_period(told, period)) if told else None


def pay_answered(message: Message, dialogue: DialogueState) -> int | None:
    """What they earn (US dollars a year), where the amount whose period was asked back was no offer."""
    answered = amount_answered(message, dialogue)
    offered = [amount for offer in dialogue.offers for amount in offer.amounts]
    if answered is None or answered[0] in offered or (year := yearly(answered[1])) is None:
        return None
    return round(year) if sense.is_possible("present_pay", year) else None


def _completes(amount: Amount, parts: Sequence[list[Amount]]) -> bool:
    """Whether a base is that of the total told just before it, or a total that of the base."""
    before = {each.kind for each in parts[-1]} if parts else set()
    return amount.kind not in before and bool(before & {"base", "total"})


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


def read_amount(message: Message, mention: Mention) -> Amount | None:
    """An amount with the period and kind that the words beside it tell; None for what nobody is paid in a year ("26M")."""
    before, after = _beside(message, mention)
    kind = kind_beside(before, mention.text, after) or _KINDS.get(mention.label, "base")
    amount = parse_amount(mention.text, kind, beside=(before, after))
    year = yearly(amount) if amount and kind in ("base", "total") else None
    return None if year is not None and not sense.is_possible("present_pay", year) else amount


def with_ranges(message: Message, *labels: str) -> list[Mention]:
    """Mentions of these labels, the two ends of a range as one ("between 95 and 110k", "$58,000 - $66,000")."""
    joined: list[Mention] = []
    for mention in message.of(*labels):
        first = joined[-1] if joined else None
        if first and _is_range(message.text, first, mention):
            words = message.text[first.start : mention.end]
            sure = min(first.sure, mention.sure)
            joined[-1] = Mention(first.label, words, first.start, mention.end, sure)
        else:
            joined.append(mention)
    return joined


def _is_range(text: str, first: Mention, last: Mention) -> bool:
    gap = text[first.end : last.start]
    between = _AND.fullmatch(gap) and _BETWEEN.search(text[: first.start])
    return bool(_TO.fullmatch(gap) or between) and all(parse_amount(end.text) for end in (first, last))


def _beside(message: Message, mention: Mention) -> tuple[str, str]:
    """The words of the same phrase before and after a mention, up to the next one."""
    ends = [each.end for each in message.mentions if each.end <= mention.start]
    starts = [each.start for each in message.mentions if each.start >= mention.end]
    before = _PHRASE_ENDS.split(message.text[max(ends, default=0) : mention.start])[-1]
    after = _PHRASE_ENDS.split(message.text[mention.end : min(starts, default=len(message.text))])[0]
    return before, after
