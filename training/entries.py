"""Fitting what finds a written answer: the regression over entries, the space of the ways of asking, and the ranks of candidates."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
import optax

from agent.nlu.entries import NONE, RANKED, Weights, candidates
from agent.nlu.scheme import WISHES
from agent.nlu.word_ranks import ranks_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

_STEPS, _PART, _RATE, _DECAY, _SEED = 450, 3072, 0.3, 2e-6, 7
_AXES = 128
_SHRUNK = 0.1  # so much of the spread within entries is taken to be the same in all directions
_SHORT = 1e-6
# So many askers of the average want what all do, before those of an entry tell what they want.
_SMOOTH = 2.0
_RANK_STEPS, _RANK_RATE, _RANK_DECAY = 400, 0.05, 1e-3


class Told(NamedTuple):
    """Texts with their summaries (texts, SUMMARY), the entry that each asks for, and its wishes where a reader named them."""

    texts: list[str]
    summaries: "Floats"
    entries: list[str]
    wishes: "list[tuple[str, ...] | None]"


def fitted(told: Told) -> Weights:
    """All that ships but ranks and gate."""
    entries = tuple(sorted({*told.entries, NONE}))  # NONE, the empty name, comes first
    place = {name: at for at, name in enumerate(entries)}
    given = np.array([place[name] for name in told.entries])
    weights, bias = _regression(told.summaries, given, len(entries))
    center = told.summaries.mean(axis=0)
    axes = _axes(told.summaries - center, given, len(entries))
    order = np.argsort(given, kind="stable")
    asks = (told.summaries[order] - center) @ axes
    asks /= np.linalg.norm(asks, axis=1, keepdims=True) + _SHORT
    starts = np.searchsorted(given[order], np.arange(len(entries) + 1))
    wished = _wished(told, given, len(entries))
    nothing = np.zeros(0, np.float32)
    return Weights(
        entries,
        weights,
        bias,
        center,
        axes,
        asks,
        starts,
        wished,
        ranks_of(told.texts, given.tolist(), len(entries)),
        np.zeros(len(RANKED), np.float32),
        nothing,
        nothing,
    )


def _regression(summaries: "Floats", given: "NDArray[np.int64]", count: int) -> tuple["Floats", "Floats"]:
    """Multinomial logistic regression by Adam on parts of the texts, the rate falling to nothing."""
    rows, targets = jnp.asarray(summaries), jnp.asarray(given)
    optimizer = optax.adam(optax.cosine_decay_schedule(_RATE, _STEPS))
    params = jnp.zeros((summaries.shape[1], count)), jnp.zeros(count)
    state = optimizer.init(params)

    def loss(params: tuple[jax.Array, jax.Array], part: jax.Array) -> jax.Array:
        scores = rows[part] @ params[0] + params[1]
        each = optax.softmax_cross_entropy_with_integer_labels(scores, targets[part])
        return each.mean() + _DECAY * jnp.square(params[0]).sum()

    @jax.jit
    def step(
        params: tuple[jax.Array, jax.Array], state: optax.OptState, part: jax.Array
    ) -> tuple[tuple[jax.Array, jax.Array], optax.OptState]:
        changes, state = optimizer.update(jax.grad(loss)(params, part), state, params)
        return optax.apply_updates(params, changes), state

    rng = np.random.default_rng(_SEED)
    for _ in range(_STEPS):
        params, state = step(params, state, jnp.asarray(rng.integers(0, len(given), _PART)))
    return np.asarray(params[0]).T.astype(np.float16).astype(np.float32), np.asarray(params[1])


def _axes(rows: "Floats", given: "NDArray[np.int64]", count: int) -> "Floats":
    """The directions in which texts for one entry differ most from those for others, and least from each other (linear discriminants)."""
    sizes = np.bincount(given, minlength=count)
    means = np.zeros((count, rows.shape[1]))
    np.add.at(means, given, rows)
    means /= np.maximum(sizes, 1)[:, None]
    apart = rows - means[given]
    within = (1.0 - _SHRUNK) * (apart.T @ apart) / len(rows)
    within += _SHRUNK * np.trace(within) / len(within) * np.eye(len(within))
    values, vectors = np.linalg.eigh(within)
    even = vectors / np.sqrt(values)
    between = (means @ even) * np.sqrt(sizes / len(rows))[:, None]
    _, directions = np.linalg.eigh(between.T @ between)
    axes = even @ directions[:, ::-1][:, :_AXES]
    return np.ascontiguousarray(axes / np.abs(axes).max()).astype(np.float32)


def _wished(told: Told, given: "NDArray[np.int64]", count: int) -> "Floats":
    """The share of each wish among the askers of each entry, drawn to that of all."""
    read = [at for at, wishes in enumerate(told.wishes) if wishes is not None]
    rows = np.array([[wish in (told.wishes[at] or ()) for wish in WISHES] for at in read], dtype=np.float64)
    sums, counts = np.zeros((count, len(WISHES))), np.zeros(count)
    np.add.at(sums, given[read], rows)
    np.add.at(counts, given[read], 1.0)
    shares = (sums + _SMOOTH * rows.mean(axis=0)) / (counts + _SMOOTH)[:, None]
    return shares.astype(np.float32)


def ranked(
    read: "Sequence[tuple[tuple[str, Floats, Mapping[str, float], tuple[str, ...]], Weights]]",
) -> "Floats":
    """The weights of RANKED by which the entries that fit come before the other candidates (conditional logit)."""
    features, right = [], []
    for (text, rows, chances, fitting), weights in read:
        found = candidates(text, rows, chances, weights)
        fits = [weights.entries[entry] in fitting for entry in found.entries]
        if any(fits):
            features.append(found.features)
            right.append(fits)
    told = np.array(features)
    middle, spread = told.mean(axis=(0, 1)), told.std(axis=(0, 1)) + _SHORT
    rows, fits = jnp.asarray((told - middle) / spread), jnp.asarray(np.array(right))
    optimizer = optax.adam(optax.cosine_decay_schedule(_RANK_RATE, _RANK_STEPS))
    rank = jnp.zeros(len(RANKED)).at[0].set(1.0)
    state = optimizer.init(rank)

    def loss(rank: jax.Array) -> jax.Array:
        shares = jax.nn.log_softmax(rows @ rank, axis=1)
        each = -jax.nn.logsumexp(jnp.where(fits, shares, -jnp.inf), axis=1)
        return each.mean() + _RANK_DECAY * jnp.square(rank).sum()

    @jax.jit
    def step(rank: jax.Array, state: optax.OptState) -> tuple[jax.Array, optax.OptState]:
        changes, state = optimizer.update(jax.grad(loss)(rank), state, rank)
        return optax.apply_updates(rank, changes), state

    for _ in range(_RANK_STEPS):
        rank, state = step(rank, state)
    return (np.array(rank) / spread).astype(np.float32)
