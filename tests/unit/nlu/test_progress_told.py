"""What a report finishes of a plan of steps, and what it only tells of the way there."""

from functools import cache

import pytest

from agent.context import CoachContext
from agent.models import Plan, Profile, Understanding
from agent.nlu.mentions import Message
from agent.nlu.progress_told import read_progress, told_of, with_progress
from agent.nlu.step_marks import with_steps
from agent.nlu.tagger import default_tagger
from agent.nlu.tagging import tag
from agent.nlu.values.durations import parse_weeks
from agent.plans.drafting import draft_plan
from agent.plans.named import named
from agent.plans.progress import Told
from tests.unit.coaching.replying import TODAY
from tests.unit.nlu.threads import APPROVED
from tests.unit.writing.states import planned_state

# Watch the counter and ask; Check the board's door; Learn the top drugs; Do pharmacy arithmetic; ...
CLERK = Profile(target_role="pharmacy technician", current_role="cook", hours_per_week=5, location="Boise")


@cache
def plan() -> Plan:
    return draft_plan(planned_state(CLERK), CoachContext(today=TODAY))


def read(text: str) -> Told:
    message = tag(text, ("plan",), default_tagger(), APPROVED)
    return read_progress(with_steps(Message(text, message.mentions, ("progress",)), plan()), plan())


@pytest.mark.parametrize(
    ("text", "part"),
    [("M2 is done", "M2"), ("finished the pharmacy arithmetic", "M4"), ("step 3 is complete", "M3")],
)
def test_a_part_that_is_named_and_done_is_done(text: str, part: str) -> None:
    told = read(text)
    assert {each for name in told.done for each in named(name, plan()).parts} == {part}
    assert told.did is None  # the plan says as much


@pytest.mark.parametrize(
    "text",
    [
        "I made 40 flash cards and knew 31 of them this morning",
        "practiced counting pills by fives with my mother",
        "did two lessons of the arithmetic",
        "I can type 41 words a minute now, it was 25 before",
        "half of M3 is behind me",
    ],
)
def test_what_somebody_did_on_the_way_finishes_nothing_and_is_kept(text: str) -> None:
    told = read(text)
    assert told.done == [] and told.did is not None and told.did in text


def test_what_is_only_like_a_part_is_asked_about() -> None:
    told = read("learned all of the 200 drug names on the list")
    assert told.done == [] and told.near == "Learn the top drugs"
    assert read("half of M3 is behind me").near is None


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        ("did nothing for two weeks, quarter end was hell", 2),
        ("I lost a week to the flu. Then I lost two weeks to the move.", 3),
        ("I lost last week to the flu", 1),
    ],
)
def test_lost_weeks_are_those_that_are_counted(text: str, weeks: int) -> None:
    assert read(text).lost_weeks == weeks


def test_a_length_may_have_to_say_how_many() -> None:
    assert parse_weeks("month end") == 4 and parse_weeks("month end", counted=True) is None
    assert parse_weeks("month end, two weeks", counted=True) == 2


def test_a_report_is_one_whatever_it_was_taken_for() -> None:
    text = "I do 38 words a minute now, before it was 22"
    message = Message(text, (), ("correct",))
    assert with_progress(message, plan()).wishes == ("progress",)
    sure = Message(text, (), ("correct",), firm=("correct",))
    assert with_progress(sure, plan()) is sure
    assert with_progress(Message("so what comes next", (), ("next_step",)), plan()).wishes == ("next_step",)


def test_hours_that_something_took_are_no_hours_of_every_week() -> None:
    text = "went over the flash cards with my sister twice, took me 3 hours"
    message = tag(text, ("plan",), default_tagger(), APPROVED)
    facts = [{"field": "hours_per_week", "value": 3}, {"field": "location", "value": "Reno"}]
    told = Understanding.model_validate({"changes": facts})
    kept = told_of(told, Message(text, message.mentions, ("progress",)), plan())
    assert [each.field for each in kept.changes] == ["location"] and kept.did


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("week 1 done", ["M1", "M2"]),
        ("two weeks in and I like it", ["M1", "M2"]),
        ("I finished the first week", ["M1", "M2"]),
        ("weeks 1 to 4 are behind me", ["M1", "M2", "M3"]),
        ("I lost week 1 to the flu", []),
        ("the first week was lost", []),
        ("finished my flash cards in one week", []),
        ("week 1 is harder than I thought", []),
    ],
)
def test_weeks_that_are_behind_finish_what_ends_by_then(text: str, parts: list[str]) -> None:
    ends = [each.id for each in plan().milestones if each.end_week <= read(text).weeks]
    assert [each for each in read(text).done if each.startswith("M")] == ends
    assert ends[:2] == parts[:2] and bool(ends) == bool(parts)


def test_a_part_that_is_named_otherwise_beside_the_weeks_stays_open() -> None:
    told = read("week 4 done, but the top drugs still make me mad")
    assert "M1" in told.done and "M3" not in told.done


def test_lost_weeks_may_be_named_by_their_numbers() -> None:
    assert read("I lost weeks 2 and 3 to the flu").lost_weeks == 2


def test_what_comes_next_is_not_done() -> None:
    assert {
        part
        for name in read("finished the pharmacy arithmetic. on to the top drugs").done
        for part in named(name, plan()).parts
    } == {"M4"}
