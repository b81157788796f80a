"""Plays scenarios, each in a home of its own that is gone afterwards."""

import json
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from pydantic import JsonValue

from agent.models import ReplyDocument
from agent.scenarios.expect import the_plan, unmet
from agent.scenarios.format import Expectation, Scenario, Turn
from agent.scenarios.results import Failure, ScenarioResult, TurnResult
from agent.scenarios.tries import OFFLINE, in_modes
from agent.session.coach import Coach
from tools.errors import CoachError, ScenarioError

_THREAD = "scenario"


def play_scenarios(
    scenarios: Sequence[Scenario], *, model: str | None = None, repeat: int = 1, compare: bool = False
) -> Iterator[ScenarioResult]:
    """Play one after the other, each `repeat` times; each result comes when its try is done.

    `model` ("offline" or a model's name) overrides what the files say; `compare` plays each offline and with its
    model. Raises ScenarioError where there is no model to compare with.
    """
    with TemporaryDirectory(prefix="coach-run-", ignore_cleanup_errors=True) as folder:
        for position, scenario in enumerate(in_modes(scenarios, model=model, compare=compare)):
            for attempt in range(1, repeat + 1):
                with _configured(scenario.model):
                    home = Path(folder) / f"{position}-{attempt}"
                    yield _Stage(scenario, home).play().model_copy(update={"attempt": attempt})


class _Stage:
    """One scenario while it is played."""

    def __init__(self, scenario: Scenario, home: Path) -> None:
        self._scenario = scenario
        self._home = home
        self._coach = self._open()

    def play(self) -> ScenarioResult:
        try:
            turns = [self._play(number, turn) for number, turn in enumerate(self._scenario.turns, start=1)]
        finally:
            self._coach.close()
        played = self._scenario
        return ScenarioResult(name=played.name, file=played.file, model=played.model or OFFLINE, turns=turns)

    def _play(self, number: int, turn: Turn) -> TurnResult:
        kind, said = _described(turn)
        begun = time.perf_counter()
        reply: ReplyDocument | None = None
        failures: list[Failure] = []
        try:
            reply = self._act(turn)
        except CoachError as error:
            failures = _unexpected(turn.expect, error)
        seconds = time.perf_counter() - begun
        if reply is None:
            return TurnResult(number=number, kind=kind, said=said, seconds=seconds, failures=failures)
        return TurnResult(
            number=number,
            kind=kind,
            said=said,
            status=reply.status,
            reply=reply.reply,
            tools=list(dict.fromkeys(call.name for call in reply.tools)),
            seconds=seconds,
            failures=[*unmet(turn.expect, reply, self._coach.read(_THREAD)), *self._mode_failures(reply)],
        )

    def _act(self, turn: Turn) -> ReplyDocument | None:
        if turn.restart:
            self._coach.close()
            self._coach = self._open()
            return None
        if turn.user is not None:
            return self._coach.ask(turn.user, thread=_THREAD)
        decision = turn.resume
        if decision is None or decision.edit is None:
            rejected = None if decision is None else decision.reject
            return self._coach.resume(_THREAD, approve=rejected is None, reject=rejected)
        return self._coach.resume(_THREAD, edit=self._edited(decision.edit))

    def _edited(self, edit: dict[str, JsonValue]) -> dict[str, Any]:
        standing = self._coach.where(_THREAD)
        plan = None if standing is None or standing.review is None else the_plan(standing)
        if plan is None:
            raise ScenarioError("There is no draft to edit.", "Ask for a plan in an earlier turn.")
        edited: dict[str, Any] = plan.model_dump(mode="json")
        for path, value in edit.items():
            _set(edited, path, value)
        return edited

    def _mode_failures(self, reply: ReplyDocument) -> Iterator[Failure]:
        """A scenario written for a model must not pass because the coach answered offline."""
        if self._scenario.model not in (None, OFFLINE) and reply.mode != "model":
            yield Failure(key="model", expected=str(self._scenario.model), found=reply.mode)

    def _open(self) -> Coach:
        return Coach(home=self._home, today=self._scenario.today, offline=self._scenario.model == OFFLINE)


def _described(turn: Turn) -> tuple[Literal["user", "resume", "restart"], str]:
    if turn.restart:
        return "restart", "the coach is closed and opened again"
    if turn.user is not None:
        return "user", turn.user
    decision = turn.resume.model_dump(exclude_none=True) if turn.resume else {}
    kind, value = next(iter(decision.items()))
    if kind == "approve":
        return "resume", "approve"
    return "resume", f"{kind}: {value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}"


def _unexpected(expected: Expectation, error: CoachError) -> list[Failure]:
    if expected.error == error.code:
        return []
    return [
        Failure(key="error", expected=expected.error or "a reply", found=f"{error.code}: {error.message}")
    ]


def _set(plan: dict[str, Any], path: str, value: JsonValue) -> None:
    """Set one place of the plan. Lists are entered by id or by number; null removes; "+" adds to a list."""
    *steps, last = path.strip("/").split("/")
    place: Any = plan
    for step in steps:
        place = place[_position(place, step, path)] if isinstance(place, list) else _entry(place, step, path)
    if isinstance(place, list):
        if last == "+":
            place.append(value)
        elif value is None:
            del place[_position(place, last, path)]
        else:
            place[_position(place, last, path)] = value
        return
    _entry(place, last, path)
    place[last] = value


def _entry(place: Any, step: str, path: str) -> Any:
    if not isinstance(place, dict) or step not in place:
        raise ScenarioError(f"edit: the plan has no {path}.", f'There is no "{step}".')
    return place[step]


def _position(items: list[Any], step: str, path: str) -> int:
    for position, item in enumerate(items):
        if isinstance(item, dict) and item.get("id") == step:
            return position
    if step.isdecimal() and int(step) < len(items):
        return int(step)
    raise ScenarioError(f"edit: the plan has no {path}.", f'There is no "{step}" in that list.')


@contextmanager
def _configured(model: str | None) -> Iterator[None]:
    """A scenario that names a model uses that one, whatever is configured."""
    if model in (None, OFFLINE):
        yield
        return
    before = os.environ.get("COACH_MODEL")
    os.environ["COACH_MODEL"] = str(model)
    try:
        yield
    finally:
        if before is None:
            del os.environ["COACH_MODEL"]
        else:
            os.environ["COACH_MODEL"] = before
