"""What is said to a person rather than to a question: feelings, danger, facts told, greetings, other languages."""

from typing import get_args

import pytest

import prompts
from agent.models import GLAD, DialogueState, Feeling, Offer, Profile, ProfileChange, Subject, Wish
from agent.models.dialogue import Amount
from tests.unit.coaching.replying import reply, wish

COOK = Profile(current_role="cook", location="Boise")
LIVES_THERE = [ProfileChange(field="location", value="Boise")]
HOURS = ProfileChange(field="hours_per_week", value=6)
LAID_OFF = Profile(former_role="web developer", location="Atlanta", skills=["React"])
LANGUAGES = "en es de fr pt it pl nl tr vi tl zh ja ko ru uk ar hi ht".split()  # noqa: SIM905 - codes read better in a row


def test_a_feeling_gets_one_sentence_one_step_and_no_plan() -> None:
    said = reply(wish("feelings", kind="bad"), profile=COOK)
    assert said.text.count("This week") == 1
    assert "[E" not in said.text
    assert said.words <= 90


def test_without_work_the_market_is_named_with_both_signs() -> None:
    said = reply(wish("feelings", feeling="rejected"), profile=LAID_OFF)
    assert said.text.startswith("Silence and refusals")
    assert "34%" in said.text
    assert "45%" in said.text
    assert said.unsupported == []


def test_each_feeling_has_a_sentence_and_a_step_of_its_own() -> None:
    """After relief nothing has to be done."""
    felt = [feeling for feeling in get_args(Feeling) if feeling != "relief"]
    texts = [reply(wish("feelings", feeling=feeling), profile=COOK).text for feeling in felt]
    assert all("one thing:" in text for text in texts)
    assert len({text.split(".")[0] for text in texts}) == len({text.split("one thing:")[1] for text in texts})
    assert len({text.split(".")[0] for text in texts}) == len(texts)


@pytest.mark.parametrize("feeling", sorted(GLAD))
def test_good_news_never_gets_a_worried_word_however_often_it_is_told(feeling: Feeling) -> None:
    dialogue = DialogueState()
    for _ in range(4):
        said = reply(wish("feelings", feeling=feeling), profile=COOK, dialogue=dialogue)
        assert said.text and not {"hard", "easy", "worn", "weakness", "doctor"} & {*said.text.split()}
        assert said.dialogue.asked is None
        dialogue = said.dialogue


def test_a_feeling_of_which_nothing_is_known_is_asked_for_and_nothing_is_advised() -> None:
    said = reply(wish("feelings"), profile=COOK)
    assert "This week" not in said.text and said.text.count("?") == 1
    glad = reply(wish("feelings", kind="good"), profile=COOK)
    assert "good news" in glad.text and "?" not in glad.text


def test_of_what_nothing_is_held_that_is_said_with_one_question_and_no_list() -> None:
    first = reply(wish("handle"), profile=COOK)
    assert first.text.count("?") == 1 and "|" not in first.text and "[E" not in first.text
    again = reply(wish("handle"), profile=COOK, dialogue=first.dialogue)
    assert not {*first.text.split(". ")} & {*again.text.split(". ")}


def test_other_work_is_offered_only_where_it_may_be_an_answer() -> None:
    offers = {
        feeling: reply(wish("feelings", feeling=feeling), profile=COOK) for feeling in ("dread", "grief")
    }
    assert offers["dread"].dialogue.asked == "sure"
    assert offers["grief"].dialogue.asked is None


@pytest.mark.parametrize(
    ("place", "there"),
    [("Boise", "988"), ("Cologne, Germany", "findahelpline.com"), (None, "988")],
)
def test_danger_is_answered_with_the_lifeline_and_nothing_else(place: str | None, there: str) -> None:
    profile = Profile(current_role="cook", location=place)
    said = reply(wish("pay", "cook"), wish("crisis"), wish("plan"), profile=profile)
    assert "matters" in said.text.split(".", maxsplit=1)[0]
    assert there in said.text
    assert said.view.evidence == ()
    assert "$" not in said.text
    assert said.dialogue.asked is None
    assert said.unsupported == []


