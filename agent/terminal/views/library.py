"""The views of the document library."""

from collections.abc import Sequence

from pydantic import BaseModel

from agent import wording
from agent.terminal.render import Screen
from agent.terminal.views.parts import listed
from tools.documents.models import IngestDocument, LibraryEntry, SearchDocument


def view_search(screen: Screen, document: SearchDocument) -> None:
    """Passages best first, each with where it stands."""
    screen.heading(f"Library: {document.query}")
    if not document.answerable:
        nearest = " The nearest passages:" if document.results else ""
        screen.line(f"The library does not hold an answer to this.{nearest}")
    for passage in document.results:
        place = " > ".join(part for part in (passage.source.title, passage.source.section) if part)
        date = f", {wording.period(passage.source.date)}" if passage.source.date else ""
        screen.line()
        screen.line(f"{place}{date}", "strong")
        screen.markdown(passage.text)
        screen.line(f"{passage.source.file}; score {passage.score:.2f}", "quiet")


def view_ingest(screen: Screen, document: IngestDocument) -> None:
    """The counts, what was left out of documents, and which were skipped and why."""
    counts = ("added", "updated", "unchanged", "removed")
    said = ", ".join(f"{getattr(document, name)} {name}" for name in counts)
    screen.line(f"Documents: {said}. {document.chunks} passages written in {document.seconds:.1f} s.")
    listed(screen, "Left out", (f"{loss.path}: {loss.what}" for loss in document.losses))
    listed(screen, "Skipped", (f"{skipped.path}: {skipped.reason}" for skipped in document.skipped))


def view_library(screen: Screen, entries: Sequence[LibraryEntry]) -> None:
    """One row a document; the coach's own are marked."""
    rows = [
        (
            entry.title,
            wording.period(entry.date),
            str(entry.passages),
            "came with the coach" if entry.shipped else entry.file,
        )
        for entry in entries
    ]
    screen.table(("Document", "Date", "Passages", "From"), rows, numeric=(2,))


def view_added(screen: Screen, document: BaseModel) -> None:
    """What a data set brought, a count a line."""
    for name, value in document.model_dump(mode="json").items():
        words = name.replace("_", " ")
        screen.line(
            f"{words[0].upper()}{words[1:]}: {wording.number(value) if isinstance(value, int) else value}"
        )
