"""A plan's own words in the person's language: every language has them all, and no English is left in a summary."""

from datetime import date

import pytest

import prompts
from agent.context import LOCAL_USER
from agent.models import CitedFigure, Claim, Outlook, Plan, PlanChange, Review, Section, Skipped
from agent.nodes.deliver_plan import deliver_plan
from agent.plans import labels
from agent.plans.changes import change_edits
from agent.plans.rendering import plan_markdown
from agent.plans.review import draft_mark
from agent.plans.summary import summary_markdown
from agent.plans.unmade import told
from tests.fakes import WAGE
from tools.evidence import Evidence
from tools.roadmap.models import FinishRange, Milestone
from tools.roadmap.own_steps import SOURCE as OWN_STEPS

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
def test_every_language_has_the_same_remarks_with_the_values_of_the_english_ones(language: str) -> None:
    english, remarks = prompts.replies("feedback"), prompts.words("remarks")
    assert remarks[language].keys() == remarks["es"].keys()
    for key, text in remarks[language].items():
        assert prompts.placeholders(text) == prompts.placeholders(english[key]), key


@pytest.mark.parametrize(
    ("language", "final", "first"),
    [
        ("en", "is final: approved by you on 30 November 2026, 16:38 UTC.", "First step: Y"),
        (
            "es",
            "es definitivo: aprobado por la persona interesada el 30 de noviembre de 2026, 16:38 UTC.",
            "Primer paso: Y",
        ),
        ("de", "gilt: genehmigt von eigener Hand am 30. November 2026, 16:38 UTC.", "Erster Schritt: Y"),
    ],
)
def test_an_approval_is_told_in_the_language_of_the_plan(language: str, final: str, first: str) -> None:
    plan = PLAN.model_copy(update={"language": language})
    review = Review(decision="approve", by=LOCAL_USER, at="2026-11-30T16:38:00+00:00", draft=draft_mark(plan))
    delivered = deliver_plan({"draft": plan, "reviews": [review], "delivered": []})
    told = delivered["messages"][0].text
    assert final in told and first in told
    assert "16:38 UTC" in plan_markdown(delivered["plan"], []) and "30" in final


def test_marks_and_sources_are_said_in_the_language_of_the_plan() -> None:
    evidence = [
        Evidence(id=f"E{place}", kind="roadmap", text="", figures=[], source=OWN_STEPS) for place in (1, 2, 3)
    ]
    claim = Claim(text="Ich kann das.", by="person", evidence=["E1", "E2", "E3"])
    section = Section(id="gap", title="Lücke", claims=[claim])
    plan = PLAN.model_copy(update={"language": "de", "sections": [section], "sources": [OWN_STEPS]})
    shown = plan_markdown(plan, evidence)
    assert "(eigene Worte)" in shown and "E1 bis E3: Eigene Schritte" in shown
    assert "your words" not in shown and " to " not in shown


def test_what_was_not_changed_is_said_in_the_language_of_the_plan() -> None:
    plan = PLAN.model_copy(update={"language": "de"})
    wishes = [
        PlanChange(kind="leave_out", parts=["M9"]),
        PlanChange(kind="reword", words="x"),
        PlanChange(kind="hours", words="dienstags"),
        PlanChange(kind="more", skills=["Compose"]),
    ]
    said, _ = told(change_edits(wishes, plan, [])[1])
    assert said[0] == "Der Plan hat keinen Teil M9." and "Andere Worte" in said[1]
    assert "dienstags" in said[2] and "Wochentagen" in said[2] and said[3] == "Compose steht schon im Plan."


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


def test_what_is_left_out_is_told_by_its_reason_and_not_as_unneeded() -> None:
    skipped = [
        Skipped(skills=["Excel"], why="done already", kind="done"),
        Skipped(skills=["SQL"], why="left out at your wish", kind="left_out"),
    ]
    outlook = PLAN.outlook.model_copy(update={"skipped": skipped}) if PLAN.outlook else None
    plan = PLAN.model_copy(update={"language": "de", "outlook": outlook})
    assert "**Nicht im Plan**: Excel (erledigt); SQL (auf Wunsch weggelassen)." in summary_markdown(plan)


def test_a_language_without_labels_gets_english_ones() -> None:
    plan = PLAN.model_copy(update={"language": "xx"})
    assert "**First step**: Y" in summary_markdown(plan)
