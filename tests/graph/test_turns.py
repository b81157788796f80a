"""Turns through the graph: answers, tools, evidence numbers, bounded rounds."""

from pathlib import Path

import pytest

from agent.context import CoachContext
from agent.models import Understanding
from agent.nodes.call_tools import MAX_CALLS, MAX_ROUNDS
from agent.session.coach import Coach
from agent.session.events import StepFinished, ToolFinished, ToolStarted, TurnFinished, TurnStarted
from agent.session.runner import Run, Runner, Standing
from agent.state import CoachState
from tests.fakes import ScriptedPolicy
from tools.errors import ThreadError, UsageError


def test_an_answer_ends_the_turn(coach: Coach) -> None:
    reply = coach.ask("hello", thread="t")
    assert (reply.status, reply.reply, reply.tools, reply.review) == ("answered", "You said: hello", [], None)


def test_a_tool_brings_numbered_evidence_once(coach: Coach) -> None:
    first = coach.ask("wages", thread="t")
    again = coach.ask("wages", thread="t")
    assert [item.id for item in first.evidence] == ["E1"] == [item.id for item in again.evidence]
    assert first.tools[0].name == "lookup_salary" and first.tools[0].ok


def test_a_failing_tool_is_a_result_that_says_so(coach: Coach) -> None:
    reply = coach.ask("fail", thread="t")
    assert reply.tools[0].ok is False
    assert reply.tools[0].error == "The wage table is missing."
    assert "The wage table is missing." in reply.reply


def test_a_policy_that_never_has_enough_is_stopped(coach: Coach) -> None:
    reply = coach.ask("wages endless", thread="t")
    assert 1 < len(reply.tools) <= min(MAX_CALLS, MAX_ROUNDS)


def test_events_tell_of_the_tools_and_end_with_the_reply(coach: Coach) -> None:
    events = list(coach.stream("wages", thread="t"))
    kinds = [type(event) for event in events]
    assert kinds.index(ToolStarted) < kinds.index(ToolFinished) < kinds.index(TurnFinished) == len(kinds) - 1


def test_a_new_thread_without_a_name(coach: Coach) -> None:
    first, second = coach.ask("hello"), coach.ask("hello")
    assert first.thread != second.thread


def test_threads_belong_to_their_user(coach: Coach) -> None:
    coach.ask("hello", thread="t", user="ana")
    with pytest.raises(ThreadError, match="another user"):
        coach.ask("hello", thread="t", user="ben")
    assert [summary.thread for summary in coach.threads(user="ana")] == ["t"]
    assert coach.threads(user="ben") == []


@pytest.mark.parametrize("message", ["", "  \n", "a\x00b", "bell\x07", "\ud800", "x" * 50_001])
def test_what_is_not_a_message_is_refused(coach: Coach, message: str) -> None:
    with pytest.raises(UsageError):
        coach.ask(message, thread="t")
    assert coach.where("t") is None


@pytest.mark.parametrize("thread", ["", " ", "x" * 129, "a\nb", "\x1b[0m"])
def test_what_is_not_a_thread_id_is_refused(coach: Coach, thread: str) -> None:
    with pytest.raises(UsageError):
        coach.ask("hello", thread=thread)


def test_forgetting_leaves_no_trace_in_the_file(coach: Coach, own_home: Path) -> None:
    coach.ask("a very telling sentence", thread="t")
    assert coach.forget(thread="t") == 1
    coach.close()
    remains = b"".join(path.read_bytes() for path in own_home.glob("threads.sqlite*"))
    assert b"very telling" not in remains
    with pytest.raises(ThreadError):
        coach.show("t")


class BrokenPolicy(ScriptedPolicy):
    """Fails on "break" the way a fault of ours would."""

    def understand(self, state: CoachState, context: CoachContext) -> Understanding:
        if state["messages"][-1].text == "break":
            raise ArithmeticError("a fault of ours")
        return super().understand(state, context)


def test_a_turn_that_failed_does_not_block_the_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agent.session.runner.choose_policy", lambda _model: BrokenPolicy())
    with Coach() as coach:
        with pytest.raises(ArithmeticError):
            coach.ask("break", thread="t")
        assert coach.ask("hello", thread="t").reply == "You said: hello"


def test_a_turn_that_was_cancelled_is_not_taken_up_again(coach: Coach) -> None:
    events = coach.stream("wages", thread="t")
    assert isinstance(next(events), TurnStarted)
    assert isinstance(next(events), StepFinished)
    events.close()  # type: ignore[attr-defined] # a generator, as an iterator
    assert coach.ask("hello", thread="t").reply == "You said: hello"
    assert [message.text for message in coach.show("t").messages] == ["wages", "hello", "You said: hello"]


def test_a_message_sent_again_is_answered_once(coach: Coach) -> None:
    first = coach.ask("wages", thread="t", message_id="m1")
    assert coach.ask("wages", thread="t", message_id="m1").reply == first.reply
    assert len(coach.show("t").messages) == 2
    assert coach.ask("hello", thread="t", message_id="m1").reply == "You said: hello"
    assert coach.ask("wages", thread="t").reply == first.reply
    assert len(coach.show("t").messages) == 6


def test_a_remark_sent_again_while_a_plan_waits_is_answered_once(coach: Coach) -> None:
    coach.ask("plan tester", thread="t", message_id="m1")
    remarked = coach.ask("hours 5", thread="t", message_id="m2")
    said = len(coach.show("t").messages)
    again = coach.ask("hours 5", thread="t", message_id="m2")
    assert again.review == remarked.review and len(coach.show("t").messages) == said


def test_a_message_whose_turn_was_broken_off_is_answered_when_it_is_sent_again(coach: Coach) -> None:
    events = coach.stream("hello", thread="t", message_id="m1")
    assert isinstance(next(events), TurnStarted) and isinstance(next(events), StepFinished)
    events.close()  # type: ignore[attr-defined] # a generator, as an iterator
    assert coach.ask("hello", thread="t", message_id="m1").reply == "You said: hello"
    assert [message.text for message in coach.show("t").messages] == ["hello", "You said: hello"]


def test_what_a_turn_ends_with_is_what_was_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    told = Runner.ended
    seen = []

    def compared(self: Runner, run: Run) -> Standing:
        ended, stored = told(self, run), self.standing(run.thread, run.owner)
        assert ended == stored
        seen.append(ended.waiting)
        return ended

    monkeypatch.setattr(Runner, "ended", compared)
    with Coach(offline=True) as coach:
        coach.ask("What does a nurse earn in Ohio?", thread="one")
        coach.ask("I'm a nurse in Ohio. Make me a plan to become a data analyst.", thread="one")
        coach.ask("When am I done?", thread="one")
        coach.resume("one", reject="only 3 hours a week")
        coach.resume("one", approve=True)
    assert seen == [False, True, True, True, False]
