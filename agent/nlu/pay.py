"""Amounts of pay in a message: what is earned, wished for and offered, each in its period and of its kind."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from agent.models import Amount, DialogueState, PayKind
from agent.nlu import sense
from agent.nlu.bare_pay import Known, in_period
from agent.nlu.mentions import Mention, Message, distance, given_up
from agent.nlu.scheme import AMOUNTS
from agent.nlu.values.contracts import as_billed, hired_behind
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
from agent.nlu.values.pay_terms import by_its_days, is_later
from agent.nlu.values.work_hours import FULL_WEEK, find_work_hours
from agent.nlu.work_week import hours_of

_KINDS: dict[str, PayKind] = {"bonus": "bonus", "signon": "signon", "equity": "equity", "total": "total"}
_NEAR = 60  # characters between a sum and the job it is for
_BASES = ("payc", "payo", "payt", "total", "asked")  # pay that may have a week of its own
_SPOKEN = frozenset({"base", "total", "net"})
_BESIDE_A_SHARE = 5  # characters between a base and the share told with it
_SHARE = re.compile(r"\d\s?%")
_TO = re.compile(r"[ \t]*(?:[-\u2010-\u2015]|\bto\b)[ \t]*")  # between the ends of a range
_OR = re.compile(r"\s+or\s+", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+")  # the same behind "between"
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_SENTENCE_ENDS = re.compile(r"[.!?;]\s|\n")
_PHRASE_ENDS = re.compile(r"[,;:.!?()\n]|\s(?:and|but|plus|or|vs\.?|versus|\+)\s", re.IGNORECASE)


def amounts(message: Message, *labels: str) -> list[Amount]:
    """The amounts of these labels that can be read."""
    return [amount for _, amount in read_sums(message, *labels)]


def read_sums(message: Message, *labels: str) -> list[tuple[Mention, Amount]]:
    """Mentions with their amounts; a bonus told as a share is that of the base before it, or of the one told before."""
    found: list[tuple[Mention, Amount]] = []
    held = next((told for told in reversed(message.told) if told.kind == "base"), None)
    for mention in with_ranges(message, *labels):
        if given_up(message, mention):
            continue
        base = next((told for _, told in reversed(found) if told.kind == "base"), held)
        if amount := read_amount(message, mention) or _share(message, mention, base):
            found.append((mention, amount))
    return [
        (
            mention,
            as_billed(_in_period(message, mention, amount), (hired_behind(message.text, mention.end),)),
        )
        for mention, amount in found
    ]


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
    if (
        SAVINGS_PLAN.match(message.text, mention.start)
        or _is_a_raise(message, mention)
        or _is_a_week(message, mention)
    ):
        return None
    before, after = _beside(message, mention)
    kind = kind_beside(before, mention.text, after) or _KINDS.get(mention.label, "base")
    if kind == "base" and mention.label == "payo" and is_later(before, after):
        kind = "later"
    job = message.nearest(mention, "cur", "tgt", "ask")
    near = job.text if job and distance(job, mention) <= _NEAR else ""
    phrase = _PHRASE_ENDS.split(message.text[: mention.start])[-1]
    hired = hired_behind(message.text, mention.end)
    amount = parse_amount(mention.text, kind, beside=(before, after, near, phrase, hired))
    if amount and mention.label in _BASES and amount.told is None:
        hours = hours_of(message, mention, weekly=amount.period == "week")
        amount = by_its_days(amount.model_copy(update={"hours": hours}), _sentence_of(message.text, mention))
    year = yearly(amount) if amount and kind in ("base", "total") else None
    return None if year is not None and not sense.is_possible("present_pay", year) else amount


def _is_a_raise(message: Message, mention: Mention) -> bool:
    """Whether a sum is what is paid more ("+6 an hour") and no pay by itself."""
    before = message.text[: mention.start]
    return mention.label in _BASES and before.endswith((" +", ",+", "(+"))


def _is_a_week(message: Message, mention: Mention) -> bool:
    """Whether a bare number is the week of the work they have, whose pay was told before ("26 but only 28 hours, here I get 40")."""
    bare = mention.label == "payc" and mention.text.strip().isdigit() and message.earned is not None
    return bare and float(mention.text) <= FULL_WEEK and bool(find_work_hours(message.text))


def _sentence_of(text: str, mention: Mention) -> str:
    """The sentence that a sum stands in."""
    begin = max((each.end() for each in _SENTENCE_ENDS.finditer(text, 0, mention.start)), default=0)
    end = _SENTENCE_ENDS.search(text, mention.end)
    return text[begin : end.start() if end else len(text)]


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
