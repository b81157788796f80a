"""Questions about the plan that waits: told apart from others, and answered from the draft and its evidence."""

from functools import cache
from typing import Any

import pytest
from langchain_core.messages import HumanMessage

from agent.context import CoachContext
from agent.grounding import check_answer
from agent.models import Plan, Profile, Understanding
from agent.policy.offline import OfflinePolicy
from agent.state import CoachState
from tests.unit.understanding.test_amounts import TODAY
from tools.roadmap import generate
from tools.roadmap.models import RoadmapDocument

PROFILE = Profile(target_role="AI engineer", skills=["Python"], hours_per_week=10, location="Austin")


@cache
def roadmap() -> RoadmapDocument:
    return generate("AI engineer", ["Python"], 10)


def waiting(message: str) -> CoachState:
    document = roadmap()
    evidence = [
        item.model_copy(update={"id": f"E{number}"}) for number, item in enumerate(document.evidence, 1)
    ]
    return {
        "messages": [HumanMessage(message)],
        "profile": PROFILE,
        "evidence": evidence,
        "draft": Plan(start=TODAY.isoformat(), milestones=document.milestones),
    }


def asked(message: str) -> Understanding:
    return OfflinePolicy().understand(waiting(message), CoachContext(today=TODAY))


def answered(message: str) -> str:
    """The reply, which must be held by the evidence of the draft."""
    state = waiting(message)
    context = CoachContext(today=TODAY)
    state["understanding"] = OfflinePolicy().understand(state, context)
    text = OfflinePolicy().answer(state, context).text
    assert check_answer(text, state["evidence"], PROFILE, TODAY) == []
    return text


@pytest.mark.parametrize(
    ("message", "named"),
    [
        ("does it include docker?", {"skills": ["Docker"]}),
        ("is kubernetes part of it?", {"skills": ["Kubernetes"]}),
        ("why is RAG in there?", {"skills": ["RAG"]}),
        ("do I really need statistics?", {"skills": ["Statistics"]}),
        ("does it cover Salesforce?", {"skills": ["Salesforce"]}),
        ("what's milestone 3?", {"milestones": ["M3"]}),
        ("explain M2 to me", {"milestones": ["M2"]}),
        ("what does the second milestone contain?", {"milestones": ["M2"]}),
        ("when would I be done?", {}),
        ("what do I do in week 5?", {"weeks": [5]}),
        ("what does the plan say about pay?", {"sections": ["pay"]}),
        ("what are the risks?", {"sections": ["risks"]}),
        ("what is E3?", {"evidence": ["E3"]}),
    ],
)
def test_a_question_about_the_draft_calls_no_tool(message: str, named: dict[str, Any]) -> None:
    understood = asked(message)
    assert understood.intents == ["review"]
    assert understood.details["about_plan"] is True
    assert not understood.calls
    assert not understood.changes
    assert not understood.plan_wanted
    for key in ("skills", "milestones", "weeks", "sections", "evidence"):
        assert understood.details.get(key, []) == named.get(key, [])


@pytest.mark.parametrize(
    ("message", "tool"),
    [
        ("What would I earn in Dallas?", "lookup_salary"),
        ("how is the market for nurses?", "summarize_job_market"),
        ("What is RAG?", "search_documents"),
        ("what does an AI engineer do all day?", "search_documents"),
    ],
)
def test_other_questions_are_looked_up_while_a_plan_waits(message: str, tool: str) -> None:
    understood = asked(message)
    assert [call.name for call in understood.calls] == [tool]
    assert "about_plan" not in understood.details


@pytest.mark.parametrize("message", ["could you make it shorter?", "can you add Docker?"])
def test_a_wished_change_is_no_question_to_the_library(message: str) -> None:
    understood = asked(message)
    assert (understood.intents, understood.calls) == (["review"], [])


def test_a_milestone_is_told_with_weeks_hours_proof_and_citation() -> None:
    milestone = roadmap().milestones[2]
    text = answered("what's milestone 3?")
    assert milestone.title in text
    assert milestone.proof in text
    assert f"{milestone.start_week} to {milestone.end_week}" in text
    assert "[E" in text


def test_a_skill_is_found_in_its_milestone_with_the_reason() -> None:
    text = answered("why is docker in there?")
    assert next(each.id for each in roadmap().milestones if "Docker" in each.skills) in text
    assert "must for AI engineer" in text


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ("does it include Salesforce?", "does not hold it"),
        ("is Python in there?", "you know it"),
        ("does it cover Kubernetes?", "not in the draft"),
    ],
)
def test_a_skill_that_is_not_in_the_draft_comes_with_why(message: str, reason: str) -> None:
    text = answered(message)
    assert "not in the draft" in text
    assert reason in text


@pytest.mark.parametrize(
    "message",
    [
        "when would I be done?",
        "how many hours is it?",
        "what comes after M2?",
        "what happens first?",
        "what do I do in week 5?",
        "what do I do in week 900?",
        "what's milestone 44?",
        "when does it start?",
        "what is E2?",
        "what is E999?",
        "why?",
        "show me the plan",
        "what are the risks?",
    ],
)
def test_every_answer_is_held_by_the_evidence_of_the_draft(message: str) -> None:
    assert len(answered(message)) > 40


def test_proofs_and_resources_are_those_of_the_draft() -> None:
    understood = [asked("which courses does it use?"), asked("what proof does it ask for?")]
    courses, proofs = (
        OfflinePolicy().answer({**waiting(""), "understanding": each}, CoachContext(today=TODAY)).text
        for each in understood
    )
    assert all(each.resources[0].url in courses for each in roadmap().milestones if each.resources)
    assert all(each.proof in proofs for each in roadmap().milestones)


def test_an_edited_number_loses_its_citation() -> None:
    state = waiting("what's milestone 1?")
    plan = state["draft"]
    assert plan is not None
    first = plan.milestones[0].model_copy(update={"hours": 1234})
    state["draft"] = plan.model_copy(update={"milestones": [first, *plan.milestones[1:]]})
    context = CoachContext(today=TODAY)
    state["understanding"] = OfflinePolicy().understand(state, context)
    assert "1,234 hours." in OfflinePolicy().answer(state, context).text
