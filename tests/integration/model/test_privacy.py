"""Private details and secrets: what leaves the machine, what is kept, and what is traced."""

import logging
from contextlib import nullcontext
from typing import Any, cast

import pytest
from langsmith.utils import get_env_var, tracing_is_enabled

from agent import Coach
from agent.policy.model.connect import what_is_sent
from agent.session.tracing import tracing_context
from agent.settings import read_agent_settings
from tests.fakes import scripted_tools
from tests.fakes_model import ScriptedChatModel, by_step
from tests.integration.model.server import READING

MAIL, PHONE, STREET = "ana@mail.example.org", "+1 512-555-0100", "12 Oak Street"


@pytest.fixture(autouse=True)
def quick_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tools.registry.load_tools", scripted_tools)


def test_details_are_masked_on_their_way_and_back_in_the_reply() -> None:
    said: dict[str, Any] = {
        "kind": "feeling",
        "text": "I will remember <email-a>, and that you live at <address-c>.",
        "evidence": [],
        "quote": None,
    }
    reading = {**READING, "lookups": []}
    model = ScriptedChatModel(script=[by_step(read_message=reading, write_reply={"pieces": [said]})])
    with Coach(model) as coach:
        reply = coach.ask(f"Hello, I am {MAIL}, call {PHONE}, I live at {STREET}.", thread="t")
        coach.ask("Hello again", thread="t")
    assert MAIL in reply.reply and STREET in reply.reply
    assert all(private not in model.said for private in (MAIL, PHONE, STREET, "512-555"))


def test_a_key_is_in_no_file_and_no_log(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-very-secret")
    caplog.set_level(logging.DEBUG)
    model = ScriptedChatModel(script=[ValueError("Incorrect API key provided: sk-very-secret")])
    with Coach(model) as coach:
        reply = coach.ask("What does a tester earn?", thread="t")
        home = coach._open().home
    assert "sk-very-secret" not in reply.model_dump_json() + caplog.text + repr(read_agent_settings())
    assert all(b"sk-very-secret" not in path.read_bytes() for path in home.rglob("*") if path.is_file())


def test_the_environments_own_switch_does_not_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Any] = []

    def looks(_messages: object, _names: object) -> str:
        seen.append(tracing_is_enabled())
        return "Hello."

    monkeypatch.setenv("LANGSMITH_TRACING", "true")
    cast("Any", get_env_var).cache_clear()
    assert tracing_is_enabled()
    with Coach(ScriptedChatModel(script=[looks])) as coach:
        coach.ask("Hello")
    cast("Any", get_env_var).cache_clear()
    assert seen and not any(seen)


def test_tracing_is_left_as_it_is_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_TRACING", "true")
    assert tracing_context() is nullcontext


def test_what_is_sent_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Nothing is sent" in what_is_sent(read_agent_settings())
    monkeypatch.setenv("COACH_MODEL", "small")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:8080/v1")
    text = what_is_sent(read_agent_settings())
    assert "small at http://127.0.0.1:8080/v1" in text and "Masked" in text
