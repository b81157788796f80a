"""Offers in a message: each base with what is told beside it, its benefits, role, place and employer, and when it ends."""

from collections.abc import Sequence
from typing import NamedTuple

from agent.models import Amount, DialogueState, Offer, Profile, Subject, Wish
from agent.nlu.links import known_role
from agent.nlu.mentions import Mention, Message, distance, distinct
from agent.nlu.pay import read_sums
from agent.nlu.values.benefits import find_benefits, find_lacking
from agent.nlu.values.pay_terms import weeks_it_lasts
from tools.oews.heads import head_of

_NEAR = 60  # characters between an offer and what was told of it
_TOLD = {"role": ("ask", "tgt", "cur"), "place": ("aloc", "oloc", "loc"), "employer": ("emp",)}
_OFFERED = ("payo", "total", "bonus", "signon", "equity")
_WHOLE = ("base", "total", "net")
_NOW = -1  # in the place of an offer: the work they have


class _Read(NamedTuple):
    """The amounts of each offer with its head, and of all bases where they stand and whose they are."""

    parts: list[list[Amount]]
    heads: list[Mention]
    owners: list[tuple[int, int]]


def read_offers(message: Message) -> list[Offer]:
    """Each offered base (or total) with what is told beside it, and the nearest role, place and employer."""
    if not message.of("payo"):
        return []
    read = _grouped(message)
    told = {name: _each_ones(message, read.heads, labels) for name, labels in _TOLD.items()}
    told["role"] = [_or_own(role, message) for role in told["role"]]
    given = _by_owner(find_benefits(message.text), read)
    lacking = _by_owner(find_lacking(message.text), read)
    weeks = weeks_it_lasts(message.text) if len(read.heads) == 1 else None
    return [
        Offer(
            amounts=amounts,
            benefits=given.get(at, []),
            lacks=lacking.get(at, []),
            held=given.get(_NOW, []),
            weeks=weeks,
            **{name: words[at] for name, words in told.items()},
        )
        for at, amounts in enumerate(read.parts)
    ]


def as_offered(wish: Wish, message: Message, dialogue: DialogueState, profile: Profile) -> list[Subject]:
    """The subjects of a wish whose sum is an offer's, told now or before: the job and the place of that offer, not their own."""
    sums = {amount.low for amount in wish.amounts}
    offers = (*dialogue.offers, *read_offers(message))
    told = (each for each in reversed(offers) if sums & {one.low for one in each.amounts})
    offer = next((each for each in told if each.role or each.place), None)
    if offer is None:
        return wish.subjects
    own, home = (None, profile.current_role), (None, profile.location)
    return [
        each.model_copy(
            update={
                "role": offer.role or each.role if each.role in own else each.role,
                "place": offer.place or each.place if each.place in home else each.place,
            }
        )
        for each in wish.subjects or [Subject()]
    ]


def _grouped(message: Message) -> _Read:
    """The sums of the message by the offer they belong to; what stands behind what they earn belongs to that."""
    read = _Read([], [], [])
    apart = any(len(distinct(message.of(label))) > 1 for label in ("aloc", "emp", "tgt", "ask"))
    waiting, of_now = list[Amount](), False
    for mention, amount in read_sums(message, *_OFFERED, "payc"):
        if mention.label == "payc" and amount.kind != "cost":
            of_now = True
            read.owners.append((mention.start, _NOW))
        elif amount.kind in _WHOLE and not _completes(amount, read.parts):
            of_now = False
            if not apart and any(_is_same_sum(amount, each[0]) for each in read.parts):
                continue  # the same sum said twice ("31 an hour ... but it's 31 bucks", "$84,500 ... is 84.5 fair")
            read.owners.append((mention.start, len(read.parts)))
            read.parts.append([amount, *waiting])
            read.heads.append(mention)
            waiting = []
        elif read.parts and (not of_now or amount.kind in ("later", "cost")):
            read.parts[-1].append(amount)
        elif amount.kind == "later":
            waiting.append(amount)  # "24.75 after probation, 23 until then"
    if waiting and not read.parts:
        first = next(mention for mention, amount in read_sums(message, "payo") if amount == waiting[0])
        read.owners.append((first.start, 0))
        read.parts.append([each.model_copy(update={"kind": "base"}) for each in waiting[:1]])
        read.heads.append(first)
    return read


def _is_same_sum(one: Amount, other: Amount) -> bool:
    return one.low == other.low and one.high == other.high and one.period in (None, other.period)


def _completes(amount: Amount, parts: Sequence[list[Amount]]) -> bool:
    """Whether a base is that of the total told just before it, or a total that of the base."""
    before = {each.kind for each in parts[-1]} if parts else set()
    return amount.kind not in before and bool(before & {"base", "total"})


def _or_own(role: str | None, message: Message) -> str | None:
    """The role of an offer; where no table knows it (a "data center job") the person's own work, if that is told and known."""
    own = next((each.text for each in message.of("cur") if known_role(each.text)), None)
    return own if role and own and not (known_role(role) or head_of(role)) else role


def _by_owner(named: Sequence[tuple[str, int]], read: _Read) -> dict[int, list[str]]:
    """Benefits by whose they are: those told after a sum are of its work, those before all sums of the first one's."""
    found: dict[int, list[str]] = {}
    owners = sorted(read.owners)
    for words, start in named if owners else ():
        before = [owner for at, owner in owners if at <= start]
        found.setdefault(before[-1] if before else owners[0][1], []).append(words)
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
