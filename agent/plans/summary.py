"""A plan on one screen: where to, by when, for how many hours, pay, jobs, what is skipped, milestones, the first step."""

from collections.abc import Sequence
from datetime import date

from agent import wording
from agent.models import CitedFigure, Outlook, Plan
from agent.naming import a_role
from agent.plans.availability import milestone_days
from tools.roadmap.models import Milestone

UNHELPED = "The language model could not help with this draft"  # begins an assumption of such a plan
_SKIPPED = 6  # skills of one reason that are named


def summary_markdown(plan: Plan) -> str:
    """The summary as markdown: at most fifteen lines, and one for each milestone."""
    head, milestones, step = summary_parts(plan)
    parts = ["\n".join(f"- {line}" for line in head)]
    if milestones:
        parts += ["**Milestones**", "\n".join(f"- {line}" for line in milestones)]
    return "\n\n".join([*parts, *step])


def summary_lines(plan: Plan) -> list[str]:
    """Every line of the summary."""
    head, milestones, step = summary_parts(plan)
    return [*head, *milestones, *step]


def summary_parts(plan: Plan) -> tuple[list[str], list[str], list[str]]:
    """What the plan comes to, its milestones (a line each), and the first step."""
    outlook = plan.outlook
    head = [_finish(plan), *_horizon(outlook), *_time(plan)]
    if outlook is not None:
        head += [*_pay(outlook), _jobs(outlook), *_skipped(outlook)]
    step = [f"**First step**: {plan.next_actions[0]}"] if plan.next_actions else []
    if not plan.milestones and plan.next_actions:
        # Without a schedule the way in and the three steps are the plan.
        head += _way_in(plan)
        step = [f"**Step {place}**: {action}" for place, action in enumerate(plan.next_actions, start=1)]
    return [line for line in head if line], [milestone_line(held, plan) for held in plan.milestones], step


def finish_date(plan: Plan) -> date | None:
    """The last day of the milestone that ends last; None for a plan without milestones or without a start."""
    if not plan.start or not plan.milestones:
        return None
    start = date.fromisoformat(plan.start)
    return max(milestone_days(milestone, start)[1] for milestone in plan.milestones)


def hours_in_all(plan: Plan) -> float:
    """Study hours of all milestones."""
    return sum((float(milestone.hours) for milestone in plan.milestones), start=0.0)


def hours_in_words(hours: float) -> str:
    """A sum of study hours, whole: "240 hours", "about 241 hours"."""
    return wording.hours(hours) if hours.is_integer() else f"about {wording.hours(round(hours))}"


def milestone_line(milestone: Milestone, plan: Plan) -> str:
    """Id, title and dates: "M1 Docker: 2 to 20 March 2026"."""
    if not plan.start:
        return f"{milestone.id} {milestone.title}"
    days = wording.date_span(*milestone_days(milestone, date.fromisoformat(plan.start)))
    return f"{milestone.id} {milestone.title}: {days}"


def figures_in_words(figures: Sequence[CitedFigure]) -> str:
    """One median, or the lowest and highest of those that stand in for one role, with place, month and evidence."""
    first = figures[0].figure
    alike = [item for item in figures if item.figure.unit == first.unit and item.figure.place == first.place]
    ends = sorted(alike, key=lambda item: float(item.figure.value))
    low, high = ends[0], ends[-1]
    where, when = wording.in_place(first.place), wording.period(first.period)
    amount = wording.money(high.figure.value, first.unit, rate=True)
    who = wording.subject(high.figure.subject)
    if low.figure.value == high.figure.value:
        return f"a median of {amount} for {who} {where} ({when}) {wording.cite(high.evidence)}"
    least = f"{wording.money(low.figure.value, first.unit)} ({wording.subject(low.figure.subject)})"
    cited = wording.cite(low.evidence, high.evidence)
    return f"a median of {least} to {amount} ({who}) {where} ({when}) {cited}"


def jobs_in_words(jobs: CitedFigure) -> str:
    """How many work in an occupation, where and when: "1,200 bakers in Ohio (May 2025) [E4]"."""
    figure = jobs.figure
    number, who = wording.number(figure.value), wording.subject(figure.subject)
    where, when = wording.in_place(figure.place), wording.period(figure.period)
    return f"{number} {who} {where} ({when}) {wording.cite(jobs.evidence)}"


def _finish(plan: Plan) -> str:
    outlook, end = plan.outlook, finish_date(plan)
    target = wording.sentence(outlook.target).rstrip(".") if outlook else "Your plan"
    if end is None:
        return f"**{target}**: no milestones, so no date of finish."
    spread = ""
    if outlook is not None and outlook.finish is not None and plan.start:
        start, finish = date.fromisoformat(plan.start), outlook.finish
        low, high = (wording.week_end(start, week) for week in (finish.low_weeks, finish.high_weeks))
        spread = f"; eight in ten finish from {wording.date_span(low, high)}"
    cited = wording.cite(*outlook.cites) if outlook else ""
    return f"**{target}**: done by {wording.spoken_date(end)}{spread} {cited}".rstrip() + "."


def _way_in(plan: Plan) -> list[str]:
    """What the timeline says of a job without a roadmap: how it is entered, and what lies near it."""
    claims = next((section.claims for section in plan.sections if section.id == "timeline"), [])
    return [
        f"{each.text.removesuffix('.')} {wording.cite(*each.evidence)}".rstrip() + "." for each in claims[1:]
    ]


def _horizon(outlook: Outlook | None) -> list[str]:
    if outlook is None or outlook.feasible or outlook.horizon_weeks is None:
        return []
    wanted = wording.weeks(outlook.horizon_weeks)
    return [f"**Too long**: you have {wanted}; the risks name ways to make it fit."]


def _time(plan: Plan) -> list[str]:
    outlook = plan.outlook
    if not plan.milestones:
        return []
    weeks = max(milestone.end_week for milestone in plan.milestones)
    total = f"{hours_in_words(hours_in_all(plan))} in all, {wording.weeks(weeks)}"
    if outlook is None or not outlook.hours_per_week:
        return [f"**Time**: {total}."]
    assumed = "" if outlook.hours_told else " (assumed, since you named none)"
    pace = f"{wording.hours(outlook.hours_per_week)} a week{assumed}"
    return [f"**Time**: {pace}, {total} {wording.cite(*outlook.cites)}".rstrip() + "."]


def _pay(outlook: Outlook) -> list[str]:
    """Pay now, by the person's own word or else the statistics, and pay then."""
    now = figures_in_words([outlook.pay_now]) if outlook.pay_now is not None else ""
    if outlook.present_pay is not None:
        now = f"your {wording.money(outlook.present_pay)} a year"
    if not outlook.pay_then:
        then = f"what {a_role(outlook.target)} earns there is not known"
    else:
        then = figures_in_words(outlook.pay_then)
    return [*([f"**Pay now**: {now}."] if now else []), f"**Pay then**: {then}."]


def _jobs(outlook: Outlook) -> str:
    return f"**Jobs**: {jobs_in_words(outlook.jobs) if outlook.jobs else 'how many there are is not known'}."


def _skipped(outlook: Outlook) -> list[str]:
    parts = []
    for group in outlook.skipped:
        named = group.skills[:_SKIPPED]
        more = ["others"] if len(group.skills) > len(named) else []
        parts.append(f"{wording.listing([*named, *more])} ({group.why})")
    return [f"**Skipped**: {'; '.join(parts)}."] if parts else []
