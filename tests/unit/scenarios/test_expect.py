"""Expectations against replies: each key holds where it should and fails where it should."""

from typing import Any

import pytest

from agent.models import Claim, Plan, Profile, ReplyDocument, Section, ToolCallRecord
from agent.plans.review import review_request
from agent.scenarios.expect import unmet
from agent.scenarios.format import Expectation
from agent.session.replies import TurnReading
from tools.evidence import Evidence, Source
from tools.roadmap.models import Milestone

PLAN = Plan(
    sections=[
        Section(id="pay", title="Pay", claims=[Claim(text="Bakers earn $38,000 [E1].", evidence=["E1"])])
    ],
    milestones=[
        Milestone(
            id="M1", title="Dough", skills=["kneading"], start_week=1, end_week=4, hours=20, proof="a loaf"
        ),
        Milestone(id="M2", title="Oven", skills=["heat"], start_week=5, end_week=9, hours=30, proof="a cake"),
    ],
    next_actions=["Buy flour"],
)
REPLY = ReplyDocument(
    thread="t",
    status="answered",
    mode="offline",
    reply="Bakers in Boise earn a median of $38,000 a year [E1, E2].",
    tools=[ToolCallRecord(name="lookup_salary", args={"role": "baker"}, ok=True, ms=2.0)],
    profile=Profile(current_role="Baker", hours_per_week=10, skills=["Kneading", "Icing"]),
    evidence=[
        Evidence(id="E1", kind="salary", text="pay", source=Source(title="OEWS")),
        Evidence(id="E2", kind="market", text="jobs", source=Source(title="OEWS")),
    ],
)
WAITING = REPLY.model_copy(
    update={"status": "awaiting_approval", "review": review_request(PLAN, "# Plan\nBuy flour in Nampa")}
)
DELIVERED = REPLY.model_copy(update={"status": "delivered", "plan": PLAN})

READING = TurnReading(wishes=["pay", "plan"], asks="hours")

MET: list[tuple[ReplyDocument, dict[str, Any]]] = [
    (REPLY, {"status": "answered", "mode": "offline", "tools": ["lookup_salary"]}),
    (REPLY, {"only_tools": ["lookup_salary", "search_documents"]}),
    (
        REPLY,
        {
            "profile": {
                "current_role": "BAKER",
                "hours_per_week": 10.0,
                "skills": ["icing"],
                "missing_skills": [],
            }
        },
    ),
    (REPLY, {"profile": {"target_role": None}}),
    (
        REPLY,
        {"contains": ["boise", "MEDIAN  of"], "forbids": ["Berlin"], "cites": True, "evidence": ["salary"]},
    ),
    (REPLY, {"wishes": ["plan"], "asks": "hours", "max_words": 10}),
    (REPLY, {"asks": True}),
    (
        REPLY.model_copy(update={"reply": "One two [E1].\n\n| a | b |\n|---|---|\n| c | d |"}),
        {"max_words": 2},
    ),
    (WAITING, {"shown": ["m1 dough", "First step: Buy flour"]}),
    (DELIVERED, {"shown": "M2 Oven"}),
    (WAITING, {"contains": ["Nampa"], "plan": {"milestones": 2, "weeks": {"max": 9}, "hours": {"min": 50}}}),
    (
        DELIVERED,
        {"plan": {"contains": ["dough", "buy flour"], "forbids": ["yeast"], "claims": 1, "version": 1}},
    ),
]
UNMET: list[tuple[ReplyDocument, dict[str, Any], str, str]] = [
    (REPLY, {"status": "delivered"}, "status", "answered"),
    (REPLY, {"mode": "model"}, "mode", "offline"),
    (REPLY, {"tools": ["generate_roadmap"]}, "tools", "lookup_salary"),
    (REPLY, {"only_tools": []}, "only_tools", "lookup_salary"),
    (REPLY, {"profile": {"hours_per_week": 11}}, "profile.hours_per_week", "10"),
    (REPLY, {"profile": {"hours_per_week": True}}, "profile.hours_per_week", "10"),
    (REPLY, {"profile": {"skills": []}}, "profile.skills", '["Kneading", "Icing"]'),
    (REPLY, {"profile": {"skills": ["Java"]}}, "profile.skills", '["Kneading", "Icing"]'),
    (REPLY, {"profile": {"shoe_size": 9}}, "profile.shoe_size", "no such field"),
    (REPLY, {"contains": ["Nampa"]}, "contains", "Boise"),
    (REPLY, {"forbids": ["boise"]}, "forbids", "boise"),
    (REPLY, {"cites": False}, "cites", "E1, E2"),
    (REPLY.model_copy(update={"evidence": []}), {"cites": True}, "cites", "none for E1, E2"),
    (REPLY.model_copy(update={"reply": "No idea."}), {"cites": True}, "cites", "No idea."),
    (REPLY, {"evidence": ["roadmap"]}, "evidence", "market, salary"),
    (REPLY, {"wishes": ["offer"]}, "wishes", "pay, plan"),
    (REPLY, {"max_words": 9}, "max_words", "10"),
    (REPLY, {"asks": "place"}, "asks", "hours"),
    (REPLY, {"asks": False}, "asks", "hours"),
    (REPLY, {"shown": ["M1"]}, "shown", "none"),
    (WAITING, {"shown": ["M3"]}, "shown", "m1 dough"),
    (REPLY, {"error": "decision"}, "error", "a reply"),
    (REPLY, {"plan": {}}, "plan", "none"),
    (DELIVERED, {"plan": {"milestones": {"min": 3}}}, "plan.milestones", "2"),
    (DELIVERED, {"plan": {"weeks": {"min": 1, "max": 8}}}, "plan.weeks", "9"),
    (DELIVERED, {"plan": {"contains": ["yeast"]}}, "plan.contains", "Dough"),
    (WAITING, {"forbids": ["Nampa"]}, "forbids", "nampa"),
]


@pytest.mark.parametrize(("reply", "expected"), MET)
def test_what_holds_gives_no_failure(reply: ReplyDocument, expected: dict[str, Any]) -> None:
    assert unmet(Expectation.model_validate(expected), reply, READING) == []


@pytest.mark.parametrize(("reply", "expected", "key", "found"), UNMET)
def test_what_does_not_hold_says_what_was_found(
    reply: ReplyDocument, expected: dict[str, Any], key: str, found: str
) -> None:
    (failure,) = unmet(Expectation.model_validate(expected), reply, READING)
    assert failure.key == key
    assert found in failure.found
