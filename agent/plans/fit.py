"""A plan that is longer than the time there is: how far it is over, and what would make it fit."""

from agent import wording
from agent.models import Plan
from agent.plans.summary import hours_in_all, hours_in_words

# How a way out reads in a sentence, by the words that it begins with in the plan's risks; the most helpful first.
_READS = {
    "More hours": "{}",
    "Cut: leave": "Or leave {}",
    "Cut: keep": "Or keep {}",
    "Cut: even": "Cutting does not do it: even {}",
    "Nearer role": "Within reach is another role: {}",
    "Nearer skill": "Within reach is a part of it: {}",
}


def ways_to_fit(plan: Plan) -> list[str]:
    """In sentences: by how much it is too long, then the ways out that its risks name; nothing where it fits."""
    outlook = plan.outlook
    if outlook is None or outlook.feasible or not plan.milestones:
        return []
    wanted = wording.weeks(outlook.horizon_weeks) if outlook.horizon_weeks else "the time there is"
    takes = wording.weeks(max(milestone.end_week for milestone in plan.milestones))
    pace = f" at {wording.hours(outlook.hours_per_week)} a week" if outlook.hours_per_week else ""
    effort = f"its {hours_in_words(hours_in_all(plan))} take {takes}{pace}"
    return [
        f"It does not fit into {wanted}: {effort} {wording.cite(*outlook.cites)}".rstrip() + ".",
        *_ways(plan),
    ]


def _ways(plan: Plan) -> list[str]:
    """Each way out that helps; that nothing smaller fits either is said by the one before it."""
    risks = next((section.claims for section in plan.sections if section.id == "risks"), [])
    named = {}
    for claim in risks:
        kind = next((each for each in _READS if claim.text.startswith(each)), None)
        rest = claim.text.removeprefix(kind or "").lstrip(": ")
        if kind and rest and not rest.startswith("none fits"):
            cited = f"{rest.removesuffix('.')} {wording.cite(*claim.evidence)}".rstrip()
            named[kind] = wording.sentence(_READS[kind].format(cited))
    return [named[kind] for kind in _READS if kind in named]
