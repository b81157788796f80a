import threading
import time
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from tools.documents import embedder
from tools.errors import DataError


def test_rows_are_unit_vectors_of_384_numbers() -> None:
    rows = embedder.embed(["a backend engineer", "", "naïve \ud800 text"])
    assert rows.shape == (3, 384)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)


def test_no_texts_give_no_rows() -> None:
    assert embedder.embed([]).shape == (0, 384)


def test_meaning_orders_similarity() -> None:
    pay, wage, weather = embedder.embed(["What does it pay?", "The annual salary.", "It will rain tomorrow."])
    assert pay @ wage > pay @ weather + 0.2


def test_a_text_embeds_the_same_alone_and_among_others() -> None:
    alone = embedder.embed(["short"])[0]
    among = embedder.embed(["a much longer text " * 40, "short"])[1]
    assert np.allclose(alone, among, atol=1e-6)


def test_text_beyond_256_tokens_is_cut() -> None:
    long, longer = embedder.embed(["word " * 300, "word " * 3000])
    assert np.allclose(long, longer, atol=1e-6)


def test_a_changed_model_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedder, "MODEL_SHA256", "0" * 64)
    with pytest.raises(DataError, match=r"model\.onnx"):
        embedder.MiniLM()


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedder, "MODEL_PACKAGE", "no_such_package")
    with pytest.raises(DataError, match="no_such_package"):
        embedder.MiniLM()


def test_without_settings_the_built_in_model_is_used() -> None:
    assert embedder.configured().name == "all-MiniLM-L6-v2-onnx-int8"


def test_one_run_gives_the_vector_and_the_middle_states() -> None:
    model = embedder.built_in()
    text = "I'm a nurse in Tulsa"
    tokens = model.tokenize(text)
    states = model.states(tokens.ids)
    assert states.embedded.shape == (len(tokens.ids) + 2, 384)
    assert np.array_equal(states.vector, model.embed([text])[0])
    assert [text[start:end] for start, end in tokens.offsets] == ["I", "'", "m", "a", "nurse", "in", "Tulsa"]
    # Normalised states, not yet the last layer's.
    assert abs(float(states.embedded.std(axis=1).mean())) > 0.1


def test_texts_read_together_have_the_states_that_they_have_alone() -> None:
    model = embedder.built_in()
    texts = ("what do welders earn", "in Tulsa", "", "I clean teeth", "which of them pays best " * 9)
    many = [tuple(model.tokenize(text).ids) for text in texts]
    model.read_ahead([*many, *many[:1]])
    for ids in many:
        alone = model.states(ids)
        assert np.array_equal(model.kept_states(ids).vector, alone.vector)
        assert np.array_equal(model.kept_states(ids).embedded, alone.embedded)


def test_loading_beside_and_first_use_make_one_model(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []

    class Slow:
        def __init__(self) -> None:
            time.sleep(0.05)
            made.append(self)

    monkeypatch.setattr(embedder, "_loaded", cache(Slow))
    embedder.load_beside()
    assert [embedder.built_in()] == made


def test_what_fails_beside_is_said_at_the_first_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedder, "MODEL_SHA256", "another")
    monkeypatch.setattr(embedder, "_loaded", cache(embedder.MiniLM))
    embedder.load_beside()
    for thread in threading.enumerate():
        if thread.name == "load-embedder":
            thread.join(10)
    with pytest.raises(DataError, match="not the file"):
        embedder.built_in()
