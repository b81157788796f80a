"""Every tuning case, and floors under the sets that no rule was made for."""

from typing import Any

import pytest

from benchmarks.understanding import failures, read_cases


@pytest.mark.parametrize(
    "case", read_cases("messages_tuning"), ids=lambda case: str(case.get("say", "turns"))[:50]
)
def test_a_tuning_case_is_read_rightly(case: dict[str, Any]) -> None:
    assert failures(case) == []


@pytest.mark.parametrize(
    "name",
    [
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
    ],
)
def test_most_messages_kept_aside_are_read_rightly(name: str) -> None:
    cases = read_cases(name)
    failed = [case for case in cases if failures(case)]
    assert len(failed) <= len(cases) * 0.08
