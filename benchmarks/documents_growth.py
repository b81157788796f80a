"""How search and its memory grow with the library, and what ingest costs beside the embedder alone."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.documents import OTHER, SEEDS, questions
from benchmarks.table import Row, against, table

SIZES = (1_000, 10_000, 100_000)
NOISE = 0.02
BATCH = 10
WARM_UP = 5
LEAST_OF_EMBEDDER = 0.85
ASKED = 60


def fill(size: int) -> None:
    """Fill this home's library up to `size` passages with slightly changed copies of the embedded ones."""
    import numpy as np

    from tools.documents import shipped
    from tools.documents.index import open_library
    from tools.documents.store import DocumentRow, NewPassage

    chance = np.random.default_rng(1)
    with open_library() as library, library.writing():
        cuts = [cut for document in shipped.documents() for cut in document.cuts]
        rows = shipped.vectors(library.embedder)
        own = np.split(rows, np.cumsum([len(cut.units) for cut in cuts])[:-1])
        count = library.store.count()
        while count < size:
            with library.store.transaction():
                for _ in range(BATCH):
                    copies = []
                    for number, (cut, vectors) in enumerate(zip(cuts, own, strict=True)):
                        near = vectors + chance.normal(0, NOISE, vectors.shape).astype(np.float32)
                        near /= np.linalg.norm(near, axis=1, keepdims=True)
                        copies.append(NewPassage(f"{count}-{number}", cut, near))
                    library.store.put_document(
                        DocumentRow(f"/copy/{count}", "", "", "copy", None, False), copies
                    )
                    count += len(copies)
        library.flush()


def measure(size: int) -> Iterator[Row]:
    """Searches in a process of their own, so that its memory is what search takes."""
    started = time.perf_counter()
    fill(size)
    print(f"documents, filled up to {size} passages in {time.perf_counter() - started:.0f} s", flush=True)
    command = [sys.executable, "-m", "benchmarks.documents_growth", "query"]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    name = f"a search of {size:,} passages"
    yield against(f"{name}, beside the vector of its question", told["query"], "ms", told["vector"], 2)
    yield Row(f"{name}: memory", told["memory"], "MB")
    yield Row(f"{name}: disk", told["disk"], "MB")


def query() -> dict[str, float]:
    """Median milliseconds of a search and of the embedder alone, megabytes of memory and of disk."""
    import resource

    from tools.documents import search
    from tools.documents.embedder import built_in

    model = built_in()
    asked = [question.text for question in questions()][: ASKED + WARM_UP]
    times, alone = [], []
    for number, text in enumerate(asked):
        started = time.perf_counter()
        search(text)
        between = time.perf_counter()
        model.states(model.tokenize(text).ids)  # computed anew: the search's own vector is kept
        if number >= WARM_UP:
            times.append(between - started)
            alone.append(time.perf_counter() - between)
    folder = Path(os.environ["COACH_HOME"])
    disk = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    return {
        "query": 1000 * statistics.median(times),
        "vector": 1000 * statistics.median(alone),
        "memory": memory,
        "disk": disk,
    }


def ingest_speed() -> Iterator[Row]:
    """Ingest beside the embedder alone, in processor time: the clock also counts what else runs on the machine."""
    import resource

    from tools.documents import ingest, search
    from tools.documents.embedder import embed
    from tools.documents.index import open_library

    search("warm up")
    started = _processor_seconds()
    ingest([SEEDS if SEEDS.is_dir() else OTHER])
    whole = _processor_seconds() - started
    with open_library() as library:
        files = [row.file for row, _ in library.store.documents() if not row.shipped]
        texts = [unit for file in files for cut in library.store.cuts(file) for unit in cut.units]
    sides = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)  # the readers run in a process of their own
    memory = [resource.getrusage(side).ru_maxrss / 1e3 for side in sides]
    started = _processor_seconds()
    embed(texts)
    alone = _processor_seconds() - started
    name = "ingest, texts a second of processor time beside the embedder alone"
    yield Row(name, len(texts) / whole, "", len(texts) / alone, LEAST_OF_EMBEDDER, of_ratio=True, most=False)
    yield Row("ingest, memory of this process at most", memory[0], "MB")
    yield Row("ingest, memory of its readers at most", memory[1], "MB")


def _processor_seconds() -> float:
    """Of this process and of the readers that have ended."""
    import resource

    used = [resource.getrusage(side) for side in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def run(sizes: Sequence[int] = SIZES[:2]) -> Iterator[Row]:
    before = os.environ.get("COACH_HOME")
    try:
        with tempfile.TemporaryDirectory() as folder:
            os.environ["COACH_HOME"] = folder
            yield from ingest_speed()
            for size in sizes:
                yield from measure(size)
    finally:
        os.environ.pop("COACH_HOME")
        if before is not None:
            os.environ["COACH_HOME"] = before


if __name__ == "__main__":
    print(json.dumps(query()) if sys.argv[1:] == ["query"] else table(run(SIZES)))
