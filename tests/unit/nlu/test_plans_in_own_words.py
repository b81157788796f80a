"""What people want different in a plan, in their own words: more or less time for a part, what stays, what it is about."""

from dataclasses import replace
from datetime import date

import pytest

from agent.models import DialogueState, Outlook, Plan, Profile
from agent.nlu.by_parts import wishes_beside
from agent.nlu.changes_beside import changes_a_part
from agent.nlu.pieces import nameless, pieces
from agent.nlu.plan_beside import told_beside
from agent.nlu.plan_changes import Read, read_plan_changes
from agent.nlu.plan_marks import marks_in
from agent.nlu.progress_told import read_progress, with_progress
from agent.nlu.questions_beside import apart_from_questions
from agent.nlu.step_marks import with_steps
from agent.nlu.tagger import default_tagger
from agent.nlu.tagging import tag
from agent.nlu.values.periods import periods_in
from agent.plans.named import named
from tests.unit.nlu.threads import APPROVED, WAITS
from tools.roadmap.models import Milestone

TODAY = date(2026, 11, 29)
STEPS = (
    ("M1", "Walk a roof with a crew", "Ask a foreman for a morning on site and watch the tear-off."),
    ("M2", "Sort the safety card", "Take the ten-hour course and keep the card."),
    ("M3", "Measure with the drone", "Fly three houses and draw the roof planes."),
    ("M4", "Pass the surveyor exam", "Study the manual and book the exam."),
    ("M5", "Apply to insurers", "Send five applications to claims offices."),
)
PLAN = Plan(
    start="2026-11-29",
    milestones=[
        Milestone(
            id=name, title=title, skills=[title], start_week=at, end_week=at, hours=5, proof="", does=does
        )
        for at, (name, title, does) in enumerate(STEPS, 1)
    ],
    outlook=Outlook(target="Roof inspector", hours_per_week=5),
)


def changes(text: str) -> Read:
    message = with_steps(tag(text, ("draft",), default_tagger(), WAITS), PLAN)
    beside = told_beside(message, PLAN, 5, TODAY)
    return read_plan_changes(beside.message, PLAN, beside.facts, DialogueState(), beside)


@pytest.mark.parametrize(
    ("text", "kind", "part"),
    [
        ("half of the drone part would be plenty", "less", "M3"),
        ("make the drone part about barns", "project", "M3"),
        ("don't drop the safety card", "keep", "M2"),
        ("the surveyor exam can wait", "later", "M4"),
    ],
)
def test_a_part_is_wanted_otherwise(text: str, kind: str, part: str) -> None:
    assert [(each.kind, each.parts) for each in changes(text).changes] == [(kind, [part])]


def test_what_is_to_stay_stands_beside_a_cut() -> None:
    found = changes("too long, trim it but don't touch the drone part").changes
    assert [each.kind for each in found] == ["shorter", "keep"] and found[1].parts == ["M3"]


def test_all_of_it_moves_by_a_length() -> None:
    facts = told_beside(
        tag("push everything back by two weeks", ("draft",), default_tagger(), WAITS), PLAN, 5, TODAY
    ).facts
    assert [(each.field, each.value) for each in facts] == [("start_date", "2026-12-13")]


def test_a_word_of_what_is_done_names_a_part_where_nothing_else_does() -> None:
    (found,) = changes("start with the foreman").changes
    assert (found.kind, found.parts) == ("first", ["M1"])


def test_everything_except_names_the_rest() -> None:
    assert named("everything except the drone and the exam", PLAN).parts == ("M1", "M2", "M5")


def test_reports_strung_together_are_read_one_by_one() -> None:
    message = with_steps(
        tag("I'm done with the first two, the third was too much", ("plan",), default_tagger(), APPROVED),
        PLAN,
    )
    assert read_progress(message, PLAN).done == ["the first two"]


def test_lost_time_is_a_report_though_a_draft_waits() -> None:
    message = replace(
        tag("lost two weeks to the flu", ("draft",), default_tagger(), WAITS), wishes=("feedback",)
    )
    found = with_progress(message, PLAN)
    assert found.wants("progress") and read_progress(found, PLAN).lost_weeks == 2


def test_what_stands_around_a_name_says_nothing() -> None:
    text = "the drone part can wait"
    cut = pieces(text, marks_in(tag(text, ("draft",), default_tagger(), WAITS), PLAN))
    assert [nameless(*each) for each in cut] == ["this part can wait"]


def test_a_complaint_about_a_step_wants_it_otherwise() -> None:
    message = with_steps(tag("leave out the safety card please", ("draft",), default_tagger(), WAITS), PLAN)
    assert changes_a_part(message, PLAN)


def test_a_time_until_a_day_begins_today_and_hours_at_work_are_none_to_study() -> None:
    assert [str(each) for each in periods_in("busy till dec 24", TODAY)] == ["2026-11-29..2026-12-24"]
    assert [str(each) for each in periods_in("january, 12 hour days", TODAY)] == ["2027-01-01..2027-01-31"]
    assert [str(each) for each in periods_in("black friday through new years", TODAY)] == [
        "2026-11-29..2027-01-01"
    ]


def test_a_step_before_anything_else_goes_first() -> None:
    (found,) = changes("put in that I renew my pilot card before anything else").changes
    assert (found.kind, found.at) == ("own_step", "start")


def test_what_is_to_go_is_no_step_of_their_own() -> None:
    found = changes("make it 8 hours and take out anything about ladders").changes
    assert all(each.kind != "own_step" for each in found)


def test_hours_beside_a_new_beginning_are_those_of_every_week() -> None:
    message = tag("move the start to february and make it 3 hours", ("draft",), default_tagger(), WAITS)
    beside = told_beside(message, PLAN, 5, TODAY)
    assert [each.field for each in beside.facts] == ["start_date"]
    assert "hrs" in {each.label for each in beside.message.mentions}


def test_what_is_asked_beside_a_change_is_answered_and_changes_nothing() -> None:
    text = "drop the drone part. and how do I ask my foreman for mondays off?"
    whole = with_steps(tag(text, ("draft",), default_tagger(), WAITS), PLAN)
    message, asked = apart_from_questions(whole, default_tagger())
    wishes = wishes_beside(asked, DialogueState(), Profile(), TODAY)
    assert (message.wishes, [each.name for each in wishes]) == (("feedback",), ["words"])
    read = read_plan_changes(message, PLAN, [], DialogueState(), told_beside(message, PLAN, 5, TODAY))
    assert [(each.kind, each.parts) for each in read.changes] == [("leave_out", ["M3"])]


def test_other_hours_are_a_change_whatever_else_is_asked() -> None:
    message = tag(
        "make it 10 hrs and tell me what an inspector makes here", ("draft",), default_tagger(), WAITS
    )
    assert changes_a_part(message, PLAN)


def test_a_change_beside_a_question_is_one() -> None:
    text = "make it 4 hours in december and 8 after that. also do inspectors travel much?"
    message, asked = apart_from_questions(tag(text, ("draft",), default_tagger(), WAITS), default_tagger())
    assert message.wants("feedback") and len(asked) == 1
    only = tag("would it be done by may? and what is M3 about?", ("draft",), default_tagger(), WAITS)
    assert apart_from_questions(only, default_tagger()) == (only, [])
