"""What playing a scenario gave, as JSON and as JUnit XML."""

import re
from collections.abc import Sequence
from typing import Any, Literal
from xml.etree import ElementTree as ET

from agent.models import Status
from tools.evidence import Value

# Everything that XML 1.0 does not allow in a document.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Failure(Value):
    """An expectation that was not met. `key` is its place under `expect`."""

    key: str
    expected: str
    found: str


class TurnResult(Value):
    """One played turn, counted from 1; `status` is null where the turn ended in an error."""

    number: int
    kind: Literal["user", "resume", "restart"]
    said: str
    status: Status | None = None
    reply: str = ""
    tools: list[str] = []
    seconds: float = 0.0
    failures: list[Failure] = []

    @property
    def passed(self) -> bool:
        return not self.failures


class ScenarioResult(Value):
    """One played scenario."""

    name: str
    file: str
    turns: list[TurnResult]

    @property
    def passed(self) -> bool:
        return all(turn.passed for turn in self.turns)


def as_document(results: Sequence[ScenarioResult]) -> dict[str, Any]:
    """The document of `coach run --json`."""
    passed = sum(result.passed for result in results)
    scenarios = []
    for result in results:
        turns = [{**turn.model_dump(mode="json"), "passed": turn.passed} for turn in result.turns]
        scenarios.append({"name": result.name, "file": result.file, "passed": result.passed, "turns": turns})
    return {"passed": passed, "failed": len(results) - passed, "scenarios": scenarios}


def as_junit(results: Sequence[ScenarioResult]) -> str:
    """JUnit XML: a suite for each scenario, a case for each turn."""
    root = ET.Element("testsuites", name="coach run")
    for result in results:
        failed = sum(not turn.passed for turn in result.turns)
        suite = ET.SubElement(
            root,
            "testsuite",
            name=_xml(result.name),
            tests=str(len(result.turns)),
            failures=str(failed),
            errors="0",
            skipped="0",
            time=f"{sum(turn.seconds for turn in result.turns):.3f}",
        )
        for turn in result.turns:
            _add_case(suite, result, turn)
    _count(root, results)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


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
