"""Plans from real wages, market and roadmap: complete, held by their evidence, the same for the same facts."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent import wording
from agent.coaching.findings import Found
from agent.grounding import check_plan
from agent.models import Plan, Profile, ToolResult
from agent.plans.drafting import draft_plan
from agent.plans.drafting.library import quotation_claims
from agent.plans.rendering import plan_markdown
from agent.policy.offline import OfflinePolicy
from tests.unit.writing.states import CONTEXT, library, planned_state, state_of
from tools.evidence import Evidence, Source
from tools.roadmap import generate

DEVELOPER = Profile(
    current_role="backend developer",
    target_role="AI engineer",
    years_experience=4,
    skills=["Python", "Docker"],
    location="Austin",
    hours_per_week=10,
    horizon_weeks=26,
    target_salary=150000,
)
NURSE = Profile(
    current_role="nurse", target_role="nurse practitioner", location="Toledo, Ohio", hours_per_week=6
)


def draft(profile: Profile) -> Plan:
    """A plan from the tools, which must be held by its evidence as it is."""
    state = planned_state(profile)
    plan = OfflinePolicy().draft_plan(state, CONTEXT).plan
    assert check_plan(plan, state["evidence"], profile, CONTEXT.today) == []
    return plan


def texts(plan: Plan, section: str) -> str:
    return "\n".join(claim.text for held in plan.sections if held.id == section for claim in held.claims)


def test_a_plan_for_a_known_role_is_complete() -> None:
    plan = draft(DEVELOPER)
    assert [section.id for section in plan.sections] == [
        "standing",
        "target",
        "gap",
        "timeline",
        "pay",
        "market",
        "risks",
    ]
    assert "10th to the 90th percentile" in texts(plan, "pay") and "May 2025" in texts(plan, "pay")
    assert "stand in for it" in texts(plan, "pay") and "Reported, not official" in texts(plan, "pay")
    assert "according to" in texts(plan, "market")
    assert "later than the 26 weeks you have" in texts(plan, "timeline")
    assert "More hours:" in texts(plan, "risks")
    assert plan.milestones and plan.start == "2026-11-22" and len(plan.next_actions) == 3
    assert all(claim.by == "person" for claim in plan.sections[0].claims)


def test_a_role_without_a_roadmap_gets_an_honest_plan() -> None:
    plan = draft(NURSE.model_copy(update={"target_role": "growth hacker"}))
    assert plan.milestones == [] and "no skill roadmap" in texts(plan, "timeline")
    assert "registered nurses" in texts(plan, "pay") and len(plan.next_actions) == 3


def test_an_occupation_without_a_skill_table_gets_its_steps_to_the_door() -> None:
    profile = Profile(target_role="electrician", location="Toledo, Ohio", hours_per_week=6, horizon_weeks=3)
    plan = draft(profile)
    assert len(plan.milestones) >= 5 and plan.of_steps
    told = texts(plan, "timeline")
    assert "steps to the door take about" in told and "of your own time" in told
    assert "apprenticeship" in told and "not in the weeks" in told
    assert "later than the 3 weeks you have" in told and "More hours:" in texts(plan, "risks")
    assert "ask before you pay anything" in texts(plan, "risks") and texts(plan, "gap") == ""
    assert 1 <= len(plan.next_actions) <= 3
    for action, milestone in zip(plan.next_actions, plan.milestones, strict=False):
        assert milestone.does in action
    hours = [float(re.findall(r"\(([\d.]+) hour", action)[0]) for action in plan.next_actions]
    assert sum(hours) <= 12


def test_steps_that_are_all_done_leave_no_dates_and_say_so() -> None:
    titles = [milestone.title for milestone in generate("electrician").milestones]
    profile = Profile(target_role="electrician", hours_per_week=6)
    document = generate("electrician", [], 6, done=titles)
    plan = (
        OfflinePolicy()
        .draft_plan(state_of(profile, [("generate_roadmap", {"role": "electrician"}, document)]), CONTEXT)
        .plan
    )
    assert plan.milestones == [] and "every step to the door" in texts(plan, "timeline")
    assert plan.outlook is not None and plan.outlook.skipped[0].why == "done already"


def test_the_whole_plan_shows_what_to_do_under_each_step() -> None:
    plan = draft(Profile(target_role="electrician", hours_per_week=6))
    shown = plan_markdown(plan, [])
    assert all(milestone.does in shown for milestone in plan.milestones)
    assert "Skills:" not in shown and "What builds on what" not in shown


def test_no_us_figure_stands_for_another_country() -> None:
    plan = draft(Profile(target_role="welder", location="Berlin", hours_per_week=5))
    told = texts(plan, "pay") + texts(plan, "market")
    assert "$" not in told and "not Berlin" in told


def test_a_role_that_nobody_knows_gets_no_figure() -> None:
    plan = draft(Profile(target_role="glimmerwright", hours_per_week=5))
    assert not any(char.isdigit() for char in texts(plan, "pay") + texts(plan, "market"))


def test_the_order_in_which_facts_were_told_changes_nothing() -> None:
    turned = DEVELOPER.model_copy(update={"skills": ["Docker", "Python"]})
    assert draft(turned) == draft(DEVELOPER)


@settings(max_examples=10, deadline=None)
@given(
    hours=st.integers(1, 60),
    weeks=st.none() | st.integers(1, 150),
    role=st.sampled_from(["AI engineer", "data engineer", "RAG", "backend developer"]),
    skills=st.lists(st.sampled_from(["Python", "SQL", "Docker", "k8s", "PyTorch"]), unique=True),
)
def test_every_timeline_is_held_by_its_roadmap(
    hours: int, weeks: int | None, role: str, skills: list[str]
) -> None:
    profile = Profile(target_role=role, hours_per_week=hours, horizon_weeks=weeks, skills=skills)
    document = generate(role, skills, hours, weeks)
    state = state_of(profile, [("generate_roadmap", {"role": role}, document)])
    plan = OfflinePolicy().draft_plan(state, CONTEXT).plan
    assert check_plan(plan, state["evidence"], profile, CONTEXT.today) == []
    assert plan.milestones == document.milestones


def test_the_plan_reads_with_weeks_dates_hours_and_sources() -> None:
    state = planned_state(DEVELOPER)
    plan = OfflinePolicy().draft_plan(state, CONTEXT).plan
    text = plan_markdown(plan, state["evidence"])
    first = plan.milestones[0]
    row = next(line for line in text.splitlines() if line.startswith(f"- **{first.id} {first.title}** [E"))
    assert f"]: weeks 1 to {first.end_week}, done by" in row and "hours." in row
    assert "## Sources" in text and "Skill table of Career Coach" in text
    assert date.fromisoformat(plan.start or "") == CONTEXT.today


def test_work_held_counts_and_the_draft_says_what_it_took_as_known() -> None:
    gap = texts(draft(DEVELOPER), "gap")
    taken = next(
        line for line in gap.splitlines() if "Taken as known from your 4 years as a back-end" in line
    )
    assert "Git and code review" in taken
    lacking = DEVELOPER.model_copy(update={"missing_skills": ["Git"]})
    assert "Git and code review" not in texts(draft(lacking), "gap").split("Taken as known")[1].split("\n")[0]
    unknown = DEVELOPER.model_copy(update={"current_role": None})
    assert len(draft(unknown).milestones) > len(draft(DEVELOPER).milestones)
    former = unknown.model_copy(update={"former_role": "backend developer"})
    assert texts(draft(former), "gap") == gap and "You worked as a backend developer" in texts(
        draft(former), "standing"
    )


def test_what_was_read_at_its_source_leads_and_a_record_with_two_signs_is_told_with_both() -> None:
    reported = [line for line in texts(draft(DEVELOPER), "pay").splitlines() if line.startswith("Reported")]
    assert reported and "names no source" not in reported[0]
    market = texts(draft(DEVELOPER), "market").splitlines()
    trends = [line for line in market if "since early 2020" in line]
    assert "at second hand" not in trends[0]
    assert any("+45%" in line for line in trends) and any("-34%" in line for line in trends)


def test_what_the_person_earns_now_is_theirs_to_say() -> None:
    plan = draft(DEVELOPER.model_copy(update={"present_pay": 98000}))
    assert "You earn $98,000 a year now." in texts(plan, "standing")


@pytest.mark.parametrize("profile", [DEVELOPER, NURSE])
def test_actions_fit_into_two_weeks(profile: Profile) -> None:
    plan = draft(profile)
    assert all("hour" in action for action in plan.next_actions)


def test_actions_go_on_to_the_next_skill_only_when_the_hours_of_the_first_are_used_up() -> None:
    person = Profile(target_role="data analyst", skills=["Python"], hours_per_week=6)
    few = draft_plan(planned_state(person), CONTEXT)
    assert few.milestones[0].skills[:2] == ["SQL and relational databases", "NumPy and pandas"]
    assert few.next_actions[1].startswith("Weeks 1 to 2: go on to exercises in SQL")
    more = draft_plan(planned_state(person.model_copy(update={"hours_per_week": 15})), CONTEXT)
    assert (
        "(20 hours)" in more.next_actions[0] and "go on to NumPy and pandas (5 hours)" in more.next_actions[1]
    )


def test_a_horizon_that_only_a_slow_pace_misses_is_a_risk() -> None:
    slow = NURSE.model_copy(update={"target_role": "data analyst", "horizon_weeks": 42})
    plan = draft(slow)
    assert "within the 42 weeks you have" in texts(plan, "timeline")
    assert "Those who learn slowly take until week" in texts(plan, "risks")


def test_whoever_told_nothing_still_reads_where_they_stand() -> None:
    plan = draft(Profile(target_role="data analyst"))
    assert plan.sections[0].id == "standing"
    assert "You told nothing" in texts(plan, "standing")
    assert any("You named no hours" in text for text in plan.assumptions)


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("MLOps engineer", "an MLOps engineer"),
        ("university lecturer", "a university lecturer"),
        ("UX designer", "a UX"),
    ],
)
def test_a_role_has_its_article(role: str, said: str) -> None:
    assert wording.article(role).startswith(said)


def test_every_technology_has_its_evidence() -> None:
    plan = draft(NURSE.model_copy(update={"target_role": "web developer"}))
    claims = [claim for section in plan.sections if section.id == "market" for claim in section.claims]
    assert [bool(claim.evidence) for claim in claims if "O*NET marks" in claim.text] == [True]


def test_only_whole_sentences_about_the_role_describe_it() -> None:
    said = (
        "An ML engineer trains models. A data scientist explores. MLOps: release.",
        "This makes ML engineers happy. Machine-learning engineers keep models alive.",
    )
    found = Found(
        ToolResult(name="search_documents"),
        library("What does an ML engineer do?", *said),
        [
            Evidence(id=f"E{at}", kind="document", text=text, source=Source(title="Guide"))
            for at, text in enumerate(said)
        ],
    )
    assert [claim.text for claim in quotation_claims(found, "machine learning engineer")] == [
        "“Guide” says: “An ML engineer trains models.”",
        "“Guide” says: “Machine-learning engineers keep models alive.”",
    ]
