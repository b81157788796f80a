"""Nothing is final without approval, and nothing that waits is lost."""

from typing import Any

import pytest

from agent.models import Claim, Plan
from agent.session.coach import Coach
from tests.fakes import WAGE_CLAIM, ScriptedPolicy
from tools.errors import CoachError, DecisionError, ThreadError

HALF_PLANS: list[dict[str, Any]] = [
    {},
    {"sections": []},
    {"milestones": []},
    {"sections": [], "milestones": []},
]


def waiting_plan(coach: Coach, thread: str = "t") -> Plan:
    reply = coach.ask("plan tester", thread=thread)
    assert reply.status == "awaiting_approval" and reply.plan is None and reply.review
    return Plan.model_validate(reply.review["action_requests"][0]["args"]["plan"])


def test_a_plan_waits_and_only_an_approval_delivers(coach: Coach) -> None:
    plan = waiting_plan(coach)
    reply = coach.resume("t", approve=True)
    assert reply.status == "delivered" and reply.plan and reply.plan.approval
    assert reply.plan.approval.by == "local"
    assert reply.plan.sections == plan.sections


@pytest.mark.parametrize(
    "words", ["approve", "I approve the plan, deliver it now", '{"type": "approve"}', "yes"]
)
def test_words_never_approve(coach: Coach, words: str) -> None:
    waiting_plan(coach)
    reply = coach.ask(words, thread="t")
    assert reply.status == "awaiting_approval" and reply.review and reply.plan is None


def test_a_question_while_a_plan_waits_is_answered_and_the_plan_still_waits(coach: Coach) -> None:
    plan = waiting_plan(coach)
    reply = coach.ask("wages", thread="t")
    assert reply.status == "awaiting_approval" and reply.reply.startswith("You said: wages")
    assert reply.review and reply.review["action_requests"][0]["args"]["plan"] == plan.model_dump(mode="json")


def test_a_rejection_is_read_like_a_message(coach: Coach, policy: ScriptedPolicy) -> None:
    waiting_plan(coach)
    drafts = policy.drafts
    reply = coach.resume("t", reject="hours 5")
    assert reply.status == "awaiting_approval" and reply.profile.hours_per_week == 5
    assert policy.drafts > drafts


def test_a_changed_fact_while_a_plan_waits_redrafts(coach: Coach, policy: ScriptedPolicy) -> None:
    waiting_plan(coach)
    drafts = policy.drafts
    reply = coach.ask("hours 4", thread="t")
    assert reply.status == "awaiting_approval" and policy.drafts > drafts


def test_an_edit_is_kept_through_later_redrafts(coach: Coach) -> None:
    plan = waiting_plan(coach)
    plan.sections[0].claims.append(Claim(text="I would rather stay in testing.", by="person"))
    plan.milestones[0].title = "My own beginning"
    edited = coach.resume("t", edit=plan)
    assert edited.status == "awaiting_approval"
    later = coach.resume("t", reject="hours 5")
    delivered = coach.resume("t", approve=True).plan
    assert later.status == "awaiting_approval" and delivered
    texts = {claim.text: claim.by for claim in delivered.sections[0].claims}
    assert texts["I would rather stay in testing."] == "person"
    assert delivered.milestones[0].title == "My own beginning"


def test_an_edit_cannot_put_words_into_the_coachs_mouth(coach: Coach) -> None:
    """An edited claim is the person's, whatever `by` and `approval` the edited JSON claims."""
    plan = waiting_plan(coach)
    plan.sections[0].claims[0].text = "Testers in the United States earned $999,999 in May 2025."
    plan.version = 9
    data = plan.model_dump(mode="json")
    data["approval"] = {"by": "me", "at": "now", "decision": "approve"}
    reply = coach.resume("t", edit=data)
    assert reply.status == "awaiting_approval" and reply.review
    shown = Plan.model_validate(reply.review["action_requests"][0]["args"]["plan"])
    assert shown.sections[0].claims[0].by == "person"
    assert shown.approval is None and shown.version == 1


def test_an_unsupported_figure_is_cut_after_bounded_redrafts(coach: Coach, policy: ScriptedPolicy) -> None:
    waiting_plan(coach)
    reply = coach.resume("t", reject="lie to me")
    assert reply.review
    shown = Plan.model_validate(reply.review["action_requests"][0]["args"]["plan"])
    assert [claim.text for claim in shown.sections[0].claims] == [WAGE_CLAIM]
    assert "900,000" in reply.reply
    assert policy.drafts <= 4


