"""`prompts/nlu/CARD.md`: what the shipped weights learned from, and how well they read, by label and wish."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from agent.nlu.scheme import LABELS, WISHES
from agent.nlu.tagger import WishSets
from training.corpus import Example
from training.fit import Plan
from training.scores import Count, Scores

# Below this a label or wish is named as one the weights are bad at.
_WEAK = 0.6
_TOO_FEW = 10


@dataclass
class Figures:
    """What the card tells. `curve` and `ways` are lines of a table: what was done, and the scores on what was kept back."""

    plan: Plan
    train: Sequence[Example]
    usual: WishSets
    dev: Scores
    tests: dict[str, Scores] = field(default_factory=dict)
    curve: list[tuple[str, Scores]] = field(default_factory=list)
    ways: list[tuple[str, Scores]] = field(default_factory=list)
    begun: str | None = None  # the hash of the weights that training went on from


def write_card(path: Path, content: bytes, figures: Figures) -> None:
    """Write the card of a file of weights."""
    every = _together([*figures.tests.values()] or [figures.dev])
    where = "the test files" if figures.tests else "messages kept back from the training files"
    parts = [
        _HEAD.format(
            sha256=hashlib.sha256(content).hexdigest(),
            size=len(content) / 1e6,
            messages=len(figures.train),
            files=len({example.file for example in figures.train}),
            kept=figures.dev.messages,
            epochs=figures.plan.epochs,
            copies="a copy" if figures.begun else "three copies",
            begun=f", from the weights {figures.begun[:12]} on" if figures.begun else "",
            seed=figures.plan.seed,
            danger=figures.usual.danger,
        ),
        "## Scores by set\n",
        _SETS_HEAD,
        *(_set_line(name, scores) for name, scores in figures.tests.items()),
        _set_line("kept back from the training files", figures.dev),
        f"\n## Scores by label on {where}\n",
        "| label | in training | given | F1 exact | F1 near |\n|---|---|---|---|---|",
        *_label_lines(figures.train, every),
        f"\n## Scores by wish on {where}\n",
        "| wish | in training | given | F1 |\n|---|---|---|---|",
        *_wish_lines(figures, every),
        f"\n## How sure it is, on {where}\n",
        "| confidence of a span | spans | of them right, exact |\n|---|---|---|",
        *(_sure_line(least, count) for least, count in sorted(every.sure.items(), reverse=True)),
        f"\n## What it is bad at\n\n{_weak(every)}",
    ]
    for title, lines in (("Learning curve", figures.curve), ("Ways of training", figures.ways)):
        if lines:
            parts += [
                f"\n## {title}, on messages kept back\n",
                _SETS_HEAD,
                *(_set_line(*line) for line in lines),
            ]
    path.write_text("\n".join(parts) + "\n", encoding="utf-8")


_HEAD = """# The reader's weights

`reader.onnx` tags the words of a message and names its wishes (`agent/nlu/tagger.py`). `make reader` writes it and this card.

- sha256 `{sha256}`, {size:.1f} MB.
- Model: embeddings of all-MiniLM-L6-v2 (int8, Apache 2.0); its six layers fine-tuned (7-bit weights), features of words and of the thread added, a linear-chain CRF over words, a multi-label head of wishes.
- Data: {messages} messages of {files} files in `prompts/nlu/corpus`, and {copies} of each with roles, places, skills,
  employers and numbers exchanged; {kept} more kept back, to choose how much usual sets of wishes
  weigh. `crisis` counts from a chance of {danger:.2f} on. The messages are written for
  this project; none is a real person's. Test files (every fifth) are neither trained on nor tuned on.
- Training: {epochs} epochs{begun}, seed {seed}, Adam, on the CPU.
- Exact: begin, end and label as annotated. Near: the label is right and the spans overlap. F1 is over all spans of a set.
"""
_SETS_HEAD = (
    "| set | messages | spans F1 exact | near | wishes F1 | all spans right | no false span | wishes exact |\n"
    "|---|---|---|---|---|---|---|---|"
)


def _set_line(name: str, scores: Scores) -> str:
    f1 = [scores.f1(counts) for counts in (scores.exact, scores.near, scores.wishes)]
    shares = [
        value / max(scores.messages, 1)
        for value in (scores.all_spans, scores.no_false_span, scores.all_wishes)
    ]
    figures = [*(f"{value:.3f}" for value in f1), *(f"{share:.1%}" for share in shares)]
    return f"| {name} | {scores.messages} | {' | '.join(figures)} |"


def _label_lines(train: Sequence[Example], scores: Scores) -> list[str]:
    known = [span.label for example in train for span in example.spans]
    none = Count()
    lines = []
    for label in LABELS:
        exact, near = scores.exact.get(label, none), scores.near.get(label, none)
        lines.append(f"| {label} | {known.count(label)} | {exact.given} | {_f1(exact)} | {_f1(near)} |")
    return lines


def _wish_lines(figures: Figures, scores: Scores) -> list[str]:
    known = [wish for example in figures.train for wish in example.wishes]
    lines = []
    for wish in WISHES:
        count = scores.wishes.get(wish, Count())
        lines.append(f"| {wish} | {known.count(wish)} | {count.given} | {_f1(count)} |")
    return lines


def _sure_line(least: float, count: Count) -> str:
    found = count.right + count.wrong
    return f"| {least:.2f} and above | {found} | {count.right / max(found, 1):.1%} |"


def _f1(count: Count) -> str:
    return f"{count.f1:.2f}" if count.given else "-"


def _weak(scores: Scores) -> str:
    """Names below the mark, worst first, and those seen too seldom to say."""
    both = [("label", scores.exact), ("wish", scores.wishes)]
    lines = []
    for kind, counts in both:
        weak = sorted((count.f1, name) for name, count in counts.items() if count.given >= _TOO_FEW)
        named = ", ".join(f"`{name}` ({f1:.2f})" for f1, name in weak if f1 < _WEAK)
        lines.append(f"- {kind} with F1 below {_WEAK}: {named or 'none'}.")
        seldom = [name for name, count in counts.items() if count.given < _TOO_FEW]
        lines.append(
            f"- {kind} given fewer than {_TOO_FEW} times, so not measured: {', '.join(sorted(seldom)) or 'none'}."
        )
    return "\n".join(lines)


def _together(several: Sequence[Scores]) -> Scores:
    """The sum of scores."""
    whole = Scores()
    for scores in several:
        whole.messages += scores.messages
        whole.all_spans += scores.all_spans
        whole.no_false_span += scores.no_false_span
        whole.all_wishes += scores.all_wishes
        for name in ("exact", "near", "wishes", "sure"):
            for key, count in getattr(scores, name).items():
                getattr(whole, name).setdefault(key, Count()).add(count.right, count.wrong, count.missed)
    return whole
