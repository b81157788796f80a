"""`python -m training.jobs_meant`: from turns of conversations to the weights of `agent/nlu/jobs_meant.py`.

Three small networks are trained on what each turn is about, first with what the turns before it were about, then with what the
first ones take them to be about. Writes `prompts/nlu/jobs.npz` and its card, `prompts/nlu/JOBS.md`, in some minutes, where the
conversations have been played (`training/played.py`).
"""

import hashlib
import sys
from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple
from unittest.mock import patch

import jax
import jax.numpy as jnp
import numpy as np
import optax

from agent.nlu import jobs_meant
from agent.nlu.jobs_meant import FILE, MEANT_AT, Weights, asked_of, gap, picks, rows_of
from agent.nlu.links import same_job
from agent.nlu.spoken_jobs import MOST, jobs_with, named_in
from training.corpus import FOLDER
from training.played import Played, played

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

_HIDDEN, _OF_SUMMARY = 32, 24
_NETS, _EPOCHS, _BATCH, _RATE, _DECAY, _LEFT_OUT = 3, 30, 64, 3e-3, 1e-3, 0.3
_GOLD = 0.5  # of the turns before one how many are what they were about, when the second nets are trained


class Heard(NamedTuple):
    """A turn as it was read: rows (jobs, features), wishes and form, summary; names of each job, and what an answer has to speak of."""

    thread: str
    rows: "Floats"
    asked: "Floats"
    summary: "Floats"
    jobs: list[list[str]]
    about: tuple[str, ...] | None
    is_held: bool

    @property
    def meant(self) -> list[bool]:
        """Which of the jobs are those that it is about."""
        return [any(same_job(each, words) for each in self.about or () for words in job) for job in self.jobs]

    @property
    def missing(self) -> bool:
        """Whether something that it is about is none of the jobs."""
        return any(
            not any(same_job(each, words) for job in self.jobs for words in job) for each in self.about or ()
        )


def main() -> int:
    heard = [heard_of(turn) for turn in played() if turn.message.summary is not None]
    held = [turn for turn in heard if turn.is_held]
    lines = _figures(trained([turn for turn in heard if not turn.is_held]), held)
    nets = trained(heard)
    content = BytesIO()
    layers = {
        name: np.stack([np.asarray(getattr(net, name), dtype=np.float16) for net in nets])
        for name in Weights._fields
    }
    np.savez_compressed(content, allow_pickle=False, **layers)
    (FOLDER.parent / FILE).write_bytes(content.getvalue())
    card = _CARD.format(
        sha256=hashlib.sha256(content.getvalue()).hexdigest(), turns=sum(turn.about is not None for turn in heard),
        held=len(held), lines="\n".join(lines),
    )  # fmt: skip
    (FOLDER.parent / "JOBS.md").write_text(card, encoding="utf-8")
    print(card)
    return 0


def heard_of(turn: Played) -> Heard:
    """A turn as the nets read it."""
    message, dialogue = turn.message, turn.dialogue
    named = named_in(message)
    jobs = jobs_with(named, dialogue, turn.profile)
    return Heard(
        turn.thread,
        rows_of(message, named, jobs, dialogue, turn.profile),
        asked_of(message, dialogue.turns + 1),
        np.asarray(message.summary),
        [job.words for job in jobs],
        turn.about,
        turn.is_held,
    )


def trained(heard: Sequence[Heard]) -> list[Weights]:
    """Nets that were trained with what turns before were about, then with half of that as the first nets take it."""
    rng = np.random.default_rng(0)
    gold = with_meant(heard, [turn.meant for turn in heard], [turn.meant for turn in heard], rng)
    first = [fitted(gold, seed) for seed in range(_NETS)]
    taken = decided(heard, first)
    return [
        fitted(with_meant(heard, [turn.meant for turn in heard], taken, np.random.default_rng(seed)), seed)
        for seed in range(_NETS)
    ]


def with_meant(
    heard: Sequence[Heard],
    gold: Sequence[Sequence[bool]],
    taken: Sequence[Sequence[bool]],
    rng: np.random.Generator,
) -> list[Heard]:
    """The turns with what was meant before: half the time what they are about, else what it was taken for."""
    found, last, turn = list[Heard](), dict[int, int](), 0
    for at, each in enumerate(heard):
        if at == 0 or heard[at - 1].thread != each.thread:
            last, turn = {}, 0
        turn += 1
        found.append(_with_gaps(each, last, turn))
        meant = gold[at] if rng.random() < _GOLD else taken[at]
        last |= {job: turn for job, holds in enumerate(meant) if holds}
    return found


def decided(heard: Sequence[Heard], nets: Sequence[Weights]) -> list[list[bool]]:
    """What nets take each turn to be about, each leaning on what they took those before it for."""
    found, last, turn = list[list[bool]](), dict[int, int](), 0
    for at, each in enumerate(heard):
        if at == 0 or heard[at - 1].thread != each.thread:
            last, turn = {}, 0
        turn += 1
        if not each.jobs:
            found.append([])
            continue
        likely = _chances(_with_gaps(each, last, turn), nets)
        picked = picks(likely)
        found.append([job in picked for job in range(len(each.jobs))])
        last |= dict.fromkeys(picked, turn)
    return found


def _with_gaps(turn: Heard, last: dict[int, int], number: int) -> Heard:
    rows = turn.rows.copy()
    for job in range(len(rows)):
        rows[job, MEANT_AT] = gap(number, last.get(job))
    return turn._replace(rows=rows)


