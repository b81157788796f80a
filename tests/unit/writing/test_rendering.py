"""Plans as a person reads them."""

from agent.models import Approval, Claim, Plan, Section
from agent.plans.rendering import plan_markdown
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
    assert "Approved by ada on 22 November 2026" in plan_markdown(approved, [DEVELOPERS])


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


def test_a_link_holds_what_it_shows() -> None:
    hostile = [
        Resource(title="ok](http://a.example) [x", url="https://example.org/a_(b)"),
        Resource(title="run", url="javascript:alert(1)"),
    ]
    milestone = FIRST.model_copy(update={"resources": hostile, "proof": "[see](javascript:alert(1))"})
    text = plan_markdown(PLAN.model_copy(update={"milestones": [milestone]}), [])
    assert r"[ok\](http://a.example) \[x](https://example.org/a_%28b%29), run" in text
    assert "](javascript" not in text
