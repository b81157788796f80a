"""A plan on one screen: where to, by when, for how many hours, pay, jobs, what is skipped, milestones, the first step."""

from collections.abc import Sequence
from datetime import date

from agent import wording
from agent.models import CitedFigure, Outlook, Plan
from agent.naming import a_role, with_capitals
from agent.plans import labels
from agent.plans.availability import milestone_days
from agent.plans.labels import ENGLISH, label
from agent.plans.rendering import milestone_evidence
from tools.roadmap.models import Milestone

UNHELPED = "The language model could not help with this draft"  # begins an assumption of such a plan
_SKIPPED = 6  # skills of one reason that are named


def summary_markdown(plan: Plan) -> str:
    """The summary as markdown: at most fifteen lines, and one for each milestone."""
    head, milestones, step = summary_parts(plan)
    parts = ["\n".join(f"- {line}" for line in head)]
    if milestones:
        parts += [f"**{label(plan.language, 'milestones')}**", "\n".join(f"- {line}" for line in milestones)]
    return "\n\n".join([*parts, *step])


def summary_lines(plan: Plan) -> list[str]:
    """Every line of the summary."""
    head, milestones, step = summary_parts(plan)
    return [*head, *milestones, *step]


def summary_parts(plan: Plan) -> tuple[list[str], list[str], list[str]]:
    """What the plan comes to, its milestones (a line each), and the first step."""
    outlook, language = plan.outlook, plan.language
    head = [_finish(plan), *_horizon(outlook, language), *_time(plan)]
    if outlook is not None:
        head += [*_pay(outlook, language), _jobs(outlook, language), *_skipped(plan, outlook)]
        head += _afterwards(plan, outlook)
    step = [f"**{label(language, 'first_step')}**: {plan.next_actions[0]}"] if plan.next_actions else []
    if not plan.milestones and plan.next_actions:
        # Without a schedule the way in and the three steps are the plan.
        head += _way_in(plan)
        numbered = enumerate(plan.next_actions, start=1)
        step = [
            f"**{label(language, 'nth_step', place=str(place))}**: {action}" for place, action in numbered
        ]
    return [line for line in head if line], _milestone_lines(plan), step


def finish_date(plan: Plan) -> date | None:
    """The last day of the milestone that ends last; None for a plan without milestones or without a start."""
    if not plan.start or not plan.milestones:
        return None
    start = date.fromisoformat(plan.start)
    return max(milestone_days(milestone, start)[1] for milestone in plan.milestones)


def hours_in_all(plan: Plan) -> float:
    """Study hours of all milestones."""
    return sum((float(milestone.hours) for milestone in plan.milestones), start=0.0)


def hours_in_words(hours: float, language: str = ENGLISH) -> str:
    """A sum of study hours, whole: "240 hours", "about 241 hours"."""
    whole = labels.hours(language, wording.whole(hours))
    return labels.hours(language, hours) if hours.is_integer() else label(language, "about", hours=whole)


def milestone_line(milestone: Milestone, plan: Plan) -> str:
    """Id, title and dates: "M1 Docker: 2 to 20 March 2026"."""
    if not plan.start:
        return f"{milestone.id} {plan.word(milestone.title)}"
    days = labels.days(plan.language, *milestone_days(milestone, date.fromisoformat(plan.start)))
    return f"{milestone.id} {plan.word(milestone.title)}: {days}"


def _milestone_lines(plan: Plan) -> list[str]:
    """Steps with their hours beside the dates: one of a day and one of a week may have the same."""
    cited, lines = milestone_evidence(plan), list[str]()
    for each in plan.milestones:
        hours = (
            f", {labels.hours(plan.language, each.hours)} {wording.cite(*cited.get(each.id, ()))}".rstrip()
        )
        lines.append(milestone_line(each, plan) + (hours if each.does else ""))
    return lines


def figures_in_words(figures: Sequence[CitedFigure], language: str = ENGLISH) -> str:
    """One median, or the lowest and highest of those that stand in for one role, with place, month and evidence."""
    first = figures[0].figure
    alike = [item for item in figures if item.figure.unit == first.unit and item.figure.place == first.place]
    ends = sorted(alike, key=lambda item: float(item.figure.value))
    low, high = ends[0], ends[-1]
    said = {"place": _place(first.place, language), "when": labels.period(language, first.period)}
    said["who"] = wording.subject(high.figure.subject)
    top = labels.amount(language, high.figure.value, first.unit)
    if low.figure.value == high.figure.value:
        return f"{label(language, 'median', amount=top, **said)} {wording.cite(high.evidence)}"
    said |= {"low": wording.money(low.figure.value, first.unit), "whose": wording.subject(low.figure.subject)}
    return f"{label(language, 'medians', high=top, **said)} {wording.cite(low.evidence, high.evidence)}"


def jobs_in_words(jobs: CitedFigure, language: str = ENGLISH) -> str:
    """How many work in an occupation, where and when: "1,200 bakers in Ohio (May 2025) [E4]"."""
    figure = jobs.figure
    said = {"number": wording.number(figure.value), "who": wording.subject(figure.subject)}
    said |= {"place": _place(figure.place, language), "when": labels.period(language, figure.period)}
    return f"{label(language, 'counted', **said)} {wording.cite(jobs.evidence)}"


