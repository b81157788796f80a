"""`python -m training.coder`: from titles and sayings to the weights of `tools/oews/coder.py`.

It learns from the titles of the tables, from what people say of their work there and in `prompts/nlu/corpus/occupations/said.csv`,
and from what the work is. How its readings of a message are weighed is learned from `coded.jsonl`, the job words of
`corpus/turns` with their codes, by people who knew the trades and saw no link. Writes `seeds/tables/occupation_coder.npz` and the
card, `prompts/nlu/CODER.md`: minutes on two cores, the vectors of the texts apart, which are kept in `build/reader`.
"""

import csv
import hashlib
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
import optax

from tools.oews.coder import FILE, MOST_WORDS, SCALE, Weights, parts_of, rows_of
from tools.oews.sayings import all_sayings
from tools.oews.spoken import spoken_title
from tools.oews.tables import occupation_employment, occupations, read_table
from tools.oews.titles import all_hits
from training.coded import figures, mixed, read_coded, signed
from training.corpus import FOLDER
from training.vectors import vectors_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

Layers = dict[str, jax.Array]

_FEWEST = 4  # texts that have a part of a word which is learned
_WIDTH = 96
_EPOCHS, _BATCH, _RATE, _DECAY, _SMOOTH, _KEPT = 10, 512, 2e-3, 1e-3, 0.05, 0.7
_SECOND_SHARE = 0.5  # a title whose second occupation has more than this of the first is of neither
_UNKNOWN_EMPLOYMENT = 1000
# How much a text counts, by where it is from.
_OFFICIAL, _SAYING, _TITLE, _RARE, _WORK, _PART, _STEP = 3.0, 2.0, 1.0, 0.7, 1.0, 0.7, 0.3


class Text(NamedTuple):
    """A text that says what the work is, its SOC code, and how much it counts."""

    words: str
    code: str
    weight: float


def main() -> int:
    texts = [text for text in read_texts() if text.code in occupations()]
    fitted = fit(texts)
    coded = signed(read_coded(), fitted)
    held = coded.where(lambda row: row.is_held)
    lines = figures(held, mixed(coded.where(lambda row: not row.is_held)))
    whole = fitted._replace(mix=mixed(coded))
    content = packed(whole)
    Path(str(FILE)).write_bytes(content)
    card = _CARD.format(
        sha256=hashlib.sha256(content).hexdigest(), texts=f"{len(texts):,}", codes=len(whole.codes),
        parts=f"{len(whole.known):,}", coded=f"{len(coded.rows):,}", held=len(held.rows), lines="\n".join(lines),
    )  # fmt: skip
    (FOLDER.parent / "CODER.md").write_text(card, encoding="utf-8")
    print(card)
    return 0


def read_texts() -> Iterator[Text]:
    """Every text that is learned from."""
    for code, each in occupations().items():
        yield Text(spoken_title(each.title, code), code, _OFFICIAL)
    for saying in all_sayings():
        yield from (Text(saying.words, code, _SAYING / at) for at, code in enumerate(saying.codes, start=1))
    for hits in all_hits():
        if len(hits) == 1 or hits[1].share <= _SECOND_SHARE:
            yield Text(hits[0].title, hits[0].code, _TITLE)
    for row in read_table("occupation_titles_rare"):
        codes = row["codes"].split()
        if len(codes) == 1:
            yield Text(row["key"], codes[0].partition(":")[0], _RARE)
    for row in read_table("occupation_work"):
        yield Text(row["work"], row["code"], _WORK)
        parts = (part.strip() for part in row["work"].replace(" and ", ",").replace(";", ",").split(","))
        yield from (Text(part, row["code"], _PART) for part in parts if " " in part)
    for row in read_table("occupation_steps"):
        yield Text(row["title"], row["code"], _STEP)
    with (FOLDER / "occupations" / "said.csv").open(encoding="utf-8", newline="") as file:
        yield from (Text(row["words"], row["code"], _TITLE) for row in csv.DictReader(file))


def fit(texts: Sequence[Text]) -> Weights:
    """The layers, the mix of readings left open."""
    codes = sorted({text.code for text in texts})
    counts = Counter(part for text in texts for part in {*parts_of(text.words)})
    known = {part: row for row, (part, count) in enumerate(counts.most_common(), start=1) if count >= _FEWEST}
    place = {code: at for at, code in enumerate(codes)}
    given = (
        vectors_of([text.words.casefold() for text in texts]),
        _rows([text.words for text in texts], known),
        np.array([place[text.code] for text in texts]),
        np.array([text.weight for text in texts], dtype=np.float32),
    )
    layers = _trained(given, len(codes), len(known))
    employed = occupation_employment()
    counted = np.log(
        np.array([employed.get(code) or _UNKNOWN_EMPLOYMENT for code in codes], dtype=np.float32)
    )
    return Weights(
        codes, known, layers["vector"], layers["bias"], layers["words"], layers["shared"],
        counted - counted.mean(), np.zeros(0, dtype=np.float32),
    )  # fmt: skip


