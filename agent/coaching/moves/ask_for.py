"""ask_for: which number to name, and below which to decline."""

from typing import NamedTuple

from agent import wording
from agent.coaching import charging
from agent.coaching.amounts import base_of, bonus_of, in_words, upper_end, year_of
from agent.coaching.findings import same_role
from agent.coaching.lines import Line, Said, asking, line, line_about
from agent.coaching.moves.offer import subject_of
from agent.coaching.names import is_same_work
from agent.coaching.not_known import not_known
from agent.coaching.offers import percentile
from agent.coaching.requests import pay_request
from agent.coaching.thresholds import ASKED, FAR_ABOVE, HIGH_PERCENTILE, SAME_PAY, USUAL_YEARS, Named
from agent.coaching.view import View
from agent.coaching.wages import Pay, apart, pay_of, wage_table
from agent.models import Amount, Measure, Subject, ToolRequest, Wish
from tools.evidence import Number
from tools.oews.cells import HOURS_A_YEAR

_WORDS = {"p25": "25th percentile", "p50": "median", "p75": "75th percentile", "p90": "90th percentile"}
_MARKS: tuple[Named, ...] = ("p25", "p50", "p75", "p90")


class Told(NamedTuple):
    """What they have in hand: an "offer", a "posting" or their "pay", in USD a year and in words."""

    kind: str
    year: Number
    words: str


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """Wages of the job, with the number placed that they think of."""
    subject = subject_of(wish, view)
    if subject and charging.is_wanted(wish):
        return [charging.request(subject)]
    return [pay_request(subject, _thought_of(view), measure=_measure(wish, view))] if subject else []


def say(wish: Wish, view: View) -> Said:
    """A number to name and a floor, from the published percentiles and the years told; and why."""
    subject = subject_of(wish, view)
    if subject is None:
        return Said(question=asking("target", "ask_for.which_job", 95))
    billed = charging.is_wanted(wish)
    request = (
        charging.request(subject)
        if billed
        else pay_request(subject, _thought_of(view), measure=_measure(wish, view))
    )
    pay = pay_of(subject, view, request)
    if pay is None:
        return not_known(subject, view, request)
    years = 0 if _is_new(subject, view) else view.profile.years_experience
    question = asking("years", "ask_for.how_long", 70) if years is None else None
    if years is not None and subject.place is None:
        question = asking("place", "ask_for.where", 70)
    if billed:
        rate = charging.lines(wish, pay, _mark(pay, None, years) or "p50")
        return Said(rate, question=question, again=rate[-1:])
    own = _posted(view, subject, pay) or _matching(wish, view)
    lines = [*own, *_why(years)] if own else _lines(pay, _told(wish, view, subject), years)
    if (named := _thought_of(view)) is not None and pay.main.estimate is not None:
        at, stands = percentile(pay.main)
        key = "ask_for.bold" if at > HIGH_PERCENTILE else "ask_for.not_bold"
        lines = [line_about(key, about=pay.words(), amount=wording.money(named), stands=stands), *lines[1:]]
    return Said(tuple(lines), *wage_table([pay]), question, again=(line("ask_for.if_no"),))


def _measure(wish: Wish, view: View) -> Measure | None:
    """By the hour where they speak so. A number to name is one of a place: states are not ranked for it."""
    amount = _amount(wish, view)
    return "hour" if wish.measure == "hour" or (amount and amount.period == "hour") else None


def _amount(wish: Wish, view: View) -> Amount | None:
    """What was offered, or what the wish names."""
    return base_of(wish.amounts or (view.dialogue.offers[-1].amounts if view.dialogue.offers else []))


def next_mark(wish: Wish, view: View, pay: Pay) -> dict[str, str]:
    """The published mark to argue with, in words: that above what was told, else the median."""
    years = 0 if _is_new(pay.subject, view) else view.profile.years_experience
    mark = _mark(pay, _told(wish, view, pay.subject), years) or "p50"
    return {"mark": pay.main.money(mark), "mark_as": _WORDS[mark]}


def _thought_of(view: View) -> Number | None:
    """An amount that this message says they would like, or would ask of who made the offer."""
    if any(change.field == "target_salary" for change in view.changes):
        return view.profile.target_salary
    offered = [each for offer in view.dialogue.offers for each in offer.amounts]
    bids = [
        year_of(each)
        for each in view.dialogue.told
        if each not in offered and each.text in view.message and each.kind == "base"
    ]
    return next((year for year in reversed(bids) if year and year != view.profile.present_pay), None)


def _is_new(subject: Subject, view: View) -> bool:
    """Whether it is the job they want to change to: what they have earned and done so far counts for less there."""
    profile, posting = view.profile, view.dialogue.posting
    if posting and same_role(subject.role, posting.title):
        return not is_same_work(subject.role, profile.current_role or profile.former_role)
    return same_role(subject.role, profile.target_role) and not same_role(subject.role, profile.current_role)


