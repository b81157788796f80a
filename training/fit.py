"""Fitting the reader's weights: batches by length, Adam with a falling rate, a checkpoint after each epoch."""

import hashlib
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
import optax
from numpy.typing import NDArray

from agent.nlu.features import FEATURES
from agent.nlu.scheme import CONTEXTS, WISHES
from training.model import (
    LAYERS,
    STATE,
    Batch,
    Noise,
    Params,
    chain_loss,
    entry_loss,
    forward,
    initial,
    wish_loss,
)
from training.rows import NOT_ASKED, Row

LENGTHS = (16, 24, 32, 40, 52, 72, 104, 160, 256)
_BATCH_TOKENS = 1024
_MOST_MESSAGES = 48
# Rare wishes count more, within limits.
_WEIGHT_LIMIT = 3.0


@dataclass(frozen=True)
class Plan:
    """How long and how fast to train; so many lower layers of MiniLM are `frozen`, `chain` is off for a plain softmax.

    Each layer moves `lower` times as fast as the one above it.

    Each epoch reads `messages_share` of the messages, `asks_share` of the ways of asking for written answers whose wishes were
    read, `rest_share` of the others, and `kinds_share` of the texts whose kind a head tells; which answer they ask for, or of
    which kind they are, counts `asks_weight`.
    """

    epochs: int = 8
    rate: float = 2e-4
    head_rate: float = 2e-3
    warm_up: float = 0.06
    original_share: float = 0.5
    dropped: float = 0.2
    left_out: float = 0.05
    seed: int = 7
    frozen: int = 0
    lower: float = 0.85
    chain: bool = True
    messages_share: float = 1.0
    asks_share: float = 0.35
    rest_share: float = 0.15
    kinds_share: float = 0.5
    asks_weight: float = 0.5


Variants = Sequence[Sequence[Row]]


