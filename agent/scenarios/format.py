"""The scenario format, and reading it with errors that name file, turn and key."""

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal, Self

import yaml
from pydantic import BeforeValidator, Field, JsonValue, StrictStr, ValidationError, model_validator

from agent.models import Mode, Slot, Status, ToolName, WishName
from tools.errors import ScenarioError, in_words
from tools.evidence import EvidenceKind, Value

MAX_BYTES = 1_000_000
_SUFFIXES = (".yaml", ".yml")


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _as_bounds(value: object) -> object:
    exact = isinstance(value, int) and not isinstance(value, bool)
    return {"min": value, "max": value} if exact else value


class Range(Value):
    """Ends included; a bare number in the file means exactly that many."""

    min: int | None = None
    max: int | None = None


Bounds = Annotated[Range, BeforeValidator(_as_bounds)]
Texts = Annotated[list[StrictStr], BeforeValidator(_as_list)]
Text = Annotated[StrictStr, Field(min_length=1)]


class PlanExpectation(Value):
    """What the delivered plan, or the draft that waits, must be like. `weeks` is the last week, `hours` the sum."""

    version: Bounds | None = None
    sections: Bounds | None = None
    claims: Bounds | None = None
    milestones: Bounds | None = None
    assumptions: Bounds | None = None
    next_actions: Bounds | None = None
    sources: Bounds | None = None
    weeks: Bounds | None = None
    hours: Bounds | None = None
    contains: Texts = []
    forbids: Texts = []


class Expectation(Value):
    """What a turn must give. `tools`, `evidence` and `wishes` mean "at least these", `only_tools` "no others".

    `max_words` counts the words of the reply, tables and the plan apart. `asks` is the slot that is asked for, or
    whether anything is. `shown` holds texts, each within one line of the summary of the plan.
    """

    status: Status | None = None
    mode: Mode | None = None
    tools: list[ToolName] = []
    only_tools: list[ToolName] | None = None
    profile: dict[str, JsonValue] = {}
    contains: Texts = []
    forbids: Texts = []
    cites: bool | None = None
    evidence: list[EvidenceKind] = []
    plan: PlanExpectation | None = None
    wishes: list[WishName] = []
    max_words: int | None = Field(default=None, ge=0)
    asks: Slot | bool | None = None
    shown: Texts = []
    error: str | None = None


class Resume(Value):
    """One decision. `edit` maps places in the waiting plan ("next_actions/0", "milestones/M2/title") to new values."""

    approve: Literal[True] | None = None
    reject: Text | None = None
    edit: dict[str, JsonValue] | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        if len(self.model_fields_set) != 1:
            raise ValueError("give exactly one of approve, reject, edit")
        return self


class Turn(Value):
    """One step: a message, a decision, or a restart of the coach in the same home."""

    user: Text | None = None
    resume: Resume | None = None
    restart: Literal[True] | None = None
    expect: Expectation = Expectation()

    @model_validator(mode="after")
    def _one(self) -> Self:
        if len(self.model_fields_set - {"expect"}) != 1:
            raise ValueError("give exactly one of user, resume, restart")
        if self.restart and "expect" in self.model_fields_set:
            raise ValueError("a restart expects nothing; say it in the next turn")
        return self


class Scenario(Value):
    """A scripted conversation. `model` is "offline" or a model name; `today` the date that plans count from."""

    name: Text
    description: str | None = None
    model: Text | None = None
    today: dt.date | None = None
    turns: list[Turn] = Field(min_length=1)
    file: str = ""


def load_scenarios(paths: Iterable[Path]) -> list[Scenario]:
    """Read every file, and every YAML file of every folder. Raises ScenarioError before anything is played."""
    return [_load(file) for path in paths for file in _files(path)]


def _files(path: Path) -> Sequence[Path]:
    if not path.is_dir():
        return [path]
    found = sorted(file for file in path.rglob("*") if file.suffix in _SUFFIXES)
    if not found:
        raise ScenarioError(f"{path} holds no scenario.", "Scenario files end in .yaml.")
    return found


def _load(path: Path) -> Scenario:
    loaded = _parse(path)
    if not isinstance(loaded, dict):
        raise ScenarioError(
            f"{path}: not a scenario.", "A scenario has a name and turns; see docs/contract.md."
        )
    if "file" in loaded:
        raise ScenarioError(f"{path}: file: unknown key.", "See docs/contract.md for the format.")
    try:
        return Scenario.model_validate({**loaded, "file": str(path)})
    except ValidationError as error:
        raise ScenarioError(
            f"{path}: {_first_problem(error)}.", "See docs/contract.md for the format."
        ) from error


def _parse(path: Path) -> Any:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ScenarioError(f"{path}: larger than 1 MB.", "Split it into several scenarios.")
        text = path.read_bytes().decode("utf-8-sig")
        return yaml.load(text, Loader=_UniqueKeyLoader)  # noqa: S506 - a SafeLoader that also refuses a key given twice
    except OSError as error:
        raise ScenarioError(
            f"Cannot read {path}: {error.strerror or error}.", "Name a readable YAML file."
        ) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f" line {mark.line + 1}, column {mark.column + 1}:" if mark else ""
        raise ScenarioError(
            f"{path}:{where} {error.problem or 'not YAML'}.", "Put texts with a colon into quotes."
        ) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        reason = str(error).splitlines()[0] if str(error) else "not YAML"
        raise ScenarioError(f"{path}: {reason}.", "A scenario is a YAML file in UTF-8.") from error


def _first_problem(error: ValidationError) -> str:
    """Where and what the first mistake is: "turn 2, expect.status: ..."."""
    problem = error.errors()[0]
    place = [str(part) for part in problem["loc"] if part != "function-before[_as_bounds(), Range]"]
    words = "unknown key" if problem["type"] == "extra_forbidden" else in_words(problem)
    if problem["type"] == "string_type":
        words = "must be text; put it in quotes"
    if place[:1] == ["turns"] and len(place) > 1:
        key = ".".join(place[2:])
        return f"turn {int(place[1]) + 1}{f', {key}' if key else ''}: {words}"
    return f"{'.'.join(place)}: {words}" if place else words


class _UniqueKeyLoader(yaml.SafeLoader):
    """A key given twice is a mistake; plain YAML would keep the last one silently."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[object] = set()
        for key_node, _ in node.value:
            key = key_node.value
            if isinstance(key_node, yaml.ScalarNode) and key_node.tag != "tag:yaml.org,2002:merge":
                if key in seen:
                    raise yaml.constructor.ConstructorError(
                        None, None, f'the key "{key}" is given twice', key_node.start_mark
                    )
                seen.add(key)
        return super().construct_mapping(node, deep)
