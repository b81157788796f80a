"""The model's answers as typed values. What does not fit its type is left out piece by piece, not repaired by guessing."""

from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import (
    AfterValidator,
    AliasChoices,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    JsonValue,
    ModelWrapValidatorHandler,
    OnErrorOmit,
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
MAX_ITEMS = 120
MAX_TEXT = 4000
Item = TypeVar("Item")


class Wire(BaseModel):
    """What a model fills in; unverified."""

    model_config = ConfigDict(extra="ignore", strict=True)


def _listed(given: object) -> list[Any]:
    return given[:MAX_ITEMS] if isinstance(given, list) else []


Items = Annotated[list[OnErrorOmit[Item]], BeforeValidator(_listed)]


class Answer(Wire):
    """A whole answer: at least one of its fields is there. Of each list the items that fit are kept, the others counted."""

    left_out: int = 0

    @model_validator(mode="wrap")
    @classmethod
    def _counted(cls, given: dict[str, Any], build: ModelWrapValidatorHandler[Self]) -> Self:
        names = given.keys() & (cls.model_fields.keys() - {"left_out"})
        if not names:
            raise ValueError(f"none of the fields {', '.join(cls.model_fields)} was there")
        answer = build({name: given[name] for name in names})
        kept = {name: value for name in names if isinstance(value := getattr(answer, name), list)}
        answer.left_out = sum(
            len(given[name]) - len(value) for name, value in kept.items() if isinstance(given[name], list)
        )
        return answer


class Fact(Wire):
    """Something the person told of themselves, and the words in which they did."""

    field: FactField
    op: Literal["set", "add", "remove", "forget"] = "set"
    value: str | float | int | list[str] | None = None
    quote: str = Field(max_length=1000)


class Lookup(Wire):
    """A lookup the model wants; small models call the tool's name "name" and leave its arguments unwrapped."""

    model_config = ConfigDict(extra="allow")

    tool: ToolName = Field(validation_alias=AliasChoices("tool", "name"))
    args: dict[str, JsonValue] = Field({}, validation_alias=AliasChoices("args", "arguments", "parameters"))

    @model_validator(mode="after")
    def _unwrapped(self) -> Self:
        self.args = self.args or self.model_extra or {}
        return self


def _language(given: object) -> str:
    return given[:2].casefold() if isinstance(given, str) and given[:2].isalpha() else "en"


class Reading(Answer):
    """What the model read in a message."""

    facts: Items[Fact] = []
    lookups: Items[Lookup] = []
    wants_plan: Annotated[bool, BeforeValidator(lambda given: given is True)] = False
    plan_changes: Items[PlanChange] = []
    wishes: Items[WishName] = []
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
        Items[Piece],
        AfterValidator(lambda given: [each for each in given if each.text.strip() or each.quote]),
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
    """What the model makes of a draft, and what it says to the person beside it."""

    reply: Items[Piece] = []
    claims: Items[WrittenClaim] = []
    actions: Items[str] = []
    titles: Items[Title] = []


class Judgement(Wire):
    """What the second reader says of one claim, and which of its words nothing says."""

    id: Annotated[str, BeforeValidator(str)]
    verdict: Verdict
    words: str | None = None


class Judgements(Answer):
    """What the second reader says; a claim without a verdict that is known is not among them."""

    verdicts: Items[Judgement]
