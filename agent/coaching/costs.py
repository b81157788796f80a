"""What pay is lost by who stops working to learn, against the raise that it leads to."""

from agent import wording
from agent.coaching.lines import Cited, Line, line
from agent.coaching.view import View
from agent.coaching.wages import Pay, apart
from agent.nlu.values.durations import parse_weeks

_MONTHS, _WEEKS = 12, 52


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


def _months(value: float) -> str:
    whole = max(round(value), 1)
    return "a month" if whole == 1 else f"{wording.number(whole)} months"
