"""The values that travel through the graph, all pydantic and all allowed in a checkpoint."""

from datetime import date
from typing import Any, Literal

from pydantic import Field, JsonValue, ValidationInfo, field_validator

from tools.errors import UsageError
from tools.evidence import Evidence, Number, Source, Value
from tools.roadmap.calendars import read_period
from tools.roadmap.models import Milestone

ToolName = Literal[
    "search_documents", "lookup_salary", "generate_roadmap", "summarize_job_market", "suggest_roles"
]
Mode = Literal["offline", "model"]
Status = Literal["answered", "awaiting_approval", "delivered"]
Author = Literal["coach", "person"]
DecisionType = Literal["approve", "edit", "reject", "respond"]


class Profile(Value):
    """What the person has said so far, in their own words (typing errors mended). Money is USD a year.

    `skill_levels` holds for some of `skills` how well they know it, as they put it: {"SQL": "a bit of SQL"}.
    `start_date` is the ISO day on which they begin to study. `busy` holds times with other hours than the usual
    ones, in order: "2026-12-18..2026-12-31" has none, "2027-03-01..2027-03-31@3" three a week.
    """

    current_role: str | None = None
    target_role: str | None = None
    years_experience: Number | None = None
    skills: list[str] = []
    missing_skills: list[str] = []
    location: str | None = None
    hours_per_week: Number | None = None
    horizon_weeks: int | None = None
    target_salary: Number | None = None
    skill_levels: dict[str, str] = {}
    start_date: str | None = None
    busy: list[str] = []

    @field_validator("start_date")
    @classmethod
    def _a_day(cls, day: str | None) -> str | None:
        return date.fromisoformat(day).isoformat() if day else None

    @field_validator("busy")
    @classmethod
    def _times_in_order(cls, busy: list[str]) -> list[str]:
        try:
            return sorted({str(read_period(text)) for text in busy})
        except UsageError as error:
            raise ValueError(error.message) from error

    @field_validator("skill_levels")
    @classmethod
    def _only_of_skills_held(cls, levels: dict[str, str], info: ValidationInfo) -> dict[str, str]:
        held = info.data.get("skills", [])
        return {skill: phrase for skill, phrase in levels.items() if skill in held}


ProfileField = Literal[
    "current_role",
    "target_role",
    "years_experience",
    "skills",
    "missing_skills",
    "location",
    "hours_per_week",
    "horizon_weeks",
    "target_salary",
    "start_date",
    "busy",
]


class ProfileChange(Value):
    """One change: `set` replaces, `add` and `remove` work on the lists, `clear` forgets the field.

    `levels` says of skills in `value` how well they are known, in the person's phrase.
    """

    field: ProfileField
    op: Literal["set", "add", "remove", "clear"] = "set"
    value: str | Number | list[str] | None = None
    levels: dict[str, str] = {}


class ToolRequest(Value):
    """A tool call that is wanted; `args` keep the person's own words."""

    name: ToolName
    args: dict[str, JsonValue] = {}


class ToolResult(Value):
    """What a call gave: `document` is the tool's document as JSON, `text` what the conversation may quote.

    A call that failed has `ok` false and `error`; `evidence` names the numbered evidence it brought.
    `ms` is wall time in milliseconds.
    """

    name: ToolName
    args: dict[str, JsonValue] = {}
    ok: bool = True
    ms: float = 0.0
    error: str | None = None
    text: str = ""
    document: dict[str, JsonValue] | None = None
    evidence: list[str] = []


class Understanding(Value):
    """What the policy read in the last message.

    `intents` name what was asked for ("salary", "market", "roadmap", "documents", "plan", "comparison",
    "small_talk", "outside", "profile"...). `question` is the one question asked back, `asks_for` the profile field
    it wants; `plan_wanted` stays true while such a question stands before a plan. `assumptions` are said
    to the person. `details` may hold `done` (skills and milestones said to be finished) and `lost_weeks`.
    """

    intents: list[str] = []
    changes: list[ProfileChange] = []
    calls: list[ToolRequest] = []
    plan_wanted: bool = False
    question: str | None = None
    asks_for: ProfileField | None = None
    assumptions: list[str] = []
    details: dict[str, JsonValue] = {}


class Claim(Value):
    """One statement of a plan. A coach's claim with a figure names the evidence that holds it."""

    text: str
    evidence: list[str] = []
    by: Author = "coach"


class Section(Value):
    id: str
    title: str
    claims: list[Claim] = []


class Approval(Value):
    """Who approved the plan and when (ISO 8601, UTC)."""

    by: str
    at: str
    decision: Literal["approve"] = "approve"


class Plan(Value):
    """The plan a person approves. Sections are in reading order; `version` counts deliveries of a thread.

    `start` is the ISO date on which week 1 begins. `theirs` are texts outside the sections that the person wrote:
    actions, assumptions, titles and proofs of milestones.
    """

    version: int = 1
    start: str | None = None
    sections: list[Section] = []
    milestones: list[Milestone] = []
    assumptions: list[str] = []
    next_actions: list[str] = []
    sources: list[Source] = []
    approval: Approval | None = None
    theirs: list[str] = []


class Violation(Value):
    """What the check found. `where` is a path such as "pay/claims/2"; `text` the statement it is about."""

    rule: str
    where: str
    text: str
    problem: str


class Review(Value):
    """What the person decided on a draft; `plan` is set for an edit."""

    decision: DecisionType
    message: str | None = None
    plan: Plan | None = None
    by: str = "local"
    at: str = ""


class PlanEdit(Value):
    """One thing the person changed in a draft, kept through every later redraft.

    `path` names the place ("sections/pay/claims", "milestones/M2/title", "next_actions"); `before` is null for an
    addition and `after` null for a removal. `anchor` holds the skills of an edited milestone: a redraft may
    give its number to another one.
    """

    path: str
    before: JsonValue = None
    after: JsonValue = None
    anchor: list[str] = []


class Progress(Value):
    """How far the person is with their plans.

    `done` holds skills finished since the first plan, by their usual names; `lost_weeks` counts all weeks they said
    they lost, and `without_time` is the first ISO day of each week to come without hours. `deadline` is the ISO day
    on which the profile's horizon ends, counted from when it was told.
    """

    done: list[str] = []
    lost_weeks: int = 0
    without_time: list[str] = []
    deadline: str | None = None


class ModelCall(Value):
    """One request to a language model. `turn` counts the person's messages; `seconds` is wall time.

    `estimated` says that the model reported no tokens and they were counted from the text; a request that
    failed has `ok` false.
    """

    step: str
    turn: int
    input_tokens: int = 0
    output_tokens: int = 0
    seconds: float = 0.0
    estimated: bool = False
    ok: bool = True


class Tally(Value):
    """What model calls came to. `cost` is in US dollars, from configured prices only."""

    calls: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    seconds: float = 0.0
    estimated: bool = False
    cost: float | Literal["not known"] = 0.0


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
