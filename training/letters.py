"""`python -m training.letters`: from the talks about texts in `prompts/nlu/corpus/letters/talks` to the heads of `agent/nlu/letters/labels.py`.

Writes `prompts/nlu/letters.npz` and its card, `prompts/nlu/LETTERS.md`, in a minute or two on one core; the same talks on the same
machine give the same file. Every fifth talk is held back: neither trained on nor chosen by.
"""

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

import prompts
from agent.nlu.clauses import clauses
from agent.nlu.letters.labels import FILE, LABELS, Place, clause_vector, purposes, remark_vector
from agent.nlu.tagger import default_tagger
from training.asked import read_asks
from training.corpus import FOLDER
from training.talks import TalksError, Turn, read_turns

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

# Inverses of the weight decay: of many clauses within their messages, and of whole messages.
_OF_CLAUSES, _OF_MESSAGES = 0.5, 2.0
_NO_LABEL = ""


def main() -> int:
    try:
        turns = [*read_turns()]
    except TalksError as error:
        print(error, file=sys.stderr)
        return 1
    with threadpool_limits(1):  # sums of another number of threads differ in their last bits
        heads = [_clause_head(turns), _remark_head(turns), _purpose_head(turns)]
    held = BytesIO()
    np.savez(
        held, allow_pickle=False, **{name: array for arrays, _ in heads for name, array in arrays.items()}
    )
    content = held.getvalue()
    (FOLDER.parent / FILE).write_bytes(content)
    card = _CARD.format(
        sha256=hashlib.sha256(content).hexdigest(), size=len(content) / 1000, talks=_talks(turns)
    )
    text = "\n".join([card, *(section for _, section in heads)]) + "\n"
    (FOLDER.parent / "LETTERS.md").write_text(text, encoding="utf-8")
    print(text)
    return 0


def _clause_head(turns: Sequence[Turn]) -> tuple[dict[str, "NDArray[np.generic]"], str]:
    train, test = (
        _clause_rows([each for each in turns if not each.held]),
        [each for each in turns if each.held],
    )
    model = LogisticRegression(C=_OF_CLAUSES, max_iter=3000).fit(*train)
    weights, bias = _in_order(model, LABELS)
    given, read = [], []
    for turn in test:
        before = _NO_LABEL
        rows = _rows(turn)
        for at, clause in enumerate(clauses(turn.text)):
            place = Place(at, shown=turn.shown, earlier=turn.earlier)
            scores = weights.astype(np.float32) @ clause_vector(clause.text, rows, place, before) + bias
            before = LABELS[int(scores.argmax())]
            read.append(before)
        given += turn.labels
    return {"clause.weights": weights, "clause.bias": bias}, _section(
        "clause", LABELS, len(train[1]), given, read
    )


def _clause_rows(turns: Sequence[Turn]) -> tuple["Floats", list[str]]:
    vectors, given = list["Floats"](), list[str]()
    for turn in turns:
        rows = _rows(turn)
        before = _NO_LABEL
        for at, clause in enumerate(clauses(turn.text)):
            place = Place(at, shown=turn.shown, earlier=turn.earlier)
            vectors.append(clause_vector(clause.text, rows, place, before))
            before = turn.labels[at]
        given += turn.labels
    return np.array(vectors), given


def _rows(turn: Turn) -> "Floats":
    """The summaries of a message and of its clauses."""
    return default_tagger().summaries([turn.text, *(each.text for each in clauses(turn.text))])


def _remark_head(turns: Sequence[Turn]) -> tuple[dict[str, "NDArray[np.generic]"], str]:
    """Of the messages after a text was shown."""
    after = [each for each in turns if each.shown]
    texts = [(each.text, "remark" if each.turn == "remark" else "other", each.held) for each in after]
    path = FOLDER / "letters" / "remarks" / "of_text.jsonl"
    more = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    texts += [(row["t"], "remark" if row["kind"] == "yes" else "other", bool(row["held"])) for row in more]
    rows = default_tagger().summaries([text for text, _, _ in texts])
    vectors = np.array([remark_vector(text, row) for (text, _, _), row in zip(texts, rows, strict=True)])
    labels, held = np.array([label for _, label, _ in texts]), np.array([each for _, _, each in texts])
    model = LogisticRegression(C=_OF_MESSAGES, max_iter=3000).fit(vectors[~held], labels[~held])
    names = ("other", "remark")
    weights, bias = _in_order(model, names)
    read = (vectors @ weights.astype(np.float32).T + bias).argmax(axis=1)
    own = held.copy()
    own[len(after) :] = False
    told = [names[at] for at in read[own]]
    return {"remark.weights": weights, "remark.bias": bias}, _section(
        "remark", names, int((~held).sum()), labels[own].tolist(), told
    )


