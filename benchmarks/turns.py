"""How long an offline turn takes once the coach is warm: a whole conversation, checkpoints on disk included."""

import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from benchmarks.table import Row, against

if TYPE_CHECKING:
    from agent import Coach

MESSAGES = (
    "hi",
    "I'm a nurse in Toledo with 6 hours a week and I know Excel",
    "what does a data analyst earn there?",
    "and in Columbus?",
    "how is the job market for electricians in Ohio?",
    "what skills does an AI engineer need?",
    "compare a welder and an electrician in Toledo",
    "I'd like to become a data analyst",
    "how long would it take me?",
    "is 75k a fair offer for a registered nurse in Toledo?",
    "make my plan",
    "what about the pay?",
    "only 4 hours a week now",
    "thanks",
)
ROUNDS = 4


def run() -> list[Row]:
    from agent import Coach
    from tools.documents import search
    from tools.settings import use_home

    with tempfile.TemporaryDirectory() as home, use_home(home):
        with Coach(home=home, offline=True) as coach:
            coach.prepare()
            taken = [_conversation(coach, f"bench-{number}") for number in range(ROUNDS)]
        later = [seconds for round_ in taken[1:] for seconds in round_]
        vector, turn = _vector(), 1000 * statistics.median(later)
        search("warm up")
        searched = _median(search, [f"{message}?" for message in MESSAGES])
    return [
        against("a warm offline turn, beside a sentence vector", turn, "ms", vector, 4),
        Row("the longest warm turn", 1000 * max(later), "ms"),
        against("a search of the embedded library, beside a sentence vector", searched, "ms", vector, 2),
    ]


def _vector() -> float:
    """Milliseconds for the vector of one of the messages, computed anew: what was embedded once is kept."""
    from tools.documents.embedder import built_in

    model = built_in()
    return _median(lambda message: model.states(model.tokenize(message).ids), MESSAGES * 3)


def _median(work: Callable[[str], object], given: Sequence[str]) -> float:
    taken = []
    for each in given:
        begun = time.perf_counter()
        work(each)
        taken.append(1000 * (time.perf_counter() - begun))
    return statistics.median(taken)


def _conversation(coach: "Coach", thread: str) -> list[float]:
    seconds = []
    for message in MESSAGES:
        begun = time.perf_counter()
        coach.ask(message, thread=thread)
        seconds.append(time.perf_counter() - begun)
    return seconds
