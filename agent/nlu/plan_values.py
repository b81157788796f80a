"""What a change of a plan is told with: the weeks to cut to, an order, and skills that are left out already."""

import re
from collections.abc import Iterable, Sequence

from agent.models import Plan, PlanChange, ProfileChange
from agent.nlu.mentions import Mention
from agent.nlu.values.durations import parse_weeks
from agent.nlu.values.numbers import find_quantities
from agent.plans.named import Named
from agent.plans.progress import usual_name

_PAIR = 2
_ORDER = re.compile(r"\b(?:(?P<before>before|ahead of)|after|behind)\b", re.IGNORECASE)


def skipped_already(names: Iterable[tuple[Mention, Named]], plan: Plan) -> list[PlanChange]:
    """What they know and the plan leaves out for that: said, so that nobody wonders whether it was heard."""
    skipped = {skill for group in (plan.outlook.skipped if plan.outlook else []) for skill in group.skills}
    words = [mark.text for mark, found in names if not found and usual_name(mark.text) in skipped]
    return [PlanChange(kind="leave_out", skills=words)] if words else []


def weeks_to_cut(
    text: str, marks: Sequence[Mention], plan: Plan, told: Sequence[ProfileChange]
) -> int | None:
    """The weeks to cut to: those told, or the share of the plan's that is ("half")."""
    until = [change.value for change in told if change.field == "horizon_weeks"]
    if until and isinstance(until[-1], int):
        return until[-1]
    lengths = [weeks for mark in marks if mark.label == "hor" and (weeks := parse_weeks(mark.text))]
    shares = [each.low for each in find_quantities(text) if 0 < each.low < 1]
    whole = max((each.end_week for each in plan.milestones), default=0)
    return lengths[0] if lengths else max(1, round(whole * shares[0])) if shares and whole else None


def reordered(names: Sequence[tuple[Mention, Named]], plan: Plan, text: str = "") -> PlanChange:
    """Two things change places, whichever is said first, unless a word says which comes before; more come as they are named."""
    order = [part for each in plan.milestones for part in (each.id, *each.skills)]
    wanted = [name for mark, found in names for name in ((*found.parts, *found.skills) or (mark.text,))]
    wanted = list(dict.fromkeys(wanted))
    if len(wanted) == _PAIR and set(wanted) <= set(order):
        if told := _ORDER.search(text):
            wanted = wanted if told["before"] else wanted[::-1]
        else:
            wanted.sort(key=order.index, reverse=True)
    return PlanChange(kind="reorder", parts=wanted)


def cut_once(changes: Sequence[PlanChange]) -> list[PlanChange]:
    """Who says twice that it is too long wants one cut ("31 weeks? trim it"), to the weeks where they tell them."""
    cuts = [each for each in changes if each.kind == "shorter"]
    one = next((each for each in cuts if each.weeks), cuts[0] if cuts else None)
    return [each for each in changes if each.kind != "shorter" or each is one]
