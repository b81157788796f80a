"""Scripted conversations: read from YAML, played in a temporary home, checked turn by turn."""

from agent.scenarios.format import Expectation, Scenario, Turn, load_scenarios
from agent.scenarios.play import play_scenarios
from agent.scenarios.reports import as_document, as_junit
from agent.scenarios.results import Failure, ScenarioResult, TurnResult
from agent.scenarios.tries import PassRate, by_scenario, pass_rates

__all__ = [
    "Expectation",
    "Failure",
    "PassRate",
    "Scenario",
    "ScenarioResult",
    "Turn",
    "TurnResult",
    "as_document",
    "as_junit",
    "by_scenario",
    "load_scenarios",
    "pass_rates",
    "play_scenarios",
]
