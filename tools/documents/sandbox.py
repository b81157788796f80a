"""Files whose parsers can be led astray, read in a process of their own with bounded memory and time."""

import contextlib
import json
import signal
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tools.documents.loaders import PLAIN_SUFFIXES, Loaded, Part, UnreadableError, load

SECONDS = 60.0  # of the processor's time for a document, so that a busy machine refuses none
_WAIT = 10  # times as long is waited for an answer: a reader may be stuck without working
_OUT_OF_TIME = getattr(signal, "SIGPROF", 0)  # what ends a process that worked too long
MEMORY_BYTES = 2_000_000_000


class Reader:
    """Reads documents one after the other; the other process starts with the first file that needs it."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def load(self, path: Path) -> Loaded:
        """Read a document. Raises UnreadableError with the reason, OSError as reading does."""
        if path.suffix.lower() in PLAIN_SUFFIXES:
            return load(path)
        answer = self._ask(str(path))
        if "reason" in answer:
            raise UnreadableError(answer["reason"])
        parts = tuple(Part(text, label) for text, label in answer["parts"])
        return Loaded(parts, answer["title"], answer["date"], tuple(answer["losses"]))

    def _ask(self, path: str) -> dict[str, Any]:
        process = self._process or self._start()
        late = threading.Timer(self._seconds * _WAIT, process.kill)
        late.start()
        try:
            assert process.stdin  # noqa: S101 - both are pipes, for the type checker
            assert process.stdout  # noqa: S101 - the same
            process.stdin.write(json.dumps(path) + "\n")
            process.stdin.flush()
            line = process.stdout.readline()
        except BrokenPipeError:
            line = ""
        finally:
            in_time = late.is_alive()
            late.cancel()
        if not line.endswith("\n"):
            out_of_time = self._stop() == -_OUT_OF_TIME or not in_time
            late_reason = f"reading it takes longer than {self._seconds:.0f} seconds"
            raise UnreadableError(late_reason if out_of_time else "its content breaks the reader")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _start(self) -> "subprocess.Popen[str]":
        # -P: a folder named "tools" where the person stands must not take the place of ours.
        command = [sys.executable, "-P", "-W", "ignore", "-m", "tools.documents.sandbox", str(self._seconds)]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(
            command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True, encoding="utf-8"
        )
        return self._process

    def _stop(self) -> int | None:
        """End the other process; its exit status."""
        if self._process is None:
            return None
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                with contextlib.suppress(BrokenPipeError):
                    stream.close()
        status = self._process.wait()
        self._process = None
        return status


def serve(seconds: float) -> None:
    """Answer each line, a path as JSON, with a line: the document, or the reason why not."""
    with contextlib.suppress(ImportError):  # not on Windows, where only time is bounded
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    answers = sys.stdout
    sys.stdout = sys.stderr  # what a parser prints is not an answer
    for line in sys.stdin:
        _allow(seconds)
        answers.write(json.dumps(_answer(Path(json.loads(line)))) + "\n")
        answers.flush()
        _allow(0)


def _allow(seconds: float) -> None:
    """Have this process ended once it has worked so long from now on; 0 for no end."""
    if hasattr(signal, "setitimer"):  # not on Windows
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _answer(path: Path) -> dict[str, Any]:
    try:
        loaded = load(path)
    except UnreadableError as error:
        return {"reason": str(error)}
    except OSError as error:
        return {"reason": f"it cannot be read: {error.strerror or error}"}
    except MemoryError:
        return {"reason": "it takes too much memory to read"}
    except RecursionError:
        return {"reason": "its content is nested too deeply"}
    parts = [(part.text, part.label) for part in loaded.parts]
    return {
        "parts": parts,
        "title": loaded.title,
        "date": loaded.date,
        "losses": loaded.losses,
    }


if __name__ == "__main__":
    serve(float(sys.argv[1]))
