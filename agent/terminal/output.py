"""What leaves a command: one document for programs or a view for people, and failures in one clear line."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, TextIO

from agent.inputs import visible
from agent.terminal.render import PlainScreen, Screen
from tools.errors import CoachError, UsageError

if TYPE_CHECKING:
    from pydantic import BaseModel

_document_stream: ContextVar[TextIO | None] = ContextVar("document_stream", default=None)
_plain: ContextVar[bool] = ContextVar("plain", default=False)


def use_plain(*, plain: bool) -> None:
    """Ask for plain lines even on a terminal, for the rest of this command."""
    _plain.set(plain)


def screen() -> Screen:
    """The screen of this command: Rich where the terminal can show it, plain lines otherwise."""
    stream = sys.stdout
    if _plain.get() or not stream.isatty() or os.environ.get("TERM") == "dumb" or not _prints_unicode(stream):
        return PlainScreen()
    from agent.terminal.rich_screen import RichScreen

    return RichScreen()


def _prints_unicode(stream: TextIO) -> bool:
    return (getattr(stream, "encoding", None) or "").lower().replace("-", "") in {"utf8", "utf8sig", "utf16"}


@contextmanager
def document_only(*, as_json: bool) -> Iterator[None]:
    """With `--json`, whatever else is printed goes to standard error; the document alone reaches the output."""
    if not as_json:
        yield
        return
    token = _document_stream.set(sys.stdout)
    try:
        with redirect_stdout(sys.stderr):
            yield
    finally:
        _document_stream.reset(token)


def show(document: "BaseModel | dict[str, Any]", *, as_json: bool, view: Callable[[Screen], None]) -> None:
    """Print the document as JSON, or draw its view."""
    if as_json:
        print_json(document if isinstance(document, dict) else document.model_dump(mode="json"))
    else:
        view(screen())


def print_json(document: dict[str, Any]) -> None:
    """Print one JSON document on the real standard output."""
    stream = _document_stream.get() or sys.stdout
    ascii_only = "utf" not in (getattr(stream, "encoding", None) or "").lower()
    print(json.dumps(document, ensure_ascii=ascii_only, indent=2), file=stream)


def note(text: str) -> None:
    """Say something beside the result, on standard error."""
    print(visible(text), file=sys.stderr)


def report_failure(error: CoachError, *, as_json: bool) -> int:
    """Say what was wrong and what to do; return the exit status."""
    message, hint = _one_line(error.message), _one_line(error.hint)
    note(f"coach: {message}{f' {hint}' if hint else ''}")
    if as_json:
        print_json({"error": {"code": error.code, "message": message, "hint": hint}})
    return 2 if isinstance(error, UsageError) else 1


def _one_line(text: str) -> str:
    return " ".join(visible(text).split())
