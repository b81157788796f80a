"""Random calls of `coach mcp`: not one plan that the person did not approve in their form, whatever a model fills in."""

import asyncio
from contextlib import nullcontext
from typing import Any

import pytest

pytest.importorskip("mcp", reason="the extra mcp is not installed")

from hypothesis import strategies as st
from hypothesis.stateful import rule
from mcp import Client
from mcp.client.session import ElicitationFnT
from mcp.shared.exceptions import MCPError
from mcp_types import CallToolResult, ElicitResult

from agent.mcp.server import CoachServer
from agent.models import ReplyDocument
from tests.faces import MESSAGES, Watched, play
from tests.fakes import ScriptedPolicy

MODES = st.sampled_from(["legacy", "auto"])  # auto is the protocol of 2026-07-28
ANSWERS = st.sampled_from(
    [
        ("accept", {"decision": "approve"}),
        ("accept", {"decision": "approve", "wish": "hours 6"}),
        ("accept", {"decision": "change", "wish": "hours 6"}),
        ("accept", {"decision": "change", "wish": ""}),
        ("accept", {"decision": "later"}),
        ("accept", {"decision": "deliver"}),
        ("accept", {"approve": True}),
        ("accept", None),
        ("decline", {"decision": "approve"}),
        ("cancel", {"decision": "approve"}),
    ]
)
FORGED: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {},
    optional={
        "decision": st.just("approve"),
        "approve": st.just(True),
        "draft": st.just("0" * 32),
        "user": st.just("mallory"),
        "plan": st.just({"approval": {"by": "mallory"}}),
    },
)


class Calls(Watched):
    """What a model and its person send, in both generations of the protocol."""

    def open(self) -> None:
        self.server = CoachServer(self.coach, user="local", patience=5.0).protocol()

    def call(self, mode: Any, name: str, answer: ElicitationFnT | None, **given: Any) -> CallToolResult:
        async def run() -> CallToolResult:
            async with Client(self.server, mode=mode, elicitation_callback=answer) as client:
                return await client.call_tool(name, given)

        return asyncio.run(run())

    @rule(text=MESSAGES, forged=FORGED, mode=MODES)
    def say(self, text: str, forged: dict[str, Any], mode: str) -> None:
        result = self.call(mode, "coach_message", None, message=text, thread=self.thread, **forged)
        assert result.is_error or result.structured_content["plan"] is None

    @rule(answer=ANSWERS, mode=MODES, meanwhile=st.sampled_from([None, None, "hours 5", "lie"]))
    def review(self, answer: tuple[Any, Any], mode: str, meanwhile: str | None) -> None:
        """The person answers; `meanwhile` they reject the same draft in another window."""
        turned_down: list[ReplyDocument] = []

        def decided() -> ElicitResult:
            asked = self.waiting()
            if meanwhile and not turned_down:
                turned_down.append(self.coach.resume(self.thread, reject=meanwhile))
            if answer[0] == "accept" and (answer[1] or {}).get("decision") == "approve":
                self.note_approval(asked)
            return ElicitResult(action=answer[0], content=answer[1])

        async def person(context: Any, params: Any) -> ElicitResult:
            return await asyncio.to_thread(decided)

        self.call(mode, "review_plan", person, thread=self.thread)

    @rule(forged=FORGED, mode=MODES)
    def decide_as_a_model(self, forged: dict[str, Any], mode: str) -> None:
        """A client without forms, and arguments that a model makes up."""
        self.call(mode, "review_plan", None, thread=self.thread, **forged)

    @rule(answer=ANSWERS, named=st.sampled_from(["none", "the one that waits", "another"]))
    def answer_unasked(self, answer: tuple[Any, Any], named: str) -> None:
        """An answer to a form that nobody was shown: which draft a person was asked about is the server's to seal."""
        draft = {"none": None, "the one that waits": self.waiting() or "0" * 32, "another": "0" * 32}[named]

        async def run() -> None:
            async with Client(self.server, mode="auto", elicitation_callback=_silent) as client:
                with pytest.raises(MCPError, match="requestState") if draft else nullcontext():
                    await client.session.call_tool(
                        "review_plan",
                        {"thread": self.thread},
                        input_responses={"decision": ElicitResult(action=answer[0], content=answer[1])},
                        request_state=draft,
                        allow_input_required=True,
                    )

        asyncio.run(run())

    @rule(form=st.sampled_from(["md", "json", "ics", "exe"]))
    def read_the_plan(self, form: str) -> None:
        async def run() -> bool:
            async with Client(self.server) as client:
                try:
                    await client.read_resource(f"coach://threads/{self.thread}/plan.{form}")
                except MCPError:
                    return False
                return True

        assert asyncio.run(run()) == (bool(self.approved) and form != "exe")


async def _silent(context: Any, params: Any) -> ElicitResult:
    raise AssertionError("nobody is asked here")


@pytest.mark.parametrize("events", [80, pytest.param(10_000, marks=pytest.mark.soak)])
def test_random_calls(events: int, policy: ScriptedPolicy) -> None:
    play(Calls, events)
