"""Which calls a turn takes: two, one more where something is checked, and what is counted apart."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from agent import Coach
from tests.integration.model.server import PIECE, READING, Handler, Server, document_for, wanted_tool

pytestmark = pytest.mark.network
ADVICE: dict[str, Any] = {
    "kind": "advice",
    "text": "Talk to somebody who does the work.",
    "evidence": [],
    "quote": None,
}
Answer = Callable[[str, dict[str, Any]], dict[str, Any]]


def answering(answer: Answer) -> Callable[[Handler, dict[str, Any]], None]:
    """Answers each tool by `answer`, given its name and the request."""

    def habit(handler: Handler, asked: dict[str, Any]) -> None:
        name = wanted_tool(asked)
        function = {"name": name, "arguments": json.dumps(answer(name, asked))}
        call = {"id": "c1", "type": "function", "function": function}
        handler.answer(asked, {"role": "assistant", "content": None, "tool_calls": [call]}, "tool_calls")

    return habit


def checked(name: str, asked: dict[str, Any]) -> dict[str, Any]:
    if name == "write_reply":
        return {"pieces": [PIECE, ADVICE]}
    if name == "check_claims":
        return {"verdicts": [{"id": "1", "verdict": "no_finding"}]}
    return document_for(asked)


def test_what_no_reference_holds_is_checked_by_the_cheaper_model(
    coach: Coach, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACH_CHECK_MODEL", "small")
    server.habit = answering(checked)
    with Coach() as session:
        reply = session.ask("What does a tester earn?", thread="t")
    assert str(ADVICE["text"]) in reply.reply
    assert reply.usage.turn.steps == {"read_message": 1, "write_reply": 1, "check_claims": 1}
    assert [(asked["model"], wanted_tool(asked)) for asked in server.requests] == [
        ("m", "read_message"),
        ("m", "write_reply"),
        ("small", "check_claims"),
    ]


def test_a_lookup_that_failed_is_made_again_with_what_was_seen(coach: Coach, server: Server) -> None:
    def look_again(name: str, asked: dict[str, Any]) -> dict[str, Any]:
        if name != "read_message":
            return document_for(asked)
        again = "These lookups were made" in str(asked["messages"][-1]["content"])
        return {
            **READING,
            "lookups": [{"tool": "lookup_salary", "args": {"role": "tester" if again else "fail"}}],
        }

    server.habit = answering(look_again)
    reply = coach.ask("What does a tester earn?", thread="t")
    assert [call.ok for call in reply.tools] == [False, True] and "$100,000" in reply.reply
    assert reply.usage.turn.steps["look_again"] == 2 and reply.usage.turn.steps["read_message"] == 1


def test_what_the_words_do_not_hold_is_counted(coach: Coach, server: Server) -> None:
    fact = {"field": "location", "op": "set", "value": "Oslo", "quote": "I live in Oslo"}
    server.habit = answering(
        lambda name, asked: {**READING, "facts": [fact]} if name == "read_message" else document_for(asked)
    )
    reply = coach.ask("What does a tester earn?", thread="t")
    assert reply.profile.location is None and reply.usage.turn.left_out == 1


def test_an_answer_that_ran_into_its_limit_is_a_failure_with_a_name(coach: Coach, server: Server) -> None:
    def cut(handler: Handler, asked: dict[str, Any]) -> None:
        handler.answer(asked, {"role": "assistant", "content": '{"facts": ['}, "length")

    server.habit = cut
    reply = coach.ask("What does a tester earn?", thread="t")
    assert "cut off at its longest length (COACH_MODEL_MAX_TOKENS)" in reply.reply and reply.tools[0].ok


def test_a_plan_is_labelled_in_the_language_it_is_worded_in(coach: Coach, server: Server) -> None:
    def spanish(name: str, asked: dict[str, Any]) -> dict[str, Any]:
        document = document_for(asked)
        return {**document, "language": "es"} if name == "read_message" else document

    server.habit = answering(spanish)
    reply = coach.ask("I dearly want to be a tester. Make my plan.", thread="t")
    assert reply.status == "awaiting_approval" and reply.review
    assert "## El plan en breve" in reply.reply and "Esto es un borrador" in reply.reply
    request = reply.review["action_requests"][0]
    assert request["args"]["plan"]["language"] == "es" and "## Próximos pasos" in request["description"]
    done = coach.resume("t", approve=True)
    assert done.plan and done.plan.language == "es"
