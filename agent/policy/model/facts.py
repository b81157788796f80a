"""What the model says the person told, held to their words: the quote stands there, and a number follows from it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import get_args

from pydantic import ValidationError

from agent.grounding.numbers import numbers_in
from agent.grounding.own import plain_quote
from agent.models import Amount, Offer, Profile, ProfileChange, Slot
from agent.models.profile import ProfileField
from agent.nlu import sense
from agent.nlu.values.dates import parse_deadline
from agent.nlu.values.durations import parse_weeks, parse_years
from agent.nlu.values.hours import parse_hours
from agent.nlu.values.money import parse_amount, per_year
from agent.policy.model.wire import Fact

_WEEKS_A_MONTH = 52 / 12
# How often a year each period of pay comes, hours at full time.
_PAY_PERIODS = (1, 12, 13, 14, 24, 26, 52, 260, 2080)
_TEXTS = ("current_role", "former_role", "target_role", "location")
_SLOTS: dict[str, Slot] = {
    "hours_per_week": "hours",
    "years_experience": "years",
    "horizon_weeks": "horizon",
    "present_pay": "pay",
    "target_salary": "pay",
}
_CURRENCIES = "€£₹¥"


@dataclass
class Told:
    """What is kept of the facts; `left_out` counts those that no words of the person support."""

    changes: list[ProfileChange] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)
    alternatives: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    lost_weeks: int = 0
    doubtful: list[Slot] = field(default_factory=list)
    left_out: int = 0


def kept_facts(facts: Sequence[Fact], messages: Sequence[str], profile: Profile, today: date) -> Told:
    """The facts whose quote stands in one of the person's messages, in order."""
    told = Told()
    said = [plain_quote(message).casefold() for message in messages]
    for fact in facts:
        quote = plain_quote(fact.quote).casefold()
        held = bool(quote) and any(quote in message for message in said)
        told.left_out += not (held and _keep(fact, told, profile, today))
    return told


def _keep(fact: Fact, told: Told, profile: Profile, today: date) -> bool:
    """Add a fact to what was told; False where its value does not follow from its quote."""
    given = fact.value if isinstance(fact.value, list) else [fact.value]
    names = [text.strip() for text in given if isinstance(text, str) and text.strip()]
    if fact.op == "forget" or (fact.op == "remove" and fact.field in _TEXTS):
        return _forget(fact, told, profile)
    if fact.field == "start_date":
        return _start(fact, told, today)
    if fact.field in ("skills", "missing_skills", "busy"):
        return bool(names) and _list(fact, names, told)
    if fact.field in ("alternatives", "done"):
        getattr(told, fact.field).extend(names)
        return bool(names)
    if fact.field in _TEXTS:
        told.changes += [_role_or_place(fact, name) for name in names[:1]]
        return bool(names)
    return _number(fact, told, today)


def _number(fact: Fact, told: Told, today: date) -> bool:
    number = derived(fact, today)
    if number is None:
        return False
    if fact.field == "lost_weeks":
        told.lost_weeks = max(1, round(number))
    elif fact.field == "offer":
        amount = parse_amount(fact.quote) or Amount(low=number, period="year", text=fact.quote)
        told.offers.append(Offer(amounts=[amount]))
    elif not sense.is_possible(fact.field, number):
        told.doubtful.append(_SLOTS[fact.field])
    else:
        value = (
            round(number, 2) if fact.field == "hours_per_week" and number != int(number) else round(number)
        )
        told.changes.append(ProfileChange(field=fact.field, value=value))
    return True


def _role_or_place(fact: Fact, name: str) -> ProfileChange:
    """In the person's spelling where they used these words, else the translation with their words beside it."""
    at = fact.quote.casefold().find(name.casefold())
    own = fact.quote[at : at + len(name)] if at >= 0 else name
    words = None if at >= 0 else fact.quote.strip()[:80]
    return ProfileChange.model_validate({"field": fact.field, "value": own, "words": words})


