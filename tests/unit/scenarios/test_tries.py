"""Which modes scenarios are played in, and pass^k of many tries."""

from math import isclose
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.scenarios import Failure, ScenarioResult, Turn, TurnResult, as_document, as_junit, pass_rates
from agent.scenarios.format import Scenario
from agent.scenarios.tries import in_modes
from tools.errors import ScenarioError


def _tries(file: str, passed: list[bool], model: str = "offline") -> list[ScenarioResult]:
    wrong = [Failure(key="status", expected="answered", found="delivered")]
    return [
        ScenarioResult(
            name=file,
            file=file,
            model=model,
            attempt=attempt,
            turns=[TurnResult(number=1, kind="user", said="hello", failures=[] if good else wrong)],
        )
        for attempt, good in enumerate(passed, start=1)
    ]


def _scenario(model: str | None = None) -> Scenario:
    return Scenario(name="a", model=model, turns=[Turn(user="hello")], file="a.yaml")


def test_pass_k_is_the_unbiased_estimate() -> None:
    (rate,) = pass_rates([*_tries("a", [True] * 6 + [False] * 2), *_tries("b", [True] * 8)])
    assert rate.scenarios == 2 and len(rate.pass_k) == 8
    assert isclose(rate.pass_k[0], (6 / 8 + 1) / 2)
    assert isclose(rate.pass_k[1], (15 / 28 + 1) / 2)
    assert rate.pass_k[7] == 0.5


@given(st.lists(st.lists(st.booleans(), min_size=4, max_size=4), min_size=1, max_size=5))
def test_more_tries_never_pass_more_often_and_all_tries_count_exactly(outcomes: list[list[bool]]) -> None:
    results = [each for at, passed in enumerate(outcomes) for each in _tries(str(at), passed)]
    (rate,) = pass_rates(results)
    assert rate.pass_k == sorted(rate.pass_k, reverse=True)
    assert isclose(rate.pass_k[-1], sum(all(passed) for passed in outcomes) / len(outcomes))


def test_modes_are_told_apart_in_every_report() -> None:
    results = [*_tries("a", [True, False]), *_tries("a", [True, True], "m")]
    assert [(rate.model, rate.pass_k) for rate in pass_rates(results)] == [
        ("offline", [0.5, 0.0]),
        ("m", [1.0, 1.0]),
    ]
    document = as_document(results)
    assert [rate["pass_k"] for rate in document["rates"]] == [[0.5, 0.0], [1.0, 1.0]]
    assert [(each["model"], each["attempt"]) for each in document["scenarios"]][1:3] == [
        ("offline", 2),
        ("m", 1),
    ]
    root = ET.fromstring(as_junit(results))  # noqa: S314 - written by the line itself
    assert root.findall("testsuite")[2].get("name") == "a (m, try 1)"
    shares = root.findall("testsuite[@name='pass^k, m']/properties/property[@name='pass^2']")
    assert [share.get("value") for share in shares] == ["1.000"]


def test_the_command_overrides_the_file_and_the_file_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_MODEL", "configured")
    assert [each.model for each in in_modes([_scenario(), _scenario("own")])] == ["configured", "own"]
    assert [each.model for each in in_modes([_scenario("own")], model="offline")] == ["offline"]
    both = in_modes([_scenario("offline"), _scenario("own")], compare=True)
    assert [each.model for each in both] == ["offline", "configured", "offline", "own"]


def test_there_is_nothing_to_compare_without_a_model() -> None:
    with pytest.raises(ScenarioError, match="no language model to compare with"):
        in_modes([_scenario()], compare=True)
