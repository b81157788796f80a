"""A message's wishes taken through the moves with the real tools, in the thread they belong to."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from agent.coaching.compose import compose, request_evidence
from agent.coaching.findings import read_findings
from agent.coaching.view import NO_FINDINGS, View
from agent.models import DialogueState, Profile, Subject, ToolRequest, ToolResult, Wish
from agent.models.changes import apply_changes
from agent.nodes import call_tools
from agent.state import CoachState
from tests.prose.replies import check_answer
from tools.evidence import Evidence
from tools.registry import load_tools

TODAY = date(2026, 11, 28)


class Reply:
    """What was said, what the thread stands on after it, and what nothing holds."""

    def __init__(self, text: str, dialogue: DialogueState, view: View) -> None:
        self.text = text
        self.dialogue = dialogue
        self.view = view

    @property
    def spoken(self) -> str:
        """The reply without tables and lists."""
        return "\n".join(
            row for row in self.text.splitlines() if not row.startswith(("|", "- ", "1", "2", "3"))
        )

    @property
    def words(self) -> int:
        return len(self.spoken.split())

    @property
    def unsupported(self) -> list[str]:
        told = [amount for offer in self.view.dialogue.offers for amount in offer.amounts]
        found = check_answer(self.text, self.view.evidence, self.view.profile, TODAY, told=told)
        return [f"{violation.text}: {violation.problem}" for violation in found]


def reply(
    *wishes: Wish,
    profile: Profile | None = None,
    dialogue: DialogueState | None = None,
    evidence: Sequence[Evidence] = (),
    **more: Any,
) -> Reply:
    """Run the calls that the wishes need and compose the reply."""
    stands = dialogue or DialogueState()
    told = apply_changes(profile or Profile(), more.get("changes", ()))
    before = View(told, stands, NO_FINDINGS, TODAY, evidence=tuple(evidence), **more)
    results, held = _run(request_evidence(wishes, before), list(evidence))
    found = read_findings(CoachState(tool_results=results, evidence=held))
    after = View(told, stands, found, TODAY, evidence=tuple(held), **more)
    answer = compose(wishes, after)
    return Reply(answer.text, answer.dialogue or stands, after)


def wish(name: str, role: str | None = None, place: str | None = None, **more: Any) -> Wish:
    subjects = [Subject(role=role, place=place)] if role or place else []
    return Wish.model_validate({"name": name, "subjects": subjects, **more})


def _run(requests: list[ToolRequest], held: list[Evidence]) -> tuple[list[ToolResult], list[Evidence]]:
    tools = {tool.name: tool for tool in load_tools()}
    assert len(requests) <= call_tools.MAX_CALLS
    results: list[ToolResult] = []
    numbering = call_tools.Numbering(held)
    for request in requests:
        result, found = call_tools._run(tools[request.name], request, version=None)
        assert result.ok, result.error
        results.append(result.model_copy(update={"evidence": numbering.of(found)}))
    return results, [*held, *numbering.added]
