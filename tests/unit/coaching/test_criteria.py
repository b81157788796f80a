"""Which of several, by what the person asked for: how soon, how cheap, how sought, how paid, what the day is like."""

import pytest

from agent.models import Profile, Subject, Wish
from tests.unit.coaching.asking import Reply, ask

HERE = "Toledo, OH"


def chosen(kind: str | None, *roles: str, **profile: object) -> Reply:
    subjects = [Subject(role=role, place=HERE) for role in roles]
    wish = Wish.model_validate({"name": "which_first", "subjects": subjects, "kind": kind})
    return ask(wish, profile=Profile.model_validate(profile))


def test_the_quicker_way_in_is_named_with_how_both_are_entered() -> None:
    reply = chosen("soon", "licensed practical nurse", "registered nurse")
    assert reply.spoken.startswith("Licensed practical nurse is the quicker way in")
    assert reply.spoken.count("way in") >= 2 and reply.unsupported == []


def test_two_ways_of_the_same_schooling_are_told_apart_by_their_papers() -> None:
    reply = chosen("soon", "licensed practical nurse", "surgical technologist")
    assert reply.spoken.startswith("Neither is clearly quicker")
    assert "on paper" in reply.spoken and reply.unsupported == []


def test_of_two_roadmaps_the_shorter_is_sooner() -> None:
    reply = chosen("soon", "AI engineer", "data analyst", hours_per_week=6)
    assert reply.spoken.startswith("Data analyst is the quicker way") and reply.unsupported == []


def test_jobs_are_counted_in_the_place() -> None:
    reply = chosen("jobs", "licensed practical nurse", "surgical technologist")
    assert reply.spoken.startswith("There are more jobs for licensed practical nurses")
    assert "not counted" in reply.spoken
    assert reply.unsupported == []


def test_the_better_paid_is_named_with_the_difference() -> None:
    reply = chosen("pay", "welder", "electrician")
    assert (
        reply.spoken.startswith("Electrician pays more") and "$" in reply.spoken and reply.unsupported == []
    )


def test_fees_are_not_held() -> None:
    assert "fees are not held" in chosen("cheap", "licensed practical nurse", "registered nurse").spoken


def test_the_day_of_each_is_told() -> None:
    reply = chosen("day", "welder", "dental assistant")
    first, second = reply.spoken.split(". ")[:2]
    assert "welders" in first and "dental assistants" in second and "heavy" in first


@pytest.mark.parametrize("kind", ["soon", "jobs", "day", None])
def test_what_is_not_known_of_both_falls_back_to_the_usual_view(kind: str | None) -> None:
    assert chosen(kind, "welder", "vibe wrangler").spoken
