"""Played scenarios as JSON and as JUnit XML."""

import re
from collections.abc import Sequence
from typing import Any
from xml.etree import ElementTree as ET

from agent.scenarios.results import ScenarioResult, TurnResult
from agent.scenarios.tries import pass_rates

# Everything that XML 1.0 does not allow in a document.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_document(results: Sequence[ScenarioResult]) -> dict[str, Any]:
    """The document of `coach run --json`."""
    passed = sum(result.passed for result in results)
    scenarios = []
    for result in results:
        turns = [{**turn.model_dump(mode="json"), "passed": turn.passed} for turn in result.turns]
        told = result.model_dump(mode="json", exclude={"turns"})
        scenarios.append({**told, "passed": result.passed, "turns": turns})
    rates = [rate.model_dump(mode="json") for rate in pass_rates(results)]
    return {"passed": passed, "failed": len(results) - passed, "rates": rates, "scenarios": scenarios}


def as_junit(results: Sequence[ScenarioResult]) -> str:
    """JUnit XML: a suite for each try of a scenario, a case for each turn, and pass^k as properties."""
    root = ET.Element("testsuites", name="coach run")
    for result in results:
        failed = sum(not turn.passed for turn in result.turns)
        suite = ET.SubElement(
            root,
            "testsuite",
            name=_xml(_suite_name(result, results)),
            tests=str(len(result.turns)),
            failures=str(failed),
            errors="0",
            skipped="0",
            time=f"{sum(turn.seconds for turn in result.turns):.3f}",
        )
        _add_properties(suite, {"model": result.model, "attempt": str(result.attempt)})
        for turn in result.turns:
            _add_case(suite, result, turn)
    for rate in pass_rates(results):
        suite = ET.SubElement(root, "testsuite", name=_xml(f"pass^k, {rate.model}"), tests="0")
        shares = {f"pass^{k}": f"{share:.3f}" for k, share in enumerate(rate.pass_k, start=1)}
        _add_properties(suite, {"model": rate.model, **shares})
    _count(root, results)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _suite_name(result: ScenarioResult, results: Sequence[ScenarioResult]) -> str:
    """The scenario's name; which try it is where there are several."""
    alone = sum(other.file == result.file for other in results) == 1
    return result.name if alone else f"{result.name} ({result.model}, try {result.attempt})"


def _add_properties(suite: ET.Element, properties: dict[str, str]) -> None:
    holder = ET.SubElement(suite, "properties")
    for name, value in properties.items():
        ET.SubElement(holder, "property", name=name, value=_xml(value))


def _add_case(suite: ET.Element, result: ScenarioResult, turn: TurnResult) -> None:
    name = f"{turn.number}. {turn.kind}: {turn.said[:80]}"
    case = ET.SubElement(
        suite, "testcase", classname=_xml(result.name), name=_xml(name), time=f"{turn.seconds:.3f}"
    )
    if turn.failures:
        lines = [f"{item.key}: expected {item.expected}; found {item.found}" for item in turn.failures]
        failure = ET.SubElement(case, "failure", message=_xml(lines[0]), type="expectation")
        failure.text = _xml("\n".join(lines))


def _count(root: ET.Element, results: Sequence[ScenarioResult]) -> None:
    turns = [turn for result in results for turn in result.turns]
    root.set("tests", str(len(turns)))
    root.set("failures", str(sum(not turn.passed for turn in turns)))
    root.set("time", f"{sum(turn.seconds for turn in turns):.3f}")


def _xml(text: str) -> str:
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
