"""What the field's terms mean in everyday words, so that a question finds a passage it shares no word with."""

import csv
import hashlib
import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from tools.errors import DataError

FILE = files("seeds") / "documents" / "glossary.csv"
# Names that are everyday words, too, unless their case is right.
CASED = frozenset({"Go", "Rust", "Claude", "React"})


@cache
def _content() -> str:
    try:
        return FILE.read_text(encoding="utf-8")
    except OSError as error:
        raise DataError(
            "The glossary of the document library is missing.", "Run `make setup` again."
        ) from error


@cache
def meanings() -> tuple[str, ...]:
    """Give the everyday wording of each entry; an entry's number is its place here."""
    return tuple(row["meaning"] for row in csv.DictReader(_content().splitlines()))


@cache
def digest() -> str:
    """Give the hash of the glossary: an index built with another one is stale."""
    return hashlib.sha256(_content().encode()).hexdigest()[:16]


@cache
def _terms() -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    """Give each entry's terms in lower case, and the pattern that finds them as whole words in their case."""
    found = []
    for row in csv.DictReader(_content().splitlines()):
        terms = row["terms"].split("|")
        cased = "|".join(
            f"(?-i:{re.escape(term)})" if term.isupper() or term in CASED else re.escape(term)
            for term in terms
        )
        pattern = re.compile(rf"(?<![A-Za-z])(?:{cased})(?![A-Za-z])", re.IGNORECASE)
        found.append((tuple(term.lower() for term in terms), pattern))
    return tuple(found)


def entries_in(text: str) -> tuple[int, ...]:
    """Give the numbers of the entries whose terms stand in `text`."""
    lower = text.lower()  # a plain look is many times quicker than a pattern
    return tuple(
        number
        for number, (terms, pattern) in enumerate(_terms())
        if any(term in lower for term in terms) and pattern.search(text)
    )


def words_of(entries: Iterable[int]) -> str:
    return " ".join(meanings()[number] for number in entries)
