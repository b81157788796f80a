"""deliver_plan: writes the final plan with who approved what and when. Reached from an approval only."""

from functools import partial
from typing import Any

from langchain_core.messages import AIMessage

from agent.context import LOCAL_USER
from agent.models import Approval, Plan
from agent.plans.labels import label, moment
from agent.plans.review import approves, draft_digest
from agent.state import CoachState


def deliver_plan(state: CoachState) -> dict[str, Any]:
    """Move the draft to the delivered plan. Running again after a crash finds the same draft and approval.

    Whatever led here, a draft that was not approved itself goes back to the person.
    """
    draft, reviews = state["draft"], state["reviews"]
    if draft is None or not reviews or not approves(reviews[-1], draft) or _is_spent(state, draft):
        return {"decided": False}
    review = reviews[-1]
    plan = draft.model_copy(update={"approval": Approval(by=review.by, at=review.at)})
    say = partial(label, plan.language)
    who, at = say("you") if review.by == LOCAL_USER else review.by, moment(plan.language, review.at)
    text = say("final", version=str(plan.version), by=who, at=at)
    if plan.next_actions:
        text = f"{text} {say('first_step')}: {plan.next_actions[0]}"
    said = AIMessage(text, additional_kwargs={"delivers": plan.version})
    return {"plan": plan, "delivered": [plan], "draft": None, "shown": None, "messages": [said]}


def _is_spent(state: CoachState, draft: Plan) -> bool:
    """Whether each approval of this draft delivered a plan already: one of a plan alike before is spent."""
    given = sum(approves(review, draft) for review in state["reviews"])
    delivered = sum(draft_digest(plan) == draft_digest(draft) for plan in state["delivered"])
    return given <= delivered
