"""What the field's terms mean in everyday words, so that a question finds a passage it shares no word with."""

import csv
import hashlib
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
def _terms() -> tuple[tuple[tuple[str, bool], ...], ...]:
    """Give each entry's terms, in lower case unless their case counts, each with whether it does."""
    return tuple(
        tuple(
            (term, True) if term.isupper() or term in CASED else (term.lower(), False)
            for term in row["terms"].split("|")
        )
        for row in csv.DictReader(_content().splitlines())
    )


def entries_in(text: str) -> tuple[int, ...]:
    """Give the numbers of the entries whose terms stand in `text` as whole words."""
    lower = text.lower()
    return tuple(
        number
        for number, terms in enumerate(_terms())
        if any(_stands_in(text if cased else lower, term) for term, cased in terms)
    )


def _stands_in(text: str, term: str) -> bool:
    """Tell whether a term stands between characters other than the letters a to z."""
    start = text.find(term)
    while start >= 0:
        before, after = text[start - 1 : start], text[start + len(term) : start + len(term) + 1]
        if not (_is_letter(before) or _is_letter(after)):
            return True
        start = text.find(term, start + 1)
    return False


def _is_letter(char: str) -> bool:
    return char.isascii() and char.isalpha()


def words_of(entries: Iterable[int]) -> str:
    return " ".join(meanings()[number] for number in entries)