def _told(wish: Wish, view: View, subject: Subject) -> Told | None:
    """The amount below which there is nothing to ask for: what was offered, posted or what they earn, the higher of both."""
    kind, amount, offers = "offer", _amount(wish, view), view.dialogue.offers
    posting, now = view.dialogue.posting, view.profile.present_pay
    if (
        amount is None
        and posting
        and same_role(subject.role, posting.title)
        and (low := base_of(posting.pay))
    ):
        kind, amount = "posting", upper_end(low) or low
    year = year_of(amount) if amount else None
    if now is not None and now > (year or 0) and kind != "posting" and not _is_new(subject, view):
        return Told("pay", now, wording.money(now))
    if amount is None or year is None:
        return None
    # With offers in the thread an amount that is none of theirs is what they earn.
    strange = bool(offers) and not any(amount in offer.amounts for offer in offers)
    kind = "pay" if kind == "offer" and (year == now or strange) else kind
    return Told(kind, year, in_words(amount) if amount.period == "hour" else wording.money(year))


def _year(pay: Pay, mark: Named) -> float:
    """A published mark in USD a year; 0 where it is not published."""
    row = pay.main.row
    return float(getattr(row, mark) or 0) * (HOURS_A_YEAR if row.unit == "USD/hour" else 1)


def _mark(pay: Pay, told: Told | None, years: Number | None) -> Named | None:
    """With an offer or a pay the next published mark clearly above it is what can be had; else what the years are paid."""
    if told:
        above = [each for each in _MARKS if _year(pay, each) > told.year]
        clearly = [each for each in above if _year(pay, each) > float(told.year) * (1 + SAME_PAY)]
        return next(iter(clearly or above), None)
    asked = next(asked for asked in ASKED if (USUAL_YEARS if years is None else years) <= asked[0])
    return next((each for each in _MARKS if each >= asked[1] and _year(pay, each)), None)


def _lines(pay: Pay, told: Told | None, years: Number | None) -> list[Line]:
    main, mark = pay.main, _mark(pay, told, years)
    if mark is None:
        return [_above_all(pay, told)] if told else []
    far = told and _year(pay, mark) > float(told.year) * FAR_ABOVE
    named = {"mark": main.money(mark, rate=True), "mark_as": _WORDS[mark]}
    lines = [line_about("ask_for.name_far" if far else "ask_for.name", about=pay.words(), **named)]
    if told is not None:
        lines.append(line(f"ask_for.floor_{told.kind}", floor=told.words))
    else:
        floor = next(asked[2] for asked in ASKED if (USUAL_YEARS if years is None else years) <= asked[0])
        lines.append(line("ask_for.floor", floor=main.money(floor), floor_as=_WORDS[floor]))
    return [*lines, *_why(years)]


def _why(years: Number | None) -> list[Line]:
    """The reason to give, by the years told, and how to say it."""
    how = line("ask_for.how")
    if years is None:
        return [how]
    if years == 0:
        return [line("ask_for.why_new"), how]
    key = "ask_for.why_early" if years <= ASKED[0][0] else "ask_for.why_years"
    return [line(key, years=wording.years(years)), how]


def _posted(view: View, subject: Subject, pay: Pay) -> list[Line]:
    """Of a posted range its upper end to who has the years it wants, else its middle; the floor is where it begins."""
    posting = view.dialogue.posting
    base = base_of(posting.pay) if posting and same_role(subject.role, posting.title) else None
    end = upper_end(base) if base else None
    low, high = (year_of(each) if each else None for each in (base, end))
    if posting is None or low is None or high is None or view.dialogue.offers:
        return []
    years = view.profile.years_experience
    fits = posting.years is None or (years is not None and years >= posting.years)
    named = high if fits else round((float(low) + float(high)) / 2, -2)
    told = {"mark": wording.money(named), "low": wording.money(low), "high": wording.money(high)}
    first = line_about("ask_for.posted_top" if fits else "ask_for.posted_middle", about=told)
    return [
        first,
        line("ask_for.posted_floor", low=told["low"]),
        line_about("ask_for.median", about=pay.words()),
    ]


def _matching(wish: Wish, view: View) -> list[Line]:
    """Of two offers the smaller one has to reach the other with its bonus."""
    amount = _amount(wish, view)
    year = year_of(amount) if amount else None
    others = [
        (float(other or 0) + float(bonus_of(offer.amounts)), offer.amounts)
        for offer in view.dialogue.offers
        if (base := base_of(offer.amounts)) and (other := year_of(base)) not in (None, year)
    ]
    whole, amounts = max(others, key=lambda each: each[0], default=(0.0, []))
    if amount is None or year is None or whole <= float(year):
        return []
    key = "match_bonus" if bonus_of(amounts) else "match"
    mark, gap, held = wording.money(round(whole)), apart(whole, year), wording.money(year)
    if amount.period == "hour":
        mark, gap, held = (
            wording.money(round(each / HOURS_A_YEAR, 2), "USD/hour", rate=True)
            for each in (whole, whole - float(year), float(year))
        )
    return [
        line(f"ask_for.{key}", mark=mark),
        line("ask_for.match_gap", amount=gap, offer=held),
    ]


def _above_all(pay: Pay, told: Told) -> Line:
    """What they have lies above all that is published."""
    main = pay.main
    highest = next(each for each in reversed(_MARKS) if getattr(main.row, each) is not None)
    named = {"mark": main.money(highest), "mark_as": _WORDS[highest]}
    return line_about("ask_for.above_all", about=pay.words(), least=told.words, **named)
