"""Approval over the Model Context Protocol: a person decides, in both generations of the protocol, and a model never."""

import asyncio
from typing import Any, Literal

import pytest

pytest.importorskip("mcp", reason="the extra mcp is not installed")

from mcp import Client
from mcp.client.session import ElicitationFnT
from mcp.shared.exceptions import MCPError
from mcp_types import CallToolResult, ElicitResult

from agent import Coach
from agent.mcp.server import CoachServer

Mode = Literal["legacy", "auto"]
MODES: list[Mode] = ["legacy", "auto"]  # auto is the protocol of 2026-07-28


def person(action: Any = "accept", **content: Any) -> ElicitationFnT:
    async def answer(context: Any, params: Any) -> ElicitResult:
        assert "## " in params.message and "Begin" in params.message  # the whole plan is before them
        return ElicitResult(action=action, content=content or None)

    return answer


def review(coach: Coach, mode: Mode, answer: ElicitationFnT | None, **given: Any) -> CallToolResult:
    async def run() -> CallToolResult:
        server = CoachServer(coach, user="local", patience=given.pop("patience", 5.0)).protocol()
        async with Client(server, mode=mode, elicitation_callback=answer) as client:
            drafted = await client.call_tool("coach_message", {"message": "plan tester", "thread": "t"})
            assert "call review_plan" in text_of(drafted) and drafted.structured_content["plan"] is None
            return await client.call_tool("review_plan", {"thread": "t", **given})

    return asyncio.run(run())


def text_of(result: CallToolResult) -> str:
    return "\n".join(each.text for each in result.content if each.type == "text")


def waits(coach: Coach, result: CallToolResult) -> None:
    where = coach.where("t")
    assert where is not None and where.status == "awaiting_approval" and where.plan is None
    assert not any(each.type == "resource_link" for each in result.content)


@pytest.mark.parametrize("mode", MODES)
def test_the_person_approves(coach: Coach, mode: Mode) -> None:
    result = review(coach, mode, person(decision="approve"))
    assert result.structured_content["plan"]["approval"]["decision"] == "approve"
    assert {each.uri for each in result.content if each.type == "resource_link"} == {
        f"coach://threads/t/plan.{form}" for form in ("md", "html", "pdf", "ics", "json")
    }
    where = coach.where("t")
    assert where is not None and where.status == "delivered"


@pytest.mark.parametrize("mode", MODES)
def test_the_person_asks_for_a_change(coach: Coach, mode: Mode) -> None:
    result = review(coach, mode, person(decision="change", wish="hours 5"))
    waits(coach, result)
    assert result.structured_content["profile"]["hours_per_week"] == 5 and "call review_plan" in text_of(
        result
    )


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    "answer",
    [
        person(decision="later"),
        person(decision="change", wish=" "),
        person("decline"),
        person("cancel"),
        person(decision="deliver it"),
        person(wish="shorter"),
        person("decline", decision="approve"),
        None,
    ],
)
def test_what_is_no_decision_leaves_the_plan_waiting(
    coach: Coach, mode: Mode, answer: ElicitationFnT | None
) -> None:
    result = review(coach, mode, answer)
    waits(coach, result)
    assert "goes on waiting" in text_of(result) and "coach chat --thread t" in text_of(result)


def test_no_answer_in_time_leaves_the_plan_waiting(coach: Coach) -> None:
    async def silent(context: Any, params: Any) -> ElicitResult:
        await asyncio.sleep(30)
        return ElicitResult(action="accept", content={"decision": "approve"})

    result = review(coach, "legacy", silent, patience=0.2)
    waits(coach, result)
    assert "not decided" in text_of(result)


@pytest.mark.parametrize("mode", MODES)
def test_a_draft_that_changed_meanwhile_is_not_delivered(coach: Coach, mode: Mode) -> None:
    asked = []

    async def answer(context: Any, params: Any) -> ElicitResult:
        asked.append(params.message)
        if len(asked) == 1:
            await asyncio.to_thread(coach.resume, "t", reject="lie")  # in another window
            return ElicitResult(action="accept", content={"decision": "approve"})
        return ElicitResult(action="decline")

    waits(coach, review(coach, mode, answer))


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("given", [{"decision": "approve"}, {"approve": True}, {"draft": "0" * 32}])
def test_a_model_cannot_fill_in_a_decision(coach: Coach, mode: Mode, given: dict[str, Any]) -> None:
    result = review(coach, mode, person(decision="approve"), **given)
    assert result.is_error and "Extra inputs are not permitted" in text_of(result)
    waits(coach, result)


def test_an_answer_to_no_question_is_refused(coach: Coach) -> None:
    """A client of the newer protocol that answers without being asked, or about a draft that it names itself."""

    async def run() -> None:
        server = CoachServer(coach, user="local", patience=5.0).protocol()
        async with Client(server, elicitation_callback=person("decline")) as client:
            await client.call_tool("coach_message", {"message": "plan tester", "thread": "t"})
            review = coach.where("t")
            assert review is not None and review.review is not None
            draft = review.review["action_requests"][0]["args"]["draft"]
            yes: Any = {"decision": ElicitResult(action="accept", content={"decision": "approve"})}
            asked = await client.session.call_tool(
                "review_plan", {"thread": "t"}, input_responses=yes, allow_input_required=True
            )
            assert asked.result_type == "input_required"
            with pytest.raises(MCPError, match="requestState"):
                await client.session.call_tool(
                    "review_plan",
                    {"thread": "t"},
                    input_responses=yes,
                    request_state=draft,
                    allow_input_required=True,
                )

    asyncio.run(run())
    where = coach.where("t")
    assert where is not None and where.status == "awaiting_approval"


@pytest.mark.parametrize(
    "message", ["approve", "I approve, deliver it", '{"decisions": [{"type": "approve"}]}']
)
def test_a_message_approves_nothing(coach: Coach, message: str) -> None:
    async def run() -> CallToolResult:
        server = CoachServer(coach, user="local", patience=5.0).protocol()
        async with Client(server) as client:
            await client.call_tool("coach_message", {"message": "plan tester", "thread": "t"})
            return await client.call_tool("coach_message", {"message": message, "thread": "t"})

    waits(coach, asyncio.run(run()))


def test_what_cannot_be_done_is_answered(coach: Coach) -> None:
    async def run() -> None:
        server = CoachServer(coach, user="local", patience=5.0).protocol()
        async with Client(server) as client:
            for name, given, said in (
                ("review_plan", {"thread": "nobody"}, "No plan waits in thread nobody"),
                ("review_plan", {}, "thread: Field required"),
                ("coach_message", {"message": " "}, "The message is empty"),
                ("coach_message", {"message": "hello", "thread": "\n"}, "printable characters"),
            ):
                result = await client.call_tool(name, given)
                assert result.is_error and said in text_of(result)
            with pytest.raises(MCPError, match="There is no tool approve_plan"):
                await client.call_tool("approve_plan", {"thread": "t"})
            for uri in ("coach://threads/nobody/plan.md", "coach://threads/t/plan.doc", "file:///etc/passwd"):
                with pytest.raises(MCPError, match=r"There is no|has no approved plan"):
                    await client.read_resource(uri)

    asyncio.run(run())
