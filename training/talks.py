"""Talks about texts (`prompts/nlu/corpus/letters/talks`), message by message; what the labels mean stands in the guide beside them."""

import json
from collections.abc import Iterator
from typing import NamedTuple

from agent.nlu.clauses import clauses
from agent.nlu.letters.labels import LABELS
from training.corpus import FOLDER

_HELD_EVERY = 5
_TURNS = frozenset({"tell", "request", "remark", "leave"})


class Turn(NamedTuple):
    """A message of a talk: whether a text was shown before it, whether one is asked for only later, its clauses and the label of each."""

    text: str
    cut: list[str]
    turn: str
    shown: bool
    earlier: bool
    labels: list[str]
    held: bool
    purpose: str | None = None
    before: str = ""


class TalksError(Exception):
    """A line of a file of talks that cannot be trained on."""


def read_turns() -> Iterator[Turn]:
    """Every message of every talk. Raises TalksError for clauses that are not those of `agent.nlu.clauses`, or an unknown label."""
    for path in sorted((FOLDER / "letters" / "talks").glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            shown, before = False, ""
            talk = json.loads(line)["turns"]
            for turn in talk:
                cut = [each.text for each in clauses(turn["say"])]
                told = [[text, label] for text, label in turn["clauses"]]
                if [text for text, _ in told] != cut or not {label for _, label in told} <= {*LABELS}:
                    raise TalksError(f"{path.name}:{number + 1}: the clauses of {turn['say']!r} are {cut}.")
                if turn["turn"] not in _TURNS:
                    raise TalksError(f"{path.name}:{number + 1}: {turn['turn']!r} is no kind of turn.")
                labels = [label for _, label in told]
                earlier = turn["turn"] == "tell" and not shown
                held = number % _HELD_EVERY == 0
                yield Turn(
                    turn["say"], cut, turn["turn"], shown, earlier, labels, held, turn.get("for"), before
                )
                before = turn["say"]
                shown = shown or turn["turn"] == "request"
