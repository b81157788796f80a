"""What every store of threads does, in SQLite and in PostgreSQL."""

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from agent.context import CoachContext
from agent.models import Answer
from agent.session.coach import Coach
from agent.session.store import open_threads
from agent.session.threads import Threads
from agent.state import CoachState
from tests.cluster import Cluster
from tests.fakes import ScriptedPolicy, scripted_tools
from tools.errors import DatabaseError, DecisionError, ThreadBusyError, ThreadError, UsageError

ROOT = Path(__file__).parents[2]
WORKERS = 8


@pytest.fixture(params=["sqlite", "postgres"])
def threads(request: pytest.FixtureRequest, own_home: Path) -> Iterator[Threads]:
    if request.param == "postgres":
        request.getfixturevalue("database_url")
    own_home.mkdir()
    opened = open_threads(own_home)
    yield opened
    opened.close()


@pytest.fixture
def two_coaches(threads: Threads, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Coach, Coach]]:
    """Two sessions on one database, as two workers have them."""
    policy = ScriptedPolicy()
    monkeypatch.setattr("agent.session.runner.choose_policy", lambda _model: policy)
    monkeypatch.setattr("tools.registry.load_tools", scripted_tools)
    with Coach() as first, Coach() as second:
        yield first, second


def test_a_thread_has_one_owner(threads: Threads) -> None:
    threads.claim("t", "ann", "hello")
    threads.claim("t", "ann", "a later message")
    with pytest.raises(ThreadError, match="another user"):
        threads.claim("t", "bob", "mine now")
    assert threads.check_owner("t", "ann") and not threads.check_owner("u", "ann")
    found = threads.find("t")
    assert found and (found.user, found.title) == ("ann", "hello")
    assert [row.thread for row in threads.rows("ann")] == ["t"] and threads.rows("bob") == []


def test_of_many_that_claim_a_thread_at_once_one_gets_it(threads: Threads) -> None:
    def claim(number: int) -> bool:
        try:
            threads.claim("t", f"user {number}", "")
        except ThreadError:
            return False
        return True

    with ThreadPoolExecutor(WORKERS) as pool:
        assert sum(pool.map(claim, range(40))) == 1


def test_profiles_are_each_users_own_until_they_are_forgotten(threads: Threads) -> None:
    users = [f"user {number} 100%" for number in range(20)]

    def kept(user: str) -> str | None:
        threads.write_profile(user, "an older one")
        threads.write_profile(user, f'{{"of": "{user}?"}}')
        return threads.read_profile(user)

    with ThreadPoolExecutor(WORKERS) as pool:
        assert list(pool.map(kept, users)) == [f'{{"of": "{user}?"}}' for user in users]
    threads.write_profile(users[0], None)
    assert threads.read_profile(users[0]) is None and threads.read_profile(users[1])


def test_a_turn_that_was_broken_off_is_noted(threads: Threads) -> None:
    threads.claim("t", "ann", "")
    assert not threads.is_abandoned("t") and not threads.is_abandoned("unknown")
    threads.mark_abandoned("t", abandoned=True)
    assert threads.is_abandoned("t")
    threads.mark_abandoned("t", abandoned=False)
    assert not threads.is_abandoned("t")


