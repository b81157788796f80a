"""The document library: search what is embedded and what a person ingested.

Imports nothing heavy; each function loads what it needs when it is called.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from tools.documents.models import IngestDocument, LibraryEntry, Passage, SearchDocument

if TYPE_CHECKING:
    from tools.evidence import Evidence
    from tools.progress import Progress

__all__ = ["evidence_of", "ingest", "library", "remove", "search"]


def search(
    query: str, k: int = 5, within: str | Path | None = None, progress: "Progress | None" = None
) -> SearchDocument:
    """See tools.documents.retrieval.search."""
    from tools.documents.retrieval import search as run

    return run(query, k, within, progress)


def ingest(paths: str | Path | Iterable[str | Path], progress: "Progress | None" = None) -> IngestDocument:
    """See tools.documents.intake.ingest."""
    from tools.documents.intake import ingest as run

    return run(paths, progress)


def library(progress: "Progress | None" = None) -> list[LibraryEntry]:
    """See tools.documents.intake.library."""
    from tools.documents.intake import library as run

    return run(progress)


def remove(paths: str | Path | Iterable[str | Path]) -> int:
    """See tools.documents.intake.remove."""
    from tools.documents.intake import remove as run

    return run(paths)


def evidence_of(passage: Passage) -> "Evidence":
    """See tools.documents.citation.evidence_of."""
    from tools.documents.citation import evidence_of as run

    return run(passage)
