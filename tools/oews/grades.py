"""Grades and terms of engagement that stand beside a job title and are no part of it: "GS-11", "L5", "tier 2", "1099"."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

Kind = Literal["general_schedule", "wage_system", "armed_forces", "e_grade", "ladder", "contract", "payroll"]

# Grades are codes; what a bare number or the letters I and V mean is clear only where the text ends.
_CODES: tuple[tuple[Kind, str], ...] = (
    ("general_schedule", r"G[SGM][- ]?(?:\d{4}(?:-\d{1,2})?|\d{1,2})(?:[/-]\d{1,2})*(?:,? step \d{1,2})?"),
    ("wage_system", r"W[GLS][- ]?\d{1,2}"),
    ("armed_forces", r"O-(?:10|[1-9])|W-[1345]"),
    ("e_grade", r"E-?[1-9]"),
    ("ladder", r"(?:L|IC|T|P)-?\d{1,2}|(?:level|tier|band) (?:\d{1,2}|[IV]{1,3})|II|III|IV"),
    ("contract", r"1099|C2C|corp[- ]to[- ]corp"),
    ("payroll", r"W-?2"),
)
_LAST: tuple[tuple[Kind, str], ...] = (("ladder", r"[IV1-9]"),)
_CODE = re.compile(
    "|".join(rf"(?P<{kind}>(?<![\w-])(?:{pattern})(?![\w-]))" for kind, pattern in _CODES), re.IGNORECASE
)
_END = re.compile("|".join(rf"(?P<{kind}>(?<=\w )(?:{pattern})$)" for kind, pattern in _LAST))
_NOTES: dict[Kind, str] = {
    "general_schedule": (
        "A GS grade ({terms}) belongs to the General Schedule, the federal government's own pay system. These figures do "
        "not hold its pay tables; the wages shown are of all employers and grades together."
    ),
    "wage_system": (
        "The grade named ({terms}) belongs to the Federal Wage System, a pay system that these figures do not hold; the "
        "wages shown are of all employers and grades together."
    ),
    "armed_forces": (
        "The grade named ({terms}) is a pay grade of the armed forces, a pay system that these figures do not hold."
    ),
    "e_grade": (
        "The grade named ({terms}) is a pay grade of the armed forces or a level of an employer's own: these figures hold "
        "neither, and the wages shown are of all levels together."
    ),
    "ladder": (
        "The level named ({terms}) is one of an employer's own ladder; official wages are of all levels of experience "
        "together."
    ),
    "contract": (
        "The terms named ({terms}) are a contractor's: official wages count what employees are paid, not what "
        "contractors bill."
    ),
    "payroll": "The terms named ({terms}) are an employee's, as of all whom official wages count.",
}


_SYSTEMS: dict[Kind, str] = {
    "general_schedule": "the federal General Schedule (GS)",
    "wage_system": "the Federal Wage System",
    "armed_forces": "the armed forces",
}


class Grade(NamedTuple):
    """A grade or term as it was written, and where."""

    kind: Kind
    text: str
    start: int
    end: int


@lru_cache(maxsize=2048)
def find_grades(text: str) -> tuple[Grade, ...]:
    """Grades and terms of engagement in a title, in order."""
    found = list(_CODE.finditer(text))
    last = _END.search(text.rstrip())
    if last is not None and not any(each.end() >= last.end() for each in found):
        found.append(last)
    return tuple(Grade(_kind(each.lastgroup), each[0], each.start(), each.end()) for each in found)


@lru_cache(maxsize=2048)
def without_grades(text: str, grades: tuple[Grade, ...]) -> str:
    """The title alone."""
    edges = [0, *(edge for grade in grades for edge in (grade.start, grade.end)), len(text)]
    parts = [text[start:end] for start, end in list(pairwise(edges))[::2]]
    return " ".join(" ".join(parts).split()).strip(" ,;-/")


def pay_system(text: str) -> str | None:
    """The public pay system whose grade a text names first; None for an employer's own levels and terms."""
    return next((_SYSTEMS[grade.kind] for grade in find_grades(text) if grade.kind in _SYSTEMS), None)


def grade_notes(text: str) -> list[str]:
    """What must be said about the grades in a title: what they are, and what official wages do not hold."""
    grades = find_grades(text)
    return [
        _NOTES[kind].format(terms=quoted([each for each in grades if each.kind == kind]))
        for kind in dict.fromkeys(each.kind for each in grades)
    ]


def quoted(grades: Sequence[Grade]) -> str:
    """Grades as they were written: '"GS-11"'."""
    return " and ".join(dict.fromkeys(f'"{each.text}"' for each in grades))


def _kind(name: str | None) -> Kind:
    return next(kind for kind in _NOTES if kind == name)
