"""ModelPolicy: a language model reads, answers and drafts; plain code decides what of it is kept."""

import asyncio

from langchain_core.language_models import BaseChatModel

import prompts
from agent.context import CoachContext
from agent.models import Answer, Mode, Plan, ToolRequest, Understanding
from agent.plans.summary import UNHELPED
from agent.policy.model.answering import Helpers, write_reply
from agent.policy.model.budget import Budget
from agent.policy.model.failures import ModelFailure
from agent.policy.model.planning import write_plan
from agent.policy.model.reading import further_lookups, read_message, wants_more
from agent.policy.model.structured import Abilities, Asked
from agent.policy.model.transport import Line, awaited, waited
from agent.policy.offline import OfflinePolicy
from agent.settings import AgentSettings, read_agent_settings
from agent.state import CoachState


class ModelPolicy:
    """Implements `agent.policy.protocol.Policy` around any LangChain chat model, with async twins.

    One call reads a message, one answers, one checks what no reference holds, one words a draft that code laid out. The
    offline policy takes over a step that the model fails. Holds nothing of a thread.
    """

    mode: Mode = "model"

    def __init__(
        self,
        model: BaseChatModel,
        settings: AgentSettings | None = None,
        checker: BaseChatModel | None = None,
    ) -> None:
        self._model = model
        self._checker = checker or model
        self._settings = settings or read_agent_settings()
        self._abilities = Abilities(self._settings.model_output)
        self._checker_abilities = Abilities(self._settings.model_output) if checker else self._abilities
        self._offline = OfflinePolicy()
        # Under a server the steps run in the event loop, where no file may be read.
        for folder in ("model", "words"):
            prompts.preload(folder)

    def warm_up(self) -> None:
        """Load what the first message needs; asks the model nothing."""
        self._offline.warm_up()

    def understand(self, state: CoachState, context: CoachContext) -> Understanding:
        return waited(self._understand(state, context))

    async def aunderstand(self, state: CoachState, context: CoachContext) -> Understanding:
        return await awaited(self._understand(state, context))

    def further_calls(self, state: CoachState, context: CoachContext) -> list[ToolRequest]:
        """What the model looks up again where a lookup failed, was ambiguous or brought nothing; a plan's calls are code's."""
        reading = state.get("understanding")
        if reading is None or reading.plan_wanted or reading.failed or not wants_more(state["tool_results"]):
            return []
        return waited(self._look_again(state, context))

    def answer(self, state: CoachState, context: CoachContext) -> Answer:
        return waited(self._answer(state, context))

    async def aanswer(self, state: CoachState, context: CoachContext) -> Answer:
        return await awaited(self._answer(state, context))

    def draft_plan(self, state: CoachState, context: CoachContext) -> Plan:
        return waited(self._draft(state, context))

    async def adraft_plan(self, state: CoachState, context: CoachContext) -> Plan:
        return await awaited(self._draft(state, context))

    async def _understand(self, state: CoachState, context: CoachContext) -> Understanding:
        try:
            return await read_message(self._helpers(state).writer, state, context)
        except ModelFailure as failure:
            reading = await asyncio.to_thread(self._offline.understand, state, context)
            return reading.model_copy(update={"failed": failure.reason})

    async def _look_again(self, state: CoachState, context: CoachContext) -> list[ToolRequest]:
        try:
            return await further_lookups(self._helpers(state).writer, state, context)
        except ModelFailure:
            return []

    async def _answer(self, state: CoachState, context: CoachContext) -> Answer:
        reading = state.get("understanding") or Understanding()
        failed, shown = reading.failed, ""
        if not failed:
            try:
                text, shown = await write_reply(self._helpers(state), state, context)
            except ModelFailure as failure:
                failed = failure.reason
            else:
                if text.strip():
                    return Answer(
                        text="\n\n".join(part for part in (" ".join(reading.unchanged), text) if part)
                    )
        plain = await asyncio.to_thread(self._plain, state, context)
        note = _note(failed) if failed else ""
        return plain.model_copy(
            update={"text": "\n\n".join(part for part in (shown, plain.text, note) if part)}
        )

    def _plain(self, state: CoachState, context: CoachContext) -> Answer:
        """The offline policy's answer to what was looked up; it needs its own reading of the message beside the model's."""
        reading = state.get("understanding") or Understanding()
        if not reading.failed:
            own = self._offline.understand(state, context)
            reading = own.model_copy(
                update={
                    "changes": reading.changes,
                    "calls": reading.calls,
                    "plan_wanted": reading.plan_wanted,
                    "unchanged": reading.unchanged,
                }
            )
        return self._offline.answer({**state, "understanding": reading}, context)

    async def _draft(self, state: CoachState, context: CoachContext) -> Plan:
        plan = await asyncio.to_thread(self._offline.draft_plan, state, context)
        reading = state.get("understanding") or Understanding()
        if reading.failed:
            return _noted(plan, reading.failed)
        if state.get("violations"):
            return plan
        try:
            return await write_plan(self._helpers(state), plan, state, context)
        except ModelFailure as failure:
            return _noted(plan, failure.reason)

    def _helpers(self, state: CoachState) -> Helpers:
        budget, settings = Budget.of(state, self._settings), self._settings
        limits = (budget, settings.model_timeout_seconds, settings.model_max_tokens)
        writer = Line(self._model, *limits)
        checker = Line(self._checker, *limits, writer.masks)
        return Helpers(Asked(writer, self._abilities), Asked(checker, self._checker_abilities))


def _note(reason: str) -> str:
    return f"_The language model could not help with this: {reason}. The coach went on without it; `coach doctor` looks into it._"


def _noted(plan: Plan, reason: str) -> Plan:
    """Without the status: a number in a plan needs evidence."""
    said = "".join(character for character in reason if not character.isdigit()).replace(" ()", "")
    text = f"{UNHELPED}: {said}."
    return plan.model_copy(update={"assumptions": [*plan.assumptions, text]})
