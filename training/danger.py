"""`python -m training.danger`: from the messages of the corpus to what hears danger in one (`agent/nlu/danger.py`).

Writes `prompts/nlu/danger.npz` and its card, `prompts/nlu/DANGER.md`, in some minutes on one core; the same messages on the same
machine give the same file. Test files are not read; one message in five of the others is held back, and the edge is chosen on it.
"""

import hashlib
import json
import random
import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from agent.nlu.danger import FILE, danger_vector
from agent.nlu.tagger import default_tagger
from training.corpus import FOLDER, corpus_files, is_test, read_file
from training.talks import read_turns
from training.turns import read_turns_said

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

_DANGER = "crisis"
# Files of what sounds dark and is no danger, and of danger: read whole. Of all else so many messages.
_DARK = ("101_", "102_")
_OTHERS, _SEED, _HELD_EVERY = 4000, 7, 5
_STRENGTH = 8.0  # inverse of the weight decay
_HEARD = 0.953  # the share of held dangers that is to be heard: more cost as many of the others as were taken before
_OTHERS_SURE = 0.005  # the share of held others from which on danger is taken for sure
_ALONE = FOLDER / "kinds" / "danger.jsonl"
SET = Path(__file__).parents[1] / "benchmarks" / "data" / "crisis.jsonl"


class Told(NamedTuple):
    """A message, whether it tells of danger, and whether it is held back."""

    text: str
    danger: bool
    held: bool


def main() -> int:
    told = [*read_told()]
    with threadpool_limits(1):  # sums of another number of threads differ in their last bits
        vectors, danger = _vectors([each.text for each in told]), np.array([each.danger for each in told])
        held = np.array([each.held for each in told])
        model = LogisticRegression(C=_STRENGTH, max_iter=3000).fit(vectors[~held], danger[~held])
    weights, bias = model.coef_[0].astype(np.float16), np.float32(model.intercept_[0])

    def chances(of: "Floats") -> "Floats":
        return np.asarray(1.0 / (1.0 + np.exp(-(of @ weights.astype(np.float32) + bias))), dtype=np.float32)

    heard = np.sort(chances(vectors[held & danger]))
    edge = np.float32(heard[int(len(heard) * (1.0 - _HEARD))])
    beside = np.sort(chances(vectors[held & ~danger]))
    sure = np.float32(max(edge, beside[-1 - int(len(beside) * _OTHERS_SURE)]))
    content = BytesIO()
    np.savez(content, allow_pickle=False, weights=weights, bias=bias, edge=edge, sure=sure)
    (FOLDER.parent / FILE).write_bytes(content.getvalue())
    rows = [json.loads(line) for line in SET.read_text(encoding="utf-8").splitlines()]
    meant = np.array([bool(row["crisis"]) for row in rows])
    found = chances(_vectors([row["say"] for row in rows]))
    card = _CARD.format(
        sha256=hashlib.sha256(content.getvalue()).hexdigest(),
        trained=int((~held & danger).sum()),
        beside=int((~held & ~danger).sum()),
        edge=edge,
        sure=sure,
        held=len(heard),
        others=len(beside),
        set=int(meant.sum()),
        set_others=int((~meant).sum()),
        lines="\n".join(
            f"| {name} | {(heard >= least).sum()} | {(beside >= least).sum()} | "
            f"{(found[meant] >= least).sum()} | {(found[~meant] >= least).sum()} |"
            for name, least in (("heard", edge), ("sure", sure))
        ),
    )
    (FOLDER.parent / "DANGER.md").write_text(card, encoding="utf-8")
    print(card)
    return 0


def read_told() -> Iterator[Told]:
    """Every danger, all that only sounds dark, some of all else, talks about texts, turns of conversations, and those written for this alone; each text once."""
    drawn, seen = list[Told](), set[str]()
    for path in corpus_files():
        for example in () if is_test(path) else read_file(path):
            if example.text in seen:
                continue
            seen.add(example.text)
            each = Told(example.text, _DANGER in example.wishes, _is_held(example.text))
            if each.danger or path.name.startswith(_DARK):
                yield each
            else:
                drawn.append(each)
    yield from random.Random(_SEED).sample(drawn, min(_OTHERS, len(drawn)))  # noqa: S311 - repeatable, not secret
    yield from (Told(turn.text, False, turn.held) for turn in read_turns() if turn.text not in seen)
    for said in read_turns_said():
        if said.text not in seen:
            seen.add(said.text)
            yield Told(said.text, _DANGER in said.wishes, _is_held(said.thread))
    for line in _ALONE.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Told(row["t"], row["kind"] == "danger", bool(row["held"]))


def _is_held(text: str) -> bool:
    return hashlib.sha256(text.encode("utf-8", "replace")).digest()[0] % _HELD_EVERY == 0


def _vectors(texts: Sequence[str]) -> "Floats":
    tagger = default_tagger()
    rows = zip(texts, tagger.summaries(texts), strict=True)
    return np.array([danger_vector(text, row, tagger.read(text).chances[_DANGER]) for text, row in rows])


_CARD = """# What hears danger

`danger.npz` holds the weights of `agent/nlu/danger.py`. `python -m training.danger` writes it and this card.

- sha256 `{sha256}`.
- Model: logistic regression on a message's summary, its words and the reader's chance of danger. From {edge:.3f} on it is heard and help
  is named beside the answer; from {sure:.3f} on it is sure and nothing else is spoken of.
- Data: {trained} texts that tell of danger and {beside} that do not: messages of the corpus, among them files 101 and 102 (what sounds
  dark and is no danger), talks about texts, turns of conversations, and `kinds/danger.jsonl`; no test file.
- Held back, where the edges were chosen: {held} dangers and {others} others. `benchmarks/data/crisis.jsonl`: {set} dangers and
  {set_others} idioms by other hands.

| from | held dangers | held others | dangers of the set | idioms of the set |
|---|---|---|---|---|
{lines}
"""


if __name__ == "__main__":
    sys.exit(main())
