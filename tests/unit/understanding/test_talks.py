"""Follow-ups, comparisons and questions to the library: which calls they lead to."""

from typing import Any

import pytest

from benchmarks.understanding import failures, read_cases


@pytest.mark.parametrize(
    "case",
    read_cases("messages_talks"),
    ids=lambda case: str(case.get("say") or case["turns"][-1]["say"])[:50],
)
def test_a_talk_leads_to_its_calls(case: dict[str, Any]) -> None:
    assert failures(case) == []
