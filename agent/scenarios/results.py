"""What playing a scenario gave."""

from typing import Literal

from agent.models import Status
from tools.evidence import Value


class Failure(Value):
    """An expectation that was not met. `key` is its place under `expect`."""

    key: str
    expected: str
    found: str


class TurnResult(Value):
    """One played turn, counted from 1; `status` is null where the turn ended in an error."""

    number: int
    kind: Literal["user", "resume", "restart"]
    said: str
    status: Status | None = None
    reply: str = ""
    tools: list[str] = []
    seconds: float = 0.0
    failures: list[Failure] = []

    @property
    def passed(self) -> bool:
        return not self.failures


class ScenarioResult(Value):
    """One try of a scenario, counted from 1; `model` is "offline" or a model's name."""

    name: str
    file: str
    model: str = "offline"
    attempt: int = 1
    turns: list[TurnResult]

    @property
    def passed(self) -> bool:
        return all(turn.passed for turn in self.turns)
