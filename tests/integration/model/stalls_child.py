"""Prints how long the event loop stood still at the most while the coach worked, in milliseconds.

Of several rounds the best one counts: what the operating system does to a busy machine is not in each of them.
"""

import asyncio
import sys
import time
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from langgraph.checkpoint.memory import InMemorySaver

from agent import build_graph, make_serializer
from agent.policy import choose_policy
from agent.warming import warm_up
from tests.integration.model.test_event_loop import PLAN, QUESTION, scripted
from tools import documents

ROUNDS = 5
TICK = 0.002
PARAGRAPH = "Example Works pays a bonus of two weeks' wages to whoever finishes the internal course on data quality.\n\n"


async def longest_stall(work: Callable[[], Awaitable[Any]]) -> float:
    stalls = [0.0]

    async def watch() -> None:
        while True:
            begun = time.perf_counter()
            await asyncio.sleep(TICK)
            stalls.append(time.perf_counter() - begun - TICK)

    watching = asyncio.create_task(watch())
    await asyncio.sleep(0.05)
    await work()
    watching.cancel()
    return max(stalls) * 1000


async def main(folder: Path) -> None:
    policy = await asyncio.to_thread(choose_policy, scripted())
    graphs: list[Any] = [
        build_graph(policy=each).compile(checkpointer=InMemorySaver(serde=make_serializer()))
        for each in (policy, choose_policy())
    ]
    await asyncio.to_thread(warm_up, policy)
    texts = {"question": QUESTION, "plan": PLAN, "long": f"{QUESTION} {PARAGRAPH}" * 150}
    best: dict[str, float] = {}
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
        worst = max(ms for key, ms in best.items() if key.split()[0] == name)
        sys.stdout.write(f"{name} {worst:.0f}\n")


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        asyncio.run(main(Path(folder)))
