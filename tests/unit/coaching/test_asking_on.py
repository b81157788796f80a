"""The second turn on a subject, jobs nobody named, offers in a thread, and what is asked after an interview or a sum."""

import pytest

from agent.coaching.lines import Said, line
from agent.coaching.order import answered
from agent.coaching.room import kept
from agent.coaching.thresholds import MOST_WORDS_AGAIN
from agent.coaching.view import NO_FINDINGS, View
from agent.models import Amount, DialogueState, Offer, Posting, Profile, ProfileChange, Subject, Wish
from agent.nlu.links import role_words
from tests.unit.coaching.replying import TODAY, reply, wish
from tools.options import suggest
from tools.roadmap.targets import role_of_skills

NURSE = Profile(current_role="registered nurse", location="Tucson")
ADMIN = Profile(
    current_role="linux admin", years_experience=4, missing_skills=["Terraform"], location="St. Louis"
)
OFFERED = DialogueState(
    offers=[
        Offer(
            amounts=[Amount(low=127000, period="year", text="127k")], role="data engineer", place="Charlotte"
        )
    ]
)


def first_of(text: str) -> str:
    return text.split(".", maxsplit=1)[0]


@pytest.mark.parametrize("name", ["pay", "market", "realistic", "requirements", "compare"])
def test_what_is_asked_again_is_not_answered_with_the_same(name: str) -> None:
    asked = wish(name, "data analyst")
    first = reply(asked, profile=NURSE)
    again = reply(asked, profile=NURSE, dialogue=first.dialogue)
    assert again.text != first.text
    assert again.words <= max(first.words, MOST_WORDS_AGAIN)
    assert "has not changed" not in again.text
    assert again.unsupported == []


def test_postings_answer_whether_it_is_the_market() -> None:
    asked = wish("market", "front-end developer", "Austin")
    first = reply(asked)
    again = reply(asked, dialogue=first.dialogue)
    assert "the market as much as you" in first_of(again.text)
    assert "34%" in again.text


def test_a_comparison_asked_again_is_answered_in_short() -> None:
    asked = wish("compare").model_copy(
        update={
            "subjects": [Subject(role=role, place="Denver") for role in ("data engineer", "data scientist")]
        }
    )
    first = reply(asked)
    again = reply(asked, dialogue=first.dialogue)
    assert (
        again.text.startswith("Data engineers: ") and "50,100 apart" in again.text and again.unsupported == []
    )


@pytest.mark.parametrize(
    ("profile", "taken"),
    [
        (Profile(skills=["React", "TypeScript"], location="Austin"), "front-end developer"),
        (Profile(former_role="data analyst", location="Nashville"), "data analyst"),
        (
            Profile(current_role="doordashing", skills=["JavaScript", "React", "MongoDB"]),
            "full-stack developer",
        ),
    ],
)
def test_a_job_is_taken_for_granted_where_none_is_named_and_that_is_said(
    profile: Profile, taken: str
) -> None:
    said = reply(wish("market"), profile=profile)
    assert "work in" in said.text
    assert taken in said.text.casefold()
    assert said.unsupported == []


@pytest.mark.parametrize(
    ("skills", "role"),
    [
        (["React", "TypeScript"], "Front-end developer"),
        (["SQL", "Excel"], "Data analyst"),
        (["SQL"], None),
        (["basket weaving", "Greek"], None),
    ],
)
def test_skills_point_to_the_role_that_few_others_need_them_for(skills: list[str], role: str | None) -> None:
    assert role_of_skills(tuple(skills)) == role


def test_words_that_no_table_knows_are_read_as_the_job_written_nearly_like_them() -> None:
    said = reply(wish("pay", role_words("forklif oprater"), "Memphis"))
    assert "$" in said.text
    assert "forklift operators" in said.text.casefold()
    assert said.unsupported == []
    assert "no occupation" in reply(wish("pay", "vibe wrangler", "Memphis")).text


def test_a_feeling_is_never_answered_twice_with_the_same_sentence() -> None:
    dialogue, heard = DialogueState(), set()
    for _ in range(5):
        said = reply(wish("feelings", feeling="worn_out"), profile=NURSE, dialogue=dialogue)
        assert first_of(said.text) not in heard
        heard.add(first_of(said.text))
        dialogue = said.dialogue


