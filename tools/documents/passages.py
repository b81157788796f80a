"""Outlines cut into passages of at most 1,200 characters, each with the small texts it is found by."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from tools.documents.glossary import entries_in
from tools.documents.sections import Block, Outline

MAX_CHARS = 1200
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“(\d-])")
MARKS = re.compile(r"^\s*(?:#{1,6}\s+|[-*+•‣▪◦·\u2013]\s+|\|)\s*|\*\*|`")
GLUED_WORDS = re.compile(r"(?<=[a-z]{2})(?=[A-Z])|(?<=[A-Z]{2})(?=[A-Z][a-z])")
SOURCE_NOTE = "Source: "
MAX_SENTENCES = 32


@dataclass(frozen=True)
class Cut:
    """A passage: `text` as it stands, `section` as "A > B", and what it is found by.

    `whole` is the passage with title and headings before it. `sentences` are its sentences and list items
    under their headings, `titled` the same with the title, `entries` the glossary entries in each.
    """

    text: str
    section: str | None
    whole: str
    sentences: tuple[str, ...]
    titled: tuple[str, ...]
    entries: tuple[tuple[int, ...], ...]

    @property
    def units(self) -> tuple[str, ...]:
        """The texts to embed, in the order in which their vectors are kept."""
        return (self.whole, *self.titled, *self.sentences)


def from_units(text: str, section: str | None, units: Sequence[str]) -> Cut:
    """Give back a cut from what is kept of it; the glossary entries are looked up anew."""
    half = (len(units) - 1) // 2
    sentences = tuple(units[half + 1 :])
    entries = tuple(entries_in(sentence) for sentence in sentences)
    return Cut(text, section, units[0], sentences, tuple(units[1 : half + 1]), entries)


def cut(outline: Outline) -> list[Cut]:
    """Cut a document into passages; sections that belong together share one while they fit."""
    words = frozenset(re.findall(r"[A-Za-z]+", outline.text))
    return [_cut(outline, blocks, words) for blocks in _gather(outline)]


def _gather(outline: Outline) -> Iterator[list[Block]]:
    """Give the blocks of each passage: whole sections where they fit, else runs of blocks."""
    depth = None if outline.marked else 1
    for _, top in groupby(_pieces(outline), key=lambda block: block.path[:depth]):
        passage: list[Block] = []
        for _, section in groupby(top, key=lambda block: block.path):
            blocks = list(section)
            for part in [blocks] if _span(blocks) <= MAX_CHARS else [[block] for block in blocks]:
                if passage and part[-1].end - passage[0].start > MAX_CHARS:
                    yield from _with_body(passage)
                    passage = []
                passage = [*passage, *part]
        yield from _with_body(passage)


def _with_body(passage: list[Block]) -> list[list[Block]]:
    """Headings alone are no passage; they stand in the section path of what follows."""
    return [passage] if any(block.kind != "heading" for block in passage) else []


def _pieces(outline: Outline) -> Iterator[Block]:
    """Blocks no longer than a passage; a longer one is cut between sentences, or between words."""
    for block in outline.blocks:
        start = block.start
        while block.end - start > MAX_CHARS:
            window = outline.text[start : start + MAX_CHARS]
            ends = [match.end() for match in SENTENCE_END.finditer(window)]
            space = max(window.rfind(" "), window.rfind("\n")) + 1
            stop = start + (ends[-1] if ends else space if space > MAX_CHARS // 2 else MAX_CHARS)
            yield Block(start, stop, block.kind, block.path)
            start = stop
        yield Block(start, block.end, block.kind, block.path)


def _span(blocks: list[Block]) -> int:
    return blocks[-1].end - blocks[0].start


def _cut(outline: Outline, blocks: list[Block], words: frozenset[str]) -> Cut:
    text = outline.text[blocks[0].start : blocks[-1].end].strip("\n")
    paths = list(dict.fromkeys(block.path for block in blocks if block.kind != "heading"))
    whole = heading_text((outline.title, *_common(paths)), _clean(text, words))
    found: dict[str, tuple[str, ...]] = {}
    for block in blocks:
        if block.kind != "heading":
            body = _clean(outline.text[block.start : block.end], words)
            parts = [part for part in SENTENCE_END.split(body) if not part.startswith(SOURCE_NOTE)]
            found.update((part, block.path) for part in parts)
    kept = list(found.items())[:MAX_SENTENCES]
    sentences = tuple(heading_text(path, body) for body, path in kept)
    titled = tuple(heading_text((outline.title, *path), body) for body, path in kept)
    entries = tuple(entries_in(sentence) for sentence in sentences)
    return Cut(text, _section(paths), whole, sentences, titled, entries)


def _common(paths: list[tuple[str, ...]]) -> tuple[str, ...]:
    return paths[0] if len(paths) == 1 else paths[0][:1]


def _section(paths: list[tuple[str, ...]]) -> str | None:
    """The heading path; where a passage holds several subsections, all their names."""
    if not paths[0]:
        return None
    if len(paths) == 1:
        return " > ".join(paths[0])
    names = [path[-1] for path in paths if len(path) > 1]
    return " > ".join([*paths[0][:1], "; ".join(names)]) if names else paths[0][0]


def heading_text(path: tuple[str, ...], body: str) -> str:
    """Give a text with its headings before it, the way passages and sentences are embedded."""
    names = [name for name in dict.fromkeys(path) if name and not body.startswith(name)]
    return ": ".join([*names, body])


def _clean(text: str, words: frozenset[str]) -> str:
    """Take list and heading marks off, set spaces single and part words that were glued together."""
    lines = (MARKS.sub("", line) for line in text.splitlines())
    return re.sub(
        r"[A-Za-z]{6,}", lambda match: _unglue(match.group(), words), " ".join(" ".join(lines).split())
    )


def _unglue(word: str, words: frozenset[str]) -> str:
    """Part "EngineerDirector" where each part stands alone elsewhere in the document; leave "PyTorch" whole."""
    parts = GLUED_WORDS.split(word)
    return " ".join(parts) if len(parts) > 1 and all(part in words for part in parts) else word
