"""The page in a real browser: by keyboard alone, on a narrow screen, loaded anew, in two windows, for a screen reader."""

import asyncio
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import AsyncGenerator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from agent.session.coach import Coach
from agent.session.events import Event, ReplyText, ToolStarted
from tests.web.conftest import TOKEN

ROOT = Path(__file__).parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PLAN = "I know Excel. Make me a plan to become a data analyst, 6 hours a week."

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.network,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed here"),
]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The command itself, as a person starts it."""
    settings = {"COACH_HOME": str(tmp_path_factory.mktemp("home")), "COACH_TODAY": "2026-11-28"}
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("COACH_", "OPENAI_"))}
    code = "import sys; from agent.terminal.cli import main; sys.exit(main(['web', '--no-browser']))"
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, env=clean | settings, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        assert server.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/\S+/", server.stdout.readline())
        assert found is not None
        yield found[0]
        server.send_signal(signal.SIGINT)
        assert server.wait(10) == 0 and "Stopped" in server.stdout.read()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def context(browser: Any, address: str) -> Iterator[Any]:
    """A browser of its own, in which no script may fail and nothing may be asked from elsewhere."""
    wrong: list[str] = []
    opened = browser.new_context(viewport={"width": 1280, "height": 800})
    opened.set_default_timeout(30_000)

    def asked(request: Any) -> None:
        if not request.url.startswith((address, "data:")):
            wrong.append(request.url)

    opened.on("request", asked)
    opened.on("weberror", lambda failed: wrong.append(str(failed.error)))
    yield opened
    opened.close()
    assert not wrong


def start(context: Any, address: str) -> Any:
    page = context.new_page()
    page.goto(address)
    return page


def say(page: Any, words: str) -> None:
    """Type a message where the focus stands, send it with Enter and wait for the reply."""
    count = page.locator("#log article.coach").count()
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    page.locator("#log article.coach").nth(count).wait_for()


def tab_to(page: Any, name: str, *, back: bool = False) -> None:
    """Tab until what has the focus is called `name`."""
    for _ in range(120):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        focused = page.evaluate(
            "document.activeElement.innerText || document.activeElement.labels?.[0]?.innerText"
        )
        if name in (focused or ""):
            return
    pytest.fail(f"{name} cannot be reached with Tab")


def test_from_hello_to_a_delivered_plan_by_keyboard_alone(context: Any, address: str) -> None:
    page = start(context, address)
    say(page, "Hello")
    say(page, "I'm a nurse in Toledo. What do data analysts earn here?")
    assert "$" in page.locator("#log article.coach").nth(1).inner_text()
    say(page, PLAN)
    tab_to(page, "Change M1")
    page.keyboard.press("Enter")
    tab_to(page, "Title")
    page.keyboard.press("Control+A")
    page.keyboard.type("Python first")
    tab_to(page, "Draft anew with my changes")
    page.keyboard.press("Enter")
    page.locator("#plan h4", has_text="M1 Python first").wait_for()
    assert (
        page.evaluate("document.activeElement.id") == "plan-title"
    )  # the focus is not lost with what was replaced
    tab_to(page, "Reject, with a reason")
    page.keyboard.press("Enter")
    tab_to(page, "What should be different?")
    page.keyboard.type("only 5 hours a week")
    tab_to(page, "Reject and draft anew")
    page.keyboard.press("Enter")
    page.locator("#plan .summary", has_text="5 hours a week").wait_for()
    assert "M1 Python first" in page.locator("#plan").inner_text()
    tab_to(page, "Approve and deliver")
    page.keyboard.press("Enter")
    page.locator("#plan h2", has_text="Your plan, version 1").wait_for()
    with page.expect_download() as download:
        tab_to(page, "Calendar")
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "career-plan-1.ics"
    tab_to(page, "M1 Python first")
    page.keyboard.press("Space")
    tab_to(page, "Record it and plan the rest anew")
    page.keyboard.press("Enter")
    page.locator("#plan h2", has_text="Draft plan, version 2").wait_for()
    playwright.expect(page.locator("#log article.person").last).to_be_in_viewport()
    # The panes scroll, not the page.
    assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")


def test_a_reply_shows_as_it_is_written(browser: Any, coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    written = threading.Event()
    turn = coach.astream

    async def slow(*said: Any, **how: Any) -> AsyncGenerator[Event, None]:
        yield ToolStarted(name="lookup_salary", args={"role": "tester"})
        yield ReplyText(text="The **first** half")
        await asyncio.to_thread(written.wait, 15)
        async for event in turn(*said, **how):
            yield event

    monkeypatch.setattr(coach, "astream", slow)
    with served(coach) as address:
        windows = [start(browser, address) for _ in range(2)]
        windows[1].goto(windows[0].url)
        windows[0].locator("#message").fill("wages")
        windows[0].get_by_role("button", name="Send").click()
        for window in windows:
            window.locator("#now .coach strong", has_text="first").wait_for()
            assert window.locator("#activity").inner_text() == "Looking up wages: tester"
            assert not window.locator("#log article").count()
        written.set()
        for window in windows:
            window.locator("#log article.coach", has_text="You said: wages").wait_for()
            assert window.locator("#now").is_hidden() and not window.locator("#activity").inner_text()
            window.close()


@contextmanager
def served(coach: Coach) -> Iterator[str]:
    """The page of this Coach in a thread of this process."""
    import uvicorn

    from agent.web.app import Page

    with socket.create_server(("127.0.0.1", 0)) as listener:
        host = f"127.0.0.1:{listener.getsockname()[1]}"
        page = Page(coach, token=TOKEN, hosts=[host])
        server = uvicorn.Server(uvicorn.Config(page.app, log_config=None, lifespan="off", ws="none"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        yield f"http://{host}/{TOKEN}/"
        page.close()
        server.should_exit = True
        thread.join()


@pytest.mark.parametrize("width", [320, 390, 768])
def test_a_narrow_screen_shows_all_and_scrolls_one_way(context: Any, address: str, width: int) -> None:
    page = start(context, address)
    page.set_viewport_size({"width": width, "height": 700})
    say(page, "I'm a nurse in Toledo. What do data analysts earn here?")
    say(page, PLAN)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("#message").is_visible() and page.locator("#say button").is_visible()
    page.get_by_role("link", name="The plan that waits").click()
    playwright.expect(page.locator("#plan-title")).to_be_in_viewport()
    for summary in page.locator("#plan summary").all():
        summary.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_loaded_anew_in_the_middle_everything_is_there(context: Any, address: str) -> None:
    page = start(context, address)
    page.keyboard.type(PLAN)
    page.keyboard.press("Enter")
    page.keyboard.type("not sent yet")
    page.reload()
    page.locator("#plan").wait_for()
    assert page.locator("#log article.person").count() == 1 and PLAN in page.locator("#log").inner_text()
    assert page.locator("#message").input_value() == "not sent yet"
    page.locator("summary", has_text="Change M1").click()
    page.locator("[name='M1.title']").fill("Mine")
    page.reload()
    assert page.locator("[name='M1.title']").input_value() == "Mine"
    assert page.locator("[name='M1.title']").is_visible()


def test_two_windows_show_the_same_and_the_older_one_is_asked_again(context: Any, address: str) -> None:
    first = start(context, address)
    say(first, PLAN)
    second = start(context, first.url)
    first.bring_to_front()
    first.locator("#message").focus()
    say(first, "What about the pay?")
    second.locator("#log article.coach").nth(1).wait_for()
    assert second.locator("#log").inner_text() == first.locator("#log").inner_text()
    second.locator("summary", has_text="Change M1").click()
    second.locator("[name='M1.title']").fill("Half typed")
    first.locator("summary", has_text="Reject").click()
    first.locator("#reason").fill("only 5 hours a week")
    first.get_by_role("button", name="Reject and draft anew").click()
    first.locator("#plan .summary", has_text="5 hours a week").wait_for()
    second.locator("#changed").wait_for()
    assert second.locator("[name='M1.title']").input_value() == "Half typed"
    second.once("dialog", lambda dialog: dialog.dismiss())
    with second.expect_event("dialog") as question:
        second.get_by_role("button", name="Approve and deliver").click()
    assert "without your changes" in question.value.message
    second.once("dialog", lambda dialog: dialog.accept())
    second.get_by_role("button", name="Approve and deliver").click()
    second.locator("#log article.coach", has_text="earlier draft").wait_for()
    first.locator("#log article.coach", has_text="earlier draft").wait_for()
    assert "Draft plan" in second.locator("#plan h2").inner_text()
    second.get_by_role("button", name="Approve and deliver").click()
    for window in (second, first):
        window.locator("#plan h2", has_text="Your plan, version 1").wait_for()


def test_many_windows_leave_each_other_room(context: Any, address: str) -> None:
    hide = "Object.defineProperty(document, 'hidden', {value: true}); document.dispatchEvent(new Event('visibilitychange'))"
    for _ in range(7):  # a browser opens at most six connections to one place
        start(context, address).evaluate(hide)
    say(start(context, address), "Hello")


def test_it_works_without_a_script(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = start(context, address)
    page.locator("#message").fill(PLAN)
    page.get_by_role("button", name="Send").click()
    page.get_by_role("button", name="Approve and deliver").click()
    page.locator("#plan h2", has_text="Your plan, version 1").wait_for()
    context.close()


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed (npm install --no-save axe-core)")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(context: Any, address: str, scheme: str) -> None:
    page = start(context, address)
    page.emulate_media(color_scheme=scheme)
    _hold_to_axe(page)
    say(page, "I'm a nurse in Toledo. What do data analysts earn here?")
    say(page, PLAN)
    for summary in page.locator("summary").all():
        summary.click()
    _hold_to_axe(page)
    page.set_viewport_size({"width": 390, "height": 700})
    _hold_to_axe(page)
    page.get_by_role("button", name="Approve and deliver").click()
    page.locator("#progress").wait_for()
    _hold_to_axe(page)
    page.get_by_role("link", name="All conversations").click()
    _hold_to_axe(page)


def _hold_to_axe(page: Any) -> None:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")["violations"]
    assert not [(each["id"], [node["html"] for node in each["nodes"]]) for each in found]