def test_after_danger_what_follows_is_still_about_it() -> None:
    first = reply(wish("crisis"), profile=NURSE)
    after = reply(wish("progress"), profile=NURSE, dialogue=first.dialogue)
    assert after.text.startswith("I am glad that you wrote again")
    assert "plan" not in after.text
    later = reply(wish("options"), profile=NURSE, dialogue=after.dialogue)
    assert "$" in later.text


def test_an_offer_told_in_the_thread_is_congratulated_on_and_judged_against_now() -> None:
    profile = NURSE.model_copy(update={"present_pay": 90000})
    told = OFFERED.model_copy(update={"topic": Subject(role="data engineer", place="Charlotte")})
    said = reply(wish("worth_it"), profile=profile, dialogue=told, message="they offered 127k")
    assert said.text.startswith("Congratulations")
    assert "percentile" in said.text
    assert "more than your $90,000" in said.text
    assert said.unsupported == []


def test_an_offer_stands_beside_the_one_before_it() -> None:
    other = Offer(amounts=[Amount(low=138000, period="year")], role="data engineer", place="Denver")
    both = DialogueState(offers=[other, *OFFERED.offers])
    assert "$11,000 a year less than the other, $138,000" in reply(wish("offer"), dialogue=both).text


@pytest.mark.parametrize(
    ("wanted", "begins"), [(135000, "No, $135,000 is nothing"), (250000, "$250,000 is bold")]
)
def test_a_sum_they_think_of_is_placed(wanted: int, begins: str) -> None:
    changes = (ProfileChange(field="target_salary", value=wanted),)
    said = reply(wish("ask_for"), dialogue=OFFERED, changes=changes)
    assert said.text.startswith(begins)
    assert "$127,000" in said.text
    assert said.unsupported == []


def test_a_newcomer_asks_by_the_job_and_not_by_the_old_pay() -> None:
    profile = Profile(target_role="data scientist", present_pay=68000, location="Boston", years_experience=9)
    said = reply(wish("ask_for"), profile=profile)
    assert "newcomers" in said.text and "$68,000" not in said.text
    assert said.unsupported == []


def test_how_to_say_it_gives_the_words_of_that_talk() -> None:
    said = reply(wish("letter", kind="raise"), dialogue=OFFERED, profile=Profile(target_salary=135000))
    assert "“If the base were $135,000" in said.text and "Charlotte" in said.text
    assert said.unsupported == []


def test_an_interview_asked_about_again_gets_questions_from_the_skills() -> None:
    first = reply(wish("interview", "devops", due=120), profile=ADMIN)
    again = reply(wish("interview", "devops"), profile=ADMIN, dialogue=first.dialogue)
    rows = [row for row in again.text.splitlines() if row[:1].isdigit()]
    assert len(rows) > 4 and "Terraform" in again.text
    assert again.text != first.text


def test_what_is_ruled_out_is_not_suggested() -> None:
    manager = Profile(current_role="project manager", location="Los Angeles")
    assert "software developers" in reply(wish("options"), profile=manager).text
    assert "software developers" not in reply(wish("options", skills=["coding"]), profile=manager).text


@pytest.mark.parametrize("kind", [None, "pay"])
def test_what_is_near_in_work_is_told_beside_what_pays_better(kind: str | None) -> None:
    said = reply(wish("options", kind=kind), profile=Profile(current_role="welder", location="Tulsa"))
    for better in (True, False):
        options = suggest("welder", "Tulsa", better_pay=better).options
        assert any(f"{option.name} (${option.wages.p50:,})" in said.text for option in options)
    assert said.text.startswith("Near what you do and better paid" if kind else "Nearest to what you do")
    assert "Say how it is to be" in said.text
    assert said.unsupported == []


def test_a_place_alone_asks_for_the_same_two_there() -> None:
    pair = [Subject(role=role, place="Dallas") for role in ("data engineer", "data scientist")]
    view = View(Profile(), DialogueState(pair=pair), NO_FINDINGS, TODAY)
    (asked,) = answered([Wish(name="pay", subjects=[Subject(place="Denver")])], view)
    assert asked.name == "compare"
    assert {subject.place for subject in asked.subjects} == {"Denver"}


def test_two_names_of_one_way_are_no_choice() -> None:
    subjects = [Subject(role="data analyst"), Subject(role="product analyst")]
    said = reply(wish("which_first").model_copy(update={"subjects": subjects}), profile=NURSE)
    assert said.text.startswith("You need not choose")
    assert said.unsupported == []


