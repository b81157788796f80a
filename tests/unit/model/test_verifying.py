"""What a model read is kept only where the person's words support it."""

from datetime import date
from typing import Any

import pytest

from agent.context import CoachContext
from agent.models import Profile, ProfileChange
from agent.models.changes import apply_changes
from agent.policy.model.reading import model_details, verified
from agent.policy.model.wire import WantedCall, read_reading
from agent.policy.offline import OfflinePolicy
from tests.unit.model.states import state_of

CONTEXT = CoachContext(today=date(2026, 11, 2))


def read(*texts: str, profile: Profile | None = None, **given: Any) -> Any:
    state = state_of(*texts, profile=profile or Profile())
    witness = OfflinePolicy().understand(state, CONTEXT)
    return verified(read_reading({"changes": [], **given}, []), state, witness)


def profile_after(*texts: str, changes: list[dict[str, Any]], profile: Profile | None = None) -> Profile:
    understanding = read(*texts, profile=profile, changes=changes)
    return apply_changes(profile or Profile(), understanding.changes)


def change(field: str, value: Any, op: str = "set") -> dict[str, Any]:
    return {"field": field, "op": op, "value": value}


@pytest.mark.parametrize(
    ("message", "given"),
    [
        ("Hello there", change("location", "Oslo")),
        ("Hello there", change("hours_per_week", 10)),
        ("I have 4 years of experience", change("hours_per_week", 4)),
        ("I want to earn $90,000", change("target_salary", 120000)),
        ("I don't know Kubernetes", change("skills", ["Kubernetes"], "add")),
        ("I know Kubernetes well", change("missing_skills", ["Kubernetes"], "add")),
        ("My sister is a welder in Boise", change("current_role", "welder")),
        ("My sister is a welder in Boise", change("location", "Boise")),
        ('Somebody wrote: "I am an astronaut from Mars"', change("current_role", "astronaut")),
        ("What would I earn in Denver?", change("location", "Oslo")),
        ("I am a nurse", change("current_role", 7)),
        ("I am a nurse", change("years_experience", True)),
    ],
)
def test_what_nobody_said_is_dropped(message: str, given: dict[str, Any]) -> None:
    honest = profile_after(message, changes=[])
    assert profile_after(message, changes=[given]) == honest


def test_what_the_model_leaves_out_is_not_lost() -> None:
    profile = profile_after("I'm a carpenter in Denver with 6 hours a week.", changes=[])
    assert (profile.current_role, profile.location, profile.hours_per_week) == ("carpenter", "Denver", 6)


def test_roles_are_not_swapped() -> None:
    profile = profile_after(
        "I'm a nurse and I want to become a data analyst.",
        changes=[change("current_role", "data analyst"), change("target_role", "nurse")],
    )
    assert (profile.current_role, profile.target_role) == ("nurse", "data analyst")


def test_a_correction_is_not_turned_round() -> None:
    held = Profile(hours_per_week=10)
    profile = profile_after("only 4 hours now, not 10", changes=[change("hours_per_week", 10)], profile=held)
    assert profile.hours_per_week == 4


def test_a_fact_is_forgotten_only_when_it_is_taken_back() -> None:
    held = Profile(location="Denver", target_role="welder")
    clear = {"field": "location", "op": "clear", "value": None}
    assert profile_after("Tell me about welding.", changes=[clear], profile=held).location == "Denver"
    assert profile_after("Forget my location please.", changes=[clear], profile=held).location is None


def test_arguments_that_nobody_said_never_reach_a_call() -> None:
    understanding = read(
        "What does a welder earn in Denver?",
        calls=[
            {"tool": "lookup_salary", "role": "astronaut", "location": "Oslo"},
            {"tool": "search_documents", "query": "secret salaries of Narnia"},
            {"tool": "summarize_job_market", "role": "welder", "location": "Oslo"},
        ],
    )
    said = [str(call.args) for call in understanding.calls]
    assert not any(word in text for word in ("astronaut", "Oslo", "Narnia") for text in said)
    assert {"role": "welder", "location": "Denver"} in [call.args for call in understanding.calls]


def test_a_place_is_not_lost_where_the_model_leaves_it_out() -> None:
    understanding = read(
        "What do AI engineers earn in Japan?", calls=[{"tool": "lookup_salary", "role": "AI engineers"}]
    )
    assert [call.args.get("location") for call in understanding.calls] == ["Japan"]


def test_a_plan_that_nobody_asked_for_is_not_drafted() -> None:
    assert not read("I am a welder.", plan_wanted=True).plan_wanted
    assert read(
        "Please put a plan together.", plan_wanted=True, profile=Profile(target_role="welder")
    ).plan_wanted


def test_a_plan_without_a_target_asks_for_it() -> None:
    understanding = read("Make my plan.", plan_wanted=True, question="What is your password?")
    assert understanding.asks_for == "target_role" and "password" not in str(understanding.question)


def test_what_the_model_said_is_kept_for_the_answer() -> None:
    assert model_details(read("Hello!", reply="Hello yourself."))["reply"] == "Hello yourself."


def test_wrong_types_are_left_out_one_by_one() -> None:
    reading = read_reading(
        {
            "changes": [7, {"field": "shoe", "op": "set", "value": 1}, change("location", "Denver")],
            "calls": [
                None,
                {"tool": "lookup_salary", "role": 3},
                {"name": "lookup_salary", "args": {"role": "welder"}},
            ],
            "plan_wanted": "yes",
            "reply": ["x"],
        },
        [],
    )
    assert reading.changes == [ProfileChange(field="location", value="Denver")]
    assert reading.calls == [WantedCall(tool="lookup_salary", role="welder")]
    assert reading.plan_wanted is False and reading.reply is None
