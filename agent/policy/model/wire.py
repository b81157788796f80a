"""The model's answers as typed values. What does not fit its type is left out piece by piece, not repaired by guessing."""

from typing import Annotated, Any, Literal, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    JsonValue,
    ModelWrapValidatorHandler,
    TypeAdapter,
    ValidationError,
    field_validator,
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


def _fitting(item: Any) -> BeforeValidator:
    """Of a list, the items that fit; of anything else nothing."""
    adapter: TypeAdapter[Any] = TypeAdapter(item)

    def fitting(given: object) -> list[Any]:
        found = []
        for each in given[:MAX_ITEMS] if isinstance(given, list) else []:
            try:
                found.append(adapter.validate_python(each))
            except ValidationError:
                continue
        return found

    return BeforeValidator(fitting)


class Wire(BaseModel):
    """What a model fills in; unverified."""

    model_config = ConfigDict(extra="ignore", strict=True)


class Answer(Wire):
    """A whole answer: at least one of its fields is there."""

    @model_validator(mode="before")
    @classmethod
    def _with_a_field(cls, given: Any) -> Any:
        if not given.keys() & cls.model_fields:
            raise ValueError(f"none of the fields {', '.join(cls.model_fields)} was there")
        return given


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


class Reading(Answer):
    """What the model read in a message."""

    facts: Annotated[list[Fact], _fitting(Fact)] = []
    lookups: Annotated[list[Lookup], _fitting(Lookup)] = []
    wants_plan: Annotated[bool, BeforeValidator(lambda given: given is True)] = False
    plan_changes: Annotated[list[PlanChange], _fitting(PlanChange)] = []
    wishes: Annotated[list[WishName], _fitting(WishName)] = []
    language: str = "en"
    left_out: int = 0

    @model_validator(mode="wrap")
    @classmethod
    def _counted(cls, given: dict[str, Any], read: ModelWrapValidatorHandler["Reading"]) -> "Reading":
        reading, facts = read(given), given.get("facts")
        reading.left_out = len(facts) - len(reading.facts) if isinstance(facts, list) else 0
        return reading

    @field_validator("language", mode="before")
    @classmethod
    def _short(cls, given: object) -> str:
        return given[:2].casefold() if isinstance(given, str) and given[:2].isalpha() else "en"


class Piece(Wire):
    """A piece of a reply, its figures still references. `piece` numbers one that was sent back."""

    kind: Kind
    text: str = Field(max_length=MAX_TEXT)
    evidence: list[str] = []
    quote: str | None = None
    piece: int | None = None

    @field_validator("evidence", mode="before")
    @classmethod
    def _as_list(cls, given: object) -> object:
        listed = given if isinstance(given, list) else []
        return [each.strip(" []") for each in listed if isinstance(each, str)]


class Pieces(Answer):
    """A reply."""

    pieces: Annotated[list[Piece], _fitting(Piece)]


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

    claims: Annotated[list[WrittenClaim], _fitting(WrittenClaim)] = []
    actions: Annotated[list[str], _fitting(str)] = []
    titles: Annotated[list[Title], _fitting(Title)] = []


class Judgement(Wire):
    """What the second reader says of one claim."""

    id: Annotated[str, BeforeValidator(str)]
    verdict: Verdict


class Judgements(Answer):
    """What the second reader says; a claim without a verdict that is known is not among them."""

    verdicts: Annotated[list[Judgement], _fitting(Judgement)]