def batches(rows: Sequence[Row], rng: np.random.Generator | None = None) -> Iterator[tuple[Batch, list[int]]]:
    """Padded batches of rows of like length, with the numbers of the rows; in random order where `rng` is given."""
    order = rng.permutation(len(rows)) if rng else np.arange(len(rows))
    by_length: dict[int, list[int]] = {length: [] for length in LENGTHS}
    for at in order:
        long = max(len(rows[at].embedded), len(rows[at].first))  # a word of unknown characters has no token
        by_length[next(length for length in LENGTHS if long <= length)].append(int(at))
    groups = []
    for length, members in by_length.items():
        size = min(_MOST_MESSAGES, _BATCH_TOKENS // length)
        groups += [(length, size, members[since : since + size]) for since in range(0, len(members), size)]
    if rng:
        rng.shuffle(groups)
    for length, size, members in groups:
        yield _padded([rows[at] for at in members], length, size), members


def _padded(rows: Sequence[Row], length: int, size: int) -> Batch:
    """Rows with zeros after them and below them."""
    flags = {"features": len(FEATURES), "context": len(CONTEXTS), "wishes": len(WISHES)}
    arrays: dict[str, NDArray[np.generic]] = {
        "embedded": np.zeros((size, length, STATE), dtype=np.float32),
        "vector": np.zeros((size, STATE), dtype=np.float32),
        "features": np.zeros((size, length, flags["features"]), dtype=np.float32),
        "counts": np.zeros(size, dtype=np.float32),
    }
    arrays |= {name: np.zeros((size, flags[name]), dtype=np.float32) for name in ("context", "wishes")}
    arrays |= {name: np.zeros((size, length), dtype=np.float32) for name in ("tokens", "words")}
    arrays |= {name: np.zeros((size, length), dtype=np.int32) for name in ("first", "last", "tags")}
    arrays |= {name: np.zeros(size, dtype=np.int32) for name in ("entry", "group")}
    arrays |= {name: np.zeros(size, dtype=np.float32) for name in ("asks", "wished")}
    for at, row in enumerate(rows):
        arrays["entry"][at], arrays["asks"][at] = max(row.entry, 0), row.entry != NOT_ASKED
        arrays["wished"][at], arrays["group"][at] = row.wished, row.group
        for name in ("embedded", "features", "first", "last", "tags"):
            values = getattr(row, name)
            arrays[name][at, : len(values)] = values
        for name in ("vector", "context", "wishes"):
            arrays[name][at] = getattr(row, name)
        arrays["tokens"][at, : len(row.embedded)] = 1
        arrays["words"][at, : len(row.first)] = 1
        arrays["counts"][at] = 1
    return Batch(**{name: jnp.asarray(values) for name, values in arrays.items()})


def _loss(
    params: Params, batch: Batch, weight: jax.Array, key: jax.Array, *, plan: Plan, groups: jax.Array
) -> jax.Array:
    scores, logits, summary = forward(params, batch, Noise(key, plan.dropped, plan.left_out))
    if plan.chain:
        tagging = chain_loss(params, scores, batch)
    else:
        each = optax.softmax_cross_entropy_with_integer_labels(scores, batch.tags)
        tagging = (each * batch.words).sum(axis=1)
    each = tagging * (1.0 - batch.asks) + wish_loss(logits, batch.wishes, weight) * batch.wished
    if "entry.weight" in params:
        each += plan.asks_weight * entry_loss(params, summary, batch, groups) * batch.asks
    return (each * batch.counts).sum() / batch.counts.sum()


def _optimizer(plan: Plan, params: Params, steps: int) -> optax.GradientTransformation:
    def falling(rate: float) -> optax.GradientTransformation:
        warm = max(int(steps * plan.warm_up), 1)
        schedule = optax.warmup_cosine_decay_schedule(0.0, rate, warm, steps, rate * 0.02)
        return optax.adam(schedule)

    # What lies lower is more general, and moves less.
    layers = {
        str(layer): falling(plan.rate * plan.lower ** (LAYERS[-1] - layer))
        if layer >= plan.frozen
        else optax.set_to_zero()
        for layer in LAYERS
    }
    names = {
        name: name[0] if name[0].isdigit() else ("chain" if name.startswith("chain") else "head")
        for name in params
    }
    chain = (
        optax.adam(optax.linear_schedule(plan.head_rate * 5, 0.0, steps))
        if plan.chain
        else optax.set_to_zero()
    )
    parts = optax.multi_transform({**layers, "head": falling(plan.head_rate), "chain": chain}, names)
    return optax.chain(optax.clip_by_global_norm(5.0), parts)


def fit(
    plan: Plan,
    variants: Variants,
    folder: Path,
    *,
    asks: Sequence[Row] = (),
    begun: Params | None = None,
    say: bool = True,
) -> Params:
    """Train on messages, each given in one or more variants of which the first is the original, and on ways of asking.

    From MiniLM's weights, or from those that were `begun`.
    Goes on from the checkpoint in `folder` if it belongs to this plan and these messages.
    """
    key = jax.random.key(plan.seed)
    groups = groups_of(asks)
    params = initial(plan.seed, len(groups)) | (begun or {})
    each_epoch = sum(1 for _ in batches(_of_epoch(variants, asks, plan, np.random.default_rng(0))))
    optimizer = _optimizer(plan, params, (each_epoch + len(LENGTHS) // 2) * plan.epochs)
    state = optimizer.init(params)
    given = np.stack([rows[0].wishes for rows in variants]).mean(axis=0)
    weight = jnp.asarray(
        np.clip(np.sqrt(0.1 / np.maximum(given, 1e-3)), 1.0, _WEIGHT_LIMIT), dtype=jnp.float32
    )

    @partial(jax.jit, donate_argnums=(0, 1))
    def step(
        params: Params, state: optax.OptState, batch: Batch, key: jax.Array
    ) -> tuple[Params, optax.OptState, jax.Array]:
        loss, slopes = jax.value_and_grad(partial(_loss, plan=plan, groups=jnp.asarray(groups)))(
            params, batch, weight, key
        )
        changes, state = optimizer.update(slopes, state, params)
        return optax.apply_updates(params, changes), state, loss

    file = folder / f"fit-{_name(plan, [*variants, asks], begun or {})}.npz"
    done, params, state = _resumed(file, params, state)
    for epoch in range(done, plan.epochs):
        began, losses = time.monotonic(), []
        rng = np.random.default_rng([plan.seed, epoch])
        rows = _of_epoch(variants, asks, plan, rng)
        for number, (batch, _) in enumerate(batches(rows, rng)):
            own = jax.random.fold_in(jax.random.fold_in(key, epoch), number)
            params, state, loss = step(params, state, batch, own)
            losses.append(loss)
        mean = float(jnp.stack(losses).mean())
        if not np.isfinite(mean):
            raise SystemExit("The loss is no number any more: lower the rate.")
        _keep(file, epoch + 1, params, state)
        if say:
            print(
                f"  epoch {epoch + 1}/{plan.epochs}: loss {mean:.2f}, {time.monotonic() - began:.0f} s",
                flush=True,
            )
    return params


def groups_of(asks: Sequence[Row]) -> NDArray[np.int32]:
    """To which group each of the numbered answers and kinds belongs, of shape (entries,)."""
    of = {row.entry: row.group for row in asks}
    return np.array([of[entry] for entry in range(len(of))], dtype=np.int32)


def _of_epoch(variants: Variants, asks: Sequence[Row], plan: Plan, rng: np.random.Generator) -> list[Row]:
    """The messages and the other texts of one epoch."""
    read = [row for row in asks if row.wished]
    rest = [row for row in asks if not row.wished and not row.group]
    kinds = [row for row in asks if row.group]
    shares = ((read, plan.asks_share), (rest, plan.rest_share), (kinds, plan.kinds_share))
    chosen = rng.permutation(len(variants))[: round(len(variants) * plan.messages_share)]
    rows = [_chosen(variants[at], plan.original_share, rng) for at in chosen]
    return rows + [
        of[at] for of, share in shares for at in rng.permutation(len(of))[: round(len(of) * share)]
    ]


def _chosen(rows: Sequence[Row], original_share: float, rng: np.random.Generator) -> Row:
    if len(rows) == 1 or rng.random() < original_share:
        return rows[0]
    return rows[int(rng.integers(1, len(rows)))]


def _name(plan: Plan, variants: Variants, begun: Params) -> str:
    told = hashlib.sha256(json.dumps(asdict(plan)).encode())
    for name in sorted(begun):
        told.update(np.asarray(begun[name]).tobytes())
    for rows in variants:
        for row in rows:
            told.update(
                row.vector.tobytes() + row.features.tobytes() + row.tags.tobytes() + row.wishes.tobytes()
            )
            told.update(row.entry.to_bytes(4, "big", signed=True) + bytes([row.wished, row.group]))
    return told.hexdigest()[:16]


def _keep(file: Path, epoch: int, params: Params, state: optax.OptState) -> None:
    leaves = jax.tree.leaves((params, state))
    partial_file = file.with_suffix(".partial.npz")
    np.savez(partial_file, np.array(epoch), *[np.asarray(leaf) for leaf in leaves])
    partial_file.replace(file)


def _resumed(file: Path, params: Params, state: optax.OptState) -> tuple[int, Params, optax.OptState]:
    if not file.exists():
        return 0, params, state
    with np.load(file, allow_pickle=False) as stored:
        epoch, *leaves = [jnp.asarray(stored[name]) for name in stored.files]
    params, state = jax.tree.unflatten(jax.tree.structure((params, state)), leaves)
    return int(epoch), params, state
