"""The texts that `python -m training.advice` learns from: ways of asking for each written answer, and messages with the answer picked."""

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

import prompts
from agent.nlu.entries import NONE
from tools.documents.scope import answered
from training.corpus import FOLDER, CorpusError

_ASKS = FOLDER / "advice"
_PICKED, _WISHES = _ASKS / "picked.jsonl", _ASKS / "wishes.jsonl"


class Ask(NamedTuple):
    """A way of asking for an entry; `hand` is who wrote it: "a" wrote the answer, "b" and "c" saw it, "answer" is the answer itself.

    `wishes` are those of a reader who saw the text alone; None where nobody read it.
    """

    text: str
    entry: str
    hand: str
    wishes: tuple[str, ...] | None = None


class Pick(NamedTuple):
    """A message, what its thread stands on, the entry that a reader chose of the likeliest (None: none fits), and whether nothing else was wanted."""

    text: str
    context: tuple[str, ...]
    entry: str | None
    other: str | None
    alone: bool
    held: bool

    def fits(self, entry: str) -> bool:
        """Whether it is the entry chosen, or one that would do as well."""
        return self.entry is not None and entry in (self.entry, self.other)


def read_asks() -> Iterable[Ask]:
    """Every way of asking, and the answers themselves, which are about the same. Raises CorpusError for an unknown entry."""
    entries = {f"{area}.{name}": entry for area in prompts.advice_areas() for name, entry in _area(area)}
    for name, entry in entries.items():
        yield Ask(entry["says"], name, "answer")
        yield Ask(" ".join(entry["why"]) if "why" in entry else entry["text"], name, "answer")
    wishes = {str(row["t"]): tuple(row["w"]) for row in _rows(_WISHES)}
    for path in sorted({*_ASKS.glob("*.jsonl")} - {_PICKED, _WISHES}):
        for number, row in enumerate(_rows(path), start=1):
            name = f"{path.stem}.{row['kind']}"
            if name not in entries:
                raise CorpusError(f"{path.name}:{number}: there is no entry {name}")
            text = str(row["t"])
            yield Ask(text, name, str(row["by"]), wishes.get(text))


def read_felt() -> Iterable[tuple[str, str]]:
    """Ways of telling what an entry answers that is for one feeling (`felt`), with that feeling."""
    for ask in read_asks():
        if ask.hand != "answer" and (felt := prompts.advice(ask.entry).get("felt")):
            yield ask.text, str(felt)


def read_others(picks: Iterable[Pick]) -> Iterable[Ask]:
    """What no entry answers: messages for which none was picked, and what the embedded library answers."""
    for pick in picks:
        if pick.entry is None and not pick.held:
            yield Ask(pick.text, NONE, "other")
    for question in answered():
        yield Ask(question, NONE, "other")


def read_picks() -> Iterable[Pick]:
    """The messages whose fitting entry a reader chose."""
    for row in _rows(_PICKED):
        yield Pick(
            str(row["t"]),
            tuple(row["c"]),
            row["pick"],
            row.get("or"),
            bool(row.get("alone")),
            bool(row.get("held")),
        )


def _area(area: str) -> Iterable[tuple[str, dict[str, Any]]]:
    return prompts.advice_of(area).items()


def _rows(path: Any) -> list[dict[str, Any]]:
    return [json.loads(row) for row in path.read_text(encoding="utf-8").splitlines() if row.strip()]
