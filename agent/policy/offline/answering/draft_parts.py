"""The parts of a draft in words: its milestones, its skills and the reasons for them."""

from datetime import date

from agent import wording
from agent.models import Claim, Plan, Profile
from agent.plans.availability import milestone_days
from agent.policy.offline.answering.markdown import cited
from tools.evidence import Evidence
from tools.roadmap.models import Milestone


class Draft:
    """A plan with what its numbers and dates rest on; `name` is what it is called: "draft" while it `waits`."""

    def __init__(
        self, plan: Plan, evidence: list[Evidence], profile: Profile, today: date, *, waits: bool = True
    ) -> None:
        self.plan, self.evidence, self.profile = plan, evidence, profile
        self.today = today
        self.waits, self.name = waits, "draft" if waits else "plan"
        self.start = date.fromisoformat(plan.start) if plan.start else today

    def milestone(self, number: str) -> Milestone | None:
        return next((each for each in self.plan.milestones if each.id == number), None)

    def holding(self, skill: str) -> tuple[Milestone, str] | None:
        """The milestone that teaches a skill, and the skill's name in the draft."""
        from tools.roadmap.skills import link_skill

        linked, wanted = link_skill(skill), skill.casefold()
        for each in self.plan.milestones:
            for name in each.skills:
                if (linked and linked.name == name) or wanted == name.casefold():
                    return each, name
        return None

    def behind(self, subject: str, label: str, value: float) -> list[str]:
        """The newest evidence whose figure of that label and subject has the value: an edited number has none."""
        for item in reversed(self.evidence):
            for figure in item.figures:
                if (figure.subject, figure.label) == (subject, label) and figure.value == value:
                    return [item.id]
        return []

    def hours_of(self, milestone: Milestone, skill: str) -> float | None:
        for item in reversed(self.evidence):
            for figure in item.figures:
                if figure.subject == milestone.title and figure.label == f"hours for {skill}":
                    return figure.value
        return None

    def span(self, milestone: Milestone) -> str:
        first, last = milestone.start_week, milestone.end_week
        weeks = f"week {first}" if first == last else f"weeks {first} to {last}"
        dates = wording.date_span(*milestone_days(milestone, self.start))
        return f"{weeks} ({dates})"


def milestone_told(draft: Draft, milestone: Milestone) -> str:
    ids = draft.behind(milestone.title, "study hours", milestone.hours)
    text = f"{milestone.id}, “{milestone.title}”: {draft.span(milestone)}, {wording.hours(milestone.hours)}."
    parts = [cited(Claim(text=text, evidence=ids)), f"It covers {wording.listing(milestone.skills)}."]
    if milestone.after:
        parts.append(f"It builds on {wording.listing(milestone.after)}.")
    return " ".join([*parts, f"You show it like this: {milestone.proof}"])


def neighbours_told(draft: Draft, milestone: Milestone) -> str:
    at = draft.plan.milestones.index(milestone)
    before, after = draft.plan.milestones[:at][-1:], draft.plan.milestones[at + 1 : at + 2]
    lines = [f"Before {milestone.id}: {milestone_named(draft, each)}" for each in before]
    lines += [f"After {milestone.id}: {milestone_named(draft, each)}" for each in after]
    return " ".join(lines) if lines else f"{milestone.id} is the only milestone."


def milestone_named(draft: Draft, milestone: Milestone) -> str:
    ids = draft.behind(milestone.title, "study hours", milestone.hours)
    return cited(
        Claim(
            text=f"{milestone.id}, “{milestone.title}”, {draft.span(milestone)}, {wording.hours(milestone.hours)}.",
            evidence=ids,
        )
    )


def skill_told(draft: Draft, skill: str, *, why: bool) -> str:
    """Whether a skill is in the draft, where, and what makes it so."""
    held = draft.holding(skill)
    if held is None:
        return _absent(draft, skill)
    milestone, name = held
    hours = draft.hours_of(milestone, name)
    effort = (
        f", {wording.hours(hours)} of its {wording.hours(milestone.hours)}"
        if hours and len(milestone.skills) > 1
        else f", {wording.hours(milestone.hours)}"
    )
    text = f"{name} is part of {milestone.id}, “{milestone.title}”: {draft.span(milestone)}{effort}."
    placed = cited(Claim(text=text, evidence=draft.behind(milestone.title, "study hours", milestone.hours)))
    reasons = _reasons(draft, name)
    return f"{placed} {reasons}" if reasons else placed if not why else f"{placed} It was put there by hand."


def _reasons(draft: Draft, name: str) -> str:
    """What the target asks for, and which skills of the draft build on this one."""
    from tools.roadmap.skills import link_skill
    from tools.roadmap.tables import skills
    from tools.roadmap.targets import link_target

    linked = link_skill(name)
    target = link_target(draft.profile.target_role or "")
    if linked is None:
        return ""
    need = target.needs.get(linked.id) if target else None
    said = {"must": "a must", "should": "useful", "nice": "nice to have"}
    parts = [f"It is {said[need]} for {target.title}"] if need and target else []
    planned = {skill for each in draft.plan.milestones for skill in each.skills}
    built = [
        each.name for each in skills().values() if linked.id in each.prerequisites and each.name in planned
    ]
    if built:
        parts.append(
            f"{'and' if parts else 'It is there because'} {wording.listing(built[:3])} {'builds' if len(built) == 1 else 'build'} on it"
        )
    return f"{', '.join(parts)}." if parts else ""


def _absent(draft: Draft, skill: str) -> str:
    from tools.roadmap.skills import link_skill
    from tools.roadmap.targets import link_target

    shown = wording.inline(skill)
    linked = link_skill(skill)
    known = {each.id for name in draft.profile.skills if (each := link_skill(name))}
    target = link_target(draft.profile.target_role or "")
    if linked and linked.id in known:
        why = "you said that you know it"
    elif linked is None:
        why = "my skill table does not hold it"
    elif target and linked.id not in target.needs:
        why = f"{target.title} does not need it by my skill table, and nothing else in the plan builds on it"
    elif target and target.needs.get(linked.id) == "nice":
        why = f"for {target.title} it is only nice to have"
    else:
        why = "it is not among what is left to learn"
    how = (
        "add a milestone of your own by editing the draft"
        if draft.waits
        else "ask for a new version and add a milestone of your own by editing it"
    )
    return f"No, {shown} is not in the {draft.name}: {why}. To have it in, {how}."
