"""Many conversations through one Coach at once: under an event loop, from threads of the program, and both."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing
from typing import Any

import pytest

from agent.models import ReplyDocument
from agent.session.coach import Coach
from agent.session.events import ReplyText, TurnFinished, TurnStarted
from tests.fakes import scripted_tools
from tests.fakes_model import ScriptedChatModel, by_step
from tests.integration.model.server import READING, REPLY, WRITING
from tools.errors import DecisionError, ThreadBusyError, ThreadError

TARGET = {"field": "target_role", "op": "set", "value": "tester", "quote": "to be a tester"}
HOURS = {"field": "hours_per_week", "op": "set", "value": 5, "quote": "5 hours a week"}
PLAN = {**READING, "facts": [TARGET, HOURS], "lookups": [], "wants_plan": True}
WAIT_SECONDS = 0.4


class WaitingModel(ScriptedChatModel):
    """Answers after a while, and notes how many wait at once."""

    waiting: int = 0
    most: int = 0

    async def _agenerate(
        self, messages: Any, stop: Any = None, run_manager: Any = None, **kwargs: Any
    ) -> Any:
        self.waiting += 1
        self.most = max(self.most, self.waiting)
        await asyncio.sleep(WAIT_SECONDS)
        self.waiting -= 1
        return self._generate(messages, **kwargs)


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> WaitingModel:
    monkeypatch.setattr("tools.registry.load_tools", scripted_tools)
    return WaitingModel(script=[by_step(read_message=PLAN, write_reply=REPLY, write_plan=WRITING)])


@pytest.fixture
def thoughtful(model: WaitingModel) -> Iterator[Coach]:
    with Coach(model) as session:
        yield session


def test_a_whole_conversation_is_awaited(thoughtful: Coach) -> None:
    async def talk() -> list[ReplyDocument]:
        drafted = await thoughtful.aask("I want to be a tester. Make my plan.", thread="t")
        again = await thoughtful.aresume("t", reject="only 5 hours a week")
        events = [event async for event in thoughtful.astream_resume("t", approve=True)]
        assert isinstance(events[0], TurnStarted) and isinstance(events[-1], TurnFinished)
        return [drafted, again, events[-1].reply]

    drafted, again, done = asyncio.run(talk())
    assert [each.status for each in (drafted, again)] == ["awaiting_approval"] * 2
    assert again.profile.hours_per_week == 5
    assert done.status == "delivered" and done.plan and done.plan.approval
    assert thoughtful.remembered() == done.profile


def test_the_pieces_of_an_awaited_reply_are_the_reply(coach: Coach) -> None:
    async def told() -> list[Any]:
        return [event async for event in coach.astream("wages", thread="t")]

    events = asyncio.run(told())
    pieces = [event.text for event in events if isinstance(event, ReplyText)]
    assert "".join(pieces) == events[-1].reply.reply


def test_cv_posting_and_progress_are_awaited(coach: Coach) -> None:
    async def talk() -> ReplyDocument:
        await coach.aread_cv("Ann Example\nTester", thread="t")
        await coach.aread_posting("Tester wanted\nSQL", thread="t")
        await coach.aask("plan tester", thread="t")
        await coach.aresume("t", approve=True)
        return await coach.arecord_progress("t", lost_weeks=2)

    assert asyncio.run(talk()).status == "awaiting_approval"


def test_what_is_refused_is_refused_before_anything_waits(coach: Coach) -> None:
    with pytest.raises(DecisionError):
        coach.astream_resume("t", approve=True, reject="no")
    with pytest.raises(ThreadError):
        asyncio.run(coach.aresume("unknown", approve=True))


def test_models_are_waited_for_side_by_side_and_the_loop_goes_on(
    thoughtful: Coach, model: WaitingModel
) -> None:
    thoughtful.prepare()
    late: list[float] = []

    async def tick() -> None:
        loop = asyncio.get_running_loop()
        while True:
            before = loop.time()
            await asyncio.sleep(0.01)
            late.append(loop.time() - before)

    async def talk() -> list[ReplyDocument]:
        ticking = asyncio.create_task(tick())
        replies = await asyncio.gather(
            *(thoughtful.aask("I want to be a tester. Make my plan.", thread=f"t{at}") for at in range(5))
        )
        ticking.cancel()
        return replies

    replies = asyncio.run(talk())
    assert [reply.status for reply in replies] == ["awaiting_approval"] * 5
    assert len({reply.thread for reply in replies}) == 5
    assert model.most == 5
    assert len(late) > 10


def test_who_stops_listening_leaves_a_thread_that_goes_on(thoughtful: Coach) -> None:
    async def stop() -> None:
        async with aclosing(thoughtful.astream("I want to be a tester. Make my plan.", thread="t")) as events:
            async for _event in events:
                break

    async def cancel() -> None:
        task = asyncio.create_task(thoughtful.aask("Hello, what can you do?", thread="t"))
        await asyncio.sleep(WAIT_SECONDS / 2)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(stop())
    asyncio.run(cancel())
    assert thoughtful.ask("I want to be a tester. Make my plan.", thread="t").status == "awaiting_approval"


def test_a_thread_has_one_writer_at_a_time(thoughtful: Coach) -> None:
    async def talk() -> list[Any]:
        asked = (thoughtful.aask("I want to be a tester. Make my plan.", thread="t") for _ in range(3))
        return await asyncio.gather(*asked, return_exceptions=True)

    outcomes = asyncio.run(talk())
    assert sum(isinstance(each, ReplyDocument) for each in outcomes) == 1
    assert sum(isinstance(each, ThreadBusyError) for each in outcomes) == 2


def test_threads_of_the_program_share_a_coach(coach: Coach) -> None:
    with ThreadPoolExecutor(8) as pool:
        replies = [*pool.map(lambda at: coach.ask(f"hello {at}", thread=f"t{at}"), range(16))]
    assert [reply.reply for reply in replies] == [f"You said: hello {at}" for at in range(16)]


def test_a_turn_may_be_told_from_one_thread_after_another(coach: Coach) -> None:
    """As web servers do with a generator; its lock must be free afterwards."""
    events = coach.stream("hello", thread="t")
    with ThreadPoolExecutor(1) as first, ThreadPoolExecutor(1) as second:
        pools, told = [first, second], 0
        while pools[told % 2].submit(next, events, None).result() is not None:
            told += 1
    assert told > 2
    assert coach.ask("hello again", thread="t").reply == "You said: hello again"
