"""The model's answers as typed values. What does not fit its type is left out piece by piece, not repaired by guessing."""

from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    JsonValue,
    TypeAdapter,
    ValidationError,
    model_validator,
)

from agent.models import PlanChange, ToolName, WishName

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


class Wire(BaseModel):
    """What a model fills in; unverified."""

    model_config = ConfigDict(extra="ignore", strict=True)


class Answer(Wire):
    """A whole answer: at least one of its fields is there. Of each list the items that fit are kept, the others counted."""

    left_out: int = 0

    @model_validator(mode="before")
    @classmethod
    def _fitting(cls, given: dict[str, Any]) -> dict[str, Any]:
        asked = [name for name in cls.model_fields if name != "left_out"]
        if not given.keys() & {*asked}:
            raise ValueError(f"none of the fields {', '.join(asked)} was there")
        kept, left_out = {**given}, 0
        for name, field in cls.model_fields.items():
            if name in given and get_origin(field.annotation) is list:
                items = given[name][:MAX_ITEMS] if isinstance(given[name], list) else []
                adapter = TypeAdapter(get_args(field.annotation)[0])
                kept[name] = [value for item in items for value in _validated(adapter, item)]
                left_out += len(items) - len(kept[name])
        return {**kept, "left_out": left_out}


def _validated(adapter: TypeAdapter[Any], item: object) -> list[Any]:
    try:
        return [adapter.validate_python(item)]
    except ValidationError:
        return []


class Fact(Wire):
    """Something the person told of themselves, and the words in which they did."""

    field: FactField
    op: Literal["set", "add", "remove", "forget"] = "set"
    value: str | float | int | list[str] | None = None
    quote: str = Field(max_length=1000)


class Lookup(Wire):
    """A lookup the model wants; small models call the tool's name "name" and leave its arguments unwrapped."""

    tool: ToolName
    args: dict[str, JsonValue] = {}

    @model_validator(mode="before")
    @classmethod
    def _named(cls, call: Any) -> Any:
        if not isinstance(call, dict):
            return call
        name = next((call[key] for key in ("tool", "name") if call.get(key) in get_args(ToolName)), None)
        bare = {key: value for key, value in call.items() if key not in ("tool", "name")}
        wrapped = (
            call[key] for key in ("args", "arguments", "parameters") if isinstance(call.get(key), dict)
        )
        return {"tool": name, "args": next(wrapped, bare)}


def _language(given: object) -> str:
    return given[:2].casefold() if isinstance(given, str) and given[:2].isalpha() else "en"


class Reading(Answer):
    """What the model read in a message."""

    facts: list[Fact] = []
    lookups: list[Lookup] = []
    wants_plan: Annotated[bool, BeforeValidator(lambda given: given is True)] = False
    plan_changes: list[PlanChange] = []
    wishes: list[WishName] = []
    language: Annotated[str, BeforeValidator(_language)] = "en"


def _named(given: object) -> list[str]:
    return [each.strip(" []") for each in given if isinstance(each, str)] if isinstance(given, list) else []


class Piece(Wire):
    """A piece of a reply, its figures still references. `piece` numbers one that was sent back."""

    kind: Kind
    text: str = Field(max_length=MAX_TEXT)
    evidence: Annotated[list[str], BeforeValidator(_named)] = []
    quote: str | None = None
    piece: int | None = None


class Pieces(Answer):
    """A reply; a piece without words is none."""

    pieces: Annotated[
        list[Piece], AfterValidator(lambda given: [each for each in given if each.text.strip() or each.quote])
    ]


class WrittenClaim(Piece):
    """A claim for a plan; with an `id` it takes the place of the one that code wrote."""

    kind: Kind = "finding"
    section: str = Field(default="", max_length=60)
    id: str | None = None


class Title(Wire):
    """The title of a section in the person's language."""

    section: str
    title: str = Field(min_length=1, max_length=80)


class Writing(Answer):
    """What the model makes of a draft."""

    claims: list[WrittenClaim] = []
    actions: list[str] = []
    titles: list[Title] = []


class Judgement(Wire):
    """What the second reader says of one claim."""

    id: Annotated[str, BeforeValidator(str)]
    verdict: Verdict


class Judgements(Answer):
    """What the second reader says; a claim without a verdict that is known is not among them."""

    verdicts: list[Judgement]
