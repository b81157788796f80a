"""Nothing is written outside COACH_HOME and nothing is reported to anybody."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_TURN = """
from agent import Coach
with Coach(offline=True) as coach:
    coach.ask("I want to be a data analyst, 5 hours a week. Make my plan.", thread="t")
    coach.resume("t", approve=True)
"""


@pytest.mark.slow
def test_a_whole_conversation_writes_to_the_home_of_the_coach_alone(tmp_path: Path) -> None:
    person, home = tmp_path / "person", tmp_path / "coach"
    person.mkdir()
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "ORT_"))}
    environment |= {"HOME": str(person), "COACH_HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, "-c", _TURN], env=environment, cwd=tmp_path, check=True, timeout=300)
    assert home.is_dir()
    assert [str(path) for path in person.rglob("*")] == []
    assert {path.name for path in tmp_path.iterdir()} == {"person", "coach"}
