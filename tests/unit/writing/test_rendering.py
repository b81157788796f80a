"""Plans and their differences as a person reads them."""

from agent.models import Approval, Claim, Plan, Section
from agent.rendering import plan_difference, plan_markdown, reply_sources
from tests.unit.grounding.samples import DEVELOPERS
from tools.roadmap.models import Milestone, Resource

FIRST = Milestone(
    id="M1",
    title="Begin",
    skills=["SQL", "Git"],
    start_week=1,
    end_week=4,
    hours=40,
    resources=[Resource(title="Book", url="https://example.org/book")],
    proof="A tested program | shown.",
)
PLAN = Plan(
    start="2026-11-22",
    sections=[Section(id="pay", title="Pay", claims=[Claim(text="A median.", evidence=["E1"])])],
    milestones=[FIRST],
    assumptions=["You keep at it."],
    next_actions=["Begin (2 hours)."],
    sources=[DEVELOPERS.source],
)


def test_a_plan_shows_everything_it_holds() -> None:
    text = plan_markdown(PLAN, [DEVELOPERS])
    assert "- A median [E1]." in text
    assert (
        "| M1 | Begin | 1 to 4 | 22 November to 19 December 2026 | 40 | SQL, Git | A tested program / shown. |"
        in text
    )
    assert "- M1: [Book](https://example.org/book)" in text
    assert "- You keep at it." in text and "1. Begin (2 hours)." in text
    assert (
        "- E1: Occupational Employment and Wage Statistics, U.S. Bureau of Labor Statistics, May 2025" in text
    )
    assert "Approved" not in text
    approved = PLAN.model_copy(update={"approval": Approval(by="ada", at="2026-11-22T10:00:00+00:00")})
    assert "Approved by ada at 2026-11-22" in plan_markdown(approved, [DEVELOPERS])


def test_a_difference_names_what_was_added_removed_and_moved() -> None:
    assert plan_difference(PLAN, PLAN) == ""
    later = FIRST.model_copy(update={"end_week": 8})
    new = PLAN.model_copy(
        update={
            "milestones": [later],
            "next_actions": ["Rest."],
            "assumptions": [*PLAN.assumptions, "It rains."],
        }
    )
    text = plan_difference(PLAN, new)
    assert "Begin: weeks 1 to 4, 40 hours, now weeks 1 to 8, 40 hours" in text
    assert "- Next action: Rest." in text and "- Next action: Begin (2 hours)." in text
    assert "- Assumption: It rains." in text and "You keep at it" not in text


def test_sources_of_a_reply_stand_one_a_line() -> None:
    assert reply_sources([DEVELOPERS]).startswith("- E1: Occupational Employment")