def test_abroad_no_american_number_is_given() -> None:
    said = reply(wish("crisis"), profile=Profile(location="Cologne, Germany"))
    assert "988" not in said.text


def test_where_danger_is_not_sure_all_is_answered_and_help_is_named_once() -> None:
    unsure = Wish(name="crisis", kind="unsure")
    said = reply(wish("pay", "cook"), unsure, profile=Profile(location="Boise"))
    assert "$" in said.text and "988" in said.text.rpartition("\n\n")[2]
    again = reply(wish("pay", "welder"), unsure, profile=Profile(location="Boise"), dialogue=said.dialogue)
    assert "$" in again.text and "988" not in again.text


def test_facts_told_lead_to_what_lies_near_with_pay() -> None:
    said = reply(wish("tell"), profile=COOK, changes=LIVES_THERE)
    assert "Boise" in said.text
    assert "$" in said.text
    assert said.dialogue.asked == "target"
    assert all(name in said.text for name in said.dialogue.options)
    assert said.unsupported == []


def test_facts_told_on_the_way_to_a_goal_say_how_far_it_is() -> None:
    profile = Profile(current_role="cook", target_role="data analyst", hours_per_week=6)
    said = reply(wish("tell"), profile=profile, changes=[HOURS])
    assert "6 hours a week" in said.text
    assert said.dialogue.asked == "sure"
    assert said.unsupported == []


@pytest.mark.parametrize("name", ["tell", "followup"])
def test_a_remark_without_a_fact_is_answered_with_what_was_not_told_yet(name: str) -> None:
    first = reply(wish("tell"), profile=COOK, changes=LIVES_THERE)
    heard = [first.text]
    dialogue = first.dialogue
    for _ in range(3):
        said = reply(wish(name), profile=COOK, dialogue=dialogue)
        assert 0 < said.words <= 80
        assert said.text not in heard
        assert said.unsupported == []
        heard.append(said.text)
        dialogue = said.dialogue


def test_an_offer_told_beside_thanks_is_judged() -> None:
    told = Amount(low=88000, period="year", text="88k")
    stands = DialogueState(
        topic=Subject(role="web developer", place="Atlanta"), offers=[Offer(amounts=[told])]
    )
    said = reply(wish("thanks"), dialogue=stands, message="thanks! they offered 88k")
    assert "percentile" in said.text
    assert said.unsupported == []
    assert "percentile" not in reply(wish("thanks"), dialogue=stands, message="thanks").text


def test_a_corrected_fact_says_what_it_moves() -> None:
    profile = Profile(target_role="data analyst", current_role="cook")
    said = reply(wish("correct"), profile=profile, changes=[HOURS])
    assert "6 hours a week" in said.text
    assert "weeks" in said.text
    assert said.unsupported == []


def test_nothing_known_asks_for_the_work() -> None:
    assert reply(wish("tell")).dialogue.asked == "current"
    assert reply(wish("hello")).dialogue.asked == "current"
    assert reply(wish("recall")).dialogue.asked == "current"


def test_a_correction_is_said_in_its_words() -> None:
    changes = (
        ProfileChange(field="location", value="Portland, Maine"),
        ProfileChange(field="years_experience", value=6),
    )
    said = reply(wish("correct"), changes=changes)
    assert "Portland, Maine" in said.text
    assert "6 years" in said.text
    assert said.unsupported == []


@pytest.mark.parametrize("op", ["set", "clear", "add", "remove"])
def test_every_field_can_be_corrected(op: str) -> None:
    for name in ProfileChange.model_fields["field"].annotation.__args__:  # type: ignore[union-attr]
        value = ["2026-12-18..2026-12-31"] if name == "busy" else ["SQL"] if "skills" in name else "12"
        change = ProfileChange.model_validate({"field": name, "op": op, "value": value})
        assert reply(wish("correct"), changes=(change,)).text