def _forget(fact: Fact, told: Told, profile: Profile) -> bool:
    if fact.field not in get_args(ProfileField) or not getattr(profile, fact.field):
        return False
    change = {"field": fact.field, "op": "remove" if fact.op == "remove" else "clear", "value": fact.value}
    told.changes.append(ProfileChange.model_validate(change))
    return True


def _list(fact: Fact, names: list[str], told: Told) -> bool:
    try:
        Profile(busy=names if fact.field == "busy" else [])
    except ValidationError:
        return False
    change = {"field": fact.field, "op": "remove" if fact.op == "remove" else "add", "value": names}
    told.changes.append(ProfileChange.model_validate(change))
    return True


def _start(fact: Fact, told: Told, today: date) -> bool:
    try:
        day = date.fromisoformat(str(fact.value))
    except ValueError:
        return False
    if sense.is_start(day, today):
        told.changes.append(ProfileChange(field="start_date", value=day.isoformat()))
    else:
        told.doubtful.append("start")
    return True


def derived(fact: Fact, today: date) -> float | None:
    """The number of a fact as its quote tells it; None where the model's number does not follow from the quote."""
    read, near = _READERS[fact.field]
    own = read(fact.quote, today)
    if not isinstance(fact.value, int | float) or isinstance(fact.value, bool):
        return own
    value, foreign = float(fact.value), near is _pay and any(sign in fact.quote for sign in _CURRENCIES)
    numbers = [] if foreign else sorted({number for number, _ in numbers_in(fact.quote)})
    possible = [*([own] if own is not None else []), *near(numbers, today)]
    return value if any(abs(value - each) <= max(0.02 * abs(each), 0.26) for each in possible) else None


def _hours(numbers: Iterable[float], _today: date) -> Iterator[float]:
    """A number of hours or minutes, as many times a week as there are days, or another number of the quote times."""
    few = [number for number in numbers if 0 < number <= 168][:8]
    for number in few:
        yield from (number * times / unit for times in range(1, 8) for unit in (1, 60))
        yield from (number * other for other in few)
        yield from (number + other for other in [*few, 0.5])
        yield from (number / _WEEKS_A_MONTH, 0.5 * number)


def _years(numbers: Iterable[float], today: date) -> Iterator[float]:
    for number in numbers:
        yield from (number, number / 12, number + 0.5)
        if 1950 <= number <= today.year:
            yield from (today.year - number + more for more in (-1, 0, 1))


def _weeks(numbers: Iterable[float], today: date) -> Iterator[float]:
    for number in numbers:
        yield from (number, number * _WEEKS_A_MONTH, number * 52, number / 7)
        if today.year <= number <= today.year + 30:
            yield from ((date(int(number), 1, 1) - today).days / 7 + week for week in range(54))


def _pay(numbers: Iterable[float], _today: date) -> Iterator[float]:
    yield from (number * times for number in numbers for times in _PAY_PERIODS)


def _read_pay(quote: str, _today: date) -> float | None:
    amount = parse_amount(quote)
    return per_year(amount) if amount and amount.currency == "USD" and amount.period else None


def _read_horizon(quote: str, today: date) -> float | None:
    day = parse_deadline(quote, today)
    return max(1.0, round((day - today).days / 7)) if day and day > today else None


_READERS: dict[
    str, tuple[Callable[[str, date], float | None], Callable[[Iterable[float], date], Iterator[float]]]
] = {
    "hours_per_week": (lambda quote, _today: parse_hours(quote), _hours),
    "years_experience": (parse_years, _years),
    "horizon_weeks": (_read_horizon, _weeks),
    "lost_weeks": (lambda quote, _today: parse_weeks(quote), _weeks),
    "present_pay": (_read_pay, _pay),
    "target_salary": (_read_pay, _pay),
    "offer": (_read_pay, _pay),
}
