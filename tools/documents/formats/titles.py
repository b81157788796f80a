"""What a file's properties say of its title and date, where they say something of the document."""

import re
from contextlib import suppress
from datetime import date

# What programs write where nobody gave a title.
PLACEHOLDERS = frozenset(
    {
        "untitled", "untitled document", "untitled-1", "no title", "(no title)", "title", "(anonymous)", "anonymous",
        "document", "document1", "document 1", "doc1", "word document", "new document", "microsoft word document",
        "powerpoint presentation", "presentation", "presentation1", "slide 1", "workbook", "book1", "sheet1",
        "dokument", "dokument1", "unbenannt", "unbenannt 1", "ohne titel", "powerpoint-präsentation", "präsentation1",
        "mappe1", "sans titre", "présentation powerpoint", "sin título", "presentación de powerpoint", "index",
        "about:blank", "blank", "print", "layout 1", "unknown", "none", "null", "(unspecified)", "unspecified",
    }
)  # fmt: skip
PROGRAM_PREFIX = re.compile(
    r"^Microsoft (?:Office )?(?:Word|PowerPoint|Excel|Publisher|Outlook)\b", re.IGNORECASE
)
FILE_NAME = re.compile(
    r"\.(?:docx?|dotx?|odt|rtf|pdf|pptx?|xlsx?|html?|md|txt|tex|dvi|indd|pages|key|qxd|ai)$", re.IGNORECASE
)
ADDRESS = re.compile(r"^(?:https?|file)://|^www\.", re.IGNORECASE)
STAMP = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
FIRST_YEAR = 1900


def usable(title: str | None) -> str | None:
    """Give a title on one line if it names the document: no placeholder, program, file name or address."""
    title = " ".join((title or "").split())
    if title.lower() in PLACEHOLDERS or not any(char.isalnum() for char in title):
        return None
    return None if PROGRAM_PREFIX.match(title) or FILE_NAME.search(title) or ADDRESS.match(title) else title


def dated(stamp: str | None) -> str | None:
    """Give the year, month or day (ISO 8601) that a stamp begins with, if any; programs write year 0 or 101."""
    match = STAMP.match((stamp or "").strip())
    if not match or int(match[1]) < FIRST_YEAR:
        return None
    year, month, day = (int(part or 1) for part in match.groups())
    with suppress(ValueError):
        date(year, month, day)
        return match.group()
    return None
