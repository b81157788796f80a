"""The scripted conversations of tests/scenarios: a benchmark of reading, and promises that every turn keeps."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from agent.scenarios import load_scenarios, play_scenarios
from agent.scenarios.results import TurnResult

FOLDER = Path(__file__).parents[2] / "scenarios"
FLOOR = 0.90  # of the turns; 79 of 85 (93 %) were wholly right on 28 November 2026
# What a message read wrongly can change: what was looked up, and what was noted about the person.
MISREAD = ("tools", "only_tools", "profile.")


def test_there_are_enough_of_them_and_they_are_long_enough() -> None:
    scenarios = load_scenarios([FOLDER])
    assert len(scenarios) >= 15
    assert all(len(scenario.turns) >= 4 for scenario in scenarios)
    assert len({scenario.name for scenario in scenarios}) == len(scenarios)


@pytest.mark.slow
def test_most_turns_are_right_and_every_turn_keeps_the_promises() -> None:
    """A misreading may look up or note the wrong thing; status, evidence, plan and wording hold in every turn."""
    results = list(play_scenarios(load_scenarios([FOLDER])))
    turns = [(result.name, turn) for result in results for turn in result.turns]
    assert [(name, turn.number, broken) for name, turn in turns for broken in _broken(turn)] == []
    wrong = [(name, turn.number, turn.said, turn.failures) for name, turn in turns if turn.failures]
    assert 1 - len(wrong) / len(turns) >= FLOOR, wrong


def _broken(turn: TurnResult) -> Iterator[str]:
    """What no misreading excuses."""
    if turn.status == "delivered" and turn.kind != "resume":
        yield "delivered without a decision"
    looked_elsewhere = any(failure.key == "tools" for failure in turn.failures)
    for failure in turn.failures:
        if failure.key == "cites" and looked_elsewhere:
            # Another thing was looked up: what was not found needs no reference, a figure does.
            if any(character.isdigit() for character in (turn.reply or "").partition("*Noted")[0]):
                yield "a figure without a reference"
        elif failure.key == "evidence" and looked_elsewhere and failure.found == "none":
            continue  # the other lookup found nothing, and so nothing was claimed
        elif not failure.key.startswith(MISREAD):
            yield f"{failure.key}: {failure.expected}, not {failure.found}"
