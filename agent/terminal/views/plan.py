"""The views of a plan: the draft that waits, and the one that was delivered."""

from collections.abc import Sequence
from typing import Any

from agent.models import Plan
from agent.rendering import plan_markdown
from agent.terminal.render import Screen
from agent.terminal.views.roadmap import milestones
from tools.evidence import Evidence


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
