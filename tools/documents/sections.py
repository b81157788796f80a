"""Documents as blocks under heading paths: Markdown by its marks, plain text by how headings look.

A block is a span of the document's text, so that what is shown stays as it stands in the document.
"""

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal, NamedTuple

from tools.documents.dates import STATEMENT, stated

BlockKind = Literal["heading", "text", "item"]

HEADING_MARK = re.compile(r"^(#{1,6})\s+(.+?)\s*#*$")
BULLET = re.compile(r"^\s*(?:[-*+•‣▪◦·\u2013]|\d{1,3}[.)])\s+\S")
NUMBERED = re.compile(r"^\d{1,2}[.)]\s+[A-Z]")
FENCE = re.compile(r"^\s*(```|~~~)")
FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
RUNS_ON = re.compile(r"\w{4}[.!?]\s+\w")  # the end of a sentence within a line
MAX_HEADING_CHARS = 90
MAX_HEADING_WORDS = 14
HEAD_CHARS = 600
_SMALL = "a an and as at by for from if in is of on or the to vs vs. with you you're"
SMALL_WORDS = frozenset(_SMALL.split())
# A label such as "Robust Data Management: Implement ..." inside a paragraph that runs on.
LABEL = re.compile(r"(?:(?<=[.!?:]\s)|\A)(?=[A-Z][^.:!?]{2,70}: [A-Z])")
# A list item with a closing remark glued to it: "... as needed By focusing on these, engineers can ... ."
GLUED = re.compile(r"(?<=[a-z)]) (?=(?:By|Note:|The|These|This|In|Overall,|With) [^•]{40,}\.\s*$)")
# What a document begins with is not always what it is about.
GENERIC_TITLES = frozenset(
    {
        "overview", "introduction", "summary", "about", "contents", "table of contents", "profile", "objective",
        "experience", "work experience", "professional experience", "education", "skills", "contact",
    }
)  # fmt: skip
DEFINITION = re.compile(r"\A(?:An?|The) ([A-Z][\w/&-]*(?: [A-Z][\w/&-]*){0,5}) (?:is|are|combines)\b")
JOINS = "\0"  # stands last in the path of a block that goes on with the sentence of the one before


@dataclass(frozen=True)
class Block:
    """Characters `start` to `end` of the text; `path` holds the headings above it (and itself, if it is one)."""

    start: int
    end: int
    kind: BlockKind
    path: tuple[str, ...]


@dataclass
class Outline:
    """A document's text with its blocks in order. `date` is ISO 8601 (a day, month or year) where it is known.

    `marked` tells that the author marked the headings, so that each section is to stand by itself.
    """

    text: str
    title: str
    date: str | None = None
    blocks: list[Block] = field(default_factory=list)
    marked: bool = False


@dataclass(frozen=True)
class _Line:
    """Characters `start` to `end` with the spaces around; `text`, without them, begins at `first`."""

    start: int
    end: int
    first: int
    text: str
    heading: bool


class _Run(NamedTuple):
    """Lines `start` to `end`: heading-like ones without a colon, question or exclamation mark at their end."""

    start: int
    end: int


def outline(text: str, fallback_title: str) -> Outline:
    """Cut a document's text into blocks. Line ends must be newlines."""
    front = FRONT_MATTER.match(text)
    start = front.end() if front else 0
    lines = _lines(text, start)
    marked = any(HEADING_MARK.match(line.text) for line in lines)
    blocks = _marked_blocks(lines) if marked else _plain_blocks(lines)
    found = Outline(text, "", blocks=blocks, marked=marked)
    fields = _front_fields(front.group(1)) if front else {}
    found.title = fields.get("title") or _title(found, fallback_title)
    if marked:
        found.blocks = _without_title(blocks)
    if all(
        block.kind == "heading" for block in found.blocks
    ):  # a list of names, and nothing under any of them
        found.blocks = [Block(block.start, block.end, "text", ()) for block in found.blocks]
    found.date = fields.get("date") or stated(text[:HEAD_CHARS])
    return found


