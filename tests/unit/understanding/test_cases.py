"""Every tuning case, and floors under the other sets."""

from typing import Any

import pytest

from benchmarks.understanding import MENDED, TUNED, UNSEEN, failures, read_cases


@pytest.mark.parametrize("case", read_cases(TUNED), ids=lambda case: str(case.get("say", "turns"))[:50])
def test_a_tuning_case_is_read_rightly(case: dict[str, Any]) -> None:
    assert failures(case) == []


@pytest.mark.parametrize(
    ("name", "share"), [*((name, 0.08) for name in MENDED), *((name, 0.2) for name in UNSEEN)]
)
def test_few_messages_are_misread(name: str, share: float) -> None:
    cases = read_cases(name)
    failed = [case for case in cases if failures(case)]
    assert len(failed) <= len(cases) * share
