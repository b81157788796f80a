"""Decisions on single items end as one decision, and every item says what it rests on."""

from datetime import date

import pytest

from agent.models import Claim, Plan, Section
from agent.plans.edits import apply_edits, edits_between
from agent.plans.item_review import ItemDecision, items_of, join_decisions, why
from agent.plans.review import parse_reply
from tools.errors import CoachError, DecisionError, UsageError
from tools.roadmap import generate

ROADMAP = generate("AI engineer", ["Python"], 10)
EVIDENCE = [item.model_copy(update={"id": f"E{n}"}) for n, item in enumerate(ROADMAP.evidence, start=1)]
PLAN = Plan(
    start=date(2026, 3, 2).isoformat(),
    sections=[
        Section(id="timeline", title="Timeline", claims=[
            Claim(text=f"{milestone.title}: {milestone.hours} hours.", evidence=[f"E{n}"])
            for n, milestone in enumerate(ROADMAP.milestones, start=2)
        ]),
        Section(id="pay", title="Pay", claims=[Claim(text="Pay is not known.")]),
    ],
    milestones=ROADMAP.milestones,
    next_actions=["Begin."],
)  # fmt: skip


def decided(**decisions: ItemDecision | str) -> dict[str, object]:
    reply = join_decisions(PLAN, decisions)
    parse_reply(reply)
    found: dict[str, object] = reply["decisions"][0]
    return found


def test_a_rejection_with_a_reason_is_said_and_kept() -> None:
    decision = decided(M2="reject: too long", pay="approve")
    assert decision["type"] == "reject" and decision["message"] == "M2: too long"
    kept = Plan.model_validate(decision["plan"])
    assert "M2" not in [milestone.id for milestone in kept.milestones]
    redrafted = apply_edits(PLAN, edits_between(PLAN, kept))
    gone = PLAN.milestones[1]
    assert gone.title not in [milestone.title for milestone in redrafted.milestones]
    assert all(gone.id not in milestone.after for milestone in redrafted.milestones)
    assert not [c for c in redrafted.sections[0].claims if c.text.startswith(f"{gone.title}:")]


def test_what_is_rejected_without_a_reason_and_edited_is_one_edit() -> None:
    lines = ItemDecision(type="edit", edited=["Call a friend."])
    decision = decided(pay="reject", next_actions=lines)
    assert decision["type"] == "edit"
    edited = Plan.model_validate(decision["edited_action"]["args"]["plan"])  # type: ignore[index]
    assert edited.next_actions == ["Call a friend."]
    assert [section.id for section in edited.sections] == ["timeline"]


def test_only_approving_every_item_approves() -> None:
    assert decided(**dict.fromkeys(items_of(PLAN), "approve")) == {"type": "approve"}
    for decisions in ({}, {"M1": "approve"}):
        with pytest.raises(DecisionError):
            join_decisions(PLAN, decisions)


@pytest.mark.parametrize(
    "decisions", [{"M99": "approve"}, {"M1": "perhaps"}, {"M1": ItemDecision(type="edit")}]
)
def test_what_cannot_be_read_is_an_error(decisions: dict[str, ItemDecision | str]) -> None:
    with pytest.raises(CoachError):
        join_decisions(PLAN, decisions)


def test_every_item_says_what_it_rests_on() -> None:
    found = why(PLAN, EVIDENCE, "m2")
    assert found.item == "M2" and found.title == PLAN.milestones[1].title
    assert PLAN.milestones[1].title in found.evidence[0].text
    assert {number for claim in found.statements for number in claim.evidence} == {
        e.id for e in found.evidence
    }
    for item in items_of(PLAN):
        assert why(PLAN, EVIDENCE, item).statements
    with pytest.raises(UsageError):
        why(PLAN, EVIDENCE, "nowhere")