def test_a_thread_has_one_writer_in_a_process_and_among_processes(threads: Threads) -> None:
    child = (
        "import sys; from pathlib import Path; from agent.session.store import open_threads; from tools.errors import ThreadBusyError\n"
        "try:\n    with open_threads(Path(sys.argv[1])).writing('t'): print('written')\n"
        "except ThreadBusyError: print('busy')"
    )

    def elsewhere() -> str:
        from tools.settings import home_folder

        run = [sys.executable, "-c", child, str(home_folder())]
        return subprocess.run(run, cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()

    with threads.writing("t"), threads.writing("another"):
        assert elsewhere() == "busy"
        with pytest.raises(ThreadBusyError), threads.writing("t"):
            pass
        assert elsewhere() == "busy"
    assert elsewhere() == "written"
    with threads.writing("t"):
        pass


def test_a_conversation_goes_on_in_another_worker(two_coaches: tuple[Coach, Coach]) -> None:
    first, second = two_coaches
    assert first.ask("plan tester", thread="t").status == "awaiting_approval"
    assert second.resume("t", reject="hours 5").status == "awaiting_approval"
    delivered = first.resume("t", approve=True)
    assert delivered.status == "delivered" and delivered.plan
    with pytest.raises(DecisionError):
        second.resume("t", approve=True)
    shown = second.show("t")
    assert [plan.version for plan in shown.plans] == [1] and shown.plans[0].milestones
    assert second.remembered() == delivered.profile
    with pytest.raises(ThreadError):
        second.ask("hello", thread="t", user="somebody else")


def test_what_is_forgotten_is_gone_for_every_worker(
    two_coaches: tuple[Coach, Coach], threads: Threads
) -> None:
    first, second = two_coaches
    first.ask("plan tester", thread="t")
    first.ask("hello", thread="u")
    assert second.forget(thread="t") == 1
    with pytest.raises(ThreadError):
        first.show("t")
    assert [row.thread for row in threads.rows()] == ["u"]
    assert list(threads.checkpointer().list({"configurable": {"thread_id": "t"}})) == []
    assert first.ask("hello", thread="t").status == "answered"


async def events_of(coach: Coach, count: int) -> list[str]:
    import asyncio

    replies = await asyncio.gather(*(coach.aask("hello", thread=f"t{number}") for number in range(count)))
    return [reply.reply for reply in replies]


def test_many_conversations_at_once_in_an_event_loop(two_coaches: tuple[Coach, Coach]) -> None:
    import asyncio

    assert asyncio.run(events_of(two_coaches[0], 12)) == ["You said: hello"] * 12
    assert len(two_coaches[1].threads()) == 12


def test_the_doctor_says_which_database_is_used(database_url: str) -> None:
    from agent.terminal.checkup import examine

    said = {finding.name: finding.message for finding in examine()}
    assert "PostgreSQL, database coach_" in said["conversations"]
    assert "PostgreSQL" in said["library"]


@pytest.mark.network
@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql://127.0.0.1:9/coach", "refused"),
        ("mysql://localhost/coach", "COACH_DATABASE_URL"),
        ("postgresql://localhost:not-a-port/coach", "cannot be used"),
        ("postgresql://coach:secret with spaces@localhost/coach", "cannot be read"),
        ("postgresql://coach:secret@/coach?host=/nowhere", "cannot be used"),
    ],
)
def test_a_wrong_address_is_one_line_without_the_password(
    url: str, said: str, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("psycopg")
    monkeypatch.setenv("COACH_DATABASE_URL", url)
    with Coach() as coach, pytest.raises((DatabaseError, UsageError)) as caught:
        coach.ask("hello")
    assert said in caught.value.message and "\n" not in caught.value.message and caught.value.hint
    assert "secret" not in caught.value.message


@pytest.mark.slow
def test_a_server_that_goes_away_loses_nothing(
    cluster: Cluster, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = LeavingPolicy(cluster)
    monkeypatch.setattr("agent.session.runner.choose_policy", lambda _model: policy)
    monkeypatch.setattr("tools.registry.load_tools", scripted_tools)
    with Coach() as coach:
        assert coach.ask("plan tester", thread="t").status == "awaiting_approval"
        try:
            with pytest.raises(DatabaseError) as caught:
                coach.ask("leave us", thread="t")
        finally:
            cluster.start()
        assert "\n" not in caught.value.message and caught.value.hint
        # The turn that was cut short has its answer, and the plan waits as before.
        assert coach.ask("leave us", thread="t").status == "awaiting_approval"
        texts = [message.text for message in coach.show("t").messages]
        assert texts.count("leave us") == 1 and texts.count("You said: leave us") == 1
        assert coach.resume("t", approve=True).status == "delivered"


class LeavingPolicy(ScriptedPolicy):
    """The database is stopped the first time that "leave us" is answered."""

    def __init__(self, cluster: Cluster) -> None:
        super().__init__()
        self._cluster: Cluster | None = cluster

    def answer(self, state: CoachState, context: CoachContext) -> Answer:
        if self._cluster is not None and state["messages"][-1].text == "leave us":
            self._cluster.stop()
            self._cluster = None
        return super().answer(state, context)
