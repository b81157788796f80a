"""A very small SVG writer: shapes and text with measured widths, so that nothing overlaps."""

from collections.abc import Sequence
from html import escape
from itertools import pairwise

FONT = "Libertinus Serif, Georgia, serif"
INK, MUTED, LINE, SOFT, ACCENT, WARM = "#1f2933", "#52606d", "#cbd2d9", "#e4ecf5", "#2f6690", "#c4622d"
WIDTH = 720.0
_NARROW, _WIDE = frozenset("iljtf.,:;'|!()[] "), frozenset("mwMW@%&")


class Drawing:
    """Shapes in drawing order; `svg` gives the picture with its title for screen readers."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.parts: list[str] = []

    def rect(self, x: float, y: float, width: float, height: float, *, fill: str, edge: str = "none") -> None:
        self.parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 0):.1f}" height="{height:.1f}" rx="4" '
            f'fill="{fill}" stroke="{edge}"></rect>'
        )

    def line(
        self, points: Sequence[float], *, colour: str = LINE, width: float = 1, dashes: str = ""
    ) -> None:
        x1, y1, x2, y2 = points
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        self.parts.append(
            f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" '
            f'stroke-width="{width:g}"{dashed}></line>'
        )

    def route(self, points: Sequence[tuple[float, float]], *, colour: str = MUTED) -> None:
        """An arrow downwards through the points: curves between them, straight where x stays the same."""
        steps = [f"M{points[0][0]:.1f},{points[0][1]:.1f}"]
        for (x1, y1), (x2, y2) in pairwise(points):
            middle = (y1 + y2) / 2
            steps.append(f"C{x1:.1f},{middle:.1f} {x2:.1f},{middle:.1f} {x2:.1f},{y2:.1f}")
        x, y = points[-1]
        self.parts.append(
            f'<path d="{" ".join(steps)}" fill="none" stroke="{colour}"></path>'
            f'<path d="M{x - 3.5:.1f},{y - 6:.1f} L{x + 3.5:.1f},{y - 6:.1f} L{x:.1f},{y:.1f} Z" '
            f'fill="{colour}"></path>'
        )

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = 12,
        colour: str = INK,
        anchor: str = "start",
        bold: bool = False,
    ) -> None:
        weight = ' font-weight="bold"' if bold else ""
        self.parts.append(
            f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" fill="{colour}" text-anchor="{anchor}"{weight}>'
            f"{escape(text)}</text>"
        )

    def svg(self, height: float) -> str:
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:.0f} {height:.0f}" width="{WIDTH:.0f}" '
            f'height="{height:.0f}" role="img" font-family="{FONT}"><title>{escape(self.title)}</title>'
            f"{''.join(self.parts)}</svg>"
        )


def text_width(text: str, size: float) -> float:
    """About how wide a line is; other scripts than Latin count as full width."""
    units = sum(
        0.3
        if c in _NARROW
        else 0.85
        if c in _WIDE
        else 0.62
        if c.isupper()
        else 0.52
        if ord(c) < 0x2E80
        else 1.0
        for c in text
    )
    return units * size


def wrapped(text: str, width: float, size: float, most: int = 2) -> list[str]:
    """The text on at most `most` lines of this width; what does not fit ends in an ellipsis."""
    lines: list[str] = []
    for word in text.split():
        if lines and text_width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    kept = lines[:most] or [""]
    if len(lines) > most:
        kept[-1] += "\u2026"
    return [shortened(line, width, size) for line in kept]


def shortened(line: str, width: float, size: float) -> str:
    """The line, cut with an ellipsis where it is too wide."""
    if text_width(line, size) <= width:
        return line
    ellipsis = "\u2026"
    while line and text_width(line + ellipsis, size) > width:
        line = line[:-1]
    return line.rstrip(" " + ellipsis) + ellipsis
