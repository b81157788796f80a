"""The sentences of a reply: wording from `prompts/replies`, each with the evidence behind its figures."""

import hashlib
from dataclasses import dataclass

import prompts
from agent.models import Slot

_DIGEST = 10  # characters of a sentence's digest; a thread says some hundred sentences


@dataclass(frozen=True)
class Line:
    """One sentence: its `key` in `prompts/replies` ("pay.median"), what it came to, and the evidence it cites."""

    key: str
    text: str
    evidence: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """What tells whether the person has read this very sentence before."""
        return hashlib.blake2s(self.text.encode(), digest_size=_DIGEST // 2).hexdigest()


@dataclass(frozen=True)
class Question:
    """A question back. `weight` (0 to 100) says how much its answer would change the advice."""

    slot: Slot
    line: Line
    weight: int


@dataclass(frozen=True)
class Said:
    """What one move says. The first line answers; the rest follows in the order in which it may be left out last.

    `table` is markdown that may stand beside it, `cited` the evidence in it. `options` are roles that were shown, in
    order, for "the second one".
    """

    lines: tuple[Line, ...] = ()
    table: str = ""
    cited: tuple[str, ...] = ()
    question: Question | None = None
    options: tuple[str, ...] = ()


def line(key: str, *evidence: str, **values: str) -> Line:
    """The sentence `key` ("file.name") with its placeholders filled. Raises DataError where they do not fit."""
    return Line(key, prompts.fill(prompts.reply(key), **values), tuple(name for name in evidence if name))
