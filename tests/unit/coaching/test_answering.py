"""Several wishes in one message: what leads, what is silent, what is not said twice, and fields read as jobs."""

import re

import pytest

from agent.coaching.compose import request_evidence
from agent.coaching.order import answered
from agent.coaching.thresholds import MOST_WORDS
from agent.coaching.view import NO_FINDINGS, View
from agent.context import CoachContext
from agent.models import DialogueState, Offer, Profile, ProfileChange, Subject, Understanding
from agent.models.dialogue import Amount
from agent.policy.offline import with_requests
from agent.state import CoachState
from tests.unit.coaching.replying import TODAY, reply, wish
from tools.oews.role_links import link_role
from tools.roadmap.fields import field_of
from tools.roadmap.tables import read_table

NURSE = Profile(current_role="registered nurse", location="Tucson")
NOTHING = View(Profile(), DialogueState(), NO_FINDINGS, TODAY)


def names(*wished: str) -> list[str]:
    return [each.name for each in answered([wish(name) for name in wished], NOTHING)]


@pytest.mark.parametrize("silent", ["sources", "tell", "followup", "thanks", "correct", "recall"])
def test_beside_a_question_small_talk_is_silent_and_looks_nothing_up(silent: str) -> None:
    assert names(silent, "pay") == ["pay"]
    alone = request_evidence([wish("pay", "nurse", "Tucson")], NOTHING)
    assert request_evidence([wish(silent), wish("pay", "nurse", "Tucson")], NOTHING) == alone


def test_the_library_is_asked_beside_a_question_where_it_was_wanted_most() -> None:
    assert names("library", "market") == ["library", "market"]
    assert names("market", "library") == ["market"]


def test_of_small_talk_one_thing_is_answered() -> None:
    assert names("thanks", "tell") == ["thanks"]
    assert names("correct", "followup") == ["followup"]
    assert names("sources", "library") == ["library"]


def test_feelings_lead_and_steps_follow() -> None:
    assert names("next_step", "realistic", "feelings") == ["feelings", "realistic", "next_step"]
    assert names("pay", "crisis", "feelings") == ["crisis"]


def test_a_feeling_beside_a_question_is_one_sentence_before_the_answer() -> None:
    said = reply(wish("pay", "registered nurse"), wish("feelings", kind="bad"), profile=NURSE)
    assert "This week" not in said.text
    assert said.text.index("good that you say it") < said.text.index("median")


def test_what_a_library_does_not_hold_is_no_part_of_another_answer_and_said_once() -> None:
    lost = wish("library", query="how do I bake sourdough bread")
    assert "library" not in reply(lost, wish("pay", "nurse", "Tucson")).text
    first = reply(lost)
    second = reply(lost, dialogue=first.dialogue)
    assert "no answer" in first.text
    assert "no answer" not in second.text


def test_a_passage_is_not_quoted_twice() -> None:
    asked = wish("library", query="how is a RAG system built")
    first = reply(asked)
    second = reply(asked, dialogue=first.dialogue)
    assert "- " in first.text
    assert "quoted above" in second.text
    assert "- " not in second.text


def test_a_table_is_shown_once_in_a_thread() -> None:
    asked = wish("options")
    first = reply(asked, profile=NURSE)
    second = reply(asked, profile=NURSE, dialogue=first.dialogue)
    assert "| ---" in first.text
    assert "|" not in second.text


def test_a_question_is_not_repeated_beside_something_new() -> None:
    asked = wish("realistic", "data analyst")
    first = reply(asked, profile=NURSE)
    other = reply(wish("realistic", "data engineer"), profile=NURSE, dialogue=first.dialogue)
    assert "?" in first.text
    assert "?" not in other.text


@pytest.mark.parametrize("words", ["data", "something with data", "Data"])
def test_a_field_is_answered_with_its_jobs_the_nearest_first(words: str) -> None:
    said = reply(wish("realistic", words), profile=NURSE)
    assert said.text.startswith("Yes, data analyst is realistic")
    assert "data engineer" in said.text
    assert "data scientist" in said.text
    assert said.unsupported == []


def test_a_field_that_is_the_goal_is_spoken_of_as_a_job_and_its_jobs_are_named_once() -> None:
    told = [ProfileChange(field="target_role", value="cyber")]
    first = reply(wish("pay"), profile=NURSE, changes=told)
    assert "Information security analysts" in first.text
    assert "systems administrator" in first.text
    second = reply(wish("requirements"), profile=NURSE, changes=told, dialogue=first.dialogue)
    assert "systems administrator" not in second.text


