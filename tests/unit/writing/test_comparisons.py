"""Roles and places side by side: who has more is the first sentence, and its figure is evidence of its own."""

from typing import Any

from pydantic import BaseModel

from agent.models import Profile, ToolName
from agent.policy.offline import OfflinePolicy
from tests.unit.writing.asking import ask, market, pay, way
from tests.unit.writing.states import CONTEXT, state_of
from tools.salary import lookup

COMPARED = ["comparison"]


def test_the_difference_is_cited_as_evidence() -> None:
    looked_up: list[tuple[ToolName, dict[str, Any], BaseModel | str]] = [
        ("lookup_salary", {"role": role}, lookup(role, "Laredo")) for role in ("dispatcher", "logistician")
    ]
    state = state_of(Profile(), looked_up, intents=COMPARED)
    text = OfflinePolicy().answer(state, CONTEXT).text
    first, table = text.split("\n\n")[:2]
    assert first.startswith(
        "In Laredo, TX, logisticians earn $5,430 a year (14%) more at the median than dispatchers"
    )
    own = next(item for item in state["evidence"] if f"[{item.id}," in first)
    assert {(figure.value, figure.unit) for figure in own.figures} == {(5430, "USD/year"), (14, "%")}
    assert table == "Official wages in Laredo, TX, May 2025:" and "| Logisticians |" in text


def test_one_role_in_two_places_is_one_occupation_in_the_caption() -> None:
    text = ask("Dallas or Houston?", pay("nurse", "Dallas"), pay("nurse", "Houston"), intents=COMPARED)
    assert "more than in Houston" in text.split("\n\n")[0]
    assert "Official wages of registered nurses, May 2025:" in text
    assert "The table counts “nurse” as registered nurses, and not as licensed practical" in text


def test_two_lookups_that_the_message_sets_against_each_other_are_compared() -> None:
    text = ask("Jackson Mississippi vs Cheyenne", pay("nurse", "Mississippi"), pay("nurse", "Wyoming"))
    assert text.startswith("At the median, registered nurses in") and "| Median |" in text
    apart = ask("pay there and there?", pay("nurse", "Mississippi"), pay("nurse", "Wyoming"))
    assert "|" not in apart


def test_two_roles_in_two_places_are_only_set_against_the_like() -> None:
    calls = [pay(role, place) for role in ("accountant", "actuary") for place in ("Dallas", "Hartford")]
    gaps = ask("compare", *calls, intents=COMPARED).split("\n\n")[0].splitlines()
    assert len(gaps) == 4
    assert not any(
        "Dallas" in gap and "Hartford" in gap and "actuar" in gap and "account" in gap for gap in gaps
    )


def test_three_roles_are_ranked() -> None:
    calls = [pay(role, "Hartford") for role in ("accountant", "actuary", "data analyst")]
    text = ask("compare", *calls, intents=COMPARED)
    stands, gaps = text.split("\n\n")[:2]
    first, second = gaps.splitlines()
    assert "actuaries earn" in first and "than data scientists" in first
    assert "data scientists earn" in second and "than accountants" in second
    assert "no occupation called “data analyst”: the table shows data scientists for it" in stands


def test_two_names_of_one_occupation_are_said_to_be_one() -> None:
    text = ask("which?", pay("RN", "Dallas"), pay("registered nurse", "Dallas"), intents=COMPARED)
    assert text.startswith("Official statistics do not tell “RN” and “registered nurse” apart")
    assert "registered nurses earn a median of" in text and "|" not in text
    jobs = ask(
        "more demand?", market("cloud engineer", "Ohio"), market("devops engineer", "Ohio"), intents=COMPARED
    )
    assert jobs.startswith("Official statistics count them alike, as software developers.")
    assert jobs.count("people work as") == 1


def test_ways_and_markets_say_which_is_longer_and_larger() -> None:
    ways = ask(
        "which takes longer?",
        way("AI engineer", hours_per_week=15),
        way("data analyst", hours_per_week=15),
        intents=COMPARED,
    )
    assert ways.startswith("The way to AI engineer takes longest.")
    most = ask(
        "which has more jobs?",
        market("plumber", "Las Vegas"),
        market("welder", "Las Vegas"),
        intents=COMPARED,
    )
    assert most.startswith("More people work as plumbers") and most.count("people work as") == 3
    none = ask("which is in most demand?", market("plumber"), market("welder"), intents=COMPARED)
    assert none.startswith("My sources hold no projection for any of them. More people work as plumbers")
    outlook = ask("best outlook?", market("actuary"), market("data scientist"), intents=COMPARED)
    assert outlook.startswith("Of these my sources hold a projection for data scientists only.")


def test_whose_wages_stand_in_is_said_before_they_are_compared() -> None:
    calls = [pay(role, "Austin") for role in ("AI engineer", "machine learning engineer")]
    text = ask("how do they differ in pay?", *calls, intents=COMPARED)
    assert text.startswith("Official statistics have no occupation called “AI engineer”: the table shows")
    assert "Reported by others" in text and "ML engineer in the title" in text


def test_roles_that_the_same_occupations_stand_in_for_are_said_to_be_such() -> None:
    calls = [pay(role, "Charlotte") for role in ("product manager", "AI product manager")]
    text = ask("which pays more?", *calls, intents=COMPARED)
    assert text.startswith("Official statistics know no “product manager” or “AI product manager”")


def test_targets_without_a_roadmap_are_named_in_one_sentence() -> None:
    text = ask("which takes longer?", way("plumber"), way("welder"), intents=COMPARED)
    assert text.startswith("I have no skill roadmap for “plumber” or “welder”.")
    assert text.count("Mine cover") == 1
    compared = ask(
        "pay gap?", pay("plumber", "Ohio"), pay("welder", "Ohio"), way("plumber"), intents=COMPARED
    )
    assert "roadmap" not in compared
