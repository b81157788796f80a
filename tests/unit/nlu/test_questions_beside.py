"""What is asked beside a remark on a plan that waits, and demands of several kinds in one message."""

from datetime import date

from agent.models import DialogueState, Outlook, Plan, Profile
from agent.nlu.by_parts import wishes_beside, wishes_of
from agent.nlu.changes_beside import hopes_for_sooner
from agent.nlu.plan_beside import Beside, told_beside
from agent.nlu.questions_beside import apart_from_questions
from agent.nlu.tagger import default_tagger
from agent.nlu.tagging import tag
from tests.unit.nlu.threads import WAITS
from tools.roadmap.models import Milestone

TODAY = date(2026, 11, 29)
PLAN = Plan(
    start="2026-11-29",
    milestones=[
        Milestone(
            id=f"M{at}",
            title=title,
            skills=[title],
            start_week=at,
            end_week=at,
            hours=5,
            proof="",
            end_date=f"2027-0{at}-28",
        )
        for at, title in enumerate(("Statistics", "Docker", "React"), 1)
    ],
    outlook=Outlook(target="web developer", hours_per_week=10),
)


def told(text: str, hours: float = 10) -> Beside:
    return told_beside(tag(text, ("draft",), default_tagger(), WAITS), PLAN, hours, TODAY)


def facts(text: str) -> dict[str, object]:
    return {each.field: each.value for each in told(text).facts}


def test_a_question_beside_a_remark_is_read_by_itself() -> None:
    message = tag("drop the statistics, and what does it pay again?", ("draft",), default_tagger(), WAITS)
    rest, asked = apart_from_questions(message, default_tagger())
    assert rest.wants("feedback") and "pay" not in rest.text
    assert [each.name for each in wishes_beside(asked, DialogueState(), Profile(), TODAY)] == ["pay"]


def test_a_mere_remark_keeps_its_words() -> None:
    message = tag("can you drop the statistics?", ("draft",), default_tagger(), WAITS)
    assert apart_from_questions(message, default_tagger()) == (message, [])


def test_several_questions_to_a_plan_are_read_part_by_part() -> None:
    message = tag(
        "do I have to do weekends? and what do nurses make in Denver?", ("draft",), default_tagger(), WAITS
    )
    found = wishes_of(message, DialogueState(), Profile(), TODAY)
    assert [(each.name, each.kind) for each in found] == [("about_plan", "days"), ("pay", None)]


def test_a_start_after_a_holiday_is_its_day() -> None:
    assert facts("hold it all off till after christmas") == {"start_date": "2026-12-28"}


def test_a_day_before_which_a_part_is_not_to_come_is_no_deadline() -> None:
    assert not told("no docker before summer").message.of("hor")


def test_a_step_of_ones_own_goes_where_its_date_is() -> None:
    (step,) = told("squeeze in a coffee with my old foreman, end of february").changes
    assert (step.at, step.parts) == ("after", ["M2"])


def test_a_step_before_anything_else_comes_first() -> None:
    (step,) = told("put in a call to my old teacher before anything else").changes
    assert (step.at, step.parts) == ("start", [])


def test_hours_of_every_week_are_none_of_a_step() -> None:
    (step,) = told("put in a visit to the union hall, and 4 hours a week from january").changes
    assert step.hours is None


def test_a_hope_for_sooner_stands_beside_a_feeling() -> None:
    message = tag("I'm so scared of this. can it be done any faster", ("draft",), default_tagger(), WAITS)
    assert hopes_for_sooner(message)
