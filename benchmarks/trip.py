"""The trip of a message: the files of ours that a salary question passes, how often each, and what is done twice.

`python -m benchmarks.trip [MESSAGE]` also prints each file in the order in which it is entered first.
"""

import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from benchmarks.table import Row

MESSAGE = "What does a nurse earn in Toledo?"
ROOT = Path(__file__).parents[1]
ROOMS = ("agent", "tools", "prompts", "seeds")
FILES_AIMED, TIMES_AIMED = 45, 2


class Trip:
    """What a turn passed: a hop is a call from one file of ours into another, or back into one that was left.

    A generator that goes on is no call. A scan is a call that is given the whole message; it is made again where all
    that it is given is the same.
    """

    def __init__(self, message: str) -> None:
        self.message = message
        self.hops: Counter[str] = Counter()
        self.edges: Counter[tuple[str, str]] = Counter()
        self.scans: Counter[tuple[str, str, str]] = Counter()
        self._begun: set[FrameType] = set()
        self.order: list[str] = []

    def notice(self, frame: FrameType, event: str, _arg: Any) -> None:
        """A profile function, as `sys.setprofile` calls it."""
        if event != "call" or frame.f_code.co_name.startswith("<") or frame in self._begun:
            return
        self._begun.add(frame)
        place = _place(frame)
        if place is None:
            return
        caller = frame.f_back
        while caller is not None and _place(caller) is None:
            caller = caller.f_back
        came_from = _place(caller) if caller is not None else None
        if came_from != place:
            self.hops[place] += 1
            self.edges[came_from or "", place] += 1
            if self.hops[place] == 1:
                self.order.append(place)
        code = frame.f_code
        given = [frame.f_locals.get(name) for name in code.co_varnames[: code.co_argcount]]
        if self.message in [value for value in given if isinstance(value, str)]:
            self.scans[place, code.co_qualname, repr(given)] += 1


def _place(frame: FrameType) -> str | None:
    path = frame.f_code.co_filename
    if not path.startswith(f"{ROOT}/"):
        return None
    place = path[len(str(ROOT)) + 1 :]
    return place if place.startswith(tuple(f"{room}/" for room in ROOMS)) else None


@contextmanager
def watched(trip: Trip) -> Iterator[None]:
    """Notice every call within, in threads that start within too."""
    threading.setprofile(trip.notice)
    sys.setprofile(trip.notice)
    try:
        yield
    finally:
        sys.setprofile(None)
        threading.setprofile(None)


def travel(message: str = MESSAGE) -> Trip:
    """One warm turn with this message, on a new thread."""
    from agent import Coach

    trip = Trip(message)
    with tempfile.TemporaryDirectory() as home, Coach(home=home, offline=True) as coach:
        coach.ask("What does a welder earn in Ohio?")
        with watched(trip):
            coach.ask(message)
    return trip


def run() -> list[Row]:
    trip = travel()
    twice = [place for place, hops in trip.hops.items() if hops > TIMES_AIMED]
    again = [scan for scan, times in trip.scans.items() if times > 1]
    return [
        Row("trip of a salary question: files", len(trip.hops), aim=FILES_AIMED),
        Row("trip of a salary question: hops", trip.hops.total()),
        Row(f"trip of a salary question: files passed more than {TIMES_AIMED} times", len(twice), aim=0),
        Row("trip of a salary question: functions given the whole message again", len(again), aim=0),
    ]


if __name__ == "__main__":
    told = travel(*sys.argv[1:2])
    for at in told.order:
        print(f"{told.hops[at]:5}  {at}")
    print(f"{len(told.hops)} files, {told.hops.total()} hops")
    for (at, what, _), times in told.scans.most_common():
        if times > 1:
            print(f"{times:5}  {what} of {at}, given the message")
    for (left, entered), times in told.edges.most_common(25):
        print(f"{times:5}  {left} -> {entered}")
