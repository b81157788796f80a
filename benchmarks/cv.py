"""What is read right of CVs of example people in many shapes, a folder for each time that new ones were written.

`expected.yaml` beside the CVs says what a person reads in them; it was written before the reader saw them.
Right of 10 at first sight, as role, years, place, skills: `held` 9, 8, 10, 10; `fresh` 6, 7, 10, 9;
`fresh_2`, written after that was mended, 10, 10, 9, 9;
of the 19 of `fresh_3` 17, 16, 17, 16; of the 5 of `fresh_4` 5, 4, 5, 5 (an apprenticeship counted as years);
of the 10 of `fresh_5` 9, 6, 7, 7; of the 10 of `fresh_6` 9, 9, 10, 6.
What was wrong has been mended since. Of the 30 of `audit` and `audit_held` 29, 27, 26, 28; the ten kept aside are such
as nothing was changed for.
"""

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

import yaml

from agent.models import Profile
from agent.models.changes import apply_changes
from agent.nlu.cv.read import is_cv, read_cv
from agent.nlu.cv.words import normal
from benchmarks.table import Row, least
from tools.roadmap.skills import spelling

TODAY = date(2026, 11, 22)
DATA = Path(__file__).parent / "data" / "cv"
FIELDS = ("current_role", "years_experience", "location", "skills", "is_cv")
SKILLS_F1 = 0.85
FLOOR = 0.85  # of each field over all CVs; `tests/unit/nlu/test_cv.py` holds it


@dataclass(frozen=True)
class Expected:
    """A CV with what a person reads in it."""

    path: Path
    profile: Profile


def run() -> Iterator[Row]:
    """For each folder the share of CVs in which each field is read right."""
    for folder in sorted(DATA.iterdir()):
        right: Counter[str] = Counter()
        took: list[float] = []
        cvs = list(expected_in(folder))
        for each in cvs:
            started = time.perf_counter()
            right.update(right_in(each))
            took.append((time.perf_counter() - started) * 1000)
        for name in FIELDS:
            yield least(f"cv {folder.name}: {name} of {len(cvs)}", right[name] / len(cvs), FLOOR)
        yield Row(f"cv {folder.name}: reading one", median(took), "ms")


def expected_in(folder: Path) -> Iterator[Expected]:
    """The CVs of a folder."""
    rows: list[dict[str, Any]] = yaml.safe_load((folder / "expected.yaml").read_text(encoding="utf-8"))
    for row in rows:
        yield Expected(folder / row.pop("file"), Profile.model_validate(row))


def right_in(expected: Expected) -> set[str]:
    """The fields that are read right: role and place where one name holds the other, years within one, skills by F1."""
    return right_of(expected.path.read_text(encoding="utf-8"), expected)


def right_of(text: str, expected: Expected) -> set[str]:
    """The same of a text that the file's reader gave."""
    read, told = apply_changes(Profile(), read_cv(text, TODAY).changes), expected.profile
    years = (read.years_experience, told.years_experience)
    fits = {
        "current_role": _fits(read.current_role, told.current_role),
        "years_experience": years[0] == years[1]
        or (None not in years and abs(_number(years[0]) - _number(years[1])) <= 1),
        "location": _fits(read.location, told.location),
        "skills": skills_f1(read.skills, told.skills) >= SKILLS_F1,
        "is_cv": is_cv(text, TODAY),
    }
    return {name for name, right in fits.items() if right}


def _fits(read: str | None, told: str | None) -> bool:
    one, other = normal(read or ""), normal(told or "")
    return one == other or (bool(one and other) and (one in other or other in one))


def skills_f1(read: list[str], told: list[str]) -> float:
    """F1 of skills by their usual spelling, 0 to 1."""
    left, right = ({normal(spelling(name)) for name in names} for names in (read, told))
    return 2 * len(left & right) / (len(left) + len(right)) if left or right else 1.0


def _number(value: float | None) -> float:
    return float(value or 0)
