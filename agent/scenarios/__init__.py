"""Scripted conversations: read from YAML, played in a temporary home, checked turn by turn."""

from agent.scenarios.format import Expectation, Scenario, Turn, load_scenarios
from agent.scenarios.play import play_scenarios
from agent.scenarios.results import Failure, ScenarioResult, TurnResult, as_document, as_junit

__all__ = [
    "Expectation",
    "Failure",
    "Scenario",
    "ScenarioResult",
    "Turn",
    "TurnResult",
    "as_document",
    "as_junit",
    "load_scenarios",
    "play_scenarios",
]
