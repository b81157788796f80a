"""Prints how long the event loop stood still at the most while the coach worked: milliseconds of work, and of the clock.

What others do on a busy machine is no work of this process: a stall is as long as its threads worked meanwhile, all together,
and never longer than the clock says. Calls that wait are `test_event_loop`'s others. Of several rounds the best one counts.
"""

import asyncio
import sys
import time
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from langgraph.checkpoint.memory import InMemorySaver

from agent import build_graph, make_serializer
from agent.policy import choose_policy
from agent.warming import warm_up
from tests.integration.model.test_event_loop import PLAN, QUESTION, scripted
from tools import documents

ROUNDS = 5
TICK = 0.002
PARAGRAPH = "Example Works pays a bonus of two weeks' wages to whoever finishes the internal course on data quality.\n\n"


class Stall(NamedTuple):
    """Milliseconds."""

    work: float
    clock: float


async def longest_stall(work: Callable[[], Awaitable[Any]]) -> Stall:
    stalls = [Stall(0.0, 0.0)]

    async def watch() -> None:
        while True:
            begun, used = time.perf_counter(), time.process_time()
            await asyncio.sleep(TICK)
            clock, worked = time.perf_counter() - begun - TICK, time.process_time() - used
            stalls.append(Stall(1000 * min(clock, worked), 1000 * clock))

    watching = asyncio.create_task(watch())
    await asyncio.sleep(0.05)
    await work()
    await asyncio.sleep(2 * TICK)  # the stall at the end is seen, too
    watching.cancel()
    # Of each its own worst: the longest by the clock may be a stall in which nothing here worked.
    return Stall(max(each.work for each in stalls), max(each.clock for each in stalls))


async def main(folder: Path) -> None:
    policy = await asyncio.to_thread(choose_policy, scripted())
    graphs: list[Any] = [
        build_graph(policy=each).compile(checkpointer=InMemorySaver(serde=make_serializer()))
        for each in (policy, choose_policy())
    ]
    await asyncio.to_thread(warm_up, policy)
    texts = {"question": QUESTION, "plan": PLAN, "long": f"{QUESTION} {PARAGRAPH}" * 150}
    best: dict[str, Stall] = {}
    for number in range(ROUNDS):
        for name, text in texts.items():
            for graph in graphs:
                config = {"configurable": {"thread_id": f"{number}"}}
                given = {"messages": [{"role": "user", "content": text}]}
                found = await longest_stall(partial(graph.ainvoke, given, config))
                key = f"{name} {id(graph)}"
                best[key] = min(best.get(key, found), found)
        file = folder / f"{number}.md"
        file.write_text(f"# Notes {number}\n\n{PARAGRAPH * 200}", encoding="utf-8")
        found = await longest_stall(partial(asyncio.to_thread, documents.ingest, [file]))
        best["ingest"] = min(best.get("ingest", found), found)
    for name in ("question", "plan", "long", "ingest"):
        worst = max(stall for key, stall in best.items() if key.split()[0] == name)
        sys.stdout.write(f"{name} {worst.work:.0f} {worst.clock:.0f}\n")


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        asyncio.run(main(Path(folder)))
