"""What is said of the way to a role: its length, its skills, its first step or whether it fits, as asked."""

from agent.models import Profile
from tests.unit.writing.asking import ask, way

SIX = Profile(target_role="data analyst", hours_per_week=6)


def test_how_long_begins_with_weeks_at_the_hours_asked_about() -> None:
    text = ask("how long would it take", way("data analyst", hours_per_week=6), profile=SIX)
    assert text.startswith(
        "Learning what a data analyst needs takes about 41 weeks at 6 hours a week: 241 hours"
    )
    supposed = ask("what if i had 12", way("data analyst", hours_per_week=12), profile=SIX)
    assert "about 21 weeks at 12 hours a week" in supposed and "6 hours a week" not in supposed
    assumed = ask("how long?", way("Python"))
    assert assumed.startswith("Learning Python fundamentals takes about") and "which I assumed" in assumed


def test_which_skills_begins_with_the_gap() -> None:
    text = ask("what skills do i need", way("AI engineer", skills=["Python"], hours_per_week=10))
    assert text.startswith("- To learn: SQL and relational databases") and "other" not in text.split("\n")[0]
    assert "- You already have: Python fundamentals" in text and "It begins with" not in text
    assert ask("Would I have to learn Python?", way("Python")).startswith(
        "Learning Python fundamentals takes"
    )


def test_what_next_is_the_first_milestone_with_something_to_learn_it_from() -> None:
    text = ask("so what should i do next?", way("data analyst", hours_per_week=6), profile=SIX)
    assert text.startswith("Begin with Python fundamentals: weeks 1 to 19") and "https://" in text
    assert "in all" not in text


def test_whether_it_fits_is_said_first() -> None:
    late = Profile(target_role="data engineer", hours_per_week=5, horizon_weeks=52)
    text = ask("Is that realistic?", way("data engineer", hours_per_week=5, weeks=52), profile=late)
    assert text.startswith("Not in that time.") and "later than the 52 weeks you have" in text
    assert "More hours:" in text
    easy = Profile(target_role="data analyst", hours_per_week=20, horizon_weeks=52)
    fits = ask("Is that doable?", way("data analyst", hours_per_week=20, weeks=52), profile=easy)
    assert fits.startswith("Yes, that can work.")
    tight = Profile(target_role="data analyst", hours_per_week=6, horizon_weeks=42)
    close = ask("Is that doable?", way("data analyst", hours_per_week=6, weeks=42), profile=tight)
    assert close.startswith("Yes, at a usual pace, but with little to spare.")


def test_a_role_without_a_roadmap_is_explained_once() -> None:
    first = ask("how do I become one", way("plumber"))
    assert first.startswith("I have no skill roadmap for “plumber”.") and "onetonline.org" in first
    assert ask("how long then?", way("plumber"), told=[first]) == "I have no skill roadmap for “plumber”."