def test_a_correction_that_was_not_read_is_asked_with_two_guesses() -> None:
    assert "?" in reply(wish("correct")).text


def test_what_was_told_is_told_back() -> None:
    profile = Profile(
        current_role="nurse",
        location="Tampa",
        years_experience=5,
        skills=["Excel"],
        target_role="data analyst",
    )
    stands = DialogueState(alternatives=["medical coder"], offers=[Offer(amounts=[Amount(low=70000)])])
    said = reply(wish("recall"), profile=profile, dialogue=stands)
    for told in ("nurse", "Tampa", "5 years", "Excel", "data analyst", "medical coder", "offer"):
        assert told in said.text
    assert said.unsupported == []


def test_sources_are_named_by_publisher_and_date() -> None:
    asked = reply(wish("tell"), profile=COOK, changes=LIVES_THERE)
    said = reply(wish("sources"), evidence=asked.view.evidence)
    assert "U.S. Bureau of Labor Statistics" in said.text
    assert "2025" in said.text
    assert "no figure" in reply(wish("sources")).text


def test_an_ellipsis_that_did_not_become_clear_is_answered_as_the_next_thing_about_the_job() -> None:
    stands = DialogueState(topic=Subject(role="welder", place="Tulsa"))
    said = reply(wish("followup"), dialogue=stands)
    assert "$" in said.text
    assert said.unsupported == []
    heard = [said.text]
    while not said.dialogue.held:
        said = reply(wish("followup"), dialogue=said.dialogue)
        assert said.text not in heard
        heard.append(said.text)
    assert len(heard) > 3
    assert [held.name for held in said.dialogue.held] == ["plan"]


@pytest.mark.parametrize("name", ["hello", "thanks", "bye", "who_are_you", "outside"])
def test_small_talk_is_short(name: str) -> None:
    assert 0 < reply(wish(name)).words <= 85


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_language_is_answered_in_it(language: str) -> None:
    profile = Profile(location="Lyon", hours_per_week=8, present_pay=31000)
    said = reply(wish("foreign"), profile=profile, language=language)
    for told in ("Lyon", "8", "31,000", "https://findahelpline.com"):
        assert told in said.text
    assert said.text.splitlines()[-1].count("findahelpline") == 1
    others = {reply(wish("foreign"), language=each).text for each in LANGUAGES if each != language}
    assert reply(wish("foreign"), language=language).text not in others


def test_a_language_that_is_not_held_is_answered_in_english() -> None:
    assert reply(wish("foreign"), language="sv").text == reply(wish("foreign"), language="en").text


def test_every_language_has_every_sentence() -> None:
    held = prompts.replies("foreign")
    names = {key.partition("_")[2] for key in held}
    assert {f"{language}_{name}" for language in LANGUAGES for name in names} == set(held)


@pytest.mark.parametrize(
    ("name", "profile", "leads_to"),
    [
        ("feelings", COOK, "feelings"),
        ("hello", Profile(), "tell"),
        ("approve", Profile(target_role="devops"), "plan"),
    ],
)
def test_the_answer_to_an_offer_leads_to_what_was_offered(name: str, profile: Profile, leads_to: str) -> None:
    assert [held.name for held in reply(wish(name), profile=profile).dialogue.held] == [leads_to]


def test_a_no_is_taken_and_nothing_is_offered_again() -> None:
    profile = Profile(current_role="Nurse", target_role="Data Analyst", hours_per_week=6)
    assert reply(wish("answer"), profile=profile).dialogue.asked == "sure"
    refused = reply(wish("answer", kind="no"), profile=profile)
    assert refused.dialogue.asked is None
    assert refused.text == prompts.reply("answer.left")
