"""draft_plan: a new draft from evidence, or the person's edited one; what they edited stays edited."""

from typing import Any

from langgraph.runtime import Runtime

from agent.context import CoachContext
from agent.edits import apply_edits, edits_between, merge_edits
from agent.models import ModelCall
from agent.policy.protocol import Policy
from agent.state import CoachState
from agent.usage import recording


def draft_plan(state: CoachState, runtime: Runtime[CoachContext], *, policy: Policy) -> dict[str, Any]:
    """Draft once; `redrafts` counts how often the check has sent the draft of this turn back."""
    delivered = state.get("plan")
    edits = state.get("edits", [])
    edited, shown = state.get("edited"), state.get("draft")
    by_person = edited is not None and shown is not None
    calls: list[ModelCall] = []
    if edited is not None and shown is not None:
        new = edits_between(shown, edited)
        draft, edits = apply_edits(shown, new), merge_edits(edits, new)
    else:
        with recording() as calls:
            draft = apply_edits(policy.draft_plan(state, runtime.context or CoachContext()), edits)
    # Version and approval are never a policy's or an editor's to set.
    version = delivered.version + 1 if delivered else 1
    return {
        "draft": draft.model_copy(update={"version": version, "approval": None}),
        "edits": edits,
        "edited": None,
        "by_person": by_person,
        "redrafts": state["redrafts"] + (1 if state["violations"] else 0),
        "model_calls": calls,
    }
