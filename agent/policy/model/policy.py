"""ModelPolicy: a language model reads, answers and drafts; plain code decides what of it is kept."""

import asyncio

from langchain_core.language_models import BaseChatModel

from agent.context import CoachContext
from agent.models import Answer, Mode, Plan, ToolRequest, Understanding
from agent.policy.model.answering import answering_step
from agent.policy.model.budget import Budget
from agent.policy.model.drafting import drafting_step
from agent.policy.model.line import Line
from agent.policy.model.masking import Masks
from agent.policy.model.reading import reading_step
from agent.policy.model.settled import is_settled
from agent.policy.model.structured import Abilities
from agent.policy.offline import OfflinePolicy
from agent.settings import AgentSettings, read_agent_settings
from agent.state import CoachState


class ModelPolicy:
    """Implements `agent.policy.protocol.Policy` around any LangChain chat model, with async twins.

    One call reads a message, one answers, one drafts. The deterministic policy is the second witness of every
    reading and the only one where it leaves no word over; it lays out every draft, and takes over a step that the
    model fails. Holds nothing of a thread.
    """

    mode: Mode = "model"

    def __init__(self, model: BaseChatModel, settings: AgentSettings | None = None) -> None:
        self._model = model
        self._settings = settings or read_agent_settings()
        self._abilities = Abilities(self._settings.model_output)
        self._offline = OfflinePolicy()

    def warm_up(self) -> None:
        """Load what the first message needs; asks the model nothing."""
        self._offline.warm_up()

    def understand(self, state: CoachState, context: CoachContext) -> Understanding:
        witness = self._offline.understand(state, context)
        if is_settled(state, witness):
            return witness
        line = self._line(state)
        return line.run(reading_step(state, witness, line.masks, self._abilities))

    async def aunderstand(self, state: CoachState, context: CoachContext) -> Understanding:
        witness = await asyncio.to_thread(self._offline.understand, state, context)
        if await asyncio.to_thread(is_settled, state, witness):
            return witness
        line = self._line(state)
        return await line.arun(reading_step(state, witness, line.masks, self._abilities))

    def further_calls(self, state: CoachState, context: CoachContext) -> list[ToolRequest]:  # noqa: ARG002 - the protocol's signature
        """None: all calls are named at once, so no loop of tool calls can come up."""
        return []

    def answer(self, state: CoachState, context: CoachContext) -> Answer:
        line = self._line(state)
        return Answer(text=line.run(answering_step(state, context, line.masks)))

    async def aanswer(self, state: CoachState, context: CoachContext) -> Answer:
        line = self._line(state)
        return Answer(text=await line.arun(answering_step(state, context, line.masks)))

    def draft_plan(self, state: CoachState, context: CoachContext) -> Plan:
        plan, line = self._offline.draft_plan(state, context), self._line(state)
        return line.run(drafting_step(state, context, plan, line.masks, self._abilities))

    async def adraft_plan(self, state: CoachState, context: CoachContext) -> Plan:
        plan, line = await asyncio.to_thread(self._offline.draft_plan, state, context), self._line(state)
        return await line.arun(drafting_step(state, context, plan, line.masks, self._abilities))

    def _line(self, state: CoachState) -> Line:
        budget = Budget.of(state, self._settings)
        return Line(self._model, budget, Masks(), self._settings.model_timeout_seconds)
