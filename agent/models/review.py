"""What a person decided on a draft."""

from typing import Literal

from agent.models.plan import Plan
from tools.evidence import Value

DecisionType = Literal["approve", "edit", "reject", "respond"]


class Review(Value):
    """What the person decided on a draft; `plan` is set for an edit."""

    decision: DecisionType
    message: str | None = None
    plan: Plan | None = None
    by: str = "local"
    at: str = ""
