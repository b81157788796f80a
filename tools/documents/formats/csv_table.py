"""Comma-separated values, with whatever separator and encoding they come."""

import csv
import io
import re
from collections import Counter
from itertools import islice
from pathlib import Path

from tools.documents.formats.loaded import MAX_TEXT_CHARS, Loaded, Part, UnreadableError
from tools.documents.formats.records import record_lines
from tools.documents.formats.text import decode

SEPARATORS = "\t;|,"
SAMPLE_ROWS = 500
DECLARED = re.compile(r"\Asep=(.)\n")


def read(path: Path) -> Loaded:
    """Give one line a row, each value under its column's name; lines before the names as they stand."""
    content = decode(path.read_bytes())
    csv.field_size_limit(MAX_TEXT_CHARS)
    declared = DECLARED.match(content)
    content = content[declared.end() :] if declared else content
    try:
        separator = declared.group(1) if declared else _separator(content)
        rows = list(_rows(content, separator))
    except csv.Error as error:
        raise UnreadableError(f"it is not a table: {error}") from error
    return Loaded((Part("\n".join(record_lines(rows))),), path.stem)


def _rows(content: str, separator: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content), delimiter=separator, skipinitialspace=True))


def _separator(content: str) -> str:
    """Give the separator that cuts the most rows into the same number of cells; of equal ones, into the most."""

    def agreement(separator: str) -> tuple[float, int]:
        reader = csv.reader(io.StringIO(content), delimiter=separator, skipinitialspace=True)
        widths = Counter(len(row) for row in islice(reader, SAMPLE_ROWS) if row)
        wide = {width: count for width, count in widths.items() if width > 1}
        if not wide:
            return 0.0, 0
        usual = max(wide, key=lambda width: (wide[width], width))
        return wide[usual] / widths.total(), usual

    return max(SEPARATORS, key=agreement)
