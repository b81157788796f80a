"""The database is unpacked into COACH_HOME, once, and again when it is damaged."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_READ = "from tools.oews.cells import read_cell; print(read_cell('29-1141', '0010420').p50)"


def _run(home: Path, outside: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "COACH_HOME": str(home),
        "BLS_OEWS_DATA_DIR": str(outside),
        "HOME": str(outside),
    }
    command = [sys.executable, "-c", _READ]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=120)


@pytest.mark.slow
def test_it_is_unpacked_once_and_again_when_damaged(tmp_path: Path) -> None:
    home, outside = tmp_path / "coach", tmp_path / "outside"
    outside.mkdir()
    first = _run(home, outside)
    assert first.returncode == 0, first.stderr
    (database,) = (home / "oews").glob("*.sqlite")
    written = database.stat().st_mtime_ns
    assert _run(home, outside).stdout == first.stdout
    assert database.stat().st_mtime_ns == written
    size = database.stat().st_size
    with database.open("r+b") as file:
        file.write(b"\0" * 4096)
    assert database.stat().st_size == size
    assert _run(home, outside).stdout == first.stdout
    assert list(outside.iterdir()) == []


@pytest.mark.slow
def test_an_unusable_home_is_one_clear_error(tmp_path: Path) -> None:
    home = tmp_path / "coach"
    home.mkdir()
    (home / "oews").write_text("in the way", encoding="utf-8")
    result = _run(home, tmp_path)
    assert result.returncode != 0
    assert "HomeError: Cannot unpack the wage database" in result.stderr
