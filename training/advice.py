"""`python -m training.advice`: from ways of asking in `prompts/nlu/corpus/advice` to the weights of `agent/nlu/advice.py`.

Writes `prompts/nlu/advice.npz` and its card, `prompts/nlu/ADVICE.md`. Takes minutes on one core; the same texts on the same
machine give the same file.
"""

import hashlib
import sys
from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
import optax
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from agent.nlu.advice import FILE, GATE, NONE, Weights, gate_features, likeliest, sentences
from agent.nlu.tagger import default_tagger
from training.asked import Ask, Pick, read_asks, read_others, read_picks
from training.corpus import FOLDER, CorpusError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

_GATE_STRENGTH = 0.3  # inverse of the weight decay
_STEPS, _PART, _RATE, _DECAY, _SEED = 900, 4096, 0.3, 2e-6, 7
_EDGES = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)


class Measured(NamedTuple):
    """The gate's readings of held picks: (chance, right, wanted); and how often "nothing else was wanted" is told right."""

    readings: list[tuple[float, bool, bool]]
    alone: float


def main() -> int:
    try:
        with threadpool_limits(1):  # sums of another number of threads differ in their last bits
            picks = list(read_picks())
            asks = [*read_asks(), *read_others(picks)]
            weights, measured = train(asks, picks)
    except CorpusError as error:
        print(f"{error}. Mend the line.", file=sys.stderr)
        return 1
    content = to_file(weights)
    (FOLDER.parent / FILE).write_bytes(content)
    card = _card(content, asks, picks, measured)
    (FOLDER.parent / "ADVICE.md").write_text(card, encoding="utf-8")
    print(card)
    return 0


def train(asks: list[Ask], picks: list[Pick]) -> tuple[Weights, Measured]:
    """The weights of all texts, and how they read the picks that are held back."""
    summaries = default_tagger().summaries(ask.text for ask in asks)
    entries = tuple(sorted({ask.entry for ask in asks}))  # NONE, the empty name, comes first
    place = {name: at for at, name in enumerate(entries)}
    given = np.array([place[ask.entry] for ask in asks])
    own = [pick for pick in picks if pick.entry in place and not pick.held]
    picked = default_tagger().summaries(pick.text for pick in own)
    chosen = [place[str(pick.entry)] for pick in own]
    # A gate that read messages which trained the entries would take them for surer than strangers' are.
    apart = _entries_of(summaries, given, entries)
    gate = _gate(apart, picks)
    fitted = _entries_of(np.vstack([summaries, picked]), np.concatenate([given, chosen]), entries)
    weights = fitted._replace(gate=gate.gate, gate_bias=gate.gate_bias)
    return weights, Measured(*_on_held(apart._replace(gate=gate.gate, gate_bias=gate.gate_bias), picks))


def _entries_of(summaries: "Floats", given: "NDArray[np.int64]", entries: tuple[str, ...]) -> Weights:
    """Multinomial logistic regression by Adam on parts of the texts, the rate falling to nothing."""
    rows, targets = jnp.asarray(summaries), jnp.asarray(given)
    optimizer = optax.adam(optax.cosine_decay_schedule(_RATE, _STEPS))
    params = jnp.zeros((summaries.shape[1], len(entries))), jnp.zeros(len(entries))
    state = optimizer.init(params)

    def loss(params: tuple[jax.Array, jax.Array], part: jax.Array) -> jax.Array:
        each = optax.softmax_cross_entropy_with_integer_labels(
            rows[part] @ params[0] + params[1], targets[part]
        )
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
    return Weights(
        entries,
        np.asarray(params[0]).T.astype(np.float16).astype(np.float32),
        np.asarray(params[1]).astype(np.float32),
        np.zeros((0, 0), np.float32),
        np.zeros(0, np.float32),
    )


def _gate(weights: Weights, picks: list[Pick]) -> Weights:
    rows, fits, alone = _read(weights, [pick for pick in picks if not pick.held])
    models = [
        LogisticRegression(C=_GATE_STRENGTH, max_iter=2000).fit(rows, fits),
        LogisticRegression(C=_GATE_STRENGTH, max_iter=2000).fit(rows[fits], alone[fits]),
    ]
    return weights._replace(
        gate=np.vstack([model.coef_ for model in models]).astype(np.float32),
        gate_bias=np.concatenate([model.intercept_ for model in models]).astype(np.float32),
    )


