"""The plan on one screen: what it must say, in how many lines, and that its figures stand in evidence."""

import pytest

from agent.grounding import check_plan
from agent.models import Plan, Profile, Progress
from agent.plans.drafting import draft_plan
from agent.plans.summary import hours_in_words, summary_lines, summary_markdown, summary_parts
from tests.prose.replies import check_answer
from tests.unit.writing.states import CONTEXT, planned_state
from tests.unit.writing.test_drafting import DEVELOPER, NURSE

LINES = 15
HOURLY = Profile(target_role="cook", current_role="actor", location="Ohio", hours_per_week=4)
PAID = Profile(target_role="data analyst", present_pay=52_000)
ABROAD = Profile(target_role="welder", location="Berlin", hours_per_week=5)
APPRENTICE = Profile(target_role="electrician", current_role="cook", location="Boise", hours_per_week=6)
LAID_OFF = Profile(target_role="data analyst", former_role="accountant", present_pay=128_000)
NOBODY = Profile(target_role="glimmerwright")
EVERYBODY = [DEVELOPER, NURSE, HOURLY, PAID, ABROAD, NOBODY, APPRENTICE, LAID_OFF]


def summary(profile: Profile) -> str:
    return "\n".join(summary_lines(draft_plan(planned_state(profile), CONTEXT)))


@pytest.mark.parametrize("profile", EVERYBODY)
def test_it_fits_on_a_screen(profile: Profile) -> None:
    plan = draft_plan(planned_state(profile), CONTEXT)
    head, milestones, step = summary_parts(plan)
    assert len(head) + len(step) <= LINES and len(milestones) == len(plan.milestones)
    assert all("\n" not in line for line in (*head, *milestones, *step))


@pytest.mark.parametrize("profile", EVERYBODY)
def test_every_figure_stands_in_the_evidence_it_cites(profile: Profile) -> None:
    state = planned_state(profile)
    plan = draft_plan(state, CONTEXT)
    head, milestones, _ = summary_parts(plan)
    text = "\n".join(f"- {line}" for line in (*head, *milestones))
    assert check_answer(text, state["evidence"], profile, CONTEXT.today) == []


def test_it_says_where_to_by_when_for_what_and_what_first() -> None:
    told = summary(DEVELOPER)
    assert "AI engineer" in told and "done by 26 June 2027" in told and "eight in ten" in told
    assert "10 hours a week" in told and "31 weeks" in told and "you have 26 weeks" in told
    assert "**Pay now**" in told and "**Pay then**" in told and "Austin" in told and "(May 2025)" in told
    assert "**Jobs**: 31,960 software developers" in told
    assert "from your 4 years as a back-end developer" in told and "Docker (known already)" in told
    assert "M1 " in told and "**First step**: Week 1" in told


def test_pay_that_was_told_stands_for_pay_now() -> None:
    assert "**Pay now**: your $52,000 a year." in summary(PAID)


def test_pay_of_a_job_that_is_over_is_pay_before() -> None:
    state = planned_state(LAID_OFF)
    plan = draft_plan(state, CONTEXT)
    told = "\n".join([*summary_lines(plan), *(claim.text for claim in plan.sections[0].claims)])
    assert "**Pay before**: your $128,000 a year." in told and "You earned $128,000 a year before." in told
    assert "Pay now" not in told and " now." not in told
    assert check_plan(plan, state["evidence"], LAID_OFF, CONTEXT.today) == []
    spanish = summary_markdown(plan.model_copy(update={"language": "es"}))
    assert "**Sueldo anterior**: los $128,000 al año indicados." in spanish


def test_what_was_done_is_told_as_done() -> None:
    state = planned_state(DEVELOPER)
    state["progress"] = Progress(done=["Docker"])
    told = "\n".join(summary_lines(draft_plan(state, CONTEXT)))
    assert "Docker (done already)" in told and "Docker (known already)" not in told


def test_what_is_not_known_is_said() -> None:
    told = summary(ABROAD)
    assert "$" not in told and told.count("not known") == 2
    assert "no date of finish" in summary(NOBODY)


def test_steps_stand_with_dates_and_hours_and_what_comes_after_them_in_words() -> None:
    plan = draft_plan(planned_state(APPRENTICE), CONTEXT)
    head, milestones, step = summary_parts(plan)
    assert "at the door by" in head[0] and "eight in ten are there" in head[0]
    assert any(line.startswith("**After that**: The way in for electricians is usually") for line in head)
    for line, held in zip(milestones, plan.milestones, strict=True):
        assert line.startswith(f"{held.id} {held.title}: ") and f", {held.hours:g} hour" in line
    assert plan.milestones[0].does in step[0]
    assert "learn" not in "\n".join(head)


@pytest.mark.parametrize(("hours", "said"), [(406.5, 407), (459.5, 460), (240.4, 240), (240.6, 241)])
def test_a_sum_of_hours_is_rounded_half_up(hours: float, said: int) -> None:
    assert hours_in_words(hours) == f"about {said} hours"


def test_a_plan_from_before_has_its_dates_and_milestones() -> None:
    plan = draft_plan(planned_state(DEVELOPER), CONTEXT).model_copy(update={"outlook": None})
    assert "done by 26 June 2027" in summary_markdown(plan) and "M7" in summary_markdown(plan)
    assert summary_markdown(Plan()).startswith("- **Your plan**")


def test_an_outlook_that_its_evidence_does_not_hold_is_a_violation() -> None:
    state = planned_state(DEVELOPER)
    plan = draft_plan(state, CONTEXT)
    assert plan.outlook is not None
    first = plan.outlook.pay_then[0]
    wrong = first.model_copy(update={"figure": first.figure.model_copy(update={"value": 1})})
    plan.outlook.pay_then[0] = wrong
    found = check_plan(plan, state["evidence"], DEVELOPER, CONTEXT.today)
    assert [violation.where for violation in found] == ["outlook"]
