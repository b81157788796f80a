"""The real thing once: a small model on loopback, a whole conversation through langchain-openai. `make model` fetches it."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from agent import Coach
from agent.grounding import check_plan
from agent.policy.model.connect import connect
from agent.policy.model.probe import probe, way_to_use
from agent.settings import read_agent_settings
from tests.prose.replies import check_answer

FOLDER = Path(__file__).parents[3] / ".models"
TODAY = date(2026, 11, 2)
pytestmark = [
    pytest.mark.soak,
    pytest.mark.network,
    pytest.mark.skipif(not FOLDER.is_dir(), reason="no small model here: `make model` fetches it"),
]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with socket.socket() as probe_socket:
        probe_socket.bind(("127.0.0.1", 0))
        port = probe_socket.getsockname()[1]
    program = Path(__file__).with_name("small_server.py")
    with subprocess.Popen(
        [sys.executable, str(program), str(FOLDER), str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        assert server.stdout
        assert "127.0.0.1" in server.stdout.readline()
        yield f"http://127.0.0.1:{port}/v1"
        server.kill()


@pytest.fixture(autouse=True)
def configured(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "COACH_MODEL": "smollm2",
        "OPENAI_BASE_URL": address,
        "COACH_MODEL_TIMEOUT_SECONDS": "60",
        "COACH_MODEL_TURN_SECONDS": "90",
    }.items():
        monkeypatch.setenv(name, value)


def test_the_way_that_works_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    # A busy machine may need minutes for a few words; here it matters what works, not how soon.
    monkeypatch.setenv("COACH_MODEL_TIMEOUT_SECONDS", "300")
    monkeypatch.setenv("COACH_MODEL_TURN_SECONDS", "600")
    settings = read_agent_settings()
    found = probe(connect(settings), settings)
    assert found[0].works
    assert way_to_use(found) == "JSON schema"


def test_a_whole_conversation_approval_included() -> None:
    with Coach(today=TODAY) as coach:
        replies = [
            coach.ask("I'm a nurse in Ohio and I have 8 hours a week.", thread="t"),
            coach.ask("What does a data scientist earn?", thread="t"),
            coach.ask("I want to become a data scientist. Make my plan.", thread="t"),
        ]
        assert replies[-1].status == "awaiting_approval"
        done = coach.resume("t", approve=True)
    assert done.status == "delivered" and done.plan and len(done.plan.milestones) >= 3
    assert check_plan(done.plan, done.evidence, done.profile, TODAY) == []
    unsupported = check_answer(replies[1].reply, replies[1].evidence, replies[1].profile, TODAY)
    assert not [each for each in unsupported if "$" in each.text]
    assert done.profile.hours_per_week == 8 and done.usage.thread.calls > 0
