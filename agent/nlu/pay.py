"""Amounts of pay in a message: what is earned, wished for and offered, each offer with its parts, role and place."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from agent.models import Amount, DialogueState, Offer, PayKind
from agent.nlu import sense
from agent.nlu.bare_pay import Known, in_period
from agent.nlu.links import known_role
from agent.nlu.mentions import Mention, Message, distance, distinct, given_up
from agent.nlu.scheme import AMOUNTS
from agent.nlu.values.benefits import find_benefits
from agent.nlu.values.contracts import hired_behind
from agent.nlu.values.money import (
    HIGHEST_HOURLY,
    SAVINGS_PLAN,
    TAX_FORM,
    kind_beside,
    parse_amount,
    per_year,
    share_of,
    with_period,
)
from agent.nlu.values.pay_periods import period_in
from agent.nlu.work_week import hours_of
from tools.oews.heads import head_of

_KINDS: dict[str, PayKind] = {"bonus": "bonus", "signon": "signon", "equity": "equity", "total": "total"}
_NEAR = 60  # characters between an offer and what was told of it
_TOLD = {"role": ("ask", "tgt", "cur"), "place": ("aloc", "loc"), "employer": ("emp",)}
_BASES = ("payc", "payo", "payt", "total", "asked")  # pay that may have a week of its own
_SPOKEN = frozenset({"base", "total", "net"})
_OFFERED = ("payo", "total", "bonus", "signon", "equity")
_BESIDE_A_SHARE = 5  # characters between a base and the share told with it
_SHARE = re.compile(r"\d\s?%")
_TO = re.compile(r"[ \t]*(?:[-\u2010-\u2015]|\bto\b)[ \t]*")  # between the ends of a range
_OR = re.compile(r"\s+or\s+", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+")  # the same behind "between"
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_PHRASE_ENDS = re.compile(r"[,;:.!?()\n]|\s(?:and|but|plus|or|vs\.?|versus|\+)\s", re.IGNORECASE)


def amounts(message: Message, *labels: str) -> list[Amount]:
    """The amounts of these labels that can be read."""
    return [amount for _, amount in _read(message, *labels)]


def _read(message: Message, *labels: str) -> list[tuple[Mention, Amount]]:
    """Mentions with their amounts; a bonus told as a share is that of the base before it, or of the one told before."""
    found: list[tuple[Mention, Amount]] = []
    held = next((told for told in reversed(message.told) if told.kind == "base"), None)
    for mention in with_ranges(message, *labels):
        if given_up(message, mention):
            continue
        base = next((told for _, told in reversed(found) if told.kind == "base"), held)
        if amount := read_amount(message, mention) or _share(message, mention, base):
            found.append((mention, amount))
    return [(mention, _in_period(message, mention, amount)) for mention, amount in found]


def _in_period(message: Message, mention: Mention, amount: Amount) -> Amount:
    """An amount without a period in that of another one of about its size ("24/hr. offered 29"), of the thread too, or of its job."""
    if amount.period is not None:
        return amount
    own = mention.label == "payc"
    # The last amount tells by which period pay is spoken of.
    before = tuple(reversed(message.told)) if amount.kind in _SPOKEN else ()
    others = [
        in_period(told, Known(before, message.earned), own=each.label == "payc")
        for each in with_ranges(message, *AMOUNTS)
        if each.start != mention.start and (told := read_amount(message, each))
    ]
    named = sorted(
        message.of("cur") if own else message.of("cur", "tgt", "ask"),
        key=lambda each: distance(each, mention),
    )
    hourly = message.by_the_hour if period_in(message.text) in (None, "hour") else None
    jobs = [each.text for each in named] + [*(message.jobs[:1] if own else reversed(message.jobs))]
    return in_period(amount, Known([*others, *before], message.earned, jobs, by_the_hour=hourly), own=own)


def _share(message: Message, mention: Mention, base: Amount | None) -> Amount | None:
    """A bonus that was told as a share of the base; other shares (a match of savings) are none."""
    before, after = _beside(message, mention)
    is_bonus = kind_beside(before, mention.text, after) == "bonus"
    found = share_of(mention.text, base) if base and is_bonus else None
    return found and found.model_copy(update={"kind": "bonus"})


def with_bases(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions with a sum before a share as the base that it is a share of ("72k + 10% bonus")."""
    said = list(mentions)
    for at, (first, share) in enumerate(pairwise(mentions)):
        alike = first.label == share.label == "bonus" and share.start - first.end <= _BESIDE_A_SHARE
        if (
            alike
            and _SHARE.search(share.text)
            and parse_amount(first.text)
            and not kind_beside("", first.text, "")
        ):
            said[at] = replace(first, label="payo")
    return tuple(said)


def read_offers(message: Message) -> list[Offer]:
    """Each offered base (or total) with the extras told beside it, and the nearest role, place and employer."""
    if not message.of("payo"):
        return []
    parts: list[list[Amount]] = []
    heads: list[Mention] = []
    apart = any(len(distinct(message.of(label))) > 1 for label in ("aloc", "emp", "tgt", "ask"))
    for mention, amount in _read(message, *_OFFERED):
        if amount.kind in ("base", "total", "net") and not _completes(amount, parts):
            if not apart and any(_is_same_sum(amount, each[0]) for each in parts):
                continue  # the same sum said twice ("31 an hour ... but it's 31 bucks", "$84,500 ... is 84.5 fair")
            parts.append([amount])
            heads.append(mention)
        elif parts:
            parts[-1].append(amount)
    told = {name: _each_ones(message, heads, labels) for name, labels in _TOLD.items()}
    told["role"] = [_or_own(role, message) for role in told["role"]]
    benefits = _benefits_of(message, heads)
    return [
        Offer(amounts=amounts, benefits=benefits[at], **{name: words[at] for name, words in told.items()})
        for at, amounts in enumerate(parts)
    ]


