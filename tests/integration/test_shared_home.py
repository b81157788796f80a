"""Several commands at once on one new COACH_HOME: none is refused, nothing is lost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from agent.session.coach import Coach

COACH = Path(sys.executable).with_name("coach")


@pytest.mark.slow
def test_commands_that_open_a_new_home_together(own_home: Path) -> None:
    environment = {**os.environ, "COACH_HOME": str(own_home)}
    commands = [
        [str(COACH), "ask", "What does a welder earn in Tulsa?", "--thread", f"t{number}"]
        for number in range(4)
    ]
    processes = [
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for command in commands
    ]
    for process in processes:
        _, complaint = process.communicate(timeout=120)
        assert process.returncode == 0, complaint
    with Coach(offline=True) as coach:
        assert {summary.thread for summary in coach.threads()} == {"t0", "t1", "t2", "t3"}
