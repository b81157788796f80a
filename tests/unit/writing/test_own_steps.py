"""What is said to a plan of steps: steps of one's own, an order that keeps the application last, and cuts that spare the core."""

from typing import Any

import pytest

from agent.grounding import check_plan
from agent.models import Plan, PlanChange, PlanEdit, Profile, Progress, Skipped
from agent.plans.changes import change_edits
from agent.plans.difference import plan_difference
from agent.plans.drafting import draft_plan
from agent.plans.edits import apply_edits, edits_between, hours_of_skills, written_by_person
from agent.plans.progress import known_changes, record, told_in
from agent.plans.requests import plan_requests
from agent.plans.unmade import told
from tests.unit.writing.states import CONTEXT, planned_state
from tools.roadmap.steps import door_of

CODER = Profile(target_role="medical coder", location="Boise", hours_per_week=5)
EXAM, DOOR = "Sit the coding exam", "Apply to records and billing"


def drafted(edits: list[PlanEdit], profile: Profile = CODER, progress: Progress | None = None) -> Plan:
    state = planned_state(profile, edits)
    if progress is not None:
        state["progress"] = progress
    plan = apply_edits(draft_plan(state, CONTEXT), edits, hours_of_skills(state["evidence"]))
    assert check_plan(plan, state["evidence"], profile, CONTEXT.today, edits) == []
    return plan.model_copy(update={"theirs": written_by_person(plan, edits)})


def edited(held: list[PlanEdit], profile: Profile = CODER, **change: Any) -> tuple[list[PlanEdit], list[str]]:
    state = planned_state(profile, held)
    plan = apply_edits(draft_plan(state, CONTEXT), held)
    edits, unmade = change_edits([PlanChange.model_validate(change)], plan, held, state["evidence"])
    return edits, [each.said for each in unmade]


def titles(plan: Plan) -> list[str]:
    return [milestone.title for milestone in plan.milestones]


FIRST = drafted([])
OWN, _ = edited([], kind="own_step", words="a letter from Dr Hanley, ", at="after", parts=["M3"])


@pytest.mark.parametrize("role", ["medical coder", "data analyst"])
def test_a_step_of_ones_own_stands_in_the_plan_in_their_words(role: str) -> None:
    profile = CODER.model_copy(update={"target_role": role})
    before = drafted([], profile)
    edits, notes = edited([], profile, kind="own_step", words="a letter from Dr Hanley", at="start")
    plan = drafted(edits, profile)
    own = next(milestone for milestone in plan.milestones if milestone.own)
    assert notes == [] and own.title == "A letter from Dr Hanley" and own is plan.milestones[0]
    assert own.title in plan.theirs and plan.of_steps == before.of_steps
    assert own.title in plan.next_actions[0]
    assert any("You told no hours for" in text for text in plan.assumptions)
    said = plan_difference(before, plan)
    assert "“A letter from Dr Hanley” is in as a step of your own" in said and "2 hours" in said


def test_a_step_of_ones_own_stays_through_later_changes_and_goes_when_it_is_to() -> None:
    assert titles(drafted(OWN))[3] == "A letter from Dr Hanley"
    later, _ = edited(OWN, kind="leave_out", parts=["M1"])
    assert "A letter from Dr Hanley" in titles(drafted(later))
    again, _ = edited(OWN, kind="own_step", words="A letter from Dr Hanley", hours=3, at="start")
    assert titles(drafted(again))[0] == "A letter from Dr Hanley" and drafted(again).milestones[0].hours == 3
    moved, _ = edited(again, kind="later", parts=["M1"])
    plan = drafted(moved)
    assert titles(plan)[-2:] == ["A letter from Dr Hanley", DOOR] and plan.milestones[-2].hours == 3
    gone, _ = edited(OWN, kind="leave_out", parts=["M4"])
    assert "A letter from Dr Hanley" not in titles(drafted(gone))
    back, _ = edited(gone, kind="put_back", skills=["letter"])
    assert "A letter from Dr Hanley" in titles(drafted(back))
    anew, _ = edited(gone, kind="own_step", words="a letter from Dr Hanley")
    assert "A letter from Dr Hanley" in titles(drafted(anew))


def test_a_step_of_ones_own_that_is_done_is_ticked_off_and_no_skill() -> None:
    plan = drafted(OWN)
    progress = record(Progress(), told_in({"done": ["the letter from Dr Hanley"]}), plan, CONTEXT.today)
    assert progress.done == ["A letter from Dr Hanley"]
    assert known_changes(progress, CODER, {"A letter from Dr Hanley"}) == []
    roadmap = plan_requests(CODER, progress, CONTEXT.today, OWN)[0]
    assert "own" not in roadmap.args and "done" not in roadmap.args


def test_a_hand_edit_of_it_is_kept_and_a_client_that_drops_the_mark_changes_nothing() -> None:
    plan = drafted(OWN)
    stripped = plan.model_copy(deep=True)
    for milestone in stripped.milestones:
        milestone.own = False
    assert edits_between(plan, stripped) == []


