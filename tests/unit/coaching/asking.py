"""A message's wishes taken through the moves with the real tools, as the graph does it."""

from datetime import date

from langchain_core.messages import HumanMessage

from agent.coaching.compose import compose, request_evidence
from agent.coaching.view import View, view_after, view_before
from agent.context import CoachContext
from agent.models import (
    Answer,
    DialogueState,
    Profile,
    ProfileChange,
    Subject,
    ToolRequest,
    ToolResult,
    Understanding,
    Wish,
)
from agent.nodes import call_tools
from agent.state import CoachState
from tests.prose.replies import check_answer
from tools.evidence import Evidence
from tools.registry import load_tools

TODAY = date(2026, 11, 28)


class Reply:
    """What was said to wishes, what it rests on, and the view it was said from."""

    def __init__(self, answer: Answer, view: View, evidence: list[Evidence]) -> None:
        self.text = answer.text
        self.dialogue = answer.dialogue or DialogueState()
        self.view = view
        self.evidence = evidence

    @property
    def spoken(self) -> str:
        """The reply without its tables."""
        return "\n".join(line for line in self.text.splitlines() if not line.startswith("|"))

    @property
    def words(self) -> int:
        return len(self.spoken.replace("[", " [").split())

    @property
    def unsupported(self) -> list[str]:
        """Statements that nothing they cite holds."""
        told = [amount for offer in self.view.dialogue.offers for amount in offer.amounts]
        told += [amount for wish in self.view.dialogue.wishes for amount in wish.amounts]
        told += self.view.dialogue.told
        named = "; ".join(words for offer in self.view.dialogue.offers for words in offer.benefits)
        own = self.view.profile.own_words | {"benefits": named}  # theirs to repeat, numbers ("401k") and all
        profile = self.view.profile.model_copy(update={"own_words": own})
        found = check_answer(self.text, self.evidence, profile, TODAY, told=told)
        return [f"{violation.text}: {violation.problem}" for violation in found]


def ask(
    *wishes: Wish,
    profile: Profile | None = None,
    dialogue: DialogueState | None = None,
    changes: list[ProfileChange] | None = None,
    message: str = "",
) -> Reply:
    """Run the tools that the wishes need and compose the reply."""
    told = profile or Profile()
    stands = (dialogue or DialogueState()).model_copy(update={"wishes": list(wishes)})
    read = Understanding(wishes=list(wishes), dialogue=stands, changes=changes or [])
    context = CoachContext(today=TODAY)
    before = view_before(told, read, CoachState(messages=[HumanMessage(message)]), context)
    results, evidence = run(request_evidence(wishes, before))
    state = CoachState(
        messages=[HumanMessage(message)],
        profile=before.profile,
        understanding=read,
        tool_results=results,
        evidence=evidence,
    )
    view = view_after(state, context)
    return Reply(compose(wishes, view), view, evidence)


def run(requests: list[ToolRequest]) -> tuple[list[ToolResult], list[Evidence]]:
    tools = {tool.name: tool for tool in load_tools()}
    results: list[ToolResult] = []
    numbering = call_tools.Numbering([])
    assert len(requests) <= call_tools.MAX_CALLS
    for request in requests:
        result, found = call_tools._run(tools[request.name], request, version=None)
        results.append(result.model_copy(update={"evidence": numbering.of(found)}))
    return results, numbering.added


def about(role: str | None = None, place: str | None = None, level: str | None = None) -> list[Subject]:
    return [Subject(role=role, place=place, level=level)]
