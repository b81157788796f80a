"""Progress as facts: what is recorded, what of it a new plan is asked to keep, and what never comes back."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from agent.models import Plan, Profile, ProfileChange, Progress
from agent.models.changes import apply_changes
from agent.plans.progress import (
    Told,
    as_of,
    is_over,
    keep_ids,
    known_changes,
    record,
    skills_meant,
    taken_back,
    weeks_without_time,
    with_deadline,
)
from agent.plans.requests import plan_requests
from tools.roadmap import generate
from tools.roadmap.tool import generate_roadmap

START = date(2026, 3, 2)
ROADMAP = generate("AI engineer", ["Python"], 10)
PLAN = Plan(start=START.isoformat(), milestones=ROADMAP.milestones)
SKILLS = [skill for milestone in PLAN.milestones for skill in milestone.skills]


def test_a_milestone_stands_for_its_skills() -> None:
    first = PLAN.milestones[0]
    assert skills_meant("m1", PLAN) == first.skills == skills_meant(first.title, PLAN)
    assert skills_meant("the first milestone", PLAN) == skills_meant("milestone 1", PLAN) == first.skills
    assert skills_meant("last milestone", PLAN) == PLAN.milestones[-1].skills
    assert skills_meant("tenth step", Plan(milestones=PLAN.milestones[:2])) == []
    assert skills_meant("added up my first column with a Python script", PLAN) == []
    assert skills_meant("k8s", PLAN) == ["Kubernetes"] and skills_meant("M99", PLAN) == []


def test_more_lost_weeks_than_anybody_loses_are_none() -> None:
    assert record(Progress(), Told(lost_weeks=10**9), PLAN, START) == Progress()


@given(
    done=st.sets(st.sampled_from(SKILLS)),
    lost=st.integers(0, 12),
    passed=st.integers(0, 20),
    hours=st.integers(2, 30),
)
@settings(max_examples=60, deadline=None)
def test_replanning_never_moves_what_is_done(done: set[str], lost: int, passed: int, hours: int) -> None:
    today = START + timedelta(weeks=passed)
    told = Told(done=sorted(done), lost_weeks=lost)
    progress = record(Progress(), told, PLAN, today)
    profile = Profile(target_role="AI engineer", skills=["Python"], hours_per_week=hours)
    profile = apply_changes(profile, known_changes(progress, profile))
    request = plan_requests(profile, progress, today)[0]
    message = generate_roadmap.invoke(
        {"type": "tool_call", "id": "1", "name": request.name, "args": request.args}
    )
    planned = [skill for milestone in message.artifact.milestones for skill in milestone.skills]
    assert set(progress.done) == done
    assert not done & set(planned)
    assert set(planned) <= set(SKILLS)
    if planned:
        assert message.artifact.milestones[0].start_week == 1 + max(0, lost - passed)


def test_lost_weeks_that_are_past_need_no_place_in_the_plan() -> None:
    told = Told(lost_weeks=2)
    assert weeks_without_time(record(Progress(), told, PLAN, START + timedelta(weeks=6)), START) == []
    ahead = record(Progress(), told, PLAN, START)
    assert weeks_without_time(ahead, START) == [1, 2]
    assert weeks_without_time(ahead, START + timedelta(weeks=1)) == [1]
    assert weeks_without_time(ahead, START + timedelta(weeks=3)) == []


def test_a_horizon_shrinks_as_its_weeks_go_by() -> None:
    profile = Profile(horizon_weeks=10)
    progress = with_deadline(Progress(), Profile(), profile, START)
    later = START + timedelta(weeks=4)
    assert as_of(profile, progress, START) == profile
    assert as_of(profile, progress, later).horizon_weeks == 6
    assert with_deadline(progress, profile, profile, later) == progress
    end = START + timedelta(weeks=10)
    assert as_of(profile, progress, end).horizon_weeks is None and is_over(progress, end)


def test_the_newer_word_wins() -> None:
    progress = Progress(done=["Docker", "Kubernetes"])
    lacks = ProfileChange(field="missing_skills", op="add", value=["k8s"])
    assert taken_back(progress, [lacks]).done == ["Docker"]
    profile = Profile(missing_skills=["docker", "AWS"])
    known = apply_changes(profile, known_changes(progress, profile))
    assert known.missing_skills == ["AWS"] and known.skills == ["Docker", "Kubernetes"]


@given(done=st.sets(st.sampled_from(SKILLS)), hours=st.integers(2, 30))
@settings(max_examples=40, deadline=None)
def test_ids_stay_with_their_work_and_are_never_given_again(done: set[str], hours: int) -> None:
    again = generate("AI engineer", ["Python"], hours, done=sorted(done), missing=["Python"]).milestones
    kept = keep_ids(again, [PLAN])
    ids = [milestone.id for milestone in kept]
    assert len(set(ids)) == len(ids)
    before = {milestone.id: set(milestone.skills) for milestone in PLAN.milestones}
    for milestone in kept:
        if milestone.id in before:
            assert before[milestone.id] & set(milestone.skills)
            assert not before[milestone.id] <= done
        else:
            assert int(milestone.id[1:]) > len(PLAN.milestones)
        assert set(milestone.after) <= set(ids) - {milestone.id}
    assert [item.skills for item in kept] == [item.skills for item in again]
    assert keep_ids(again, []) == again


def test_a_plan_for_later_counts_from_its_start() -> None:
    profile = Profile(
        target_role="RAG", start_date="2026-04-06", busy=["2026-05-04..2026-05-17"], horizon_weeks=20
    )
    progress = with_deadline(Progress(), Profile(), profile, START)
    assert as_of(profile, progress, START).horizon_weeks == 15
    args = plan_requests(profile, progress, START)[0].args
    assert (args["start"], args["busy"], args["weeks"]) == ("2026-04-06", ["2026-05-04..2026-05-17"], 15)
    later = plan_requests(profile, progress, date(2026, 5, 18))[0].args
    assert later["start"] == "2026-05-18" and "busy" not in later


def test_a_skill_known_a_little_reaches_the_roadmap_as_such() -> None:
    held = Profile(
        target_role="data engineer",
        skills=["SQL", "Java", "Python"],
        # Threads of version 0.1.0 kept years in the same place.
        skill_levels={"SQL": "a bit of SQL", "Python": "4 years of Python"},
    )
    args = plan_requests(held)[0].args
    assert (args["skills"], args["some"]) == (["Java", "Python"], ["SQL"])
