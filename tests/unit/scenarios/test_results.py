"""Reports: the JSON document and JUnit XML, whatever was said."""

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from agent.scenarios import Failure, ScenarioResult, TurnResult, as_document, as_junit


def _results(words: str) -> list[ScenarioResult]:
    failure = Failure(key="contains", expected=words, found=words)
    turns = [
        TurnResult(number=1, kind="user", said=words, status="answered", reply=words, seconds=0.25),
        TurnResult(number=2, kind="resume", said="approve", failures=[failure, failure], seconds=0.5),
    ]
    return [
        ScenarioResult(name=words, file="a.yaml", turns=turns),
        ScenarioResult(name="b", file="b.yaml", turns=turns[:1]),
    ]


def test_the_document_counts_scenarios() -> None:
    document = as_document(_results("hello"))
    assert (document["passed"], document["failed"]) == (1, 1)
    first, second = document["scenarios"]
    assert not first["passed"] and second["passed"]
    assert [turn["passed"] for turn in first["turns"]] == [True, False]
    assert first["turns"][1]["failures"][0]["key"] == "contains"


@given(st.text(st.characters(exclude_categories=()), max_size=40))
def test_junit_is_well_formed_and_counts_turns(words: str) -> None:
    root = ET.fromstring(as_junit(_results(words)).encode())  # noqa: S314 - it was written two lines above
    assert root.get("tests") == "3" and root.get("failures") == "1"
    first = root.findall("testsuite")[0]
    assert first.get("tests") == "2" and first.get("failures") == "1"
    assert first.get("time") == "0.750"
    assert len(root.findall(".//failure")) == 1
