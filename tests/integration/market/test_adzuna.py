"""The Adzuna adapter against a local server that speaks its format."""

import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from urllib.parse import parse_qs, urlsplit

import pytest
from pydantic import SecretStr

from tools import market
from tools.market import adzuna
from tools.market.adzuna import Adzuna
from tools.market.feeds import FeedError
from tools.salary.place import resolve

pytestmark = pytest.mark.network

ID, KEY = "b1946ac9", "591785b794601e212b260e25925636fd"
ANSWER = {
    "__CLASS__": "Adzuna::API::Response::JobSearchResults",
    "count": 1234,
    "mean": 131_245.67,
    "results": [
        {
            "__CLASS__": "Adzuna::API::Response::Job",
            "id": "5",
            "title": "Carpenter",
            "salary_is_predicted": "1",
            "company": {"display_name": "Somebody Ltd", "__CLASS__": "Adzuna::API::Response::Company"},
            "location": {"area": ["US", "Ohio"], "display_name": "Ohio"},
        }
    ],
}


@dataclass
class Server:
    """What the server answers next (the last one for ever), and what it was asked."""

    url: str = ""
    answers: list[tuple[int, bytes]] = field(default_factory=lambda: [(200, json.dumps(ANSWER).encode())])
    asked: list[tuple[str, dict[str, list[str]]]] = field(default_factory=list)
    slow: Event | None = None


@pytest.fixture
def server() -> Iterator[Server]:
    state = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            address = urlsplit(self.path)
            state.asked.append((address.path, parse_qs(address.query)))
            if state.slow is not None:
                state.slow.wait(5)
                return
            status, body = state.answers.pop(0) if len(state.answers) > 1 else state.answers[0]
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
            """Keep the test's output quiet."""

    service = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=service.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    state.url = f"http://127.0.0.1:{service.server_port}/v1/api/jobs"
    yield state
    if state.slow is not None:
        state.slow.set()
    service.shutdown()
    thread.join()
    service.server_close()


