"""Pay that was offered, among the wages of its role and place: one amount, and several side by side in one measure."""

from collections.abc import Sequence
from typing import NamedTuple

import prompts
from agent import wording
from agent.coaching import one_measure
from agent.coaching.amounts import base_of, by_the_year, full_time_of, in_words, is_contract, year_of
from agent.coaching.findings import same_role
from agent.coaching.lines import Cited, Line, line, line_about
from agent.coaching.requests import pay_request
from agent.coaching.thresholds import CLEARLY_BETTER_PLACE, MOST_APART, SAME_OFFER
from agent.coaching.view import View
from agent.coaching.wages import Pay, Wage, apart
from agent.coaching.work_weeks import week_lines
from agent.models import Amount, Offer, PayKind, Subject, ToolRequest
from agent.nlu.values.work_hours import FULL_WEEK
from tools.evidence import Number
from tools.oews.cells import HOURS_A_YEAR
from tools.oews.grades import find_grades, pay_system
from tools.salary.estimate import ordinal

# What comes on top of a base.
_EXTRAS: dict[PayKind, str] = {
    "signon": "{} once as a sign-on bonus",
    "bonus": "a bonus of {}",
    "equity": "{} in shares",
    "benefits": "{} in benefits",
}


class Placed(NamedTuple):
    """An offer's amount, the wages that it was placed among, and the bonus told beside it (USD a year)."""

    amount: Amount
    pay: Pay
    bonus: Number = 0

    @property
    def yearly(self) -> float:
        """What an employee would get for it in a year of its hours: of a contractor's rate without an employer's benefits."""
        held, wage = self.pay.main.estimate, self.pay.main
        if held is None:
            return float(year_of(self.amount) or 0)
        hours = self.amount.hours or FULL_WEEK
        part = float(hours if is_contract(self.amount) else min(hours, FULL_WEEK)) / FULL_WEEK
        return float(held.pay) * (HOURS_A_YEAR if wage.row.unit == "USD/hour" else 1) * part


def placing(subject: Subject, amount: Amount | None) -> ToolRequest:
    """The wage lookup that places an amount, a contractor's rate as an employee's pay; wages alone without an amount."""
    contract = amount is not None and is_contract(amount)
    return pay_request(
        subject,
        round(amount.low, 2) if amount and contract else full_time_of(amount) if amount else None,
        contract=contract,
    )


def told_now(view: View) -> list[tuple[Subject, list[Amount]]]:
    """The offers of this message with a base that can be placed, each in its own role and place; none for fewer than two."""
    told = [
        (view.placed(Subject(role=offer.role, place=offer.place)), offer.amounts)
        for offer in view.dialogue.offers
        if (base := base_of(offer.amounts)) and base.text in view.message and year_of(base) is not None
    ]
    return told if len(told) > 1 and all(subject.role for subject, _ in told) else []


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


def as_placed(placed: Placed) -> str:
    """The amount as it stands among wages: by its lower end, a contractor's rate as an employee's pay."""
    amount, main = placed.amount, placed.pay.main
    said = by_the_year(amount)
    if amount.high is not None:
        said = prompts.fill(prompts.reply("offer.lower_end"), amount=said)
    if is_contract(amount) and main.estimate is not None:
        as_employee = wording.money(main.estimate.pay, main.row.unit, rate=True)
        said = prompts.fill(prompts.reply("offer.as_employee"), amount=in_words(amount), pay=as_employee)
    return Cited(said, main.placed)


def benefits(placed: Placed) -> list[Line]:
    """Why a contractor's rate counts for less than an employee's."""
    if not is_contract(placed.amount):
        return []
    held = placed.pay.found.holding(lambda figure: figure.statistic == "share of benefits")
    if held is None:
        return []
    item, figure = held
    share = Cited(f"{wording.number(figure.value)}%", item.id)
    return [line("offer.contract", share=share, period=wording.period(figure.period))]


def other_terms(subject: Subject) -> list[Line]:
    """That a public grade or a contractor's terms named beside the title are none that these wages hold."""
    named = " ".join(filter(None, (subject.level, subject.role)))
    if system := pay_system(named):
        return [line("pay.other_system", system=system)]
    kinds = {each.kind for each in find_grades(named)}
    return [line("pay.contractors")] if "contract" in kinds else []


def side_by_side(
    offers: Sequence[Placed], now: Number | None = None, judged: Sequence[Placed] | None = None
) -> list[Line]:
    """The view, each offer (of those to be `judged`) in its own market and beside what they earn `now`, and what an amount alone does not tell."""
    own = (told for placed in offers for told in (*benefits(placed), *week_lines(placed.amount)))
    said = list({told.text: told for told in own}.values())
    said += with_bonuses(offers)
    costs = [line("compare.living_costs")] if len({placed.pay.main.place for placed in offers}) > 1 else []
    return [
        _lean(offers),
        *_than_now(offers, now),
        *costs,
        *said,
        *stands(offers if judged is None else judged),
    ]


def with_bonuses(offers: Sequence[Placed]) -> list[Line]:
    """What each comes to with its bonus."""
    return [
        line(
            "compare.with_bonus",
            bonus=wording.money(placed.bonus),
            which=_name(placed, offers),
            amount=wording.money(round(_whole(placed))),
        )
        for placed in offers
        if placed.bonus
    ]


