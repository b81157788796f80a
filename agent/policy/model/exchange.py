"""A request to the model and its answer. A step of the policy is a generator: it yields requests, is sent answers."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from langchain_core.messages import AIMessage, AnyMessage

from agent.policy.model.ways import Way

Result = TypeVar("Result")


class Listener(Protocol):
    """Hears an answer while it is written. What it has `shown` cannot be taken back."""

    shown: str

    def hear(self, text: str) -> None:
        """Take the whole text so far."""
        ...


@dataclass(frozen=True)
class Request:
    """What is asked of the model: an answer by `tool`'s schema in this `way`, or in words where there is no way.

    `output` is the most tokens wanted.
    """

    step: str
    messages: Sequence[AnyMessage]
    output: int
    way: Way | None = None
    tool: dict[str, Any] | None = None
    listener: Listener | None = None


Step = Generator[Request, AIMessage, Result]
