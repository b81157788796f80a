"""The job words of `corpus/turns` with their codes, as they stand in their messages, and how the coder's readings of them are weighed."""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.optimize import minimize

from agent.models import Profile
from agent.nlu.mentions import Mention, Message
from agent.nlu.occupations import LIKELY, context_of
from agent.nlu.scheme import ROLES
from tools.oews.coder import Context, Weights, log_of, signs_of
from tools.oews.general import leaves_open, titled
from training.corpus import FOLDER
from training.turns import Turn, read_turns_said

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

_FILE = FOLDER / "occupations" / "coded.jsonl"
_HELD_EVERY = 4
_BEGIN, _STEPS = 0.3, 60
_EDGES = (0.0, 0.3, 0.4, 0.5, 0.6, 0.8)


class Coded(NamedTuple):
    """Words for a job, how they stand in their message, and the codes that are right (none: no work)."""

    words: str
    context: Context
    codes: tuple[str, ...]
    is_held: bool


def read_coded() -> list[Coded]:
    """Every row, with the first message of its conversation that has the words."""
    rows = [json.loads(line) for line in _FILE.read_text(encoding="utf-8").splitlines()]
    codes = {(row["c"], row["words"]): tuple(row["codes"]) for row in rows}
    return list(_found(codes))


def _found(codes: dict[tuple[str, str], tuple[str, ...]]) -> Iterator[Coded]:
    seen, works = set[tuple[str, str]](), dict[str, list[str]]()
    for turn in read_turns_said():
        told = works.setdefault(turn.thread, [])
        message = _message(turn)
        for mention in message.mentions:
            key = (turn.thread, mention.text.casefold())
            if key in codes and key not in seen:
                seen.add(key)
                before = Profile(current_role=told[0] if told else None)
                held = hashlib.sha256(turn.thread.encode()).digest()[0] % _HELD_EVERY == 0
                yield Coded(mention.text, context_of(mention, message, before), codes[key], held)
        told.extend(each.text for each in message.of("cur", "past"))


def _message(turn: Turn) -> Message:
    spans = (span for span in turn.spans if span.label in ROLES)
    mentions = (Mention(span.label, turn.text[span.start : span.end], span.start, span.end) for span in spans)
    return Message(turn.text, tuple(mentions), ())


class Signs(NamedTuple):
    """What speaks for each code: `signs` of shape (rows, 8, codes), `right` (rows, codes) which of them are right, and the rows."""

    rows: list[Coded]
    signs: "Floats"
    right: "NDArray[np.bool_]"

    def where(self, holds: Callable[[Coded], bool]) -> "Signs":
        """Those of the rows for which it holds."""
        at = [place for place, row in enumerate(self.rows) if holds(row)]
        return Signs([self.rows[place] for place in at], self.signs[at], self.right[at])

    def shares(self, mix: "Floats") -> "Floats":
        """The share of each code, of shape (rows, codes)."""
        shares: Floats = np.exp(log_of(np.einsum("s,rsc->rc", mix, self.signs)))
        return shares


def signed(rows: Sequence[Coded], weights: Weights) -> Signs:
    """The rows with what speaks for each code."""
    signs = [signs_of(row.words, row.context, titled(row.words), weights) for row in rows]
    right = np.array([[code in row.codes for code in weights.codes] for row in rows])
    return Signs([*rows], np.stack(signs), right)


def mixed(given: Signs) -> "Floats":
    """How the signs of WEIGHED are weighed, so that the right codes of these rows are likeliest."""
    work = given.where(lambda row: bool(row.codes))

    def lost(mix: "NDArray[np.float64]") -> tuple[float, "NDArray[np.float64]"]:
        shares = work.shares(mix.astype(np.float32))
        of_right = (shares * work.right).sum(axis=1) + 1e-9
        aim = shares * work.right / of_right[:, None]
        slope = np.einsum("rc,rsc->s", shares - aim, work.signs) / len(work.rows)
        return float(-np.log(of_right).mean()), slope.astype(np.float64)

    begin = np.full(work.signs.shape[1], _BEGIN)
    found = minimize(lost, begin, jac=True, method="L-BFGS-B", options={"maxiter": _STEPS})
    mix: Floats = found.x.astype(np.float32)
    return mix


def figures(held: Signs, mix: "Floats") -> list[str]:
    """What the card tells of rows that were not learned from."""
    lines = [
        "| Job words of conversations kept back | words | right by the tables | from a share of | words | by the tables | coded right |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    sides: dict[str, Callable[[Coded], bool]] = {
        "linked, of one trade": lambda row: bool(titled(row.words)) and not leaves_open(row.words),
        "linked, of many trades": lambda row: bool(titled(row.words)) and leaves_open(row.words),
        "not linked": lambda row: not titled(row.words),
    }
    for name, holds in sides.items():
        own = held.where(lambda row, holds=holds: bool(row.codes) and holds(row))  # type: ignore[misc]
        shares = own.shares(mix)
        hit, top = own.right[np.arange(len(own.rows)), shares.argmax(axis=1)], shares.max(axis=1)
        tables = np.array(
            [bool(links) and links[0].code in row.codes for row in own.rows for links in [titled(row.words)]]
        )
        for edge in _EDGES:
            sure = top >= edge
            right = f"{tables[sure].mean():.0%} | {hit[sure].mean():.0%}" if sure.any() else " | "
            lines.append(f"| {name} | {len(own.rows)} | {tables.sum()} | {edge} | {sure.sum()} | {right} |")
    none = held.where(lambda row: not row.codes and not titled(row.words))
    taken = (none.shares(mix).max(axis=1) >= LIKELY).sum()
    return [*lines, "", f"Of {len(none.rows)} words that name no work {taken} are coded from {LIKELY} on."]
