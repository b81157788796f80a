"""Plans and their differences as a person reads them."""

from agent.models import Approval, Claim, Plan, Section
from agent.plans.rendering import plan_difference, plan_markdown
from tests.unit.grounding.samples import DEVELOPERS
from tools.evidence import Source
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
    assert "- **M1 Begin**: weeks 1 to 4, done by 19 December 2026, 40 hours.\n" in text
    assert "  Skills: SQL, Git.\n  Proof: A tested program | shown.\n" in text
    assert "  Learn from: [Book](https://example.org/book)." in text
    assert "weeks 1 to 4, 22 November to 19 December 2026" in plan_markdown(PLAN, [DEVELOPERS], detailed=True)
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


def test_a_line_in_new_words_is_told_once() -> None:
    def plan(*lines: str) -> Plan:
        return Plan(next_actions=["Stay."], assumptions=list(lines))

    text = plan_difference(
        plan("You keep 6 hours free every week.", "It rains."),
        plan("You keep 4 hours free every week.", "Sun."),
    )
    assert text.split("\n\n")[1:] == [
        "Changed:\n- Assumption: You keep 4 hours free every week.",
        "Added:\n- Assumption: Sun.",
        "Removed:\n- Assumption: It rains.",
    ]


def test_a_section_that_was_renamed_is_told_in_one_line() -> None:
    renamed = [section.model_copy(update={"title": "What I may earn"}) for section in PLAN.sections]
    text = plan_difference(PLAN, PLAN.model_copy(update={"sections": renamed}))
    assert text == "## What is different\n\nChanged:\n- Pay is now called What I may earn"


def test_a_milestone_is_told_once_with_what_it_rests_on() -> None:
    told = Claim(text="Begin: weeks 1 to 4 (22 November to 19 December 2026), 40 hours.", evidence=["E7"])
    more = Claim(text="Begin: weeks 1 to 4 (22 November to 19 December 2026), 40 hours, mostly SQL.")
    own = told.model_copy(update={"by": "person"})
    stale = Claim(text="Begin: weeks 1 to 9 (22 November 2026 to 23 January 2027), 40 hours.")
    section = Section(id="timeline", title="Timeline", claims=[told, more, own, stale])
    plan = PLAN.model_copy(update={"sections": [section]})
    text = plan_markdown(plan, [])
    assert "- **M1 Begin** [E7]: weeks 1 to 4" in text
    assert "40 hours [E7]." in text and "mostly SQL" in text and "weeks 1 to 9" in text
    assert text.count("weeks 1 to 4") == 3
    emptied = [section.model_copy(update={"claims": []})]
    assert plan_difference(plan, plan.model_copy(update={"sections": emptied})).count("Timeline: Begin") == 3


def test_a_source_is_named_once_with_its_date_said_once() -> None:
    dated = Source(title="Wages, May 2025", publisher="Office", date="2025-05", locator="table 1")
    other = dated.model_copy(update={"locator": "table 2"})
    found = [DEVELOPERS.model_copy(update={"id": f"E{n}", "source": s}) for n, s in ((1, dated), (2, other))]
    claims = [Claim(text="A.", evidence=["E1"]), Claim(text="B.", evidence=["E2"])]
    plan = Plan(sections=[Section(id="pay", title="Pay", claims=claims)], sources=[dated, other])
    assert "- E1, E2: Wages, May 2025, Office\n" in plan_markdown(plan, found)
    detailed = plan_markdown(plan, found, detailed=True)
    assert "- E1, E2: Wages, May 2025, Office (E1 table 1; E2 table 2)\n" in detailed


def test_a_row_of_numbers_is_told_by_its_ends() -> None:
    found = [DEVELOPERS.model_copy(update={"id": f"E{n}"}) for n in (2, 3, 4, 9)]
    claims = [Claim(text="A.", evidence=[item.id]) for item in found]
    plan = Plan(sections=[Section(id="pay", title="Pay", claims=claims)], sources=[DEVELOPERS.source])
    assert "- E2 to E4, E9: " in plan_markdown(plan, found)


def test_a_milestone_in_other_words_is_the_same_milestone() -> None:
    renamed = FIRST.model_copy(update={"title": "My own way", "proof": "A song."})
    text = plan_difference(PLAN, PLAN.model_copy(update={"milestones": [renamed]}))
    assert text.endswith("- Begin: it is now called My own way; the proof is now: A song.")


def test_skills_that_left_or_came_are_named() -> None:
    other = FIRST.model_copy(update={"skills": ["SQL", "Docker"], "hours": 30, "resources": []})
    text = plan_difference(PLAN, PLAN.model_copy(update={"milestones": [other]}))
    assert text.endswith(
        "- Begin: weeks 1 to 4, 40 hours, now weeks 1 to 4, 30 hours; without Git; now also with Docker; "
        "nothing to learn from any more"
    )


def test_a_section_that_is_gone_is_told_in_one_line() -> None:
    text = plan_difference(PLAN, PLAN.model_copy(update={"sections": []}))
    assert text.split("\n\n")[1:] == ["Removed:\n- All of “Pay”"]


def test_a_link_holds_what_it_shows() -> None:
    hostile = [
        Resource(title="ok](http://a.example) [x", url="https://example.org/a_(b)"),
        Resource(title="run", url="javascript:alert(1)"),
    ]
    milestone = FIRST.model_copy(update={"resources": hostile, "proof": "[see](javascript:alert(1))"})
    text = plan_markdown(PLAN.model_copy(update={"milestones": [milestone]}), [])
    assert r"[ok\](http://a.example) \[x](https://example.org/a_%28b%29), run" in text
    assert "](javascript" not in text


def test_a_milestone_that_was_joined_to_another_is_not_told_as_dropped() -> None:
    second = FIRST.model_copy(update={"id": "M2", "title": "Boards", "skills": ["Boards"]})
    joined = FIRST.model_copy(update={"skills": ["SQL", "Git", "Boards"]})
    text = plan_difference(
        PLAN.model_copy(update={"milestones": [FIRST, second]}),
        PLAN.model_copy(update={"milestones": [joined]}),
    )
    assert "- Boards is now part of Begin\n- Begin: now also with Boards" in text and "dropped" not in text