def test_pay_stands_beside_the_work_that_was_done_last() -> None:
    said = reply(
        wish("pay", "dispatcher"), profile=Profile(former_role="truck driver", location="Little Rock")
    )
    assert "Heavy truck drivers there have a median" in said.text
    assert said.unsupported == []


def test_what_a_remark_was_taken_to_mean_is_said_first() -> None:
    wants = Profile(target_role="welder", location="Tulsa")
    assert reply(wish("followup"), profile=wants).text.startswith("I take it that you mean welder")


def test_of_what_the_thread_is_about_nobody_is_told_that_it_was_meant() -> None:
    stands = DialogueState(topic=Subject(role="welder", place="Tulsa"))
    assert reply(wish("followup"), dialogue=stands).text.startswith("Welders in Tulsa")


def test_of_several_the_one_that_was_meant_is_said() -> None:
    topic = Subject(role="welder", place="Tulsa")
    several = DialogueState(topic=topic, recent=[Subject(role="plumber", place="Tulsa"), topic])
    assert reply(wish("followup"), dialogue=several).text.startswith("I take it that you mean welder")
    alone = reply(wish("followup"), dialogue=DialogueState(topic=topic, recent=[topic])).text
    assert alone.startswith("Welders")


def test_a_remark_after_a_posting_is_about_the_posting() -> None:
    posting = Posting(text="Baker, Reno, rye", title="baker", skills=["rye"])
    stands = DialogueState(posting=posting, wishes=[wish("posting")])
    view = View(Profile(), stands, NO_FINDINGS, TODAY)
    assert [each.name for each in answered([wish("followup")], view)] == ["posting"]


def test_what_another_answer_said_already_leaves_nothing_to_say_again() -> None:
    again = (line("followup.taken", role="welder"),)
    assert kept([Said((), again=again)], [True], set(), 50) == [[]]


def test_after_a_list_pay_is_asked_of_their_own_work_and_the_way_of_the_first_on_it() -> None:
    cook = Profile(current_role="cook", location="Boise")
    listed = reply(wish("options"), profile=cook)
    said = reply(Wish(name="pay"), profile=cook, dialogue=listed.dialogue)
    assert said.text.startswith("Cooks") and said.unsupported == []
    way = reply(Wish(name="how_long"), profile=cook, dialogue=listed.dialogue)
    assert way.text.startswith("I take it that you mean")
    assert listed.dialogue.options[0].rstrip("s") in way.text.casefold() and way.unsupported == []


def test_a_question_for_the_job_stands_after_a_sentence_of_use() -> None:
    near = reply(Wish(name="realistic"), profile=Profile(current_role="cook", location="Boise"))
    assert "$" in near.text.split("Which job do you have in mind?")[0]
    assert near.dialogue.options
    assert near.unsupported == []
    assert reply(Wish(name="realistic")).text.startswith("With a job and a town")


def test_a_place_asked_for_once_is_gone_on_with() -> None:
    helper = Profile(current_role="cook", location="Columbus")
    first = reply(wish("pay", "welder"), profile=helper)
    assert first.dialogue.asked == "place"
    said = reply(wish("pay", "welder"), profile=helper, dialogue=first.dialogue)
    assert "I take Columbus for Columbus, OH" in said.text
    assert said.unsupported == []


def test_what_is_not_held_is_said_instead_of_the_same_again() -> None:
    asked = [
        Wish(name="requirements", subjects=[Subject(role="paralegal")], query=query)
        for query in ("do I need a degree", "what else is asked", "do they take people with a record")
    ]
    dialogue = DialogueState()
    for each in asked:
        said = reply(each, dialogue=dialogue)
        dialogue = said.dialogue
    assert said.text.startswith("Of paralegals you have had what I hold")


def test_a_no_to_the_number_is_answered_with_what_else_to_ask() -> None:
    clerk = Profile(current_role="paralegal", location="Richmond, VA", present_pay=52000, years_experience=3)
    first = reply(wish("ask_for"), profile=clerk)
    stands = first.dialogue.model_copy(update={"wishes": [Wish(name="ask_for")]})
    assert answered([Wish(name="followup")], View(clerk, stands, NO_FINDINGS, TODAY))[0].name == "ask_for"
    assert "in writing" in first_of(reply(wish("ask_for"), profile=clerk, dialogue=stands).text)
