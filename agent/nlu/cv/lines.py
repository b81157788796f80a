"""A CV's lines as a person sees them: columns read one after the other, marks of Markdown and bullets taken off."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from agent.nlu.cv.words import labels, normal

_BULLET = re.compile(r"^\s*(?:[-*•●▪◦·‣\u2013\u2014►➢✓+o]|\uf0b7)\s+(?=\S)")
_MARKED = re.compile(r"^\s*(?P<marks>#{1,6})\s+")
_RULE = frozenset(" |:-")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_EMPHASIS = re.compile(r"(\*\*|__|\*|_|`)(?=\S)(.+?)(?<=\S)\1")
_LEADERS = re.compile(r"\s*(?:\.{4,}|…{2,}|_{4,})\s*")  # "Cook ........ Example Inn", as wide gaps
_PAGE = re.compile(r"^\s*(?:page|seite|página)\s+\d+(?:\s*(?:of|/|von|sur|de)\s*\d+)?\s*$", re.IGNORECASE)
LONGEST_LINE = 1_000  # characters of a line
# A span of time that goes on in the next line, as in a narrow column ("Aug 2020 -" over "present"), or begins and ends in
# rows of a form ("From | May 2021" over "To | present").
_OPEN_SPAN = re.compile(
    r"^\W*(?:[^\W\d]{3,9}\.?,?\s*|\d{1,2}[./-]\s?)?(?:19|20)\d\d\s*(?:[-\u2010-\u2015]|to|bis|until)$",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"^(?:[^\W\d]{3,11}\.?,?\s*|\d{1,2}[./-]\s?)?(?:(?:19|20)\d\d)?$")
_FORM_ROW = re.compile(r"^(?P<label>[^\W\d][^|:]*?)\s*[|:]\s*(?P<value>\S.*)$")
_WIDEST = 120  # columns of a page before its gutter
_GAP = 2  # spaces between two columns
_MOSTLY = 0.7
_FEWEST = 3  # lines with words in a column


@dataclass(frozen=True)
class Line:
    """One line without its marks: whether it was a bullet, a heading of Markdown (its level), bold, a table's row.

    `grouped` rows stand under a heading of their table: their first cell groups the others.
    """

    text: str
    bullet: bool = False
    level: int = 0
    bold: bool = False
    row: bool = False
    grouped: bool = False
    blank_before: bool = False
    blank_after: bool = False

    @property
    def caps(self) -> bool:
        return self.text.isupper()


def read_lines(text: str) -> list[Line]:
    """All lines that say something, in reading order; of a table its heading is left out."""
    lines: list[Line] = []
    blank = ruled = False
    for written in _single_spaced(_columns_in_order(list(_bounded(text)))):
        if "---" in written and not set(written) - _RULE:
            ruled = bool(lines and lines[-1].row)
            lines = lines[:-1] if ruled else lines
            continue
        if not written.strip() or _PAGE.match(written):
            blank, ruled = True, False
            if lines:
                lines[-1] = replace(lines[-1], blank_after=True)
            continue
        lines.append(_line(written, blank=blank or not lines, ruled=ruled))
        blank = False
    return list(_with_whole_spans([*lines[:-1], replace(lines[-1], blank_after=True)])) if lines else []


def _with_whole_spans(lines: list[Line]) -> Iterator[Line]:
    """The lines, with a span of time that two of them tell in one."""
    at = 0
    while at < len(lines):
        line, following = lines[at], lines[at + 1] if at + 1 < len(lines) else None
        whole = following and not line.blank_after and _whole_span(line.text, following.text)
        if whole and following:
            yield replace(line, text=whole, row=False, blank_after=following.blank_after)
        else:
            yield line
        at += 2 if whole else 1


def _whole_span(text: str, following: str) -> str | None:
    if _OPEN_SPAN.match(text) and _CLOSES.match(following):
        return f"{text} {following}"
    first, last = _FORM_ROW.match(text), _FORM_ROW.match(following)
    ends = (
        first
        and last
        and normal(first["label"]) in labels("first_day")
        and normal(last["label"]) in labels("last_day")
    )
    return f"{first['value']} - {last['value']}" if first and last and ends else None


def _bounded(text: str) -> Iterator[str]:
    """Lines without spaces at their ends, cut where one is longer than any line of a CV."""
    for line in text.replace("\f", "\n\n").splitlines():
        written = _LEADERS.sub("    ", line[:LONGEST_LINE].expandtabs(8))[:LONGEST_LINE].rstrip()
        yield written
        yield from (line[at : at + LONGEST_LINE] for at in range(LONGEST_LINE, len(line), LONGEST_LINE))


def _single_spaced(lines: list[str]) -> list[str]:
    """Without the blank line that some programs set after each paragraph, so that only wider gaps part anything."""
    written = [at for at, line in enumerate(lines) if line.strip() and not _BULLET.match(line)]
    spaced = [at for at in written if at and not lines[at - 1].strip()]
    if len(spaced) < _MOSTLY * len(written):
        return lines
    return [
        line
        for at, line in enumerate(lines)
        if line.strip() or (at and not lines[at - 1].strip()) or _MARKED.match((lines[at + 1 :] or [""])[0])
    ]


def _line(written: str, *, blank: bool, ruled: bool) -> Line:
    mark, bullet = _MARKED.match(written), _BULLET.match(written)
    body = written[mark.end() :] if mark else written[bullet.end() :] if bullet else written
    row = body.strip().startswith("|") and "|" in body.strip().strip("|")
    bold = body.strip().startswith(("**", "__"))
    plain = _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", body)))
    plain = plain.replace("\N{NO-BREAK SPACE}", " ").strip().strip("|").strip()
    return Line(
        plain,
        bullet=bool(bullet),
        level=len(mark["marks"]) if mark else 0,
        bold=bold,
        row=row,
        grouped=row and ruled,
        blank_before=blank,
    )


def _columns_in_order(lines: list[str]) -> list[str]:
    """Of a page in two columns the left one before the right one; the lines themselves where there is one column."""
    lines = list(_tables_in_order(lines))
    gutter = _gutter(lines)
    if gutter is None:
        return lines
    left = [line[:gutter].rstrip() for line in lines]
    right = [line[gutter:].rstrip() for line in lines]
    return [*left, "", *right]


def _tables_in_order(lines: list[str]) -> Iterator[str]:
    """The lines, a table of two columns that only arranges the page read column by column: both hold headings of a CV."""
    from agent.nlu.cv.headings import known_heading

    for is_row, group in groupby(lines, key=lambda line: line.strip().startswith("|")):
        rows = list(group)
        cells = [[cell.strip() for cell in row.strip().strip("|").split("|")] for row in rows]
        sides = list(zip(*cells, strict=True)) if is_row and {len(row) for row in cells} == {2} else []
        if sides and all(any(known_heading(_EMPHASIS.sub(r"\2", cell)) for cell in side) for side in sides):
            yield from (cell for side in sides for cell in (*side, "") if set(cell) - _RULE or not cell)
        else:
            yield from rows


def _gutter(lines: list[str]) -> int | None:
    """Where a right column begins: no word crosses, and each side has a section's heading of its own."""
    from agent.nlu.cv.headings import known_heading

    written = [line for line in lines if line.strip()]
    starts = {match.end() for line in written for match in re.finditer(r" {2,}(?=\S)", line)}
    for at in sorted((each for each in starts if each <= _WIDEST), reverse=True):
        crossed = any(line[at - _GAP : at].strip() for line in written if len(line) > at - _GAP)
        if crossed:
            continue
        sides = [[line[:at].strip() for line in written], [line[at:].strip() for line in written]]
        said = [[text for text in side if text] for side in sides]
        if all(len(side) >= _FEWEST and any(map(known_heading, side)) for side in said):
            return at
    return None
