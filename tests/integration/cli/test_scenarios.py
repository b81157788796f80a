"""The scripted conversations of tests/scenarios all pass, and are what they are meant to be."""

from pathlib import Path

import pytest

from agent.scenarios import load_scenarios, play_scenarios

FOLDER = Path(__file__).parents[2] / "scenarios"
FILES = sorted(FOLDER.glob("*.yaml"))


def test_there_are_enough_of_them_and_they_are_long_enough() -> None:
    scenarios = load_scenarios([FOLDER])
    assert len(scenarios) >= 15
    assert all(len(scenario.turns) >= 4 for scenario in scenarios)
    assert len({scenario.name for scenario in scenarios}) == len(scenarios)


@pytest.mark.slow
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_it_passes(file: Path) -> None:
    (result,) = play_scenarios(load_scenarios([file]))
    failed = [(turn.number, failure) for turn in result.turns for failure in turn.failures]
    assert failed == []
