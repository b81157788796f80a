"""Start-up: whole processes, beside importing the stack in the same run."""

import os
import pty
import select
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

RUNS = 7
LOOKUPS = ("salary", "market", "roadmap")
SCRIPT = "import sys; from agent.terminal.cli import main; sys.exit(main())"
STACK = (sys.executable, "-c", "import langgraph.graph, chromadb")
CHAT_PROMPT = b"you>"


def run() -> None:
    """Print the median of each start-up in seconds; the first use of a fresh home is not counted."""
    with TemporaryDirectory(prefix="coach-bench-", ignore_cleanup_errors=True) as home:
        environment = {**os.environ, "COACH_HOME": home}
        for name in ("COACH_MODEL", "COACH_TODAY"):
            environment.pop(name, None)
        ask = _coach("ask", "What does a registered nurse earn in Denver?", "--json")
        for command in (ask, *(_coach(name, "registered nurse", "--json") for name in LOOKUPS)):
            _process(command, environment)
        stack = _median(lambda: _process(STACK, environment))
        print(f"import langgraph, chromadb: {stack:.2f} s")
        help_time = _median(lambda: _process(_coach("--help"), environment))
        print(f"coach --help: {help_time:.2f} s (aim: under 0.30)")
        print(
            f"coach chat to its first prompt: {_median(lambda: _prompt(environment)):.2f} s (aim: under 0.70)"
        )
        for name in LOOKUPS:
            command = _coach(name, "registered nurse", "--json")
            taken = _median(partial(_process, command, environment))
            print(f"coach {name}: {taken:.2f} s (aim: under 1.00)")
        taken = _median(lambda: _process(ask, environment))
        print(f"coach ask: {taken:.2f} s, {taken / stack:.2f} times the import (aim: at most 1.5)")


def _coach(*args: str) -> tuple[str, ...]:
    """The installed command, as a person starts it; without one, the same main through the interpreter."""
    installed = Path(sys.executable).with_name("coach")
    start = (str(installed),) if installed.exists() else (sys.executable, "-c", SCRIPT)
    return (*start, *args)


def _median(measure: Callable[[], float]) -> float:
    return statistics.median(measure() for _ in range(RUNS))


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


if __name__ == "__main__":
    run()