def _rows(texts: Sequence[str], known: dict[str, int]) -> "NDArray[np.int32]":
    """Rows of the known parts of each text, of shape (texts, MOST_WORDS); 0 for none."""
    rows = np.zeros((len(texts), MOST_WORDS), dtype=np.int32)
    for at, text in enumerate(texts):
        found = rows_of(text, known)
        rows[at, : len(found)] = found
    return rows


def _scores(layers: Layers, vectors: jax.Array, rows: jax.Array, key: jax.Array) -> jax.Array:
    """Scores of each code; some of the parts of words are left out."""
    there = (rows > 0) * jax.random.bernoulli(key, _KEPT, rows.shape)
    said = (layers["words"][rows] * there[..., None]).sum(axis=1) / jnp.sqrt(
        there.sum(axis=1, keepdims=True) + 1
    )
    return vectors * SCALE @ layers["vector"] + layers["bias"] + said @ layers["shared"]


def _trained(given: tuple["NDArray[Any]", ...], codes: int, known: int) -> dict[str, "Floats"]:
    """Layers after all epochs, with a rate that falls to nothing."""
    total, key = len(given[0]), jax.random.PRNGKey(0)
    layers = _begun(given[0].shape[1], codes, known, key)
    way = optax.adamw(optax.cosine_decay_schedule(_RATE, total // _BATCH * _EPOCHS), weight_decay=_DECAY)

    def loss(layers: Layers, batch: list[Any], key: jax.Array) -> jax.Array:
        vectors, rows, right, weight = batch
        aim = optax.smooth_labels(jax.nn.one_hot(right, codes), _SMOOTH)
        lost = optax.softmax_cross_entropy(_scores(layers, vectors, rows, key), aim)
        return (lost * weight).sum() / weight.sum()

    @jax.jit
    def step(layers: Layers, state: Any, batch: list[Any], key: jax.Array) -> tuple[Layers, Any]:
        change, state = way.update(jax.grad(loss)(layers, batch, key), state, layers)
        after: Layers = optax.apply_updates(layers, change)
        return after, state

    state, rng = way.init(layers), np.random.default_rng(0)
    for _ in range(_EPOCHS):
        order = rng.permutation(total)
        for at in range(0, total - _BATCH + 1, _BATCH):
            key, own = jax.random.split(key)
            layers, state = step(layers, state, [each[order[at : at + _BATCH]] for each in given], own)
    return {name: np.asarray(layer) for name, layer in layers.items()}


def _begun(width: int, codes: int, known: int, key: jax.Array) -> Layers:
    one, two = jax.random.split(key)
    return {
        "vector": jnp.zeros((width, codes)),
        "bias": jnp.zeros(codes),
        "words": jax.random.normal(one, (known + 1, _WIDTH)) * 0.1,
        "shared": jax.random.normal(two, (_WIDTH, codes)) * 0.1,
    }


def packed(held: Weights) -> bytes:
    """The weights as they ship: halves, and the words in 8 bits with a step for each."""
    steps = np.maximum(np.abs(held.words).max(axis=1, keepdims=True) / 127, 1e-8)
    content = BytesIO()
    np.savez_compressed(
        content,
        allow_pickle=False,
        codes=np.frombuffer("\n".join(held.codes).encode(), dtype=np.uint8),
        known=np.frombuffer("\n".join(held.known).encode(), dtype=np.uint8),
        words=np.rint(held.words / steps).astype(np.int8),
        steps=steps.astype(np.float16),
        mix=held.mix.astype(np.float32),
        **{
            name: getattr(held, name).astype(np.float16)
            for name in ("vector", "bias", "shared", "employment")
        },
    )
    return content.getvalue()


_CARD = """# The occupation coder

`seeds/tables/occupation_coder.npz` tells which occupation words for a job mean (`tools/oews/coder.py`). `python -m training.coder`
writes it and this card. sha256 `{sha256}`.

- Learned from {texts} texts of {codes} occupations: titles, sayings, what the work is; {parts} words and beginnings of words.
- How a message is weighed is learned from {coded} job words of turns of conversations, coded by readers who saw no link.
  Of every fourth conversation (held back: {held} job words) the figures below are told, with weights fitted to the others.
- Bad at: words that leave open whose work it is ("the hospital one"), a rank without a branch, software beside other engineering.

{lines}
"""


if __name__ == "__main__":
    sys.exit(main())
