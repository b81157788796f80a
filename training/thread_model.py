"""The layer over the reader's states in JAX: attention to the message and to those before it, its own tags, chain and wishes.

It begins as nothing added to the reader (what each part adds begins at zero, its heads as the reader's), so that what is learned is what the thread changes.
"""

import jax
import jax.numpy as jnp
import numpy as np
from jax import Array

from agent.nlu.in_thread import BEFORE, HELD
from training.model import (
    HEADS,
    NEVER,
    STATE,
    WIDE,
    Noise,
    Params,
    chain_loss,
    drop,
    layered,
    tag_scores,
    wish_logits,
)
from training.thread_rows import Batch

_OF_READER = ("tag.", "wish.", "chain.")
_LAST = 5  # the reader's layer whose weights this one's attention begins as
_SPREAD_BACK, _SPREAD_HELD = 0.05, 0.3


def initial(reader: Params, seed: int) -> Params:
    """The layer's weights before training, from the reader's."""
    rng = np.random.default_rng(seed)
    params: Params = {name: value for name, value in reader.items() if name.startswith(_OF_READER)}
    for part in ("query", "key", "value", "wide"):
        for kind in ("weight", "bias"):
            params[f"{part}.{kind}"] = reader[f"{_LAST}.{part}.{kind}"]
    for part, rows in (("out", STATE), ("narrow", WIDE)):
        params[f"{part}.weight"] = jnp.zeros((rows, STATE))
        params[f"{part}.bias"] = jnp.zeros(STATE)
    back = rng.normal(size=(BEFORE, STATE)) * _SPREAD_BACK
    holds = rng.normal(size=(len(HELD) + 1, STATE)) * _SPREAD_HELD
    params["back.weight"] = jnp.asarray(back, dtype=jnp.float32)
    params["held.weight"] = jnp.asarray(holds, dtype=jnp.float32)
    return params


def forward(params: Params, batch: Batch, noise: Noise | None = None) -> tuple[Array, Array]:
    """Scores of tags (B, W, tags) and logits of wishes (B, wishes)."""
    half = noise._replace(dropped=noise.dropped / 2) if noise else None
    states = drop(batch.states, half, 4)
    states = states + drop(_attended(params, batch, states, half), noise, 6)
    wide = jax.nn.gelu(layered(params, "wide", states), approximate=False)
    states = states + drop(layered(params, "narrow", wide), noise, 7)
    scores = tag_scores(params, states, batch.first, batch.last, noise)
    return scores, wish_logits(params, states, batch.tokens, batch.vector, noise)


def _attended(params: Params, batch: Batch, states: Array, noise: Noise | None) -> Array:
    """What the message's tokens take from each other, from what the thread holds and from the messages before."""
    count, length, _ = states.shape
    one = jnp.ones((count, 1))
    stands = (jnp.concatenate([batch.held, one], axis=1) @ params["held.weight"])[:, None]
    before = drop(batch.before, noise, 5) + params["back.weight"][batch.back]
    seen = jnp.concatenate([states, stands, before], axis=1)
    mask = jnp.concatenate([batch.tokens, one, batch.stands], axis=1)

    def heads(name: str, of: Array) -> Array:
        projected = layered(params, name, of)
        return projected.reshape(count, of.shape[1], HEADS, STATE // HEADS).transpose(0, 2, 1, 3)

    query, key, value = heads("query", states), heads("key", seen), heads("value", seen)
    scores = query @ key.transpose(0, 1, 3, 2) / jnp.sqrt(STATE / HEADS)
    weights = jax.nn.softmax(scores + jnp.where(mask > 0, 0.0, NEVER)[:, None, None, :], axis=-1)
    mixed = (weights @ value).transpose(0, 2, 1, 3).reshape(count, length, STATE)
    return layered(params, "out", mixed)


def loss_of(params: Params, batch: Batch, noise: Noise | None = None) -> Array:
    """The mean over messages of minus the log-likelihood of tags and of wishes."""
    scores, logits = forward(params, batch, noise)
    yes, no = jax.nn.log_sigmoid(logits), jax.nn.log_sigmoid(-logits)
    wished = -(batch.wishes * yes + (1.0 - batch.wishes) * no).sum(axis=1)
    each = chain_loss(params, scores, batch) + wished
    return (each * batch.counts).sum() / batch.counts.sum()
