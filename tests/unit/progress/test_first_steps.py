"""Changes of a plan that has first steps and no milestones."""

from agent.models import Plan, PlanChange
from agent.plans.changes import change_edits
from agent.plans.edits import apply_edits

PLAN = Plan(next_actions=["Week 1: read adverts.", "Week 2: ask somebody."])


def changed(*changes: PlanChange) -> tuple[list[str], list[str]]:
    edits, notes = change_edits(changes, PLAN, [])
    return apply_edits(PLAN, edits).next_actions, [note.said for note in notes]


def test_what_they_want_to_do_is_one_of_its_actions() -> None:
    actions, notes = changed(PlanChange(kind="own_step", words="call the hall"))
    assert actions == [*PLAN.next_actions, "Call the hall."] and notes == []
    actions, _ = changed(PlanChange(kind="own_step", words="typing", at="start"))
    assert actions == ["Typing.", *PLAN.next_actions]
    assert changed(PlanChange(kind="first", skills=["Linux"]))[0][0] == "Linux."


def test_what_they_want_to_do_goes_where_the_newest_word_puts_it() -> None:
    first = PlanChange(kind="own_step", words="call the hall", at="start")
    for moved in (
        PlanChange(kind="own_step", words="Call the hall", at="end"),
        PlanChange(kind="later", skills=["the call"]),
    ):
        edits, _ = change_edits([first], PLAN, [])
        edits, notes = change_edits([moved], PLAN, edits)
        assert apply_edits(PLAN, edits).next_actions == [*PLAN.next_actions, "Call the hall."] and notes == []
    assert changed(first, PlanChange(kind="leave_out", words="the call"))[0] == PLAN.next_actions


def test_what_finds_no_place_in_it_is_said() -> None:
    actions, notes = changed(PlanChange(kind="later", parts=["M2"]))
    assert actions == PLAN.next_actions and "first steps alone" in notes[0]


def test_it_is_taken_back_like_any_change() -> None:
    edits, _ = change_edits([PlanChange(kind="own_step", words="typing", at="start")], PLAN, [])
    assert change_edits([PlanChange(kind="put_back")], PLAN, edits)[0] == []
