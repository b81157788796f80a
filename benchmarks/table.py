"""One row a measure, and the table of all of them at the end of `make bench`."""

from collections.abc import Iterable
from typing import NamedTuple


class Row(NamedTuple):
    """A measure: our value, a peer's or a limit if there is one, and the aim, for their ratio where `of_ratio`.

    `unit` "%" is for shares (0 to 1), "" for counts and ratios, else it stands behind the figure ("ms").
    """

    measure: str
    ours: float
    unit: str = ""
    beside: float | None = None
    aim: float | None = None
    of_ratio: bool = False
    most: bool = True

    @property
    def ratio(self) -> float | None:
        return self.ours / self.beside if self.beside else None

    @property
    def met(self) -> bool:
        """Whether the aim, `most` or least, is reached; true where there is none."""
        held = (self.ratio or 0.0) if self.of_ratio else self.ours
        return self.aim is None or (held <= self.aim if self.most else held >= self.aim)


def least(measure: str, share: float, aim: float | None = None, beside: float | None = None) -> Row:
    """A share that is to be at least the aim."""
    return Row(measure, share, "%", beside=beside, aim=aim, most=False)


def against(measure: str, ours: float, unit: str, beside: float, aim: float) -> Row:
    """A time beside a peer's, whose ratio is to be at most the aim."""
    return Row(measure, ours, unit, beside=beside, aim=aim, of_ratio=True)


def table(rows: Iterable[Row]) -> str:
    """The rows as text in columns; an aim that is missed is marked."""
    lines = [("measure", "ours", "peer or limit", "ratio", "aim", "")]
    for row in rows:
        sign = "<=" if row.most else ">="
        aim = "" if row.aim is None else f"{sign} {_figure(row.aim, '' if row.of_ratio else row.unit)}"
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        beside = "" if row.beside is None else _figure(row.beside, row.unit)
        lines.append(
            (row.measure, _figure(row.ours, row.unit), beside, ratio, aim, "" if row.met else "missed")
        )
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join([line[0].ljust(widths[0]), *map(str.rjust, line[1:], widths[1:])]).rstrip()
        for line in lines
    )


def _figure(value: float, unit: str) -> str:
    if unit == "%":
        return f"{value:.1%}"
    digits = 0 if value == int(value) or value >= 100 else 2 if value < 10 else 1
    return f"{value:,.{digits}f} {unit}".rstrip()