def _place(name: str | None, language: str) -> str:
    named = wording.place(name) if language == ENGLISH else (name or "")
    return label(language, "in_place", place=named) if named else ""


def _finish(plan: Plan) -> str:
    outlook, end, language = plan.outlook, finish_date(plan), plan.language
    target = (
        wording.sentence(with_capitals(outlook.target)).rstrip(".")
        if outlook
        else label(language, "your_plan")
    )
    if end is None:
        return f"**{target}**: {label(language, 'no_finish')}."
    steps = plan.of_steps
    done = label(language, "door_by" if steps else "done_by", day=labels.day(language, end))
    if outlook is not None and outlook.finish is not None and plan.start:
        start, finish = date.fromisoformat(plan.start), outlook.finish
        ends = (wording.week_end(start, week) for week in (finish.low_weeks, finish.high_weeks))
        done += "; " + label(
            language, "door_spread" if steps else "spread", days=labels.days(language, *ends)
        )
    cited = wording.cite(*outlook.cites) if outlook else ""
    return f"**{target}**: {done} {cited}".rstrip() + "."


def _way_in(plan: Plan) -> list[str]:
    """What the timeline says of a job without a roadmap: how it is entered, and what lies near it."""
    claims = next((section.claims for section in plan.sections if section.id == "timeline"), [])
    return [
        f"{each.text.removesuffix('.')} {wording.cite(*each.evidence)}".rstrip() + "." for each in claims[1:]
    ]


def _horizon(outlook: Outlook | None, language: str) -> list[str]:
    if outlook is None or outlook.feasible or outlook.horizon_weeks is None:
        return []
    return [label(language, "too_long", weeks=labels.weeks(language, outlook.horizon_weeks))]


def _time(plan: Plan) -> list[str]:
    outlook, language = plan.outlook, plan.language
    if not plan.milestones:
        return _own_time(outlook, language) if outlook is not None and outlook.hours_told else []
    weeks = labels.weeks(language, max(milestone.end_week for milestone in plan.milestones))
    said = [label(language, "in_all", hours=hours_in_words(hours_in_all(plan), language), weeks=weeks)]
    cited = ""
    if outlook is not None and outlook.hours_per_week:
        pace = label(language, "a_week", hours=labels.hours(language, outlook.hours_per_week))
        said.insert(0, pace if outlook.hours_told else f"{pace} {label(language, 'assumed')}")
        cited = wording.cite(*outlook.cites)
    return [f"**{label(language, 'time')}**: {', '.join(said)} {cited}".rstrip() + "."]


def _own_time(outlook: Outlook, language: str) -> list[str]:
    """The hours that they have, and what they come to by the time they want to be there."""
    hours, weeks = outlook.hours_per_week or 0, outlook.horizon_weeks
    said = [label(language, "a_week", hours=labels.hours(language, hours))]
    if weeks:
        whole = hours_in_words(float(hours * weeks), language)
        said.append(label(language, "in_all", hours=whole, weeks=labels.weeks(language, weeks)))
    return [f"**{label(language, 'time')}**: {', '.join(said)}."]


def _pay(outlook: Outlook, language: str) -> list[str]:
    """Pay now or before, by the person's own word or else the statistics, and pay then."""
    told = outlook.present_pay if outlook.former_pay is None else outlook.former_pay
    tense = "now" if outlook.former_pay is None else "before"
    now = figures_in_words([outlook.pay_now], language) if outlook.pay_now is not None else ""
    if told is not None:
        now = label(language, f"your_pay_{tense}", amount=labels.amount(language, told))
    role = a_role(outlook.target) if language == ENGLISH else outlook.target
    then = label(language, "pay_unknown", role=role)
    if outlook.pay_then:
        then = figures_in_words(outlook.pay_then, language)
    said = {f"pay_{tense}": now, "pay_then": then}
    return [f"**{label(language, name)}**: {text}." for name, text in said.items() if text]


def _jobs(outlook: Outlook, language: str) -> str:
    said = jobs_in_words(outlook.jobs, language) if outlook.jobs else label(language, "jobs_unknown")
    return f"**{label(language, 'jobs')}**: {said}."


def _afterwards(plan: Plan, outlook: Outlook) -> list[str]:
    """What comes behind the door that the steps lead to."""
    claim = outlook.afterwards
    if claim is None:
        return []
    said = f"{plan.word(claim.text).removesuffix('.')} {wording.cite(*claim.evidence)}".rstrip()
    return [f"**{label(plan.language, 'afterwards')}**: {said}."]


def _skipped(plan: Plan, outlook: Outlook) -> list[str]:
    parts, language = list[str](), plan.language
    for group in outlook.skipped:
        named = [*map(plan.word, group.skills[:_SKIPPED])]
        more = [label(language, "others")] if len(group.skills) > len(named) else []
        why = group.why if language == ENGLISH else label(language, group.kind)
        parts.append(f"{labels.listing(language, [*named, *more])} ({why})")
    return [f"**{label(language, 'skipped')}**: {'; '.join(parts)}."] if parts else []
