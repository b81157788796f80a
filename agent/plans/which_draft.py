"""Which draft a decision is for: a person must not approve, in an older window, a draft that they have not seen."""

from datetime import date

from agent import wording
from agent.models import Plan
from agent.plans.difference import plan_difference
from agent.plans.review import ApproveDecision, Decision, RespondDecision, draft_digest, named_draft
from agent.state import CoachState

_STALE = "That decision was for an earlier draft, and nothing was done with it."


def objection(state: CoachState, draft: Plan, decision: Decision, *, to_this_request: bool) -> str | None:
    """Why `decision` does not count for `draft`, as the person is told; None where it does.

    It counts where it names the draft by its digest or was sent to this request's id (`to_this_request`). An approval with
    neither counts while the person was shown no other draft, and when it is repeated after it was asked for again.
    """
    if isinstance(decision, RespondDecision):
        return None
    named, digest = named_draft(decision), draft_digest(draft)
    if named is not None and named != digest:
        return f"{_STALE} {_changed(state, draft, 'decide on this one')}"
    if named is not None or to_this_request or not isinstance(decision, ApproveDecision):
        return None
    if state.get("asked_again") == digest or not set(state.get("offered", [])) - {digest}:
        return None
    return _changed(state, draft, "approve again to deliver it")


def _changed(state: CoachState, draft: Plan, wanted: str) -> str:
    before = state.get("shown") or state.get("plan")
    if before is None:
        return f"The draft has changed; {wanted}."
    told = plan_difference(before, draft)
    old, new = _finish(before), _finish(draft)
    moved = f": finish moves from {old} to {new}" if old and new and old != new else ""
    return f"The draft has changed{moved}; {wanted}." + (f"\n\n{told}" if told else "")


def _finish(plan: Plan) -> str:
    """When the last milestone ends, as it is said; empty without milestones."""
    days = [milestone.end_date for milestone in plan.milestones if milestone.end_date]
    if days:
        return wording.spoken_date(date.fromisoformat(max(days)))
    weeks = [milestone.end_week for milestone in plan.milestones]
    return f"week {max(weeks)}" if weeks else ""
