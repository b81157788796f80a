"""What is said about a plan whose milestones are steps to the door of an occupation."""

from functools import cache
from typing import Any

import pytest

from agent.context import CoachContext
from agent.models import Plan, Profile, Progress
from agent.plans.drafting import draft_plan
from tests.unit.coaching.replying import TODAY, reply, wish
from tests.unit.writing.states import planned_state

COOK = Profile(target_role="electrician", current_role="cook", hours_per_week=6, location="Boise")
NOBODY = Profile(target_role="glimmerwright", hours_per_week=6)


@cache
def _drafted(told: str) -> tuple[Plan, Any]:
    state = planned_state(Profile.model_validate_json(told))
    return draft_plan(state, CoachContext(today=TODAY)), tuple(state["evidence"])


def working(profile: Profile = COOK) -> dict[str, Any]:
    plan, evidence = _drafted(profile.model_dump_json())
    return {"profile": profile, "plan": plan, "evidence": evidence}


def test_the_first_step_is_said_with_what_to_do_hours_and_proof() -> None:
    first, second, *_ = working()["plan"].milestones
    said = reply(wish("next_step"), **working())
    assert first.does.rstrip(".") in said.text and first.title in said.text and second.title in said.text
    assert f"{first.hours:g} hours" in said.text and first.proof.rstrip(".") in said.text
    assert "skill" not in said.text and said.unsupported == []


def test_a_plan_without_milestones_never_says_that_all_is_done() -> None:
    said = reply(wish("next_step"), **working(NOBODY))
    assert "done" not in said.text and "Step 1" in said.text


@pytest.mark.parametrize("replanned", [True, False])
def test_when_every_step_is_taken_the_answer_is_waited_for(replanned: bool) -> None:
    given = working()
    titles = [each.title for each in given["plan"].milestones]
    given["progress"] = Progress(done=titles)
    if replanned:
        outlook = given["plan"].outlook.model_copy(update={"done": titles})
        given["plan"] = given["plan"].model_copy(update={"milestones": [], "outlook": outlook})
    assert reply(wish("next_step"), **given).text.startswith("Every step of your plan is taken")


@pytest.mark.parametrize("kind", ["finish", "order", "size", "far", "proof", None])
def test_questions_about_it_speak_of_steps_and_not_of_study(kind: str | None) -> None:
    said = reply(wish("about_plan", kind=kind), **working())
    assert "study" not in said.text and "learn" not in said.text.replace("learned", "")
    assert said.unsupported == []


def test_when_it_ends_says_what_comes_after_the_door() -> None:
    said = reply(wish("about_plan", kind="finish"), **working())
    assert said.text.startswith("By this plan you are at the door") and "apprenticeship" in said.text


def test_a_step_that_is_asked_about_says_what_to_do() -> None:
    second = working()["plan"].milestones[1]
    said = reply(wish("about_plan", part="M2"), **working())
    assert second.does.rstrip(".") in said.text and "of your own time" in said.text and said.unsupported == []


def test_progress_names_the_next_step_once() -> None:
    given = working()
    first, second, *_ = given["plan"].milestones
    given |= {"progress": Progress(done=[first.title]), "done": ("M1",)}
    said = reply(wish("progress"), **given)
    assert f"{first.title}: done" in said.text and f"Next is “{second.title}”." in said.text


def test_how_long_counts_the_weeks_to_the_door_and_tells_the_schooling() -> None:
    said = reply(wish("how_long", "electrician"), profile=COOK)
    assert "apprenticeship" in said.text and "To its door it is about" in said.text
    assert "6 hours a week" in said.text and said.unsupported == []
    assert "10 hours a week" in reply(wish("how_long", "electrician"), profile=Profile()).text
    assert "into a plan" in reply(wish("realistic", "electrician"), profile=Profile()).text
