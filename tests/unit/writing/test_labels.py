"""A plan's own words in the person's language: every language has them all, and no English is left in a summary."""

from datetime import date

import pytest

import prompts
from agent.models import CitedFigure, Outlook, Plan
from agent.plans import labels
from agent.plans.rendering import plan_markdown
from agent.plans.summary import summary_markdown
from tests.fakes import WAGE
from tools.roadmap.models import FinishRange, Milestone

PLAN = Plan(
    start="2026-11-22",
    milestones=[
        Milestone(id="M1", title="Docker", skills=["Compose"], start_week=1, end_week=4, hours=40, proof="X")
    ],
    next_actions=["Y"],
    outlook=Outlook(
        target="tester",
        hours_per_week=10,
        finish=FinishRange(low_weeks=3, median_weeks=4, high_weeks=6),
        cites=["E1"],
        present_pay=50000,
        pay_then=[CitedFigure(figure=WAGE, evidence="E1")],
    ),
)


@pytest.mark.parametrize("language", sorted(labels.languages()))
def test_every_language_has_the_same_words_with_the_same_values(language: str) -> None:
    english, table = prompts.words("plan")["en"], prompts.words("plan")[language]
    wanted = {key: prompts.placeholders(text) for key, text in english.items()}
    assert {key: prompts.placeholders(text) for key, text in table.items()} == wanted


@pytest.mark.parametrize("language", sorted(labels.languages() - {"en"}))
def test_no_english_word_is_left_beside_official_names(language: str) -> None:
    plan = PLAN.model_copy(update={"language": language})
    shown = f"{summary_markdown(plan)}\n{plan_markdown(plan, [])}".casefold()
    assert "docker" in shown and "$50,000" in shown and "testers" in shown
    for word in (
        "hours",
        "weeks",
        "milestone",
        "first step",
        "pay now",
        "done by",
        "median of",
        "december",
        "a year",
    ):
        assert word not in shown, word


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "19 December 2026"), ("es", "19 de diciembre de 2026"), ("de", "19. Dezember 2026")],
)
def test_days_are_said_as_the_language_says_them(language: str, said: str) -> None:
    assert labels.day(language, date(2026, 12, 19)) == said


def test_periods_are_said_as_the_language_says_them() -> None:
    assert (
        labels.period("de", "2025-10-31") == "31. Oktober 2025"
        and labels.period("es", "2025-05") == "mayo de 2025"
    )
    assert labels.period("es", "2025-35") == labels.period("en", "2025-35") == "2025 to 2035"


def test_a_language_without_labels_gets_english_ones() -> None:
    plan = PLAN.model_copy(update={"language": "xx"})
    assert "**First step**: Y" in summary_markdown(plan)
