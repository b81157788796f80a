"""Two workers on one PostgreSQL, killed again and again: every plan is delivered once, no decision counts twice."""

import json
import os
import queue
import random
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from agent.session.coach import Coach

ROOT = Path(__file__).parents[2]
SETTINGS = ROOT / "deploy" / "coach.env"
CLIENTS, KILLS = 4, 20


class Worker:
    """A worker process, started anew whenever it was killed; requests that it took with it come back as None."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._environment = environment
        self._waiting: dict[int, queue.Queue[dict[str, Any] | None]] = {}
        self._guard = threading.Lock()
        self._start()

    def _start(self) -> None:
        command = [sys.executable, "-m", "tests.integration.worker_child"]
        self._process = subprocess.Popen(
            command, cwd=ROOT, env=self._environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self._ready = threading.Event()
        threading.Thread(target=self._listen, args=(self._process,), daemon=True).start()

    def _listen(self, process: "subprocess.Popen[str]") -> None:
        assert process.stdout
        for line in process.stdout:
            answer = json.loads(line)
            if "ready" in answer:
                self._ready.set()
            elif answer["id"] in self._waiting:
                self._waiting.pop(answer["id"]).put(answer)
        with self._guard:
            lost, self._waiting = self._waiting, {}
        for each in lost.values():
            each.put(None)

    def ask(self, request: dict[str, Any]) -> dict[str, Any] | None:
        """The answer; None where the worker died with the request."""
        answer: queue.Queue[dict[str, Any] | None] = queue.Queue()
        with self._guard:
            if not self._ready.wait(60) or self._process.poll() is not None:
                return None
            self._waiting[request["id"]] = answer
            try:
                assert self._process.stdin
                self._process.stdin.write(json.dumps(request) + "\n")
                self._process.stdin.flush()
            except BrokenPipeError:
                self._waiting.pop(request["id"])
                return None
        return answer.get(timeout=120)

    def kill(self) -> None:
        """Kill -9 while it works, and start another."""
        self._ready.wait(60)
        time.sleep(random.uniform(0.2, 2.0))
        with self._guard:
            self._process.kill()
            self._process.wait()
            self._start()

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()


class Client:
    """A person's program: it asks either worker, and asks again, in the same words, what was not answered."""

    def __init__(self, workers: list[Worker], name: str) -> None:
        self._workers, self.name = workers, name
        self.threads: list[str] = []

    def converse(self, done: threading.Event) -> None:
        while not done.is_set():
            thread = f"{self.name}-{len(self.threads)}"
            self._send(
                thread,
                text="I'm a nurse in Ohio with 6 hours a week. Make me a plan to become a data analyst.",
            )
            seen = self._send(thread, text="When am I done?")["draft"]
            changed = self._send(thread, decision={"reject": "only 5 hours a week", "draft": seen})["draft"]
            assert changed and changed != seen
            self._send(thread, decision={"approve": True, "draft": changed})
            self.threads.append(thread)

    def _send(self, thread: str, **request: Any) -> dict[str, Any]:
        for _ in range(200):
            answer = random.choice(self._workers).ask(
                {"id": random.getrandbits(48), "thread": thread, **request}
            )
            if answer is None or answer.get("error") == "busy":
                time.sleep(0.1)
                continue
            # The answer to the approval was lost, and nothing waits any more.
            assert "error" not in answer or (
                answer["error"] == "decision" and "approve" in request["decision"]
            )
            return answer
        raise AssertionError(f"{thread}: no worker answers {request}")


@pytest.mark.soak
def test_twenty_kills(database_url: str, tmp_path: Path) -> None:
    lines = [line.split("=", 1) for line in SETTINGS.read_text(encoding="utf-8").splitlines() if "=" in line]
    shared = {name: value for name, value in lines if not name.startswith("#")}
    environment = {**os.environ, **shared, "COACH_DATABASE_URL": database_url}
    workers = [Worker({**environment, "COACH_HOME": str(tmp_path / name)}) for name in ("one", "two")]
    clients = [Client(workers, f"client{number}") for number in range(CLIENTS)]
    done = threading.Event()
    try:
        with ThreadPoolExecutor(CLIENTS) as pool:
            talks = [pool.submit(client.converse, done) for client in clients]
            for _ in range(KILLS):
                random.choice(workers).kill()
            done.set()
            for talk in talks:
                talk.result()
    finally:
        done.set()
        for worker in workers:
            worker.stop()
    threads = [thread for client in clients for thread in client.threads]
    with Coach() as coach:
        for thread in threads:
            state = coach._open().known(thread, "local").state
            decided = [review.decision for review in state["reviews"] if review.decision != "respond"]
            assert decided == ["reject", "approve"], thread
            assert [plan.version for plan in coach.show(thread).plans] == [1], thread
    sys.stdout.write(f"{KILLS} kills, {len(threads)} plans delivered\n")
    assert len(threads) >= CLIENTS