def stands(offers: Sequence[Placed]) -> list[Line]:
    """Where each stands among what is paid in its own market."""
    first = offers[0].pay.main.row if offers else None
    return [
        _stands(
            placed,
            there=at > 0 and placed.pay.main.row == first,
            same=at > 0 and first is not None and placed.pay.main.row.occupation == first.occupation,
        )
        for at, placed in enumerate(offers)
    ]


def _lean(offers: Sequence[Placed]) -> Line:
    """Which offer is better: the money with its bonus, and where each stands among what is paid there."""
    most = max(offers, key=_whole)
    best = max(offers, key=lambda placed: percentile(placed.pay.main)[0])
    least = min(offers, key=_whole)
    gap = Cited(apart(_whole(most), _whole(least)), most.pay.main.placed, least.pay.main.placed)
    points = percentile(best.pay.main)[0] - percentile(most.pay.main)[0]
    if len({(placed.pay.main.row.area_code, placed.pay.main.row.occupation) for placed in offers}) == 1:
        key, better = "view_amounts", most
    elif most is best:
        key, better = "view_offer", most
    elif points >= CLEARLY_BETTER_PLACE and _whole(most) <= _whole(best) * (1 + SAME_OFFER):
        key, better = "view_market", best
    else:
        key, better = "view_money", most
    other = most if better is not most else least
    about = {"better": _name(better, offers), "other": _name(other, offers)}
    return line_about(f"compare.{key}", about=about, gap=gap)


def _whole(offer: Placed) -> float:
    return offer.yearly + float(offer.bonus)


def _than_now(offers: Sequence[Placed], now: Number | None) -> list[Line]:
    """Which of the offers is more than what they earn."""
    more = [placed for placed in offers if now is not None and _whole(placed) > now]
    if now is None or (more and len(more) < len(offers) and len(offers) != 2):
        return []
    key = "both_less" if not more else "both_more" if len(more) == len(offers) else "one_more"
    about = {"better": _name(more[0], offers)} if key == "one_more" else {}
    return [line(f"compare.{key}", now=wording.money(now), **about)]


def _stands(placed: Placed, *, there: bool = False, same: bool = False) -> Line:
    """Where an offer stands among the wages of its role and place, which need no name where the first one had them."""
    told = {"amount": as_placed(placed), "stands": percentile(placed.pay.main)[1]}
    name = "offer_too" if there else "offer_there" if same else "offer"
    return line_about(f"compare.{name}", about={} if there else placed.pay.words(), **told)


def _name(offer: Placed, offers: Sequence[Placed]) -> str:
    """An offer by what tells it from the others: its place, its role or its amount."""
    if len({each.pay.main.place for each in offers}) == len(offers):
        return f"the one in {offer.pay.main.place}"
    if len({each.pay.subject.role for each in offers}) == len(offers):
        return f"the {offer.pay.subject.role} one"
    return f"the {in_words(offer.amount)}{' on contract' if is_contract(offer.amount) else ''}"


def beside_now(view: View, roles: Sequence[str]) -> list[Line]:
    """The offer told last for one of the roles beside what they earn, with what was named on top of it."""
    now, offer = view.profile.present_pay, view.dialogue.offers[-1] if view.dialogue.offers else Offer()
    base = base_of(offer.amounts)
    year = year_of(base) if base else None
    if base is None or not year or not now or year == now or max(year, now) > MOST_APART * min(year, now):
        return []
    if not any(same_role(role, offer.role) for role in roles):
        return []
    earns = one_measure.earned(view)
    weeks = one_measure.weeks_of([("your work now", earns), ("the offer", base)]) if earns else []
    if weeks:
        return [one_measure.verdict(weeks), *named_benefits([offer])]
    key = "which_first.offered_more" if year > now else "which_first.offered_less"
    gap = {"amount": apart(float(year), float(now)), "now": wording.money(now)}
    return [line(key, offer=by_the_year(base), **gap), *named_benefits([offer])]


def named_benefits(offers: Sequence[Offer]) -> list[Line]:
    """What was named beside the pay without a sum, which OEWS wages do not hold (employers' costs of benefits are left out there)."""
    named = list(dict.fromkeys(words for offer in offers for words in offer.benefits))
    return [line("offer.benefits_named", named=wording.listing(named))] if named else []


def beside(amounts: Sequence[Amount]) -> list[Line]:
    """What is paid beside a base, with its amount and whether OEWS wages hold such; several in one sentence.

    They hold commissions and production bonuses, no other bonuses (https://www.bls.gov/oes/oes_ques.htm, "wages").
    """
    found = {kind: next((amount for amount in amounts if amount.kind == kind), None) for kind in _EXTRAS}
    told = {kind: in_words(each.model_copy(update={"period": None})) for kind, each in found.items() if each}
    if len(told) < 2:
        return [line(f"offer.{kind}", amount=amount) for kind, amount in told.items()]
    extras = wording.listing([_EXTRAS[kind].format(amount) for kind, amount in told.items()])
    return [line("offer.extras", extras=extras)]
