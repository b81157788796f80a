"""Pay that was offered, part by part as the model reads it: another word on the same offer takes the place of the one before."""

from collections.abc import Iterable, Sequence

from agent.models import Amount, Offer
from agent.nlu.links import same_place
from agent.nlu.values.hours import is_weekly, parse_hours
from agent.nlu.values.money import kind_beside, parse_amount, share_of
from agent.nlu.values.written_numbers import numbers_in, written_numbers

_NAMES = ("role", "place", "employer")


def offer_of(texts: Iterable[str], quote: str, said_before: str = "") -> Offer:
    """An offer of its parts ("134000 a year base", "15% bonus", "20 hours a week", "place: Denver").

    Its numbers are those of the quote, or were said before it: who puts one part right need not say the others again.
    """
    said = {value for words in (quote, said_before) for value, _ in numbers_in(words)}
    names, amounts, hours = dict[str, str](), list[Amount](), None
    for text in texts:
        name, mark, words = text.partition(":")
        sums = written_numbers(text)
        if mark and name.strip() in _NAMES:
            names[name.strip()] = words.strip()
        elif not sums or not all(each.values & said for each in sums):
            continue
        elif is_weekly(text) and (week := parse_hours(text)):
            hours = week
        elif amount := _amount(text, amounts):
            amounts.append(amount.model_copy(update={"text": quote}))
    worked = [
        each.model_copy(update={"hours": hours})
        if hours and each.period in ("hour", "contract_hour")
        else each
        for each in amounts
    ]
    return Offer(amounts=worked, **{name: words or None for name, words in names.items()})


def with_offer(held: Sequence[Offer], new: Offer) -> list[Offer]:
    """The offers with another one; one of the same employer or place keeps what the new words leave untold, and comes last."""
    same = next((each for each in reversed(held) if _is_same(each, new)), None)
    if same is None:
        return [*held] if new in held else [*held, new]
    kinds = {amount.kind for amount in new.amounts}
    base = next((each for each in new.amounts if each.kind == "base"), None)
    kept = [_of_base(amount, base) for amount in same.amounts if amount.kind not in kinds]
    told = {name: words for name in _NAMES if (words := getattr(new, name))}
    merged = same.model_copy(update={**told, "amounts": [*new.amounts, *kept]})
    return [*(each for each in held if each is not same), merged]


def without_offer(held: Sequence[Offer], named: Offer) -> list[Offer]:
    """The offers without the one that is named by employer, place or a sum; none where nothing names it."""
    sums = {amount.low for amount in named.amounts}
    if named.place or named.employer:
        return [each for each in held if not _is_same(each, named)]
    return [each for each in held if sums and not sums & {amount.low for amount in each.amounts}]


def _amount(text: str, before: Sequence[Amount]) -> Amount | None:
    """A sum with its kind and period; a bonus told as a share is that of the base before it."""
    based = any(each.kind == "base" for each in before)
    kind = kind_beside("", text, "") or ("benefits" if based else "base")  # there is one base
    base = next((each for each in before if each.kind == "base"), None)
    share = share_of(text, base) if base and kind == "bonus" else None
    return share.model_copy(update={"kind": kind}) if share else parse_amount(text, kind)


def _of_base(amount: Amount, base: Amount | None) -> Amount:
    """An amount told before; a bonus that was told as a share is one of the new `base`."""
    share = share_of(amount.text, base) if base and amount.kind == "bonus" else None
    return share.model_copy(update={"kind": amount.kind, "text": amount.text}) if share else amount


def _is_same(one: Offer, other: Offer) -> bool:
    if one.employer and other.employer:
        return one.employer.casefold() == other.employer.casefold()
    return bool(one.place and other.place) and same_place(one.place or "", other.place or "")
