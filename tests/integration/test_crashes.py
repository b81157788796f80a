"""The process may die at any moment: nothing lost, nothing delivered twice."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from agent.session.coach import Coach
from tests.fakes import ScriptedPolicy, scripted_tools
from tools.errors import CoachError

ROOT = Path(__file__).parents[2]
CHILD = [sys.executable, "-m", "tests.integration.crash_child"]
MOMENTS = ("before", "after", "written")

pytestmark = pytest.mark.slow


@pytest.fixture
def reopened(monkeypatch: pytest.MonkeyPatch) -> Iterator[Coach]:
    """The session of the process that comes after the crash."""
    policy = ScriptedPolicy()
    monkeypatch.setattr("agent.session.runner.choose_policy", lambda _model: policy)
    monkeypatch.setattr("tools.registry.load_tools", scripted_tools)
    with Coach() as coach:
        yield coach


def crash(node: str, when: str, message: str) -> None:
    child = subprocess.run(
        [*CHILD, node, when, message], cwd=ROOT, check=False, capture_output=True, timeout=120
    )
    assert child.returncode == -signal.SIGKILL, child.stderr.decode()


def said(coach: Coach, text: str) -> int:
    return sum(message.text == text for message in coach.show("t").messages if message.role == "person")


@pytest.mark.parametrize("when", MOMENTS)
@pytest.mark.parametrize("node", ["understand", "call_tools", "draft_plan", "check_plan"])
def test_a_turn_cut_short_goes_on_where_it_stood(reopened: Coach, node: str, when: str) -> None:
    crash(node, when, "plan tester")
    reply = reopened.ask("plan tester", thread="t")
    assert reply.status == "awaiting_approval" and reply.review
    assert said(reopened, "plan tester") == 1
    assert reopened.resume("t", approve=True).status == "delivered"


@pytest.mark.parametrize("when", MOMENTS)
def test_an_answer_cut_short_is_given_before_the_next_message(reopened: Coach, when: str) -> None:
    crash("answer", when, "wages")
    reply = reopened.ask("hello", thread="t")
    assert reply.reply == "You said: hello"
    texts = [message.text for message in reopened.show("t").messages]
    assert texts == ["wages", "You said: wages [E1]", "hello", "You said: hello"]


def test_dying_while_the_approval_waits_loses_nothing(reopened: Coach) -> None:
    crash("none", "after", "plan tester")
    where = reopened.where("t")
    assert where and where.status == "awaiting_approval"
    assert reopened.resume("t", approve=True).status == "delivered"


@pytest.mark.parametrize(
    ("node", "when"),
    [(node, when) for node in ("review_plan", "deliver_plan") for when in MOMENTS],
)
def test_dying_right_after_the_approval_delivers_once(reopened: Coach, node: str, when: str) -> None:
    crash("none", "after", "plan tester")
    crash(node, when, "--approve")
    reply = reopened.resume("t", approve=True)
    assert reply.status == "delivered" and reply.plan
    assert [plan.version for plan in reopened.show("t").plans] == [1]


def test_dying_after_the_delivery_delivers_once(reopened: Coach) -> None:
    crash("none", "after", "plan tester")
    crash("none", "after", "--approve")
    with pytest.raises(CoachError):
        reopened.resume("t", approve=True)
    assert len(reopened.show("t").plans) == 1


def kill_at_random(rng: random.Random, message: str) -> None:
    child = subprocess.Popen(
        [*CHILD, "none", "after", message], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    time.sleep(rng.uniform(0.8, 3.0))
    if child.poll() is None:
        os.kill(child.pid, signal.SIGKILL)
    child.wait(timeout=60)


def survive(reopened: Coach, rounds: int, seed: int) -> None:
    sys.stdout.write(f"seed {seed}\n")
    rng = random.Random(seed)
    for _ in range(rounds):
        kill_at_random(rng, rng.choice(["plan tester", "hours 5", "wages", "--approve"]))
        where = reopened.where("t")
        waits = where is not None and where.status == "awaiting_approval"
        reply = reopened.ask("hello", thread="t")
        assert not waits or reply.status in ("awaiting_approval", "answered")
        document = reopened.show("t")
        assert [plan.version for plan in document.plans] == list(range(1, len(document.plans) + 1))
        assert all(plan.approval for plan in document.plans)


def test_random_kills(reopened: Coach) -> None:
    survive(reopened, 5, random.SystemRandom().randrange(10**6))


@pytest.mark.soak
def test_many_random_kills(reopened: Coach) -> None:
    survive(reopened, 100, random.SystemRandom().randrange(10**6))
