"""The approval protocol: LangChain's human-in-the-loop request and reply, as pydantic models.

The request is what `review_plan` shows, the reply what it accepts. `respond` is a message typed while the
plan waits: it is never offered as a decision and can neither approve nor lose the plan.
"""

import hashlib
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, JsonValue, ValidationError
from pydantic_core import from_json

from agent.models import Plan, Review
from agent.plans.review_clients import as_decisions
from tools.errors import DecisionError, in_words

ACTION = "deliver_plan"
_SEND = 'Send exactly one: {"decisions": [{"type": "approve"}]}, "reject" with a message, or "edit".'
ALLOWED_DECISIONS = ["approve", "edit", "reject"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _ForADraft(_Strict):
    """`draft` names the draft that is decided on: the digest in the request's `args`."""

    draft: str | None = None


class ApproveDecision(_ForADraft):
    type: Literal["approve"]


def _whole(plan: object) -> object:
    """A plan without its parts would wipe the draft, and nobody means that. Review front ends send an edited one as text."""
    if isinstance(plan, str):
        plan = from_json(plan, allow_inf_nan=False)
    if isinstance(plan, dict):
        missing = [name for name in ("sections", "milestones") if name not in plan]
        if missing:
            raise ValueError(f"the plan lacks its {' and '.join(missing)}")
        if not plan["sections"] and not plan["milestones"]:
            raise ValueError("the plan holds neither a section nor a milestone")
    return plan


def _possible(plan: Plan) -> Plan:
    """Milestones have a name and an id of their own, and weeks and hours that there can be."""
    ids = [milestone.id for milestone in plan.milestones]
    for milestone in plan.milestones:
        named = f"milestone {milestone.id or milestone.title}"
        if not milestone.title.strip() or not milestone.id.strip():
            raise ValueError(f"{named} has no {'id' if milestone.title.strip() else 'title'}")
        if ids.count(milestone.id) > 1:
            raise ValueError(f"two milestones have the id {milestone.id}")
        if not 1 <= milestone.start_week <= milestone.end_week:
            raise ValueError(f"{named} goes from week {milestone.start_week} to week {milestone.end_week}")
        if not 0 <= milestone.hours < float("inf"):
            raise ValueError(f"{named} takes {milestone.hours} hours")
    return plan


EditedPlan = Annotated[Plan, BeforeValidator(_whole), AfterValidator(_possible)]


class RejectDecision(_ForADraft):
    """`plan` may bring the draft with what the person changed in it: their changes are kept in the next draft."""

    type: Literal["reject"]
    message: str | None = None
    plan: EditedPlan | None = None


class PlanArgs(_ForADraft):
    plan: EditedPlan


class EditedAction(_Strict):
    name: Literal["deliver_plan"]
    args: PlanArgs


class EditDecision(_ForADraft):
    type: Literal["edit"]
    edited_action: EditedAction


class RespondDecision(_Strict):
    """`id` names the message; `progress` holds what a command recorded (`done`, `lost_weeks`), `kind` as what it was handed over."""

    type: Literal["respond"]
    message: str
    id: str | None = None
    progress: dict[str, JsonValue] | None = None
    kind: Literal["cv", "posting"] | None = None


Decision = Annotated[
    ApproveDecision | RejectDecision | EditDecision | RespondDecision, Field(discriminator="type")
]


class ReviewReply(_Strict):
    """Exactly one decision: one plan waits at a time."""

    decisions: list[Decision] = Field(min_length=1, max_length=1)


def draft_digest(plan: Plan) -> str:
    """What tells this draft from any other: 32 hexadecimal digits over all that the person is shown."""
    shown = plan.model_dump_json(exclude={"approval"})
    return hashlib.sha256(shown.encode()).hexdigest()[:32]


def draft_mark(plan: Plan) -> bytes:
    """The digest as a Review holds it."""
    return draft_digest(plan).encode("ascii")


def approves(review: Review, plan: Plan) -> bool:
    """Whether this review approved exactly this plan; one that is signed, in the name and at the time it says."""
    signed = plan.approval is None or (plan.approval.by, plan.approval.at) == (review.by, review.at)
    return review.decision == "approve" and review.draft == draft_mark(plan) and signed


def named_draft(decision: Decision) -> str | None:
    """The digest of the draft that a decision is for, where it names one."""
    if isinstance(decision, RespondDecision):
        return None
    if isinstance(decision, EditDecision):
        return decision.draft or decision.edited_action.args.draft
    return decision.draft


def naming_draft(reply: dict[str, Any], draft: str) -> dict[str, Any]:
    """The reply with its decision made for the draft of this digest, unless it names one itself."""
    decision = parse_reply(reply).decisions[0]
    if named_draft(decision) is not None:
        return reply
    return {"decisions": [{**reply["decisions"][0], "draft": draft}]}


def review_request(plan: Plan, description: str, remark: str | None = None) -> dict[str, Any]:
    """The human-in-the-loop request for `plan`; `description` is the plan as markdown, `remark` stands above it."""
    args = {"plan": plan.model_dump(mode="json"), "draft": draft_digest(plan)}
    description = f"{remark}\n\n{description}" if remark else description
    return {
        # LangChain's middleware says `args`, Agent Inbox reads `arguments`.
        "action_requests": [{"name": ACTION, "args": args, "arguments": args, "description": description}],
        "review_configs": [{"action_name": ACTION, "allowed_decisions": list(ALLOWED_DECISIONS)}],
    }


def waiting_plan(request: dict[str, Any]) -> Plan:
    """The plan that a review request holds."""
    return Plan.model_validate(request["action_requests"][0]["args"]["plan"])


def read_reply(reply: object) -> ReviewReply:
    """Read what answers a request, a review front end's own words included. Raises DecisionError."""
    reply = as_decisions(reply)
    if not isinstance(reply, dict):
        raise DecisionError("The decision cannot be read (it is no JSON object).", _SEND)
    try:
        return ReviewReply.model_validate(reply)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "decisions"
        raise DecisionError(
            f"The decision cannot be read ({where}: {in_words(first)}).",
            _SEND,
        ) from error


def parse_reply(reply: object) -> ReviewReply:
    """Read a decision given from outside. Raises DecisionError; a `respond` is not a decision."""
    parsed = read_reply(reply)
    if parsed.decisions[0].type == "respond":
        raise DecisionError(
            "A plan that waits is approved, rejected or edited.",
            "Send a message with `ask` to talk about it.",
        )
    return parsed


def as_reply(
    *,
    approve: bool = False,
    reject: str | None = None,
    edit: Plan | dict[str, Any] | None = None,
    decisions: object = None,
) -> dict[str, Any]:
    """Exactly one of the four as the reply that `parse_reply` reads. Raises DecisionError."""
    given = [approve, reject is not None, edit is not None, decisions is not None]
    if sum(given) != 1:
        raise DecisionError("Give exactly one decision.", "Choose approve, reject with a reason, or edit.")
    if decisions is not None:
        return decisions if isinstance(decisions, dict) else {"decisions": decisions}
    if approve:
        return {"decisions": [{"type": "approve"}]}
    if reject is not None:
        if not reject.strip():
            raise DecisionError("A rejection needs a reason.", "Say what should be different.")
        return {"decisions": [{"type": "reject", "message": reject}]}
    plan = edit.model_dump(mode="json") if isinstance(edit, Plan) else edit
    return {"decisions": [{"type": "edit", "edited_action": {"name": ACTION, "args": {"plan": plan}}}]}
