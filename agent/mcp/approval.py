"""The review of a plan by the person before the client: an elicitation, never an argument that a model fills in.

Clients of the protocol of 2026-07-28 are asked by a result that requires input and call again with the person's answer;
older ones are asked in the middle of the call.
"""

from typing import Any, Literal

import mcp_types as types
from mcp.server.context import ServerRequestContext
from mcp.server.elicitation import render_elicitation_schema
from mcp.shared.exceptions import MCPError
from mcp.shared.message import ServerMessageMetadata
from mcp_types.version import MODERN_PROTOCOL_VERSIONS
from pydantic import BaseModel, Field, ValidationError

_QUESTION = "decision"


class Decision(BaseModel):
    """What the person is asked for beside the plan; the titles are what the client shows."""

    decision: Literal["approve", "change", "later"] = Field(
        title="Your decision", description="approve delivers this plan; change asks for another; later waits"
    )
    wish: str = Field(default="", title="What should be different", description="With change, in your words")


def can_ask(context: ServerRequestContext[Any, Any]) -> bool:
    """Whether the client can show its person a form; an empty capability means forms, as in the first protocol."""
    known = context.session.client_capabilities
    asks = known.elicitation if known is not None else None
    return asks is not None and (asks.form is not None or asks.url is None)


async def ask(
    context: ServerRequestContext[Any, Any],
    params: types.CallToolRequestParams,
    *,
    plan: str,
    draft: str,
    patience: float,
) -> "Decision | types.InputRequiredResult | None":
    """What the person decides on the `draft` (its digest) that `plan` shows as markdown.

    None where they declined, cancelled, did not answer within `patience` seconds, or answered what is no decision.
    """
    form = types.ElicitRequestFormParams(message=plan, requested_schema=render_elicitation_schema(Decision))
    request = types.ElicitRequest(params=form)
    if context.protocol_version in MODERN_PROTOCOL_VERSIONS:
        given = (params.input_responses or {}).get(_QUESTION)
        # An answer about another draft is none: the person is asked about the one that waits now.
        if given is None or params.request_state != draft:
            return types.InputRequiredResult(input_requests={_QUESTION: request}, request_state=draft)
        return _read(given)
    try:
        return _read(
            await context.session.send_request(
                request,
                types.ElicitResult,
                request_read_timeout_seconds=patience,
                metadata=ServerMessageMetadata(related_request_id=context.request_id),
            )
        )
    except (MCPError, ValidationError):
        return None


def _read(answer: object) -> Decision | None:
    if not isinstance(answer, types.ElicitResult) or answer.action != "accept":
        return None
    try:
        return Decision.model_validate(answer.content)
    except ValidationError:
        return None
