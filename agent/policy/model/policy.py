"""ModelPolicy: a language model reads, answers and drafts; plain code decides what of it is kept."""

import asyncio

from langchain_core.language_models import BaseChatModel

import prompts
from agent.coaching.moves.small_talk import helpline, names_helpline
from agent.context import CoachContext
from agent.models import Answer, Draft, Mode, ToolRequest, Understanding
from agent.plans.summary import UNHELPED
from agent.policy.model import briefing
from agent.policy.model.answering import write_reply
from agent.policy.model.failures import ModelFailure
from agent.policy.model.planning import last_wording, write_plan
from agent.policy.model.reading import further_lookups, read_message, wants_more
from agent.policy.model.reworded import page_of
from agent.policy.model.transport import Abilities, Budget, Line, awaited, waited
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
        self._settings = settings or read_agent_settings()
        self._writer = model, Abilities(self._settings.model_output)
        self._checker = (checker, Abilities(self._settings.model_output)) if checker else self._writer
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
        try:
            return waited(further_lookups(self._lines(state)[0], state, context))
        except ModelFailure:
            return []

    def answer(self, state: CoachState, context: CoachContext) -> Answer:
        return waited(self._answer(state, context))

    async def aanswer(self, state: CoachState, context: CoachContext) -> Answer:
        return await awaited(self._answer(state, context))

    def draft_plan(self, state: CoachState, context: CoachContext) -> Draft:
        return waited(self._draft(state, context))

    async def adraft_plan(self, state: CoachState, context: CoachContext) -> Draft:
        return await awaited(self._draft(state, context))

    async def _understand(self, state: CoachState, context: CoachContext) -> Understanding:
        try:
            return await read_message(self._lines(state)[0], state, context)
        except ModelFailure as failure:
            reading = await asyncio.to_thread(self._offline.understand, state, context)
            return reading.model_copy(update={"failed": failure.reason})

    async def _answer(self, state: CoachState, context: CoachContext) -> Answer:
        reading = briefing.reading(state)
        failed, shown = reading.failed, ""
        if not failed:
            try:
                text, shown = await write_reply(*self._lines(state), state, context)
            except ModelFailure as failure:
                failed = failure.reason
            else:
                if text.strip():
                    text = self._with_help(text, state)
                    return Answer(text=_joined(" ".join(reading.unchanged), text))
        plain = await asyncio.to_thread(self._plain, state, context)
        return plain.model_copy(update={"text": _joined(shown, plain.text, _note(failed) if failed else "")})

    def _with_help(self, text: str, state: CoachState) -> str:
        """Where help is, where somebody may be in danger and the model named no line to call."""
        reading = briefing.reading(state)
        if all(wish.name != "crisis" for wish in reading.wishes) or names_helpline(text):
            return text
        return _joined(text, helpline(reading.language, state["profile"].location))

    def _plain(self, state: CoachState, context: CoachContext) -> Answer:
        """The offline policy's answer to what was looked up; it needs its own reading of the message beside the model's."""
        reading = briefing.reading(state)
        if not reading.failed:
            theirs = {
                name: getattr(reading, name) for name in ("changes", "calls", "plan_wanted", "unchanged")
            }
            reading = self._offline.understand(state, context).model_copy(update=theirs)
        return self._offline.answer({**state, "understanding": reading}, context)

    async def _draft(self, state: CoachState, context: CoachContext) -> Draft:
        draft = await asyncio.to_thread(self._offline.draft_plan, state, context)
        failed, wrong = briefing.reading(state).failed, state.get("violations")
        if not failed and not wrong:
            try:
                written = await write_plan(*self._lines(state), draft.plan, state, context)
            except ModelFailure as failure:
                failed = failure.reason
            else:
                return written.model_copy(update={"said": self._with_help(written.said, state)})
        if not failed:  # what the plan's own check found in the model's words is code's again
            page = page_of(draft.plan, last_wording(state), {each.text for each in wrong or ()})
            return Draft(plan=page.plan)
        # Without the status: a number in a plan needs evidence.
        said = "".join(character for character in failed if not character.isdigit()).replace(" ()", "")
        plan = draft.plan
        plan = plan.model_copy(update={"assumptions": [*plan.assumptions, f"{UNHELPED}: {said}."]})
        return draft.model_copy(update={"plan": plan})

    def _lines(self, state: CoachState) -> tuple[Line, Line]:
        """To who writes and who checks; the two share what a turn may use, and the masks."""
        (writer, writes), (checker, checks) = self._writer, self._checker
        line = Line(writer, Budget.of(state, self._settings), writes)
        return line, Line(checker, line.budget, checks, line.masks)


def _joined(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part)


def _note(reason: str) -> str:
    return f"_The language model could not help with this: {reason}. The coach went on without it; `coach doctor` looks into it._"
