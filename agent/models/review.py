"""What a person decided on a draft."""

from typing import Annotated, Literal

from pydantic import Strict

from agent.models.plan import Plan
from tools.evidence import Value

DecisionType = Literal["approve", "edit", "reject", "respond"]


class Review(Value):
    """What the person decided on a draft; `plan` is set for an edit.

    `draft` is the digest of the draft it was decided on, as bytes: a client's JSON cannot hold any, so that
    no approval can be written into a thread from outside.
    """

    decision: DecisionType
    message: str | None = None
    plan: Plan | None = None
    by: str = "local"
    at: str = ""
    draft: Annotated[bytes, Strict()] | None = None
