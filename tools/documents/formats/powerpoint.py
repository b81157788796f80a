"""PowerPoint presentations: one part a slide, with its notes."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tools.documents.formats import archive
from tools.documents.formats.loaded import Loaded, Part, UnreadableError
from tools.documents.formats.text import clean
from tools.documents.formats.titles import usable


def read(path: Path) -> Loaded:
    """Give each slide's text from top to bottom under its title."""
    from pptx import Presentation
    from pptx.exc import PackageNotFoundError

    archive.check(path)
    try:
        with zipfile.ZipFile(path) as package:
            names, comments = package.namelist(), archive.comments(package)
        shown = Presentation(str(path))
        parts = tuple(
            Part(clean("\n\n".join(_slide(slide))), f"slide {number}")
            for number, slide in enumerate(shown.slides, 1)
        )
        first = next((slide.shapes.title for slide in shown.slides if slide.shapes.title is not None), None)
        about = shown.core_properties
    except (
        *archive.BROKEN,
        PackageNotFoundError,
        SyntaxError,
        KeyError,
        ValueError,
        AttributeError,
        IndexError,
        TypeError,
    ) as error:
        raise UnreadableError("it is a broken or protected PowerPoint presentation") from error
    title = usable(about.title) or (usable(first.text_frame.text) if first is not None else None)
    return Loaded(parts, title, None, (*archive.pictures(names), *comments))


def _slide(slide: Any) -> Iterator[str]:
    title = slide.shapes.title
    if title is not None and title.text_frame.text.strip():
        yield f"# {' '.join(title.text_frame.text.split())}"
    shapes = [shape for shape in slide.shapes if title is None or shape.shape_id != title.shape_id]
    yield from _texts(shapes)
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
        notes = slide.notes_slide.notes_text_frame.text.strip()
        if notes:
            yield f"Notes: {notes}"


def _texts(shapes: list[Any]) -> Iterator[str]:
    """Give the texts of shapes by their place; of a group, together."""
    for shape in sorted(shapes, key=lambda shape: (shape.top or 0, shape.left or 0)):
        if hasattr(shape, "shapes"):
            yield from _texts(list(shape.shapes))
        elif getattr(shape, "has_table", False) and shape.has_table:
            rows = (
                [" ".join(cell.text.split()) for cell in row.cells if not cell.is_spanned]
                for row in shape.table.rows
            )
            yield "\n".join(f"| {' | '.join(row)} |" for row in rows)
        elif shape.has_text_frame:
            yield from _paragraphs(shape)


def _paragraphs(shape: Any) -> Iterator[str]:
    lines = [(each.level, " ".join(each.text.split())) for each in shape.text_frame.paragraphs]
    lines = [(level, text) for level, text in lines if text]
    listed = shape.is_placeholder and len(lines) > 1
    text = "\n".join(f"- {line}" if listed or level else line for level, line in lines)
    if text:
        yield text
