"""A PostgreSQL cluster of the test session's own, on a Unix socket in a temporary folder; skipped where none can be had."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

UNPRIVILEGED = "nobody"


class Cluster:
    """Started and stopped by pg_ctl. `url(name)` is the address of a database in it."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self._programs = programs
        self.folder = folder
        self.data = folder / "data"

    def initialise(self) -> None:
        self._do("initdb", "-D", self.data, "-U", "coach", "-A", "trust", "--no-sync", "--locale=C.UTF-8")
        self.start()

    def start(self) -> None:
        options = f"-k {self.folder} -c listen_addresses='' -c fsync=off"
        self._do("pg_ctl", "-D", self.data, "-w", "-o", options, "-l", self.folder / "log", "start")

    def stop(self) -> None:
        self._do("pg_ctl", "-D", self.data, "-w", "-m", "immediate", "stop")

    def new_database(self, name: str) -> str:
        import psycopg

        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return self.url(name)

    def url(self, name: str) -> str:
        return f"postgresql://coach@/{name}?host={self.folder}"

    def _do(self, program: str, *arguments: object) -> None:
        command = [str(self._programs / program), *map(str, arguments)]
        # PostgreSQL refuses to run as root; and a server would keep a pipe open.
        user = UNPRIVILEGED if os.geteuid() == 0 else None
        with (self.folder / "said").open("wb") as said:
            done = subprocess.run(
                command, check=False, stdout=said, stderr=subprocess.STDOUT, user=user, cwd="/"
            )
        if done.returncode:
            raise OSError(f"{program}: {(self.folder / 'said').read_text(errors='replace')[-300:]}")


def programs() -> Path | None:
    """Where PostgreSQL's own programs lie: where Debian puts them, or on the path."""
    found = shutil.which("initdb")
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return (
        next((place for place in places if (place / "initdb").exists()), found and Path(found).parent) or None
    )


@contextmanager
def running_cluster() -> Iterator[Cluster]:
    """A cluster while the test runs. Skips the test, with the reason, where there is none."""
    pytest.importorskip("psycopg", reason="the extra postgres is not installed")
    place = programs()
    if place is None:
        pytest.skip("PostgreSQL is not installed here")
    with tempfile.TemporaryDirectory(prefix="coach-pg-") as folder:
        # A Unix socket's path may have 107 characters, fewer than pytest's folders.
        if os.geteuid() == 0:
            shutil.chown(folder, UNPRIVILEGED)
        cluster = Cluster(place, Path(folder))
        try:
            cluster.initialise()
        except OSError as error:
            pytest.skip(f"no PostgreSQL cluster can be started here: {error}")
        try:
            yield cluster
        finally:
            cluster.stop()
