"""The one seam between the graph and what thinks."""

from typing import Protocol, runtime_checkable

from agent.context import CoachContext
from agent.models import Answer, Draft, Mode, ToolRequest, Understanding
from agent.state import CoachState


class Policy(Protocol):
    """Reads messages, writes answers and drafts. Never runs a tool, never approves, never delivers."""

    mode: Mode

    def warm_up(self) -> None:
        """Load what the first message needs, so that a chat can do it while the person types."""
        ...

    def understand(self, state: CoachState, context: CoachContext) -> Understanding:
        """Read the last human message of `state` (its profile is from before that message)."""
        ...

    def further_calls(self, state: CoachState, context: CoachContext) -> list[ToolRequest]:
        """Name more evidence that is needed after `state["tool_results"]`; empty ends the loop."""
        ...

    def answer(self, state: CoachState, context: CoachContext) -> Answer:
        """Write the reply of this turn as markdown, citing numbered evidence as [E1]."""
        ...

    def draft_plan(self, state: CoachState, context: CoachContext) -> Draft:
        """Draft the plan from profile, this turn's tool results and numbered evidence.

        `state["violations"]` holds what the check found in the previous draft of this turn.
        """
        ...


@runtime_checkable
class AsyncPolicy(Policy, Protocol):
    """A policy that waits for something outside: under an async server its steps must not hold a thread."""

    async def aunderstand(self, state: CoachState, context: CoachContext) -> Understanding: ...

    async def aanswer(self, state: CoachState, context: CoachContext) -> Answer: ...

    async def adraft_plan(self, state: CoachState, context: CoachContext) -> Draft: ...
