"""How often scenarios are played and with which model, and what many tries say together."""

from collections.abc import Iterable, Iterator, Sequence
from math import comb

from agent.scenarios.format import Scenario
from agent.scenarios.results import ScenarioResult
from agent.settings import read_agent_settings
from tools.errors import ScenarioError
from tools.evidence import Value

OFFLINE = "offline"


class PassRate(Value):
    """pass^k of one mode: the share of scenarios that pass all of k tries, for k = 1, 2, ... tries.

    Unbiased from n tries of which c passed: the mean over scenarios of C(c, k) / C(n, k) (tau-bench, 2024).
    """

    model: str
    scenarios: int
    pass_k: list[float]


def in_modes(
    scenarios: Iterable[Scenario], *, model: str | None = None, compare: bool = False
) -> list[Scenario]:
    """The scenarios with the model each is played with, if any; `model` overrides what a file says.

    With `compare` each is there twice, offline and with its model. Raises ScenarioError if it has none.
    """
    configured = read_agent_settings().model
    played = []
    for scenario in scenarios:
        name = model or scenario.model or configured
        if compare and name == OFFLINE:
            name = configured
        if compare and name in (None, OFFLINE):
            raise ScenarioError(
                f"{scenario.file}: there is no language model to compare with.",
                "Name one with --model, or set COACH_MODEL.",
            )
        names = (OFFLINE, name) if compare else (name,)
        played += [scenario.model_copy(update={"model": each}) for each in names]
    return played


def pass_rates(results: Sequence[ScenarioResult]) -> list[PassRate]:
    """pass^k of each mode, up to as many tries as every scenario of that mode had."""
    return [_rate(model, tries) for model, tries in _by_model(results).items()]


def by_scenario(results: Sequence[ScenarioResult]) -> Iterator[dict[str, list[ScenarioResult]]]:
    """For each scenario its tries by model."""
    files: dict[str, dict[str, list[ScenarioResult]]] = {}
    for result in results:
        files.setdefault(result.file, {}).setdefault(result.model, []).append(result)
    yield from files.values()


def _by_model(results: Sequence[ScenarioResult]) -> dict[str, list[list[ScenarioResult]]]:
    models: dict[str, list[list[ScenarioResult]]] = {}
    for tries in by_scenario(results):
        for model, own in tries.items():
            models.setdefault(model, []).append(own)
    return models


def _rate(model: str, scenarios: list[list[ScenarioResult]]) -> PassRate:
    counts = [(len(tries), sum(result.passed for result in tries)) for tries in scenarios]
    most = min(tries for tries, _ in counts)
    shares = [
        sum(comb(passed, k) / comb(tries, k) for tries, passed in counts) / len(counts)
        for k in range(1, most + 1)
    ]
    return PassRate(model=model, scenarios=len(scenarios), pass_k=shares)
