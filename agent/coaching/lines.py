"""The sentences of a reply: wording from `prompts/replies`, each with the evidence behind its figures."""

import hashlib
from dataclasses import dataclass
from typing import Self

import prompts
from agent.models import Slot, WishName

_DIGEST = 10  # characters of a sentence's digest; a thread says some hundred sentences


class Cited(str):
    """A figure in words that knows what it rests on: a line it is put into cites its `evidence`."""

    __slots__ = ("evidence",)
    evidence: tuple[str, ...]

    def __new__(cls, text: str, *evidence: str) -> Self:
        """The words, and the numbers of the evidence that holds them (more than one for a computed figure)."""
        made = super().__new__(cls, text)
        made.evidence = tuple(name for name in evidence if name)
        return made


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
    """A question back. `weight` (0 to 100) says how much its answer would change the advice.

    `then` is what the answer leads to, where that is something else than what the message wanted (an offer).
    """

    slot: Slot
    line: Line
    weight: int
    then: WishName | None = None


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
    """The sentence `key` ("file.name") with its placeholders filled; it cites `evidence` and that of its figures.

    Raises DataError where the placeholders do not fit.
    """
    figures = (name for value in values.values() if isinstance(value, Cited) for name in value.evidence)
    ids = dict.fromkeys(name for name in (*evidence, *figures) if name)
    text = prompts.fill(prompts.reply(key), **values)
    return Line(key, text[:1].upper() + text[1:], tuple(ids))


def asking(slot: Slot, key: str, weight: int, then: WishName | None = None, **values: str) -> Question:
    """A question back in the wording `key`; `then` is what its answer leads to."""
    return Question(slot, line(key, **values), weight, then)
