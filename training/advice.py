"""`python -m training.advice`: from ways of asking in `prompts/nlu/corpus/advice` to the weights of `agent/nlu/entries.py`.

Writes `prompts/nlu/advice.npz` and its card, `prompts/nlu/ADVICE.md`. Takes minutes on one core; the same texts on the same
machine give the same file.
"""

import hashlib
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from agent.nlu.entries import FILE, GATE, NONE, Weights, candidates, first_of, gate_features, sentences
from agent.nlu.tagger import default_tagger
from training.asked import Ask, Pick, read_asks, read_others, read_picks
from training.corpus import FOLDER, CorpusError
from training.entries import Told, fitted, ranked

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

_GATE_STRENGTH = 0.03  # inverse of the weight decay, of features of spread 1
_EDGES = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
_FOLDS = 2


class Heard(NamedTuple):
    """A pick as the reader hears it: the summaries of the whole and its pieces, and the chances of wishes."""

    pick: Pick
    rows: "Floats"
    chances: dict[str, float]


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


def train(asks: Sequence[Ask], picks: Sequence[Pick]) -> tuple[Weights, Measured]:
    """The weights of all texts, and how they read the picks that are held back."""
    told = _told(asks)
    heard = [_heard(pick) for pick in picks]
    own = [each for each in heard if not each.pick.held]
    # What ranks and what gates read messages by weights that did not see them: those are less sure, as of strangers.
    apart = [(fold, _without(fold, own, told)) for fold in (own[at::_FOLDS] for at in range(_FOLDS))]
    rank = ranked([(each, weights) for fold, weights in apart for each in map(_example, fold)])
    gate, bias = _gate([(each, weights._replace(rank=rank)) for fold, weights in apart for each in fold])
    weights = fitted(_with_picks(told, own))._replace(rank=rank, gate=gate, gate_bias=bias)
    return weights, _on_held(weights, [each for each in heard if each.pick.held])


def _told(asks: Sequence[Ask]) -> Told:
    return Told(
        [ask.text for ask in asks],
        default_tagger().summaries(ask.text for ask in asks),
        [ask.entry for ask in asks],
        [ask.wishes for ask in asks],
    )


def _heard(pick: Pick) -> Heard:
    tagger = default_tagger()
    reading = tagger.read(pick.text, pick.context)
    pieces = tagger.summaries(sentences(pick.text)[1:])
    return Heard(pick, np.vstack([reading.summary[None, :], pieces]), reading.chances)


def _example(heard: Heard) -> tuple[str, "Floats", dict[str, float], tuple[str, ...]]:
    """What ranks learn from: rows, chances, and the entries that fit."""
    pick = heard.pick
    return (
        pick.text,
        heard.rows,
        heard.chances,
        tuple(name for name in (pick.entry, pick.other) if name is not None),
    )


def _with_picks(told: Told, picks: Iterable[Heard]) -> Told:
    """The ways of asking, and beside them the messages for which an entry was picked."""
    names = set(told.entries)
    more = [each for each in picks if each.pick.entry in names]
    return Told(
        [*told.texts, *(each.pick.text for each in more)],
        np.vstack([told.summaries, *(each.rows[:1] for each in more)]),
        [*told.entries, *(str(each.pick.entry) for each in more)],
        [*told.wishes, *(None for _ in more)],
    )


def _without(fold: Sequence[Heard], own: Sequence[Heard], told: Told) -> Weights:
    """Weights that saw none of the messages of `fold`, neither those that an entry answers nor the others."""
    out = {each.pick.text for each in fold}
    kept = [text not in out or entry != NONE for text, entry in zip(told.texts, told.entries, strict=True)]
    rest = Told(
        [text for text, keeps in zip(told.texts, kept, strict=True) if keeps],
        told.summaries[np.array(kept)],
        [entry for entry, keeps in zip(told.entries, kept, strict=True) if keeps],
        [wishes for wishes, keeps in zip(told.wishes, kept, strict=True) if keeps],
    )
    return fitted(_with_picks(rest, [each for each in own if each.pick.text not in out]))


def _gate(read: Sequence[tuple[Heard, Weights]]) -> tuple["Floats", "Floats"]:
    """The gate and its bias, for features as they are."""
    rows, fits = _features(read)
    alone = np.array([heard.pick.alone for heard, _ in read])
    middle, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    rows = (rows - middle) / spread
    models = [
        LogisticRegression(C=_GATE_STRENGTH, max_iter=2000).fit(rows, fits),
        LogisticRegression(C=_GATE_STRENGTH, max_iter=2000).fit(rows[fits], alone[fits]),
    ]
    gate = np.vstack([model.coef_ for model in models]) / spread
    bias = np.concatenate([model.intercept_ for model in models]) - gate @ middle
    return gate.astype(np.float32), bias.astype(np.float32)


def _features(read: Sequence[tuple[Heard, Weights]]) -> "tuple[Floats, NDArray[np.bool_]]":
    """What the gate reads of each message, and whether the likeliest entry is one that fits."""
    rows, fits = [], []
    for heard, weights in read:
        found = first_of(candidates(heard.pick.text, heard.rows, heard.chances, weights), weights)
        rows.append(gate_features(found, heard.pick.text, heard.chances))
        fits.append(heard.pick.fits(weights.entries[found.entry]))
    return np.array(rows), np.array(fits)


def _on_held(weights: Weights, held: Sequence[Heard]) -> Measured:
    rows, fits = _features([(each, weights) for each in held])
    chances = 1.0 / (1.0 + np.exp(-(rows @ weights.gate.T + weights.gate_bias)))
    alone = np.array([each.pick.alone for each in held])
    readings = [
        (float(chance), bool(fit), each.pick.entry is not None)
        for chance, fit, each in zip(chances[:, 0], fits, held, strict=True)
    ]
    return Measured(readings, float(np.mean((chances[fits, 1] >= 0.5) == alone[fits])) if fits.any() else 0.0)


def to_file(weights: Weights) -> bytes:
    """All arrays in numpy's format."""
    held = BytesIO()
    arrays: dict[str, Any] = weights._asdict()
    arrays |= {f"words.{name}": each for name, each in arrays.pop("words")._asdict().items()}
    arrays |= {name: arrays[name].astype(np.float16) for name in ("words.rare", "words.counts")}
    arrays |= {name: arrays[name].astype(np.float16) for name in ("weights", "axes", "wished")}
    arrays["entries"] = np.array(weights.entries)
    arrays["asks"] = np.round(weights.asks * 127).astype(np.int8)
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
    right = sum(fits for _, fits, _ in measured.readings)
    lines.append(f"\nOf those that have one the likeliest entry is right in {right / max(wanted, 1):.0%}.")
    return "\n".join(lines) + "\n"


_HEAD = """# Which written answer fits

`advice.npz` finds the entry of `prompts/advice` that answers a message (`agent/nlu/entries.py`). `python -m training.advice`
writes it and this card.

- sha256 `{sha256}`, {size:.0f} kB.
- Model: multinomial logistic regression over {entries} entries and "none" on summaries (`Tagger.summaries`) names candidates;
  a conditional logit ranks them by it, by the ways of asking that lie nearest, by the words they share with the message, and by the wishes
  of those who ask for each; a gate of
  two logistic regressions ({gate}) reads how sure that is, the length of the message and the chances of its wishes.
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
