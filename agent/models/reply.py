"""The reply document and what model calls came to."""

from typing import Any, Literal

from pydantic import Field, JsonValue

from agent.models.cv import CvReport
from agent.models.plan import Plan
from agent.models.profile import Profile
from agent.models.turn import ToolName
from tools.evidence import Evidence, Value

Mode = Literal["offline", "model"]


Status = Literal["answered", "awaiting_approval", "delivered"]


class Tally(Value):
    """What model calls came to. `cost` is in US dollars, from configured prices only.

    `steps` counts the calls by what they were for, `left_out` what of their answers nothing held.
    """

    calls: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    seconds: float = 0.0
    estimated: bool = False
    cost: float | Literal["not known"] = 0.0
    steps: dict[str, int] = {}
    left_out: int = 0


class Usage(Value):
    """What the last turn and the whole thread have used of a language model."""

    turn: Tally = Field(default_factory=Tally)
    thread: Tally = Field(default_factory=Tally)


class ToolCallRecord(Value):
    """A line of the reply document's `tools`."""

    name: ToolName
    args: dict[str, JsonValue] = {}
    ok: bool
    ms: float
    error: str | None = None


class ReplyDocument(Value):
    """The document of `ask` and `resume`, described in docs/contract.md."""

    thread: str
    status: Status
    mode: Mode
    reply: str
    tools: list[ToolCallRecord] = []
    profile: Profile = Field(default_factory=Profile)
    evidence: list[Evidence] = []
    review: dict[str, Any] | None = None
    plan: Plan | None = None
    usage: Usage = Field(default_factory=Usage)
    cv: CvReport | None = None
