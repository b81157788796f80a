"""The graph with a scripted policy and tools that answer at once."""

from collections.abc import Iterator

import pytest

from agent.session.coach import Coach
from tests.fakes import ScriptedPolicy, scripted_tools


@pytest.fixture
def policy(monkeypatch: pytest.MonkeyPatch) -> ScriptedPolicy:
    """The policy that every Coach of this test gets."""
    scripted = ScriptedPolicy()
    monkeypatch.setattr("agent.session.runner.choose_policy", lambda _model: scripted)
    monkeypatch.setattr("tools.registry.load_tools", scripted_tools)
    return scripted


@pytest.fixture
def coach(policy: ScriptedPolicy) -> Iterator[Coach]:
    with Coach() as session:
        yield session
