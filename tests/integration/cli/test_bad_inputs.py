"""Wrong use ends in one clear line and status 1 or 2, never in a traceback, and harms nothing that was there."""

import io
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from agent.models import Profile
from agent.session.coach import Coach
from agent.terminal.cli import main
from tests.fakes import ScriptedPolicy, scripted_tools
from tests.integration.cli.bad_inputs import Case, cases, write_files
from tools.databases import ConnectionPerThread
from tools.oews import snapshot

CASES = cases()
IN_SUBPROCESS = CASES[:: len(CASES) // 40]
PROFILE = Profile(target_role="baker", hours_per_week=6)


@dataclass
class Homes:
    """A sound home with a thread and a profile in it, and homes that cannot be used."""

    folder: Path

    def path(self, kind: str) -> Path:
        return {
            "sound": self.folder / "sound",
            "file": self.folder / "file",
            "missing_parent": self.folder / "file" / "home",
            "damaged": self.folder / "damaged",
        }[kind]

    @property
    def files(self) -> Path:
        """Where the wrong files are."""
        return self.folder / "wrong"


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Homes]:
    homes = Homes(tmp_path_factory.mktemp("homes"))
    write_files(homes.files)
    (homes.folder / "file").write_text("no folder")
    homes.path("damaged").mkdir()
    (homes.path("damaged") / "threads.sqlite").write_bytes(b"SQLite format 3\x00" + b"\xde\xad" * 4000)
    patch = pytest.MonkeyPatch()
    patch.setattr("agent.session.runner.choose_policy", lambda _model: ScriptedPolicy())
    patch.setattr("tools.registry.load_tools", scripted_tools)
    with Coach(home=homes.path("sound")) as coach:
        coach.ask("hello", thread="kept")
        coach.remember(PROFILE)
    patch.undo()
    yield homes
    # Nothing of two hundred wrong calls may have touched what was there.
    with Coach(home=homes.path("sound")) as coach:
        assert [summary.thread for summary in coach.threads()] == ["kept"]
        assert [entry.text for entry in coach.show("kept").messages] == ["hello", "You said: hello"]
        assert coach.remembered() == PROFILE


def test_there_are_two_hundred() -> None:
    assert len(CASES) >= 200
    assert len(IN_SUBPROCESS) >= 40


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_in_this_process(
    case: Case, homes: Homes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COACH_HOME", str(homes.path(case.home)))
    for name, value in case.env.items():
        monkeypatch.setenv(name, value)
    # A process that has the wages open goes on with them; each case stands for a process of its own.
    snapshot._verified_path.cache_clear()
    monkeypatch.setattr(snapshot, "_connections", ConnectionPerThread(snapshot._open))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(case.stdin), encoding="utf-8"))
    status = main(list(case.arguments(homes.files)))
    said = capsys.readouterr()
    _check(case, status, said.out, said.err)


@pytest.mark.slow
@pytest.mark.parametrize("case", IN_SUBPROCESS, ids=lambda case: case.name)
def test_as_a_process(case: Case, homes: Homes) -> None:
    _check_process(case, homes)


@pytest.mark.soak
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_all_as_processes(case: Case, homes: Homes) -> None:
    _check_process(case, homes)


def _check_process(case: Case, homes: Homes) -> None:
    script = "import sys; from agent.terminal.cli import main; sys.exit(main())"
    environment = {**os.environ, "COACH_HOME": str(homes.path(case.home)), **case.env}
    done = subprocess.run(
        [sys.executable, "-c", script, *(os.fsencode(argument) for argument in case.arguments(homes.files))],
        input=case.stdin,
        capture_output=True,
        env=environment,
        timeout=60,
        check=False,
    )
    _check(case, done.returncode, done.stdout.decode(), done.stderr.decode())


def _check(case: Case, status: int, out: str, err: str) -> None:
    assert status in (1, 2), (status, out, err)
    assert "Traceback" not in out + err
    if case.args[:1] == ("doctor",) and "now" not in case.args:
        assert "NOT OK" in out
        return
    last = err.strip().splitlines()
    assert last and last[-1].startswith("coach: "), err
    assert len(last) == 1, err
    assert err.isprintable() or all(character.isprintable() or character == "\n" for character in err)
    if "--json" in case.args:
        error = json.loads(out)["error"]
        assert set(error) == {"code", "message", "hint"} and error["message"]
    else:
        assert case.args[:1] == ("chat",) or out == ""


def test_a_damaged_database_is_left_as_it_was(homes: Homes) -> None:
    path = homes.path("damaged") / "threads.sqlite"
    assert path.read_bytes() == b"SQLite format 3\x00" + b"\xde\xad" * 4000
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(path).execute("SELECT 1 FROM sqlite_master")
