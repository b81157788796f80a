"""A coach that talks to a language model server on loopback."""

import os
from collections.abc import Iterator

import pytest

from agent import Coach
from tests.fakes import scripted_tools
from tests.integration.model.server import Server, serving

KEY = "sk-very-secret-key"


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture
def coach(server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Coach]:
    """Configured by settings alone, as a person would; quick to try again, patient on a busy machine."""
    for name, value in {
        "COACH_MODEL": "m",
        "OPENAI_API_KEY": KEY,
        "OPENAI_BASE_URL": server.url,
        "COACH_MODEL_TIMEOUT_SECONDS": "60",
        "COACH_MODEL_TURN_SECONDS": "300",
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("agent.policy.model.transport.BACKOFF_SECONDS", 0.01)
    monkeypatch.setattr("agent.policy.model.transport.MAX_BACKOFF_SECONDS", 0.05)
    monkeypatch.setattr("tools.registry.load_tools", scripted_tools)
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        for each in (name, name.upper()):
            if each in os.environ:
                monkeypatch.delenv(each)
    with Coach() as session:
        yield session
