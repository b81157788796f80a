"""deploy/langgraph.json on LangGraph's development server: who may speak, and to which threads."""

import hashlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

ROOT = Path(__file__).parents[2]
PLAN = "I'm a nurse in Ohio with 6 hours a week. Make me a plan to become a data analyst."

pytestmark = [pytest.mark.slow, pytest.mark.network]


@pytest.fixture
def server(tmp_path: Path, own_home: Path) -> Iterator[str]:
    """The address of a server that knows ann's and bob's tokens."""
    program = Path(sys.executable).with_name("langgraph")
    if not program.exists():
        pytest.skip("the extra serve is not installed")
    tokens = tmp_path / "tokens.txt"
    digests = [f"{user} {hashlib.sha256(f'token of {user}'.encode()).hexdigest()}" for user in ("ann", "bob")]
    tokens.write_text("\n".join(digests), encoding="utf-8")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [program, "dev", "--host", "127.0.0.1", "--port", str(port), "--no-browser", "--no-reload"],
        cwd=ROOT / "deploy",
        env={**os.environ, "COACH_TOKENS_FILE": str(tokens), "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(240):
            with socket.socket() as client:
                if client.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.5)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=60)


def test_a_thread_is_its_owners_alone(server: str) -> None:
    ann, bob, nobody = (_client(server, user) for user in ("ann", "bob", None))
    assert nobody.post("/threads", json={}).status_code == 401
    thread = ann.post("/threads", json={}).json()["thread_id"]
    asked: dict[str, Any] = {
        "assistant_id": "coach",
        "input": {"messages": [{"role": "user", "content": PLAN}]},
    }
    out = ann.post(f"/threads/{thread}/runs/wait", json=asked).json()
    assert out["coach_reply"]["status"] == "awaiting_approval"
    approval = {"assistant_id": "coach", "command": {"resume": {"decisions": [{"type": "approve"}]}}}
    assert bob.post(f"/threads/{thread}/runs/wait", json=approval).status_code == 404
    assert bob.get(f"/threads/{thread}/state").status_code == 404
    assert bob.post("/threads/search", json={}).json() == []
    forged = {**approval, "context": {"user": "bob"}}
    out = ann.post(f"/threads/{thread}/runs/wait", json=forged).json()
    assert out["coach_plan"]["approval"]["by"] == "ann"


def _client(server: str, user: str | None) -> httpx.Client:
    headers = {"Authorization": f"Bearer token of {user}"} if user else {}
    return httpx.Client(base_url=server, headers=headers, timeout=120)
