"""Conversations of several turns by authors who saw no code: facts, tools and what waits, turn by turn.

A set is a file of JSON lines in `benchmarks/data` (or a path): `{"id", "turns": [{"say" | "resume",
"facts_after", "optional", "must", "must_not", "waiting", "gist"}]}`. `facts_after` holds patterns (a name),
numbers (one, or a range of two) and lists of patterns (skills); `optional` fields may be filled too,
"field~pattern" only if they match.
"""

import json
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path
from statistics import fmean
from typing import Any

from agent.models import ReplyDocument
from agent.session.coach import Coach
from benchmarks.table import Row, least

TODAY = date(2026, 11, 28)
# Those before were read, mended from and trained on (`prompts/nlu/corpus/turns`): they measure nothing more.
_NAMES = ("eighteenth", "nineteenth")
SETS = tuple(f"conversations_{name}" for name in _NAMES)
FIELDS = (
    "current_role",
    "target_role",
    "location",
    "skills",
    "missing_skills",
    "years_experience",
    "hours_per_week",
    "horizon_weeks",
    "target_salary",
)


@dataclass
class Turn:
    """One turn as it came out: what was said, the reply, and what was wrong with it."""

    conversation: int
    said: str
    gist: str
    reply: ReplyDocument
    wrong_facts: list[str]
    false_facts: list[str]
    wrong_tools: list[str]
    wrong_status: bool


def run() -> Iterator[Row]:
    """For each set the share of turns whose facts, tools and status are right, and of false facts."""
    for name in SETS:
        turns = list(play(read_set(Path(str(files("benchmarks"))) / "data" / f"{name}.jsonl")))
        right = [not (turn.wrong_facts or turn.wrong_tools or turn.wrong_status) for turn in turns]
        yield least(f"{name}: all right of {len(turns)} turns", fmean(right), 0.90)
        yield least(f"{name}: facts right", fmean(not turn.wrong_facts for turn in turns))
        yield Row(f"{name}: a false fact in", fmean(bool(turn.false_facts) for turn in turns), "%", aim=0.03)
        yield least(f"{name}: tools right", fmean(not turn.wrong_tools for turn in turns))
        yield least(f"{name}: status right", fmean(not turn.wrong_status for turn in turns))


def read_set(path: Path) -> list[dict[str, Any]]:
    """The conversations of a file."""
    return [json.loads(row) for row in path.read_text(encoding="utf-8").splitlines() if row.strip()]


def play(conversations: list[dict[str, Any]]) -> Iterator[Turn]:
    """Play each conversation on a thread of its own in a temporary home."""
    with tempfile.TemporaryDirectory() as home, Coach(home=Path(home), today=TODAY) as coach:
        for conversation in conversations:
            thread = f"c{conversation['id']}"
            for turn in conversation["turns"]:
                reply = _reply(coach, thread, turn)
                if reply is not None:
                    yield _judged(int(conversation["id"]), turn, reply)


def _reply(coach: Coach, thread: str, turn: dict[str, Any]) -> ReplyDocument | None:
    from tools.errors import CoachError

    if said := turn.get("say"):
        return coach.ask(said, thread=thread)
    try:
        return coach.resume(thread, **_decision(turn))
    except CoachError:
        return None  # nothing waits: the turn before is the one that is wrong


def _decision(turn: dict[str, Any]) -> dict[str, Any]:
    """`resume` is "approve", or "reject" with its reason beside it or in an object."""
    given = turn.get("resume")
    if isinstance(given, dict):
        return {"approve": True} if given.get("approve") else {"reject": str(given["reject"])}
    reason = str(turn.get("reject") or given or "").removeprefix("reject").strip(" :")
    return {"approve": True} if given == "approve" or turn.get("approve") else {"reject": reason}


def _judged(conversation: int, turn: dict[str, Any], reply: ReplyDocument) -> Turn:
    told, profile = turn.get("facts_after", {}), reply.profile.model_dump()
    optional = dict(each.partition("~")[::2] for each in turn.get("optional", []))
    wrong = [name for name, wanted in told.items() if name in FIELDS and not _fits(wanted, profile[name])]
    false = [
        name
        for name in FIELDS
        if profile[name] not in (None, [])
        and ((name in wrong) or (name not in told and not _may_be(optional, name, profile[name])))
    ]
    called = {call.name for call in reply.tools}
    tools = [f"no {name}" for name in turn.get("must", []) if name not in called]
    tools += [name for name in turn.get("must_not", []) if name in called]
    waits = turn.get("waiting")
    status = waits is not None and waits != (reply.status == "awaiting_approval")
    said = turn.get("say") or str(turn.get("resume"))
    return Turn(
        conversation,
        said,
        turn.get("gist", ""),
        reply,
        [*wrong, *(set(false) - set(wrong))],
        false,
        tools,
        status,
    )


def _may_be(optional: dict[str, str], name: str, value: object) -> bool:
    return name in optional and (
        not optional[name] or re.search(optional[name], str(value), re.IGNORECASE) is not None
    )


def _fits(wanted: object, held: object) -> bool:
    if isinstance(wanted, list) and wanted and isinstance(wanted[0], int | float):
        low, high = wanted[0], wanted[-1]
        return isinstance(held, int | float) and low <= held <= high
    if isinstance(wanted, list):
        names = [str(name) for name in held] if isinstance(held, list) else [str(held)]
        return all(any(re.search(str(each), name, re.IGNORECASE) for name in names) for each in wanted)
    return held is not None and re.search(str(wanted), str(held), re.IGNORECASE) is not None
