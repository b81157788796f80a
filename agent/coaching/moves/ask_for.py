"""ask_for: which number to name, and below which to decline."""

from agent import wording
from agent.coaching.amounts import base_of, upper_end, year_of
from agent.coaching.findings import same_role
from agent.coaching.lines import Line, Said, asking, line, line_about
from agent.coaching.moves.offer import subject_of
from agent.coaching.names import is_same_work
from agent.coaching.not_known import not_known
from agent.coaching.offers import percentile
from agent.coaching.requests import pay_request
from agent.coaching.thresholds import ASKED, FAR_ABOVE, HIGH_PERCENTILE, USUAL_YEARS, Named
from agent.coaching.view import View
from agent.coaching.wages import Pay, pay_of, wage_table
from agent.models import Measure, Subject, ToolRequest, Wish
from tools.evidence import Number

_WORDS = {"p25": "25th percentile", "p50": "median", "p75": "75th percentile", "p90": "90th percentile"}
_MARKS: tuple[Named, ...] = ("p25", "p50", "p75", "p90")


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """Wages of the job, with the number placed that they think of."""
    subject = subject_of(wish, view)
    return [pay_request(subject, _thought_of(view), measure=_measure(wish))] if subject else []


def say(wish: Wish, view: View) -> Said:
    """A number to name and a floor, from the published percentiles and the years told; and why."""
    subject = subject_of(wish, view)
    if subject is None:
        return Said(question=asking("target", "ask_for.which_job", 95))
    request = pay_request(subject, _thought_of(view), measure=_measure(wish))
    pay = pay_of(subject, view, request)
    if pay is None:
        return not_known(subject, view, request)
    years = 0 if _is_new(subject, view) else view.profile.years_experience
    question = asking("years", "ask_for.how_long", 70) if years is None else None
    if years is not None and subject.place is None:
        question = asking("place", "ask_for.where", 70)
    lines = _lines(pay, _told(wish, view, subject), years)
    if (named := _thought_of(view)) is not None and pay.main.estimate is not None:
        at, stands = percentile(pay.main)
        key = "ask_for.bold" if at > HIGH_PERCENTILE else "ask_for.not_bold"
        lines = [line_about(key, about=pay.words(), amount=wording.money(named), stands=stands), *lines[1:]]
    return Said(tuple(lines), *wage_table([pay]), question)


def _measure(wish: Wish) -> Measure | None:
    """A number to name is one of a place: states are not ranked for it."""
    return wish.measure if wish.measure == "hour" else None


def next_mark(wish: Wish, view: View, pay: Pay) -> dict[str, str]:
    """The published mark to argue with, in words: that above what was told, else the median."""
    years = 0 if _is_new(pay.subject, view) else view.profile.years_experience
    mark = _mark(pay, _told(wish, view, pay.subject), years) or "p50"
    return {"mark": pay.main.money(mark), "mark_as": _WORDS[mark]}


def _thought_of(view: View) -> Number | None:
    """An amount that this message says they would like."""
    wanted = any(change.field == "target_salary" for change in view.changes)
    return view.profile.target_salary if wanted else None


def _is_new(subject: Subject, view: View) -> bool:
    """Whether it is the job they want to change to: what they have earned and done so far counts for less there."""
    profile, posting = view.profile, view.dialogue.posting
    if posting and same_role(subject.role, posting.title):
        return not is_same_work(subject.role, profile.current_role or profile.former_role)
    return same_role(subject.role, profile.target_role) and not same_role(subject.role, profile.current_role)


def _told(wish: Wish, view: View, subject: Subject) -> tuple[str, Number] | None:
    """The amount below which there is nothing to ask for: what was offered, posted or what they earn, the higher of both."""
    offers = view.dialogue.offers
    amount = base_of(wish.amounts or (offers[-1].amounts if offers else []))
    posting = view.dialogue.posting
    if amount is None and posting and same_role(subject.role, posting.title):
        low = base_of(posting.pay)
        most = (upper_end(low) or low) if low else None
        return ("posting", year) if most and (year := year_of(most)) else None
    told, now = year_of(amount) if amount else None, view.profile.present_pay
    if now is not None and now > (told or 0) and not _is_new(subject, view):
        return "pay", now
    # With offers in the thread an amount that is none of theirs is what they earn.
    earned = told == now or (offers and not any(amount in offer.amounts for offer in offers))
    return None if told is None else ("pay" if earned else "offer", told)


def _mark(pay: Pay, told: tuple[str, Number] | None, years: Number | None) -> Named | None:
    """With an offer or a pay the next published mark above it is what can be had; else what the years are paid."""
    row = pay.main.row
    if told and row.unit == "USD/year":
        return next((each for each in _MARKS if (getattr(row, each) or 0) > told[1]), None)
    asked = next(asked for asked in ASKED if (USUAL_YEARS if years is None else years) <= asked[0])
    return next((each for each in _MARKS if each >= asked[1] and getattr(row, each)), None)


def _lines(pay: Pay, told: tuple[str, Number] | None, years: Number | None) -> list[Line]:
    main, mark = pay.main, _mark(pay, told, years)
    least = told[1] if told and main.row.unit == "USD/year" else 0
    if mark is None:
        return [_above_all(pay, least)] if least else []
    far = least and getattr(main.row, mark) > least * FAR_ABOVE
    named = {"mark": main.money(mark, rate=True), "mark_as": _WORDS[mark]}
    lines = [line_about("ask_for.name_far" if far else "ask_for.name", about=pay.words(), **named)]
    if told is not None and least:
        lines.append(line(f"ask_for.floor_{told[0]}", floor=wording.money(least)))
    else:
        floor = next(asked[2] for asked in ASKED if (USUAL_YEARS if years is None else years) <= asked[0])
        lines.append(line("ask_for.floor", floor=main.money(floor), floor_as=_WORDS[floor]))
    if years == 0:
        lines.append(line("ask_for.why_new"))
    elif years is not None:
        key = "ask_for.why_early" if years <= ASKED[0][0] else "ask_for.why_years"
        lines.append(line(key, years=wording.years(years)))
    return [*lines, line("ask_for.how")]


def _above_all(pay: Pay, least: Number) -> Line:
    """What they have lies above all that is published."""
    main = pay.main
    highest = next(each for each in reversed(_MARKS) if getattr(main.row, each) is not None)
    named = {"mark": main.money(highest), "mark_as": _WORDS[highest]}
    return line_about("ask_for.above_all", about=pay.words(), least=wording.money(least), **named)
