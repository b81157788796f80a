"""The dense index: a Chroma collection that holds each passage's vector, embedded here or on a server.

It is derived from the store and can be thrown away at any time. Vectors are always passed in: Chroma's
default embedding function downloads a model and is never used. Telemetry is off.
"""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tools.errors import IndexUnavailableError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BATCH = 1000
HNSW = {"space": "cosine", "ef_construction": 100, "ef_search": 200}


class DamagedError(Exception):
    """The local index cannot be read; it has to be built again from the store."""


class DenseIndex:
    """One collection. Raises DamagedError for a broken local index, IndexUnavailableError for a server."""

    def __init__(self, folder: Path, url: str | None, name: str) -> None:
        from chromadb.config import Settings
        from chromadb.errors import ChromaError
        from httpx import HTTPError

        self.url = url
        self._errors = (ChromaError, HTTPError, ValueError, RuntimeError, OSError, KeyError, TypeError)
        options = Settings(anonymized_telemetry=False)
        try:
            self._client = _server(url, options) if url else _local(folder, options)
            self._collection = self._client.get_or_create_collection(
                name, embedding_function=None, configuration={"hnsw": HNSW}
            )
            self.identity = f"{url or 'local'}#{self._collection.id}"
        except self._errors as error:
            raise self._failure(error) from error

    def upsert(self, ids: Sequence[str], vectors: "NDArray[np.float32]", files: Sequence[str]) -> None:
        for start in range(0, len(ids), BATCH):
            part = slice(start, start + BATCH)
            metadatas: Any = [{"file": file} for file in files[part]]
            self._try(
                lambda part=part, metadatas=metadatas: self._collection.upsert(
                    ids=list(ids[part]), embeddings=vectors[part], metadatas=metadatas
                )
            )

    def delete(self, ids: Sequence[str]) -> None:
        for start in range(0, len(ids), BATCH):
            self._try(lambda start=start: self._collection.delete(ids=list(ids[start : start + BATCH])))

    def nearest(self, vector: "NDArray[np.float32]", limit: int, files: Sequence[str] | None) -> list[str]:
        """Give the ids of the passages nearest to `vector`, of `files` only where given."""
        where: Any = None if files is None else {"file": {"$in": list(files)}}
        found = self._try(
            lambda: self._collection.query(
                query_embeddings=vector[None, :], n_results=limit, where=where, include=[]
            )
        )
        ids: list[str] = found["ids"][0]
        return ids

    def ids(self) -> set[str]:
        return set(self._try(lambda: self._collection.get(include=[]))["ids"])

    def drop(self) -> None:
        """Delete the collection."""
        self._try(lambda: self._client.delete_collection(self._collection.name))

    def _try(self, call: Any) -> Any:
        try:
            return call()
        except self._errors as error:
            raise self._failure(error) from error

    def _failure(self, error: Exception) -> Exception:
        if self.url:
            return IndexUnavailableError(
                f"The Chroma server at {self.url} did not answer: {str(error).rstrip('.?!')}.",
                "Check COACH_CHROMA_URL, or unset it to use the built-in index.",
            )
        return DamagedError(str(error))


def _local(folder: Path, options: Any) -> Any:
    import chromadb

    folder.mkdir(parents=True, exist_ok=True)
    return chromadb.PersistentClient(path=str(folder), settings=options)


def _server(url: str, options: Any) -> Any:
    import chromadb

    parts = urlsplit(url if "//" in url else f"http://{url}")
    tls = parts.scheme == "https"
    return chromadb.HttpClient(
        host=parts.hostname or "localhost",
        port=parts.port or (443 if tls else 8000),
        ssl=tls,
        settings=options,
    )


def forget_local(folder: Path) -> None:
    """Throw a local index away, with what Chroma remembers of it in this process."""
    from chromadb.api.shared_system_client import SharedSystemClient

    SharedSystemClient.clear_system_cache()
    shutil.rmtree(folder, ignore_errors=True)
