"""The model's answers as typed values. What does not fit its type is left out piece by piece, not repaired by guessing."""

from typing import Any, Literal, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError, field_validator

from agent.models import PlanChangeKind, ToolName, WishName
from agent.policy.model.failures import Garbled

Item = TypeVar("Item", bound=BaseModel)
# fmt: off
FactField = Literal[
    "current_role", "former_role", "target_role", "alternatives", "years_experience", "skills", "missing_skills", "location",
    "hours_per_week", "horizon_weeks", "start_date", "busy", "present_pay", "target_salary", "offer", "done", "lost_weeks",
]
# fmt: on
Kind = Literal["finding", "quote", "advice", "feeling", "question", "draft"]
Verdict = Literal["supported", "partly", "unsupported", "no_finding"]
MAX_ITEMS = 40
MAX_TEXT = 4000


class _Wire(BaseModel):
    model_config = ConfigDict(extra="ignore", strict=True)


class Fact(_Wire):
    """Something the person told of themselves, and the words in which they did; unverified."""

    field: FactField
    op: Literal["set", "add", "remove", "forget"] = "set"
    value: str | float | int | list[str] | None = None
    quote: str = Field(max_length=1000)


class Lookup(_Wire):
    """A lookup the model wants; unverified."""

    tool: ToolName
    args: dict[str, JsonValue] = {}


class WantedChange(_Wire):
    """Something that is to be different in the plan; unverified. The fields are those of `PlanChange`."""

    kind: PlanChangeKind
    skills: list[str] = []
    parts: list[str] = []
    weeks: int | None = None
    most: int | None = None
    resources: list[str] = []


class Reading(BaseModel):
    """What the model read in a message; unverified."""

    facts: list[Fact] = []
    lookups: list[Lookup] = []
    wants_plan: bool = False
    plan_changes: list[WantedChange] = []
    wishes: list[WishName] = []
    language: str = "en"
    left_out: int = 0


class Piece(_Wire):
    """A piece of a reply, its figures still references; unverified. `piece` numbers one that was sent back."""

    kind: Kind
    text: str = Field(max_length=MAX_TEXT)
    evidence: list[str] = []
    quote: str | None = None
    piece: int | None = None

    @field_validator("evidence", mode="before")
    @classmethod
    def _as_list(cls, given: object) -> object:
        return (
            [each.strip(" []") for each in given if isinstance(each, str)] if isinstance(given, list) else []
        )


class WrittenClaim(Piece):
    """A claim for a plan; with an `id` it takes the place of the one that code wrote."""

    kind: Kind = "finding"
    section: str = Field(default="", max_length=60)
    id: str | None = None


class Writing(BaseModel):
    """What the model makes of a draft; unverified."""

    claims: list[WrittenClaim] = []
    actions: list[str] = []
    titles: dict[str, str] = {}


def read_reading(given: dict[str, Any], other_calls: list[dict[str, Any]]) -> Reading:
    """A reading from the model's arguments and from calls it made by the tools' own names. Raises Garbled."""
    names = {"facts", "lookups", "wants_plan", "plan_changes", "wishes"}
    if not other_calls and not given.keys() & names:
        raise Garbled(f"none of the fields {', '.join(sorted(names))} was there")
    lookups = [*_list(given.get("lookups")), *other_calls]
    facts = _items(given.get("facts"), Fact)
    language = given.get("language")
    return Reading(
        facts=facts,
        lookups=_items([_named(call) for call in lookups], Lookup),
        wants_plan=given.get("wants_plan") is True,
        plan_changes=_items(given.get("plan_changes"), WantedChange),
        wishes=[name for name in dict.fromkeys(_texts(given.get("wishes"))) if name in get_args(WishName)],
        language=language[:2].casefold() if isinstance(language, str) and language[:2].isalpha() else "en",
        left_out=len(_list(given.get("facts"))) - len(facts),
    )


def read_pieces(given: dict[str, Any], _others: list[dict[str, Any]]) -> list[Piece]:
    """The pieces of a reply. Raises Garbled."""
    if not isinstance(given.get("pieces"), list):
        raise Garbled("the field pieces was not there")
    return [piece for piece in _items(given["pieces"], Piece) if piece.text.strip() or piece.quote]


def read_verdicts(given: dict[str, Any], _others: list[dict[str, Any]]) -> dict[str, Verdict]:
    """The verdict of each claim by its id; one without a verdict that is known is left out. Raises Garbled."""
    if not isinstance(given.get("verdicts"), list):
        raise Garbled("the field verdicts was not there")
    told = [
        each
        for each in given["verdicts"]
        if isinstance(each, dict) and each.get("verdict") in get_args(Verdict)
    ]
    return {str(each.get("id")): each["verdict"] for each in told}


def read_writing(given: dict[str, Any], _others: list[dict[str, Any]]) -> Writing:
    """The claims and actions for a plan. Raises Garbled."""
    if not given.keys() & {"claims", "actions", "titles"}:
        raise Garbled("none of the fields claims, actions was there")
    titles = [each for each in _list(given.get("titles")) if isinstance(each, dict)]
    return Writing(
        claims=_items(given.get("claims"), WrittenClaim),
        actions=[text.strip()[:MAX_TEXT] for text in _texts(given.get("actions")) if text.strip()],
        titles={
            str(each.get("section")): str(each.get("title"))[:80] for each in titles if each.get("title")
        },
    )


def _items(given: object, model: type[Item]) -> list[Item]:
    found = []
    for each in _list(given)[:MAX_ITEMS]:
        try:
            found.append(model.model_validate(each))
        except ValidationError:
            continue
    return found


def _named(call: object) -> object:
    """Small models call the tool's name "name" and leave its arguments unwrapped."""
    if not isinstance(call, dict):
        return call
    name = next((call[key] for key in ("tool", "name") if call.get(key) in get_args(ToolName)), None)
    inner = next(
        (call[key] for key in ("args", "arguments", "parameters") if isinstance(call.get(key), dict)), None
    )
    args = (
        inner
        if inner is not None
        else {key: value for key, value in call.items() if key not in ("tool", "name")}
    )
    return {"tool": name, "args": args}


def _list(given: object) -> list[Any]:
    return given if isinstance(given, list) else []


def _texts(given: object) -> list[str]:
    return [each for each in _list(given)[:MAX_ITEMS] if isinstance(each, str)]
