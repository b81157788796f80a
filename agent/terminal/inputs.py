"""What a person hands over, on the command line, on standard input or in a file: checked before anything runs."""

import json
import re
import sys
from pathlib import Path
from typing import Any

from agent.inputs import MAX_MESSAGE, checked_text, visible
from tools.errors import CoachError, DecisionError, UsageError

FILE_LIMIT = 2_000_000
PAY_LIMIT = 100_000_000


def optional_text(value: str | None, what: str) -> str | None:
    """Like `checked_text`, with None passed through."""
    return None if value is None else checked_text(value, what)


def checked_pay(value: str) -> float:
    """An amount of US dollars such as "$85,000", "85k" or "41.50". Raises UsageError when it is none."""
    plain = re.sub(r"[\s,$]|USD", "", value, flags=re.IGNORECASE).lower()
    found = re.fullmatch(r"(\d{1,9}(?:\.\d{1,4})?)(k?)", plain)
    amount = float(found[1]) * (1_000 if found[2] else 1) if found else 0
    if not 0 < amount <= PAY_LIMIT:
        raise UsageError(
            "The pay is no amount of US dollars.", "Give it a year or an hour, such as 85000, 85k or 41.50."
        )
    return amount


def read_message(argument: str) -> str:
    """The message of `coach ask`: the argument itself, or standard input where it is "-"."""
    if argument != "-":
        return checked_text(argument, "message", MAX_MESSAGE)
    raw = sys.stdin.buffer.read(MAX_MESSAGE * 4 + 1)
    return checked_text(_decode(raw, "message"), "message", MAX_MESSAGE)


def read_plan_file(path: Path) -> dict[str, Any]:
    """Read a plan's JSON. Raises UsageError when the file cannot be read, DecisionError when it holds no plan."""
    raw = _read_file(path, "plan")
    try:
        plan = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        reason = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise DecisionError(
            f"{visible(str(path))} is not JSON: {reason}.",
            "Start from the plan that `coach plan THREAD --json` shows.",
        ) from error
    if not isinstance(plan, dict):
        raise DecisionError(f"{visible(str(path))} holds no plan.", "The file is one JSON object: the plan.")
    return plan


def write_text_file(path: Path, text: str) -> None:
    """Write a file named by the person. Raises CoachError when that fails."""
    try:
        path.write_text(text, encoding="utf-8")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise CoachError(
            f"Cannot write {visible(str(path))}: {reason}.", "Name a file in a folder you can write to."
        ) from error


def _read_file(path: Path, what: str) -> bytes:
    try:
        if path.stat().st_size > FILE_LIMIT:
            raise UsageError(
                f"{visible(str(path))} is larger than {FILE_LIMIT // 1_000_000} MB.",
                f"Give the {what} as a shorter text file.",
            )
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise UsageError(
            f"Cannot read {visible(str(path))}: {reason}.", f"Name a readable text file with the {what}."
        ) from error


def _decode(raw: bytes, what: str) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"The {what} is not valid UTF-8 text.", "Save or send it as UTF-8 text.") from error
