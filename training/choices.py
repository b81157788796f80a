"""What the reader's states are to tell apart for the heads that read them: texts with the kind that each of those heads is taught.

Every head is taught again on the states when they stand (`python -m training.kinds`, `training.letters`, `training.danger`);
trained for it, they hold what it looks for.
"""

import hashlib
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from agent.nlu.kinds import HEADS, OF_WORK, OTHER, HeadName
from training.danger import read_told
from training.kinds import read_kinds
from training.talks import read_turns

_MOST = 5000  # texts of a head: of those that have more every so many
_OTHERS = 0.2  # of what is none of the conditions of work, which each of their heads has again


class Choice(NamedTuple):
    """A text, the head that tells its kind, and the kind."""

    text: str
    head: str
    kind: str


def read_choices() -> list[Choice]:
    """The texts of all heads that are taught on them, head by head; none that is held back or stands in a test file."""
    found = list[Choice]()
    for _, of_head in groupby(_every(), key=lambda choice: choice.head):
        choices = list(dict.fromkeys(of_head))
        share = min(1.0, _MOST / len(choices))
        found += [each for each in choices if _place(each.text) < share]
    return found


def _every() -> Iterator[Choice]:
    for name in HEADS:
        yield from _of_head(name)
    turns = [turn for turn in read_turns() if not turn.held]
    for turn in turns:
        yield from (Choice(text, "clause", label) for text, label in zip(turn.cut, turn.labels, strict=True))
    for turn in turns:
        if turn.shown:
            yield Choice(turn.text, "text", "remark" if turn.turn == "remark" else OTHER)
    yield from (Choice(turn.text, "purpose", turn.purpose) for turn in turns if turn.purpose)
    told = (each for each in read_told() if not each.held)
    yield from (Choice(each.text, "danger", "danger" if each.danger else OTHER) for each in told)


def _of_head(name: HeadName) -> Iterator[Choice]:
    for text, kind in read_kinds(name).train:
        if name not in OF_WORK or kind != OTHER or _place(f"{name} {text}") < _OTHERS:
            yield Choice(text, name, kind)


def _place(text: str) -> float:
    """Where a text stands in an order that has nothing to do with it, 0 to 1."""
    return int.from_bytes(hashlib.sha256(text.encode("utf-8", "replace")).digest()[:4]) / 2**32
