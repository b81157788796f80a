"""Nothing is written outside COACH_HOME and nothing is reported to anybody."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

ROOT = Path(__file__).parents[2]

_TURN = """
from agent import Coach
with Coach(offline=True) as coach:
    coach.ask("I want to be a data analyst, 5 hours a week. Make my plan.", thread="t")
    coach.resume("t", approve=True)
"""


@pytest.mark.slow
def test_a_whole_conversation_writes_to_the_home_of_the_coach_alone(tmp_path: Path) -> None:
    person, home = tmp_path / "person", tmp_path / "coach"
    person.mkdir()
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "ORT_"))}
    environment |= {"HOME": str(person), "COACH_HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, "-c", _TURN], env=environment, cwd=tmp_path, check=True, timeout=300)
    assert home.is_dir()
    assert [str(path) for path in person.rglob("*")] == []
    assert {path.name for path in tmp_path.iterdir()} == {"person", "coach"}


_SERVED = """
from agent.serving import graph
graph.compile().invoke({"messages": [("user", "Hello, I live in Toledo.")]})
from langchain_core.tracers.langchain import wait_for_all_tracers
wait_for_all_tracers()
"""


@contextmanager
def _langsmith() -> Iterator[tuple[str, list[str]]]:
    """A server in the place of LangSmith's, and what it is asked."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"{}")

        do_GET = do_POST = do_PATCH = _answer  # noqa: N815 # the library looks for these names

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


@pytest.mark.slow
@pytest.mark.network
@pytest.mark.parametrize("asked_for", [False, True])
def test_a_served_graph_is_traced_only_when_asked_for(own_home: Path, asked_for: bool) -> None:
    """LangSmith's own switches are set, as on a machine where other programs are traced."""
    with _langsmith() as (address, asked):
        switches = {
            "LANGSMITH_TRACING": "true",
            "LANGSMITH_API_KEY": "lsv2_none",
            "LANGSMITH_ENDPOINT": address,
        }
        own = {"COACH_TRACING": "true"} if asked_for else {}
        environment = {**os.environ, **switches, **own, "COACH_HOME": str(own_home)}
        subprocess.run([sys.executable, "-c", _SERVED], env=environment, cwd=ROOT, check=True, timeout=300)
        assert any("runs" in path for path in asked) is asked_for, asked


def test_langgraphs_command_reports_nothing_as_it_is_started_here() -> None:
    """`langgraph dev` tells its makers of each start unless it is told not to."""
    places = [ROOT / "Makefile", *(ROOT / "docs").glob("*.md"), *(ROOT / "deploy").iterdir()]
    started = [
        line
        for place in places
        for line in place.read_text(encoding="utf-8").splitlines()
        if re.search(r"(bin|\(BIN\))/langgraph dev", line)
    ]
    assert len(started) >= 2
    assert all("LANGGRAPH_CLI_NO_ANALYTICS=1" in line for line in started), started
