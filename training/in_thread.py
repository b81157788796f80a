"""`python -m training.in_thread`: from turns of conversations to the layer of `agent/nlu/in_thread.py`.

Writes `prompts/nlu/thread.onnx` and its card, `prompts/nlu/THREAD.md`: first without some conversations, to measure, then with all. Some 20
minutes on two cores; the same turns on the same machine and number of threads give the same file.
"""

import hashlib
import math
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
import optax
from numpy.typing import NDArray

from agent.nlu.crf import Chain, best_tags
from agent.nlu.in_thread import FILE, wanted
from agent.nlu.scheme import LABELS, WISHES
from agent.nlu.tagger import FILE as READER
from training.corpus import FOLDER
from training.model import Noise, Params
from training.shipped import read_shipped
from training.thread_export import to_onnx_in_thread
from training.thread_model import forward, initial, loss_of
from training.thread_rows import Batch, Row, batches, rows_of_messages, rows_of_turns
from training.turns import read_turns_said

_ACTS = frozenset({"followup", "answer"})
_HELD_EVERY = 8


@dataclass(frozen=True)
class Plan:
    """How long and how fast to train: all turns and `messages` others each epoch; the chain moves three times as fast as the heads."""

    epochs: int = 3
    messages: int = 5000
    rate: float = 3e-4
    head_rate: float = 3e-4
    decay: float = 0.01
    warm_up: float = 0.06
    dropped: float = 0.3
    seed: int = 3


class Figures(NamedTuple):
    """Spans F1 exact over all spans, and how often wishes are exactly right and what share both have in common."""

    spans: float
    exact: float
    common: float

    def line(self, name: str) -> str:
        return f"| {name} | {self.spans:.3f} | {self.exact:.1%} | {self.common:.1%} |"


def main() -> int:
    plan, begin = Plan(), initial(read_shipped(FOLDER.parent / READER).params, Plan.seed)
    turns = [*read_turns_said()]
    held = [hashlib.sha256(turn.thread.encode()).digest()[0] % _HELD_EVERY == 0 for turn in turns]
    rows, messages = rows_of_turns(turns), rows_of_messages()
    kept = [row for row, is_held in zip(rows, held, strict=True) if is_held]
    lines = [measured(begin, kept).line("by the reader")]
    fitted = fit(plan, begin, [row for row, is_held in zip(rows, held, strict=True) if not is_held], messages)
    lines.append(measured(fitted, kept).line("in its thread"))
    print("\n".join(lines), flush=True)
    content = to_onnx_in_thread(fit(plan, begin, rows, messages))
    (FOLDER.parent / FILE).write_bytes(content)
    card = _CARD.format(
        sha256=hashlib.sha256(content).hexdigest(),
        size=f"{len(content) / 1e6:.1f}",
        turns=len(turns),
        threads=len({turn.thread for turn in turns}),
        messages=plan.messages,
        epochs=plan.epochs,
        held=len(kept),
        lines="\n".join(lines),
    )
    (FOLDER.parent / "THREAD.md").write_text(card, encoding="utf-8")
    return 0


def fit(plan: Plan, begin: Params, turns: Sequence[Row], messages: Sequence[Row]) -> Params:
    """Train on turns, and in each epoch on some of the messages."""
    params = jax.tree.map(jnp.array, begin)  # the steps give up what they are given
    each_epoch = sum(1 for _ in batches([*turns, *messages[: plan.messages]], np.random.default_rng(0)))
    optimizer = _optimizer(plan, params, each_epoch * plan.epochs)
    state, key = optimizer.init(params), jax.random.key(plan.seed)

    @partial(jax.jit, donate_argnums=(0, 1))
    def step(
        params: Params, state: optax.OptState, batch: Batch, key: jax.Array
    ) -> tuple[Params, optax.OptState, jax.Array]:
        loss, slopes = jax.value_and_grad(loss_of)(params, batch, Noise(key, plan.dropped, 0.0))
        changes, state = optimizer.update(slopes, state, params)
        return optax.apply_updates(params, changes), state, loss

    for epoch in range(plan.epochs):
        began, losses, rng = time.monotonic(), [], np.random.default_rng([plan.seed, epoch])
        chosen = [*turns, *(messages[at] for at in rng.permutation(len(messages))[: plan.messages])]
        for number, (batch, _) in enumerate(batches(chosen, rng)):
            own = jax.random.fold_in(jax.random.fold_in(key, epoch), number)
            params, state, loss = step(params, state, batch, own)
            losses.append(loss)
        mean = float(jnp.stack(losses).mean())
        if not math.isfinite(mean):
            raise SystemExit("The loss is no number any more: lower the rate.")
        print(
            f"  epoch {epoch + 1}/{plan.epochs}: loss {mean:.2f}, {time.monotonic() - began:.0f} s",
            flush=True,
        )
    return params


