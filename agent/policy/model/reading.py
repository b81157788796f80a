"""The first step: one call reads the message, plain code keeps what the person's words support."""

import re
from typing import Any

from langchain_core.messages import AnyMessage, HumanMessage, SystemMessage
from pydantic import JsonValue

import prompts
from agent.models import Understanding
from agent.models.changes import apply_changes
from agent.policy.model.briefing import profile_text
from agent.policy.model.exchange import Step
from agent.policy.model.failures import ModelFailure
from agent.policy.model.history import earlier_messages, last_message
from agent.policy.model.masking import Masks
from agent.policy.model.said import Said
from agent.policy.model.structured import Abilities, ask
from agent.policy.model.verifying import kept_calls, kept_changes
from agent.policy.model.wire import Reading, read_reading
from agent.state import CoachState

HISTORY_TOKENS = 1500
OUTPUT_TOKENS = 800
# The key of `Understanding.details` under which this room keeps what its later steps need.
MODEL = "model"
_WANTS_PLAN = re.compile(
    r"\b(?:plan\w*|road\s?map|path|steps?|schedule|route|strategy|program(?:me)?|draft|yes|yeah|yep|sure|ok(?:ay)?|go ahead|please do|do it)\b",
    re.IGNORECASE,
)
_WHICH_ROLE = "Which role should the plan lead to?"


def reading_messages(state: CoachState) -> list[AnyMessage]:
    """What is sent: rules, the latest conversation, the profile and the message."""
    waits = "A plan waits for the person's approval.\n" if state.get("draft") is not None else ""
    task = f"Known of the person: {profile_text(state['profile'])}\n{waits}\nLast message:\n{last_message(state['messages'])}"
    return [
        SystemMessage(prompts.render("model/understand.v1")),
        *earlier_messages(state["messages"], HISTORY_TOKENS),
        HumanMessage(task),
    ]


def reading_step(
    state: CoachState, witness: Understanding, masks: Masks, abilities: Abilities
) -> Step[Understanding]:
    """Read the message; if the model fails, the witness's reading stands and says so."""

    def read(given: dict[str, Any], others: list[dict[str, Any]]) -> Reading:
        return read_reading(masks.restore(given), masks.restore(others))

    try:
        reading = yield from ask(
            "understand",
            reading_messages(state),
            prompts.schema("model/read_message.v1"),
            read,
            abilities=abilities,
            output=OUTPUT_TOKENS,
        )
    except ModelFailure as failure:
        return with_details(witness, failed=failure.reason)
    return verified(reading, state, witness)


def verified(reading: Reading, state: CoachState, witness: Understanding) -> Understanding:
    """The reading as far as the person's messages support it, joined to the witness's."""
    said = Said.of(state)
    changes = kept_changes(reading.changes, said, witness)
    profile = apply_changes(state["profile"], changes)
    calls = kept_calls(reading.calls, said, witness, profile)
    plan = witness.plan_wanted or (reading.plan_wanted and bool(_WANTS_PLAN.search(said.own_words)))
    understanding = witness.model_copy(update={"changes": changes, "calls": calls, "plan_wanted": plan})
    if plan:
        if profile.target_role is not None:
            return understanding.model_copy(update={"question": None, "asks_for": None})
        return understanding.model_copy(
            update={
                "question": _WHICH_ROLE,
                "asks_for": "target_role",
                "details": {**witness.details, "pending": "plan"},
            }
        )
    if calls:
        return understanding.model_copy(update={"question": None, "asks_for": None})
    return with_details(understanding, reply=reading.reply, question=reading.question)


def with_details(understanding: Understanding, **values: str | None) -> Understanding:
    """Note for the later steps what the model said, or why it said nothing."""
    noted: dict[str, JsonValue] = {key: value for key, value in values.items() if value}
    return understanding.model_copy(update={"details": {**understanding.details, MODEL: noted}})


def model_details(understanding: Understanding | None) -> dict[str, str]:
    """What `with_details` noted in this turn."""
    noted = understanding.details.get(MODEL) if understanding else None
    return {key: str(value) for key, value in noted.items()} if isinstance(noted, dict) else {}
