"""What the model says the person told, held to their words: the quote stands there, and a number follows from it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import product
from typing import get_args

from agent.grounding.own import plain_quote
from agent.models import Amount, Offer, Profile, ProfileChange, Slot
from agent.models.changes import LIST_FIELDS
from agent.models.profile import ProfileField
from agent.nlu import sense
from agent.nlu.language import ENGLISH
from agent.nlu.values.dates import parse_deadline, parse_start
from agent.nlu.values.durations import parse_weeks, parse_years
from agent.nlu.values.hours import parse_hours
from agent.nlu.values.money import parse_amount, per_year
from agent.nlu.values.numbers import plain
from agent.nlu.values.written_dates import tells_day, without_dates
from agent.nlu.values.written_numbers import numbers_in, written_numbers
from agent.plans.progress import MOST_LOST_WEEKS
from agent.policy.model.offers import offer_of
from agent.policy.model.wire import Fact
from tools.errors import UsageError
from tools.roadmap.calendars import read_period

_SLOTS: dict[str, Slot] = {
    "hours_per_week": "hours",
    "years_experience": "years",
    "horizon_weeks": "horizon",
    "present_pay": "pay",
    "target_salary": "pay",
}
# A number of a quote times one of these is what a fact may come to: hours or minutes on some days of a week, or in a
# month; months of a year; years, months or days in weeks; pay by the year, month, half month, fortnight, week, day, hour.
_WEEKS = (1, 52 / 12, 52, 1 / 7)
_MOST_WEEKS = 5000  # a deadline further away is none
_PAY = (1, 12, 13, 14, 24, 26, 52, 260, 2080)
_TIMES: dict[str, tuple[float, ...]] = {
    "hours_per_week": (*range(1, 8), *(days / 60 for days in range(1, 8)), 12 / 52, 0.5),
    "years_experience": (1, 1 / 12),
    "horizon_weeks": _WEEKS,
    "lost_weeks": _WEEKS,
    "present_pay": _PAY,
    "target_salary": _PAY,
    "offer": _PAY,
}


@dataclass
class Told:
    """What is kept of the facts: `taken_back` are those of no profile field, `left_out` counts those that no words of the person support."""

    changes: list[ProfileChange] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)
    alternatives: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    taken_back: list[Fact] = field(default_factory=list)
    lost_weeks: int = 0
    doubtful: list[Slot] = field(default_factory=list)
    left_out: int = 0
    said: str = ""
    deadline: date | None = None

    def change(self, name: str, value: object, op: str = "set", **more: object) -> bool:
        told = {"field": name, "op": op, "value": value, **more}
        self.changes.append(ProfileChange.model_validate(told))
        return True


def kept_facts(
    facts: Sequence[Fact], messages: Sequence[str], profile: Profile, today: date, language: str = ENGLISH
) -> Told:
    """The facts whose quote stands in one of the person's messages, in order."""
    told = Told(said="\n".join(messages))
    said = [plain_quote(message).casefold() for message in messages]
    for fact in facts:
        quote = plain_quote(fact.quote).casefold()
        held = bool(quote) and any(quote in message for message in said)
        told.left_out += not (held and _keep(fact, told, profile, today, language))
    return told


def _keep(fact: Fact, told: Told, profile: Profile, today: date, language: str) -> bool:
    """Add a fact to what was told; False where its value does not follow from its quote."""
    name, texts = fact.field, texts_of(fact)
    if fact.op in ("remove", "forget") and name != "lost_weeks":
        return _take_back(fact, texts, told, profile)
    if name == "offer" and (offer := offer_of(texts, fact.quote, told.said)).amounts:
        told.offers.append(offer)
        return True
    if name in _TIMES:
        kept = _number(fact, told, today, language)
        told.deadline = _day(fact.value) if kept and name == "horizon_weeks" else told.deadline
        return kept
    if name == "start_date":
        return _start(fact, told, today, language)
    if not texts or (name == "busy" and not _is_told(texts, fact.quote, today)):
        return False
    if name in ("alternatives", "done"):
        getattr(told, name).extend(texts)
    elif name in LIST_FIELDS:
        told.change(name, texts, "add")
    else:  # in the person's spelling where they used these words, else the translation with their words beside it
        at = fact.quote.casefold().find(texts[0].casefold())
        own = fact.quote[at : at + len(texts[0])] if at >= 0 else texts[0]
        told.change(name, own, words=None if at >= 0 else fact.quote.strip()[:80])
    return True


def _take_back(fact: Fact, texts: list[str], told: Told, profile: Profile) -> bool:
    """A field that is told no more; of a list what is named."""
    if fact.field not in get_args(ProfileField):
        told.taken_back.append(fact)
        return True
    some = bool(texts) and fact.field in LIST_FIELDS
    held = bool(getattr(profile, fact.field))
    return held and told.change(fact.field, texts if some else None, "remove" if some else "clear")


def texts_of(fact: Fact) -> list[str]:
    """The values of a fact that are texts."""
    given = fact.value if isinstance(fact.value, list) else [fact.value]
    return [text.strip() for text in given if isinstance(text, str) and text.strip()]


