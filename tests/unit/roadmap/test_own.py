"""Steps of the person's own in a roadmap: in their place, dated, counted, and held by evidence; parts with more time."""

from datetime import date

import pytest

from tools.roadmap import generate
from tools.roadmap.models import OwnStep, RoadmapDocument
from tools.roadmap.own_steps import USUAL_HOURS

START = date(2027, 1, 4)
CALL = OwnStep(title="Call the privacy officer")


def titles(document: RoadmapDocument) -> list[str]:
    return [milestone.title for milestone in document.milestones]


@pytest.mark.parametrize("role", ["911 dispatcher", "data analyst"])
def test_an_own_step_is_dated_counted_and_held_by_evidence(role: str) -> None:
    plain, own = (generate(role, [], 6, start=START, own=steps) for steps in ([], [CALL]))
    held = next(milestone for milestone in own.milestones if milestone.own)
    assert held.title == CALL.title and held.skills == [CALL.title] and held.hours == USUAL_HOURS
    assert held.start_date and held.end_date and held.does == "Call the privacy officer."
    assert float(own.total_hours) == pytest.approx(float(plain.total_hours) + USUAL_HOURS)
    assert [each.id for each in own.milestones] == [
        f"M{place}" for place in range(1, len(own.milestones) + 1)
    ]
    figures = [figure for item in own.evidence for figure in item.figures if figure.subject == CALL.title]
    assert any(figure.value == USUAL_HOURS and figure.unit == "hours" for figure in figures)
    assert any("You told no hours for “Call the privacy officer”" in note for note in own.notes)
    told = generate(role, [], 6, start=START, own=[CALL.model_copy(update={"hours": 5})])
    assert next(each.hours for each in told.milestones if each.own) == 5
    assert not any("You told no hours" in note for note in told.notes)


def test_an_own_step_stands_where_it_was_put_and_never_behind_the_application() -> None:
    def at(place: str, of: str = "") -> list[str]:
        step = OwnStep.model_validate({"title": "Mine", "place": place, "of": [of] if of else []})
        return titles(generate("911 dispatcher", [], 6, own=[step]))

    plain = titles(generate("911 dispatcher", [], 6))
    assert at("start")[0] == "Mine" and at("end")[-2:] == ["Mine", plain[-1]]
    assert at("before", plain[3]).index("Mine") == 3 and at("after", plain[3]).index("Mine") == 4
    assert at("before", "Yodelling")[-2] == "Mine"
    first = generate("911 dispatcher", [], 6, first=[plain[4]], own=[OwnStep(title="Mine", place="start")])
    assert titles(first)[:2] == ["Mine", plain[4]]


def test_among_skills_what_runs_goes_on_after_an_own_step() -> None:
    plain = generate("data analyst", [], 6, start=START)
    second = plain.milestones[1]
    step = OwnStep(title="Mine", place="before", of=second.skills[:1], hours=12)
    document = generate("data analyst", [], 6, start=START, own=[step])
    at = titles(document).index("Mine")
    assert titles(document)[at + 1] == second.title
    assert document.milestones[at + 1].start_week == second.start_week + 2
    assert document.weeks == plain.weeks + 2


def test_what_is_to_have_more_time_takes_the_upper_end_of_its_hours() -> None:
    plain = {each.title: float(each.hours) for each in generate("911 dispatcher", [], 6).milestones}
    slow = generate("911 dispatcher", [], 6, slow=["Typing at test speed"])
    found = {each.title: float(each.hours) for each in slow.milestones}
    assert found["Typing at test speed"] > plain["Typing at test speed"]
    assert {title for title in plain if plain[title] != found[title]} == {"Typing at test speed"}
    assert any("More time for Typing at test speed" in note for note in slow.notes)
    hours = [float(generate("data analyst", [], 6, slow=names).total_hours) for names in ([], ["SQL"])]
    assert hours[1] > hours[0]


def test_steps_of_theirs_alone_stand_where_they_were_put() -> None:
    steps = titles(generate("paralegal"))
    own = [
        OwnStep(title="Learn Python", place="end", hours=10),
        OwnStep(title="Send applications", place="start", hours=5),
        OwnStep(title="Call the agency", place="start", hours=2),
    ]
    document = generate("paralegal", hours_per_week=6, without=steps, own=own)
    assert titles(document) == ["Send applications", "Call the agency", "Learn Python"]
