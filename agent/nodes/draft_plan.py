"""draft_plan: a new draft from evidence, or the person's edited one; what they edited stays edited."""

from typing import Any

from agent.context import CoachContext
from agent.models import Draft, ModelCall, Plan, PlanEdit
from agent.plans.constraints import removed_skills
from agent.plans.edits import (
    apply_edits,
    edits_between,
    hours_of_skills,
    merge_edits,
    written_by_person,
)
from agent.plans.labels import listing, remark
from agent.plans.progress import outstanding
from agent.policy.protocol import AsyncPolicy, Policy
from agent.policy.usage import recording
from agent.state import CoachState


def draft_plan(state: CoachState, context: CoachContext, *, policy: Policy) -> dict[str, Any]:
    """Draft once; `redrafts` counts how often the check has sent the draft of this turn back."""
    with recording() as calls:
        draft = None if _is_edited(state) else policy.draft_plan(state, context)
    return _drafted(state, draft, calls)


async def adraft_plan(state: CoachState, context: CoachContext, *, policy: AsyncPolicy) -> dict[str, Any]:
    """`draft_plan` without blocking the event loop."""
    with recording() as calls:
        draft = None if _is_edited(state) else await policy.adraft_plan(state, context)
    return _drafted(state, draft, calls)


def _is_edited(state: CoachState) -> bool:
    return state.get("edited") is not None and state.get("draft") is not None


def _drafted(state: CoachState, given: Draft | None, calls: list[ModelCall]) -> dict[str, Any]:
    """The policy's plan with the person's edits in it; without one, the draft as the person edited it."""
    delivered, plan = state.get("plan"), given.plan if given else None
    edits = outstanding(state.get("edits", []), state.get("progress"))
    edited, shown = state.get("edited"), state.get("draft")
    hours = hours_of_skills(state.get("evidence", []))
    if plan is not None:
        draft = apply_edits(plan, edits, hours)
    elif edited is not None and shown is not None:
        new = edits_between(shown, edited)
        draft, edits = apply_edits(shown, new, hours), merge_edits(edits, new)
    else:
        return {}
    draft = _with_time_to_spare(plan or shown or draft, draft, edits)
    # Version and approval are never a policy's or an editor's to set.
    version = delivered.version + 1 if delivered else 1
    return {
        "draft": draft.model_copy(
            update={"version": version, "approval": None, "theirs": written_by_person(draft, edits)}
        ),
        "edits": edits,
        "edited": None,
        "by_person": plan is None,
        "beside": (given.said if given else "") or state.get("beside"),
        "wording": (given.wording if given else None) or state.get("wording"),
        "redrafts": state["redrafts"] + (1 if state["violations"] else 0),
        "model_calls": calls,
    }


def _with_time_to_spare(before: Plan, draft: Plan, edits: list[PlanEdit]) -> Plan:
    """A draft from which skills were just taken out by hand says that its totals and dates still count them."""
    planned = {skill for milestone in before.milestones for skill in milestone.skills}
    gone = sorted(planned & removed_skills(edits))
    if not gone:
        return draft
    text = remark(draft.language, "by_hand", what=listing(draft.language, gone))
    return draft.model_copy(update={"assumptions": [*draft.assumptions, text]})
