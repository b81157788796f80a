"""offer: whether an amount offered or earned is low, fair or high for the work and the place."""

from dataclasses import replace

import prompts
from agent import wording
from agent.coaching.amounts import base_of, by_the_year, in_words, is_contract, year_of
from agent.coaching.lines import Cited, Line, Said, asking, line, line_about
from agent.coaching.not_known import not_known
from agent.coaching.requests import pay_request
from agent.coaching.thresholds import HIGH_PERCENTILE, LOW_PERCENTILE, MIDDLE, SEASONED_YEARS
from agent.coaching.view import View
from agent.coaching.wages import Pay, Wage, apart, pay_of, wage_table
from agent.models import Amount, Subject, ToolRequest, Wish
from tools.evidence import Number
from tools.salary.estimate import ordinal


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """Wages of the job with the amount placed among them."""
    request = _request(wish, view)
    return [request] if request else []


def say(wish: Wish, view: View) -> Said:
    """Low, fair or high with the percentile, what the median is, and what the coach would do."""
    amount, subject, request = amount_of(wish, view), subject_of(wish, view), _request(wish, view)
    if amount is None:
        return Said(question=asking("pay", "offer.how_much", 90))
    if amount.currency != "USD":
        return Said((line("offer.other_currency", amount=in_words(amount)),))
    if amount.period is None and year_of(amount) is None:
        return Said(question=asking("period", "offer.which_period", 95, amount=in_words(amount)))
    if subject is None or request is None:
        kept = line("offer.kept", amount=by_the_year(amount))
        return Said((kept,), question=asking("current", "offer.which_job", 95))
    pay = pay_of(subject, view, request)
    if pay is None:
        missing = not_known(subject, view, request)
        kept = line("offer.kept", amount=by_the_year(amount))
        return Said(missing.lines or (kept,), question=missing.question)
    verdict, *median = _verdict(pay, amount)
    if view.is_offered_now and len(view.dialogue.offers) < 2:
        verdict = replace(verdict, text=f"{line('offer.joy').text} {verdict.text}")
    other = base_of(view.dialogue.offers[-2].amounts) if len(view.dialogue.offers) > 1 else None
    lines = (
        verdict,
        *median,
        *([] if amount.kind == "total" else [_view(pay, view)]),
        *_than("now", amount, view.profile.present_pay),
        *_than("other", amount, year_of(other) if other else None),
        *_kinds(wish, amount),
        *_contract(pay, amount),
    )
    question = None if subject.place else asking("place", "offer.which_place", 60)
    return Said(lines, *wage_table([pay]), question)


def amount_of(wish: Wish, view: View) -> Amount | None:
    """What is judged: the amount of the wish, the last offer's, what they earn now."""
    amounts = wish.amounts or (view.dialogue.offers[-1].amounts if view.dialogue.offers else [])
    if found := base_of(amounts):
        return found
    now = view.profile.present_pay
    return Amount(low=now, period="year") if now is not None else None


def subject_of(wish: Wish, view: View) -> Subject | None:
    """The job that the amount is for: named, that of the offer, the topic, their own."""
    named = next(iter(wish.subjects), Subject())
    if view.dialogue.offers:
        offer = view.dialogue.offers[-1]
        told = {"role": named.role or offer.role, "place": named.place or offer.place}
        named = named.model_copy(update=told)
        wish = wish.model_copy(update={"subjects": [named]})
    return next(iter(view.subjects(wish)), None)


def _request(wish: Wish, view: View) -> ToolRequest | None:
    amount, subject = amount_of(wish, view), subject_of(wish, view)
    year = year_of(amount) if amount else None
    if amount is None or subject is None or year is None:
        return None
    return pay_request(subject, amount.low if is_contract(amount) else year, contract=is_contract(amount))