def _read(weights: Weights, picks: list[Pick]) -> "tuple[Floats, NDArray[np.bool_], NDArray[np.bool_]]":
    """What the gate reads of each message, whether the likeliest entry is the one chosen, and whether it was all."""
    tagger = default_tagger()
    rows, fits = [], []
    for pick in picks:
        reading = tagger.read(pick.text, pick.context)
        pieces = sentences(pick.text)
        vectors = np.vstack([reading.summary[None, :], tagger.summaries(pieces[1:])])
        found = likeliest(vectors, weights)
        rows.append(gate_features(found, pick.text, reading.chances))
        fits.append(pick.fits(weights.entries[found.entry]))
    return np.array(rows), np.array(fits), np.array([pick.alone for pick in picks])


def _on_held(weights: Weights, picks: list[Pick]) -> tuple[list[tuple[float, bool, bool]], float]:
    held = [pick for pick in picks if pick.held]
    rows, fits, alone = _read(weights, held)
    chances = 1.0 / (1.0 + np.exp(-(rows @ weights.gate.T + weights.gate_bias)))
    readings = [
        (float(chance), bool(fit), pick.entry is not None)
        for chance, fit, pick in zip(chances[:, 0], fits, held, strict=True)
    ]
    right = float(np.mean((chances[fits, 1] >= 0.5) == alone[fits])) if fits.any() else 0.0
    return readings, right


def to_file(weights: Weights) -> bytes:
    """All arrays in numpy's format."""
    held = BytesIO()
    arrays: dict[str, Any] = weights._asdict()
    arrays["entries"], arrays["weights"] = np.array(weights.entries), weights.weights.astype(np.float16)
    np.savez_compressed(held, allow_pickle=False, **arrays)
    return held.getvalue()


def _card(content: bytes, asks: list[Ask], picks: list[Pick], measured: Measured) -> str:
    hands = Counter(ask.hand for ask in asks)
    wanted = sum(wants for _, _, wants in measured.readings)
    lines = [
        _HEAD.format(
            sha256=hashlib.sha256(content).hexdigest(),
            size=len(content) / 1000,
            entries=len({ask.entry for ask in asks} - {NONE}),
            a=hands["a"],
            b=hands["b"] + hands["c"],
            other=hands["other"],
            picks=len(picks),
            fitting=sum(pick.entry is not None for pick in picks),
            held=len(measured.readings),
            wanted=wanted,
            alone=measured.alone,
            gate=", ".join(GATE),
        )
    ]
    for edge in _EDGES:
        read = [fits for chance, fits, _ in measured.readings if chance >= edge]
        lines.append(
            f"| {edge} | {len(read)} | {sum(read)} | {sum(read) / max(len(read), 1):.0%} | {sum(read) / max(wanted, 1):.0%} |"
        )
    return "\n".join(lines) + "\n"


_HEAD = """# Which written answer fits

`advice.npz` finds the entry of `prompts/advice` that answers a message (`agent/nlu/advice.py`). `python -m training.advice`
writes it and this card.

- sha256 `{sha256}`, {size:.0f} kB.
- Model: multinomial logistic regression over {entries} entries and "none" on summaries (`Tagger.summaries`); a gate of two
  logistic regressions ({gate}) on how sure that is, the length of the message and the chances of its wishes.
- Data: `prompts/nlu/corpus/advice`: {a} ways of asking by the hands that wrote the answers, {b} by others who saw the answer, and
  {picks} messages of the corpus for which a reader chose among the likeliest entries ({fitting} have one that fits), {held} of them held back;
  and {other} texts that none answers, among them the questions of the embedded library.
- The reader's states were trained to tell these entries apart, too (`make reader`), on all texts but those of test files.
- Of held messages that an entry answers, whether nothing else was wanted is told right in {alone:.0%}.

Held messages ({wanted} of {held} have an entry that fits), by the chance from which on an entry is taken:

| from | taken | right | of taken | of those that have one |
|---|---|---|---|---|"""


if __name__ == "__main__":
    sys.exit(main())
