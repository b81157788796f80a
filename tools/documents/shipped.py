"""The embedded library: seeds/documents/*.md, with vectors that were computed before they were shipped."""

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from tools.documents import glossary, scope
from tools.documents.passages import Cut, cut
from tools.documents.sections import Outline, outline
from tools.errors import DataError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tools.documents.embedder import Embedder

FOLDER = files("seeds") / "documents"
VECTORS_FILE = "vectors.npy"
WEIGHTS_FILE = "weights.npy"  # of the questions in the regression of tools.documents.scope
STATE_FILE = "vectors.json"
FILE_PREFIX = "seeds/documents/"


@dataclass(frozen=True)
class ShippedDocument:
    """One file of the embedded library, cut. `file` is its name within the package."""

    file: str
    digest: str
    outline: Outline
    cuts: tuple[Cut, ...]


@cache
def documents() -> tuple[ShippedDocument, ...]:
    """Read and cut the embedded library. Raises DataError when it is missing."""
    names = sorted(each.name for each in FOLDER.iterdir() if each.name.endswith(".md"))
    if not names:
        raise DataError("The embedded library is missing from this installation.", "Run `make setup` again.")
    found = []
    for name in names:
        text = (FOLDER / name).read_text(encoding="utf-8")
        cutting = outline(text, name.removesuffix(".md"))
        digest = hashlib.sha256(text.encode()).hexdigest()
        found.append(ShippedDocument(FILE_PREFIX + name, digest, cutting, tuple(cut(cutting))))
    return tuple(found)


def all_texts() -> list[str]:
    """The texts of the shipped vectors in order: what the embedded library is found by, glossary, questions."""
    return [*_units(), *glossary.meanings(), *scope.questions()]


def _units() -> list[str]:
    return [unit for document in documents() for each in document.cuts for unit in each.units]


def texts_digest(embedder: str) -> str:
    """Give the hash that the shipped vectors carry: of their texts and of who embedded them."""
    parts = [embedder, str(scope.WIDTH), str(scope.PENALTY), *all_texts()]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@cache
def files_digest() -> str:
    """Give the hash of the files behind the texts, which is quicker to have than the texts."""
    files = sorted(
        (each for each in FOLDER.iterdir() if each.name.endswith(".md")), key=lambda each: each.name
    )
    content = [part for each in files for part in (each.name.encode(), each.read_bytes())]
    lists = [glossary.digest().encode(), scope.content().encode()]
    return hashlib.sha256(b"\n".join([*content, *lists])).hexdigest()


def digest(embedder: str) -> str:
    """Give what an index records of the embedded library it holds: another value means filling it anew."""
    return f"{embedder} {files_digest()} {recorded().get('digest')}"


@cache
def recorded() -> dict[str, str]:
    """Give what is recorded of the shipped vectors: `digest`, `files`, `embedder`; empty when there are none."""
    try:
        found: dict[str, str] = json.loads((FOLDER / STATE_FILE).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return found


def is_fresh(embedder: str) -> bool:
    """Tell whether the shipped vectors fit this embedder and these texts."""
    return recorded().get("embedder") == embedder and recorded().get("files") == files_digest()


def vectors(embedder: "Embedder") -> "NDArray[np.float32]":
    """Give one row for each unit of each cut, in order: shipped where they fit, else computed now."""
    end = -len(glossary.meanings()) - len(scope.questions())
    return _rows()[:end] if is_fresh(embedder.name) else embedder.embed(_units())


def glossary_vectors(embedder: "Embedder") -> "NDArray[np.float32]":
    """Give one row for each entry: shipped where they fit, else computed once for the process."""
    texts, after = glossary.meanings(), len(scope.questions())
    if is_fresh(embedder.name):
        return _rows()[-len(texts) - after : -after]
    return _computed(embedder, texts)


@cache
def question_scope(embedder: "Embedder") -> scope.Scope:
    """Give what questions are weighed against: shipped where it fits, else computed once for the process."""
    import numpy as np

    texts, answered = scope.questions(), len(scope.answered())
    if not is_fresh(embedder.name):
        rows = embedder.embed(texts)
        return scope.Scope(rows, scope.weigh(rows, answered), answered)
    with as_file(FOLDER / WEIGHTS_FILE) as path:
        return scope.Scope(_rows()[-len(texts) :], np.load(path, allow_pickle=False), answered)


@cache
def _computed(embedder: "Embedder", texts: tuple[str, ...]) -> "NDArray[np.float32]":
    return embedder.embed(texts)


@cache
def _rows() -> "NDArray[np.float32]":
    import numpy as np

    with as_file(FOLDER / VECTORS_FILE) as path:
        rows: NDArray[np.float32] = np.load(path, allow_pickle=False).astype(np.float32)
    return rows
