"""Talk about a plan: before it is drafted, while it waits, while it runs."""

from agent.models import Approval, DialogueState, Profile, Progress
from tests.unit.coaching.plans import delivered, waiting
from tests.unit.coaching.replying import reply, wish


def test_a_plan_without_a_goal_shows_what_lies_near_and_asks() -> None:
    said = reply(wish("plan"), profile=Profile(current_role="cook", location="Boise"))
    assert said.dialogue.options
    assert said.dialogue.asked == "target"
    assert reply(wish("plan")).dialogue.asked == "target"


def test_a_claim_that_cannot_be_true_is_asked_back_before_anything_else() -> None:
    profile = Profile(target_role="devops")
    for slot in ("hours", "pay", "years", "horizon", "start"):
        said = reply(wish("plan"), profile=profile, doubtful=(slot,))
        assert said.dialogue.asked == slot
        assert "Before I draft" in said.text


def test_a_goal_with_a_roadmap_is_left_to_the_draft() -> None:
    assert reply(wish("plan"), profile=Profile(target_role="devops")).text == ""


def test_a_plan_is_told_by_its_finish_and_where_they_are() -> None:
    given = waiting()
    said = reply(wish("about_plan"), **given)
    assert "2027" in said.text.split(".", maxsplit=1)[0]
    assert given["draft"].milestones[0].title in said.text
    assert said.words <= 90


def test_a_part_is_told_with_dates_hours_and_proof() -> None:
    given = waiting()
    third = given["draft"].milestones[2]
    for part in ("milestone 3", "M3", third.title, f"week {third.start_week + 1}"):
        said = reply(wish("about_plan", part=part), **given)
        assert "you can show" in said.text
    assert third.title in reply(wish("about_plan", part="milestone 3"), **given).text
    assert third.proof.removesuffix(".") in reply(wish("about_plan", part="M3"), **given).text


def test_why_one_comes_before_the_other() -> None:
    said = reply(wish("about_plan", skills=["deep learning", "machine learning"]), **waiting())
    assert said.text.startswith("Machine-learning concepts first")
    free = reply(wish("about_plan", skills=["NumPy", "FastAPI"]), **waiting())
    assert "order is free" in free.text


def test_a_skill_is_in_the_plan_or_said_why_not() -> None:
    assert "Agents" in reply(wish("about_plan", skills=["LangGraph"]), **waiting()).text
    assert "know it already" in reply(wish("about_plan", skills=["Python"]), **waiting()).text
    assert "no must" in reply(wish("about_plan", skills=["Kafka"]), **waiting()).text


def test_what_is_done_is_named_with_the_new_finish_and_the_next_step() -> None:
    given = delivered()
    first, second = given["plan"].milestones[:2]
    said = reply(wish("progress"), **given, done=("M1",), progress=Progress(done=first.skills))
    assert said.text.startswith(first.title)
    assert "2027" in said.text
    assert second.skills[0] in said.text
    before = reply(wish("progress"), **given, lost_weeks=2)
    assert "Lost weeks" in before.text
    assert before.text != said.text


def test_a_finished_plan_leads_on() -> None:
    given = delivered()
    every = [skill for each in given["plan"].milestones for skill in each.skills]
    said = reply(wish("progress"), **given, done=("M7",), progress=Progress(done=every))
    assert "everything in your plan is done" in said.text
    assert "done" in reply(wish("next_step"), **given, progress=Progress(done=every)).text


def test_progress_without_a_plan_is_heard() -> None:
    said = reply(wish("progress"), done=("SQL",))
    assert said.text.startswith("SQL") and said.dialogue.asked == "which"
    aimed = reply(wish("progress"), done=("SQL",), profile=Profile(target_role="data analyst"))
    assert aimed.dialogue.asked == "sure"


def test_words_do_not_approve_and_say_how() -> None:
    assert "/approve" in reply(wish("approve"), **waiting()).text
    assert "Nothing waits" in reply(wish("approve"), **delivered()).text
    assert "no plan" in reply(wish("approve")).text
    assert reply(wish("approve"), **waiting()).unsupported == []


def test_a_remark_that_changed_nothing_says_how_to_say_it() -> None:
    said = reply(wish("feedback"), **waiting())
    assert "leave out" in said.text and "/edit" in said.text


def test_a_change_that_was_not_made_is_said_beside_another_answer() -> None:
    unchanged = ("You want more time for it.", "How many hours a week do you really have?")
    asked = DialogueState(asked="hours", pressing=True)
    said = reply(wish("about_plan"), wish("feedback"), **waiting(), unchanged=unchanged, dialogue=asked)
    assert unchanged[0] in said.text and said.text.count("?") == 1
    assert said.dialogue.asked == "hours"


