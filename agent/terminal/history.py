"""What was typed in the chat, kept in COACH_HOME for the arrow keys, and forgotten with its thread."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

KEPT = 500


def history_file(user: str) -> Path:
    """One file a user; the name tells nothing about the person."""
    from tools.settings import home_folder

    name = hashlib.sha256(user.encode()).hexdigest()[:16]
    return home_folder() / "history" / f"{name}.jsonl"


def read_lines(user: str) -> list[str]:
    """Lines typed before, the oldest first. A damaged history is an empty one."""
    try:
        rows = history_file(user).read_text(encoding="utf-8").splitlines()
        lines = [json.loads(row) for row in rows]
    except (OSError, ValueError):
        return []
    return [line for line in lines if isinstance(line, str)]


def add_line(user: str, line: str) -> None:
    """Keep a line. A history that cannot be written is no reason to stop a conversation."""
    lines = read_lines(user)
    if lines[-1:] != [line]:
        _write(user, [*lines, line][-KEPT:])


def forget_lines(user: str, lines: Sequence[str] | None) -> None:
    """Forget these lines, or all of a user's."""
    if lines is None:
        history_file(user).unlink(missing_ok=True)
        return
    gone = {line.strip() for line in lines}
    held = read_lines(user)
    kept = [line for line in held if line.strip() not in gone]
    if kept != held:
        _write(user, kept)


def _write(user: str, lines: Sequence[str]) -> None:
    path = history_file(user)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.touch(mode=0o600)
        fresh.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        fresh.replace(path)
    except OSError:
        return


def is_kept(line: str) -> bool:
    """Whether a line belongs into the history: what was said, but neither decisions nor their reasons."""
    return bool(line.strip()) and not line.lstrip().startswith("/")