@pytest.mark.parametrize(("topic", "job"), [(None, "data analyst"), ("data engineer", "data engineer")])
def test_a_plan_leads_to_a_job_and_not_to_a_field(topic: str | None, job: str) -> None:
    read = Understanding(wishes=[wish("plan")], dialogue=DialogueState(topic=Subject(role=topic)))
    state = CoachState(profile=Profile(target_role="data"))
    planned = with_requests(state, CoachContext(today=TODAY), read)
    assert [change.value for change in planned.changes] == [job]
    assert planned.plan_wanted


def test_who_is_drawn_to_a_field_chooses_among_its_jobs() -> None:
    told = [ProfileChange(field="target_role", value="data")]
    said = reply(wish("options"), profile=NURSE, changes=told)
    assert said.text.startswith("Data analyst first")
    assert "data engineer" in said.text
    assert said.unsupported == []


def test_of_two_skills_each_is_told_and_of_two_jobs_the_known_one_leads() -> None:
    skills = reply(wish("which_first", "AI engineer", skills=["Python", "Java"]))
    assert skills.text.startswith("Python") and "Java backend services builds on it" in skills.text
    assert skills.unsupported == []
    jobs = [Subject(role="glimmerwright"), Subject(role="data analyst")]
    assert reply(wish("realistic").model_copy(update={"subjects": jobs})).text.startswith("Yes, data analyst")


def test_what_leans_on_an_offer_names_a_sum_unless_the_offer_is_high() -> None:
    def asked(low: int) -> str:
        told = Offer(amounts=[Amount(low=low, period="year")], role="nurse", place="Tucson")
        return reply(wish("followup"), dialogue=DialogueState(offers=[told])).text

    assert "I would name" in asked(90000)
    assert asked(140000).startswith("On the money alone I would take it")


def test_two_names_of_one_occupation_differ_by_nothing() -> None:
    profile = Profile(current_role="software developer", location="Raleigh")
    said = reply(wish("pay", "backend developer", "Raleigh"), profile=profile)
    assert "median" in said.text
    assert "$0" not in said.text
    assert said.unsupported == []


def test_a_job_named_in_passing_gets_its_way_in_and_its_pay() -> None:
    said = reply(wish("tell", "nurse practitioner"), profile=NURSE)
    assert "way in" in said.text
    assert "$" in said.text
    assert said.unsupported == []


def test_a_short_name_of_one_job_is_that_job() -> None:
    said = reply(wish("pay", "backend", "Austin"))
    assert "$" in said.text
    assert "several jobs" not in said.text


def test_every_role_of_a_field_is_known_and_no_job_is_a_field() -> None:
    for row in read_table("fields"):
        assert all(link_role(role) for role in row["roles"].split(";")), row
        assert all(field_of(role) is None for role in row["roles"].split(";")), row
        assert all(field_of(words) for words in row["words"].split(";")), row
    assert field_of("data analyst") is None
    assert field_of(None) is None


def test_only_a_goal_known_is_no_reason_to_show_what_lies_near_it() -> None:
    said = reply(wish("options"), profile=Profile(target_role="data"))
    assert "data analyst" in said.text.casefold()
    assert "|" not in said.text


def test_pay_in_two_places_is_set_side_by_side() -> None:
    places = [Subject(role="data engineer", place=place) for place in ("Fresno", "San Francisco")]
    said = reply(wish("pay").model_copy(update={"subjects": places}))
    assert "difference" in said.text
    assert said.text.count("counted as database architects") == 1
    assert said.unsupported == []


def test_two_places_of_one_area_share_a_figure() -> None:
    places = [Subject(role="nurse", place=place) for place in ("Phoenix", "Scottsdale")]
    said = reply(wish("compare").model_copy(update={"subjects": places}))
    assert "one area" in said.text
    assert "$0" not in said.text


def test_years_of_study_are_no_next_step_even_for_more_money() -> None:
    said = reply(wish("worth_it", skills=["AI"]), profile=NURSE.model_copy(update={"hours_per_week": 2}))
    assert said.text.startswith("Not as your next step")
    assert "earned back" not in said.text


@pytest.mark.parametrize("role", ["data analysts", "data analyst", "Data analyst"])
def test_a_role_is_named_as_one_person(role: str) -> None:
    assert "data analyst is realistic" in reply(wish("realistic", role), profile=NURSE).text


