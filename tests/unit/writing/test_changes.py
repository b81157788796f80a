"""What a person wants different in a plan, followed from the typed change to the next draft."""

from typing import Any, get_args

import pytest
from langchain_core.messages import HumanMessage

from agent.context import CoachContext
from agent.grounding import check_plan
from agent.models import (
    DialogueState,
    Plan,
    PlanChange,
    PlanChangeKind,
    PlanEdit,
    Profile,
    Progress,
    Understanding,
)
from agent.nodes.understand import understand
from agent.plans.changes import change_edits
from agent.plans.cutting import LESS
from agent.plans.drafting import draft_plan
from agent.plans.edits import apply_edits, hours_of_skills
from agent.plans.named import named, skills_of_subject
from agent.plans.requests import plan_requests
from agent.plans.summary import hours_in_all
from agent.plans.unmade import told
from agent.policy.offline import OfflinePolicy
from agent.state import CoachState
from tests.unit.writing.states import CONTEXT, planned_state

PERSON = Profile(target_role="AI engineer", skills=["Python", "SQL"], location="Austin", hours_per_week=10)


def drafted(edits: list[PlanEdit]) -> Plan:
    """The draft that the graph would make with these edits, held by its evidence."""
    state = planned_state(PERSON, edits)
    plan = apply_edits(draft_plan(state, CONTEXT), edits, hours_of_skills(state["evidence"]))
    assert check_plan(plan, state["evidence"], PERSON, CONTEXT.today, edits) == []
    return plan


def changed(kind: Any, *, held: list[PlanEdit] | None = None, **fields: Any) -> tuple[Plan, list[str]]:
    state = planned_state(PERSON, held or [])
    plan = apply_edits(draft_plan(state, CONTEXT), held or [])
    change = PlanChange(kind=kind, **fields)
    edits, unmade = change_edits([change], plan, held or [], state["evidence"])
    return drafted(edits), [each.said for each in unmade]


def order(plan: Plan) -> list[str]:
    return [skill for milestone in plan.milestones for skill in milestone.skills]


FIRST = drafted([])


def test_a_skill_is_left_out_under_any_of_its_names() -> None:
    plan, notes = changed("leave_out", skills=["k8s", "docker"])
    assert "Docker" in order(FIRST) and "Docker" not in order(plan)
    assert notes == ["Kubernetes is not in the plan, so nothing has to go for it."]
    assert hours_in_all(plan) < hours_in_all(FIRST)
    assert plan.outlook and any("Docker" in group.skills for group in plan.outlook.skipped)


def test_a_milestone_a_section_and_a_list_are_left_out() -> None:
    gone = FIRST.milestones[-2]
    plan, notes = changed("leave_out", parts=[gone.id.lower(), "market", "next_actions", "M77"])
    assert not set(gone.skills) & set(order(plan)) and plan.next_actions == []
    assert "market" not in {section.id for section in plan.sections}
    assert notes == ["The plan has no part M77."]


def test_a_skill_comes_first_with_what_it_builds_on() -> None:
    plan, notes = changed("first", skills=["docker"])
    assert order(plan)[:2] == ["Linux command line", "Docker"] and notes == []
    assert any("Docker builds on what comes before it" in text for text in plan.assumptions)
    assert set(order(plan)) == set(order(FIRST))


def test_a_skill_comes_later_than_all_that_does_not_build_on_it() -> None:
    early = "Probability and statistics"
    plan, notes = changed("later", skills=[early])
    assert order(plan).index(early) > order(FIRST).index(early) and notes == []
    assert set(order(plan)) == set(order(FIRST))


def test_milestones_change_places() -> None:
    moved = [FIRST.milestones[4], FIRST.milestones[1]]
    plan, notes = changed("reorder", parts=[moved[0].id, moved[1].id, "pay", "M99"])
    assert order(plan).index(moved[0].skills[0]) < order(plan).index(moved[1].skills[0])
    assert notes == [
        "Pay outlook is no milestone, so it has no place in their order.",
        "The plan has no part M99.",
    ]


def test_what_builds_on_another_skill_does_not_come_before_it() -> None:
    plan, notes = changed("reorder", parts=["Docker", "Linux command line"])
    assert order(plan) == order(FIRST)
    assert notes == ["Docker builds on Linux command line, so it stays behind it."]