def _is_same_sum(one: Amount, other: Amount) -> bool:
    return one.low == other.low and one.high == other.high and one.period in (None, other.period)


def _or_own(role: str | None, message: Message) -> str | None:
    """The role of an offer; where no table knows it (a "data center job") the person's own work, if that is told and known."""
    own = next((each.text for each in message.of("cur") if known_role(each.text)), None)
    return own if role and own and not (known_role(role) or head_of(role)) else role


def _benefits_of(message: Message, heads: list[Mention]) -> list[list[str]]:
    """The benefits named with each offer: those told after its pay, of the first those before it, too."""
    found: list[list[str]] = [[] for _ in heads]
    for words, start in find_benefits(message.text) if heads else ():
        found[max(sum(head.start <= start for head in heads) - 1, 0)].append(words)
    return found


def _each_ones(message: Message, heads: list[Mention], labels: tuple[str, ...]) -> list[str | None]:
    """What was told of each offer: told once it is every one's, told as often as there are offers each one's in order.

    Unless one stands right beside the pay of another ("remote, 152k; in Charlotte, 168k, and I'd move from Raleigh").
    """
    found = distinct(message.of(*labels))
    if len(found) == 1:
        return [found[0].text] * len(heads)
    if len(found) == len(heads) and not any(
        distance(each, head) > distance(each, other) + _NEAR
        for each, head in zip(found, heads, strict=True)
        for other in heads
    ):
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
        hourly = amount.low <= HIGHEST_HOURLY
        if not (hourly or aim):
            return None
        return float(amount.low) * (2080 if hourly else 1000)
    return per_year(amount)


def read_amount(message: Message, mention: Mention) -> Amount | None:
    """An amount with the period and kind that the words beside it tell; None for what nobody is paid in a year ("26M")."""
    if SAVINGS_PLAN.match(message.text, mention.start) or _is_a_raise(message, mention):
        return None
    before, after = _beside(message, mention)
    kind = kind_beside(before, mention.text, after) or _KINDS.get(mention.label, "base")
    job = message.nearest(mention, "cur", "tgt", "ask")
    near = job.text if job and distance(job, mention) <= _NEAR else ""
    phrase = _PHRASE_ENDS.split(message.text[: mention.start])[-1]
    hired = hired_behind(message.text, mention.end)
    amount = parse_amount(mention.text, kind, beside=(before, after, near, phrase, hired))
    if amount and mention.label in _BASES and amount.told is None:
        hours = hours_of(message, mention, weekly=amount.period == "week")
        amount = amount.model_copy(update={"hours": hours})
    year = yearly(amount) if amount and kind in ("base", "total") else None
    return None if year is not None and not sense.is_possible("present_pay", year) else amount


def _is_a_raise(message: Message, mention: Mention) -> bool:
    """Whether a sum is what is paid more ("+6 an hour") and no pay by itself."""
    before = message.text[: mention.start]
    return mention.label in _BASES and before.endswith((" +", ",+", "(+"))


def with_ranges(message: Message, *labels: str) -> list[Mention]:
    """Mentions of these labels, the two ends of a range as one ("between 95 and 110k", "$58,000 - $66,000")."""
    joined: list[Mention] = []
    for mention in (part for each in message.of(*labels) for part in _apart(each)):
        first = joined[-1] if joined else None
        if first and first.label == mention.label and _is_range(message.text, first, mention):
            words = message.text[first.start : mention.end]
            sure = min(first.sure, mention.sure)
            joined[-1] = Mention(first.label, words, first.start, mention.end, sure)
        else:
            joined.append(mention)
    return joined


def _apart(mention: Mention) -> list[Mention]:
    """The two sums of one span, where the first has a period of its own ("85 an hour or 150k")."""
    parts = _OR.split(mention.text)
    if len(parts) != 2 or period_in(parts[0]) is None or not all(map(parse_amount, parts)):
        return [mention]
    first, last = parts
    return [
        replace(mention, text=first, end=mention.start + len(first)),
        replace(mention, text=last, start=mention.end - len(last)),
    ]


def _is_range(text: str, first: Mention, last: Mention) -> bool:
    gap = text[first.end : last.start]
    between = _AND.fullmatch(gap) and _BETWEEN.search(text[: first.start])
    return bool(_TO.fullmatch(gap) or between) and all(parse_amount(end.text) for end in (first, last))


def _only_names(mention: Mention) -> bool:
    """Whether a span is no sum but the word for one beside it ("15k" and "RSUs a year" told apart)."""
    return (
        mention.label in AMOUNTS
        and not any(character.isdigit() for character in mention.text)
        and parse_amount(mention.text) is None
    )


def _beside(message: Message, mention: Mention) -> tuple[str, str]:
    """The words of the same phrase before and after a mention, up to the next one."""
    others = [each for each in message.mentions if not (TAX_FORM.fullmatch(each.text) or _only_names(each))]
    ends = [each.end for each in others if each.end <= mention.start]
    starts = [each.start for each in others if each.start >= mention.end]
    before = _PHRASE_ENDS.split(message.text[max(ends, default=0) : mention.start])[-1]
    after = _PHRASE_ENDS.split(message.text[mention.end : min(starts, default=len(message.text))])[0]
    return before, after
