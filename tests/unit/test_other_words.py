"""Parts of a plan named in other words: right nearly always where one is read, on pairs that people might say."""

import json
from functools import cache
from importlib.resources import files

from agent.models import Outlook, Plan
from agent.plans.other_words import NAME, PIECE, could_be, meant_by, naming_words
from tools.roadmap import generate
from tools.roadmap.models import Milestone
from tools.roadmap.steps import _steps
from tools.roadmap.tables import skills

ROWS = [
    json.loads(line)
    for line in files("prompts").joinpath("nlu/corpus/kinds/parts.jsonl").read_text("utf-8").splitlines()
]


@cache
def plan_of(name: str) -> Plan:
    """A plan of all steps of an occupation, or of the skills of a role, each a milestone."""
    if name in _steps():
        told = [(step.title, step.does, step.proof) for step in _steps()[name]]
    else:
        proofs = {row.name: row.proof for row in skills().values()}
        taught = [skill for each in generate(name, [], 6).milestones for skill in each.skills]
        told = [(skill, "", proofs[skill]) for skill in taught]
    milestones = [
        Milestone(
            id=f"M{at}",
            title=title,
            skills=[title],
            start_week=at,
            end_week=at,
            hours=1,
            proof=proof,
            does=does,
        )
        for at, (title, does, proof) in enumerate(told, start=1)
    ]
    return Plan(milestones=milestones, outlook=Outlook(target=name))


def test_five_in_six_readings_are_right_and_three_in_five_names_are_found() -> None:
    read = [(row, meant_by(row["t"], plan_of(row["plan"]))) for row in ROWS]
    told = [(row, each) for row, each in read if each is not None]
    right = [row for row, each in told if each and each.title == row["means"]]
    assert len(right) / len(told) >= 0.8
    assert len(right) / sum(row["means"] is not None for row in ROWS) >= 0.55


def test_what_names_nothing_is_asked_about_with_the_nearest() -> None:
    plan = plan_of("49-9021")
    assert meant_by("", plan) is None and could_be("", plan) == [] and meant_by("x", Plan()) is None
    assert all(milestone.title for milestone in could_be("the freon card", plan))
    assert NAME.least < PIECE.least


def test_the_words_that_name_it_are_found_in_a_sentence() -> None:
    plan = plan_of("49-9021")
    text = "can we drop the wiring diagrams please"
    start, end = naming_words(text, plan.milestones[4])
    assert "wiring" in text[start:end] and "please" not in text[start:end]
