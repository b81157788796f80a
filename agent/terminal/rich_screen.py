"""The screen for terminals. The only module that knows Rich."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TextIO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.padding import Padding
from rich.panel import Panel
from rich.spinner import Spinner
from rich.table import Column, Table
from rich.text import Text

from agent.inputs import visible
from agent.terminal.render import Activity, Amount, RangeBar, Span, Tone, tables_as_lists

_STYLES: dict[Tone, str] = {"normal": "", "strong": "bold", "quiet": "dim", "good": "green", "bad": "red"}
_BAR = 60
_RANKING = 30
_TIMELINE = 34
_READABLE = 4  # a table of more columns is a row of slivers on most terminals
_HEIGHTS = "▁▂▃▄▅▆▇█"


class RichScreen:
    """Tables, panels, bars and a spinner; colour only where the terminal and NO_COLOR allow it."""

    plain = False

    def __init__(self, out: TextIO | None = None, *, width: int | None = None, force: bool = False) -> None:
        self.console = Console(
            file=out,
            width=width,
            force_terminal=True if force else None,
            color_system=None if force else "auto",
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False if force else None,
        )

    def line(self, text: str = "", tone: Tone = "normal") -> None:
        self._print(_text(text, _STYLES[tone]))

    def bullet(self, text: str, tone: Tone = "normal") -> None:
        hanging = Table.grid("", Column(overflow="fold"), padding=(0, 1))
        hanging.add_row(Text("-"), _text(text, _STYLES[tone]))
        self._print(hanging)

    def heading(self, text: str) -> None:
        self._print(_text(text, "bold cyan"))

    def markdown(self, text: str) -> None:
        self._print(_markdown(text))

    def panel(self, title: str, text: str) -> None:
        self._print(
            Panel(
                _markdown(text),
                title=_text(title, "bold"),
                title_align="left",
                border_style="cyan",
                padding=(1, 2),
            )
        )

    def table(
        self, columns: Sequence[str], rows: Sequence[Sequence[str]], numeric: Sequence[int] = ()
    ) -> None:
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
        for position, name in enumerate(columns):
            right = position in numeric
            table.add_column(
                _text(name), justify="right" if right else "left", overflow="fold", no_wrap=right
            )
        for row in rows:
            table.add_row(*(_text(cell) for cell in row))
        self._print(table)

    def ranges(self, names: Sequence[str], bars: Sequence[RangeBar]) -> None:
        known = [value for bar in bars for value in (*bar.values, bar.mark) if value is not None]
        low, high = (min(known), max(known)) if known else (0.0, 0.0)
        width = min(_BAR, self.console.width - 4)
        for bar in bars:
            self._print(_text(bar.label, "bold"))
            if known:
                self._indented(_range_bar(bar, low, high, width))
            if bar.mark is not None:
                self._indented(_pointer(bar, _column(bar.mark, low, high, width) or 0, width))
            pairs = "   ".join(f"{name} {text}" for name, text in zip(names, bar.texts, strict=True))
            self._indented(_text(pairs, "dim"))

    def ranking(self, amounts: Sequence[Amount]) -> None:
        most = max((amount.value for amount in amounts), default=0) or 1
        length = min(_RANKING, max(6, self.console.width - 60))
        table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 1))
        table.add_column(overflow="fold")
        table.add_column(no_wrap=True)
        table.add_column(no_wrap=True, justify="right")
        for amount in amounts:
            bar = "█" * max(1, round(amount.value / most * length)) if amount.value > 0 else ""
            table.add_row(_text(amount.label), Text(bar, "cyan"), _text(amount.text))
        self._print(table)

    def trend(self, amounts: Sequence[Amount]) -> None:
        low = min(0.0, *(amount.value for amount in amounts))
        span = max(0.0, *(amount.value for amount in amounts)) - low or 1.0
        line = Text()
        for amount in amounts:
            line.append(" → " if line else "", "dim")
            line.append(f"{visible(amount.label)} ", "dim")
            line.append(_HEIGHTS[round((amount.value - low) / span * (len(_HEIGHTS) - 1))], "cyan")
            line.append(f" {visible(amount.text)}")
        self._indented(line)

    def timeline(self, spans: Sequence[Span]) -> None:
        last = max((span.end for span in spans), default=1)
        width = min(_TIMELINE, max(8, self.console.width - 46))
        table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 1))
        table.add_column(no_wrap=True, justify="right")
        table.add_column(no_wrap=True)
        table.add_column(overflow="fold")
        for span in spans:
            before = min(width - 1, round((span.start - 1) / last * width))
            length = max(1, round(span.end / last * width) - before)
            row = Text("·" * before, "dim") + Text("█" * length, "cyan")
            row.append("·" * (width - before - length), "dim")
            label = _text(span.label)
            if span.note:
                label.append(f" ({visible(span.note)})", "dim")
            table.add_row(Text(f"week {span.start}-{span.end}", "dim"), row, label)
        self._print(table)

    @contextmanager
    def activity(self) -> Iterator[Activity]:
        with Live(Text(), console=self.console, transient=True, refresh_per_second=8) as live:
            yield _LiveActivity(live)

    def _print(self, item: RenderableType) -> None:
        self.console.print(item)

    def _indented(self, item: RenderableType) -> None:
        self._print(Padding(item, (0, 0, 0, 2), expand=False))


class _LiveActivity:
    """A spinner with words, and below it the reply as it is written."""

    def __init__(self, live: Live) -> None:
        self._live = live
        self._spinner = Spinner("dots", style="cyan")
        self._reply = ""

    def now(self, words: str) -> None:
        self._spinner.update(text=_text(words, "dim"))
        self._draw()

    def text(self, piece: str) -> None:
        self._reply += piece
        self._draw()

    def _draw(self) -> None:
        # Only the end of a long reply is drawn while it is written: a region taller than the terminal flickers.
        tail = "\n".join(self._reply.splitlines()[-8:])
        self._live.update(Group(_markdown(tail), self._spinner) if tail else self._spinner)


def _range_bar(bar: RangeBar, low: float, high: float, width: int) -> Text:
    """p10 to p90 as a line, p25 to p75 as a block, the median marked; all bars share one scale."""
    p10, p25, p50, p75, p90 = (_column(value, low, high, width) for value in bar.values)
    drawn = [" "] * width
    for column in _between(p10, p90):
        drawn[column] = "─"
    for column in _between(p25, p75):
        drawn[column] = "▒"
    if p50 is not None:
        drawn[p50] = "█"
    return Text("".join(drawn).rstrip(), "cyan")


def _pointer(bar: RangeBar, column: int, width: int) -> Text:
    """An arrow up to the marked value, its words on the side that has room."""
    words = visible(bar.mark_text)
    if column + len(words) + 2 > width and column > len(words):
        return Text(f"{' ' * (column - len(words) - 1)}{words} ▲", "bold green")
    return Text(f"{' ' * column}▲ {words}", "bold green")


def _column(value: float | None, low: float, high: float, width: int) -> int | None:
    if value is None:
        return None
    return round((value - low) / (high - low) * (width - 1)) if high > low else 0


def _between(start: int | None, end: int | None) -> range:
    return range(0) if start is None or end is None else range(start, end + 1)


def _text(text: str, style: str = "") -> Text:
    return Text(visible(text), style)


def _markdown(text: str) -> RenderableType:
    from rich.markdown import Markdown

    return Markdown(tables_as_lists(visible(text), columns=_READABLE), hyperlinks=False)
