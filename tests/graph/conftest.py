"""The graph with a scripted policy and tools that answer at once."""

from collections.abc import Iterator

import pytest

from agent.session.coach import Coach
from tests.fakes import ScriptedPolicy


@pytest.fixture
def coach(policy: ScriptedPolicy) -> Iterator[Coach]:
    with Coach() as session:
        yield session