def _optimizer(plan: Plan, params: Params, steps: int) -> optax.GradientTransformation:
    def falling(rate: float) -> optax.Schedule:
        warm = max(int(steps * plan.warm_up), 1)
        return optax.warmup_cosine_decay_schedule(0.0, rate, warm, steps, rate * 0.02)

    def part(name: str) -> str:
        return (
            "chain"
            if name.startswith("chain.")
            else "head"
            if name.startswith(("tag.", "wish."))
            else "layer"
        )

    parts = {
        "layer": optax.adamw(falling(plan.rate), weight_decay=plan.decay),
        "head": optax.adam(falling(plan.head_rate)),
        "chain": optax.adam(falling(plan.head_rate * 3)),
        "kept": optax.set_to_zero(),
    }
    names = {name: "kept" if name.startswith("wish.hidden") else part(name) for name in params}
    return optax.chain(optax.clip_by_global_norm(5.0), optax.multi_transform(parts, names))


def measured(params: Params, rows: Sequence[Row]) -> Figures:
    """How well turns are read."""
    chain = Chain(*(np.asarray(params[f"chain.{name}"]) for name in Chain._fields))
    compiled = jax.jit(forward)
    right = wrong = missed = 0
    exact, common = [], []
    for batch, members in batches(rows):
        scores, logits = (np.asarray(part) for part in compiled(params, batch))
        for at, number in enumerate(members):
            row = rows[number]
            found, meant = _spans(best_tags(scores[at][: len(row.tags)], chain)), _spans(row.tags.tolist())
            right, wrong, missed = (
                right + len(found & meant),
                wrong + len(found - meant),
                missed + len(meant - found),
            )
            read, told = {*wanted(_chances(logits[at]))} - _ACTS, _named(row.wishes) - _ACTS
            exact.append(read == told)
            common.append(len(read & told) / len(read | told) if read | told else 1.0)
    return Figures(
        2 * right / max(2 * right + wrong + missed, 1), float(np.mean(exact)), float(np.mean(common))
    )


def _chances(logits: NDArray[np.float32]) -> dict[str, float]:
    return dict(zip(WISHES, (1.0 / (1.0 + np.exp(-np.clip(logits, -30.0, 30.0)))).tolist(), strict=True))


def _named(wishes: NDArray[np.float32]) -> set[str]:
    return {name for name, given in zip(WISHES, wishes, strict=True) if given}


def _spans(tags: Sequence[int]) -> set[tuple[int, int, str]]:
    """Spans of words by their tags: begin, end, label."""
    found: list[tuple[int, int, str]] = []
    for at, tag in enumerate(tags):
        if tag % 2:
            found.append((at, at, LABELS[(tag - 1) // 2]))
        elif tag and found:
            found[-1] = (found[-1][0], at, found[-1][2])
    return {*found}


_CARD = """# What a message is and wants in its thread

`thread.onnx` holds the layer of `agent/nlu/in_thread.py`. `python -m training.in_thread` writes it and this card.

- sha256 `{sha256}`, {size} MB.
- Model: one transformer layer over the reader's last states (7-bit weights), which looks at the message, at the first 32 tokens of each of the two messages before it and
  at what the thread holds; a chain of tags and a head of wishes of its own. It begins as nothing added to the reader.
- Data: {turns} turns of {threads} conversations in `prompts/nlu/corpus/turns`, each with its spans and wishes as one reader told them who read the conversation;
  {messages} messages of the other files in each of {epochs} epochs. Another reader of 131 turns told the same wishes in 87 of 100.
- Trained without {held} of the turns, all of some conversations, it reads those so:

| read | spans F1 | wishes exactly right | in common |
|---|---|---|---|
{lines}
"""


if __name__ == "__main__":
    sys.exit(main())
