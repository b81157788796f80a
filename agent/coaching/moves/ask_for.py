"""ask_for: which number to name, and below which to decline."""

from agent import wording
from agent.coaching.amounts import base_of, year_of
from agent.coaching.lines import Line, Said, asking, line, line_about
from agent.coaching.moves.offer import subject_of
from agent.coaching.not_known import not_known
from agent.coaching.requests import pay_request
from agent.coaching.thresholds import ASKED, FAR_ABOVE, USUAL_YEARS
from agent.coaching.view import View
from agent.coaching.wages import Pay, pay_of, wage_table
from agent.models import Measure, ToolRequest, Wish
from tools.evidence import Number

_WORDS = {"p25": "25th percentile", "p50": "median", "p75": "75th percentile", "p90": "90th percentile"}


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """Wages of the job."""
    subject = subject_of(wish, view)
    return [pay_request(subject, measure=_measure(wish))] if subject else []


def say(wish: Wish, view: View) -> Said:
    """A number to name and a floor, from the published percentiles and the years told; and why."""
    subject = subject_of(wish, view)
    if subject is None:
        return Said(question=asking("target", "ask_for.which_job", 95))
    request = pay_request(subject, measure=_measure(wish))
    pay = pay_of(subject, view, request)
    if pay is None:
        return not_known(subject, view, request)
    years = view.profile.years_experience
    question = None
    if years is None:
        question = asking("years", "ask_for.how_long", 70)
    elif subject.place is None:
        question = asking("place", "ask_for.where", 70)
    return Said(tuple(_lines(pay, _told(wish, view), years)), *wage_table([pay]), question)


def _measure(wish: Wish) -> Measure | None:
    """A number to name is one of a place: states are not ranked for it."""
    return wish.measure if wish.measure == "hour" else None


def _told(wish: Wish, view: View) -> tuple[str, Number] | None:
    """The amount below which there is nothing to ask for: what was offered, else what they earn."""
    offers = view.dialogue.offers
    amount = base_of(wish.amounts or (offers[-1].amounts if offers else []))
    if amount is not None and (year := year_of(amount)) is not None:
        offered = any(amount in offer.amounts for offer in offers)
        return ("offer" if offered else "pay"), year
    now = view.profile.present_pay
    return ("pay", now) if now is not None else None


def _lines(pay: Pay, told: tuple[str, Number] | None, years: Number | None) -> list[Line]:
    main = pay.main
    least = told[1] if told and main.row.unit == "USD/year" else 0
    asked = next(asked for asked in ASKED if (USUAL_YEARS if years is None else years) <= asked[0])
    # With an offer or a pay the next published mark above it is what can be had; else what the years are paid.
    marks = [name for name in ("p50", "p75", "p90") if least or name >= asked[1]]
    name = next((each for each in marks if (getattr(main.row, each) or 0) > least), None)
    if name is None:
        return [_above_all(pay, least)] if least else []
    far = least and getattr(main.row, name) > least * FAR_ABOVE
    key = "ask_for.name_far" if far else "ask_for.name"
    named = {"mark": main.money(name, rate=True), "mark_as": _WORDS[name]}
    lines = [line_about(key, about=pay.words(), **named)]
    if told is not None and least:
        lines.append(line(f"ask_for.floor_{told[0]}", floor=wording.money(least)))
    else:
        lines.append(line("ask_for.floor", floor=main.money(asked[2]), floor_as=_WORDS[asked[2]]))
    if years is not None:
        early = years <= ASKED[0][0]
        key = "ask_for.why_early" if early else "ask_for.why_years"
        lines.append(line(key, years=wording.years(years)))
    return [*lines, line("ask_for.how")]


def _above_all(pay: Pay, least: Number) -> Line:
    """What they have lies above all that is published."""
    main = pay.main
    highest = next(each for each in ("p90", "p75", "p50") if getattr(main.row, each) is not None)
    named = {"mark": main.money(highest), "mark_as": _WORDS[highest]}
    return line_about("ask_for.above_all", about=pay.words(), least=wording.money(least), **named)
