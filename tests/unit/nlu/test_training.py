"""Training: what it makes of annotated messages, and that what it exports computes the same."""

import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from agent.nlu.annotate import annotate
from agent.nlu.scheme import QUESTIONS, WISHES
from agent.nlu.tagger import Tagger, WishSets, choose, spans_of
from agent.nlu.windows import cut
from tools.documents.embedder import built_in
from training.copies import copy_of, pools_of
from training.corpus import Example, parse_line
from training.rows import first_window, row_of, tags_of
from training.scores import Scores

LINES = [
    '{"t": "I\'m a [nurse](cur) in [Tulsa](loc), [6 yrs](yrs) in, [$38 an hour](payc)", "w": ["tell"]}',
    '{"t": "what do [welders](ask) make in [Ohio](aloc)?", "w": ["pay"]}',
    '{"t": "I know [Excel](have), not [SQL](lack). [6 or so](hrs)", "w": ["answer"], "c": ["q:hours"]}',
    '{"t": "hello", "w": ["hello"]}',
]
EXAMPLES = [parse_line(line, "01_x.jsonl", number) for number, line in enumerate(LINES, start=1)]


def said(example: Example) -> list[tuple[str, str]]:
    return [(span.label, example.text[span.start : span.end]) for span in example.spans]


def test_copies_keep_labels_and_wishes_and_exchange_what_tables_know() -> None:
    pools = {
        **pools_of(EXAMPLES),
        "role": ["plumber"],
        "place": ["Reno"],
        "skill": ["Tableau"],
        "roles": ["roofers"],
    }
    seen = set[tuple[str, str]]()
    for seed in range(30):
        for example in EXAMPLES:
            copy = copy_of(example, pools, random.Random(seed))
            assert [span.label for span in copy.spans] == [span.label for span in example.spans]
            assert copy.wishes == example.wishes
            added = [name for name in copy.context if name not in example.context]
            assert [name for name in copy.context if name not in added] == list(example.context)
            assert not added or "answer" not in example.wishes or not set(added) & set(QUESTIONS)
            seen.update((label, words.lower()) for label, words in said(copy))
            again = copy_of(example, pools, random.Random(seed))
            assert again == copy
    assert {("cur", "plumber"), ("loc", "reno"), ("have", "tableau"), ("ask", "roofers")} <= seen


def test_scores_count_what_is_right_wrong_and_missed() -> None:
    scores = Scores()
    scores.add([(0, 5, "cur"), (9, 12, "loc")], [(0, 3, "cur"), (20, 22, "emp")], ["pay"], ["pay", "plan"])
    assert scores.f1(scores.exact) == 0.0
    assert scores.near["cur"].f1 == 1.0
    assert scores.near["loc"].missed == scores.near["emp"].wrong == 1
    assert scores.f1(scores.wishes) == pytest.approx(2 / 3)
    assert (scores.all_spans, scores.no_false_span, scores.all_wishes) == (0, 0, 0)
    scores.add([(0, 5, "cur")], [(0, 5, "cur")], ["pay"], ["pay"])
    assert (scores.messages, scores.all_spans, scores.no_false_span, scores.all_wishes) == (2, 1, 1, 1)


def test_the_annotated_spans_come_back_from_the_tags_of_words() -> None:
    for example in EXAMPLES:
        window = first_window(example.text, annotate)
        tags = tags_of(window.words, example.spans)
        found = spans_of(window.words, tags, [1.0] * len(tags))
        assert [span[:3] for span in found] == [(span.start, span.end, span.label) for span in example.spans]


def test_the_exported_file_computes_what_training_computes() -> None:
    for package in ("jax", "optax", "onnx"):
        pytest.importorskip(package)
    import jax.numpy as jnp

    from training.export import to_onnx
    from training.fit import batches
    from training.model import forward, shapes

    rng = np.random.default_rng(5)
    params = {
        name: jnp.asarray(rng.normal(0.0, 0.05, shape).astype(np.float16), dtype=jnp.float32)
        for name, shape in shapes().items()
    }
    tagger = Tagger(to_onnx(params, WishSets([(("tell",), 0.0)], 0.5)), built_in())
    for example in EXAMPLES:
        ((batch, _),) = batches([row_of(example, annotate)])
        scores, logits, summary = forward(params, batch)
        ran = tagger._run(cut(example.text, built_in(), annotate).parts[0], example.context)
        both = (
            (ran.scores, np.asarray(scores)[0, : len(ran.scores)]),
            (ran.logits, np.asarray(logits)[0]),
        )
        for theirs, ours in both:
            # Whole numbers in place of single precision: close beside how far scores lie apart.
            assert np.abs(theirs - ours).max() < 0.1 * ours.std()
        own = ran.summary[384:]
        assert own @ np.asarray(summary)[0] / np.linalg.norm(own) / np.sqrt(2) > 0.99


def test_usual_sets_decide_between_wishes_of_like_chance_and_danger_counts_for_itself() -> None:
    for package in ("jax", "optax"):
        pytest.importorskip(package)
    from training.reading import usual_sets

    pay, both, danger = (
        replace(EXAMPLES[1], wishes=names) for names in (("pay",), ("pay", "market"), ("crisis",))
    )
    chances = np.full((12, len(WISHES)), 0.01)
    chances[:9, WISHES.index("pay")] = 0.9
    chances[:9, WISHES.index("market")] = 0.6
    chances[9:, WISHES.index("crisis")] = 0.3
    usual = usual_sets([pay] * 90 + [both] * 2 + [danger] * 2, chances, [pay] * 9 + [danger] * 3)
    read = [choose(dict(zip(WISHES, row, strict=True)), usual, ()) for row in chances]
    assert read == [["pay"]] * 9 + [["crisis"]] * 3


def test_messages_are_split_into_training_kept_back_and_tests(tmp_path: Path) -> None:
    for package in ("jax", "onnx", "optax"):
        pytest.importorskip(package)
    from training.reader import split

    lines = [f'{{"t": "message {number}", "w": ["tell"]}}' for number in range(100)]
    (tmp_path / "01_a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "05_b.jsonl").write_text("\n".join(lines[:9]), encoding="utf-8")
    corpus = split(sorted(tmp_path.glob("*.jsonl")))
    assert len(corpus.tests["05_b.jsonl"]) == 9
    assert len(corpus.train) + len(corpus.dev) == 91 and 1 <= len(corpus.dev) <= 30
    tested = {example.text for example in corpus.tests["05_b.jsonl"]}
    assert not tested & {example.text for example in (*corpus.train, *corpus.dev)}