def _front_fields(front: str) -> dict[str, str]:
    """Read the plain `key: value` lines of a front matter; nested values are not needed."""
    pairs = (line.split(":", 1) for line in front.splitlines() if ":" in line)
    return {key.strip().lower(): value.strip().strip("\"'") for key, value in pairs if value.strip()}


def _lines(text: str, start: int) -> list[_Line]:
    lines = []
    for match in re.finditer(r"[^\n]+", text[start:]):
        raw, body = match.group(), match.group().strip()
        if body:
            at = start + match.start()
            first = at + len(raw) - len(raw.lstrip())
            lines.append(_Line(at, start + match.end(), first, body, looks_like_heading(body)))
    return lines


def looks_like_heading(line: str) -> bool:
    """Tell whether an unmarked line reads as a heading: short, in title case, and no sentence."""
    line = line.strip()
    if not line or len(line) > MAX_HEADING_CHARS or line[-1] in ".,;" or line[0] in "\"'“•-*(":
        return False
    bare = re.sub(r"^\d{1,2}[.)]\s+|\s*\([^)]*\)(?=:?$)", "", line)
    words = bare.rstrip(":?!").split()
    if (
        not words
        or len(words) > MAX_HEADING_WORDS
        or not words[0][0].isupper()
        or STATEMENT.search(line)
        or RUNS_ON.search(line)
    ):
        return False
    telling = [word for word in words if word.lower() not in SMALL_WORDS]
    capital = sum(word[0].isupper() or not word[0].isalpha() for word in telling) / max(len(telling), 1)
    labelled = re.search(r": \S+ \S+ \S+", bare)
    return capital >= (1.0 if labelled else 0.5 if line[-1] in "?!" else 0.75)


def _marked_blocks(lines: list[_Line]) -> list[Block]:
    blocks: list[Block] = []
    path: list[tuple[int, str]] = []
    fenced = False
    previous_end = -1
    for line in lines:
        if FENCE.match(line.text):
            fenced = not fenced
        mark = None if fenced else HEADING_MARK.match(line.text)
        if mark:
            level = len(mark.group(1))
            path = [*(step for step in path if step[0] < level), (level, mark.group(2).strip())]
        names = tuple(name for _, name in path)
        kind: BlockKind = "heading" if mark else "item" if BULLET.match(line.text) else "text"
        follows = line.start == previous_end + 1 and blocks and blocks[-1].kind != "heading"
        if kind == "text" and follows and not line.text.startswith("|"):
            blocks[-1] = Block(blocks[-1].start, line.end, blocks[-1].kind, names)
        else:
            blocks.append(Block(line.start, line.end, kind, names))
        previous_end = line.end
    return blocks


def _without_title(blocks: list[Block]) -> list[Block]:
    """Drop a single first heading from the paths: it is the title, which stands there already."""
    tops = {block.path[:1] for block in blocks}
    if len(tops) > 1 or not all(block.path for block in blocks):
        return blocks
    return [Block(block.start, block.end, block.kind, block.path[1:]) for block in blocks]


def _plain_blocks(lines: list[_Line]) -> list[Block]:
    """Give unmarked headings two levels; see `_level` for how they are told apart."""
    blocks: list[Block] = []
    top = ""
    group = table = False
    for index, (line, run) in enumerate(zip(lines, _runs(lines), strict=True)):
        if not _is_heading(lines, index, run, table=table):
            path = blocks[-1].path if blocks else ()
            path = path[:-1] if path[-1:] == (JOINS,) else path
            blocks.extend(_split(line, path, joins=_joins(lines, index)))
            continue
        if _table_header(run, index):
            table = True
        if table and (line.text[-1] in ":?!" or NUMBERED.match(line.text)):
            table = False
        body = lines[index + 1] if index + 1 < len(lines) else None
        bare = body is None or body.heading
        bullets = body is not None and bool(BULLET.match(body.text)) and not body.heading
        second = bool(top) and (table or _second_level(line.text, group=group, bullets=bullets))
        if second:
            path = (top,) if _in_table_header(run, index) else (top, line.text.rstrip(":"))
        else:
            top, path = line.text.rstrip(":"), (line.text.rstrip(":"),)
            group = bare or _introduces(lines, index)
        blocks.append(Block(line.start, line.end, "heading", path))
    return _join_wrapped(blocks)


