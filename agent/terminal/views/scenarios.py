"""The view of played scenarios."""

from collections.abc import Sequence

from agent.scenarios import ScenarioResult, TurnResult, by_scenario, pass_rates
from agent.terminal.render import Screen, shortened


def view_result(screen: Screen, result: ScenarioResult) -> None:
    """Each turn, and each failed expectation with what was found instead."""
    model = "" if result.model == "offline" else f", {result.model}"
    attempt = f", try {result.attempt}" if result.attempt > 1 else ""
    screen.heading(f"{result.name} ({result.file}{model}{attempt})")
    for turn in result.turns:
        _turn(screen, turn)
    screen.line()


def view_comparison(screen: Screen, results: Sequence[ScenarioResult]) -> None:
    """A table for each scenario: a row for each turn, and how each mode did in it, with its tools."""
    for tries in by_scenario(results):
        first = next(iter(tries.values()))[0]
        screen.heading(f"{first.name}, side by side")
        rows = [
            (
                f"{turn.number}. {turn.kind}: {shortened(turn.said, 40)}",
                *(_outcome([each.turns[position] for each in own]) for own in tries.values()),
            )
            for position, turn in enumerate(first.turns)
        ]
        screen.table(("Turn", *tries), rows)
        screen.line()


def view_total(screen: Screen, results: Sequence[ScenarioResult]) -> None:
    """How many passed; after several tries also pass^k."""
    passed = sum(result.passed for result in results)
    turns = sum(len(result.turns) for result in results)
    for rate in pass_rates(results):
        tries = len(rate.pass_k)
        told = sorted({1, *(k for k in (2, 4, 8, 16, 32, 64) if k < tries), tries})
        if tries > 1:
            shares = ", ".join(f"pass^{k} {rate.pass_k[k - 1]:.0%}" for k in told)
            counted = "1 scenario" if rate.scenarios == 1 else f"{rate.scenarios} scenarios"
            screen.line(f"{rate.model}: {shares} ({counted}, {tries} tries each).")
    what = "scenarios" if all(result.attempt == 1 for result in results) else "tries"
    good = passed == len(results)
    screen.line(f"{passed} of {len(results)} {what} passed ({turns} turns).", "good" if good else "bad")


def _outcome(turns: Sequence[TurnResult]) -> str:
    """How often the turn passed, and the tools it called."""
    passed = sum(turn.passed for turn in turns)
    tools = ", ".join(dict.fromkeys(name for turn in turns for name in turn.tools)) or "no calls"
    if len(turns) > 1:
        return f"passed {passed} of {len(turns)} ({tools})"
    return f"{'passed' if passed else 'failed'} ({tools})"


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
