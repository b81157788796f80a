"""How long an offline turn takes once the coach is warm: a whole conversation, checkpoints on disk included."""

import os
import statistics
import tempfile
import time
from typing import TYPE_CHECKING

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


def run() -> None:
    from agent import Coach

    with tempfile.TemporaryDirectory() as home:
        os.environ["COACH_HOME"] = home
        with Coach(offline=True) as coach:
            coach.prepare()
            taken = [_conversation(coach, f"bench-{number}") for number in range(ROUNDS)]
    first, later = taken[0], [seconds for round_ in taken[1:] for seconds in round_]
    print(
        f"turns, first conversation: median {statistics.median(first) * 1000:.0f} ms, longest {max(first) * 1000:.0f} ms"
    )
    print(
        f"turns, once warm ({len(later)} turns): median {statistics.median(later) * 1000:.0f} ms (aimed at 100), "
        f"longest {max(later) * 1000:.0f} ms"
    )


def _conversation(coach: "Coach", thread: str) -> list[float]:
    seconds = []
    for message in MESSAGES:
        begun = time.perf_counter()
        coach.ask(message, thread=thread)
        seconds.append(time.perf_counter() - begun)
    return seconds
