"""How many unseen messages are understood, and how long a message takes.

A case is one turn or a list of `turns`, read in order on one thread. Each turn gives what is said and what must
come of it; whatever it does not name must stay as it was:

    say: the message            given: the profile before the first turn      draft: true while a plan waits
    set: fields that change to these values (null: forgotten)                 plan: whether a plan is wanted
    levels: what is kept of how well skills are known (not checked where it is left out)
    calls: every tool call, with its role, location, level, pay, hours_per_week and weeks where it has them
    asks: the field asked back for      intents: among those read             approval_words: true

Text is compared without case; "a|b" allows either, [low, high] a range of numbers.
"""

import time
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from langchain_core.messages import AnyMessage, HumanMessage

from agent.context import CoachContext
from agent.models import Plan, Profile, ToolRequest, Understanding
from agent.models.changes import apply_changes
from agent.policy.offline.understanding import understand
from agent.state import CoachState

TODAY = date(2026, 11, 22)
TUNED = "messages_tuning"
MENDED = (
    "messages_held_out",
    "messages_fresh",
    "messages_fresh_2",
    "messages_blind_a",
    "messages_blind_b",
    "messages_blind_c",
    "messages_blind_d",
    "messages_blind_f",
    "messages_blind_g",
    "messages_blind_h",
)
"""Sets that rules were mended from after a first look; what they read now guards and measures nothing."""
UNSEEN = ("messages_unseen_e", "messages_unseen_i")
"""Sets that nobody mends from: what to expect of new messages."""
_CHECKED_WHERE_NAMED = frozenset({"hours_per_week", "weeks", "pay", "level"})
_FREE_ARGS = frozenset({"query", "skills", "missing_skills"})


def run() -> None:
    """Print the share of cases read rightly in each set, and the milliseconds a message takes once warm."""
    for name in (TUNED, *MENDED, *UNSEEN):
        cases = read_cases(name)
        failed = sum(1 for case in cases if failures(case))
        print(
            f"understanding {name}: {len(cases) - failed}/{len(cases)} cases ({1 - failed / len(cases):.1%}), aim 95 %"
        )
    took = sorted(_timed(read_cases(TUNED)))
    print(
        f"understanding: median {took[len(took) // 2]:.1f} ms, p95 {took[len(took) * 95 // 100]:.1f} ms a message, aim < 60 ms"
    )


def read_cases(name: str) -> list[dict[str, Any]]:
    """The cases of `benchmarks/data/<name>.yaml`."""
    file = Path(str(files("benchmarks"))) / "data" / f"{name}.yaml"
    cases: list[dict[str, Any]] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return cases


def failures(case: dict[str, Any]) -> list[str]:
    """What came out otherwise than the case says, one line each; empty when all is right."""
    found: list[str] = []
    for turn, before, result in _played(case):
        profile = apply_changes(before, result.changes)
        expected = before.model_dump() | _plain_set(turn.get("set", {}))
        expected["skill_levels"] = turn.get("levels", profile.skill_levels)
        for field, held in profile.model_dump().items():
            wanted = turn.get("set", {}).get(field, expected[field])
            if not _fits(held, wanted):
                found.append(f"{turn['say']!r}: {field} {held!r}, wanted {wanted!r}")
        found += [f"{turn['say']!r}: {problem}" for problem in _misread(turn, result)]
    return found


def _plain_set(changed: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in changed.items() if value is None}


def _misread(turn: dict[str, Any], result: Understanding) -> Iterator[str]:
    wanted = list(turn.get("calls", []))
    for call in result.calls:
        match = next((each for each in wanted if _is_call(call, each)), None)
        if match is None:
            yield f"called {call.name} {call.args}"
        else:
            wanted.remove(match)
    if wanted:
        yield f"did not call {wanted}"
    if not set(turn.get("intents", [])) <= set(result.intents):
        yield f"intents {result.intents}, wanted {turn['intents']}"
    if turn.get("intents") == ["outside"] and "outside" not in result.intents:
        yield "not outside"
    plan = turn.get("plan", bool(turn.get("draft") and turn.get("set")))
    if result.plan_wanted != plan:
        yield f"plan_wanted {result.plan_wanted}"
    if result.asks_for != turn.get("asks"):
        yield f"asks for {result.asks_for}, wanted {turn.get('asks')}"
    if bool(result.details.get("approval_words")) != turn.get("approval_words", False):
        yield f"approval_words {result.details.get('approval_words')}"


def _is_call(call: ToolRequest, wanted: dict[str, dict[str, Any]]) -> bool:
    [(name, args)] = wanted.items()
    if call.name != name:
        return False
    names = (set(call.args) | set(args)) - _FREE_ARGS
    return all(
        _fits(call.args.get(each), args.get(each))
        for each in names
        if each in args or each not in _CHECKED_WHERE_NAMED
    )


def _fits(value: Any, wanted: Any) -> bool:
    if (
        isinstance(wanted, list)
        and len(wanted) == 2
        and all(isinstance(each, int | float) for each in wanted)
    ):
        return isinstance(value, int | float) and wanted[0] <= value <= wanted[1]
    if isinstance(wanted, list):
        return isinstance(value, list) and {str(each).casefold() for each in value} == {
            each.casefold() for each in wanted
        }
    if isinstance(wanted, str):
        choices = wanted.casefold().split("|")
        return (value is None and "null" in choices) or (
            value is not None and str(value).casefold() in choices
        )
    return bool(value == wanted)


def _played(case: dict[str, Any]) -> Iterator[tuple[dict[str, Any], Profile, Understanding]]:
    """Each turn with the profile before it and what was understood."""
    profile = Profile.model_validate(case.get("given", {}))
    understood: Understanding | None = None
    messages: list[AnyMessage] = []
    for turn in case.get("turns", [case]):
        messages = [*messages, HumanMessage(turn["say"])]
        state: CoachState = {
            "messages": messages,
            "profile": profile,
            "understanding": understood,
            "draft": None,
        }
        if turn.get("draft"):
            state["draft"] = Plan()
        understood = understand(state, CoachContext(today=TODAY))
        yield turn, profile, understood
        profile = apply_changes(profile, understood.changes)


def _timed(cases: list[dict[str, Any]]) -> Iterator[float]:
    for case in cases:
        started = time.perf_counter()
        turns = list(_played(case))
        yield (time.perf_counter() - started) * 1000 / len(turns)


if __name__ == "__main__":
    run()
