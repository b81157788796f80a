"""The view of played scenarios."""

from collections.abc import Sequence

from agent.scenarios import ScenarioResult, TurnResult
from agent.terminal.render import Screen, shortened


def view_result(screen: Screen, result: ScenarioResult) -> None:
    """Each turn, and each failed expectation with what was found instead."""
    screen.heading(f"{result.name} ({result.file})")
    for turn in result.turns:
        _turn(screen, turn)
    screen.line()


def view_total(screen: Screen, results: Sequence[ScenarioResult]) -> None:
    """How many passed."""
    passed = sum(result.passed for result in results)
    turns = sum(len(result.turns) for result in results)
    good = passed == len(results)
    screen.line(f"{passed} of {len(results)} scenarios passed ({turns} turns).", "good" if good else "bad")


def _turn(screen: Screen, turn: TurnResult) -> None:
    mark = "ok  " if turn.passed else "FAIL"
    screen.line(
        f"{mark} {turn.number}. {turn.kind}: {shortened(turn.said, 90)}", "normal" if turn.passed else "bad"
    )
    if turn.status is not None:
        tools = f" ({', '.join(turn.tools)})" if turn.tools else ""
        screen.line(f"       {turn.status}{tools}: {shortened(turn.reply, 140)}", "quiet")
    for failure in turn.failures:
        screen.line(f"       {failure.key}: expected {failure.expected}; found {failure.found}", "bad")
