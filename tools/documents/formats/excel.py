"""Excel workbooks: one heading a sheet, one line a row."""

import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from tools.documents.formats import archive
from tools.documents.formats.loaded import Loaded, Part, UnreadableError, not_read
from tools.documents.formats.records import record_lines
from tools.documents.formats.text import clean
from tools.documents.formats.titles import usable

CURRENCY = re.compile(r"[$€£¥₹](?!-\d)")  # also in "[$€-407]", the form with a language


def read(path: Path) -> Loaded:
    """Give the values as they were last worked out; formulas nobody has worked out yet are counted."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    archive.check(path)
    try:
        with zipfile.ZipFile(path) as package:
            names, comments = package.namelist(), archive.comments(package)
        book = load_workbook(path, read_only=True, data_only=True)
        shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        parts = [part for sheet in shown for part in _sheet(sheet)]
        hidden = len(book.worksheets) - len(shown)
        unsolved = _unsolved(path)
        about = book.properties
        book.close()
    except (
        *archive.BROKEN,
        InvalidFileException,
        SyntaxError,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        OverflowError,
    ) as error:
        raise UnreadableError("it is a broken or protected Excel workbook") from error
    losses = (
        *archive.pictures(names),
        *comments,
        *not_read(unsolved, "formula without a value"),
        *not_read(hidden, "hidden sheet"),
    )
    return Loaded(tuple(parts), usable(about.title) or path.stem, None, losses)


def _sheet(sheet: Any) -> Iterator[Part]:
    lines = record_lines([_shown(cell) for cell in row] for row in sheet.iter_rows())
    if lines:
        yield Part(clean(f"# {' '.join(sheet.title.split())}\n\n" + "\n".join(lines)), f"sheet {sheet.title}")


def _shown(cell: Any) -> str:
    """Give a value as the sheet shows it, dates as ISO 8601."""
    value = cell.value
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float | int) and not isinstance(value, bool):
        if "%" in (cell.number_format or ""):
            return f"{round(value * 100, 4):g}%"
        sign = CURRENCY.search(cell.number_format or "")
        return f"{sign[0]}{value:,.15g}" if sign else f"{value:.15g}"
    return "" if value is None else str(value)


def _unsolved(path: Path) -> int:
    """Count formulas whose value the file does not hold."""
    from openpyxl import load_workbook

    with zipfile.ZipFile(path) as package:
        sheets = [name for name in package.namelist() if name.startswith("xl/worksheets/")]
        if not any(b"<f" in package.read(name) for name in sheets):
            return 0
    count = 0
    written, solved = load_workbook(path, read_only=True), load_workbook(path, read_only=True, data_only=True)
    for one, other in zip(written.worksheets, solved.worksheets, strict=True):
        for formulas, values in zip(one.iter_rows(), other.iter_rows(values_only=True), strict=True):
            count += sum(
                cell.data_type == "f" and value is None for cell, value in zip(formulas, values, strict=True)
            )
    written.close()
    solved.close()
    return count
