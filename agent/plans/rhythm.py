"""What the hours of a week come to on the days there are, and in sittings of a length: the hours stay, the wish is kept."""

from agent import wording
from agent.models import Plan, PlanChange, PlanEdit
from agent.plans.labels import remark
from agent.plans.unmade import Unmade, unmade

_MINUTES, _HALVES, _FIVES = 60, 2, 5


def in_rhythm(change: PlanChange, plan: Plan) -> tuple[list[PlanEdit], list[Unmade]]:
    """The wish as a line of the plan, and the hours of a week on so many days, in sittings of that length."""
    weekly = float(change.a_week or (plan.outlook.hours_per_week if plan.outlook else 0) or 0)
    wishes, comes_to = list[str](), list[str]()
    if change.days:
        days = "one day" if change.days == 1 else f"{change.days} days"
        wishes.append(f"on {days} of the week")
        told = {"each": _lasting(weekly / change.days)} | ({"days": days} if change.days > 1 else {})
        comes_to.append(remark(plan.language, "on_days" if change.days > 1 else "one_day", **told))
    if change.hours:
        length = _lasting(float(change.hours))
        wishes.append(f"no longer than {length} at a time")
        count = wording.number(max(1, round(weekly / float(change.hours))))
        comes_to.append(remark(plan.language, "sittings", count=count, length=length))
    if not weekly or not wishes:
        return [], [unmade(PlanChange(kind="hours"), language=plan.language)]
    line = remark(plan.language, "rhythm_line", what=wording.listing(wishes))
    said = remark(plan.language, "rhythm_of", hours=wording.hours(weekly), what=wording.listing(comes_to))
    return [PlanEdit(path="assumptions", after=line)], [Unmade(said)]


def _lasting(hours: float) -> str:
    """A length of time for one day: minutes below an hour, else hours to the half."""
    if hours < 1:
        return f"{max(_FIVES, round(hours * _MINUTES / _FIVES) * _FIVES)} minutes"
    return wording.hours(round(hours * _HALVES) / _HALVES)
