"""A small server that speaks OpenAI's chat protocol on loopback, and breaks in the ways that real ones do."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

READING: dict[str, Any] = {
    "facts": [],
    "lookups": [{"tool": "lookup_salary", "args": {"role": "tester"}}],
    "wants_plan": False,
    "plan_changes": [],
    "wishes": ["pay"],
    "language": "en",
}
PIECE = {
    "kind": "finding",
    "text": "Testers in the United States earn a median of {E1.p50} (May 2025).",
    "evidence": ["E1"],
    "quote": None,
}
REPLY: dict[str, Any] = {
    "pieces": [
        PIECE,
        {**PIECE, "text": "The median of testers in the United States was {E1.p50} in May 2025."},
    ]
}
CHECK: dict[str, Any] = {"verdicts": []}
WRITING: dict[str, Any] = {"claims": [], "actions": ["Talk to somebody who does the work."], "titles": []}
COLOUR = {"colour": "blue"}
ANSWERS: dict[str, Any] = {
    "read_message": READING,
    "write_reply": REPLY,
    "check_claims": CHECK,
    "write_plan": WRITING,
    "name_colour": COLOUR,
}
USAGE = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}
SLOW_SECONDS = 6.0


@dataclass
class Server:
    """`faults` are used up one a request, None for a good answer; `requests` keeps what was asked.

    `habit` answers in the server's place, if there is one.
    """

    url: str = ""
    faults: list[str | None] = field(default_factory=list)
    requests: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    can: frozenset[str] = frozenset({"tools", "json_schema"})
    habit: "Callable[[Handler, dict[str, Any]], None] | None" = None

    def next_fault(self) -> str | None:
        return self.faults.pop(0) if self.faults else None


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: "_Http"

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name of the overridden method
        pass

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
        state = self.server.state
        state.requests.append(asked)
        state.keys.append(self.headers.get("authorization", ""))
        fault = state.next_fault()
        if fault is not None:
            FAULTS[fault](self, asked)
        elif state.habit is not None:
            state.habit(self, asked)
        else:
            self.answer(asked, message_for(asked, state.can))

    def answer(self, asked: dict[str, Any], message: dict[str, Any], finish: str = "stop") -> None:
        """A message whole, or piece by piece where it is to be streamed."""
        if asked.get("stream"):
            self.stream(message, finish=finish)
        else:
            self.send(200, completion(message, finish))

    def send(self, status: int, document: object, headers: dict[str, str] | None = None) -> None:
        body = document if isinstance(document, bytes) else json.dumps(document).encode()
        self.send_response(status)
        for name, value in {"content-type": "application/json", **(headers or {})}.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def begin_stream(self) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.send_header("connection", "close")
        self.end_headers()

    def stream(
        self, message: dict[str, Any], *, upto: int | None = None, close: bool = True, finish: str = "stop"
    ) -> None:
        self.begin_stream()
        for delta in deltas(message)[:upto]:
            self.event({"choices": [{"index": 0, "delta": delta, "finish_reason": None}]})
        if close:
            self.event({"choices": [{"index": 0, "delta": {}, "finish_reason": finish}]})
            self.event({"choices": [], "usage": USAGE})
            self.wfile.write(b"data: [DONE]\n\n")
        self.close_connection = True

    def event(self, change: dict[str, Any]) -> None:
        document = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m", **change}
        self.wfile.write(f"data: {json.dumps(document)}\n\n".encode())
        self.wfile.flush()


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    state: Server

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that gave up is no error here."""


def deltas(message: dict[str, Any]) -> list[dict[str, Any]]:
    """A message in pieces, as a stream brings them."""
    text = message.get("content") or ""
    parts: list[dict[str, Any]] = [
        {"role": "assistant", "content": text[at : at + 12]}
        for at in range(0, len(text) if isinstance(text, str) else 0, 12)
    ]
    for index, call in enumerate(message.get("tool_calls") or []):
        function, first = call["function"], {"id": call["id"], "type": "function"}
        written = (
            function["arguments"]
            if isinstance(function["arguments"], str)
            else json.dumps(function["arguments"])
        )
        for at in range(0, len(written), 30):
            head = (
                {**first, "function": {"name": function["name"], "arguments": ""}}
                if at == 0
                else {"function": {}}
            )
            head["function"]["arguments"] = written[at : at + 30]
            parts.append({"role": "assistant", "tool_calls": [{"index": index, **head}]})
    return parts


def wanted_tool(asked: dict[str, Any]) -> str:
    """The document that a request is after, in whatever way it asks for it."""
    if asked.get("tools"):
        return str(asked["tools"][0]["function"]["name"])
    schema = (asked.get("response_format") or {}).get("json_schema") or {}
    text = json.dumps(asked["messages"][0])
    return str(
        schema.get("name")
        or next((name for name in ANSWERS if f"arguments of {name}" in text), "name_colour")
    )


