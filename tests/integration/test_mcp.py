"""`coach mcp` as agents start it: a process, reached by the official SDK's client over standard input and over HTTP."""

import asyncio
import base64
import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any, Literal

import pytest

pytest.importorskip("mcp", reason="the extra mcp is not installed")

import httpx
import httpx2
from mcp import Client, StdioServerParameters
from mcp.client.streamable_http import streamable_http_client
from mcp_types import CallToolResult, ElicitResult

from agent import Coach

ROOT = Path(__file__).parents[2]
COACH = ["-c", "import sys; from agent.terminal.cli import main; sys.exit(main())", "mcp", "--offline"]
PLAN = "I'm a nurse in Ohio with 6 hours a week. Make me a plan to become a data analyst."
TOKEN = "a-token-of-the-test-run"


def environment(home: Path) -> dict[str, str]:
    return {**os.environ, "COACH_HOME": str(home), "PYTHONPATH": str(ROOT), "COACH_MCP_TOKEN": TOKEN}


async def yes(context: Any, params: Any) -> ElicitResult:
    return ElicitResult(action="accept", content={"decision": "approve"})


def text_of(result: CallToolResult) -> str:
    return "\n".join(each.text for each in result.content if each.type == "text")


async def converse(client: Client) -> None:
    """From the list of tools to the plan in every format."""
    listed = {tool.name: tool for tool in (await client.list_tools()).tools}
    assert set(listed) == {
        "coach_message", "review_plan", "search_documents", "lookup_salary", "generate_roadmap",
        "summarize_job_market", "suggest_roles",
    }  # fmt: skip
    wages = listed["lookup_salary"]
    assert (
        wages.input_schema["required"] == ["role"] and wages.annotations and wages.annotations.read_only_hint
    )
    # The client validates what comes beside the text against the output schema.
    paid = await client.call_tool("lookup_salary", {"role": "nurse", "location": "Toledo"})
    assert (
        paid.structured_content["wages"][0]["p50"]
        and paid.structured_content["evidence"][0]["source"]["date"]
    )
    refused = await client.call_tool("lookup_salary", {"role": ""})
    assert refused.is_error and "The role is empty" in text_of(refused)

    drafted = await client.call_tool("coach_message", {"message": PLAN})
    thread = drafted.structured_content["thread"]
    assert drafted.structured_content["status"] == "awaiting_approval" and thread in text_of(drafted)
    delivered = await client.call_tool("review_plan", {"thread": thread})
    assert delivered.structured_content["plan"]["approval"]["decision"] == "approve"

    patterns = {each.uri_template for each in (await client.list_resource_templates()).resource_templates}
    uris = [each.uri for each in (await client.list_resources()).resources]
    assert {uri.replace(thread, "{thread}") for uri in uris} == patterns and len(uris) == 5
    begins = {"md": "#", "html": "<!DOCTYPE html>", "ics": "BEGIN:VCALENDAR", "json": "{", "pdf": "%PDF"}
    for uri in uris:
        (document,) = (await client.read_resource(uri)).contents
        made = (
            base64.b64decode(document.blob).decode("latin-1") if hasattr(document, "blob") else document.text
        )
        assert made.lstrip().lower().startswith(begins[uri.rpartition(".")[2]].lower()), uri


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_over_standard_input_and_output(mode: Literal["auto", "legacy"], tmp_path: Path) -> None:
    started = StdioServerParameters(command=sys.executable, args=COACH, env=environment(tmp_path))

    async def run() -> None:
        async with Client(started, mode=mode, elicitation_callback=yes) as client:
            await converse(client)

    asyncio.run(run())
    with Coach(home=tmp_path, offline=True) as coach:
        assert [row.status for row in coach.threads()] == ["delivered"]


@contextmanager
def served(home: Path) -> Iterator[str]:
    """The address of a server of its own on a free port."""
    command = [sys.executable, *COACH, "--http", "--port", "0"]
    with subprocess.Popen(command, env=environment(home), stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        line = process.stderr.readline()
        try:
            assert TOKEN not in line and "COACH_MCP_TOKEN" in line
            yield next(word for word in line.split() if word.startswith("http://127.0.0.1:"))
        finally:
            process.terminate()


@asynccontextmanager
async def connected(address: str, mode: Literal["auto", "legacy"]) -> AsyncIterator[Client]:
    headers = {"Authorization": f"Bearer {TOKEN}"}
    async with httpx2.AsyncClient(headers=headers, timeout=60) as http:
        transport = streamable_http_client(address, http_client=http)
        async with Client(transport, mode=mode, elicitation_callback=yes) as client:
            yield client


@pytest.mark.slow
@pytest.mark.network
def test_over_http_with_a_token(tmp_path: Path) -> None:
    async def run(address: str) -> None:
        modes: list[Literal["auto", "legacy"]] = ["auto", "legacy"]
        for mode in modes:
            async with connected(address, mode) as client:
                if mode == "auto":
                    await converse(client)
                    continue
                drafted = await client.call_tool("coach_message", {"message": PLAN})
                thread = drafted.structured_content["thread"]
                assert (await client.call_tool("review_plan", {"thread": thread})).structured_content["plan"]

    hello = {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "initialize",
        "params": {
            "protocolVersion": "2025-06-18",
            "capabilities": {},
            "clientInfo": {"name": "t", "version": "1"},
        },
    }
    accept = {"Accept": "application/json, text/event-stream"}
    right = {**accept, "Authorization": f"Bearer {TOKEN}"}
    with served(tmp_path) as address:
        for headers, status in (
            (accept, 401),
            ({**accept, "Authorization": "Bearer wrong"}, 401),
            ({**right, "Host": "coach.example:80"}, 421),
            ({**right, "Origin": "https://evil.example"}, 403),
            (right, 200),
        ):
            assert httpx.post(address, json=hello, headers=headers).status_code == status, headers
        asyncio.run(run(address))


@pytest.mark.network
def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        command = [sys.executable, *COACH, "--http", "--port", port]
        done = subprocess.run(
            command, env=environment(tmp_path), capture_output=True, text=True, check=False, timeout=60
        )
    assert done.returncode == 2 and f"Port {port} cannot be used" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_the_library_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from agent.terminal.cli import main

    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    assert main(["mcp"]) == 2
    assert ".[mcp]" in capsys.readouterr().err


def test_the_configurations_in_the_docs_start_this_command() -> None:
    """What docs/mcp.md gives clients is JSON, and its command and options exist."""
    import re

    text = (ROOT / "docs" / "mcp.md").read_text(encoding="utf-8")
    found = [
        json.loads(block) for block in re.findall(r"^```json\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    ]
    servers = [each for file in found for each in (file.get("mcpServers") or file["servers"]).values()]
    local = [each for each in servers if "command" in each]
    assert len(local) >= 2 and all(
        each["command"].endswith("/.venv/bin/coach") and each["args"] == ["mcp"] for each in local
    )