def percentile(wage: Wage) -> tuple[int, Cited]:
    """Where the pay stands, as a number to judge by and in words."""
    held = wage.estimate
    if held is None:
        return 50, Cited("not known")
    if held.percentile is not None:
        return held.percentile, Cited(f"at about the {ordinal(held.percentile)} percentile", wage.placed)
    if held.at_least == 0:
        return held.at_most - 1, Cited(f"below the {ordinal(held.at_most)} percentile", wage.placed)
    if held.at_most == 100:
        return held.at_least + 1, Cited(f"above the {ordinal(held.at_least)} percentile", wage.placed)
    said = f"between the {ordinal(held.at_least)} and the {ordinal(held.at_most)} percentile"
    return (held.at_least + held.at_most) // 2, Cited(said, wage.placed)


def _verdict(pay: Pay, amount: Amount) -> list[Line]:
    """Where the amount stands, and the median with its distance."""
    main = pay.main
    if main.estimate is None:
        return [line_about("offer.median_only", about=pay.words())]
    at, stands = percentile(main)
    said, unit = by_the_year(amount), main.row.unit
    if amount.high is not None:
        said = prompts.fill(prompts.reply("offer.lower_end"), amount=said)
    if is_contract(amount):
        as_employee = wording.money(main.estimate.pay, unit, rate=True)
        said = prompts.fill(prompts.reply("offer.as_employee"), amount=in_words(amount), pay=as_employee)
    told = {"amount": Cited(said, main.placed), "stands": stands}
    gap = float(main.estimate.pay) - float(main.row.p50 or 0)
    distance = wording.money(abs(gap), unit) if unit == "USD/hour" else apart(gap, 0)
    key = "offer.above_median" if gap >= 0 else "offer.below_median"
    judged = line_about(f"offer.{_judged(at)}", about=pay.words(), **told)
    if _judged(at) == "fair_middle":
        return [judged, line_about("offer.median", about=pay.words())]
    return [
        judged,
        line_about(key, about=pay.words(), amount=Cited(distance, main.evidence, main.placed)),
    ]


def _judged(at: int) -> str:
    if at < LOW_PERCENTILE:
        return "low"
    if at > HIGH_PERCENTILE:
        return "high"
    return "fair_below" if at < MIDDLE[0] else "fair_above" if at > MIDDLE[1] else "fair_middle"


def _than(name: str, amount: Amount, before: Number | None) -> list[Line]:
    """The difference from what they earn ("now") or from the offer before it ("other")."""
    year = year_of(amount)
    if year is None or before is None or year == before or is_contract(amount):
        return []
    key = f"offer.{'more' if year > before else 'less'}_than_{name}"
    return [line(key, amount=apart(year, before), **{name: wording.money(before)})]


def _contract(pay: Pay, amount: Amount) -> list[Line]:
    """Why a contractor's rate counts for less than an employee's."""
    if not is_contract(amount):
        return []
    held = pay.found.holding(lambda figure: figure.statistic == "share of benefits")
    if held is None:
        return []
    item, figure = held
    share = Cited(f"{wording.number(figure.value)}%", item.id)
    return [line("offer.contract", share=share, period=wording.period(figure.period))]


def _kinds(wish: Wish, judged: Amount) -> list[Line]:
    """What is paid beside a base, and is not in the figures."""
    kinds = {amount.kind for amount in wish.amounts}
    said = [line(f"offer.{kind}") for kind in ("signon", "bonus", "equity") if kind in kinds]
    return [line("offer.total"), *said] if judged.kind == "total" else said


def _view(pay: Pay, view: View) -> Line:
    """What the coach would do about it."""
    at, _ = percentile(pay.main)
    years = view.profile.years_experience
    if at > HIGH_PERCENTILE:
        return line("offer.view_high")
    if at < LOW_PERCENTILE:
        return line("offer.view_low")
    if years is not None and years >= SEASONED_YEARS and at < 50:
        return line("offer.view_seasoned", years=wording.years(years))
    return line("offer.view_below") if at < 50 else line_about("offer.view_above", about=pay.words())
