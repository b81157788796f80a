"""Only this machine's browser, with the token, from the page itself; and nothing comes from elsewhere."""

import re
from pathlib import Path

import pytest

import agent.web
from tests.web.conftest import HOST, TOKEN, Window, soup


@pytest.mark.parametrize(
    "host", ["evil.example:8000", "127.0.0.1:9", "127.0.0.1", "localhost.evil.example:8000"]
)
def test_another_host_is_refused(window: Window, host: str) -> None:
    answer = window.ask("GET", f"/{TOKEN}/?thread=t1", headers={"Host": host})
    assert answer.status_code == 421 and "127.0.0.1" in answer.text


@pytest.mark.parametrize(
    "origin", ["http://evil.example", f"https://{HOST}", "null", "", f"http://{HOST}.evil.example"]
)
def test_what_another_origin_sends_is_refused(window: Window, origin: str) -> None:
    form = {"thread": "t1", "message": "hello"}
    answer = window.ask("POST", f"/{TOKEN}/say", headers={"Origin": origin}, data=form)
    assert answer.status_code == 403
    assert not window.show().select("#log article")


@pytest.mark.parametrize(
    "path", ["/", "/wrong/", "/wrong/?thread=t1", f"/{TOKEN[:-1]}/", "//", "/static/page.js"]
)
def test_without_the_token_nothing_is_shown(window: Window, path: str) -> None:
    answer = window.ask("GET", path)
    assert answer.status_code == 403 and "token" in answer.text
    assert window.ask("POST", path, data={"thread": "t1", "message": "hello"}).status_code == 403


def test_both_names_of_this_machine_work(window: Window) -> None:
    assert window.ask("GET", f"/{TOKEN}/?thread=t1", headers={"Host": "localhost:8000"}).status_code == 200


def test_the_token_stays_here_and_nothing_may_be_loaded_from_elsewhere(window: Window) -> None:
    answer = window.get("?thread=t1")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "unsafe" not in policy
    assert (
        answer.headers["referrer-policy"] == "same-origin" and answer.headers["cache-control"] == "no-store"
    )
    for element in soup(answer).select("[src], link[href]"):
        assert str(element.get("src") or element.get("href")).startswith(("static/", "data:,"))


def test_no_script_or_style_names_another_place() -> None:
    files = [
        path for path in Path(agent.web.__path__[0]).rglob("*") if path.suffix in (".js", ".css", ".html")
    ]
    assert len(files) >= 6
    for path in files:
        assert not re.search(r"https?:|//\w+\.|@import|url\(", path.read_text(encoding="utf-8")), path


def test_the_scripts_are_served_with_the_page(window: Window) -> None:
    for element in window.show().select("script[src], link[rel=stylesheet]"):
        assert window.get(str(element.get("src") or element.get("href"))).status_code == 200


def test_an_unknown_page_is_said_so(window: Window) -> None:
    answer = window.get("nothing")
    assert answer.status_code == 404 and "no such page" in answer.text
