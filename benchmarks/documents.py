"""Retrieval over documents as they are: ours beside dense only and lexical only."""

import csv
import statistics
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.table import Row, least, table

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


def rankers(folder: Path) -> dict[str, Ranker]:
    from tools.documents import ranking
    from tools.documents.index import open_library
    from tools.documents.retrieval import files_within, ranked

    def ours(question: str) -> list[str]:
        with open_library() as library:
            found = ranked(library, question, folder)
        return [passage.text for passage, _ in found.passages] if found else []

    def dense(question: str) -> list[str]:
        with open_library() as library:
            files = files_within(library, folder)
            names = library.dense.nearest(library.embedder.embed([question])[0], 10, files)
            stored = library.store.passages(names)
        return [stored[name].text for name in names]

    def lexical(question: str) -> list[str]:
        with open_library() as library:
            match = ranking.fts_query(ranking.holders(question, library.store))
            names = list(library.store.lexical(match, 10, files_within(library, folder))) if match else []
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


def run() -> Iterator[Row]:
    if SEEDS.is_dir():
        yield from _of(SEEDS, HALVES)
    else:
        print("documents: ../shared/seeds is not beside the repository, its questions are left out")
    yield from _of(OTHER, (OTHER_HALF,))


def _of(folder: Path, halves: Sequence[str]) -> Iterator[Row]:
    """Ours beside the better of dense only and lexical only, then what is declined."""
    with filled_home(folder):
        for half in halves:
            asked = [question for question in questions() if question.half == half and question.gold]
            if asked:
                found = {name: measures(ranker, asked) for name, ranker in rankers(folder).items()}
                ours = found.pop("ours")
                for at, name in enumerate(("recall@1", "recall@5", "MRR@10")):
                    best = max(each[at] for each in found.values())
                    yield least(f"documents, {half}: {name} of {len(asked)}", ours[at], beside=best)
            right, lost = (declined(half, folder, answerable=answerable) for answerable in (False, True))
            yield least(f"documents, {half}: declined of the unanswerable", right)
            yield Row(f"documents, {half}: declined of the answerable", lost, "%")


if __name__ == "__main__":
    print(table(run()))