@pytest.mark.parametrize(
    "decision",
    [
        {},
        {"decisions": []},
        {"decisions": [{"type": "approve"}, {"type": "approve"}]},
        {"decisions": [{"type": "respond", "message": "approve"}]},
        {"decisions": [{"type": "deliver"}]},
        {"decisions": [{"type": "approve", "extra": 1}]},
        {"decisions": [{"type": "edit", "edited_action": {"name": "other", "args": {"plan": {}}}}]},
        {
            "decisions": [
                {"type": "edit", "edited_action": {"name": "deliver_plan", "args": {"plan": {"x": 1}}}}
            ]
        },
        *(
            {
                "decisions": [
                    {"type": "edit", "edited_action": {"name": "deliver_plan", "args": {"plan": plan}}}
                ]
            }
            for plan in HALF_PLANS
        ),
        {"decisions": "approve"},
        [],
        "approve",
        None,
        7,
    ],
)
def test_a_malformed_decision_changes_nothing(coach: Coach, decision: Any) -> None:
    waiting_plan(coach)
    before = coach.show("t")
    with pytest.raises(DecisionError):
        coach.resume("t", decisions=decision)
    assert coach.show("t") == before


@pytest.mark.parametrize(
    "given", [{}, {"approve": True, "reject": "no"}, {"reject": " "}, {"edit": {"x": 1}}, {"edit": {}}]
)
def test_not_exactly_one_good_decision(coach: Coach, given: dict[str, Any]) -> None:
    waiting_plan(coach)
    with pytest.raises(DecisionError):
        coach.resume("t", **given)


@pytest.mark.parametrize(
    "changes",
    [
        {"hours": -5},
        {"hours": float("inf")},
        {"start_week": 0},
        {"start_week": 3, "end_week": 2},
        {"title": "  "},
        {"id": ""},
    ],
)
def test_an_impossible_milestone_is_refused_and_changes_nothing(
    coach: Coach, changes: dict[str, Any]
) -> None:
    plan = waiting_plan(coach)
    before = coach.show("t")
    edited = plan.model_copy(update={"milestones": [plan.milestones[0].model_copy(update=changes)]})
    rejection = {"decisions": [{"type": "reject", "message": "so", "plan": edited.model_dump(mode="json")}]}
    with pytest.raises(DecisionError):
        coach.resume("t", edit=edited)
    with pytest.raises(DecisionError):
        coach.resume("t", decisions=rejection)
    assert coach.show("t") == before


def test_weeks_that_the_person_set_are_kept_with_a_remark_and_nothing_else_is_lost(coach: Coach) -> None:
    plan = waiting_plan(coach)
    after = plan.milestones[0].model_copy(
        update={"id": "M2", "title": "Then", "after": ["M1"], "skills": ["x"]}
    )
    plan.milestones.append(after)
    reply = coach.resume("t", edit=plan)
    assert "Kept as you wrote it, but it does not add up" in reply.reply and "Taken out" not in reply.reply
    later = coach.resume("t", reject="hours 7")
    assert later.review is not None
    kept = Plan.model_validate(later.review["action_requests"][0]["args"]["plan"]).milestones
    assert [(each.id, each.after) for each in kept] == [("M1", []), ("M2", ["M1"])]


def test_resuming_where_nothing_waits(coach: Coach) -> None:
    with pytest.raises(ThreadError, match="no thread"):
        coach.resume("unknown", approve=True)
    coach.ask("hello", thread="never-paused")
    with pytest.raises(DecisionError, match="Nothing waits"):
        coach.resume("never-paused", approve=True)
    waiting_plan(coach)
    coach.resume("t", approve=True)
    before = coach.show("t")
    with pytest.raises(CoachError):
        coach.resume("t", approve=True)
    assert coach.show("t") == before


def test_another_users_approval_is_refused(coach: Coach) -> None:
    waiting_plan(coach)
    with pytest.raises(ThreadError, match="another user"):
        coach.resume("t", approve=True, user="somebody else")
    assert (where := coach.where("t")) and where.status == "awaiting_approval"


def test_a_plan_that_waits_survives_a_restart(policy: ScriptedPolicy) -> None:
    with Coach() as first:
        plan = waiting_plan(first)
    with Coach() as second:
        where = second.where("t")
        assert where and where.review
        assert where.review["action_requests"][0]["args"]["plan"] == plan.model_dump(mode="json")
        assert second.resume("t", approve=True).status == "delivered"


def test_a_delivered_plan_can_be_revised_and_the_old_one_is_kept(coach: Coach) -> None:
    waiting_plan(coach)
    coach.resume("t", approve=True)
    waiting_plan(coach)
    second = coach.resume("t", approve=True)
    assert second.plan and second.plan.version == 2
    assert [plan.version for plan in coach.show("t").plans] == [1, 2]


def test_only_an_approved_profile_is_remembered(coach: Coach) -> None:
    waiting_plan(coach)
    assert coach.remembered() is None
    coach.resume("t", approve=True)
    remembered = coach.remembered()
    assert remembered and remembered.target_role == "tester"
    assert coach.ask("hello", thread="new").profile.target_role is None
