"""LangGraph's conformance suite for checkpointers, over the coach's own."""

import asyncio
import uuid
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

pytest.importorskip("langgraph.checkpoint.conformance", reason="langgraph-checkpoint-conformance is missing")

from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.checkpoint.conformance import checkpointer_test, validate

from agent.session.store import open_threads
from tests.cluster import Cluster
from tools import postgres


@pytest.mark.parametrize("store", ["sqlite", "postgres"])
def test_the_saver_conforms(
    store: str, tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    cluster: Cluster | None = request.getfixturevalue("cluster") if store == "postgres" else None

    @checkpointer_test(name=store)
    async def saver() -> AsyncGenerator[BaseCheckpointSaver[str], None]:
        name = f"conformance_{uuid.uuid4().hex}"
        url = cluster.new_database(name) if cluster else ""
        monkeypatch.setenv("COACH_DATABASE_URL", url)
        (tmp_path / name).mkdir()
        threads = open_threads(tmp_path / name)
        yield threads.checkpointer()
        threads.close()
        if url:
            postgres._opened(url).close()
            postgres._opened.cache_clear()

    report = asyncio.run(validate(saver))
    failures = {name: each.failures for name, each in report.results.items() if each.failures}
    assert report.passed_all(), failures
    # Copying and pruning, too, which savers may leave out.
    assert all(each.passed for each in report.results.values()), report.results
