"""What a turn may still use of a model: tokens, calls and seconds, all three hard."""

import time
from dataclasses import dataclass, field
from functools import partial

from langchain_core.messages.utils import count_tokens_approximately

from agent.models import ModelCall
from agent.policy.model.failures import OverBudget
from agent.policy.usage import calls_of_turn, record, turn_number
from agent.settings import AgentSettings
from agent.state import CoachState

MIN_OUTPUT = 64
# Most tokenizers make more than three characters of a token; a cautious count keeps the limits hard.
estimated_tokens = partial(count_tokens_approximately, chars_per_token=3.0, extra_tokens_per_message=4.0)


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
        tokens = sum(call.input_tokens + call.output_tokens for call in spent)
        seconds = settings.model_turn_seconds - sum(call.seconds for call in spent)
        return cls(
            turn=turn_number(state.get("messages", [])),
            tokens=settings.max_tokens_per_turn - tokens,
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
