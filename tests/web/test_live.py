"""Turns that run: every window is told the same, and a turn does not depend on the window that asked for it."""

import asyncio
import json
from collections.abc import AsyncGenerator, Callable
from contextlib import suppress
from typing import Any

import pytest
from blockbuster import BlockBuster

from agent.models import Answer
from agent.session.coach import Coach
from agent.session.events import Event, ReplyText, StepFinished, TurnStarted
from agent.web.live import Live
from tests.web.conftest import HOST, TOKEN, Window, soup, text
from tools.errors import CoachError, ThreadBusyError


async def _turn(gate: asyncio.Event, error: CoachError | None = None) -> AsyncGenerator[Event, None]:
    yield TurnStarted(thread="t1")
    yield ReplyText(text="**Half** of")
    await gate.wait()
    if error is not None:
        raise error
    yield StepFinished(step="answer")


async def _told(live: Live, until: Callable[[dict[str, object]], bool]) -> list[dict[str, object]]:
    """What one window is told, up to and with what `until` says yes to."""
    states: list[dict[str, object]] = []
    async for event in live.watch():
        states.append(json.loads(event.removeprefix("data: ")))
        if until(states[-1]):
            return states
    return states


def test_two_windows_are_told_the_same_while_it_runs_and_when_it_ends() -> None:
    async def scene() -> None:
        live, gate = Live(), asyncio.Event()
        windows = [asyncio.create_task(_told(live, lambda state: state["revision"] == 1)) for _ in range(2)]
        turn = asyncio.create_task(live.play(_turn(gate)))
        late = await _told(live, lambda state: state["html"] != "")
        assert late[-1]["html"] == "<p><strong>Half</strong> of</p>\n" and late[-1]["activity"]
        gate.set()
        await turn
        for states in await asyncio.gather(*windows):
            assert any(state["html"] for state in states)
            assert states[-1] == {"revision": 1, "activity": "", "html": "", "error": ""}

    asyncio.run(scene())


def test_a_turn_ends_although_its_window_went_away() -> None:
    async def scene() -> None:
        live, gate = Live(), asyncio.Event()
        window = asyncio.create_task(live.play(_turn(gate)))
        await _told(live, lambda state: state["html"] != "")
        window.cancel()
        with suppress(asyncio.CancelledError):
            await window
        with pytest.raises(ThreadBusyError):
            await live.play(_turn(gate))
        gate.set()
        assert (await _told(live, lambda state: state["revision"] == 1))[-1]["error"] == ""

    asyncio.run(scene())


def test_what_goes_wrong_is_told_to_every_window() -> None:
    async def scene() -> None:
        live, gate = Live(), asyncio.Event()
        gate.set()
        with pytest.raises(CoachError):
            await live.play(_turn(gate, CoachError("It broke.", "Mend it.")))
        assert (await _told(live, lambda _: True))[-1]["error"] == "It broke. Mend it."
        await live.play(_turn(gate))
        assert (await _told(live, lambda _: True))[-1]["error"] == ""

    asyncio.run(scene())


def test_windows_are_let_go_at_the_end() -> None:
    async def scene() -> None:
        live = Live()
        window = asyncio.create_task(_told(live, lambda _: False))
        await asyncio.sleep(0)
        live.close()
        assert len(await asyncio.wait_for(window, 5)) == 1

    asyncio.run(scene())


def test_nothing_blocks_the_event_loop(window: Window) -> None:
    async def talk() -> None:
        guard = BlockBuster(["agent", "tools"])
        guard.activate()
        try:
            for action, fields in (
                ("say", {"message": "plan tester"}),
                ("decide", {"decision": "reject", "reason": "hours 5", "draft": "another"}),
                ("decide", {"decision": "change", "M1.title": "Start", "draft": "another"}),
                ("progress", {"done": "M1"}),
                ("say", {"message": ""}),
            ):
                answer = await window.ask_async("POST", f"/{TOKEN}/{action}", data={"thread": "t1", **fields})
                assert answer.status_code == (200 if answer.history else 422)
            for path in ("threads", "export?thread=t1&format=md", "static/page.css", "nothing"):
                assert (await window.ask_async("GET", f"/{TOKEN}/{path}")).status_code in (200, 404, 422)
        finally:
            guard.deactivate()

    asyncio.run(talk())


def test_a_page_loaded_in_the_middle_shows_what_is_done(
    coach: Coach, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    from agent.web.app import Page

    app = Page(coach, token=TOKEN, hosts=(HOST,)).app
    asking = Window(app)
    pages = []
    answer = coach._open()._policy.answer

    def slow(*given: Any) -> Answer:
        pages.append(soup(asyncio.run(asking.ask_async("GET", f"/{TOKEN}/?thread=t1"))))
        return answer(*given)

    monkeypatch.setattr(coach._open()._policy, "answer", slow)
    asking.say("wages")
    (during,) = pages
    assert text(during, "#activity") and [found["class"] for found in during.select("#log article")] == [
        ["person"]
    ]
