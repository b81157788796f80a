"""What changed between two plans, told in sentences with the reason."""

from typing import Any

import pytest
from langchain_core.messages import HumanMessage

from agent.models import Claim, Outlook, Plan, Profile, Progress, Section, Skipped
from agent.nodes.check_plan import check_plan
from agent.plans.difference import leads_elsewhere, plan_difference
from agent.plans.drafting import draft_plan
from tests.unit.writing.states import CONTEXT, planned_state
from tests.unit.writing.test_drafting import DEVELOPER
from tests.unit.writing.test_rendering import FIRST, PLAN


def changed(**update: Any) -> str:
    return plan_difference(PLAN, PLAN.model_copy(update=update))


def drafted(profile: Profile) -> Plan:
    return draft_plan(planned_state(profile), CONTEXT)


def redrafted(**update: Any) -> str:
    return plan_difference(drafted(DEVELOPER), drafted(DEVELOPER.model_copy(update=update)))


def test_nothing_is_told_where_nothing_changed() -> None:
    assert changed() == ""
    assert redrafted() == ""


@pytest.mark.parametrize(
    ("language", "same"), [("en", "unchanged"), ("de", "unverändert"), ("es", "sin cambios")]
)
def test_a_plan_in_which_nothing_changed_has_no_title_of_a_changed_one(language: str, same: str) -> None:
    state = planned_state(DEVELOPER)
    plan = draft_plan(state, CONTEXT).model_copy(update={"language": language})
    message = HumanMessage("hm", additional_kwargs={"decision": "reject"})
    state = {**state, "messages": [message], "draft": plan, "shown": plan, "redrafts": 0, "reviews": []}
    reworded = [each.model_copy(update={"title": each.id}) for each in plan.sections]
    again = plan if language == "en" else plan.model_copy(update={"sections": reworded})
    told = check_plan({**state, "draft": again}, CONTEXT)["messages"][0].text
    assert same in told.partition("\n")[0]
    shorter = plan.model_copy(update={"milestones": plan.milestones[:-1]})
    changed = check_plan({**state, "draft": shorter}, CONTEXT)["messages"][0].text
    assert same not in changed.partition("\n")[0]


def test_the_finish_moves_with_its_reason() -> None:
    told = redrafted(hours_per_week=5)
    assert told.startswith("Finish moves from 26 June 2027 to ")
    assert "because you have 5 hours a week instead of 10." in told


def test_what_is_known_by_now_is_the_reason() -> None:
    skills = [*DEVELOPER.skills, "Probability and statistics"]
    told = redrafted(skills=skills)
    assert "Probability and statistics is skipped (known already)" in told and "Finish moves" in told
    back = redrafted(missing_skills=["Git"])
    assert "Git and code review counts again" in back


@pytest.mark.parametrize(
    ("said", "sooner"),
    [
        ("done, 2 weeks early", "2 weeks sooner"),
        ("took me 5 weeks instead of 6", "1 week sooner"),
        ("done", ""),
    ],
)
def test_what_was_done_leads_with_how_much_sooner_they_say_it_was(said: str, sooner: str) -> None:
    state = planned_state(DEVELOPER)
    after = draft_plan({**state, "progress": Progress(done=["Agents and tool use"])}, CONTEXT)
    told = plan_difference(draft_plan(state, CONTEXT), after, said)
    assert told.startswith("Agents and tool use: done") and sooner in told
    assert sooner or "sooner" not in told


def test_what_was_done_beside_the_plan_is_not_told_as_part_of_it() -> None:
    told = plan_difference(
        PLAN.model_copy(update={"outlook": Outlook(target="cook")}),
        PLAN.model_copy(update={"outlook": Outlook(target="cook", done=["Knitting"])}),
    )
    assert (
        "Knitting" in told and "did not ask for it" in told and "The finish stays on 19 December 2026" in told
    )


def test_what_was_done_before_its_last_day_is_told_by_the_calendar() -> None:
    old = PLAN.model_copy(update={"outlook": Outlook(target="cook")})
    new = PLAN.model_copy(
        update={
            "start": "2026-12-01",
            "milestones": [],
            "outlook": Outlook(target="cook", done=["SQL", "Git"]),
        }
    )
    assert "SQL and Git: done, 2 weeks sooner than planned" in plan_difference(old, new)


def test_lost_weeks_move_the_dates_without_blame() -> None:
    old, new = (
        PLAN.model_copy(update={"outlook": Outlook(target="cook", lost_weeks=lost)}) for lost in (1, 4)
    )
    later = new.model_copy(update={"start": "2026-12-13"})
    assert plan_difference(old, later).startswith("3 weeks went elsewhere: the dates move with that")
    assert "costs you no day" in plan_difference(old, new)
    sooner = new.model_copy(update={"start": "2026-11-15"})
    assert plan_difference(old, sooner).startswith(
        "3 weeks went elsewhere, and the plan ends sooner all the same"
    )


def test_a_lost_week_that_is_still_ahead_is_kept_free_and_not_lost_twice() -> None:
    state = planned_state(DEVELOPER)
    for lost, said in ((1, []), (3, ["You lost 2 weeks in all."])):
        state["progress"] = Progress(lost_weeks=lost, without_time=[CONTEXT.today.isoformat()])
        section = next(each for each in draft_plan(state, CONTEXT).sections if each.id == "progress")
        free = "Week 1 is kept free for the time without work that you told."
        assert [claim.text for claim in section.claims] == [*said, free]