def document_for(asked: dict[str, Any]) -> dict[str, Any]:
    """A good answer as a document."""
    document: dict[str, Any] = ANSWERS[wanted_tool(asked)]
    if wanted_tool(asked) == "read_message" and "Make my plan" in str(asked["messages"][-1]["content"]):
        target = {"field": "target_role", "op": "set", "value": "tester", "quote": "to be a tester"}
        return {**document, "facts": [target], "lookups": [], "wants_plan": True}
    return document


def message_for(asked: dict[str, Any], can: frozenset[str]) -> dict[str, Any]:
    """A good answer, in the way it was asked for, if the model can."""
    name = wanted_tool(asked)
    if asked.get("tools"):
        if "tools" not in can:
            return {"role": "assistant", "content": "I would call a tool if I could."}
        function = {"name": name, "arguments": json.dumps(document_for(asked))}
        return {
            "role": "assistant",
            "content": None,
            "tool_calls": [{"id": "c1", "type": "function", "function": function}],
        }
    if asked.get("response_format") and "json_schema" not in can:
        return {"role": "assistant", "content": "Here is what I think about it."}
    return {"role": "assistant", "content": json.dumps(document_for(asked))}


def completion(message: object, finish: str = "stop") -> dict[str, Any]:
    choice = {"index": 0, "message": message, "finish_reason": finish}
    return {
        "id": "1",
        "object": "chat.completion",
        "created": 1,
        "model": "m",
        "choices": [choice],
        "usage": USAGE,
    }


def _error(status: int, **headers: str) -> Callable[[Handler, dict[str, Any]], None]:
    body = {"error": {"message": "Incorrect API key provided: sk-very-secret-key", "type": "x", "code": "x"}}
    return lambda handler, _asked: handler.send(
        status, body, {name.replace("_", "-"): value for name, value in headers.items()}
    )


def _asks_to_wait_until(handler: Handler, asked: dict[str, Any]) -> None:
    _error(429, retry_after=format_datetime(datetime.now(UTC) + timedelta(milliseconds=100), usegmt=True))(
        handler, asked
    )


def _hangs_up(handler: Handler, asked: dict[str, Any]) -> None:
    handler.close_connection = True
    handler.connection.close()


def _is_slow(handler: Handler, asked: dict[str, Any]) -> None:
    time.sleep(SLOW_SECONDS)
    handler.close_connection = True


def _drips(handler: Handler, asked: dict[str, Any]) -> None:
    """One byte now and then: no read ever times out, and it never ends."""
    handler.begin_stream()
    for _ in range(40):
        handler.wfile.write(b": keep alive\n\n" if asked.get("stream") else b" ")
        handler.wfile.flush()
        time.sleep(SLOW_SECONDS / 40)
    handler.close_connection = True


def _breaks_off(handler: Handler, asked: dict[str, Any]) -> None:
    if asked.get("stream"):
        handler.stream(message_for(asked, frozenset({"tools"})), upto=2, close=False)
        return
    handler.send_response(200)
    handler.send_header("content-type", "application/json")
    handler.send_header("content-length", "5000")
    handler.end_headers()
    handler.wfile.write(b'{"id": "1", "choices": [')
    handler.close_connection = True


def _bad_arguments(handler: Handler, asked: dict[str, Any]) -> None:
    call = {
        "id": "c",
        "type": "function",
        "function": {"name": "read_message", "arguments": '{"facts": [}'},
    }
    handler.answer(asked, {"role": "assistant", "content": None, "tool_calls": [call]})


FAULTS: dict[str, Callable[[Handler, dict[str, Any]], None]] = {
    "429 with seconds": _error(429, retry_after="0.05"),
    "429 with a date": _asks_to_wait_until,
    "500": _error(500),
    "502 in HTML": lambda handler, _asked: handler.send(
        502, b"<html>Bad gateway</html>", {"content-type": "text/html"}
    ),
    "503": _error(503),
    "slow": _is_slow,
    "dripping": _drips,
    "hangs up": _hangs_up,
    "breaks off": _breaks_off,
    "a page instead": lambda handler, _asked: handler.send(
        200, b"<html>Log in</html>", {"content-type": "text/html"}
    ),
    "no choices": lambda handler, _asked: handler.send(200, {**completion(None), "choices": []}),
    "bad arguments": _bad_arguments,
    "400": _error(400),
    "401": _error(401),
}


@contextmanager
def serving() -> Iterator[Server]:
    """A server on a free port of loopback."""
    http = _Http(("127.0.0.1", 0), Handler)
    http.state = Server(url=f"http://127.0.0.1:{http.server_address[1]}/v1")
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield http.state
    finally:
        http.shutdown()
        http.server_close()
