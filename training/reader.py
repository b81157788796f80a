"""`make reader`: from the annotated messages in `prompts/nlu/corpus` to the weights and their card in `prompts/nlu`.

Runs on the CPU. The same messages, seed, machine and number of threads give the same file.
"""

import argparse
import hashlib
import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import jax
import numpy as np

from agent.nlu.annotate import annotate
from agent.nlu.features import FEATURES, SHAPES
from agent.nlu.hits import Hit
from agent.nlu.tagger import FILE, Tagger
from tools.documents.embedder import built_in
from training.asked import read_asks
from training.card import Figures, write_card
from training.choices import read_choices
from training.copies import copy_of, pools_of
from training.corpus import FOLDER, CorpusError, Example, corpus_files, is_test, read_file
from training.export import to_onnx
from training.fit import Plan, Variants, fit
from training.model import Params
from training.reading import calibrated, measure, run, usual_sets
from training.rows import Row, rows_of, rows_of_asks
from training.scores import Scores
from training.shipped import Shipped, read_shipped

BUILD = Path(__file__).parents[1] / "build" / "reader"
COPIES = 3
# One message in twelve of the training files is kept back, to choose what decides wishes and compare ways of training.
_DEV_EVERY = 12
_CURVE = (1000, 2000, 4000)
_WAYS, _WAYS_EPOCHS = 1500, 8
# From weights that read well, at a third of the rate: faster forgets what slower keeps.
_COPIES_TO_GO_ON = 1
_GO_ON = Plan(epochs=2, rate=9e-5, head_rate=8e-4, messages_share=0.6)


class Corpus(NamedTuple):
    """Messages to train with, those kept back from the same files, and those of each test file."""

    train: list[Example]
    dev: list[Example]
    tests: dict[str, list[Example]]


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="make reader", description=__doc__)
    parser.add_argument("--epochs", type=int, help="how often each message is read: 8, or 3 to go on")
    parser.add_argument(
        "--go-on", action="store_true", help="begin from the weights that ship, not from MiniLM's"
    )
    parser.add_argument("--curve", action="store_true", help="train on 1,000, 2,000 and 4,000 messages too")
    parser.add_argument(
        "--ways", action="store_true", help="train without fine-tuning, tables, CRF, copies too"
    )
    given = parser.parse_args(arguments)
    BUILD.mkdir(parents=True, exist_ok=True)
    settings: Any = jax.config
    settings.update("jax_compilation_cache_dir", str(BUILD / "compiled"))
    try:
        corpus = split(corpus_files())
    except CorpusError as error:
        print(f"{error}. Mend the line, or see `python -m training.corpus check`.", file=sys.stderr)
        return 1
    begun = read_shipped(FOLDER.parent / FILE) if given.go_on else None
    plan = _GO_ON if begun else Plan()
    plan = replace(plan, epochs=given.epochs or plan.epochs)
    print(f"{len(corpus.train)} messages to train with, {len(corpus.dev)} kept back")
    variants = variants_of(corpus.train, plan.seed, _COPIES_TO_GO_ON if begun else COPIES)
    params, figures = _train(corpus, variants, plan, begun)
    if given.curve:
        figures.curve.extend(_curve(corpus, variants, plan))
    if given.ways:
        figures.ways.extend(_ways(corpus, variants, plan))
    content = to_onnx(params, figures.usual)
    (FOLDER.parent / FILE).write_bytes(content)
    write_card(FOLDER.parent / "CARD.md", content, figures)
    return 0


def split(paths: Sequence[Path]) -> Corpus:
    """Read the corpus; of a message that stands twice the first counts, and a test file's before any other."""
    corpus, seen = Corpus([], [], {}), set[tuple[str, tuple[str, ...]]]()
    for path in sorted(paths, key=lambda path: (not is_test(path), path)):
        for example in read_file(path):
            key = (" ".join(example.text.casefold().split()), example.context)
            if key in seen:
                continue
            seen.add(key)
            if is_test(path):
                corpus.tests.setdefault(path.name, []).append(example)
            else:
                number = int.from_bytes(hashlib.sha256(key[0].encode("utf-8", "replace")).digest()[:4])
                (corpus.train if number % _DEV_EVERY else corpus.dev).append(example)
    return corpus


def variants_of(examples: Sequence[Example], seed: int, copies: int) -> Variants:
    """Each message's arrays, and after them those of so many copies."""
    every = [rows_of(examples, annotate, BUILD)]
    pools = pools_of(examples)
    for number in range(copies):
        rng = random.Random(f"{seed}-{number}")  # noqa: S311 - repeatable, not secret
        every.append(rows_of([copy_of(example, pools, rng) for example in examples], annotate, BUILD))
    return list(zip(*every, strict=True))


