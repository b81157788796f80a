"""Every test has its own COACH_HOME, no key, no model and, outside integration, no sockets."""

import os
import socket
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytest_socket import disable_socket, enable_socket

from tests.cluster import Cluster, running_cluster

if TYPE_CHECKING:
    from tests.fakes import ScriptedPolicy


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh folder for the coach, and none of the developer's own settings."""
    for name in list(os.environ):
        if name.startswith(("COACH_", "OPENAI_", "LANGSMITH_", "LANGCHAIN_")):
            monkeypatch.delenv(name)
    home = tmp_path / "home"
    monkeypatch.setenv("COACH_HOME", str(home))
    return home


@pytest.fixture(scope="session")
def postgres_url(cluster: Cluster) -> str:
    """A PostgreSQL for the whole run; skips with a reason where there is none."""
    return cluster.url("postgres")


@pytest.fixture(autouse=True)
def no_sockets(request: pytest.FixtureRequest) -> Iterator[None]:
    """Only tests marked `network` may open a socket, and those on loopback only by their own care.

    Unix sockets stay allowed: asyncio's event loop needs a socket pair.
    """
    if request.node.get_closest_marker("network"):
        yield
        return
    disable_socket(allow_unix_socket=hasattr(socket, "AF_UNIX"))
    yield
    enable_socket()


@pytest.fixture
def policy(monkeypatch: pytest.MonkeyPatch) -> "ScriptedPolicy":
    """The policy that every Coach of this test gets, with tools that answer at once."""
    from tests.fakes import ScriptedPolicy, scripted_tools

    scripted = ScriptedPolicy()
    monkeypatch.setattr("agent.session.runner.choose_policy", lambda _model: scripted)
    monkeypatch.setattr("tools.registry.load_tools", scripted_tools)
    return scripted


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    with running_cluster() as started:
        yield started


@pytest.fixture
def database_url(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A database of the test's own in PostgreSQL, which COACH_DATABASE_URL names."""
    from tools import postgres

    url = cluster.new_database(f"coach_{uuid.uuid4().hex}")
    monkeypatch.setenv("COACH_DATABASE_URL", url)
    yield url
    postgres._opened(url).close()
    postgres._opened.cache_clear()
