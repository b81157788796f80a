"""LangGraph's conformance suite for checkpointers, over the coach's own."""

import asyncio
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

pytest.importorskip("langgraph.checkpoint.conformance", reason="langgraph-checkpoint-conformance is missing")

from langgraph.checkpoint.conformance import checkpointer_test, validate

from agent.session.saver import ThreadSaver
from agent.session.store import Threads


def test_the_saver_conforms(tmp_path: Path) -> None:
    homes = (tmp_path / str(number) for number in range(100))

    @checkpointer_test(name="ThreadSaver")
    async def saver() -> AsyncGenerator[ThreadSaver, None]:
        home = next(homes)
        home.mkdir()
        threads = Threads(home)
        yield threads.checkpointer()
        threads.close()

    report = asyncio.run(validate(saver))
    failures = {name: each.failures for name, each in report.results.items() if each.failures}
    assert report.passed_all(), failures
