"""A PostgreSQL of the tests' own: a cluster in a temporary folder, on a Unix socket, thrown away afterwards."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

import pytest

_PLACES = (
    *sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True),
    Path(shutil.which("initdb") or ".").parent,
)


@contextmanager
def cluster() -> Iterator[str]:
    """The address of a fresh PostgreSQL; skips the test where there is none to start."""
    found = next((place for place in _PLACES if (place / "initdb").is_file()), None)
    if found is None:
        pytest.skip("PostgreSQL is not installed")
    # It refuses to run as root.
    nobody = (
        ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []
    )
    if nobody and not shutil.which("setpriv"):
        pytest.skip("PostgreSQL does not run as root, and setpriv is missing")
    # A short path: a socket's name holds about 100 characters.
    folder = Path(mkdtemp(prefix="pg-"))
    data = folder / "data"
    try:
        if nobody:
            shutil.chown(folder, "postgres")
        run = [*nobody, str(found / "initdb"), "-D", str(data), "-U", "coach", "-A", "trust", "-N"]
        subprocess.run(run, check=True, capture_output=True, cwd=folder)
        ctl = [*nobody, str(found / "pg_ctl"), "-D", str(data), "-w"]
        settings = f"-k {folder} -c listen_addresses= -c fsync=off"
        subprocess.run(
            [*ctl, "-o", settings, "-l", str(data / "log"), "start"],
            check=True,
            capture_output=True,
            cwd=folder,
        )
        try:
            yield f"postgresql:///postgres?host={folder}&user=coach"
        finally:
            subprocess.run([*ctl, "-m", "immediate", "stop"], check=True, capture_output=True, cwd=folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
