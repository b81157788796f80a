"""Facts, goals and progress that are told beside a plan, by the shipped weights or from tagged spans."""

from functools import cache

import pytest

from agent.models import DialogueState, Plan, Profile, ProfileChange, Subject, Understanding, Wish
from agent.nlu.facts import read_facts
from agent.nlu.mentions import Mention, Message
from agent.nlu.plan_goal import about_the_plan, other_goal
from agent.nlu.progress_told import read_progress
from agent.nlu.read import interpret
from agent.nlu.tagger import default_tagger
from agent.nlu.tagging import tag
from agent.plans.drafting import draft_plan
from agent.policy.offline import with_requests
from agent.state import CoachState
from tests.unit.coaching.plans import BACKEND
from tests.unit.nlu.threads import APPROVED, WAITS
from tests.unit.writing.states import CONTEXT, planned_state

SIX = Profile(hours_per_week=6)


@cache
def plan() -> Plan:
    return draft_plan(planned_state(BACKEND), CONTEXT)


def facts(text: str, *spans: tuple[str, str], wish: str = "feedback") -> dict[str, object]:
    mentions = tuple(
        Mention(label, words, text.index(words), text.index(words) + len(words)) for label, words in spans
    )
    told = read_facts(Message(text, mentions, (wish,), ("draft",)), SIX, CONTEXT.today)
    return {change.field: change.value for change in told.changes}


def test_a_share_of_the_hours_in_a_month_is_that_month_with_so_much_of_theirs() -> None:
    told = facts("half the hours in june please", ("hrs", "half the hours"), ("hor", "in june"))
    assert told == {"busy": ["2027-06-01..2027-06-30@3"]}
    assert facts("half the hours in june please") == told
    assert facts("twice the hours in june") == {"busy": ["2027-06-01..2027-06-30@12"]}


def test_a_share_of_the_hours_without_days_is_of_every_week() -> None:
    assert facts("cut my hours in half") == {"hours_per_week": 3}
    assert facts("what if I cut my hours in half", wish="about_plan") == {}


def test_days_of_the_week_within_a_month_are_these_days_alone() -> None:
    told = facts("no weekends in june", ("busy", "weekends in june"))
    assert told["busy"] == [f"2027-06-{day:02}..2027-06-{day + 1:02}" for day in (5, 12, 19, 26)]


@pytest.mark.parametrize(
    ("text", "goal"),
    [("no wait, cloud", "the cloud"), ("data. plan", "data"), ("yes, captain", None), ("yes go", None)],
)
def test_a_field_said_instead_of_consent_is_another_goal(text: str, goal: str | None) -> None:
    message = tag(text, ("draft",), default_tagger(), WAITS)
    said = Message(text, (), ("approve",), ("draft",), summary=message.summary)
    assert other_goal(said, plan()) == goal


def test_the_plans_own_job_said_with_consent_is_no_other_goal() -> None:
    outlook = plan().outlook
    assert outlook is not None
    said = Message(f"great, {outlook.target}", (), ("approve",), ("draft",))
    assert other_goal(said, plan()) is None


def test_a_job_that_is_only_asked_about_is_no_goal_beside_a_plan() -> None:
    told = [ProfileChange(field="target_role", value="cloud"), ProfileChange(field="location", value="Reno")]
    assert [change.field for change in about_the_plan(told, ["pay"])] == ["location"]
    assert about_the_plan(told, ["feedback", "pay"]) == told


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("done with the first milestone, two weeks early", ["first milestone"]),
        ("done with python, took me 4 weeks instead of 8", ["Python"]),
        ("finished M1 a week early!", ["M1"]),
    ],
)
def test_time_that_was_saved_is_none_that_was_lost(text: str, done: list[str]) -> None:
    told = read_progress(tag(text, ("plan",), default_tagger(), APPROVED))
    assert [item.casefold() for item in told.done] == [item.casefold() for item in done]
    assert told.lost_weeks == 0


@pytest.mark.parametrize(
    ("told", "topic", "job"),
    [
        ("cloud", "DevOps engineer", "cloud engineer"),
        ("devops", "cloud engineer", "DevOps engineer"),
        ("data analytics", None, "data analyst"),
        ("Analyst", "data analyst", "data analyst"),
        ("Analyst", "nurse", "Analyst"),
    ],
)
def test_a_goal_said_newly_is_the_job_that_the_field_or_the_talk_knows(
    told: str, topic: str | None, job: str
) -> None:
    thread = DialogueState(topic=Subject(role=topic))
    said = [ProfileChange(field="target_role", value=told)]
    read = Understanding(wishes=[Wish(name="plan")], changes=said, dialogue=thread)
    state = CoachState(profile=Profile(target_role="nurse"), dialogue=thread)
    assert with_requests(state, CONTEXT, read).changes[-1].value == job


def test_a_plan_asked_for_with_nothing_but_a_field_leads_there() -> None:
    message = Message("ok cloud then. plan it", (Mention("lack", "cloud", 3, 8),), ("plan",))
    before = Profile(target_role="devops")
    read = interpret(message, before, DialogueState(topic=Subject(role="devops")), CONTEXT)
    goals = [change.value for change in read.changes if change.field == "target_role"]
    assert goals == ["cloud"]
