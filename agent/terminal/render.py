"""How things look: one set of primitives, drawn with Rich on a terminal and as plain lines everywhere else.

Views are written once against `Screen`; `PlainScreen` serves pipes and screen readers (no boxes, no colour,
nothing that moves), `RichScreen` in rich_screen.py serves terminals.
"""

import re
import sys
import textwrap
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Literal, Protocol, TextIO

from agent.inputs import visible

_RULE = re.compile(r"(?=[^-]*-)[\s:|-]+")

Tone = Literal["normal", "strong", "quiet", "good", "bad"]


@dataclass(frozen=True)
class RangeBar:
    """A distribution in one row: p10, p25, p50, p75, p90, any of them unknown, and how each is written.

    `mark` is one more value to point at, with `mark_text` beside it.
    """

    label: str
    values: tuple[float | None, ...]
    texts: tuple[str, ...]
    mark: float | None = None
    mark_text: str = ""


@dataclass(frozen=True)
class Amount:
    """A labelled value, and how it is written: a place of a ranking, or a date of a trend."""

    label: str
    value: float
    text: str


@dataclass(frozen=True)
class Span:
    """A stretch of weeks, ends included, counted from 1."""

    label: str
    start: int
    end: int
    note: str = ""


class Activity(Protocol):
    """What is going on now; shown while it lasts and gone afterwards."""

    def now(self, words: str) -> None: ...

    def text(self, piece: str) -> None: ...


class Screen(Protocol):
    """Everything a view may draw. Texts are cleaned of control characters by the screen."""

    plain: bool

    def line(self, text: str = "", tone: Tone = "normal") -> None: ...

    def bullet(self, text: str, tone: Tone = "normal") -> None: ...

    def heading(self, text: str) -> None: ...

    def markdown(self, text: str) -> None: ...

    def panel(self, title: str, text: str) -> None: ...

    def table(
        self, columns: Sequence[str], rows: Sequence[Sequence[str]], numeric: Sequence[int] = ()
    ) -> None: ...

    def ranges(self, names: Sequence[str], bars: Sequence[RangeBar]) -> None: ...

    def ranking(self, amounts: Sequence[Amount]) -> None: ...

    def trend(self, amounts: Sequence[Amount]) -> None: ...

    def timeline(self, spans: Sequence[Span]) -> None: ...

    def activity(self) -> AbstractContextManager[Activity]: ...


class _Silent:
    """Nothing moves on a plain screen."""

    def now(self, words: str) -> None:
        """Show nothing."""

    def text(self, piece: str) -> None:
        """Show nothing."""


class PlainScreen:
    """Lines of text. A table row is read as "first: column value; column value"."""

    plain = True

    def __init__(self, out: TextIO | None = None) -> None:
        self._out = out

    def line(self, text: str = "", tone: Tone = "normal") -> None:  # noqa: ARG002 - a plain screen has one tone
        print(visible(text), file=self._out or sys.stdout)

    def bullet(self, text: str, tone: Tone = "normal") -> None:
        self.line(f"- {text}", tone)

    def heading(self, text: str) -> None:
        self.line(text)

    def markdown(self, text: str) -> None:
        self.line(without_marks(text))

    def panel(self, title: str, text: str) -> None:
        self.line(f"{title}:")
        self.markdown(text.rstrip())
        self.line()

    def table(
        self,
        columns: Sequence[str],
        rows: Sequence[Sequence[str]],
        numeric: Sequence[int] = (),  # noqa: ARG002 - nothing is aligned
    ) -> None:
        for row in rows:
            rest = "; ".join(
                f"{name.lower()} {cell}".strip()
                for name, cell in zip(columns[1:], row[1:], strict=True)
                if cell
            )
            self.line(f"{row[0]}: {rest}" if rest else row[0])

    def ranges(self, names: Sequence[str], bars: Sequence[RangeBar]) -> None:
        self.table(["", *names], [[bar.label, *bar.texts] for bar in bars])

    def ranking(self, amounts: Sequence[Amount]) -> None:
        for amount in amounts:
            self.line(f"{amount.label}: {amount.text}")

    def trend(self, amounts: Sequence[Amount]) -> None:
        """Nothing: what a trend shows stands in the words above it."""

    def timeline(self, spans: Sequence[Span]) -> None:
        for span in spans:
            self.line(
                f"Weeks {span.start} to {span.end}: {span.label}{f' ({span.note})' if span.note else ''}"
            )

    @contextmanager
    def activity(self) -> Iterator[Activity]:
        yield _Silent()


def without_marks(markdown: str) -> str:
    """Markdown as a screen reader should hear it: no marks, and each table row read with its headings."""
    text = tables_as_lists(markdown)
    text = re.sub(r"^#{1,6}\s+", "", text, flags=re.MULTILINE)
    text = re.sub(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", r"\2", text)
    text = re.sub(r"(?<![\w*])[*_](?=\S)([^*_\n]+?)(?<=\S)[*_](?![\w*])", r"\1", text)
    text = re.sub(r"\[([^\]\n]+)\]\((https?://[^)\s]+)\)", r"\1 (\2)", text)
    return re.sub(r"`([^`\n]+)`", r"\1", text)


def tables_as_lists(markdown: str, *, columns: int = 0) -> str:
    """The markdown with each table of more than `columns` columns as a list, a row in words per item."""
    return "\n".join(_read_tables(markdown.splitlines(), columns))


def _read_tables(lines: Sequence[str], columns: int) -> Iterator[str]:
    names: list[str] | None = None
    for position, line in enumerate(lines):
        if not line.lstrip().startswith("|"):
            names = None
            yield line
            continue
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) <= columns:
            yield line
            continue
        if names is None:
            following = lines[position + 1] if position + 1 < len(lines) else ""
            names = cells if _RULE.fullmatch(following) else []
            if names:
                continue
        if not _RULE.fullmatch(line):
            yield _row_in_words(names, cells)


def _row_in_words(names: Sequence[str], cells: Sequence[str]) -> str:
    """A row told by its headings, what it is about in bold; a rank in an unnamed first column goes with the second."""
    ranked = bool(names) and not names[0] and cells[0].rstrip(".").isdigit()
    lead = 2 if ranked else 1
    about = " ".join(cell for cell in cells[:lead] if cell)
    named = zip([*names, *[""] * len(cells)][lead:], cells[lead:], strict=False)
    rest = "; ".join(f"{name.lower()} {cell}".strip() for name, cell in named if cell)
    return f"- **{about}**{f': {rest}' if rest else ''}"


def shortened(text: str, width: int = 60) -> str:
    """One line of at most `width` characters."""
    return textwrap.shorten(" ".join(visible(text).split()), width, placeholder="...")
