"""What one turn reads, calls and finds."""

from typing import Any, Literal

from pydantic import ConfigDict, JsonValue

from agent.models.cv import CvReport
from agent.models.dialogue import DialogueState, Slot, Wish
from agent.models.plan import PlanChange
from agent.models.profile import ProfileChange, ProfileField
from tools.evidence import Value

ToolName = Literal[
    "search_documents", "lookup_salary", "generate_roadmap", "summarize_job_market", "suggest_roles"
]


class ToolRequest(Value):
    """A tool call that is wanted; `args` keep the person's own words."""

    name: ToolName
    args: dict[str, JsonValue] = {}


class ToolResult(Value):
    """What a call gave.

    `document` is the tool's document as JSON but for its evidence, which the thread numbers; `text` what the
    conversation may quote.
    A call that failed has `ok` false and `error`; `evidence` names the numbered evidence it brought.
    `ms` is wall time in milliseconds.
    """

    name: ToolName
    args: dict[str, JsonValue] = {}
    ok: bool = True
    ms: float = 0.0
    error: str | None = None
    text: str = ""
    # Not JsonValue: to hold each part of it to that costs more than the rest of reading a thread.
    document: dict[str, Any] | None = None
    evidence: list[str] = []


class Understanding(Value):
    """What the policy read in the last message.

    `question` is asked back before anything else, `asks_for` the profile field it wants; `plan_wanted` stays true while
    it stands before a plan.
    `wishes` are in the order of the message, `doubtful` are slots whose value cannot be true and is asked back, `done`
    `deadline` the ISO day that a horizon was told as,
    and `lost_weeks` (below 0: not lost after all) what was said of progress, `did` that in their own words and `near`
    the title of a milestone that may be done with it, `plan_changes` what is to be different in the plan in view;
    `unchanged` says which changes could not be made, why, and what would help. `language` is the one to answer in
    (ISO 639-1). `dialogue` is what the thread stands on after it (null: as before), `cv` what the message told as a
    CV; `failed` says why a language model could not read the message and the offline policy did.
    """

    # Version 0.1.0 kept more keys, which threads of then still hold.
    model_config = ConfigDict(extra="ignore")

    changes: list[ProfileChange] = []
    calls: list[ToolRequest] = []
    plan_wanted: bool = False
    question: str | None = None
    asks_for: ProfileField | None = None
    wishes: list[Wish] = []
    doubtful: list[Slot] = []
    done: list[str] = []
    lost_weeks: int = 0
    deadline: str | None = None
    did: str | None = None
    near: str | None = None
    weeks: int = 0
    language: str = "en"
    plan_changes: list[PlanChange] = []
    unchanged: list[str] = []
    dialogue: DialogueState | None = None
    cv: CvReport | None = None
    failed: str | None = None


class Answer(Value):
    """The reply of a turn as markdown, and what the thread stands on after it (null: as before)."""

    text: str
    dialogue: DialogueState | None = None


class ModelCall(Value):
    """One request to a language model. `turn` counts the person's messages; `seconds` is wall time.

    `estimated` says that the model reported no tokens and they were counted from the text; a request that
    failed has `ok` false. `left_out` counts facts, pieces and claims of its answer that nothing held.
    """

    step: str
    turn: int
    input_tokens: int = 0
    output_tokens: int = 0
    seconds: float = 0.0
    estimated: bool = False
    ok: bool = True
    left_out: int = 0
