"""Days of the week, lengths of sittings and hours of one part: none of them is hours of every week."""

import pytest

from agent.context import CoachContext
from agent.models import Plan, Profile
from agent.nlu.part_hours import part_hours
from agent.nlu.tagger import default_tagger
from agent.nlu.tagging import tag
from agent.nlu.values.rhythm import find_sitting, find_study_days
from agent.plans.drafting import draft_plan
from tests.unit.coaching.replying import TODAY
from tests.unit.nlu.threads import WAITS
from tests.unit.writing.states import planned_state


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("I can't sit more than half an hour at a time", 0.5),
        ("only 20 minutes at a time, please", 0.33),
        ("I lose it if I focus for longer than 45 minutes", 0.75),
        ("make it 10 hours", None),
        ("2 hours on tuesdays and thursdays", None),
    ],
)
def test_a_sitting_is_a_length_beside_words_for_one(text: str, hours: float | None) -> None:
    found = find_sitting(text)
    assert (found.hours if found else None) == hours


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("no weekends", 5),
        ("Tuesdays and Thursdays only.", 2),
        ("Weeknights only, never on Fridays", 4),
        ("Mondays, Fridays are out", 5),
        ("any day but Sunday works", 6),
        ("only 4 days in the week", 4),
        ("2 hours on tuesdays and thursdays", None),
        ("Mare stepped on my foot Friday, so no shoeing and plenty of time", None),
        ("We had a child last Thursday", None),
    ],
)
def test_study_days_are_those_that_are_left(text: str, days: int | None) -> None:
    found = find_study_days(text)
    assert (found.days if found else None) == days


def plan() -> Plan:
    profile = Profile(target_role="bookkeeper", hours_per_week=8, missing_skills=["Payroll"])
    return draft_plan(planned_state(profile), CoachContext(today=TODAY))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("payroll gets 30 hours, the rest as it is", [("Payroll", 30)]),
        ("add copywriting too, about 12 hours", [("copywriting", 12)]),
        ("make it 10 hours", []),
        ("payroll is fine, but I have 10 hours now", []),
    ],
)
def test_hours_beside_a_part_are_its_own(text: str, found: list[tuple[str, float]]) -> None:
    read = part_hours(tag(text, ("draft",), default_tagger(), WAITS), plan())
    assert [(each.words, each.hours) for each in read.changes] == found
