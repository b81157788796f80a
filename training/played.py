"""The turns of `prompts/nlu/corpus/turns`, played through the coach: each as it is read in its thread, with what is known of it.

What a thread holds when a message is said (topic, jobs shown, a plan that waits) comes of what the coach said before. Playing
takes some minutes on each of two cores and is kept in `build/reader`.
"""

import hashlib
import pickle
import tempfile
from collections.abc import Iterator
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from agent.models import DialogueState, Profile
from agent.nlu import read
from agent.nlu.jobs_meant import jobs_meant
from agent.nlu.mentions import Message
from agent.session.coach import Coach
from tools.errors import CoachError
from training.turns import threads

_TODAY = date(2026, 11, 28)
_KEPT = Path("build/reader/played.pkl")
_HELD_EVERY = 8


class Played(NamedTuple):
    """A turn: the message as it was read, what stood before it, and what an answer has to speak of (null: nobody read that)."""

    thread: str
    message: Message
    dialogue: DialogueState
    profile: Profile
    about: tuple[str, ...] | None

    @property
    def is_held(self) -> bool:
        """Whether its conversation is kept back from a first training, for measuring."""
        return hashlib.sha256(self.thread.encode()).digest()[0] % _HELD_EVERY == 0


def played() -> list[Played]:
    """All turns that were read as a message, conversation by conversation. Delete the file in `build/reader` to play them anew."""
    if not _KEPT.exists():
        with get_context("spawn").Pool() as pool:
            turns = [turn for found in pool.imap(_play, threads(), chunksize=4) for turn in found]
        _KEPT.parent.mkdir(parents=True, exist_ok=True)
        _KEPT.write_bytes(pickle.dumps(turns))
    found: list[Played] = pickle.loads(_KEPT.read_bytes())  # noqa: S301 - written here
    return found


def _play(conversation: tuple[str, list[dict[str, Any]]]) -> list[Played]:
    """Each conversation in a home of its own."""
    thread, turns = conversation
    with tempfile.TemporaryDirectory() as home, Coach(home=Path(home), today=_TODAY) as coach:
        return [each for turn in turns for each in _heard(thread, turn, coach)]


def _heard(thread: str, turn: dict[str, Any], coach: Coach) -> Iterator[Played]:
    heard, own = list[Played](), jobs_meant

    def hear(message: Message, dialogue: DialogueState, profile: Profile) -> Any:
        about = tuple(turn["about"]) if "about" in turn else None
        heard.append(Played(thread, message, dialogue, profile, about))
        return own(message, dialogue, profile)

    with patch.object(read, "jobs_meant", hear):
        try:
            if turn.get("t"):
                coach.ask(turn["t"], thread="played")
            else:
                coach.resume("played", **({"approve": True} if turn.get("approve") else {"reject": "No."}))
        except CoachError:
            return  # nothing waits: what was approved then waits no more here
    yield from heard[:1]
