"""Subjects that the person named: parts of their own with hours, and what gives way to them."""

from datetime import date
from itertools import permutations

import pytest

from tools.roadmap import generate
from tools.roadmap.models import OwnStep, RoadmapDocument
from tools.roadmap.subjects import LEAST, MOST, USUAL, is_of_subjects

START = date(2027, 1, 4)


def parts(document: RoadmapDocument) -> dict[str, float]:
    return {each.title: float(each.hours) for each in document.milestones if each.subject}


def titles(document: RoadmapDocument) -> list[str]:
    return [each.title for each in document.milestones]


@pytest.mark.parametrize("role", ["bookkeeper", "data analyst"])
def test_a_subject_is_a_part_with_something_to_do_and_to_show(role: str) -> None:
    document = generate(role, [], 8, start=START, subjects=["sales tax"])
    part = next(each for each in document.milestones if each.subject)
    assert (part.title, part.skills, float(part.hours), part.own) == (
        "Sales tax",
        ["Sales tax"],
        USUAL[1],
        True,
    )
    assert is_of_subjects(part.does) and is_of_subjects(part.proof) and part.start_date
    held = [
        figure.value for item in document.evidence for figure in item.figures if figure.subject == part.title
    ]
    assert part.hours in held and any("“sales tax” counts" in note for note in document.notes)


def test_told_hours_count_then_a_share_up_to_what_the_skill_table_has_then_the_usual() -> None:
    own = [OwnStep(title="Payroll", hours=30, place=None)]
    assert parts(generate("bookkeeper", [], 8, subjects=["Payroll"], own=own)) == {"Payroll": 30}
    assert parts(generate("dispatcher", [], 8, subjects=["Excel", "typing"])) == {
        "Excel": 15,
        "Typing": USUAL[1],
    }
    shared = parts(generate("bookkeeper", [], 8, 10, subjects=["Payroll", "sales tax"]))
    assert len({*shared.values()}) == 1 and all(LEAST <= hours <= MOST for hours in shared.values())
    assert parts(generate("bookkeeper", [], 2, 10, subjects=["Payroll"])) == {"Payroll": LEAST}


def test_steps_that_are_not_core_wait_before_a_subject_does_and_stay_where_they_are_to() -> None:
    document = generate("bookkeeper", [], 8, 10, subjects=["Payroll", "sales tax"])
    assert document.feasible and document.later and not {*document.later} & {*titles(document)}
    assert any(note.startswith("Left for later") for note in document.notes)
    kept = generate("bookkeeper", [], 8, 10, subjects=["Payroll", "sales tax"], keep=document.later[:1])
    assert document.later[0] in titles(kept)
    assert generate("bookkeeper", [], 8, 10).later == []


def test_what_a_step_or_a_skill_is_named_by_is_no_part_of_its_own() -> None:
    named = generate("prosthetics technician", [], 5, subjects=["plastics", "plaster casts", "anatomy"])
    assert parts(named) == {}
    wider = generate("data analyst", [], 8, subjects=["SQL", "statistics"])
    assert parts(wider) == {} and "Probability and statistics" in {
        skill for each in wider.milestones for skill in each.skills
    }


def test_papers_and_the_job_itself_are_no_subjects_and_what_is_done_or_out_is_gone() -> None:
    asked = ["driver's license", "degree", "bookkeeper", "Payroll"]
    assert [*parts(generate("bookkeeper", [], 8, subjects=asked))] == ["Payroll"]
    assert parts(generate("bookkeeper", [], 8, subjects=asked, without=["Payroll"])) == {}
    assert parts(generate("bookkeeper", [], 8, subjects=asked, done=["payroll"])) == {}


def test_a_subject_comes_first_last_or_before_another_and_takes_more_or_less_time() -> None:
    def order(*own: OwnStep) -> list[str]:
        named = ["chemistry", "anatomy"]
        return titles(generate("mortuary science", [], 6, subjects=named, own=own))

    assert order()[1:3] == ["Chemistry", "Anatomy"]
    assert order(OwnStep(title="Anatomy", place="start"))[0] == "Anatomy"
    assert order(OwnStep(title="Anatomy", place="end"))[-2] == "Anatomy"
    swapped = order(
        OwnStep(title="Anatomy", place="before", of=["Chemistry"]),
        OwnStep(title="Chemistry", place="after", of=["Anatomy"]),
    )
    assert swapped[1:3] == ["Anatomy", "Chemistry"]
    slow = parts(generate("bookkeeper", [], 8, subjects=["Payroll"], slow=["Payroll"]))
    brief = parts(generate("bookkeeper", [], 8, subjects=["Payroll"], brief=["Payroll"]))
    assert brief["Payroll"] < USUAL[1] < slow["Payroll"]


def test_subjects_begin_where_the_step_that_shows_the_work_is_done() -> None:
    first = titles(generate("bookkeeper", [], 8, subjects=["Payroll"]))[0]
    assert titles(generate("bookkeeper", [], 8, subjects=["Payroll"], done=[first]))[0] == "Payroll"


def test_the_order_in_which_skills_of_the_table_are_named_changes_no_hours() -> None:
    found = [
        parts(generate("dispatcher", [], 8, 10, subjects=named))
        for named in permutations(["Excel", "typing", "TMS"])
    ]
    assert all(each == found[0] for each in found)
