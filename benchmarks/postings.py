"""What is read right of job postings in many shapes, a folder for each time that new ones were written.

`expected.yaml` beside them says what a person reads; it was written before the reader saw them, but for `first`, by
which the parts of postings were made. Right of 5 at first sight, as title, place, years, pay, demands: `second` 5, 5,
4, 5, 0; `third`, written after that was mended, 3, 5, 4, 5, 2; `fourth` 4, 5, 4, 3, 3. What is a kind of fault has been
mended since. `fifth` and `sixth` are of running text, 8 each; before sentences were read by a head of their own they
were read 8, 8, 5, 8, 2 and 7, 8, 6, 8, 2; `sixth` was kept aside. `seventh`, 12 of running text from many trades, was
written before the head had 477 more sentences and demands were read by all that a word may be: 10, 9, 10, 9, 0 with 24
of 45 demands and 5 false ones at first sight, afterwards 10, 9, 9, 9, 2 with 28 and 2. It is by the hand that changed
the reader, before it saw a fault there. No text of it or of `sixth` was looked at afterwards, but the totals of both
were in sight where two edges were chosen, so what they came to then is no first sight (`sixth` 8, 8, 8, 8, 2 with 26
of 31 demands and 2 false ones, afterwards 3 with 26 and 2). `eighth`, 5 of running text by the same hand, was read 5,
5, 3, 5, 1 with 16 of 20 demands and 3 false ones at first sight; of it only how years are read was mended.
"""

import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import yaml

from agent.coaching.gap import single_skills
from agent.models import Posting
from agent.nlu.posting_text import posting_in
from agent.nlu.tagger import default_tagger
from benchmarks.table import Row, least

DATA = Path(__file__).parent / "data" / "postings"
FIELDS = ("title", "place", "years", "pay", "asked")
# Of each field over all postings, which `tests/unit/nlu/test_posting_sets.py` holds: all demands of a posting are many.
FLOORS = {"title": 0.9, "place": 0.9, "years": 0.85, "pay": 0.85, "asked": 0.5}


class Case(NamedTuple):
    """A posting with what a person reads in it."""

    path: Path
    told: dict[str, Any]


def run() -> Iterator[Row]:
    """For each folder the share of postings in which each field is read right."""
    for folder in sorted(DATA.iterdir()):
        right: Counter[str] = Counter()
        took: list[float] = []
        cases = list(cases_in(folder))
        for each in cases:
            started = time.perf_counter()
            right.update(right_in(each))
            took.append((time.perf_counter() - started) * 1000)
        for name in FIELDS:
            yield least(
                f"posting {folder.name}: {name} of {len(cases)}", right[name] / len(cases), FLOORS[name]
            )
        yield Row(f"posting {folder.name}: reading one", median(took), "ms")


def cases_in(folder: Path) -> Iterator[Case]:
    """The postings of a folder."""
    rows: list[dict[str, Any]] = yaml.safe_load((folder / "expected.yaml").read_text(encoding="utf-8"))
    for row in rows:
        yield Case(folder / row.pop("file"), row)


def right_in(case: Case) -> set[str]:
    """The fields read right: title and place where the read name holds the told one, all demands and no false one."""
    read, told = posting_in(case.path.read_text(encoding="utf-8"), default_tagger()), case.told
    base = next((amount for amount in read.pay if amount.kind == "base"), None)
    fits = {
        "title": _holds(read.title, told["title"]),
        "place": _holds(read.place, told["place"]) or (told["place"] is None and read.place == "Remote"),
        "years": read.years == told["years"],
        "pay": base is not None and [base.low, base.high, base.period] == told["pay"],
        "asked": not faults_of(read, told),
    }
    return {name for name, right in fits.items() if right}


def faults_of(read: Posting, told: dict[str, Any]) -> list[str]:
    """Demands that are missing, and what is listed and no demand."""
    asked = [words.casefold() for words in single_skills(read.skills)]
    missing = [each for each in told["asked"] if not any(re.search(each, words) for words in asked)]
    false = [words for words in asked if any(re.search(str(each), words) for each in told["not_asked"])]
    others = [words for words in asked if not any(re.search(each, words) for each in told["asked"])]
    return [*missing, *false, *others[told["others"] :]]


def _holds(read: str | None, told: str | None) -> bool:
    return read is None if told is None else told.casefold() in (read or "").casefold()
