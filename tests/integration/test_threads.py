"""Many threads at once over what is known: every answer is the one that a single thread gets.

CPython 3.12 and newer mix the rows of a connection that threads share, without an error.
"""

import random
import sqlite3
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from agent.session.sqlite_store import SqliteThreads
from tools.databases import ConnectionPerThread
from tools.documents import search
from tools.oews import onet_store, snapshot
from tools.oews.cells import read_cell
from tools.oews.models import Cell
from tools.registry import load_tools

WORKERS = 8
LOOKUPS = 4_000
OCCUPATIONS = ("15-1252", "29-1141", "13-2011", "47-2111", "15-1254", "25-2021", "51-4121", "53-3032")
AREAS = ("0000000", "0600000", "3900000", "4800000", "0012420", "0019740", "0045780", "0046140")


@pytest.fixture(autouse=True)
def many_switches() -> object:
    """Threads change places a hundred times as often as usual."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(5e-5)
    yield
    sys.setswitchinterval(before)


def drawn(count: int) -> list[tuple[str, str]]:
    chosen = random.Random(8)
    return [(chosen.choice(OCCUPATIONS), chosen.choice(AREAS)) for _ in range(count)]


def test_wages_of_known_cells() -> None:
    known = {(code, area): read_cell(code, area) for code in OCCUPATIONS for area in AREAS}
    assert sum(cell is not None and cell.p50 is not None for cell in known.values()) > 50

    def read(pair: tuple[str, str]) -> Cell | None:
        return read_cell(*pair)

    pairs = drawn(LOOKUPS)
    with ThreadPoolExecutor(WORKERS) as pool:
        found = list(pool.map(read, pairs))
    wrong = [pair for pair, cell in zip(pairs, found, strict=True) if cell != known[pair]]
    assert not wrong, f"{len(wrong)} of {LOOKUPS} cells are another one's"


def test_documents_of_the_tools() -> None:
    """A person's turn runs its lookups side by side, and others' turns run beside it."""
    tools = {tool.name: tool for tool in load_tools()}
    calls = [
        (name, {"role": role, "location": place})
        for name in ("lookup_salary", "summarize_job_market")
        for role, place in (
            ("nurse", "Toledo"), ("data analyst", "Austin"), ("welder", "Tulsa"), ("accountant", "Ohio"),
        )
    ]  # fmt: skip

    def document(call: tuple[str, dict[str, str]]) -> str:
        name, args = call
        message = tools[name].invoke({"type": "tool_call", "id": "1", "name": name, "args": args})
        return str(message.artifact.model_dump_json())

    known = [document(call) for call in calls]
    with ThreadPoolExecutor(WORKERS) as pool:
        found = list(pool.map(document, calls * 12))
    assert [at for at, text in enumerate(found) if text != known[at % len(calls)]] == []


def test_searches() -> None:
    questions = [
        "What does an AI engineer do?",
        "What is RAG?",
        "Which skills do I need?",
        "What is a vector?",
    ]

    def ids(question: str) -> list[str]:
        return [passage.id for passage in search(question).results]

    known = [ids(question) for question in questions]
    with ThreadPoolExecutor(WORKERS) as pool:
        found = list(pool.map(ids, questions * 5))
    assert found == known * 5


def test_an_added_release() -> None:
    titles = {f"title {number}": (f"Title {number}", f"15-{number:04}") for number in range(200)}
    with onet_store.new_release() as database:
        onet_store.write_titles(database, titles)
    release = onet_store.added_release()
    assert release is not None
    keys = [key.replace(" ", "") for key in titles] * 20
    with ThreadPoolExecutor(WORKERS) as pool:
        found = list(pool.map(release.find, keys))
    assert found == list(titles.values()) * 20


def test_profiles_and_owners_of_threads(tmp_path: Path) -> None:
    threads = SqliteThreads(tmp_path)
    users = [f"user {number}" for number in range(40)]
    for user in users:
        threads.write_profile(user, f"profile of {user}")
        threads.claim(f"thread of {user}", user, "")

    def read(user: str) -> tuple[str | None, list[str]]:
        threads.claim(f"thread of {user}", user, "again")
        return threads.read_profile(user), [row.thread for row in threads.rows(user)]

    with ThreadPoolExecutor(WORKERS) as pool:
        found = list(pool.map(read, users * 10))
    threads.close()
    assert found == [(f"profile of {user}", [f"thread of {user}"]) for user in users] * 10


def test_a_connection_belongs_to_its_thread_and_ends_with_it() -> None:
    opened: list[sqlite3.Connection] = []

    def connect() -> sqlite3.Connection:
        opened.append(sqlite3.connect(":memory:", check_same_thread=False))
        return opened[-1]

    connections = ConnectionPerThread(connect)
    mine = connections.get()
    assert connections.get() is mine
    other: list[sqlite3.Connection] = []
    thread = threading.Thread(target=lambda: other.append(connections.get()))
    thread.start()
    thread.join()
    assert other[0] is not mine and len(opened) == 2
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        other[0].execute("SELECT 1")


def test_a_home_that_is_gone_does_not_take_the_wages_with_it() -> None:
    known = read_cell("29-1141", "0000000")
    snapshot._verified_path().unlink()
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(read_cell, "29-1141", "0000000").result() == known