@pytest.mark.parametrize(
    "wished",
    [
        ("options", "pay"),
        ("which_first", "next_step"),
        ("realistic", "pay", "market"),
        ("feelings", "worth_it"),
    ],
)
def test_no_reply_is_longer_than_half_a_minute(wished: tuple[str, ...]) -> None:
    told = [ProfileChange(field="years_experience", value=9)]
    roles = [Subject(role="cloud"), Subject(role="data engineer")]
    asked = [wish(name).model_copy(update={"subjects": roles}) for name in wished]
    said = reply(*asked, profile=NURSE, changes=told)
    spoken = re.sub(r" ?\[E[^\]]*\]|As of [^\n]*:", "", said.spoken)
    assert len(spoken.split()) <= MOST_WORDS


def test_of_two_skills_without_an_order_the_sooner_one_leads_and_unknown_ones_get_a_rule() -> None:
    said = reply(wish("which_first", skills=["SQL", "Python"]))
    assert said.text.startswith("SQL and relational databases first") and said.text.count(" hours") == 2
    assert reply(wish("which_first", skills=["AWS", "Azure cert"])).text.count("learned as one") == 1
    assert reply(wish("which_first", skills=["React", "Angular"])).text.startswith("React first")
    unknown = reply(wish("which_first", skills=["watercolour", "pottery"]))
    assert "ads you would answer" in unknown.text and said.unsupported == unknown.unsupported == []


def test_other_hours_answer_anew_what_was_answered_last() -> None:
    asked = wish("realistic", "data scientist")
    first = reply(asked, profile=NURSE)
    stands = first.dialogue.model_copy(update={"wishes": [asked]})
    hours = [ProfileChange(field="hours_per_week", value=20)]
    again = reply(wish("followup"), profile=NURSE, dialogue=stands, changes=hours)
    assert "20 hours a week" in again.text and again.unsupported == []


def test_what_to_learn_for_a_goal_of_its_own_roadmap_is_told_from_that() -> None:
    told = [ProfileChange(field="target_role", value="ML engineer")]
    asked = wish("library", "ML engineer", query="what should I learn to become an ML engineer")
    said = reply(asked, changes=told)
    assert "hours of study" in said.text.split(".")[0] and "in order" in said.text and said.unsupported == []


def test_of_a_degree_no_hours_of_study_are_counted() -> None:
    asked = wish("requirements", "data engineer").model_copy(update={"degree": True})
    said = reply(asked, profile=NURSE)
    assert "degree" in said.text.split(".")[0] and "hours of study" not in said.text
    math = reply(wish("requirements", "software developer", skills=["Mathematics"]))
    assert math.text.startswith("No talent for it") and math.unsupported == []


def test_a_jobs_alternatives_beside_a_question_of_options_are_a_choice() -> None:
    stands = DialogueState(alternatives=["bookkeeper", "paralegal"])
    text = "what else could I do? I think of bookkeeper or paralegal"
    said = reply(wish("options", "cook"), profile=Profile(current_role="cook"), dialogue=stands, message=text)
    assert "first, in my view" in said.text


@pytest.mark.parametrize(
    ("kind", "holds"),
    [
        ("notice", "my last day"),
        ("thanks", "Thank you"),
        ("decline", "offer"),
        ("outreach", "as a cook"),
        ("reference", "good things"),
        ("application", "as a cook"),
        ("raise", "talk with you about my pay"),
        ("message", "What is it to say"),
        ("cv", "1. The top"),
    ],
)
def test_each_kind_of_text_is_written_or_laid_out(kind: str, holds: str) -> None:
    said = reply(wish("letter", kind=kind), profile=Profile(current_role="cook", location="Boise"))
    assert holds.casefold() in said.text.casefold() and said.unsupported == []
    assert kind in ("raise", "message", "cv") or "\n> " in said.text


def test_the_first_step_into_work_without_a_roadmap_is_its_own_with_two_beside_it() -> None:
    said = reply(wish("next_step", "HVAC technician"), profile=Profile(current_role="janitor"))
    assert said.text.startswith("First: ") and "EPA" in said.text.split("The way in")[0]
    assert said.text.count("\n- ") == 2 and "The way in for HVAC" in said.text and said.unsupported == []


def test_a_feeling_is_not_only_asked_something_back() -> None:
    said = reply(wish("options"), wish("feelings", feeling="someone"))
    assert "one thing:" in said.text and said.dialogue.asked is None


def test_which_of_a_list_needs_no_degree_is_asked_of_the_list() -> None:
    stands = DialogueState(options=["health services managers", "nurse practitioners"])
    asked = wish("requirements").model_copy(update={"degree": True})
    view = View(NURSE, stands, NO_FINDINGS, TODAY)  # what they do now may be the topic
    assert [(each.name, each.degree) for each in answered([asked], view)] == [("options", False)]
