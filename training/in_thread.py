"""`python -m training.in_thread`: from turns of conversations to the weights of `agent/nlu/in_thread.py`.

Writes `prompts/nlu/thread.npz` and its card, `prompts/nlu/THREAD.md`, in some minutes on one core; the same turns on the same
machine give the same file.
"""

import hashlib
import sys
from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.optimize import minimize
from threadpoolctl import threadpool_limits

from agent.nlu.in_thread import FILE, Thread, features, odds, wanted
from agent.nlu.scheme import WISHES
from agent.nlu.tagger import default_tagger
from training.corpus import FOLDER
from training.turns import Turn, context_of, read_turns_said

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

_DECAY, _DECAY_OF_KEPT, _STEPS = 6.0, 10.0, 150
_HELD_EVERY = 8
_ACTS = frozenset({"followup", "answer"})


class Read(NamedTuple):
    """The features of each turn (turns, features), the reader's log odds and the wishes (turns, wishes)."""

    rows: "Floats"
    odds: "Floats"
    wishes: "Floats"


def main() -> int:
    turns = [*read_turns_said()]
    held = np.array([_is_held(turn.thread) for turn in turns])
    read = read_all(turns)
    with threadpool_limits(1):  # sums of another number of threads differ in their last bits
        measured = _figures(fitted(Read(*(part[~held] for part in read))), read, held, turns)
        weights, kept = fitted(read)
    content = BytesIO()
    np.savez_compressed(content, allow_pickle=False, weights=weights.astype(np.float16), kept=kept)
    (FOLDER.parent / FILE).write_bytes(content.getvalue())
    card = _CARD.format(
        sha256=hashlib.sha256(content.getvalue()).hexdigest(),
        turns=len(turns),
        threads=len({turn.thread for turn in turns}),
        held=int(held.sum()),
        lines="\n".join(measured),
    )
    (FOLDER.parent / "THREAD.md").write_text(card, encoding="utf-8")
    print(card)
    return 0


def read_all(turns: Sequence[Turn]) -> Read:
    """What is weighed of each turn, as the reader reads it and those before it."""
    tagger = default_tagger()
    rows, own = [], []
    for turn in turns:
        before = tuple(tagger.read(text).chances for text in turn.before[-2:])
        thread = Thread(before, turn.waits, turn.approved, turn.in_hand)
        reading = tagger.read(turn.text, context_of(turn))
        rows.append(features(turn.text, reading.summary, reading.chances, thread))
        own.append(odds(reading.chances))
    wishes = np.array([[name in turn.wishes for name in WISHES] for turn in turns], dtype=np.float32)
    return Read(np.array(rows), np.array(own), wishes)


def fitted(read: Read) -> "tuple[Floats, Floats]":
    """The weights (features, wishes) and what the reader's log odds are multiplied by, of the least loss with decay."""
    rows, own, wishes = (part.astype(np.float64) for part in read)
    shape = (rows.shape[1], wishes.shape[1])
    size = shape[0] * shape[1]

    def loss(values: "NDArray[np.float64]") -> "tuple[float, NDArray[np.float64]]":
        weights, kept = values[:size].reshape(shape), values[size:]
        scores = rows @ weights + own * kept
        off = 1.0 / (1.0 + np.exp(-scores)) - wishes
        total = (np.logaddexp(0.0, scores) - wishes * scores).sum()
        total += _DECAY / 2 * (weights**2).sum() + _DECAY_OF_KEPT / 2 * ((kept - 1.0) ** 2).sum()
        slopes = (rows.T @ off + _DECAY * weights).ravel()
        return float(total), np.concatenate([slopes, (off * own).sum(0) + _DECAY_OF_KEPT * (kept - 1.0)])

    begin = np.concatenate([np.zeros(size), np.ones(shape[1])])
    found = minimize(loss, begin, jac=True, method="L-BFGS-B", options={"maxiter": _STEPS}).x
    return found[:size].reshape(shape).astype(np.float32), found[size:].astype(np.float32)


def _figures(
    fit: "tuple[Floats, Floats]", read: Read, held: "NDArray[np.bool_]", turns: Sequence[Turn]
) -> list[str]:
    """Lines of a table: how often the wishes of held turns are told exactly, and the share of both in common."""
    weights, kept = fit
    scores = read.rows @ weights + read.odds * kept
    lines = []
    for name, each in (("by the reader", read.odds), ("in its thread", scores)):
        exact, common = [], []
        for at in np.flatnonzero(held):
            chances = dict(zip(WISHES, (1.0 / (1.0 + np.exp(-each[at]))).tolist(), strict=True))
            found, meant = ({*names} - _ACTS for names in (wanted(chances), turns[at].wishes))
            exact.append(found == meant)
            common.append(len(found & meant) / len(found | meant) if found | meant else 1.0)
        lines.append(f"| {name} | {np.mean(exact):.1%} | {np.mean(common):.1%} |")
    return lines


def _is_held(thread: str) -> bool:
    return hashlib.sha256(thread.encode()).digest()[0] % _HELD_EVERY == 0


_CARD = """# What a message wants in its thread

`thread.npz` holds the weights of `agent/nlu/in_thread.py`. `python -m training.in_thread` writes it and this card.

- sha256 `{sha256}`.
- Model: for each wish a logistic regression on the message's summary, the reader's log odds, those of the two messages before it,
  and whether a plan waits, one was approved, a text is in hand; it adds to the reader's log odds.
- Data: {turns} turns of {threads} conversations in `prompts/nlu/corpus/turns`, each with its wishes as one reader told them who read the conversation.
- Trained without {held} of the turns, all of some conversations, it reads those so:

| read | wishes exactly right | in common |
|---|---|---|
{lines}
"""


if __name__ == "__main__":
    sys.exit(main())
