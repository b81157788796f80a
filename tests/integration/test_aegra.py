"""deploy/ as processes: two workers of Aegra on PostgreSQL and Redis, killed again and again while people talk to them."""

import hashlib
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

ROOT = Path(__file__).parents[2]
CLIENTS, KILLS, PATIENCE = 4, 20, 240.0
PLAN = "I'm a nurse in Ohio with 6 hours a week. Make me a plan to become a data analyst."

pytestmark = [pytest.mark.soak, pytest.mark.network]


class Worker:
    """One `aegra serve` with all that it starts, on a port of its own."""

    def __init__(self, program: Path, environment: dict[str, str], log: Path) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._program, self._environment, self._log = program, environment, log
        self.start()

    def start(self) -> None:
        place = ["--host", "127.0.0.1", "--port", str(self.port), "--config", "langgraph.json"]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [self._program, "serve", *place],
                cwd=ROOT / "deploy",
                env=self._environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def is_up(self) -> bool:
        with suppress(httpx.HTTPError):
            return httpx.get(f"{self.url}/health", timeout=5).status_code == 200
        return False

    def wait(self) -> None:
        for _ in range(240):
            if self.is_up():
                return
            time.sleep(0.5)
        raise AssertionError(self._log.read_text(errors="replace")[-2000:])

    def kill(self) -> None:
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()


class Person:
    """Talks to either worker. Where an answer was lost they read the thread, and say again only what it does not hold."""

    def __init__(self, workers: list[Worker], name: str) -> None:
        self._workers, self._headers = workers, {"Authorization": f"Bearer token of {name}"}
        self.threads: list[str] = []

    def converse(self, done: threading.Event) -> None:
        while not done.is_set():
            thread = str(uuid.uuid4())
            self._ask("POST", "/threads", thread_id=thread, if_exists="do_nothing")
            said = {"role": "user", "content": PLAN, "id": str(uuid.uuid4())}
            seen = self._until(
                thread, {"input": {"messages": [said]}}, lambda state: draft_of(state) is not None
            )
            first = draft_of(seen)
            reject = {"type": "reject", "message": "only 5 hours a week", "draft": first}
            changed = self._until(
                thread, resume(reject), lambda state, first=first: draft_of(state) not in (None, first)
            )
            approve = {"type": "approve", "draft": draft_of(changed)}
            self._until(thread, resume(approve), lambda state: bool(state["values"].get("delivered")))
            self.threads.append(thread)

    def state(self, thread: str) -> dict[str, Any]:
        return self._ask("GET", f"/threads/{thread}/state")

    def _until(self, thread: str, run: dict[str, Any], reached: Any) -> dict[str, Any]:
        """Say it until the thread has come there; nothing is sent while a run of the thread is still to end."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with suppress(httpx.HTTPError):
                self._once("POST", f"/threads/{thread}/runs/wait", {"assistant_id": "coach", **run})
            while time.monotonic() < end and self._ask("GET", f"/threads/{thread}")["status"] == "busy":
                time.sleep(0.5)
            state = self.state(thread)
            if reached(state):
                return state
        raise AssertionError(f"{thread}: {run} was not carried out")

    def _ask(self, method: str, path: str, **body: Any) -> dict[str, Any]:
        """Ask again, either worker, until one answers."""
        for _ in range(int(PATIENCE * 2)):
            with suppress(httpx.HTTPError):
                return self._once(method, path, body)
            time.sleep(0.5)
        raise AssertionError(f"no worker answers {path}")

    def _once(self, method: str, path: str, body: dict[str, Any]) -> dict[str, Any]:
        url = f"{random.choice(self._workers).url}{path}"
        answer = httpx.request(method, url, json=body or None, headers=self._headers, timeout=PATIENCE)
        answer.raise_for_status()
        found: dict[str, Any] = answer.json()
        return found


def draft_of(state: dict[str, Any]) -> str | None:
    """The digest of the draft that waits."""
    waiting = [each["value"] for task in state.get("tasks", []) for each in task.get("interrupts", [])]
    waiting = waiting or [each["value"] for each in state.get("interrupts", [])]
    return waiting[0]["action_requests"][0]["args"]["draft"] if waiting else None


def resume(decision: dict[str, Any]) -> dict[str, Any]:
    return {"command": {"resume": {"decisions": [decision]}}}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def aegra() -> Path:
    """Aegra's program beside this Python, in .venvs/ or on the path. Skips where there is none."""
    on_path = shutil.which("aegra")
    places = [
        Path(sys.executable).with_name("aegra"),
        *ROOT.glob(".venvs/*/bin/aegra"),
        *([Path(on_path)] if on_path else []),
    ]
    found = next((place for place in places if place.exists()), None)
    if found is None:
        pytest.skip("Aegra is not installed here (docs/serving.md, How it holds)")
    return found


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[str]:
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("Redis is not installed here")
    port = free_port()
    settings = ["--bind", "127.0.0.1", "--port", str(port), "--save", "", "--dir", str(tmp_path)]
    process = subprocess.Popen([program, *settings], stdout=subprocess.DEVNULL)
    yield f"redis://127.0.0.1:{port}/0"
    process.terminate()
    process.wait()


