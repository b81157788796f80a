"""search(): the passages of the library that answer a question, or the word that it holds none."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tools.documents import ranking, shipped
from tools.documents.consistency import Library
from tools.documents.dense import DamagedError
from tools.documents.index import open_library, reopen_damaged
from tools.documents.models import Passage, PassageSource, SearchDocument
from tools.documents.store import StoredPassage
from tools.errors import UsageError
from tools.progress import Progress

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DENSE_CANDIDATES = 140
LEXICAL_CANDIDATES = 60
MAX_RESULTS = 100
MAX_QUERY_CHARS = 4000


@dataclass(frozen=True)
class Ranking:
    """Scored passages, best first, and what tells whether they answer the question."""

    passages: list[tuple[StoredPassage, float]]
    signs: ranking.Signs


def search(
    query: str, k: int = 5, within: str | Path | None = None, progress: Progress | None = None
) -> SearchDocument:
    """Find the `k` passages that fit `query` best, best first; `within` keeps to what lies under a path.

    `progress` is called as `ingest` calls it, should the index have to be built anew first.

    Raises UsageError for an empty query or k out of 1 to 100, HomeError and IndexUnavailableError as
    opening the library does.
    """
    if not query.strip():
        raise UsageError("The query is empty.", "Say what to search for.")
    if not 1 <= k <= MAX_RESULTS:
        raise UsageError(f"k must be 1 to {MAX_RESULTS}, not {k}.", "Ask for fewer results.")
    with open_library(progress) as library:
        found = ranked(library, query, within)
    if found is None:
        return SearchDocument(query=query, answerable=False)
    results = [_passage(passage, score) for passage, score in found.passages[:k]]
    return SearchDocument(query=query, answerable=ranking.is_answerable(found.signs), results=results)


def ranked(library: Library, query: str, within: str | Path | None = None) -> Ranking | None:
    """Rank the candidates for a query; None when nothing lies within the path."""
    import numpy as np

    question = " ".join(query.encode("utf-8", "replace").decode().split())[:MAX_QUERY_CHARS]
    files = None if within is None else files_within(library, within)
    if files == []:
        return None
    vector = library.embedder.embed([question])[0]
    held = ranking.holders(question, library.store)
    found = _candidates(library, ranking.fts_query(held), vector, files)
    if not found:
        return None
    passages = [passage for passage, _ in found]
    fit = ranking.rank(
        vector, passages, [bm25 for _, bm25 in found], shipped.glossary_vectors(library.embedder)
    )
    order = np.argsort(-fit.scores, kind="stable")
    best = [(passages[index], float(fit.scores[index])) for index in order]
    top = [passage for passage, _ in best[: ranking.BEST]]
    lean = shipped.question_scope(library.embedder).lean(vector)
    signs = ranking.signs(question, held, library.store, top, nearness=fit.nearness, lean=lean)
    return Ranking(best, signs)


def files_within(library: Library, within: str | Path) -> list[str]:
    """Give the library's files at or under a path; embedded ones by their name in the package."""
    roots = {str(within).rstrip("/")}
    with suppress(OSError, ValueError, RuntimeError):  # a path that cannot exist holds nothing
        roots.add(str(Path(within).expanduser().resolve()))
    names = [row.file for row, _ in library.store.documents()]
    return [name for name in names if any(name == root or name.startswith(root + "/") for root in roots)]


def _candidates(
    library: Library, match: str, vector: "NDArray[np.float32]", files: Sequence[str] | None
) -> list[tuple[StoredPassage, float]]:
    """Give passages near in meaning or in words, each with its BM25 score."""
    lexical = library.store.lexical(match, DENSE_CANDIDATES, files) if match else {}
    limit = min(DENSE_CANDIDATES, library.store.count())
    try:
        near = library.dense.nearest(vector, limit, files)
    except DamagedError:
        reopen_damaged(library)
        near = library.dense.nearest(vector, limit, files)
    names = dict.fromkeys([*near, *list(lexical)[:LEXICAL_CANDIDATES]])
    stored = library.store.passages(list(names))
    return [(passage, lexical.get(name, 0.0)) for name, passage in stored.items()]


def _passage(stored: StoredPassage, score: float) -> Passage:
    source = PassageSource(file=stored.file, title=stored.title, section=stored.section, date=stored.date)
    return Passage(id=stored.id, text=stored.text, score=round(min(max(score, 0.0), 1.0), 4), source=source)
