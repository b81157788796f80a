"""What a file's properties say of its title and dates, where they say something of the document."""

import re
from contextlib import suppress
from datetime import date, datetime

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
# The stamps of the templates that come with python-docx and python-pptx: every file made with them carries these.
TEMPLATE_STAMPS = frozenset({"2013-12-23T23:15:00", "2013-01-27T09:14:16", "2013-01-27T09:15:58"})


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


def day_made(*stamps: datetime | None) -> str | None:
    """Give the day (ISO 8601) of the first stamp that is not a template's."""
    for stamp in stamps:
        if stamp and stamp.replace(tzinfo=None, microsecond=0).isoformat() not in TEMPLATE_STAMPS:
            return stamp.date().isoformat()
    return None
