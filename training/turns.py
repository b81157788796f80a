"""The turns of conversations with what each wants in its thread: `prompts/nlu/corpus/turns`.

`sets.jsonl` tells it of the conversations in `benchmarks/data`, which were read and mended from before and measure nothing more;
the other files hold conversations of their own.
"""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from agent.nlu.scheme import LABELS
from training.corpus import FOLDER, CorpusError, Span

_TURNS = FOLDER / "turns"
_SETS = "sets"
_BENCHMARKS = Path(__file__).parents[1] / "benchmarks" / "data"
_TEXTS = frozenset({"letter", "words"})


class Turn(NamedTuple):
    """A turn: what was said, the messages before it, what the thread holds, and what it wants.

    `about` and `where` are the jobs and places that an answer has to speak of; `spans` what its words are to the speaker; `act` is what it does with the plan in view
    (null: there is none), `topic` says that a job was spoken of before, `thread` names the conversation.
    """

    text: str
    before: tuple[str, ...]
    waits: bool
    approved: bool
    in_hand: bool
    topic: bool
    wishes: tuple[str, ...]
    about: tuple[str, ...]
    where: tuple[str, ...]
    act: str | None
    spans: tuple[Span, ...]
    thread: str


def context_of(turn: Turn) -> tuple[str, ...]:
    """The one thing of its thread that the reader is told."""
    held = (("draft", turn.waits), ("plan", turn.approved), ("topic", turn.topic))
    return next(((name,) for name, holds in held if holds), ())


def spans_of(row: dict[str, Any]) -> tuple[Span, ...]:
    """The spans of a turn as offsets in its text. Raises CorpusError for words that are not in it."""
    found, at = list[Span](), 0
    for label, words in row["s"]:
        start = row["t"].find(words, at)
        if start < 0 or label not in LABELS:
            raise CorpusError(f"{words!r} ({label}) is no span of {row['t']!r}")
        at = start + len(words)
        found.append(Span(start, at, label))
    return tuple(found)


def read_turns_said() -> Iterator[Turn]:
    """All turns, conversation by conversation."""
    for thread, rows in threads():
        yield from _turns(thread, rows)


def threads() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The name of each conversation and its turns as they stand in the files; a turn without words is a decision on a plan."""
    for path in sorted(_TURNS.glob("*.jsonl")):
        if path.stem != _SETS:
            yield from ((row["id"], row["turns"]) for row in _rows(path))
    labels = {(row["c"], row["turn"]): row for row in _rows(_TURNS / f"{_SETS}.jsonl")}
    for thread in dict.fromkeys(row["c"] for row in _rows(_TURNS / f"{_SETS}.jsonl")):
        yield thread, _of_a_set(thread, labels)


def _of_a_set(thread: str, labels: dict[tuple[str, int], dict[str, Any]]) -> list[dict[str, Any]]:
    """A conversation of the benchmarks in the form of the others."""
    name, _, number = thread.partition(":")
    found, waits = list[dict[str, Any]](), False
    for at, turn in enumerate(_set(name)[number], start=1):
        said, label = turn.get("say"), labels.get((thread, at))
        if said and label:
            found.append({**label, "t": said, "waits": waits})
        elif not said:
            found.append({"t": None, "approve": turn.get("resume") == "approve" or bool(turn.get("approve"))})
        waits = bool(turn.get("waiting"))
    return found


def _turns(thread: str, rows: list[dict[str, Any]]) -> Iterator[Turn]:
    before, approved, in_hand, topic = list[str](), False, False, False
    for row in rows:
        if row.get("t") is None:
            approved = approved or bool(row.get("approve"))
            continue
        yield Turn(
            text=row["t"],
            before=tuple(before),
            waits=bool(row["waits"]),
            approved=approved,
            in_hand=in_hand,
            topic=topic,
            wishes=tuple(row["w"]),
            about=tuple(row["about"]),
            where=tuple(row["where"]),
            act=row["act"],
            spans=spans_of(row),
            thread=thread,
        )
        before.append(row["t"])
        topic = topic or bool(row["about"])
        in_hand = in_hand or not _TEXTS.isdisjoint(row["w"])


@cache
def _set(name: str) -> dict[str, list[dict[str, Any]]]:
    return {str(row["id"]): row["turns"] for row in _rows(_BENCHMARKS / f"conversations_{name}.jsonl")}


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
