"""Start-up: whole processes, beside importing the stack in the same run; and what is installed for them."""

import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.table import Row, against

RUNS = 5
LOOKUPS = ("salary", "market", "roadmap")
STACK = (sys.executable, "-c", "import langgraph.graph, chromadb")
PEER = "importing langgraph and chromadb"
# Megabytes of the environment that `make setup` made for 0.1.0, and what it may have grown by since.
INSTALLED_BEFORE, MOST_GROWN = 986, 60
CHAT_PROMPT = b"you>"


def run() -> list[Row]:
    """The least time of each start-up, beside that of the import; the first use of a fresh home is not counted.

    They take turns, and the least is theirs: what else the machine does is not.
    """
    with TemporaryDirectory(prefix="coach-bench-", ignore_cleanup_errors=True) as home:
        environment = {**os.environ, "COACH_HOME": home}
        # `make setup` compiles the coach; where it was changed since, the first use does.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        question = "What does a registered nurse earn in Denver?"
        commands = {f"coach {name}": (_coach(name, "registered nurse", "--json"), 0.18) for name in LOOKUPS}
        commands |= {
            "coach --help": (_coach("--help"), 0.08),
            "coach ask": (_coach("ask", question, "--json"), 1.15),
        }
        starts = {
            name: (partial(_process, command, environment), aim) for name, (command, aim) in commands.items()
        }
        starts["coach chat to its first prompt"] = (partial(_prompt, environment), 0.14)
        measures = {PEER: partial(_process, STACK, environment)} | {
            name: start for name, (start, _) in starts.items()
        }
        rounds = [{name: measure() for name, measure in measures.items()} for _ in range(1 + RUNS)][1:]
        taken = {name: min(each[name] for each in rounds) for name in measures}
        rows = [
            against(f"start: {name}, beside {PEER}", taken[name], "s", taken[PEER], aim)
            for name, (_, aim) in starts.items()
        ]
        return [*rows, installed()]


def installed() -> Row:
    """Megabytes of all files of the environment that runs this, those for developers too."""
    files = (each for each in Path(sys.prefix).rglob("*") if each.is_file() and not each.is_symlink())
    size = sum(each.stat().st_size for each in files) / 1e6
    return Row(
        "installed: the environment", size, "MB", beside=INSTALLED_BEFORE, aim=INSTALLED_BEFORE + MOST_GROWN
    )


def _coach(*args: str) -> tuple[str, ...]:
    """What the installed command runs."""
    return (sys.executable, "-m", "career_coach", *args)


def _process(command: Sequence[str], environment: dict[str, str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True, timeout=120)
    return time.perf_counter() - begun


def _prompt(environment: dict[str, str]) -> float:
    """Seconds until the prompt stands in a real pseudo-terminal."""
    begun = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        command = _coach("chat")
        os.execve(command[0], command, {**environment, "TERM": "xterm-256color"})  # noqa: S606 - the child becomes the chat
    try:
        seen = b""
        while CHAT_PROMPT not in seen:
            ready, _, _ = select.select([terminal], [], [], 60)
            if not ready:
                raise TimeoutError("coach chat showed no prompt within 60 s")
            seen += os.read(terminal, 65_536)
            if b"\x1b[6n" in seen:
                # prompt-toolkit asks where the cursor is; every terminal answers.
                seen = seen.replace(b"\x1b[6n", b"")
                os.write(terminal, b"\x1b[1;1R")
        return time.perf_counter() - begun
    finally:
        os.write(terminal, b"\x04")
        _drain(terminal)
        os.waitpid(child, 0)
        os.close(terminal)


def _drain(terminal: int) -> None:
    while True:
        try:
            if not os.read(terminal, 65_536):
                return
        except OSError:  # the other side is closed
            return
