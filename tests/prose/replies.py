"""A reply held against evidence, sentence by sentence: what tests measure the coach's replies with.

Markdown is cut into statements: sentences, bullets with their lead-in, table cells with row, head and caption.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from agent.grounding.naming import citations
from agent.grounding.own import told_deed
from agent.models import Amount, Profile, Violation
from agent.plans.availability import plan_start
from agent.plans.schedule import Schedule
from tests.prose.checker import Checker
from tests.prose.told import told_evidence
from tools import settings
from tools.evidence import Evidence

_LEADING_CITATIONS = re.compile(r"(?:\s*\[[^\]]*E\d+[^\]]*\][.;]?\s*)+")
_END = re.compile(r"(?<=[.!?])(?:[\"\u201d\u2019)*_]*)\s+(?=[\"\u201c(*_\[]*[A-Z0-9$])")
_ABBREVIATION = re.compile(r"(?:\b(?:e\.g|i\.e|etc|vs|approx|ca|Mr|Ms|Dr|St|No|U\.S|Inc|Co)\.|\b[A-Z]\.)$")
_BULLET = re.compile(r"^\s*(?:[-*+\u2022]|\d{1,2}[.)])\s+")
_QUOTE = re.compile(r"^\s*>\s?")
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")


def check_answer(
    text: str,
    evidence: Sequence[Evidence],
    profile: Profile,
    today: date | None = None,
    told: Iterable[Amount] = (),
) -> list[Violation]:
    """The statements of a markdown reply that nothing they cite holds; `where` is "start:end" in the text.

    `told` are amounts that the person named (offers): theirs to repeat, and to take differences from.
    """
    numbered = {item.id: item for item in evidence}
    start = plan_start(profile, today or settings.today())
    checker = Checker(numbered, profile, Schedule.of(start, evidence), person=told_evidence(profile, told))
    found = []
    for statement in split_statements(text):
        approved = told_deed(statement.text)
        if statement.theirs and not statement.cites:
            problem = _not_told(statement.text, profile)
        else:
            problem = checker.problem(statement.text, statement.cites, statement.context)
        problem = "only the person approves a plan" if approved else problem
        if problem:
            rule, where = "approval" if approved else "figure", f"{statement.start}:{statement.end}"
            found.append(Violation(rule=rule, where=where, text=statement.text.strip(), problem=problem))
    return found


def _not_told(text: str, profile: Profile) -> str | None:
    """What is wrong with a sentence of a text that is the person's to send: a number that they did not tell."""
    told = set(_NUMBER.findall(profile.model_dump_json()))
    strange = [number for number in _NUMBER.findall(text) if number not in told]
    return f"the person did not tell {', '.join(strange)}" if strange else None


@dataclass(frozen=True)
class Statement:
    """One checkable piece in `source[start:end]`; `context` is what it leans on, nearest last; `cites` its evidence.

    It is `theirs` where it stands in a text that the person is to send or to say.
    """

    start: int
    end: int
    text: str
    context: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    theirs: bool = False


@dataclass(frozen=True)
class _Line:
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def split_statements(source: str) -> list[Statement]:
    """All statements of a markdown text in order. A heading or a lead-in ending in a colon is context for what follows."""
    statements: list[Statement] = []
    heading, lead = "", ""
    for block in _blocks(source):
        if all(line.text.lstrip().startswith("|") for line in block):
            statements += _table(block, [text for text in (heading, lead) if text])
            continue
        if block[0].text.lstrip().startswith("#"):
            heading, lead = block[0].text.lstrip("# "), ""
        for piece in _pieces([line for line in block if not line.text.lstrip().startswith("#")]):
            listed = _BULLET.match(piece.text) is not None
            outer = [text for text in (heading, lead) if text and (listed or text is heading)]
            sentences = _sentences(piece, outer)
            theirs = _QUOTE.match(piece.text) is not None
            statements += [replace(each, theirs=theirs) for each in sentences]
            if not listed:
                lead = piece.text if piece.text.rstrip().endswith(":") else ""
    return statements


def _blocks(source: str) -> list[list[_Line]]:
    """Runs of lines without an empty one, tables apart from text."""
    blocks: list[list[_Line]] = [[]]
    position = 0
    for raw in source.splitlines(keepends=True):
        line = _Line(position, raw.rstrip("\n\r"))
        position += len(raw)
        if not line.text.strip():
            blocks.append([])
            continue
        previous = blocks[-1][-1].text if blocks[-1] else None
        if previous is not None and previous.lstrip().startswith("|") != line.text.lstrip().startswith("|"):
            blocks.append([])
        blocks[-1].append(line)
    return [block for block in blocks if block]


def _pieces(block: list[_Line]) -> list[_Line]:
    """Each bullet with the lines that continue it; other lines joined to a paragraph."""
    pieces: list[_Line] = []
    for line in block:
        if (
            pieces
            and not _BULLET.match(line.text)
            and not _QUOTE.match(line.text)
            and not line.text.lstrip().startswith("#")
        ):
            gap = line.start - pieces[-1].end
            pieces[-1] = _Line(pieces[-1].start, pieces[-1].text + " " * gap + line.text)
        else:
            pieces.append(line)
    return pieces


def _split(text: str) -> list[tuple[int, str]]:
    """The sentences of a text, each with where it begins."""
    found, start = [], 0
    for match in _END.finditer(text):
        if not _ABBREVIATION.search(text[start : match.start()].rstrip()):
            found.append((start, text[start : match.end()]))
            start = match.end()
    return [*found, (start, text[start:])]


def _sentences(piece: _Line, outer: list[str]) -> list[Statement]:
    """Sentences of a paragraph or bullet; a citation after the full stop belongs to the sentence before it."""
    merged: list[tuple[int, str]] = []
    for begin, text in _split(piece.text):
        trailing = _LEADING_CITATIONS.match(text) if merged else None
        taken = trailing.end() if trailing else 0
        if taken:
            merged[-1] = (merged[-1][0], merged[-1][1] + text[:taken])
        if text[taken:].strip(" .;"):
            merged.append((begin + taken, text[taken:]))
    context = list(outer)
    statements = []
    for begin, text in merged:
        statements.append(
            Statement(
                piece.start + begin, piece.start + begin + len(text), text, tuple(context), citations(text)
            )
        )
        context.append(text)
    return statements


def _table(block: list[_Line], outer: list[str]) -> list[Statement]:
    """One statement a cell: caption, column head and row label are its context, row and cell name the evidence."""
    rows = [_cells(line) for line in block if not re.fullmatch(r"[\s|:-]+", line.text)]
    if len(rows) < 2:
        return []
    heads = [text for _, text in rows[0]]
    statements = []
    for row in rows[1:]:
        label = row[0][1] if row else ""
        whole = " ".join(text for _, text in row)
        for column, (start, text) in enumerate(row[1:], start=1):
            head = heads[column] if column < len(heads) else ""
            cites = citations(text) or citations(head) or citations(label) or citations(whole)
            statements.append(
                Statement(
                    start,
                    start + len(text),
                    text,
                    tuple(part for part in (*outer, head, label) if part),
                    cites,
                )
            )
    return statements


def _cells(line: _Line) -> list[tuple[int, str]]:
    cells = []
    position = line.start
    for index, part in enumerate(line.text.split("|")):
        # What stands before the first and after the last bar is no cell.
        if index > 0:
            cells.append((position, part))
        position += len(part) + 1
    return cells[:-1] if line.text.rstrip().endswith("|") else cells
