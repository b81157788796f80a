"""Jobs as Americans say them and what they are taken for: by the tables from the words, by the reader from a message.

`benchmarks/data/occupations_said.csv`: the message, where there is one the next of its thread, the words for the job,
and what is meant: SOC codes or ids of roles, of which any is right. "?" means none by itself: nothing is to be linked,
or it is asked which, or one of the codes behind it is taken. Nobody mends from the half "frozen".
"""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from agent.models import Profile, Understanding
from agent.models.changes import apply_changes
from benchmarks.messages import play
from benchmarks.table import Row, least
from tools.oews.role_links import link_role
from tools.oews.several import meanings
from tools.roadmap.targets import link_target

_DATA = Path(__file__).parent / "data" / "occupations_said.csv"
SIDES = ("words", "read", "thread")


class Taken(NamedTuple):
    """A row's words for a job as they were read, what they are taken for, and whether that is what is meant."""

    row: dict[str, str]
    role: str
    code: str
    right: bool

    @property
    def wrong(self) -> bool:
        """Whether they are taken for another occupation."""
        return bool(self.code) and not self.right


def run() -> Iterator[Row]:
    """Of the frozen half the share that is right, and that is taken for another occupation."""
    for side in SIDES:
        taken = list(takings(side, "frozen"))
        name = {"words": "from its words", "read": "from its message", "thread": "from its thread"}[side]
        yield least(
            f"a job as it is said, unseen: right {name}, of {len(taken)}",
            _share([each.right for each in taken]),
        )
        yield Row(
            f"a job as it is said, unseen: another occupation {name}",
            _share([each.wrong for each in taken]),
            "%",
        )


def takings(side: str, half: str) -> Iterator[Taken]:
    """Each row of a half as it is read: its words alone, its message, or the later message of its thread."""
    with _DATA.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["half"] == half]
    for row in rows:
        if (row["side"] == "thread") == (side == "thread"):
            role = row["words"] if side == "words" else _read(row)
            yield taken(row, role)


def taken(row: dict[str, str], role: str) -> Taken:
    """What words for a job are taken for."""
    links = link_role(role) if role else []
    code = links[0].occupation.code if links else ""
    target = link_target(role) if role else None
    codes = row["meant"].removeprefix("?").split()
    right = bool({code, target.id if target else ""} & set(codes))
    if row["meant"].startswith("?"):
        right = right or not code or bool(meanings(role))
    return Taken(row, role, code, right)


def _read(row: dict[str, str]) -> str:
    """The job that the last message is about, or that it tells of the person; empty for none."""
    turns = list(play({"turns": [{"say": each} for each in (row["message"], row["then"]) if each]}))
    profile, read = apply_changes(turns[-1].before, turns[-1].read.changes), turns[-1].read
    subjects = [subject.role for wish in read.wishes for subject in wish.subjects if subject.role]
    asked = [*subjects, *_held(profile, read)]
    told = {"current": [profile.current_role, profile.former_role], "wanted": [profile.target_role]}
    return next((role for role in (*told.get(row["side"], []), *asked) if role), "")


def _held(profile: Profile, read: Understanding) -> list[str | None]:
    topic = read.dialogue.topic.role if read.dialogue else None
    return [topic, profile.target_role, profile.current_role]


def _share(held: Sequence[bool]) -> float:
    return sum(held) / max(1, len(held))
