"""`coach run` in both modes: a model that is right every second time, beside the coach without one."""

import json
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from langchain_core.messages import BaseMessage

from agent.settings import AgentSettings
from agent.terminal.cli import main
from tests.fakes_model import ScriptedChatModel, by_step

SCENARIO = """
name: small talk, then pay
turns:
  - user: Good morning to you.
    expect: {status: answered, contains: [what would help you]}
  - user: What does a data scientist earn in Denver?
    expect: {tools: [lookup_salary], cites: true, contains: [Denver]}
"""
NOTHING: dict[str, Any] = {"facts": [], "lookups": [], "wants_plan": False, "wishes": [], "language": "en"}


@pytest.fixture
def scenario(tmp_path: Path) -> Path:
    file = tmp_path / "talk.yaml"
    file.write_text(SCENARIO, encoding="utf-8")
    return file


@pytest.fixture(autouse=True)
def _connected(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every try gets a fresh model; it greets well, badly, well, badly."""
    greetings: Iterator[str] = cycle(["Good morning! Tell me what would help you.", "Good morning."])

    def connect(settings: AgentSettings) -> ScriptedChatModel:
        assert settings.model == "m"
        greeting = {"kind": "feeling", "text": next(greetings), "evidence": [], "quote": None}

        def read(messages: list[BaseMessage], _names: list[str]) -> dict[str, Any]:
            asked = "Denver" in str(messages[-1].content)
            lookup = {"tool": "lookup_salary", "args": {"role": "data scientist", "location": "Denver"}}
            return {**NOTHING, "lookups": [lookup] if asked else []}

        def reply(messages: list[BaseMessage], _names: list[str]) -> dict[str, Any]:
            if "Good morning" in str(messages[-1].content).rpartition("Last message:")[2]:
                return {"pieces": [greeting]}
            text = "In Denver, data scientists earn a median of {E1.p50}."
            return {"pieces": [{"kind": "finding", "text": text, "evidence": ["E1"], "quote": None}]}

        return ScriptedChatModel(script=[by_step(read_message=read, write_reply=reply)])

    monkeypatch.setattr("agent.policy.model.connect.connect", connect)


def test_tries_are_played_and_rated(scenario: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", str(scenario), "--model", "m", "--repeat", "4", "--json"]) == 1
    shown = capsys.readouterr()
    document = json.loads(shown.out)
    assert document["error"]["message"] == "2 of 4 tries failed." and "2 of 4 tries failed." in shown.err
    assert [each["passed"] for each in document["scenarios"]] == [True, False, True, False]
    assert [each["attempt"] for each in document["scenarios"]] == [1, 2, 3, 4]
    (rate,) = document["rates"]
    assert rate["model"] == "m" and rate["pass_k"] == pytest.approx([1 / 2, 1 / 6, 0, 0])


def test_two_modes_stand_side_by_side(
    scenario: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    junit = tmp_path / "report.xml"
    arguments = ["--compare", "--model", "m", "--repeat", "2", "--junit", str(junit)]
    assert main(["run", str(scenario), *arguments]) == 1
    shown = capsys.readouterr().out
    assert "small talk, then pay, side by side" in shown
    assert (
        "1. user: Good morning to you.: offline passed 0 of 2 (no calls); m passed 1 of 2 (no calls)" in shown
    )
    assert "offline passed 2 of 2 (lookup_salary); m passed 2 of 2 (lookup_salary)" in shown
    assert "m: pass^1 50%, pass^2 0% (1 scenario, 2 tries each)." in shown
    assert "1 of 4 tries passed (8 turns)." in shown
    assert "(m, try 2)" in junit.read_text(encoding="utf-8")


def test_offline_by_command_never_asks_the_model(
    scenario: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACH_MODEL", "m")
    monkeypatch.setattr("agent.policy.model.connect.connect", pytest.fail)
    main(["run", str(scenario), "--model", "offline", "--json"])
    document = json.loads(capsys.readouterr().out)
    assert document["scenarios"][0]["model"] == "offline" and document["scenarios"][0]["turns"][1]["passed"]


def test_without_a_model_there_is_no_comparison(scenario: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", str(scenario), "--compare"]) == 1
    assert "no language model to compare with" in capsys.readouterr().err
