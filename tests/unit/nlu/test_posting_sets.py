"""The postings of the benchmark: no field falls below its floor, and a false demand is seen as one."""

from collections import Counter

from agent.models import Posting
from benchmarks.postings import DATA, FIELDS, FLOORS, cases_in, faults_of, right_in


def test_no_field_falls_below_its_floor() -> None:
    cases = [case for folder in sorted(DATA.iterdir()) for case in cases_in(folder)]
    right = Counter(name for case in cases for name in right_in(case))
    assert {name: right[name] for name in FIELDS if right[name] < FLOORS[name] * len(cases)} == {}


def test_a_missing_and_a_false_demand_are_seen() -> None:
    told = {"asked": ["sql", "python"], "not_asked": ["snack"], "others": 0}
    assert faults_of(Posting(skills=["SQL", "snacks"]), told) == ["python", "snacks", "snacks"]
