"""Rows of cells as lines: each value under its column's name, what stands before the names as it is.

A table of two columns whose first one names what stands in the second is a form: its rows stay side by side.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

HEADER_WITHIN = 30
FIGURE = re.compile(r"[-+(]?[$€£¥]?\s?\d[\d.,' /:-]*\s?(?:[%€$£]|[KkMm])?\)?")
YEAR = re.compile(r"(?:19|20)\d\d")
FORM_LABELS = 2  # rows of a form, at least, whose first cell is surely no value
HEADING_WORDS = 6
# What forms ask for, down their first column; as columns' names such words stand beside each other.
ASKED = frozenset((
    "name", "first name", "last name", "full name", "surname", "address", "street", "city", "town",
    "state", "location", "place", "residence", "phone", "telephone", "mobile", "cell", "email",
    "e-mail", "mail", "date of birth", "birth date", "nationality", "position", "current position",
    "job title", "title", "role", "employer", "company", "department", "salary", "base salary", "base pay",
    "pay", "bonus", "start date", "end date", "start", "from", "to", "skills", "languages", "education",
    "degree", "school", "experience", "work experience", "hobbies", "interests", "references",
    "summary", "profile", "objective", "vorname", "nachname", "anschrift", "adresse", "wohnort", "ort",
    "telefon", "geburtsdatum", "sprachen", "kenntnisse", "ausbildung", "nom", "prénom", "téléphone",
    "langues", "compétences", "formation", "nombre", "apellidos", "dirección", "teléfono", "idiomas",
    "estudios",
))  # fmt: skip


def record_lines(rows: Iterable[Sequence[str]]) -> list[str]:
    """Give one line a row ("- Name: Ada; Hours: 12"); rows without columns' names as a table ("| Ada | 12 |")."""
    cells = _without_empty([[" ".join(cell.split()) for cell in row] for row in rows])
    width = _usual_width(cells)
    if width == 1:
        return [f"- {' '.join(filter(None, row))}" for row in cells]
    if width == 2 and sum(map(_is_label, (row[0] for row in cells[1:]))) >= FORM_LABELS:
        return [line for row in cells for line in _form_lines(row)]
    at = _first_of_the_table(cells, width)
    before = [" ".join(filter(None, row)) for row in cells[:at]]
    if at == len(cells) or at >= HEADER_WITHIN or not _names(cells[at], width):
        return [*before, *(f"| {' | '.join(row)} |" for row in cells[at:])]
    names = [name.rstrip(":").strip() for name in cells[at]]
    if at and _filled(cells[at - 1]) > 1 and len(set(names)) < len(names):
        names, before = list(_grouped(cells[at - 1], names)), before[:-1]
    if at + 1 == len(cells):
        return [*before, f"| {' | '.join(names)} |"]
    return [*before, *(_line(names, row) for row in cells[at + 1 :])]


def _first_of_the_table(cells: list[list[str]], width: int) -> int:
    """The first row that is as wide as most, else nearly so; what stands before is narrower ("Period;March")."""
    full = [at for at, row in enumerate(cells) if _filled(row) >= max(2, width * 0.6)]
    whole = (at for at in full if _filled_to(cells[at]) >= width and at < HEADER_WITHIN)
    first = next(iter(full), len(cells))
    at = next(whole, first)
    # A row as wide as most that names nothing is the table's own, below names of which one is missing.
    return at if at < len(cells) and _names(cells[at], width) else first


def _without_empty(cells: list[list[str]]) -> list[list[str]]:
    """Rows and columns that hold something."""
    used = sorted({at for row in cells for at, cell in enumerate(row) if cell})
    return [[row[at] for at in used if at < len(row)] for row in cells if any(row)]


def _is_label(cell: str) -> bool:
    return cell.endswith((":", "?")) or cell.casefold() in ASKED


def _form_lines(row: list[str]) -> Iterator[str]:
    """A row of a form as it stands; a cell alone is the heading of the rows that follow, unless it is a sentence."""
    if _filled(row) > 1 or not row[0]:
        yield f"| {' | '.join(row)} |"
    elif len(row[0].split()) <= HEADING_WORDS and not row[0].endswith((".", "!")):
        yield from ("", f"## {row[0].rstrip(':')}", "")
    else:
        yield row[0]


def _usual_width(cells: list[list[str]]) -> int:
    widths = Counter(_filled_to(row) for row in cells)
    # What most rows have; a note above or below the table is one cell wide.
    wide = {width: count for width, count in widths.items() if width > 1}
    if not wide or sum(wide.values()) * 5 < len(cells):
        return 1
    return max(wide, key=lambda width: (wide[width], width))


def _filled_to(row: list[str]) -> int:
    return max((at for at, cell in enumerate(row, 1) if cell), default=0)


def _filled(row: list[str]) -> int:
    return sum(bool(cell) for cell in row)


def _names(row: list[str], width: int) -> bool:
    """Tell whether a row names columns: as wide as the rest and no figures in it, unless they are years."""
    figures = [cell for cell in row if FIGURE.fullmatch(cell) and not YEAR.fullmatch(cell)]
    return _filled_to(row) >= min(width, 2) and not figures and not FIGURE.fullmatch(row[0])


def _grouped(groups: list[str], names: list[str]) -> Iterator[str]:
    """Names that come more than once, each with the group it stands under; a group fills the first of its columns."""
    group = ""
    for at, name in enumerate(names):
        group = (groups[at] if at < len(groups) else "") or group
        yield f"{group} {name}".strip() if names.count(name) > 1 else name


def _line(names: list[str], row: list[str]) -> str:
    if _filled(row) == 1 and row[0] and len(names) > 2:
        return row[0]  # a note, or a heading between rows
    pairs = []
    for at, cell in enumerate(row):
        name = names[at] if at < len(names) else "more"
        if cell:
            pairs.append(f"{name}: {cell}" if name else cell)
    return "- " + "; ".join(pairs)