def test_without_a_plan_there_is_none_to_change() -> None:
    assert "no plan" in reply(wish("feedback")).text


def test_a_feeling_about_a_plan_makes_it_smaller() -> None:
    given = waiting()
    said = reply(wish("feelings", feeling="giving_up"), **given)
    assert given["draft"].milestones[0].skills[0] in said.text
    assert said.dialogue.asked is None


def test_how_far_they_are_is_told_from_the_plan_they_work_by() -> None:
    given = delivered()
    first, second = given["plan"].milestones[:2]
    progress = Progress(done=[*first.skills, second.skills[0]])
    said = reply(wish("about_plan", kind="far"), **given, progress=progress)
    assert f"Done so far: {first.title} and {second.skills[0]}" in said.text
    assert second.title in said.text and said.unsupported == []
    waits = {**given, "draft": given["plan"].model_copy(update={"milestones": given["plan"].milestones[1:]})}
    again = reply(wish("about_plan", kind="far"), **waits, progress=progress)
    assert first.title in again.text and "draft waits" in again.text


def test_who_approved_a_plan_is_told_with_the_day() -> None:
    given, asked = delivered(), wish("about_plan", kind="approval")
    approved = given["plan"].model_copy(
        update={"approval": Approval(by="local", at="2026-11-20T08:00:00+00:00")}
    )
    assert "approved by you on 20 November 2026" in reply(asked, **{**given, "plan": approved}).text
    theirs = approved.model_copy(update={"approval": Approval(by="ana", at="2026-11-20T08:00:00+00:00")})
    assert "approved by ana" in reply(asked, **{**given, "plan": theirs}).text
    assert (
        "not approved yet" in reply(asked, **waiting()).text and "/approve" in reply(asked, **waiting()).text
    )


def test_who_stops_at_a_milestone_hears_what_is_behind_them_and_what_they_go_without() -> None:
    given = waiting()
    third, fourth = given["draft"].milestones[2:4]
    said = reply(wish("about_plan", part="M3", kind="finish"), **given)
    assert said.text.startswith("After M3 you have") and fourth.title in said.text
    assert third.title in said.text
    meaning = reply(wish("about_plan", part="M3", kind="meaning"), **given)
    assert meaning.text.startswith("It covers")


def test_whether_the_hours_are_enough_is_told_with_the_weeks_they_take() -> None:
    given = waiting()
    outlook = given["draft"].outlook
    said = reply(wish("about_plan", kind="size"), **given)
    assert f"At {outlook.hours_per_week} hours a week that takes" in said.text
    short = outlook.model_copy(update={"feasible": False, "horizon_weeks": 9})
    late = {**given, "draft": given["draft"].model_copy(update={"outlook": short})}
    assert "longer than the 9 weeks you have" in reply(wish("about_plan", kind="size"), **late).text


def test_what_can_be_shown_at_the_end_is_the_last_proof() -> None:
    given = waiting()
    proof = [each.proof for each in given["draft"].milestones if each.proof][-1]
    assert proof.removesuffix(".") in reply(wish("about_plan", kind="proof"), **given).text


def test_who_is_stuck_hears_where_they_are_and_a_small_step() -> None:
    given = delivered()
    second = given["plan"].milestones[1]
    said = reply(wish("progress", part="M2"), **given)
    assert second.title in said.text and second.proof.removesuffix(".") in said.text
    assert "later" in said.text


def test_what_names_no_part_of_the_plan_is_not_ticked_off() -> None:
    said = reply(wish("progress"), **delivered(), done=("blue chapter",))
    assert "blue chapter" in said.text and "nothing of it is ticked off" in said.text


def test_how_sure_the_weeks_are_is_told_with_their_range_and_what_they_rest_on() -> None:
    said = reply(wish("about_plan", kind="certain"), **waiting())
    assert "Eight in ten" in said.text
    assert "estimate and no promise" in said.text
    assert "own estimates" in said.text


def test_a_plan_fixes_no_days() -> None:
    said = reply(wish("about_plan", kind="days"), **waiting())
    assert "fixes neither days nor times" in said.text
    assert "By this plan" not in said.text


def test_why_a_skill_is_in_the_plan_and_that_it_can_go() -> None:
    said = reply(wish("about_plan", kind="why", skills=["LangGraph"]), **waiting())
    assert "is in it because" in said.text
    assert "leave out" in said.text
    absent = reply(wish("about_plan", kind="why", skills=["Kafka"]), **waiting())
    assert "is not in it" in absent.text