@pytest.fixture
def configured(server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    monkeypatch.setenv("COACH_ADZUNA_APP_ID", ID)
    monkeypatch.setenv("COACH_ADZUNA_APP_KEY", KEY)
    monkeypatch.setenv("COACH_ADZUNA_URL", server.url)
    monkeypatch.setenv("COACH_FEED_TIMEOUT_SECONDS", "1")
    return server


def feed(server: Server, now: list[float] | None = None, timeout: float = 2.0) -> Adzuna:
    clock = now or [1_800_000_000.0]
    return Adzuna(SecretStr(ID), SecretStr(KEY), url=server.url, timeout=timeout, clock=lambda: clock[0])


def test_the_summary_holds_the_live_postings(configured: Server) -> None:
    document = market.summarize("carpenter", "Ohio")
    live = {fact.label: fact for fact in document.trends if fact.source == "Adzuna"}
    assert live["open postings"].value == 1234 and live["open postings"].unit == "postings"
    assert live["mean advertised pay"].value == 131_246 and live["mean advertised pay"].unit == "USD/year"
    assert live["open postings"].place == "Ohio" and live["open postings"].period
    assert any(evidence.source.publisher == "Adzuna" for evidence in document.evidence)
    path, query = configured.asked[0]
    assert path == "/v1/api/jobs/us/search/1"
    assert query["what"] == ["carpenter"] and query["where"] == ["Ohio"]
    assert query["app_id"] == [ID] and query["app_key"] == [KEY]


def test_a_country_abroad_is_counted_in_its_currency(configured: Server) -> None:
    document = market.summarize("carpenter", "London")
    assert configured.asked[0][0].endswith("/gb/search/1")
    assert {fact.unit for fact in document.trends} == {"postings", "GBP/year"}
    assert document.demand == [] and document.area is None


def test_a_country_it_does_not_cover_is_said(configured: Server) -> None:
    document = market.summarize("carpenter", "Japan")
    assert configured.asked == []
    assert any("Adzuna" in note and "not a country it covers" in note for note in document.notes)


def test_an_answer_is_kept_for_a_day(server: Server) -> None:
    now = [1_800_000_000.0]
    for _ in range(3):
        assert feed(server, now).postings("carpenter", resolve("Ohio")).count == 1234
    assert len(server.asked) == 1
    now[0] += adzuna.FRESH_SECONDS + 1
    feed(server, now).postings("carpenter", resolve("Ohio"))
    feed(server, now).postings("carpenter", resolve("Texas"))
    assert len(server.asked) == 3


def test_a_damaged_cache_is_asked_for_anew(server: Server, own_home: Path) -> None:
    feed(server).postings("carpenter", resolve("Ohio"))
    for path in (own_home / "cache" / "adzuna").glob("*.json"):
        path.write_bytes(b"\xff{not json")
    assert feed(server).postings("carpenter", resolve("Ohio")).count == 1234
    assert len(server.asked) == 2


def test_a_busy_server_is_asked_again(server: Server) -> None:
    server.answers = [(503, b"busy"), (429, b"slow down"), (200, json.dumps(ANSWER).encode())]
    assert feed(server, timeout=8).postings("carpenter", resolve("Ohio")).count == 1234
    assert len(server.asked) == 3


@pytest.mark.parametrize(
    ("status", "body", "problem"),
    [
        (503, b"", "status 503"),
        (401, b'{"exception": "AUTH_FAIL"}', "refuses the keys"),
        (410, b"", "status 410"),
        (302, b"", "status 302"),
        (200, b"<html>", "cannot be read"),
        (200, b'{"count": "many"}', "cannot be read"),
        (200, b'{"count": -4}', "cannot be read"),
        (200, b'{"count": 4, "mean": Infinity}', "cannot be read"),
        (200, b"\xff\xfe\x00", "cannot be read"),
    ],
)
def test_a_failing_feed_is_said_and_the_summary_goes_on(
    configured: Server, status: int, body: bytes, problem: str, own_home: Path
) -> None:
    configured.answers = [(status, body)]
    document = market.summarize("carpenter", "Ohio")
    assert document.demand and document.top_areas
    assert any("Adzuna are left out" in note and problem in note for note in document.notes)
    assert not any(fact.source == "Adzuna" for fact in document.trends)
    no_key_anywhere(document.model_dump_json(), own_home)


def test_a_server_that_is_not_there(configured: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_ADZUNA_URL", "http://127.0.0.1:9/v1/api/jobs")
    document = market.summarize("carpenter", "Ohio")
    assert any("cannot be reached" in note for note in document.notes) and document.demand


def test_a_slow_server_is_left_in_time(configured: Server) -> None:
    configured.slow = Event()
    document = market.summarize("carpenter", "Ohio")
    assert any("no answer within 1 seconds" in note for note in document.notes) and document.demand
    assert len(configured.asked) == 1


def test_the_allowance_is_kept(server: Server) -> None:
    now = [1_800_000_000.0]
    places = ["Ohio", "Texas", "Maine", "Iowa", "Utah"]
    roles = [f"role {number}" for number in range(5)]
    for role in roles:
        for place in places:
            feed(server, now).postings(role, resolve(place))
    with pytest.raises(FeedError, match="allowance of 25 calls"):
        feed(server, now).postings("one more", resolve("Ohio"))
    assert len(server.asked) == 25
    now[0] += 61
    feed(server, now).postings("one more", resolve("Ohio"))
    assert len(server.asked) == 26


def test_an_address_that_is_none_switches_the_feed_off(
    configured: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACH_ADZUNA_URL", "ftp://example.org")
    document = market.summarize("carpenter", "Ohio")
    assert any("COACH_ADZUNA_URL" in note for note in document.notes) and document.demand


def test_keys_stay_out_of_logs_caches_and_errors(
    configured: Server, own_home: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    document = market.summarize("carpenter", "Ohio")
    assert "search/1" in caplog.text, "the request itself is logged"
    assert ID not in caplog.text and KEY not in caplog.text
    no_key_anywhere(document.model_dump_json(), own_home)
    assert KEY not in repr(Adzuna(SecretStr(ID), SecretStr(KEY)).__dict__)


def no_key_anywhere(text: str, home: Path) -> None:
    assert ID not in text and KEY not in text
    written = list((home / "cache").rglob("*.json"))
    assert written
    for path in written:
        assert ID not in path.read_text(encoding="utf-8") and KEY not in path.read_text(encoding="utf-8")