def test_after_a_change_at_most_six_sentences_are_said() -> None:
    own = [f"Mine {letter}." for letter in "abcdef"]
    told = changed(assumptions=own, theirs=own, next_actions=["Rest."])
    assert told.count("Taken for granted") == 5 and told.endswith(
        "2 smaller changes stand in the whole plan."
    )


def test_a_plan_that_is_too_long_names_the_ways_to_make_it_fit() -> None:
    told = redrafted(horizon_weeks=10)
    assert told.startswith("It does not fit into 10 weeks: its ")
    assert "hours a week would do it in 10 weeks" in told and "Within reach is" in told
    assert "Or leave" in told or "Or keep only" in told


def test_another_place_brings_its_pay_and_jobs() -> None:
    told = redrafted(location="Denver")
    assert "Pay then is a median of" in told and "Jobs: " in told and told.count("Denver") >= 2
    assert "Finish moves" not in told


def test_another_target_is_read_as_a_whole() -> None:
    assert leads_elsewhere(
        drafted(DEVELOPER), drafted(DEVELOPER.model_copy(update={"target_role": "data analyst"}))
    )
    assert not leads_elsewhere(PLAN, PLAN)


def test_a_milestone_that_moves_is_told_with_its_days() -> None:
    told = changed(milestones=[FIRST.model_copy(update={"end_week": 8})])
    assert "Finish moves from 19 December 2026 to 16 January 2027." in told
    assert "M1 Begin: 22 November 2026 to 16 January 2027" in told


def test_milestones_that_came_and_went_are_named() -> None:
    other = FIRST.model_copy(update={"id": "M2", "title": "Go on", "skills": ["Docker"]})
    told = changed(milestones=[other])
    assert "New in it: Docker." in told and "M2 Go on" in told
    assert "Begin is no part of it any more." in told
    own = FIRST.model_copy(update={"id": "M2", "title": "Choir", "skills": []})
    assert "New milestone: Choir (M2), 40 hours." in changed(milestones=[FIRST, own])


def test_a_milestone_in_other_words_is_the_same_milestone() -> None:
    told = changed(milestones=[FIRST.model_copy(update={"title": "My own way", "proof": "A song."})])
    assert "Begin is now called My own way. The proof of My own way is now: A song." in told


def test_skills_that_left_or_came_are_named() -> None:
    other = FIRST.model_copy(update={"skills": ["SQL", "Docker"], "hours": 30, "resources": []})
    told = changed(milestones=[other])
    assert "Git is no part of it any more." in told and "New in it: Docker." in told
    assert "40 hours before, 30 hours now" in told
    assert "names nothing to learn from" in changed(milestones=[FIRST.model_copy(update={"resources": []})])


def test_a_milestone_that_was_joined_to_another_is_not_told_as_dropped() -> None:
    second = FIRST.model_copy(update={"id": "M2", "title": "Boards", "skills": ["Boards"]})
    joined = FIRST.model_copy(update={"skills": ["SQL", "Git", "Boards"]})
    told = plan_difference(
        PLAN.model_copy(update={"milestones": [FIRST, second]}),
        PLAN.model_copy(update={"milestones": [joined]}),
    )
    assert "no part of it" not in told and "New in it" not in told


@pytest.mark.parametrize(
    ("claims", "said"),
    [
        ([], "Pay no longer says: A median."),
        ([Claim(text="A median."), Claim(text="My own.", by="person")], "Pay, in your words: My own."),
        ([Claim(text="A median."), Claim(text="More.", evidence=["E2"])], "Pay now also says: More. [E2]"),
        ([Claim(text="Another.")], ""),
    ],
)
def test_a_section_tells_what_came_and_went(claims: list[Claim], said: str) -> None:
    before = [Section(id="pay", title="Pay", claims=[Claim(text="A median.")])]
    after = [Section(id="pay", title="Pay", claims=claims)]
    old = PLAN.model_copy(update={"sections": before})
    assert plan_difference(old, PLAN.model_copy(update={"sections": after})) == said


def test_sections_that_were_renamed_or_are_gone_take_one_line() -> None:
    renamed = [section.model_copy(update={"title": "What I may earn"}) for section in PLAN.sections]
    assert changed(sections=renamed) == "Pay is now called What I may earn."
    assert changed(sections=[]) == "“Pay” is gone."


def test_the_first_step_and_own_actions_are_told() -> None:
    assert changed(next_actions=["Rest."]) == "The first step is now: Rest."
    told = changed(next_actions=["Call Ana.", *PLAN.next_actions], theirs=["Call Ana."])
    assert told == "Next action: Call Ana. (your words)"


def test_left_out_is_a_reason_of_its_own() -> None:
    old = PLAN.model_copy(update={"outlook": Outlook(target="cook")})
    out = Outlook(target="cook", skipped=[Skipped(skills=["Docker"], why="left out at your wish")])
    assert "Docker is skipped (left out at your wish)" in plan_difference(
        old, old.model_copy(update={"outlook": out})
    )
