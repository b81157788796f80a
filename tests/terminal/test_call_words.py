"""What a tool call is said to ask."""

from agent.session.words import asked_in_words


def test_numbers_are_said_with_what_they_count() -> None:
    args = {
        "role": "data analyst",
        "skills": ["SQL"],
        "hours_per_week": 6,
        "weeks": 1,
        "start": "2026-11-22",
        "pay": 95000,
    }
    assert asked_in_words(args) == "data analyst, 6 hours a week, within 1 week, $95,000"


def test_a_wish_is_said_where_it_holds_and_is_silent_where_not() -> None:
    args = {"role": "cook", "no_degree": True, "better_pay": True, "min_pay": 50000}
    assert asked_in_words(args) == "cook, no degree, $50,000"
    assert asked_in_words({"role": "cook", "no_degree": False}) == "cook"
    assert asked_in_words({"role": "cook", "other_field": True}) == "cook, another field"
