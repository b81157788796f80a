"""Choosing what decides wishes, and measuring the exported weights on annotated messages."""

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from numpy.typing import NDArray

from agent.nlu.crf import Chain, best_tags
from agent.nlu.scheme import WISHES
from agent.nlu.tagger import Tagger, WishSets, choose
from training.corpus import Example
from training.fit import batches
from training.model import NEVER, Params, chain_loss, forward
from training.rows import Row
from training.scores import Scores

_WEIGHTS = tuple(step / 10 for step in range(11))
_EDGES = (0.005, 0.01, 0.02, 0.05, *(step / 10 for step in range(1, 10)))
# Help named once to thirty who do not need it is the lesser harm beside one in danger who is not heard.
_MISSED = 30.0
_HEATS = tuple(1.0 + step / 5 for step in range(21))
# A set that only one message has is chance.
_FEWEST = 2


class Outputs(NamedTuple):
    """For each row: tags of its words, and the chances of wishes (rows, wishes)."""

    tags: list[list[int]]
    chances: NDArray[np.float64]


def run(params: Params, rows: Sequence[Row]) -> Outputs:
    """What the weights in training say of messages, in order."""
    chain = Chain(*(np.asarray(params[f"chain.{name}"]) for name in Chain._fields))
    compiled = jax.jit(forward)
    tags: list[list[int]] = [[]] * len(rows)
    chances = np.zeros((len(rows), len(WISHES)))
    for batch, members in batches(rows):
        scores, logits, _ = compiled(params, batch)
        likely = 1.0 / (1.0 + np.exp(-np.clip(np.asarray(logits), -30.0, 30.0)))
        for at, number in enumerate(members):
            tags[number] = best_tags(np.asarray(scores[at])[: len(rows[number].first)], chain)
            chances[number] = likely[at]
    return Outputs(tags, chances)


def calibrated(params: Params, rows: Sequence[Row]) -> Params:
    """The weights with all scores of tags divided by one number, so that marginals are as sure as they are right.

    The tags stay what they were. The number is that of the least loss on messages that were kept back. C. Guo et al.,
    "On Calibration of Modern Neural Networks", ICML 2017.
    """
    compiled, loss = jax.jit(forward), jax.jit(chain_loss)
    outputs = [(compiled(params, batch)[0], batch) for batch, _ in batches(rows)]
    softened = {heat: _softened(params, heat) for heat in _HEATS}
    losses = {
        heat: sum(float((loss(soft, scores / heat, batch) * batch.counts).sum()) for scores, batch in outputs)
        for heat, soft in softened.items()
    }
    return softened[min(losses, key=lambda heat: losses[heat])]


def _softened(params: Params, heat: float) -> Params:
    scored = ("tag.weight", "tag.bias", "chain.begin", "chain.follow", "chain.end")
    soft = params | {name: params[name] / heat for name in scored}
    # What may not follow stays so far off that it has no share.
    return soft | {name: jnp.where(params[name] <= NEVER / 2, NEVER, soft[name]) for name in scored[2:4]}


def usual_sets(
    examples: Sequence[Example], chances: NDArray[np.float64], kept: Sequence[Example]
) -> WishSets:
    """The sets of wishes of `examples`; their shares weigh what reads the messages `kept` back best, whole and in part."""
    counts = Counter(tuple(sorted(example.wishes, key=WISHES.index)) for example in examples)
    shares = {names: math.log(count / len(examples)) for names, count in counts.items() if count >= _FEWEST}
    named = [dict(zip(WISHES, map(float, row), strict=True)) for row in chances]

    def weighed(weight: float, danger: float) -> WishSets:
        return WishSets([(names, weight * share) for names, share in shares.items()], danger)

    def right(weight: float) -> float:
        usual, score = weighed(weight, 2.0), 0.0
        for row, each in zip(named, kept, strict=True):
            said, given = {*choose(row, usual, each.context)}, {*each.wishes}
            score += (said == given) + len(said & given) / len(said | given)
        return score

    return weighed(max(_WEIGHTS, key=right), _danger(named, kept))


def _danger(chances: Sequence[dict[str, float]], kept: Sequence[Example]) -> float:
    """The chance of `crisis` from which on it counts: one that is missed weighs as much as thirty that are none."""
    both = [(row["crisis"], "crisis" in each.wishes) for row, each in zip(chances, kept, strict=True)]

    def cost(edge: float) -> float:
        return sum(_MISSED if given else 1.0 for chance, given in both if given is not (chance >= edge))

    return float(min(_EDGES, key=lambda edge: (cost(edge), abs(edge - 0.5))))


def measure(tagger: Tagger, examples: Sequence[Example]) -> Scores:
    """Read messages as the coach does and count what is right."""
    scores = Scores()
    for example in examples:
        reading = tagger.read(example.text, example.context)
        spans = [(span.start, span.end, span.label) for span in example.spans]
        found = [(span.start, span.end, span.label) for span in reading.spans]
        scores.add(spans, found, example.wishes, reading.wishes)
        for span, given in zip(found, reading.spans, strict=True):
            scores.add_confidence(given.confidence, right=span in spans)
    return scores
