"""What a person edited stays edited, whatever the redraft brings."""

from hypothesis import given
from hypothesis import strategies as st

from agent.models import Claim, Plan, PlanEdit, Section
from agent.plans.edits import apply_edits, edits_between, merge_edits, written_by_person
from tools.roadmap.models import Milestone

WORDS = st.sampled_from(["a", "b", "c", "d", "e"])
CLAIMS = st.lists(WORDS, max_size=4, unique=True).map(lambda texts: [Claim(text=text) for text in texts])
SECTIONS = st.lists(
    st.builds(Section, id=st.sampled_from(["pay", "gap"]), title=WORDS, claims=CLAIMS),
    max_size=2,
    unique_by=lambda section: section.id,
)
MILESTONES = st.lists(
    st.sampled_from(["M1", "M2", "M3"]).flatmap(
        lambda name: st.builds(
            Milestone,
            id=st.just(name),
            title=WORDS,
            skills=st.sampled_from(
                [[f"skill of {name}"], [f"skill of {name}", f"more of {name}"], [f"more of {name}"]]
            ),
            start_week=st.just(1),
            end_week=st.integers(1, 3),
            hours=st.just(5),
            proof=WORDS,
        )
    ),
    max_size=3,
    unique_by=lambda milestone: milestone.id,
)
PLANS = st.builds(
    Plan, sections=SECTIONS, milestones=MILESTONES, next_actions=st.lists(WORDS, max_size=3, unique=True)
)


def texts(plan: Plan) -> dict[str, set[str]]:
    return {
        section.id: {claim.text for claim in section.claims} for section in plan.sections if section.claims
    }


@given(PLANS, PLANS)
def test_applying_the_changes_gives_what_the_person_wrote(draft: Plan, edited: Plan) -> None:
    result = apply_edits(draft, edits_between(draft, edited))
    assert texts(result) == texts(edited)
    assert {m.id: m for m in result.milestones} == {m.id: m for m in edited.milestones}
    assert set(result.next_actions) == set(edited.next_actions)


@given(PLANS, PLANS)
def test_applying_twice_is_applying_once(draft: Plan, edited: Plan) -> None:
    edits = edits_between(draft, edited)
    once = apply_edits(draft, edits)
    assert texts(apply_edits(once, [e for e in edits if e.after is not None])) == texts(once)


def plan(*claims: str, hours: int = 5, title: str = "Docker") -> Plan:
    milestone = Milestone(
        id="M1", title=title, skills=["docker"], start_week=1, end_week=2, hours=hours, proof="show the thing"
    )
    section = Section(id="pay", title="Pay", claims=[Claim(text=text) for text in claims])
    return Plan(sections=[section], milestones=[milestone])


def test_a_redraft_keeps_added_reworded_and_removed_texts() -> None:
    edits = edits_between(plan("one", "two", "three"), plan("one", "zwei", "mine"))
    assert texts(apply_edits(plan("one", "two", "three", "four"), edits)) == {
        "pay": {"one", "zwei", "mine", "four"}
    }


def test_a_milestone_is_found_by_its_skills_when_its_number_changes() -> None:
    edits = edits_between(plan(), plan(title="My Docker week"))
    redraft = plan(hours=9)
    redraft.milestones[0].id = "M4"
    changed = apply_edits(redraft, edits).milestones[0]
    assert (changed.id, changed.title, changed.hours) == ("M4", "My Docker week", 9)


def test_editing_the_same_text_twice_keeps_the_last_word() -> None:
    first = edits_between(plan("one"), plan("two"))
    second = edits_between(plan("two"), plan("three"))
    assert texts(apply_edits(plan("one"), merge_edits(first, second))) == {"pay": {"three"}}


def test_an_action_that_was_replaced_stays_replaced_when_its_hours_change() -> None:
    draft, edited = plan(), plan()
    draft.next_actions, edited.next_actions = ["Read (4.5 hours).", "Write."], ["Call Ana.", "Write."]
    redraft = plan()
    redraft.next_actions = ["Read (3 hours).", "Write."]
    assert apply_edits(redraft, edits_between(draft, edited)).next_actions == ["Call Ana.", "Write."]


def test_what_the_plan_says_of_a_title_or_proof_follows_the_edit() -> None:
    draft = plan("Docker: weeks 1 to 2 (1 to 14 March 2027), 5 hours.")
    draft.next_actions = ["Week 2: begin: show the thing (2 hours)."]
    edited = draft.model_copy(deep=True)
    edited.milestones[0].title, edited.milestones[0].proof = "Whales", "a song"
    changed = apply_edits(draft, edits_between(draft, edited))
    assert texts(changed) == {"pay": {"Whales: weeks 1 to 2 (1 to 14 March 2027), 5 hours."}}
    assert changed.next_actions == ["Week 2: begin: a song (2 hours)."]


def test_other_weeks_leave_no_line_that_says_the_old_ones() -> None:
    draft = plan("Docker: weeks 1 to 2 (1 to 14 March 2027), 5 hours.", "Other.")
    edited = draft.model_copy(deep=True)
    edited.milestones[0].end_week = 4
    assert texts(apply_edits(draft, edits_between(draft, edited))) == {"pay": {"Other."}}


def test_the_texts_of_the_person_are_known_as_theirs() -> None:
    draft, edited = plan("one"), plan("mine")
    draft.next_actions, edited.next_actions = ["Read."], ["Read.", "Call Ana."]
    edited.milestones[0].proof = "A song."
    edited.milestones.append(
        edited.milestones[0].model_copy(update={"id": "M2", "title": "Own", "skills": ["own"]})
    )
    edits = edits_between(draft, edited)
    assert written_by_person(apply_edits(draft, edits), edits) == ["A song.", "Own", "Call Ana."]
    assert written_by_person(draft, edits) == []


def planned() -> Plan:
    """Two milestones, the second with skills of its own."""
    groups = (("Python fundamentals",), ("SQL", "Data visualisation"))
    return Plan(
        milestones=[
            Milestone(
                id=f"M{number}",
                title=skills[0],
                skills=list(skills),
                start_week=number,
                end_week=number,
                hours=10 * len(skills),
                proof="Show it.",
            )
            for number, skills in enumerate(groups, start=1)
        ]
    )


def test_what_was_taken_out_stays_out_however_a_redraft_groups_it() -> None:
    before, redraft = planned(), planned()
    edits = edits_between(before, before.model_copy(update={"milestones": before.milestones[:1]}))
    edits = merge_edits(edits, [PlanEdit(path="skills/Excel", before="Excel")])
    redraft.milestones[0].skills += ["Data visualisation", "Excel"]
    redraft.milestones[0].hours = 30
    left = apply_edits(redraft, edits, {"Data visualisation": 12.0, "Excel": 8.0})
    assert [(each.skills, each.hours) for each in left.milestones] == [(["Python fundamentals"], 10)]


def test_a_list_that_changed_meanwhile_keeps_what_the_person_added() -> None:
    edited, redraft = planned(), planned()
    edited.milestones[1].skills.append("Excel")
    redraft.milestones[1].skills = ["SQL", "Data visualisation", "Data cleaning"]
    changed = apply_edits(redraft, edits_between(planned(), edited)).milestones[1]
    assert changed.skills == [*redraft.milestones[1].skills, "Excel"]
