"""The views of a plan: the draft that waits, and the one that was delivered."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from agent import wording
from agent.models import Plan
from agent.plans.availability import milestone_days
from agent.plans.rendering import plan_markdown, repeated_milestone
from agent.plans.summary import summary_markdown
from agent.terminal.render import Screen
from agent.terminal.views.parts import listed, numbered
from agent.terminal.views.roadmap import milestones
from tools.evidence import Evidence
from tools.roadmap.models import Milestone

if TYPE_CHECKING:
    from agent.plans.item_review import Why


def waiting_plan(review: dict[str, Any]) -> Plan:
    """The plan that a review request holds."""
    return Plan.model_validate(review["action_requests"][0]["args"]["plan"])


def description_of(review: dict[str, Any]) -> str:
    """The waiting plan as markdown."""
    return str(review["action_requests"][0]["description"])


def view_draft(screen: Screen, review: dict[str, Any]) -> None:
    """The draft as the reviewer reads it, with its timeline."""
    screen.panel("Draft plan", description_of(review))
    if not screen.plain:
        milestones(screen, waiting_plan(review).milestones)


def view_plan(screen: Screen, plan: Plan, evidence: Sequence[Evidence]) -> None:
    """A delivered plan."""
    screen.panel(f"Plan, version {plan.version}", plan_markdown(plan, evidence))
    if not screen.plain:
        milestones(screen, plan.milestones)


def view_summary(screen: Screen, plan: Plan, *, full_by: str) -> None:
    """A plan on one screen; the command `full_by` shows all of it."""
    screen.panel(f"Plan, version {plan.version}, in short", summary_markdown(plan))
    screen.line(f"{full_by} shows the whole plan with its sources.", "quiet")


def view_item(screen: Screen, plan: Plan, item: str, title: str) -> None:
    """One section, milestone or list of the plan."""
    milestone = next((held for held in plan.milestones if held.id == item), None)
    screen.line(f"{item} {title}" if milestone else title, "strong")
    if milestone is not None:
        what = milestone.does or f"Skills: {', '.join(milestone.skills)}."
        screen.line(f"{_when(plan, milestone)}. {what}")
        screen.line(f"Proof: {milestone.proof}")
        return
    section = next((held for held in plan.sections if held.id == item), None)
    claims = [claim for claim in section.claims if repeated_milestone(claim, plan) is None] if section else []
    for text in [claim.text for claim in claims] if section else getattr(plan, item):
        screen.bullet(text)


def _when(plan: Plan, milestone: Milestone) -> str:
    """Weeks, days and hours of a milestone."""
    first, last = milestone.start_week, milestone.end_week
    weeks = f"Week {first}" if first == last else f"Weeks {first} to {last}"
    days = ""
    if plan.start:
        span = milestone_days(milestone, date.fromisoformat(plan.start))
        days = f" ({wording.date_span(*span)})"
    return f"{weeks}{days}, {wording.hours(milestone.hours)}"


def view_why(screen: Screen, why: "Why") -> None:
    """What stands behind an item: what it says with its numbers, then the evidence in full."""
    for claim in why.statements:
        screen.bullet(f"{claim.text} {wording.cite(*claim.evidence)}".strip())
    listed(screen, "It rests on", (numbered(item) for item in why.evidence))
    if not why.evidence:
        screen.line("No source stands behind it: it follows from what you said and from the plan itself.")
