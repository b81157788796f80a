"""What the hours of a week come to on the days there are, and in sittings of a length: no plan changes by that."""

from agent import wording
from agent.models import Plan, PlanChange
from agent.plans.labels import remark
from agent.plans.unmade import Unmade, unmade

_MINUTES = 60


def in_rhythm(change: PlanChange, plan: Plan) -> Unmade:
    """The hours of a week on so many days, or in sittings of that length; they stay what they are."""
    weekly = change.a_week or (plan.outlook.hours_per_week if plan.outlook else None)
    if not weekly or not (change.days or change.hours):
        return unmade(PlanChange(kind="hours"), language=plan.language)
    whole = wording.hours(weekly)
    if change.hours:
        told = {
            "count": wording.number(round(float(weekly) / float(change.hours))),
            "length": _lasting(change.hours),
        }
        return Unmade(remark(plan.language, "sittings", hours=whole, **told))
    days = change.days or 1
    told = {"days": "one day" if days == 1 else f"{days} days", "each": _lasting(float(weekly) / days)}
    return Unmade(remark(plan.language, "on_days", hours=whole, **told))


def _lasting(hours: float) -> str:
    """A length of time for one day: minutes below an hour, else hours to the half."""
    if hours < 1:
        return f"{round(hours * _MINUTES / 5) * 5} minutes"
    return wording.hours(round(hours * 2) / 2)
