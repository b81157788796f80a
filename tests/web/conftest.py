"""A window on the page without a server: requests go straight to the application."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup

from agent.session.coach import Coach
from tests.fakes import ScriptedPolicy

HOST, TOKEN = "127.0.0.1:8000", "a-token"


class Window:
    """What a browser sends from the page, and what comes back, redirects followed."""

    def __init__(self, app: Any) -> None:
        self._app = app

    def ask(self, method: str, path: str, **more: Any) -> Any:
        """Any request; `path` from the root, `headers` beside or instead of the page's own."""
        return asyncio.run(self.ask_async(method, path, **more))

    async def ask_async(
        self, method: str, path: str, *, headers: dict[str, str] | None = None, **more: Any
    ) -> Any:
        import httpx

        transport = httpx.ASGITransport(app=self._app)
        async with httpx.AsyncClient(
            transport=transport, base_url=f"http://{HOST}", follow_redirects=True
        ) as client:
            own = {"Origin": f"http://{HOST}"}
            return await client.request(method, path, headers=own | (headers or {}), **more)

    def get(self, path: str) -> Any:
        return self.ask("GET", f"/{TOKEN}/{path}")

    def show(self, thread: str = "t1") -> BeautifulSoup:
        return soup(self.get(f"?thread={thread}"))

    def send(self, action: str, *, status: int = 200, thread: str = "t1", **fields: Any) -> BeautifulSoup:
        """A form of the page; `fields` may have names with dots ("M1.hours") by a dictionary."""
        answer = self.ask("POST", f"/{TOKEN}/{action}", data={"thread": thread, **fields})
        assert answer.status_code == status, answer.text
        return soup(answer)

    def say(self, message: str, **how: Any) -> BeautifulSoup:
        return self.send("say", message=message, **how)

    def decide(self, decision: str, page: BeautifulSoup | None = None, /, **fields: Any) -> BeautifulSoup:
        """A decision on the draft that `page` shows, else on the one that waits now."""
        draft = (page or self.show()).find("input", {"name": "draft"})
        return self.send("decide", decision=decision, draft=draft["value"] if draft else "", **fields)


def soup(answer: Any) -> BeautifulSoup:
    return BeautifulSoup(answer.text, "html.parser")


def text(page: BeautifulSoup, selector: str) -> str:
    """What stands in the elements of this selector, on one line."""
    return " ".join(" ".join(found.get_text(" ") for found in page.select(selector)).split())


@pytest.fixture
def coach(policy: ScriptedPolicy) -> Iterator[Coach]:
    with Coach() as session:
        yield session


@pytest.fixture
def window(coach: Coach) -> Window:
    from agent.web.app import Page

    return Window(Page(coach, token=TOKEN, hosts=(HOST, "localhost:8000")).app)