@pytest.fixture
def workers(redis: str, database_url: str, tmp_path: Path) -> Iterator[list[Worker]]:
    """Two, with the settings that compose.yaml and coach.env give them; only addresses and homes are the test's."""
    program = aegra()
    tokens = tmp_path / "tokens.txt"
    digests = [(name, hashlib.sha256(f"token of {name}".encode()).hexdigest()) for name in names()]
    tokens.write_text("\n".join(map(" ".join, digests)), encoding="utf-8")
    worker = yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text(encoding="utf-8"))["x-worker"]
    lines = (ROOT / "deploy" / worker["env_file"][0]).read_text(encoding="utf-8").splitlines()
    environment = dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    environment |= worker["environment"]
    addresses = {"DATABASE_URL": database_url, "COACH_DATABASE_URL": database_url, "REDIS_URL": redis}
    environment |= {**addresses, "COACH_TOKENS_FILE": str(tokens), "PYTHONPATH": str(ROOT)}
    started: list[Worker] = []
    try:
        for number in ("1", "2"):
            own = {
                "COACH_HOME": str(tmp_path / number),
                "RUN_MIGRATIONS_ON_STARTUP": str(number == "1").lower(),
            }
            started.append(
                Worker(program, {**os.environ, **environment, **own}, tmp_path / f"worker{number}.log")
            )
            started[-1].wait()
        yield started
    finally:
        for each in started:
            each.kill()


def names() -> list[str]:
    return [f"person{number}" for number in range(CLIENTS)]


def test_twenty_kills_over_aegra(workers: list[Worker]) -> None:
    people, done = [Person(workers, name) for name in names()], threading.Event()
    with ThreadPoolExecutor(CLIENTS) as pool:
        talks = [pool.submit(person.converse, done) for person in people]
        try:
            for _ in range(KILLS):
                time.sleep(random.uniform(0.2, 3.0))
                worker = random.choice(workers)
                worker.kill()
                worker.start()
                worker.wait()
        finally:
            done.set()
        for talk in talks:
            talk.result()
    threads = [(person, thread) for person in people for thread in person.threads]
    for person, thread in threads:
        values = person.state(thread)["values"]
        decided = [review["decision"] for review in values["reviews"] if review["decision"] != "respond"]
        assert decided == ["reject", "approve"], thread
        assert [plan["version"] for plan in values["delivered"]] == [1], thread
        assert values["plan"]["approval"]["by"] in names()
    sys.stdout.write(f"{KILLS} kills, {len(threads)} plans delivered\n")
    assert len(threads) >= CLIENTS