def asks_of(corpus: Corpus) -> list[Row]:
    """The ways of asking for written answers and the texts whose kind a head tells, but those that test files hold."""
    tested = {example.text for examples in corpus.tests.values() for example in examples}
    asks = [ask for ask in read_asks() if ask.text not in tested]
    choices = [choice for choice in read_choices() if choice.text not in tested]
    entries = [("", ask.entry) for ask in asks] + [(choice.head, choice.kind) for choice in choices]
    numbers = {entry: at for at, entry in enumerate(sorted({*entries}))}
    groups = {head: at for at, head in enumerate(sorted({head for head, _ in entries}))}
    rows = rows_of_asks(
        [ask.text for ask in asks] + [choice.text for choice in choices],
        [numbers[entry] for entry in entries],
        [ask.wishes for ask in asks] + [None] * len(choices),
        annotate,
        BUILD,
    )
    return [row._replace(group=groups[head]) for row, (head, _) in zip(rows, entries, strict=True)]


def _train(corpus: Corpus, variants: Variants, plan: Plan, begun: Shipped | None) -> tuple[Params, Figures]:
    dev = rows_of(corpus.dev, annotate, BUILD)
    fitted = fit(plan, variants, BUILD, asks=asks_of(corpus), begun=begun.params if begun else None)
    params = calibrated(fitted, dev)
    usual = usual_sets(corpus.train, run(params, dev).chances, corpus.dev)
    tagger = Tagger(to_onnx(params, usual), built_in())
    figures = Figures(plan, corpus.train, usual, measure(tagger, corpus.dev))
    figures.begun = begun.sha256 if begun else None
    for name, examples in corpus.tests.items():
        figures.tests[name] = measure(tagger, examples)
        print(f"{name}: {figures.tests[name].line()}")
    print(f"kept back: {figures.dev.line()}")
    return params, figures


def _curve(corpus: Corpus, variants: Variants, plan: Plan) -> list[tuple[str, Scores]]:
    """Scores from fewer messages."""
    counts = [count for count in _CURVE if count < len(variants)]
    return _tables(
        {f"{count} messages": partial(_tried, corpus, _some(variants, count, plan), plan) for count in counts}
    )


def _ways(corpus: Corpus, variants: Variants, plan: Plan) -> list[tuple[str, Scores]]:
    """Scores of simpler ways beside the chosen one, on a part of the messages to save time."""
    some, plan = _some(variants, _WAYS, plan), replace(plan, epochs=_WAYS_EPOCHS)
    alone = [rows[:1] for rows in some]
    return _tables(
        {
            f"as shipped, but {len(some)} messages and {plan.epochs} epochs": partial(
                _tried, corpus, some, plan
            ),
            "without hits in tables": partial(_tried, corpus, some, plan, hits=False),
            "MiniLM's layers left as they are": partial(_tried, corpus, some, replace(plan, frozen=6)),
            "only the upper three layers fine-tuned": partial(_tried, corpus, some, replace(plan, frozen=3)),
            "without copies": partial(_tried, corpus, alone, plan),
            "a softmax for each word, no CRF": partial(_tried, corpus, some, replace(plan, chain=False)),
        }
    )


def _some(variants: Variants, count: int, plan: Plan) -> Variants:
    return random.Random(plan.seed).sample(list(variants), min(count, len(variants)))  # noqa: S311 - repeatable


def _tables(tries: dict[str, Callable[[], Scores]]) -> list[tuple[str, Scores]]:
    lines = []
    for name, tried in tries.items():
        lines.append((name, tried()))
        print(f"{name}: {lines[-1][1].line()}", flush=True)
    return lines


def _tried(corpus: Corpus, variants: Variants, plan: Plan, *, hits: bool = True) -> Scores:
    """Train in one way and measure on the messages kept back."""
    dev = rows_of(corpus.dev, annotate, BUILD)
    if not hits:
        variants, dev = [_without_hits(rows) for rows in variants], _without_hits(dev)
    params = fit(plan, variants, BUILD)
    usual = usual_sets(corpus.train, run(params, dev).chances, corpus.dev)
    tagger = Tagger(to_onnx(params, usual), built_in(), annotate if hits else _no_hits)
    return measure(tagger, corpus.dev)


def _no_hits(_text: str) -> list[Hit]:
    return []


def _without_hits(rows: Sequence[Row]) -> list[Row]:
    """Arrays as an annotator that knows no table would give them."""
    shapes = [name in SHAPES for name in FEATURES]
    return [row._replace(features=row.features * np.array(shapes, dtype=np.uint8)) for row in rows]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