def _chances(turn: Heard, nets: Sequence[Weights]) -> "Floats":
    with patch.object(jobs_meant, "_weights", lambda: nets):
        return jobs_meant.chances(turn.rows, turn.asked, turn.summary)


def fitted(heard: Sequence[Heard], seed: int) -> Weights:
    """One net, of the least loss on the jobs of turns whose subject is known."""
    known = [turn for turn in heard if turn.about is not None and turn.jobs]
    data = _arrays(known)
    rng, key = np.random.default_rng(seed), jax.random.PRNGKey(seed + 1)
    net = _begun(known[0], jax.random.PRNGKey(seed))
    steps = _EPOCHS * (len(known) // _BATCH)
    rule = optax.adamw(optax.cosine_decay_schedule(_RATE, steps), weight_decay=_DECAY)
    state = rule.init(net)

    @jax.jit
    def step(net: Weights, state: Any, batch: Any, key: Any) -> Any:
        slopes = jax.grad(_loss)(net, batch, key)
        changes, state = rule.update(slopes, state, net)
        return optax.apply_updates(net, changes), state

    for _ in range(_EPOCHS):
        order = rng.permutation(len(known))
        for at in range(len(known) // _BATCH):
            key, own = jax.random.split(key)
            net, state = step(
                net, state, tuple(each[order[at * _BATCH : (at + 1) * _BATCH]] for each in data), own
            )
    return Weights(*(np.asarray(each, dtype=np.float32) for each in net))


def _arrays(turns: Sequence[Heard]) -> "tuple[Floats, ...]":
    rows = np.zeros((len(turns), MOST, turns[0].rows.shape[1]), np.float32)
    there, meant = np.zeros((2, len(turns), MOST), np.float32)
    for at, turn in enumerate(turns):
        many = len(turn.jobs)
        rows[at, :many], there[at, :many], meant[at, :many] = turn.rows, 1.0, turn.meant
    return (
        rows,
        there,
        meant,
        np.stack([turn.asked for turn in turns]),
        np.stack([turn.summary for turn in turns]),
    )


def _begun(turn: Heard, key: Any) -> Weights:
    features, asked, summary = turn.rows.shape[1], turn.asked.shape[0], turn.summary.shape[0]
    keys = jax.random.split(key, 6)

    def normal(at: int, rows: int, columns: int) -> Any:
        return jax.random.normal(keys[at], (rows, columns)) * np.sqrt(1.0 / rows)

    return Weights(
        rows=normal(0, features, _HIDDEN),
        asked=normal(1, asked, _HIDDEN),
        summary=normal(2, summary, _OF_SUMMARY) @ normal(3, _OF_SUMMARY, _HIDDEN),
        bias=jnp.zeros(_HIDDEN),
        pooled=normal(4, 3 * _HIDDEN, _HIDDEN),
        pooled_bias=jnp.zeros(_HIDDEN),
        out=normal(5, _HIDDEN, 1)[:, 0],
        direct=jnp.zeros(features),
        out_bias=jnp.zeros(()),
    )


def _loss(net: Weights, batch: Any, key: Any) -> Any:
    rows, there, meant, asked, summary = batch
    keys = jax.random.split(key, 4)

    def kept(values: Any, at: int) -> Any:
        return values * jax.random.bernoulli(keys[at], 1.0 - _LEFT_OUT, values.shape) / (1.0 - _LEFT_OUT)

    given = kept(asked, 0) @ net.asked + kept(summary, 1) @ net.summary + net.bias
    hidden = jax.nn.relu(rows @ net.rows + given[:, None]) * there[..., None]
    most, mean = hidden.max(axis=1), hidden.sum(axis=1) / jnp.maximum(there.sum(axis=1), 1.0)[:, None]
    beside = [jnp.broadcast_to(each[:, None], hidden.shape) for each in (most, mean)]
    pooled = jax.nn.relu(jnp.concatenate([kept(hidden, 2), *beside], axis=-1) @ net.pooled + net.pooled_bias)
    scores = kept(pooled, 3) @ net.out + rows @ net.direct + net.out_bias
    return (optax.sigmoid_binary_cross_entropy(scores, meant) * there).sum() / there.sum()


def _figures(nets: Sequence[Weights], held: Sequence[Heard]) -> list[str]:
    """Lines of a table: of held turns that are about jobs how often just those are taken, a wrong one, and how often all were there."""
    taken = decided(held, nets)
    told = [(turn, found) for turn, found in zip(held, taken, strict=True) if turn.about]
    right = [not turn.missing and found == turn.meant for turn, found in told]
    wrong = [
        any(one and not other for one, other in zip(found, turn.meant, strict=True)) for turn, found in told
    ]
    there = [not turn.missing for turn, _ in told]
    none = [any(found) for turn, found in zip(held, taken, strict=True) if turn.about == ()]
    shares = (("just the jobs it is about", right), ("a job it is not about", wrong), ("(all of them named in the thread)", there), ("one, of turns about none", none))  # fmt: skip
    return [f"| {name} | {np.mean(holds):.1%} of {len(holds)} |" for name, holds in shares]


_CARD = """# Which jobs a message is about

Weights `jobs.npz`, sha256 `{sha256}`, by `python -m training.jobs_meant` (see `agent/nlu/jobs_meant.py`).
Trained on {turns} turns of `corpus/turns`. Of {held} turns of conversations that were kept back from a first training:

| taken for what it is about | turns |
|---|---|
{lines}

It is bad at jobs that nothing in the thread names, at two that are one occupation, and at "the other one" among three.
"""

if __name__ == "__main__":
    sys.exit(main())
