"""search(): the passages of the library that answer a question, or the word that it holds none."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tools.documents import ranking
from tools.documents.dense import DamagedError
from tools.documents.library import Library, open_library, reopen_damaged
from tools.documents.models import Passage, PassageSource, SearchDocument
from tools.documents.store import StoredPassage
from tools.errors import UsageError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CANDIDATES = 200
MAX_RESULTS = 100
MAX_QUERY_CHARS = 4000


def search(query: str, k: int = 5, within: str | Path | None = None) -> SearchDocument:
    """Find the `k` passages that fit `query` best, best first; `within` keeps to what lies under a path.

    Raises UsageError for an empty query or k out of 1 to 100, HomeError and IndexUnavailableError as
    opening the library does.
    """
    question = " ".join(query.split())[:MAX_QUERY_CHARS]
    if not question:
        raise UsageError("The query is empty.", "Say what to search for.")
    if not 1 <= k <= MAX_RESULTS:
        raise UsageError(f"k must be 1 to {MAX_RESULTS}, not {k}.", "Ask for fewer results.")
    with open_library() as library:
        files = None if within is None else files_within(library, within)
        if files == []:
            return SearchDocument(query=query, answerable=False)
        vector = library.embedder.embed([question])[0]
        found = _candidates(library, question, vector, files)
        return _document(query, vector, found, k)


def files_within(library: Library, within: str | Path) -> list[str]:
    """Give the library's files at or under a path; embedded ones by their name in the package."""
    roots = {str(within).rstrip("/"), str(Path(within).expanduser().resolve())}
    names = [row.file for row, _ in library.store.documents()]
    return [name for name in names if any(name == root or name.startswith(root + "/") for root in roots)]


def _candidates(
    library: Library, question: str, vector: "NDArray[np.float32]", files: Sequence[str] | None
) -> list[tuple[StoredPassage, float]]:
    """Give passages near in meaning or in words, each with its BM25 score."""
    match = ranking.fts_query(question)
    lexical = library.store.lexical(match, CANDIDATES, files) if match else {}
    limit = min(CANDIDATES, library.store.count())
    try:
        near = library.dense.nearest(vector, limit, files)
    except DamagedError:
        reopen_damaged(library)
        near = library.dense.nearest(vector, limit, files)
    stored = library.store.passages(list(dict.fromkeys([*near, *lexical])))
    return [(passage, lexical.get(name, 0.0)) for name, passage in stored.items()]


def _document(
    query: str,
    vector: "NDArray[np.float32]",
    found: list[tuple[StoredPassage, float]],
    k: int,
) -> SearchDocument:
    import numpy as np

    if not found:
        return SearchDocument(query=query, answerable=False)
    rows = [
        np.frombuffer(each.vectors, dtype=np.float16).astype(np.float32).reshape(-1, len(vector))
        for each, _ in found
    ]
    fit = ranking.scores(vector, rows, np.array([bm25 for _, bm25 in found], dtype=np.float32))
    best = np.argsort(-fit, kind="stable")[:k]
    results = [_passage(found[index][0], float(fit[index])) for index in best]
    return SearchDocument(query=query, answerable=True, results=results)


def _passage(stored: StoredPassage, score: float) -> Passage:
    source = PassageSource(file=stored.file, title=stored.title, section=stored.section, date=stored.date)
    return Passage(id=stored.id, text=stored.text, score=round(min(max(score, 0.0), 1.0), 4), source=source)
