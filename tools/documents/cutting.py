"""Documents as they were read, cut into passages, and kept so that they can be cut again without their files."""

import json
import zlib
from dataclasses import replace

from tools.documents.loaders import Loaded, Part
from tools.documents.passages import Cut, cut
from tools.documents.sections import outline

# The version of how texts are cut. Raised with the rules, so that every library cuts what it holds again.
RULES = 4


def cut_document(loaded: Loaded, stem: str) -> tuple[str, str | None, list[Cut]]:
    """Give title, date and passages of a document; a part's label ("page 3") leads its section paths.

    `stem` is the title of a document that names none.
    """
    outlines = [outline(part.text, loaded.title or stem) for part in loaded.parts]
    title = loaded.title or next((each.title for each in outlines), stem)
    # What stands at the head of a later page is about something else.
    date = loaded.date or next((each.date for each in outlines[:1]), None)
    cuts = []
    for part, each in zip(loaded.parts, outlines, strict=True):
        each.title = title
        for found in cut(each):
            section = " > ".join(name for name in (part.label, found.section) if name)
            cuts.append(replace(found, section=section or None))
    return title, date, cuts


def pack(loaded: Loaded) -> bytes:
    """Give a document as compressed JSON."""
    parts = [(part.text, part.label) for part in loaded.parts]
    return zlib.compress(json.dumps([parts, loaded.title, loaded.date]).encode())


def unpack(packed: bytes) -> Loaded:
    """Give back what `pack` was given."""
    parts, title, date, *_ = json.loads(
        zlib.decompress(packed)
    )  # older libraries hold when a file was saved, too
    return Loaded(tuple(Part(text, label) for text, label in parts), title, date)
