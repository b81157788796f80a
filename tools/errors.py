"""What a person can cause, each with a code, one clear line and a hint.

The terminal prints `message` and `hint`; with `--json` it prints all three. Nothing else in the project
may reach a person as an exception.
"""

from collections.abc import Mapping
from typing import Any


def in_words(problem: Mapping[str, Any]) -> str:
    """What is wrong, of a problem that a ValidationError lists, without pydantic's words before it."""
    said: str = problem["msg"]
    return said.removeprefix("Value error, ").rstrip(".")


class CoachError(Exception):
    """An expected failure: `code` is stable for programs, `message` says what was wrong, `hint` what to do."""

    code = "error"

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(CoachError):
    """The call itself is wrong: an empty role, a bad thread id, a number out of range. Exit status 2."""

    code = "usage"


class HomeError(CoachError):
    """COACH_HOME cannot be read or written, or something in it is damaged."""

    code = "home"


class DatabaseError(CoachError):
    """The PostgreSQL database that was configured cannot be reached or used."""

    code = "database"


class DataError(CoachError):
    """A data file the coach ships or was given is missing or damaged."""

    code = "data"


class IndexUnavailableError(CoachError):
    """The document index cannot be opened or built."""

    code = "index"


class DocumentError(CoachError):
    """A document is not in the library, or belongs to what came with the coach."""

    code = "document"


class ThreadError(CoachError):
    """A thread is unknown, belongs to somebody else, or is not in the state the command needs."""

    code = "thread"


class ThreadBusyError(CoachError):
    """Another process writes to this thread now."""

    code = "busy"


class DecisionError(CoachError):
    """An approval decision is malformed, or there is nothing to decide."""

    code = "decision"


class ScenarioError(CoachError):
    """A scenario file cannot be read or does not follow the format."""

    code = "scenario"


class ModelError(CoachError):
    """The language model that was configured cannot be used."""

    code = "model"
