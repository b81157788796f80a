"""What a change costs, told after it was weighed: the tuition and the length of the school, against the raise."""

import re
from typing import NamedTuple

from agent import wording
from agent.coaching.lines import Cited, Line, line
from agent.coaching.thresholds import HIGHEST_COST, LEAST_COST, LONGEST_PAYBACK, PAID_OFF_MONTHS
from agent.coaching.view import View
from agent.coaching.wages import Pay, apart
from agent.nlu.values.durations import parse_weeks
from agent.nlu.values.money import parse_amount
from tools.evidence import Number

_PIECES = re.compile(r"[,.;:!?]\s+|\s(?:and|but|so|plus)\s", re.IGNORECASE)
_MONTHS, _WEEKS = 12, 52


class Cost(NamedTuple):
    """A sum in US dollars and the weeks of the school, where they were told."""

    sum: Number
    weeks: int | None


def told(view: View) -> Cost | None:
    """What the message tells of costs: a sum that is neither their pay nor an offer, and how long it takes."""
    if view.dialogue.other or view.dialogue.offers:
        return None
    now = view.profile.present_pay
    found = [parse_amount(piece) for piece in _PIECES.split(view.message)]
    sums = [
        each.low
        for each in found
        if each and each.currency == "USD" and LEAST_COST <= each.low <= HIGHEST_COST and each.low != now
    ]
    return Cost(max(sums), parse_weeks(view.message)) if sums else None


def lines(cost: Cost, pay: Pay, present: float) -> list[Line]:
    """In how many months of the higher pay the sum is earned back, and with no pay at all while they learn."""
    gain = pay.main.yearly - present
    total = wording.money(cost.sum)
    if gain <= 0:
        return [line("worth_it.cost_never", cost=total)]
    months = float(cost.sum) / gain * _MONTHS
    lost = present * (cost.weeks or 0) / _WEEKS
    longest = (float(cost.sum) + lost) / gain * _MONTHS
    key = (
        "cost_soon" if longest <= PAID_OFF_MONTHS else "cost_late" if months <= LONGEST_PAYBACK else "cost_no"
    )
    raise_ = Cited(apart(pay.main.yearly, present), pay.main.evidence)
    said = [line(f"worth_it.{key}", cost=total, amount=raise_, months=_months(months))]
    if lost:
        said.append(line("worth_it.cost_at_most", months=_months(longest)))
    return said


def lost_pay(pay: Pay, before: Pay | None, present: float, view: View) -> list[Line]:
    """What pay is lost by who stops working to learn, and in how many months of the higher pay it is back."""
    usual = before.main.evidence if before else ""
    weeks, now = parse_weeks(view.message), Cited(wording.money(round(present)), usual)
    beside = line("worth_it.lost_beside")
    if weeks is None:
        return [line(f"worth_it.lost_each{'_usual' if usual else ''}", now=now), beside]
    lost, gain = present * weeks / _WEEKS, pay.main.yearly - present
    span = wording.weeks(weeks) if weeks % _WEEKS else wording.years(weeks // _WEEKS)
    first = line(f"worth_it.lost{'_usual' if usual else ''}", span=span, now=now, lost=apart(lost, 0))
    if gain <= 0:
        return [first, line("worth_it.lost_never"), beside]
    raise_ = Cited(apart(pay.main.yearly, present), pay.main.evidence)
    return [first, line("worth_it.lost_back", amount=raise_, months=_months(lost / gain * _MONTHS)), beside]


def of_no_job(cost: Cost) -> Line:
    """What it hangs on whether a sum comes back, where no job is known that it leads to."""
    return line("worth_it.cost_of_no_job", cost=wording.money(cost.sum))


def _months(value: float) -> str:
    whole = max(round(value), 1)
    return "a month" if whole == 1 else f"{wording.number(whole)} months"
