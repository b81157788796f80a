"""Servers that speak the protocol in their own way: each conversation ends well, by the way that works."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from agent import Coach
from agent.models import ReplyDocument
from agent.policy.model.connect import connect
from agent.policy.model.probe import Probed, probe, way_to_use
from agent.settings import read_agent_settings
from agent.terminal.cli import main
from tests.integration.model.conftest import KEY
from tests.integration.model.server import ANSWERS, Handler, Server, completion, wanted_tool

pytestmark = pytest.mark.network
ASKED = "What does a tester earn, roughly speaking?"
Habit = Callable[[Handler, dict[str, Any]], None]


def wanted(asked: dict[str, Any]) -> dict[str, Any]:
    """The document that a request is after."""
    document: dict[str, Any] = ANSWERS[wanted_tool(asked)]
    if wanted_tool(asked) == "read_message" and "Make my plan" in str(asked["messages"][-1]["content"]):
        target = {"field": "target_role", "op": "set", "value": "tester", "quote": "to be a tester"}
        return {**document, "facts": [target], "lookups": [], "wants_plan": True}
    return document


def says(text: Callable[[dict[str, Any]], str], finish: str = "stop") -> Habit:
    """Ignores tools and formats, and writes `text` of the wanted document."""

    def habit(handler: Handler, asked: dict[str, Any]) -> None:
        handler.answer(asked, {"role": "assistant", "content": text(wanted(asked))}, finish)

    return habit


def calls(arguments: Callable[[dict[str, Any]], Any], **message: Any) -> Habit:
    """Calls the tool with `arguments` of the wanted document; `message` replaces parts of the message."""

    def habit(handler: Handler, asked: dict[str, Any]) -> None:
        function = {"name": wanted_tool(asked), "arguments": arguments(wanted(asked))}
        call = {"id": "c1", "type": "function", "function": function}
        handler.answer(
            asked, {"role": "assistant", "content": None, "tool_calls": [call], **message}, "tool_calls"
        )

    return habit


def refuses(*fields: str) -> Habit:
    """400 on these fields of a request, as servers do that do not know them; else plain JSON."""

    def habit(handler: Handler, asked: dict[str, Any]) -> None:
        unknown = [name for name in fields if asked.get(name)]
        if unknown:
            problem = f"{unknown[0]} is not supported by this model"
            handler.send(400, {"error": {"message": problem, "type": "invalid_request_error"}})
        else:
            says(json.dumps)(handler, asked)

    return habit


def thinks_aloud(handler: Handler, asked: dict[str, Any]) -> None:
    """A reasoning model that shows its thoughts, braces and figures among them."""
    thought = '<think>\nThe person wants {"a": 1}. Maybe $999,999 [E1]? No.\n</think>\n'
    says(lambda document: thought + json.dumps(document))(handler, asked)


def streams_without_usage(handler: Handler, asked: dict[str, Any]) -> None:
    """Neither usage nor role in the pieces, an empty list of choices first."""
    if not asked.get("stream"):
        says(json.dumps)(handler, asked)
        return
    handler.begin_stream()
    handler.event({"choices": []})
    written = json.dumps(wanted(asked))
    handler.event({"choices": [{"index": 0, "delta": {"content": written}, "finish_reason": None}]})
    handler.event({"choices": [{"index": 0, "delta": {"content": None}, "finish_reason": "stop"}]})
    handler.wfile.write(b"data: [DONE]\n\n")
    handler.close_connection = True


def is_cut_short(handler: Handler, asked: dict[str, Any]) -> None:
    """Every answer ends in the middle, because of its length."""
    says(lambda document: json.dumps(document)[:25], "length")(handler, asked)


WORKS: dict[str, Habit] = {
    "JSON in a fence": says(
        lambda document: f"Sure! Here it is:\n```json\n{json.dumps(document, indent=2)}\n```\nAnything else?"
    ),
    "JSON after a thought": thinks_aloud,
    "JSON twice": says(lambda document: f"{json.dumps(document)}\n{json.dumps(document)}"),
    "wrapped in the tool's name": says(
        lambda document: json.dumps({"name": "the tool", "arguments": document})
    ),
    "arguments as an object": calls(lambda document: document),
    "arguments in a fence": calls(lambda document: f"```json\n{json.dumps(document)}\n```"),
    "arguments twice wrapped": calls(lambda document: json.dumps(json.dumps(document))),
    "content null beside calls": calls(json.dumps),
    "content empty beside calls": calls(json.dumps, content=""),
    "no response_format": refuses("response_format"),
    "no tools": refuses("tools"),
    "neither tools nor response_format": refuses("tools", "response_format"),
    "no tool_choice": refuses("tool_choice"),
    "stream without usage": streams_without_usage,
}
FAILS: dict[str, Habit] = {
    "cut short": is_cut_short,
    "content null": says(lambda _document: None),  # type: ignore[arg-type, return-value]
    "no content at all": lambda handler, _asked: handler.send(200, completion({"role": "assistant"})),
    "a list": says(lambda document: json.dumps([document["lookups"]] if "lookups" in document else [])),
    "content in parts": lambda handler, _asked: handler.send(
        200, completion({"role": "assistant", "content": [{"type": "refusal", "refusal": "no"}]})
    ),
}


def talk(coach: Coach) -> list[ReplyDocument]:
    asked = coach.ask(ASKED, thread="t")
    drafted = coach.ask("I dearly want to be a tester. Make my plan.", thread="t")
    return [asked, drafted, coach.resume("t", approve=True)]


@pytest.mark.parametrize("name", WORKS)
def test_what_can_be_read_is_read(name: str, coach: Coach, server: Server) -> None:
    server.habit = WORKS[name]
    asked, drafted, done = talk(coach)
    assert "$100,000" in asked.reply and "999,999" not in asked.reply and "think" not in asked.reply
    assert "could not help" not in asked.reply + drafted.reply
    assert done.plan and "Talk to somebody who does the work." in done.plan.next_actions


@pytest.mark.filterwarnings("ignore:Pydantic serializer warnings")
@pytest.mark.parametrize("name", FAILS)
def test_what_cannot_be_read_costs_no_conversation(name: str, coach: Coach, server: Server) -> None:
    server.habit = FAILS[name]
    asked, drafted, done = talk(coach)
    assert "could not help" in asked.reply and asked.tools[0].ok
    assert drafted.status == "awaiting_approval" and done.status == "delivered"
    assert len(server.requests) < 20


@pytest.mark.parametrize(
    ("fields", "way"),
    [((), "plain JSON"), (("tools",), "JSON schema"), (("tools", "response_format"), "plain JSON")],
)
def test_the_doctor_finds_the_way(fields: tuple[str, ...], way: str, coach: Coach, server: Server) -> None:
    server.habit = refuses(*fields)
    settings = read_agent_settings()
    found: list[Probed] = probe(connect(settings), settings)
    assert found[0].works
    assert way_to_use(found) == way or (not fields and way_to_use(found) == "tool calling")


def doctor(capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, Any]]:
    """Exit status and the finding about the model of `coach doctor --json`."""
    status = main(["doctor", "--json"])
    checks = json.loads(capsys.readouterr().out)["checks"]
    return status, next(check for check in checks if check["name"] == "thinking")


def test_the_doctor_says_what_works(coach: Coach, server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    status, finding = doctor(capsys)
    assert status == 0 and finding["ok"]
    assert (
        "tool calling works, JSON schema works, plain JSON works. The coach uses tool calling"
        in finding["message"]
    )
    server.can = frozenset({"json_schema"})
    status, finding = doctor(capsys)
    assert status == 0
    assert "tool calling does not work, JSON schema works" in finding["message"]
    assert "The coach uses JSON schema" in finding["message"]


def test_the_doctor_says_what_to_do(coach: Coach, server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    server.faults = ["401"]
    status, finding = doctor(capsys)
    assert status == 1 and not finding["ok"]
    assert "it refused the key (401)" in finding["message"] and "OPENAI_API_KEY" in finding["hint"]
    assert KEY not in json.dumps(finding)


def test_a_failed_check_is_also_an_error(
    coach: Coach, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    server.faults = ["401"]
    assert main(["doctor", "--json"]) == 1
    shown = capsys.readouterr()
    assert json.loads(shown.out)["error"]["message"] == "Not in order: thinking."
    assert shown.err.strip() == "coach: Not in order: thinking."