def test_a_step_that_is_named_twice_goes_once_and_is_spoken_of_once() -> None:
    plan = drafted([])
    exam = next(milestone.id for milestone in plan.milestones if milestone.title == EXAM)
    wishes = [
        PlanChange(kind="unclear", skills=["the exam"]),
        PlanChange(kind="leave_out", parts=[exam], skills=["exam", EXAM, "coding test"]),
        PlanChange(kind="leave_out", skills=["exam"]),
        PlanChange(kind="later", parts=[exam]),
        PlanChange(kind="leave_out", skills=["the coding exam"]),
    ]
    edits, unmade = change_edits(wishes, plan, [])
    said, slot = told(unmade)
    assert EXAM not in titles(drafted(edits)) and slot is None
    assert len(said) == 1 and EXAM in said[0] and "Few get in" in said[0]


def test_what_counts_as_done_is_not_put_back_and_it_is_said_why_once() -> None:
    plan = drafted([])
    assert plan.outlook is not None
    plan.outlook.skipped = [Skipped(skills=["Take a lesson"], why="done already", kind="done")]
    wishes = [PlanChange(kind=kind, skills=["Take a lesson"]) for kind in ("put_back", "first")]
    said, _ = told(change_edits(wishes, plan, [])[1])
    assert len(said) == 1 and "counts as known or done" in said[0] and "you still lack it" in said[0]


@pytest.mark.parametrize("role", ["medical coder", "data analyst"])
def test_a_long_step_of_ones_own_leaves_actions_that_fit_into_their_weeks(role: str) -> None:
    profile = CODER.model_copy(update={"target_role": role})
    edits, _ = edited([], profile, kind="own_step", words="Sort the papers", at="start", hours=20)
    plan = drafted(edits, profile)  # which its check finds sound
    assert plan.next_actions[0] == "Weeks 1 to 2 (10 hours to begin with): Sort the papers."
    assert plan.next_actions[1].startswith("From week ")
    later, notes = edited(edits, profile, kind="later", skills=["the papers"])
    moved = drafted(later, profile)
    assert notes == [] and "papers" not in moved.next_actions[0] and not moved.milestones[0].own


def test_no_step_goes_behind_the_application() -> None:
    edits, notes = edited([], kind="later", parts=["M3"])
    assert titles(drafted(edits))[-2:] == ["Learn anatomy and terms", DOOR] and notes == []
    edits, notes = edited([], kind="later", parts=["M6"])
    assert edits == [] and "as late as it can" in notes[0] and DOOR in notes[0]
    edits, notes = edited([], kind="later", parts=["M7"])
    assert edits == [] and "comes last anyway" in notes[0]


def test_the_application_waits_for_what_nobody_is_taken_without() -> None:
    edits, notes = edited([], kind="first", parts=["M7"])
    assert titles(drafted(edits)).index(DOOR) == titles(drafted(edits)).index(EXAM) + 1
    assert EXAM in notes[0] and "nobody is taken" in notes[0]


def test_a_shorter_plan_keeps_its_core_and_says_why_something_went() -> None:
    edits, notes = edited([], kind="shorter")
    assert edits == [] and "I cut nothing" in notes[0] and "Work the code books" in notes[0]
    hvac = CODER.model_copy(update={"target_role": "HVAC mechanic"})
    edits, notes = edited([], hvac, kind="shorter")
    plan, door = drafted(edits, hvac), door_of("HVAC mechanic")
    assert door and notes == [] and len(plan.milestones) < len(door.steps)
    assert {step.title for step in door.steps if step.core} <= {*titles(plan)}
    assert plan.outlook and [group.why for group in plan.outlook.skipped] == ["left out to make it shorter"]
    asked, notes = edited([], kind="leave_out", parts=["M6"])
    assert EXAM not in titles(drafted(asked)) and "Few get in" in notes[0]
    outlook = drafted(asked).outlook
    assert outlook and [group.why for group in outlook.skipped] == ["left out at your wish"]


def test_more_time_a_limit_and_what_the_plan_has_not() -> None:
    slow, _ = edited([], kind="slower", parts=["M3"])
    plan = drafted(slow)
    assert plan.milestones[2].hours > FIRST.milestones[2].hours
    assert "Learn anatomy and terms has" in plan_difference(FIRST, plan)
    limit, notes = edited([], kind="cheaper", words="nothing over 300 dollars")
    assert "Nothing over 300 dollars." in drafted(limit).assumptions and "no prices" in notes[0]
    assert edited([], kind="cheaper", words="cheaper please")[0] == []
    more, _ = edited([], kind="more", skills=["Spanish greetings"])
    assert "Spanish greetings" in titles(drafted(more))


def test_words_that_were_read_as_a_part_or_passed_over_are_said() -> None:
    _, notes = edited([], kind="later", parts=["M3"], words="the body parts stuff")
    assert notes[0] == "I took “the body parts stuff” to mean “Learn anatomy and terms”."
    _, notes = edited([], kind="unclear", words="move the resume to the front")
    assert "move the resume to the front" in notes[0]


def test_a_time_that_was_wanted_is_answered_where_it_fits() -> None:
    profile = CODER.model_copy(update={"horizon_weeks": 60})
    assert "It fits into 60 weeks" in plan_difference(FIRST, drafted([], profile))
