"""The tools in other people's agents: arguments that cannot be used are answered, and the agent goes on."""

import asyncio
from typing import Any

import pytest
from langchain.agents import create_agent
from langchain_core.messages import AIMessage, HumanMessage, ToolMessage

from tests.fakes_model import ScriptedChatModel
from tools.registry import TOOLS

CASES: list[tuple[str, dict[str, Any], str]] = [
    ("lookup_salary", {"role": ""}, "The role is empty"),
    ("lookup_salary", {}, "role: Field required"),
    ("lookup_salary", {"role": ["nurse"], "pay": "much"}, "pay: Input should be a valid number"),
    ("lookup_salary", {"role": "nurse", "pay": -5}, "pay"),
    ("summarize_job_market", {"role": " ", "location": "x"}, "The role is empty"),
    ("search_documents", {"query": ""}, "The query is empty"),
    ("generate_roadmap", {"role": "data analyst", "hours_per_week": -3}, "hours_per_week must be a positive"),
    ("generate_roadmap", {"role": "data analyst", "weeks": 0}, "weeks"),
    ("generate_roadmap", {"role": "data analyst", "start": "tomorrow"}, "Not a day: 'tomorrow'"),
    ("generate_roadmap", {"role": "data analyst", "start": "2027-01-04", "busy": ["always"]}, "always"),
    ("generate_roadmap", {"role": "data analyst", "hours_per_week": float("inf")}, "hours_per_week"),
    ("suggest_roles", {"role": " "}, "The role is empty"),
    ("suggest_roles", {"role": "line cook", "min_pay": "much"}, "min_pay: Input should be a valid number"),
    ("suggest_roles", {"role": "line cook", "min_pay": -5}, "pay"),
]  # fmt: skip


def agent(name: str, args: dict[str, Any]) -> Any:
    call = AIMessage("", tool_calls=[{"name": name, "args": args, "id": "c1"}])
    return create_agent(ScriptedChatModel(script=[call, "done"]), tools=list(TOOLS))


@pytest.mark.parametrize(("name", "args", "said"), CASES)
def test_bad_arguments_are_answered(name: str, args: dict[str, Any], said: str) -> None:
    given = {"messages": [HumanMessage("help")]}
    for state in (agent(name, args).invoke(given), asyncio.run(agent(name, args).ainvoke(given))):
        (answer,) = [message for message in state["messages"] if isinstance(message, ToolMessage)]
        assert answer.status == "error" and said in answer.text and "Traceback" not in answer.text
        # What was wrong, and what to give.
        assert len(answer.text.split(". ")) > 1 or "; " in answer.text, answer.text
        assert state["messages"][-1].text == "done"


def test_a_folder_that_cannot_be_used_is_answered(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    home = tmp_path / "file"
    home.write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("COACH_HOME", str(home))
    state = agent("search_documents", {"query": "What is RAG?"}).invoke({"messages": [HumanMessage("help")]})
    (answer,) = [message for message in state["messages"] if isinstance(message, ToolMessage)]
    assert answer.status == "error" and "COACH_HOME" in answer.text


def test_good_arguments_bring_the_document() -> None:
    args = {"role": "nurse", "location": "Toledo"}
    state = agent("lookup_salary", args).invoke({"messages": [HumanMessage("help")]})
    (answer,) = [message for message in state["messages"] if isinstance(message, ToolMessage)]
    assert answer.status == "success" and answer.artifact.evidence
