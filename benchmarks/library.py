"""What people ask the embedded library: whether the coach's reply holds the answer, on questions written before it was.

`benchmarks/data/library_questions.csv` has what an answer must hold: parts between ";;", ways to say one between "|".
"""

import csv
import tempfile
from datetime import date
from pathlib import Path

from benchmarks.table import Row, least

QUESTIONS = Path(__file__).parent / "data" / "library_questions.csv"
HALVES = ("open", "kept aside")
AIMED = 0.85


def holds(text: str, gold: str) -> bool:
    said = " ".join(text.split()).casefold()
    return all(any(way.casefold() in said for way in part.split("|")) for part in gold.split(";;"))


def reply(question: str) -> str:
    """What the coach says to a question for the library."""
    from agent.coaching.compose import compose, request_evidence
    from agent.coaching.findings import Findings, Found
    from agent.coaching.view import NO_FINDINGS, View
    from agent.models import DialogueState, Profile, ToolResult, Wish
    from tools.documents import evidence_of, search
    from tools.documents.tool import RESULTS

    wish = Wish(name="library", query=question)
    before = View(Profile(), DialogueState(), NO_FINDINGS, date(2026, 11, 28), message=question)
    (request,) = request_evidence([wish], before)
    found = search(str(request.args["query"]), k=RESULTS)
    numbered = [
        evidence_of(each).model_copy(update={"id": f"E{place}"})
        for place, each in enumerate(found.results, start=1)
    ]
    result = ToolResult(name=request.name, args=request.args)
    findings = Findings([], [], [], [Found(result, found, numbered if found.answerable else [])], [])
    after = View(Profile(), DialogueState(), findings, date(2026, 11, 28), message=question)
    return compose([wish], after).text


def share(half: str) -> float:
    """The share of a half's questions whose reply holds the answer."""
    with QUESTIONS.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["half"] == half]
    return sum(holds(reply(row["question"]), row["gold"]) for row in rows) / len(rows)


def run() -> list[Row]:
    from tools.settings import use_home

    with tempfile.TemporaryDirectory() as folder, use_home(folder):
        return [
            least(f"library, {half}: replies that hold the answer", share(half), AIMED) for half in HALVES
        ]
