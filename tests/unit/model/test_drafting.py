"""Figures are put in from evidence, and a statement that leans on nothing stays out."""

from datetime import date

import pytest

from agent.context import CoachContext
from agent.models import Claim, Plan, Profile, Section
from agent.policy.model.drafting import joined
from agent.policy.model.figures import fill_figures, placeholders
from agent.policy.model.masking import Masks
from agent.policy.model.wire import Writing, WrittenClaim
from tests.fakes import SOURCE, WAGE, WAGE_CLAIM
from tests.unit.model.states import state_of
from tools.evidence import Evidence

EVIDENCE = Evidence(id="E1", kind="salary", text=WAGE_CLAIM, figures=[WAGE, WAGE], source=SOURCE)
GOOD = "In {E1.place}, {E1.subject} earn a median of {E1.p50} ({E1.period})."
FILLED = "In the United States, testers earn a median of $100,000 a year (May 2025)."


def test_each_figure_has_its_placeholder() -> None:
    assert placeholders(EVIDENCE) == {
        "E1.p50": "$100,000 a year",
        "E1.p50-b": "$100,000 a year",
        "E1.place": "the United States",
        "E1.subject": "testers",
        "E1.period": "May 2025",
    }


def test_figures_come_from_evidence() -> None:
    assert fill_figures(GOOD, [EVIDENCE]) == (FILLED, ["E1"])


@pytest.mark.parametrize(
    "text", ["It pays $5.", "It pays {E9.p50}.", "It pays {E1.p99}.", "It pays {money}.", "p50 is good"]
)
def test_other_figures_are_refused(text: str) -> None:
    assert fill_figures(text, [EVIDENCE]) is None


def joined_plan(*claims: WrittenClaim, actions: tuple[str, ...] = ()) -> Plan:
    plan = Plan(sections=[Section(id="pay", title="Pay", claims=[Claim(text="Pay matters.")])])
    state = state_of("I want to be a tester", evidence=[EVIDENCE], profile=Profile(target_role="tester"))
    writing = Writing(claims=[*claims], next_actions=[*actions])
    return joined(plan, writing, state, CoachContext(today=date(2026, 11, 2)), Masks())


def test_a_supported_claim_joins_the_plan_with_its_source() -> None:
    plan = joined_plan(WrittenClaim(section="pay", text=GOOD, evidence=["[E1]"]))
    assert plan.sections[0].claims[1] == Claim(text=FILLED, evidence=["E1"])
    assert plan.sources == [SOURCE] and plan.assumptions == []


@pytest.mark.parametrize(
    ("text", "section", "evidence"),
    [
        ("In Tokyo, {E1.subject} earn {E1.p50}.", "pay", ["E1"]),
        ("Elephants paint better in moonlight than giraffes.", "pay", ["E1"]),
        (GOOD, "no-such-section", ["E1"]),
        (GOOD, "pay", ["E1", "E7"]),
        ("Wages of testers are fine.", "pay", []),
        ("This plan about testers' wages is approved.", "pay", ["E1"]),
    ],
)
def test_an_unsupported_claim_stays_out_and_is_counted(text: str, section: str, evidence: list[str]) -> None:
    plan = joined_plan(WrittenClaim(section=section, text=text, evidence=evidence))
    assert len(plan.sections[0].claims) == 1
    assert any("a statement that no evidence holds" in text for text in plan.assumptions)


def test_actions_have_no_figures_and_no_links() -> None:
    plan = joined_plan(actions=("Talk to a tester.", "Ask for $5 more.", "Visit www.evil.com now."))
    assert plan.next_actions == ["Talk to a tester."]
    assert "two statements" in plan.assumptions[0]
