"""Offline drafts stand on their own: the check finds nothing to take out, for any role and place."""

import itertools

import pytest

from agent.models import Plan
from agent.session.coach import Coach

ROLES = [
    "AI engineer", "AI backend engineer", "ML engineer", "MLOps engineer", "data engineer", "data analyst",
    "prompt engineer", "backend developer", "registered nurse", "electrician", "accountant", "dragon tamer", "ML engineering", "machine learning",
]  # fmt: skip
PLACES = ["Austin", "California", "Puerto Rico", "Berlin", "Portland", ""]
ABOUT = [
    "I'm a nurse with 6 hours a week and I know Excel.",
    "I'm a backend developer with 10 hours a week; I know Python, SQL and Docker.",
    "I have 3 hours a week, nothing technical yet, and six months.",
]
PEOPLE = [
    (f"{ABOUT[number % 3]} {f'I live in {place}. ' if place else ''}Make me a plan to become a {role}.")
    for number, (role, place) in enumerate(itertools.product(ROLES, PLACES))
]


@pytest.mark.slow
def test_nothing_has_to_be_taken_out_of_an_offline_draft() -> None:
    with Coach(offline=True) as coach:
        for number, message in enumerate(PEOPLE):
            reply = coach.ask(message, thread=str(number))
            assert reply.status == "awaiting_approval", message
            assert reply.review is not None
            assert "Taken out" not in reply.reply, (
                f"{message}\n{reply.reply[reply.reply.find('Taken out') :]}"
            )
            plan = Plan.model_validate(reply.review["action_requests"][0]["args"]["plan"])
            assert {"standing", "target", "pay", "market", "risks"} <= {
                section.id for section in plan.sections
            }
            assert len(plan.next_actions) == 3, message