def test_two_orders_of_one_message_both_count() -> None:
    changes = [PlanChange(kind="first", skills=["Docker"]), PlanChange(kind="later", skills=["probability"])]
    edits, _ = change_edits(changes, FIRST, [])
    names = order(drafted(edits))
    late = "Probability and statistics"
    assert names.index("Docker") == 1 and names.index(late) > order(FIRST).index(late)


def test_the_last_change_is_taken_back_without_a_name() -> None:
    changes = [PlanChange(kind="leave_out", skills=["Docker"]), PlanChange(kind="fewer", parts=["pay"])]
    held, _ = change_edits(changes, FIRST, [])
    edits, _ = change_edits([PlanChange(kind="put_back")], FIRST, held)
    assert edits == held[:1]


def test_what_was_left_out_comes_back_by_a_part_of_its_name_or_when_it_is_wanted_again() -> None:
    held, _ = change_edits([PlanChange(kind="leave_out", parts=["market"], skills=["Docker"])], FIRST, [])
    edits, notes = change_edits([PlanChange(kind="put_back", skills=["market section"])], FIRST, held)
    assert [edit.path for edit in edits] == ["skills/Docker"] and notes == []
    edits, notes = change_edits([PlanChange(kind="more", skills=["docker"])], FIRST, held)
    assert [edit.path for edit in edits] == ["sections/market"] and notes == []


@pytest.mark.parametrize(
    "kind", sorted({*get_args(PlanChangeKind)} - {"shorter", "put_back", "fewer", "hands_on"})
)
def test_a_change_without_a_name_says_what_was_understood(kind: PlanChangeKind) -> None:
    edits, (unmade,) = change_edits([PlanChange(kind=kind)], FIRST, [])
    assert edits == [] and len(unmade.said.split()) > 4
    assert unmade.question.endswith("?") or "/edit" in unmade.said


def test_of_several_questions_one_is_asked() -> None:
    _, unmade = change_edits([PlanChange(kind="slower"), PlanChange(kind="start")], FIRST, [])
    said, slot = told(unmade)
    assert sum(text.count("?") for text in said) == 1 and len(said) == 3 and slot == "hours"


def test_the_newest_order_counts() -> None:
    held, _ = change_edits([PlanChange(kind="first", skills=["Docker"])], FIRST, [])
    plan, _ = changed("first", held=held, skills=["probability"])
    assert order(plan)[0] == "Probability and statistics"


@pytest.mark.parametrize("weeks", [None, 20])
def test_a_plan_is_cut_to_what_fits(weeks: int | None) -> None:
    plan, notes = changed("shorter", weeks=weeks)
    most = hours_in_all(FIRST) * LESS if weeks is None else weeks * 10
    assert 0 < hours_in_all(plan) <= most and notes == []


def test_what_they_lack_or_wanted_first_is_cut_last() -> None:
    state = planned_state(PERSON, [])
    shorter = PlanChange(kind="shorter", weeks=24)
    cut = {edit.path for edit in change_edits([shorter], FIRST, [], state["evidence"])[0]}
    gone = {skill for skill in order(FIRST) if any(skill in path for path in cut)}
    assert gone
    lacked = min(gone, key=lambda skill: hours_of_skills(state["evidence"])[skill])
    kept = change_edits([shorter], FIRST, [], state["evidence"], [lacked])[0]
    assert not any(lacked in edit.path for edit in kept) and any(edit.path in cut for edit in kept)
    # All that is lacked cannot stay where it does not fit.
    assert change_edits([shorter], FIRST, [], state["evidence"], order(FIRST))[0]


def test_what_the_same_words_want_early_is_not_cut() -> None:
    state = planned_state(PERSON, [])
    shorter, early = PlanChange(kind="shorter"), PlanChange(kind="first", skills=["RAG"])
    cut = {edit.path for edit in change_edits([shorter], FIRST, [], state["evidence"])[0]}
    edits = change_edits([shorter, early], FIRST, [], state["evidence"])[0]
    assert any("(RAG)" in path for path in cut) and not any("(RAG)" in edit.path for edit in edits)


