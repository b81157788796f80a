"""review_plan: the only interrupt, and nothing else.

The node restarts from its first line when it is resumed, so nothing here has an effect.
"""

from datetime import UTC, date, datetime
from typing import Any

from langchain_core.messages import AIMessage, HumanMessage
from langgraph.types import interrupt

from agent.context import CoachContext
from agent.models import Plan, PlanEdit, Review, Understanding
from agent.plans.constraints import removals
from agent.plans.edits import edits_between, merge_edits
from agent.plans.requests import plan_requests
from agent.plans.review import (
    Decision,
    EditDecision,
    RejectDecision,
    RespondDecision,
    draft_digest,
    draft_mark,
    named_draft,
    read_reply,
)
from agent.plans.which_draft import objection
from agent.replies import review_of
from agent.state import CoachState
from tools.errors import DecisionError


def review_plan(state: CoachState, context: CoachContext, *, resumed_by_id: bool) -> dict[str, Any]:
    """Pause with the draft; a decision becomes a Review, and a reason or message is read as a message.

    What is no decision, or one for another draft, is answered, and the node asks again.
    """
    draft = state["draft"]
    if draft is None:
        return {"decided": False}
    reply = interrupt(review_of(state))
    try:
        decision = read_reply(reply).decisions[0]
    except DecisionError as error:
        return _again(f"{error.message} {error.hint}")
    remark = objection(state, draft, decision, to_this_request=resumed_by_id)
    if remark is not None:
        # Only an approval that named no draft counts when it is repeated.
        asked = draft_digest(draft) if named_draft(decision) is None else state.get("asked_again")
        return {**_again(remark), "asked_again": asked}
    return _decided(state, draft, decision, context)


def _again(remark: str) -> dict[str, Any]:
    return {"decided": False, "remark": remark, "messages": [AIMessage(remark)]}


def _decided(state: CoachState, draft: Plan, decision: Decision, context: CoachContext) -> dict[str, Any]:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    review = Review(decision=decision.type, by=context.user, at=now, draft=draft_mark(draft))
    shown = {"decided": True, "remark": None, "reviews": [review], "shown": draft, "tool_results": []}
    if isinstance(decision, EditDecision):
        review.plan = decision.edited_action.args.plan
        return {**shown, **_edited(state, draft, review.plan, context.today)}
    if not isinstance(decision, RejectDecision | RespondDecision):
        return shown
    review.message = decision.message
    edits = _edits(state.get("edits", []), draft, decision)
    extra: dict[str, Any] = {"decision": decision.type, "at": now, "redraft": edits != state.get("edits", [])}
    if isinstance(decision, RespondDecision):
        beside = {"progress": decision.progress, "kind": decision.kind}
        extra |= {key: value for key, value in beside.items() if value}
    name = decision.id if isinstance(decision, RespondDecision) else None
    said = HumanMessage(decision.message or "", id=name, additional_kwargs=extra)
    if isinstance(decision, RejectDecision):
        review.plan = decision.plan
    return {**shown, "edits": edits, "messages": [said]}


def _edited(state: CoachState, draft: Plan, edited: Plan, today: date) -> dict[str, Any]:
    """The edit as it is; where it takes skills out, the plan is made anew around what is left."""
    fresh = {"redrafts": 0, "violations": [], "rounds": 0}
    new = edits_between(draft, edited)
    edits = merge_edits(state.get("edits", []), new)
    calls = plan_requests(state["profile"], state.get("progress"), today, edits) if removals(new) else []
    if not calls:
        return {**fresh, "edited": edited, "pending_calls": []}
    before = state.get("understanding") or Understanding()
    wanted = {"plan_wanted": True, "question": None, "asks_for": None, "calls": calls}
    return {
        **fresh,
        "edits": edits,
        "edited": None,
        "pending_calls": calls,
        "understanding": before.model_copy(update=wanted),
    }


def _edits(held: list[PlanEdit], draft: Plan, decision: RejectDecision | RespondDecision) -> list[PlanEdit]:
    """What was edited so far, with what the person changed in the plan that a rejection brings."""
    changed = decision.plan if isinstance(decision, RejectDecision) else None
    return merge_edits(held, edits_between(draft, changed)) if changed else held
