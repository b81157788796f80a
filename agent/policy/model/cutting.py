"""Taking statements and stray figures out of a text, and the gaps that they leave."""

import re
from collections.abc import Iterable

from agent.grounding.quantities import find_quantities
from agent.grounding.statements import Statement, split_statements, without_citations


def cut_statements(text: str, faults: Iterable[Statement]) -> str:
    """The text without these statements, and without the bullets and gaps that they leave."""
    for statement in sorted(faults, key=lambda each: each.start, reverse=True):
        text = text[: statement.start] + text[statement.end :]
    lines = [
        line.rstrip() for line in text.split("\n") if not re.fullmatch(r"\s*(?:[-*+>]|\d{1,2}[.)])\s*", line)
    ]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def without_loose_figures(text: str) -> tuple[str, int]:
    """The text without amounts and shares that stand in no statement (heads and labels of tables), and how many."""
    covered = [(statement.start, statement.end) for statement in split_statements(text)]
    loose = [
        item
        for item in find_quantities(without_citations(text))
        if (item.money or item.unit == "%") and not any(start <= item.start < end for start, end in covered)
    ]
    for item in reversed(loose):
        text = f"{text[: item.start]} not known {text[item.end :]}"
    return text, len(loose)