def _purpose_head(turns: Sequence[Turn]) -> tuple[dict[str, "NDArray[np.generic]"], str]:
    """Of the messages that want a text, alone and behind the one before, and of the ways of asking for the written ones."""
    asked = [each for each in turns if each.purpose]
    rows = [(text, str(each.purpose), each.held) for each in asked for text in _alone_and_behind(each)]
    of = {entry: name for name, held in prompts.table("letters").items() for entry in held["of"]}
    ways = ((ask.text, of.get(ask.entry)) for ask in read_asks() if ask.entry.startswith("texts_"))
    rows += [(text, name, False) for text, name in dict(ways).items() if name]
    vectors = default_tagger().summaries([text for text, _, _ in rows])
    given, held = np.array([name for _, name, _ in rows]), np.array([held for _, _, held in rows])
    model = LogisticRegression(C=_OF_MESSAGES, class_weight="balanced", max_iter=3000)
    weights, bias = _in_order(model.fit(vectors[~held], given[~held]), purposes())
    read = (vectors[held] @ weights.astype(np.float32).T + bias).argmax(axis=1)
    told = [purposes()[at] for at in read]
    return {"purpose.weights": weights, "purpose.bias": bias}, _section(
        "purpose", purposes(), int((~held).sum()), given[held].tolist(), told
    )


def _alone_and_behind(turn: Turn) -> list[str]:
    return [turn.text, *([f"{turn.before} {turn.text}"] if turn.before else [])]


def _in_order(model: LogisticRegression, names: Sequence[str]) -> tuple["NDArray[np.float16]", "Floats"]:
    coefficients, intercepts = model.coef_, model.intercept_
    if len(coefficients) == 1:  # of two labels only the second has scores
        coefficients = np.vstack([np.zeros_like(coefficients), coefficients])
        intercepts = np.concatenate([np.zeros_like(intercepts), intercepts])
    order = [[*model.classes_].index(name) for name in names]
    return coefficients[order].astype(np.float16), intercepts[order].astype(np.float32)


def _section(head: str, names: Sequence[str], trained: int, given: Sequence[str], read: Sequence[str]) -> str:
    right = sum(a == b for a, b in zip(given, read, strict=True))
    lines = [
        f"\n## {head}\n\n{trained} to train with; of {len(given)} held back {right} are read rightly ({right / len(given):.0%}).\n",
        "| label | held | found | right |\n|---|---|---|---|",
    ]
    meant, said = Counter(given), Counter(read)
    both = Counter(a for a, b in zip(given, read, strict=True) if a == b)
    lines += [
        f"| {name} | {meant[name]} | {both[name]} of {meant[name]} | {both[name]} of {said[name]} |"
        for name in names
    ]
    return "\n".join(lines)


def _talks(turns: Sequence[Turn]) -> str:
    kinds = Counter(each.turn for each in turns)
    return ", ".join(f"{kinds[name]} {name}" for name in sorted(kinds))


_CARD = """# What is told for a text

`letters.npz` holds the two heads of `agent/nlu/letters/labels.py`. `python -m training.letters` writes it and this card.

- sha256 `{sha256}`, {size:.0f} kB.
- Model: multinomial logistic regressions on summaries (`Tagger.summaries`) and words, clauses from left to right.
- Data: talks about texts in `prompts/nlu/corpus/letters`, written for this project by several hands ({talks}); of `remark` the
  messages of `letters/remarks`, too. Every fifth talk is held back, by the hands that wrote the others."""


if __name__ == "__main__":
    sys.exit(main())
