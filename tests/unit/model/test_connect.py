"""From settings to models: providers by name, everything else from an OpenAI-compatible server."""

from typing import Any

import pytest
from langchain_openai import ChatOpenAI

from agent.policy.model.connect import connect, connect_checker
from agent.settings import AgentSettings
from tools.errors import ModelError

SERVER = "http://127.0.0.1:1/v1"


def settings(**values: Any) -> AgentSettings:
    return AgentSettings.model_validate(values)


@pytest.mark.parametrize(
    ("name", "address", "asked"),
    [
        ("gpt-5-mini", None, "gpt-5-mini"),
        ("openai:gpt-5-mini", None, "gpt-5-mini"),
        ("openai:local", SERVER, "local"),
        ("qwen2.5:3b", SERVER, "qwen2.5:3b"),
    ],
)
def test_a_name_is_asked_from_an_openai_compatible_server(name: str, address: str | None, asked: str) -> None:
    found = connect(settings(model=name, OPENAI_API_KEY="k", OPENAI_BASE_URL=address, model_effort="low"))
    assert isinstance(found, ChatOpenAI)
    assert found.model_name == asked and found.openai_api_base == address
    assert found.reasoning_effort == "low" and found.max_retries == 0


@pytest.mark.parametrize("name", ["nosuchprovider:x", "anthropic:claude"])
def test_a_provider_that_is_not_there_is_said(name: str) -> None:
    with pytest.raises(ModelError, match="cannot be used"):
        connect(settings(model=name, OPENAI_API_KEY="k", OPENAI_BASE_URL=None))


def test_without_key_and_server_there_is_no_model() -> None:
    with pytest.raises(ModelError, match="neither a key nor a server"):
        connect(settings(model="m", OPENAI_API_KEY=None, OPENAI_BASE_URL=None))


def test_a_cheaper_model_may_check() -> None:
    assert connect_checker(settings(model="m", OPENAI_API_KEY="k")) is None
    found = connect_checker(settings(model="m", check_model="small", OPENAI_API_KEY="k"))
    assert isinstance(found, ChatOpenAI) and found.model_name == "small"
