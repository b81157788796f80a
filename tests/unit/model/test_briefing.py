"""What a model is told of a message: what it was handed over as."""

from datetime import date
from typing import Any

import pytest
from langchain_core.messages import AIMessage, HumanMessage

from agent.context import CoachContext
from agent.models import Profile, ToolResult
from agent.policy.model.briefing import recent_evidence
from agent.policy.model.reading import reading_messages
from tools.evidence import Evidence, Source


@pytest.mark.parametrize(
    ("kind", "told"), [("posting", '"last_message_is": "posting"'), ("cv", '"last_message_is": "cv"')]
)
def test_a_text_handed_over_is_told_as_what_it_is(kind: str, told: str) -> None:
    said = HumanMessage("Welder, Tulsa. 6G needed.", additional_kwargs={"kind": kind})
    state: Any = {"messages": [said], "profile": Profile()}
    assert told in reading_messages(state, CoachContext(today=date(2026, 11, 29), user="u"))[-1].text


def test_of_a_message_as_any_other_nothing_is_told() -> None:
    state: Any = {"messages": [HumanMessage("hello")], "profile": Profile()}
    sent = reading_messages(state, CoachContext(today=date(2026, 11, 29), user="u"))[-1].text
    assert "last_message_is" not in sent


def test_what_was_looked_up_before_holds_what_the_talk_rests_on_and_not_the_newest_ids() -> None:
    kinds = {1: "salary", 2: "salary"} | dict.fromkeys(range(3, 60), "roadmap")
    evidence = [
        Evidence(id=f"E{at}", kind=kind, text=f"Text {at}.", figures=[], source=Source(title="S"))
        for at, kind in kinds.items()
    ]
    shown = [
        ToolResult(name="lookup_salary", evidence=["E2"]),
        ToolResult(name="generate_roadmap", evidence=["E59"]),
    ]
    state: Any = {
        "messages": [HumanMessage("a"), AIMessage("So [E1] and [E7, E8]."), HumanMessage("b")],
        "profile": Profile(),
        "evidence": evidence,
        "tool_results": shown,
    }
    last = [item.id for item in recent_evidence(state)][-5:]
    assert last == ["E59", "E1", "E7", "E8", "E2"]
    sent = reading_messages(state, CoachContext(today=date(2026, 11, 29), user="u"))[-1].text
    assert "E1: Text 1." in sent and "E2: Text 2." in sent and "E3: " not in sent
