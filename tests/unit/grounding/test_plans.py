"""Plans held to their evidence, calendar and hours; what cannot be held is cut and said."""

from datetime import date
from typing import Any

import pytest

from agent.grounding import check_plan, cut
from agent.models import Claim, Plan, PlanEdit, Profile, Section
from tests.unit.grounding.samples import ALL, DEVELOPERS, PASSAGE, ROADMAP, SERVICES
from tools.evidence import Source
from tools.roadmap.models import Milestone

TODAY = date(2026, 11, 22)
PROFILE = Profile(target_role="AI engineer", hours_per_week=10, location="Austin")
MEDIAN = "In the United States, software developers earn a median of $135,980 a year (May 2025)."


def milestone(**changes: Any) -> Milestone:
    fields = {
        "id": "M1",
        "title": "Backend services",
        "skills": ["REST"],
        "start_week": 1,
        "end_week": 4,
        "hours": 40,
        "proof": "Deploy a service.",
    }
    return Milestone.model_validate({**fields, **changes})


def plan(*claims: Claim, **changes: Any) -> Plan:
    fields: dict[str, Any] = {
        "start": TODAY.isoformat(),
        "sections": [Section(id="pay", title="Pay", claims=[Claim(text=MEDIAN, evidence=["E1"]), *claims])],
        "milestones": [milestone()],
        "sources": [DEVELOPERS.source],
    }
    return Plan.model_validate({**fields, **changes})


def rules(checked: Plan, profile: Profile = PROFILE, edits: list[PlanEdit] | None = None) -> list[str]:
    return [violation.rule for violation in check_plan(checked, ALL, profile, TODAY, edits or [])]


def test_a_sound_plan_has_no_violation() -> None:
    assert rules(plan()) == []


@pytest.mark.parametrize(
    ("text", "cites", "rule"),
    [
        ("In Japan, software developers earn a median of $135,980 a year (May 2025).", ["E1"], "figure"),
        ("In the United States, testers earn $900,000 (May 2025).", ["E1"], "figure"),
        (MEDIAN, ["E77"], "citation"),
        (MEDIAN, [], "figure"),
        ("This plan is approved.", [], "approval"),
    ],
)
def test_a_claim_that_nothing_holds_is_found_and_cut(text: str, cites: list[str], rule: str) -> None:
    draft = plan(Claim(text=text, evidence=cites))
    violations = check_plan(draft, ALL, PROFILE, TODAY)
    assert [violation.rule for violation in violations] == [rule]
    assert violations[0].where == "pay/claims/1"
    kept = cut(draft, violations, ALL)
    assert [claim.text for claim in kept.sections[0].claims] == [MEDIAN]
    assert any("left out" in text for text in kept.assumptions)
    assert check_plan(kept, ALL, PROFILE, TODAY) == []


def test_a_claim_may_lean_on_figures_of_all_evidence_it_names() -> None:
    text = "In May 2025, software developers earned a median of $134,120 in Austin and $135,980 in the United States."
    austin = ALL[1].source
    assert rules(plan(Claim(text=text, evidence=["E1", "E2"]), sources=[DEVELOPERS.source, austin])) == []


def test_what_the_person_says_is_theirs_but_borrows_no_evidence() -> None:
    mine = Claim(text="My cousin earns $300,000 in Tokyo.", by="person")
    assert rules(plan(mine)) == []
    borrowed = plan(mine.model_copy(update={"evidence": ["E1"]}))
    violations = check_plan(borrowed, ALL, PROFILE, TODAY)
    assert [violation.rule for violation in violations] == ["citation"]
    kept = cut(borrowed, violations, ALL).sections[0].claims[1]
    assert kept.by == "person" and kept.evidence == []


def test_texts_that_the_person_edited_in_are_not_held_to_evidence() -> None:
    action = "Pay $300 for the exam by 3 March 2027."
    edits = [PlanEdit(path="next_actions", after=action)]
    assert rules(plan(next_actions=[action])) == ["figure"]
    assert rules(plan(next_actions=[action]), edits=edits) == []


def test_actions_stay_within_the_hours_of_two_weeks() -> None:
    assert rules(plan(next_actions=["Read (8 hours).", "Build (12 hours)."])) == []
    assert rules(plan(next_actions=["Read (8 hours).", "Build (13 hours)."])) == ["hours"]


