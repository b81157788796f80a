"""Editing the draft in the person's own editor. Whatever they typed is kept until it is in the plan."""

import hashlib
import os
import shlex
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from agent.models import Plan
from agent.terminal.plan_text import from_text, to_text
from tools.errors import CoachError, UsageError
from tools.settings import home_folder

_FALLBACKS = ("nano", "vim", "vi", "notepad")


class DraftFile:
    """The text of one thread's draft, or of one `item` of it, in COACH_HOME until `done`."""

    def __init__(self, thread: str, item: str = "") -> None:
        name = f"{_name(thread)}-{_name(item)}" if item else _name(thread)
        self.path = home_folder() / "edits" / f"{name}.yaml"

    def edit(self, draft: Plan, say: Callable[[str], None], agree: Callable[[str], bool]) -> Plan | None:
        """Open the editor until the text can be read; None when nothing was changed or the person gave up."""
        if not (self.path.exists() and agree("Go on with your unfinished edit from before?")):
            self._write(to_text(draft))
        while True:
            run_editor(self.path)
            try:
                edited = from_text(self._read(), draft)
            except CoachError as error:
                say(f"{error.message} {error.hint}")
                if agree("Open the editor again?"):
                    continue
                say(f"Your text is kept in {self.path}; /edit opens it again.")
                return None
            if edited == draft:
                self.done()
                say("Nothing was changed.")
                return None
            return edited

    def done(self) -> None:
        """The text is in the plan, or not wanted any more."""
        self.path.unlink(missing_ok=True)

    def _write(self, text: str) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.touch(mode=0o600)
        self.path.write_text(text, encoding="utf-8")

    def _read(self) -> str:
        try:
            return self.path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"The edited text cannot be read: {error}.", "Save it as UTF-8 text.") from error


def forget_drafts(thread: str) -> None:
    """Delete what was typed about a thread's draft and is in no plan."""
    for path in (home_folder() / "edits").glob(f"{_name(thread)}*.yaml"):
        path.unlink(missing_ok=True)


def _name(text: str) -> str:
    """A file name that tells nothing about the person."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def run_editor(path: Path) -> None:
    """Run $VISUAL or $EDITOR, else an editor that is installed. Raises CoachError when none runs."""
    try:
        command = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or _installed())
        status = subprocess.run([*command, str(path)], check=False).returncode
    except (OSError, ValueError) as error:
        raise CoachError(
            f"The editor cannot be run: {error}.", "Set EDITOR to the command of your editor."
        ) from error
    if status != 0:
        raise CoachError(
            f"The editor ended with status {status}; the draft is unchanged.", "Try /edit again."
        )


def _installed() -> str:
    found = next((name for name in _FALLBACKS if shutil.which(name)), None)
    if found is None:
        raise CoachError("No editor was found.", "Set EDITOR to the command of your editor.")
    return found
