"""Retrieval over the four documents as they are: ours beside dense only and lexical only; then speed and growth.

`python -m benchmarks.documents retrieval` leaves growth out.
"""

import csv
import os
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

QUESTIONS = Path(__file__).parent / "data"
SEEDS = Path(__file__).parents[1].parent / "shared" / "seeds"
TUNED = ("tune", "fresh a", "fresh b", "blind c", "blind d", "blind e", "keywords")
HALVES = (*TUNED, "held out")
# Documents on other subjects, as people add them.
OTHER = Path(__file__).parent / "data" / "other_subjects"
OTHER_HALF = "other subjects"
Ranker = Callable[[str], Sequence[str]]


@dataclass(frozen=True)
class Question:
    """`gold`: strings, each found in one passage that answers; none for an unanswerable question."""

    kind: str
    half: str
    text: str
    gold: tuple[str, ...]


def questions() -> list[Question]:
    rows: list[dict[str, str]] = []
    for path in sorted(QUESTIONS.glob("questions*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows += csv.DictReader(file)
    return [
        Question(
            row["kind"], row["half"], row["question"], tuple(part for part in row["gold"].split(";;") if part)
        )
        for row in rows
    ]


@contextmanager
def filled_home(*documents: Path) -> Iterator[Path]:
    """A temporary home with documents ingested beside the embedded ones."""
    from tools.documents import ingest
    from tools.settings import use_home

    with tempfile.TemporaryDirectory() as folder, use_home(folder):
        if documents:
            ingest(documents)
        yield Path(folder)


def measures(ranker: Ranker, asked: Sequence[Question]) -> tuple[float, float, float]:
    """Recall@1, recall@5 and MRR@10 over answerable questions."""
    ranks = []
    for question in asked:
        texts = [" ".join(text.split()) for text in ranker(question.text)[:10]]
        hits = [place for place, text in enumerate(texts, 1) if any(gold in text for gold in question.gold)]
        ranks.append(hits[0] if hits else 0)
    first = sum(rank == 1 for rank in ranks) / len(ranks)
    five = sum(0 < rank <= 5 for rank in ranks) / len(ranks)
    return first, five, sum(1 / rank for rank in ranks if rank) / len(ranks)


def rankers() -> dict[str, Ranker]:
    from tools.documents import ranking
    from tools.documents.index import open_library
    from tools.documents.retrieval import files_within, ranked

    def ours(question: str) -> list[str]:
        with open_library() as library:
            found = ranked(library, question, SEEDS)
        return [passage.text for passage, _ in found.passages] if found else []

    def dense(question: str) -> list[str]:
        with open_library() as library:
            files = files_within(library, SEEDS)
            names = library.dense.nearest(library.embedder.embed([question])[0], 10, files)
            stored = library.store.passages(names)
        return [stored[name].text for name in names]

    def lexical(question: str) -> list[str]:
        with open_library() as library:
            match = ranking.fts_query(ranking.holders(question, library.store))
            names = list(library.store.lexical(match, 10, files_within(library, SEEDS))) if match else []
            stored = library.store.passages(names)
        return [stored[name].text for name in names]

    return {"dense only": dense, "lexical only": lexical, "ours": ours}


def declined(half: str, documents: Path, *, answerable: bool) -> float:
    """Share declined of a half's questions that the documents answer, or of those they do not."""
    from tools.documents import search

    asked = [
        question for question in questions() if question.half == half and bool(question.gold) is answerable
    ]
    return statistics.fmean(not search(question.text, within=documents).answerable for question in asked)


def run() -> None:
    from benchmarks import documents_growth

    retrieval()
    documents_growth.run()


def retrieval() -> None:
    if not SEEDS.is_dir():
        print("documents: ../shared/seeds is not beside the repository, nothing to measure")
        return
    with filled_home(SEEDS):
        for half in HALVES:
            asked = [question for question in questions() if question.half == half and question.gold]
            hard = [question for question in asked if question.kind == "paraphrase"]
            for name, ranker in rankers().items():
                first, five, mrr = measures(ranker, asked)
                _, hard_five, _ = measures(ranker, hard or asked)
                print(
                    f"documents, {half} ({len(asked)} questions), {name}: recall@1 {first:.2f}, recall@5 {five:.2f},"
                    f" MRR@10 {mrr:.2f}; paraphrases recall@5 {hard_five:.2f}"
                )
            right, lost = (declined(half, SEEDS, answerable=answerable) for answerable in (False, True))
            print(
                f"documents, {half}: declined {right:.0%} of the unanswerable, {lost:.0%} of the answerable questions"
            )
    with filled_home(OTHER):
        right, lost = (declined(OTHER_HALF, OTHER, answerable=answerable) for answerable in (False, True))
    print(
        f"documents, {OTHER_HALF}: declined {right:.0%} of the unanswerable, {lost:.0%} of the answerable questions"
    )


if __name__ == "__main__":
    os.environ.pop("COACH_HOME", None)
    {"retrieval": retrieval}.get("".join(sys.argv[1:]), run)()