def test_what_went_since_it_was_wanted_first_is_no_wish_any_more() -> None:
    first = change_edits([PlanChange(kind="first", skills=["Docker"])], FIRST, [])[0]
    both = change_edits([PlanChange(kind="leave_out", skills=["Docker"])], drafted(first), first)[0]
    roadmap = plan_requests(PERSON, today=CONTEXT.today, edits=both)[0]
    assert "Docker" not in str(roadmap.args.get("first")) and "Docker" in str(roadmap.args["without"])


def test_what_would_lead_somewhere_else_is_not_cut() -> None:
    plan, notes = changed("shorter", weeks=6)
    assert plan.milestones == FIRST.milestones
    assert notes == [
        f"Into 6 weeks go 60 of its {hours_in_all(FIRST):g} hours: what fits would lead somewhere else, so I cut nothing."
    ]


def test_slower_names_the_end_at_fewer_hours_and_asks_for_theirs() -> None:
    _, notes = changed("slower")
    assert "at 7 hours a week instead of 10 it would end around" in notes[0]


def test_a_subject_stands_for_all_of_its_skills() -> None:
    maths = set(skills_of_subject("maths"))
    assert "Probability and statistics" in maths and not skills_of_subject("learning")
    plan, _ = changed(
        "leave_out", skills=[*named("the maths", FIRST).skills], parts=[*named("the maths", FIRST).parts]
    )
    assert not maths & set(order(plan)) and maths & set(order(FIRST))


def test_a_plan_that_fits_is_not_cut() -> None:
    plan, notes = changed("shorter", weeks=500)
    assert plan.milestones == FIRST.milestones and notes == ["The plan fits into 500 weeks as it is."]


def test_a_section_keeps_fewer_lines_in_every_draft() -> None:
    plan, notes = changed("fewer", parts=["market", "next_actions", "M1"], most=1)
    market = next(section for section in plan.sections if section.id == "market")
    assert len(market.claims) == 1 and len(plan.next_actions) == 1
    assert notes == ["M1 is a milestone: leave it out, or put it later."]
    half, _ = changed("fewer", parts=["market"])
    before = next(section for section in FIRST.sections if section.id == "market")
    assert len(next(s for s in half.sections if s.id == "market").claims) == len(before.claims) // 2


def test_a_resource_that_is_not_wanted_is_nowhere() -> None:
    title = FIRST.milestones[0].resources[0].title
    plan, notes = changed("without_resource", resources=[title, "a school of whales"])
    left = {item.title for milestone in plan.milestones for item in milestone.resources}
    assert title not in left and not any(title in text for text in plan.next_actions)
    assert notes == ["The plan names nothing to learn from called a school of whales."]


def test_what_was_left_out_is_put_back() -> None:
    changes = [
        PlanChange(kind="leave_out", skills=["Docker"], parts=["market", "next_actions"]),
        PlanChange(kind="fewer", parts=["pay"], most=1),
    ]
    held, _ = change_edits(changes, FIRST, [])
    plan, notes = changed("put_back", held=held, skills=["docker"], parts=["market", "next_actions", "pay"])
    assert plan == FIRST and notes == []
    _, notes = changed("put_back", skills=["Docker"])
    assert notes == ["Docker was not left out, so there is nothing to put back."]


def test_hours_that_nobody_knows_are_not_cut_by() -> None:
    edits, notes = change_edits([PlanChange(kind="shorter")], FIRST, [])
    assert edits == [] and "hours of its skills are not known" in notes[0].said


class Reader(OfflinePolicy):
    """Reads one change in every message."""

    def __init__(self, change: PlanChange) -> None:
        self.change = change

    def understand(self, state: CoachState, context: CoachContext) -> Understanding:
        return Understanding(plan_changes=[self.change])


def test_a_change_that_was_read_asks_for_the_next_draft() -> None:
    state = planned_state(PERSON)
    state["draft"], state["plan"] = FIRST, None
    state["messages"] = [HumanMessage("Docker first, and M99 as well.")]
    state["progress"], state["dialogue"] = Progress(), DialogueState()
    policy = Reader(PlanChange(kind="first", skills=["Docker"], parts=["M99"]))
    update = understand(state, CONTEXT, policy=policy)
    assert update["understanding"].plan_wanted
    assert update["understanding"].unchanged == ["The plan has no part M99."]
    assert update["pending_calls"][0].args["first"] == ["Docker"] and update["edits"][0].path == "order"
