"""The sentences of a reply: wording from `prompts/replies`, each with the evidence behind its figures."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

import prompts
from agent import wording
from agent.models import Letter, Slot, WishName

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

    @property
    def cited(self) -> str:
        """The sentence with its citation before the full stop."""
        mark = wording.cite(*self.evidence)
        end = self.text[-1] if self.text[-1] in ".!?:" else ""
        return f"{self.text.removesuffix(end)} {mark}{end}" if mark else self.text


@dataclass(frozen=True)
class Question:
    """A question back. `weight` (0 to 100) says how much its answer would change the advice.

    `then` is the wish that its answer leads to; without one it is the wishes of the message that are gone on with.
    """

    slot: Slot
    line: Line
    weight: int
    then: WishName | None = None


@dataclass(frozen=True)
class Said:
    """What one move says. The first line answers; the rest follows in the order in which it may be left out last.

    `again` takes the place of the first line where that was said before in the thread: a shorter view, the reason.
    `table` is markdown that may stand beside it, `cited` the evidence in it. `options` are roles that were shown, in
    order, for "the second one". `letter` is the text that was written: remarks are about it then.
    """

    lines: tuple[Line, ...] = ()
    table: str = ""
    cited: tuple[str, ...] = ()
    question: Question | None = None
    options: tuple[str, ...] = ()
    again: tuple[Line, ...] = ()
    letter: Letter | None = None


def line(key: str, *evidence: str, **values: str) -> Line:
    """The sentence `key` ("file.name") with its placeholders filled; it cites `evidence` and that of its figures.

    Raises DataError where the placeholders do not fit.
    """
    figures = (name for value in values.values() if isinstance(value, Cited) for name in value.evidence)
    ids = dict.fromkeys(name for name in (*evidence, *figures) if name)
    text = prompts.fill(prompts.reply(key), **values)
    return Line(key, text[:1].upper() + text[1:], tuple(ids))


def line_about(key: str, *evidence: str, about: Mapping[str, str], **values: str) -> Line:
    """`line` with what the sentence wants of the words `about` something: the others are left aside."""
    wanted = prompts.placeholders(prompts.reply(key)) & about.keys()
    return line(key, *evidence, **{name: about[name] for name in sorted(wanted)}, **values)


def numbered(items: Iterable[Line]) -> str:
    """Sentences as a numbered list."""
    return "\n".join(f"{place}. {item.cited}" for place, item in enumerate(items, start=1))


def bullets(items: Iterable[Line]) -> str:
    """Sentences as a list without order."""
    return "\n".join(f"- {item.cited}" for item in items)


def asking(slot: Slot, key: str, weight: int, then: WishName | None = None, **values: str) -> Question:
    """A question back in the wording `key`; `then` is what its answer leads to."""
    return Question(slot, line(key, **values), weight, then)
