"""Prompts, what is sent with them, and tool schemas, word for word. UPDATE_GOLDEN=1 records them anew."""

import json
import os
from datetime import date
from pathlib import Path

import pytest
from langchain_core.messages import AIMessage, HumanMessage
from langchain_core.utils.function_calling import convert_to_openai_tool

import prompts
from agent.context import CoachContext
from agent.models import Claim, Plan, Profile, Section, ToolResult
from agent.policy.model.answering import answering_messages
from agent.policy.model.desk import checking_messages
from agent.policy.model.pieces import Judge
from agent.policy.model.planning import planning_messages
from agent.policy.model.reading import further_messages, reading_messages
from agent.policy.model.reworded import page_of
from agent.policy.model.wire import Piece
from agent.state import CoachState
from tests.fakes import SOURCE, WAGE, WAGE_CLAIM
from tools.evidence import Evidence
from tools.registry import load_tools

FOLDER = Path(__file__).parent / "model"
CONTEXT = CoachContext(today=date(2026, 11, 2))


def state() -> CoachState:
    evidence = Evidence(id="E1", kind="salary", text=WAGE_CLAIM, figures=[WAGE], source=SOURCE)
    result = ToolResult(
        name="lookup_salary",
        args={"role": "tester"},
        evidence=["E1"],
        document={"notes": ["National figures."]},
    )
    return {
        "messages": [
            HumanMessage("I test things in Ohio."),
            AIMessage("Noted."),
            HumanMessage("What would I earn?"),
        ],
        "profile": Profile(current_role="tester", location="Ohio"),
        "evidence": [evidence],
        "tool_results": [result],
        "draft": None,
    }


def held(name: str, text: str) -> None:
    path = FOLDER / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8"), (
        f"{name} changed: give the prompt a new version, then record it anew"
    )


@pytest.mark.parametrize("step", ["read", "look_again", "reply", "check", "plan"])
def test_what_is_sent(step: str) -> None:
    plan = Plan(
        sections=[Section(id="pay", title="Pay outlook", claims=[Claim(text=WAGE_CLAIM, evidence=["E1"])])]
    )
    given, judge = state(), Judge(state(), CONTEXT)
    claim = judge.judge(Piece(kind="finding", text="Testers are in demand.", evidence=["E1"]))
    messages = {
        "read": lambda: reading_messages(given, CONTEXT),
        "look_again": lambda: further_messages(given, CONTEXT),
        "reply": lambda: answering_messages(given, CONTEXT, judge),
        "check": lambda: checking_messages([claim], judge),
        "plan": lambda: planning_messages(given, CONTEXT, page_of(plan, None)),
    }[step]()
    held(f"{step}.txt", "\n\n".join(f"--- {message.type}\n{message.text}" for message in messages) + "\n")


@pytest.mark.parametrize("name", ["read_message.v5", "write_reply.v1", "check_claims.v2", "write_plan.v2"])
def test_what_a_model_fills_in(name: str) -> None:
    held(f"{name}.json", json.dumps(prompts.schema(f"model/{name}"), indent=2) + "\n")


def test_the_schemas_of_the_five_tools() -> None:
    schemas = [convert_to_openai_tool(tool) for tool in load_tools()]
    held("tools.json", json.dumps(schemas, indent=2, ensure_ascii=False) + "\n")
