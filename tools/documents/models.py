"""What the document library returns."""

from tools.evidence import Value


class PassageSource(Value):
    """Where a passage stands: file as ingested, document title, section path ("A > B"), date if known."""

    file: str
    title: str
    section: str | None = None
    date: str | None = None


class Passage(Value):
    """One search result. `text` is the passage as it stands in the document; `score` is 0 to 1."""

    id: str
    text: str
    score: float
    source: PassageSource


class SearchDocument(Value):
    """Best first. `answerable` is false when the library does not hold an answer."""

    query: str
    answerable: bool
    results: list[Passage] = []


class SkippedFile(Value):
    path: str
    reason: str


class Loss(Value):
    """What was left out of a document that was taken in, in words ("3 of 4 pages hold no text: scanned")."""

    path: str
    what: str


class IngestDocument(Value):
    """Counts are documents, except `chunks` (passages written); `seconds` is wall time.

    `losses` has one entry for each document taken in now of which something was left out.
    """

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    removed: int = 0
    skipped: list[SkippedFile] = []
    losses: list[Loss] = []
    chunks: int = 0
    seconds: float = 0.0


class LibraryEntry(Value):
    """One document of the library. `shipped` tells the embedded ones, which cannot be removed."""

    file: str
    title: str
    date: str | None = None
    passages: int
    shipped: bool = False
