"""What a turn may still use of a model: tokens, calls and seconds, all three hard."""

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from langchain_core.messages import AIMessage, BaseMessage

from agent.models import ModelCall
from agent.policy.model.failures import OverBudget
from agent.policy.usage import calls_of_turn, record, turn_number
from agent.settings import AgentSettings
from agent.state import CoachState

MIN_OUTPUT = 64
# Most tokenizers make more than three characters of a token; a cautious count keeps the limits hard.
_CHARACTERS = 3
_PER_MESSAGE = 4


@dataclass
class Budget:
    """Counts down while a step runs. `turn` is the number that its calls are recorded under."""

    turn: int
    tokens: int
    calls: int
    deadline: float
    spent: list[ModelCall] = field(default_factory=list)

    @classmethod
    def of(cls, state: CoachState, settings: AgentSettings) -> "Budget":
        """What the turn of `state` has left after its earlier steps."""
        spent = calls_of_turn(state)
        seconds = settings.model_turn_seconds - sum(call.seconds for call in spent)
        return cls(
            turn=turn_number(state.get("messages", [])),
            tokens=settings.max_tokens_per_turn
            - sum(call.input_tokens + call.output_tokens for call in spent),
            calls=settings.max_calls_per_turn - len(spent),
            deadline=time.monotonic() + seconds,
        )

    @property
    def seconds(self) -> float:
        return self.deadline - time.monotonic()

    def output_for(self, input_tokens: int, wanted: int) -> int:
        """How many tokens the answer may have. Raises OverBudget where nothing useful fits."""
        room = min(wanted, self.tokens - input_tokens)
        if room < MIN_OUTPUT:
            raise OverBudget("this turn's token limit (COACH_MAX_TOKENS_PER_TURN) is reached")
        if self.calls <= 0:
            raise OverBudget("this turn's limit of model calls (COACH_MAX_CALLS_PER_TURN) is reached")
        if self.seconds <= 0:
            raise OverBudget("this turn's time for the model (COACH_MODEL_TURN_SECONDS) is used up")
        return room

    def spend(self, call: ModelCall) -> None:
        """Take a call off what is left, and record it for the thread."""
        self.tokens -= call.input_tokens + call.output_tokens
        self.calls -= 1
        self.spent.append(call)
        record(call)

    def left_out(self, count: int) -> None:
        """Note with the last call how much of its answer nothing held."""
        if self.spent and count:
            self.spent[-1].left_out += count


def estimated_tokens(messages: Sequence[BaseMessage], tool: dict[str, Any] | None = None) -> int:
    """At least as many tokens as these messages, and the schema of `tool`, are likely to be."""
    characters = sum(len(str(message.text)) for message in messages) + (len(json.dumps(tool)) if tool else 0)
    calls = sum(len(json.dumps(message.tool_calls)) for message in messages if isinstance(message, AIMessage))
    return (characters + calls) // _CHARACTERS + _PER_MESSAGE * len(messages)
