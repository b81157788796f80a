"""How far a person is with the plan they work by."""

from datetime import date

from agent.models import Plan, Progress
from agent.plans.how_far import how_far, plan_in_work
from tests.unit.writing.test_rendering import FIRST, PLAN

SECOND = FIRST.model_copy(
    update={"id": "M2", "title": "Go on", "skills": ["Docker"], "start_week": 5, "end_week": 6, "hours": 10}
)
WORKED = PLAN.model_copy(update={"milestones": [FIRST, SECOND]})


def test_the_delivered_plan_is_the_one_that_is_worked_by() -> None:
    revision = WORKED.model_copy(update={"version": 2})
    assert plan_in_work(WORKED, revision) is WORKED
    assert plan_in_work(None, revision) is revision
    assert plan_in_work(None, None) is None


def test_what_is_done_now_and_next() -> None:
    found = how_far(WORKED, Progress(done=["SQL"]), [], date(2026, 12, 1))
    assert (found.week, found.weeks, found.hours_done, found.hours) == (2, 6, 20.0, 50.0)
    assert found.done == () and found.due == ()
    assert [each.id for each in found.now] == ["M1"] and found.next and found.next.skills_left == ["Git"]
    assert found.finish == date(2027, 1, 2)


def test_what_is_overdue_is_named() -> None:
    found = how_far(WORKED, Progress(done=["Docker"]), [], date(2026, 12, 30))
    assert [each.id for each in found.due] == ["M1"] and [each.id for each in found.done] == ["M2"]
    assert found.now == () and found.week == 6


def test_all_is_done() -> None:
    found = how_far(WORKED, Progress(done=["SQL", "Git", "Docker"]), [], date(2026, 12, 30))
    assert found.next is None and found.hours_done == found.hours


def test_a_plan_without_milestones_has_no_finish() -> None:
    found = how_far(Plan(), None, [], date(2026, 12, 1))
    assert found.finish is None and found.weeks == 0 and found.week == 1