def _start(fact: Fact, told: Told, today: date, language: str) -> bool:
    """The first day: as the model gives it, unless digits of the quote tell another, else as an English quote tells it."""
    day = _day(fact.value) or (parse_start(fact.quote, today) if language == ENGLISH else None)
    if day is None or tells_day(fact.quote, day) is False:
        return False
    if sense.is_start(day, today):
        return told.change("start_date", day.isoformat())
    told.doubtful.append("start")
    return True


def _is_told(times: list[str], quote: str, today: date) -> bool:
    """Whether times can be read, and no digits of the quote tell other days or hours than theirs."""
    try:
        periods = [read_period(time) for time in times]
    except UsageError:
        return False
    ends = [day for period in periods for day in (period.first, period.last) if day]
    hours = {period.hours for period in periods if period.hours}
    counted = bool(written_numbers(without_dates(quote)))
    told = [derived(Fact(field="hours_per_week", value=each, quote=quote), today) for each in hours]
    return any(tells_day(quote, day) is not False for day in ends) and not (counted and None in told)


def _number(fact: Fact, told: Told, today: date, language: str) -> bool:
    number = derived(fact, today, language)
    taken = fact.op in ("remove", "forget") and fact.field == "lost_weeks"
    if taken:
        told.lost_weeks = -max(1, round(number or MOST_LOST_WEEKS))
    elif number is None:
        return False
    elif fact.field == "lost_weeks":
        told.lost_weeks = max(1, round(number))
    elif fact.field == "offer":
        amount = parse_amount(fact.quote)
        if amount is None or number not in (
            amount.low,
            amount.high,
            per_year(amount),
        ):  # "62.000" is 62 to English readers
            amount = Amount(low=number, period="year", text=fact.quote)
        told.offers.append(Offer(amounts=[amount]))
    elif not sense.is_possible(fact.field, number):
        told.doubtful.append(_SLOTS[fact.field])
    else:
        told.change(fact.field, plain(number) if fact.field == "hours_per_week" else round(number))
    return True


def derived(fact: Fact, today: date, language: str = ENGLISH) -> float | None:
    """The number of a fact as its quote tells it; None where the model's number does not follow from the quote."""
    if fact.field == "horizon_weeks":
        return _weeks_left(fact, today, language)
    own, value = _read(fact, today), _given(fact)
    return own if value is None else value if _follows(value, fact, today, own) else None


def _given(fact: Fact) -> float | None:
    given = fact.value
    return None if isinstance(given, bool) or not isinstance(given, int | float) else float(given)


def _follows(value: float, fact: Fact, today: date, own: float | None = None) -> bool:
    possible = [*([] if own is None else [own]), *_possible(fact, today)]
    return any(abs(value - each) <= max(0.02 * abs(each), 0.26) for each in possible)


def _weeks_left(fact: Fact, today: date, language: str) -> float | None:
    """Weeks to a deadline that is given as a day (the nearest whole number) or in weeks; None where digits of its quote tell another one."""
    given, day = _given(fact), _day(fact.value)
    if given is None and language == ENGLISH:  # of "bis Ende 2027" the parser would read the year's first day
        day = day or parse_deadline(fact.quote, today)
    elif given is not None and abs(given) < _MOST_WEEKS:
        day = today + timedelta(weeks=given)
    if day is None:
        return None
    weeks = (day - today).days / 7
    dated = tells_day(fact.quote, day, 1 if given is None else max(7, round(0.14 * weeks)))
    counts = any(number.time != "hour" for number in written_numbers(fact.quote))
    if not (dated or _follows(weeks, fact, today) or (dated is None and not counts)):
        return None
    return float(max(round(weeks), day > today)) if given is None else given


def _day(given: object) -> date | None:
    """An ISO day; None for anything else."""
    try:
        return date.fromisoformat(given) if isinstance(given, str) else None
    except ValueError:
        return None


def _possible(fact: Fact, today: date) -> Iterator[float]:
    """What the numbers of a quote, in any language, may come to in the unit of its fact."""
    numbers = sorted({number for number, _ in numbers_in(fact.quote)})
    if _TIMES[fact.field] is _PAY and any(sign in fact.quote for sign in "€£₹¥"):
        return
    yield from (number * times for number, times in product(numbers, _TIMES[fact.field]))
    if fact.field == "hours_per_week":  # "two hours on five evenings", "an hour, and two on Sundays"
        few = [number for number in numbers if 0 < number <= 168][:8]
        yield from (part for one, other in product(few, [*few, 0.5]) for part in (one * other, one + other))
    elif fact.field == "years_experience":  # "three and a half", "since 2019"
        yield from (number + 0.5 for number in numbers)
        years = [number for number in numbers if 1950 <= number <= today.year]
        yield from (today.year - year + more for year, more in product(years, (-1, 0, 1)))


def _read(fact: Fact, today: date) -> float | None:
    """The number as it is read off a message without a model."""
    match fact.field:
        case "hours_per_week":
            return parse_hours(fact.quote)
        case "years_experience":
            return parse_years(fact.quote, today)
        case "lost_weeks":
            return parse_weeks(fact.quote)
    amount = parse_amount(fact.quote)
    return per_year(amount) if amount and amount.currency == "USD" and amount.period else None