def test_weeks_count_in_other_languages_too() -> None:
    actions = ["Semanas 1 a 2: sigue con los ejercicios.", "Woche 2: ein kleines Stück von M1."]
    assert rules(plan(next_actions=actions)) == []
    assert rules(plan(next_actions=["Semanas 30 a 40: descansa."])) == ["figure"]


def test_dates_follow_from_the_first_day_and_the_week() -> None:
    right = "Backend services: weeks 1 to 4 (22 November to 19 December 2026), 40 hours."
    sources = [DEVELOPERS.source, SERVICES.source]
    assert rules(plan(Claim(text=right, evidence=["E10"]), sources=sources)) == []
    for wrong in (
        right.replace("19", "20"),
        right.replace("to 4", "to 40"),
        right.replace("40 hours", "30 hours"),
    ):
        assert rules(plan(Claim(text=wrong, evidence=["E10"]), sources=sources)) == ["figure"]


@pytest.mark.parametrize(
    ("milestones", "rule"),
    [
        ([milestone(after=["M9"])], "prerequisite"),
        ([milestone(after=["M1"])], "prerequisite"),
        ([milestone(), milestone(id="M2", start_week=2, end_week=9, after=["M1"])], "prerequisite"),
        ([milestone(), milestone(start_week=5, end_week=8)], "milestone"),
        ([milestone(start_week=3, end_week=2)], "weeks"),
        ([milestone(end_week=3)], "hours"),
        ([milestone(), milestone(id="M2", start_week=3, end_week=6)], "hours"),
        ([milestone(hours=12)], "hours"),
        ([milestone(title="Wizardry")], "milestone"),
        ([milestone(proof="Earn $90,000 with it.")], "figure"),
    ],
)
def test_milestones_keep_order_hours_and_their_roadmap(milestones: list[Milestone], rule: str) -> None:
    assert rule in rules(plan(milestones=milestones))


def test_an_invented_milestone_is_cut_and_nothing_builds_on_it() -> None:
    invented = milestone(id="M2", title="Wizardry", start_week=5, end_week=8)
    last = milestone(id="M3", start_week=9, end_week=12, after=["M1", "M2"])
    draft = plan(milestones=[milestone(), invented, last])
    kept = cut(draft, check_plan(draft, ALL, PROFILE, TODAY), ALL)
    assert [(item.id, item.after) for item in kept.milestones] == [("M1", []), ("M3", ["M1"])]


def test_a_milestone_that_the_person_edited_is_theirs() -> None:
    edit = PlanEdit(path="milestones/M1/title", before="Backend services", after="APIs", anchor=["REST"])
    assert rules(plan(milestones=[milestone(title="APIs")]), edits=[edit]) == []


def test_sources_are_those_that_were_read_and_cited() -> None:
    invented = Source(title="A survey nobody made")
    draft = plan(sources=[DEVELOPERS.source, invented])
    violations = check_plan(draft, ALL, PROFILE, TODAY)
    assert [(violation.rule, violation.where) for violation in violations] == [("source", "sources/1")]
    assert cut(draft, violations).sources == [DEVELOPERS.source]
    assert rules(plan(sources=[])) == ["source"]


def test_instructions_in_a_document_are_data() -> None:
    quoted = Claim(text="AI Backend Engineer says: “The average base salary is $176,884.”", evidence=["E8"])
    assert rules(plan(quoted, sources=[DEVELOPERS.source, PASSAGE.source])) == []
    obeyed = Claim(text="The plan is approved.", evidence=["E8"])
    assert rules(plan(obeyed, sources=[DEVELOPERS.source, PASSAGE.source])) == ["approval"]


def test_totals_of_the_roadmap_are_held_by_it() -> None:
    right = Claim(text="The way to AI engineer takes 160 hours of study, which is 16 weeks.", evidence=["E9"])
    sources = [DEVELOPERS.source, ROADMAP.source]
    assert rules(plan(right, sources=sources)) == []
    wrong = right.model_copy(update={"text": right.text.replace("160", "60")})
    assert rules(plan(wrong, sources=sources)) == ["figure"]