def _second_level(text: str, *, group: bool, bullets: bool) -> bool:
    """Numbered headings, headings with a colon and, below a heading that only introduces, those over lists."""
    return bool(NUMBERED.match(text)) or text.endswith(":") or (group and bullets)


def _introduces(lines: list[_Line], index: int) -> bool:
    """Tell whether the text under a heading ends in a colon just before the next heading."""
    for at in range(index + 1, len(lines)):
        if lines[at].heading:
            return at > index + 1 and lines[at - 1].text.endswith(":")
    return False


def _is_heading(lines: list[_Line], index: int, run: _Run, *, table: bool) -> bool:
    """A heading-like line, unless it stands in a list that a line with a colon opened."""
    if not lines[index].heading:
        return False
    if table or lines[index].text[-1] in ":?!":
        return True
    at = run.start - 1
    return not (at >= 0 and lines[at].heading and lines[at].text.endswith(":"))


def _runs(lines: list[_Line]) -> list[_Run]:
    """Give for each line the run of heading-like lines up to it and from it on; each list is walked once."""
    quiet = [line.heading and line.text[-1] not in ":?!" for line in lines]
    starts = list(range(len(lines)))
    ends = list(range(len(lines)))
    for at in range(1, len(lines)):
        if quiet[at - 1]:
            starts[at] = starts[at - 1]
    for at in reversed(range(len(lines))):
        if quiet[at]:
            ends[at] = ends[at + 1] if at + 1 < len(lines) else len(lines)
    return [_Run(start, end) for start, end in zip(starts, ends, strict=True)]


def _table_header(run: _Run, index: int) -> bool:
    """Three or more heading-like lines after text: the column names of a table that was flattened to lines."""
    return run.start == index > 2 and run.end - run.start >= 4


def _in_table_header(run: _Run, index: int) -> bool:
    """Column names stand in a run that goes on; the last line of the run labels the first row."""
    return run.end - run.start >= 4 and index < run.end - 1


def _split(line: _Line, path: tuple[str, ...], *, joins: bool) -> list[Block]:
    """One block a line, except where items run on in a paragraph or a remark is glued to a list item."""
    kind: BlockKind = "item" if BULLET.match(line.text) else "text"
    body, start = line.text, line.first
    if kind == "item":
        cuts = [match.end() for match in GLUED.finditer(body)][:1]
    else:
        cuts = [match.start() for match in LABEL.finditer(body) if _is_label(body[match.start() :])]
        cuts = cuts if len(cuts) >= 2 else []
    edges = [0, *(cut for cut in cuts if cut > 0), len(body)]
    if joins and len(edges) == 2:
        return [Block(start, start + len(body), "text", (*path, JOINS))]
    spans = pairwise(edges)
    return [Block(start + first, start + last, kind, path) for first, last in spans]


def _is_label(text: str) -> bool:
    return looks_like_heading(text.split(":", 1)[0])


def _joins(lines: list[_Line], index: int) -> bool:
    """Tell whether a line goes on with the sentence of the line before (text wrapped by hand)."""
    if index == 0 or lines[index - 1].heading or BULLET.match(lines[index].text):
        return False
    line, before = lines[index], lines[index - 1]
    return line.start == before.end + 1 and before.text[-1] not in ".:!?" and line.text[0].islower()


def _join_wrapped(blocks: list[Block]) -> list[Block]:
    joined: list[Block] = []
    for block in blocks:
        if block.path and block.path[-1] == JOINS and joined:
            before = joined.pop()
            joined.append(Block(before.start, block.end, before.kind, before.path))
        else:
            joined.append(block)
    return joined


def _title(found: Outline, fallback: str) -> str:
    """The first heading; a generic one ("Overview") gives way to what the first sentence defines."""
    first = next((block for block in found.blocks if block.kind == "heading"), None)
    if first is None:
        return fallback
    heading = first.path[0]
    if heading.lower() not in GENERIC_TITLES:
        return heading
    body = next((block for block in found.blocks if block.kind != "heading"), None)
    defined = DEFINITION.match(found.text[body.start : body.end].strip()) if body else None
    return defined.group(1) if defined else fallback
