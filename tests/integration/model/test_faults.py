"""Servers that break: what is worth it is tried again, nothing hangs, and the thread goes on."""

import logging
import time

import pytest

from agent import Coach
from agent.session.events import ReplyText, TurnFinished
from agent.session.store import open_threads
from tests.integration.model.conftest import KEY
from tests.integration.model.server import FAULTS, SLOW_SECONDS, Server

pytestmark = pytest.mark.network
WAGE = "$100,000"
MENDS = ("429 with seconds", "429 with a date", "500", "502 in HTML", "503", "hangs up", "breaks off", "slow")


def test_a_good_turn(coach: Coach, server: Server) -> None:
    reply = coach.ask("What does a tester earn, roughly speaking?", thread="t")
    assert reply.mode == "model" and WAGE in reply.reply and "[E1]" in reply.reply
    assert reply.usage.turn.calls == len(server.requests) == 2
    assert (reply.usage.turn.input_tokens, reply.usage.turn.output_tokens) == (200, 40)
    assert reply.usage.turn.cost == "not known"
    assert set(server.keys) == {f"Bearer {KEY}"}


def test_cost_comes_from_configured_prices(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_MODEL_INPUT_PRICE", "2")
    monkeypatch.setenv("COACH_MODEL_OUTPUT_PRICE", "10")
    assert coach.ask("What does a tester earn, roughly speaking?").usage.turn.cost == pytest.approx(
        (200 * 2 + 40 * 10) / 1e6
    )


def test_the_answer_is_streamed_and_its_pieces_are_the_reply(coach: Coach) -> None:
    events = list(coach.stream("What does a tester earn, roughly speaking?", thread="t"))
    pieces = [event.text for event in events if isinstance(event, ReplyText)]
    assert isinstance(events[-1], TurnFinished)
    assert len(pieces) > 1 and "".join(pieces) == events[-1].reply.reply


@pytest.mark.parametrize("fault", MENDS)
def test_what_passes_is_tried_again(
    coach: Coach, server: Server, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if fault == "slow":  # half of what it takes, and far more than a good answer does on a busy machine
        monkeypatch.setenv("COACH_MODEL_TIMEOUT_SECONDS", str(SLOW_SECONDS / 2))
    server.faults = [fault, None, fault]
    reply = coach.ask("What does a tester earn, roughly speaking?", thread="t")
    assert WAGE in reply.reply and "could not help" not in reply.reply
    assert len(server.requests) == 4


@pytest.mark.parametrize("fault", ["400", "401"])
def test_a_refusal_is_not_tried_again(coach: Coach, server: Server, fault: str) -> None:
    server.faults = [fault] * 9
    reply = coach.ask("What does a tester earn, roughly speaking?", thread="t")
    assert len(server.requests) == 1
    assert fault in reply.reply and "could not help" in reply.reply and reply.tools[0].ok


def test_retry_after_is_kept_to(coach: Coach, server: Server) -> None:
    server.faults = ["429 with seconds"]
    started = time.monotonic()
    coach.ask("What does a tester earn, roughly speaking?", thread="t")
    assert time.monotonic() - started >= 0.05


@pytest.mark.slow
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("step", ["read_message", "write_reply", "write_plan"])
def test_a_server_that_stays_broken_costs_no_turn(
    coach: Coach, server: Server, fault: str, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The person is told, gets the deterministic answer, and the next turn works."""
    monkeypatch.setenv("COACH_MODEL_TIMEOUT_SECONDS", "0.5")
    monkeypatch.setenv("COACH_MODEL_TURN_SECONDS", "5")
    good = {"read_message": 0, "write_reply": 1, "write_plan": 1}[step]
    server.faults = [*[None] * good, *[fault] * 30]
    message = (
        "I dearly want to be a tester. Make my plan."
        if step == "write_plan"
        else "What does a tester earn, roughly speaking?"
    )
    coach.prepare()
    started = time.monotonic()
    reply = coach.ask(message, thread="t")
    # Far beyond the five seconds that a turn has here, far below a hang: machines may be busy.
    assert time.monotonic() - started < 30
    assert "language model could not help" in reply.reply
    assert reply.status == ("awaiting_approval" if step == "write_plan" else "answered")
    server.faults = []
    again = coach.ask("What does a tester earn, roughly speaking?", thread="t")
    assert "could not help" not in again.reply and again.tools[0].ok
    assert coach.show("t").messages[0].text == message


@pytest.mark.slow
def test_a_hundred_faults_each_end_well(
    coach: Coach, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    """Every kind at every step again and again on one thread, in one run."""
    caplog.set_level(logging.DEBUG)
    kinds = [kind for kind in FAULTS if kind not in ("slow", "dripping")]
    injected = 0
    while injected < 100:
        kind = kinds[injected % len(kinds)]
        server.faults = [None] * (injected // len(kinds) % 2) + [kind]
        before = len(server.requests)
        reply = coach.ask(f"What does a tester earn? ({injected})", thread="t")
        assert reply.status == "answered" and reply.tools[0].ok, kind
        assert WAGE in reply.reply or "could not help" in reply.reply, kind
        if kind in MENDS:
            assert WAGE in reply.reply, kind
        assert len(server.requests) > before
        injected += 1
    assert len(coach.show("t").messages) == 200
    _no_secret(coach, caplog.text)


def _no_secret(coach: Coach, logged: str) -> None:
    kept = list(
        open_threads(coach._open().home).checkpointer().list(None)
    )  # long values are packed in the file
    assert KEY not in logged
    assert kept and KEY not in str(kept)
