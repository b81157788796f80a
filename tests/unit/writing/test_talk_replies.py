"""What is said where nothing was looked up: facts, somebody else's facts, advice, questions about the coach."""

from typing import Any

import pytest

from agent.grounding import check_answer
from agent.models import Plan, Profile, ProfileChange
from agent.policy.offline import OfflinePolicy
from tests.unit.writing.asking import ask, pay, way
from tests.unit.writing.states import CONTEXT, library, state_of

HYGIENIST = Profile(current_role="dental hygienist", years_experience=6, location="Spokane")


def noting(profile: Profile, told: list[str] | None = None, **values: Any) -> str:
    changes = [ProfileChange(field=field, value=value) for field, value in values.items()]
    return ask("...", profile=profile, told=told or [], intents=["profile"], changes=changes)


def test_facts_are_acknowledged_in_a_sentence_with_one_next_step() -> None:
    text = noting(HYGIENIST, years_experience=6, current_role="dental hygienist", location="Spokane")
    assert text.startswith(
        "Noted: you work as a dental hygienist, have 6 years of experience and are in Spokane. Is there a role"
    )
    assert "what a dental hygienist earns in Spokane" in text and text.count("?") == 1


def test_nobody_abroad_is_offered_wages_of_their_place() -> None:
    abroad = noting(Profile(current_role="graphic designer", location="Berlin"), location="Berlin")
    assert "what a graphic designer earns in the United States" in abroad


def test_a_verb_is_not_said_twice_and_present_pay_is_not_called_nothing() -> None:
    profile = HYGIENIST.model_copy(update={"hours_per_week": 9})
    both = noting(profile, years_experience=6, hours_per_week=9)
    assert both.startswith("Noted: you have 6 years of experience and 9 hours a week.")
    paid = ask("i make 19 an hour", intents=["profile"], details={"amount": 39_520, "amount_kind": "current"})
    assert paid.startswith("Ask me whether that is fair")


def test_the_same_next_step_is_not_offered_twice() -> None:
    told: list[str] = []
    for place in ("Spokane", "Boise", "Tulsa", "Reno"):
        told.append(noting(HYGIENIST.model_copy(update={"location": place}), told, location=place))
    assert sum("Is there a role you would like to move to?" in text for text in told) == 1
    assert "O*NET lists as related to dental hygienists: dental assistants" in told[1]
    assert len(set(told)) == len(told) and "?" not in told[3]


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("target_role", "AI engineer", "you want to work as an AI engineer"),
        ("target_role", "data engineering", "you want to work in data engineering"),
        ("current_role", "former paralegal", "you used to work as a paralegal"),
        ("current_role", "HR specialist", "you work as an HR specialist"),
        ("location", "el paso", "you are in El Paso"),
        ("location", "Bay Area", "you are in the Bay Area"),
        ("target_role", "truck drivers", "you want to work as a truck driver"),
        ("years_experience", 1, "you have 1 year of experience"),
        ("horizon_weeks", 26, "you want to be there within 26 weeks"),
        ("target_salary", 90_000, "you aim for $90,000 a year"),
        ("skills", ["SQL", "Python"], "you know SQL and Python"),
        ("missing_skills", ["Kubernetes"], "you have yet to learn Kubernetes"),
        ("start_date", "2027-03-01", "you start on 1 March 2027"),
    ],
)
def test_each_fact_reads_as_english(field: str, value: Any, said: str) -> None:
    assert f"Noted: {said}." in noting(Profile.model_validate({field: value}), **{field: value})


def test_what_is_noted_is_listed_only_when_asked_for() -> None:
    asked = ask("What do you know about me?", profile=HYGIENIST, intents=["profile"])
    assert "- you work as a dental hygienist" in asked and "Tell me what is wrong" in asked
    assert "nothing about you yet" in ask("what have you noted about me?", intents=["profile"])
    repeated = ask("No, I said Spokane", profile=HYGIENIST, intents=["profile"])
    assert repeated == "That is how I have it: you are in Spokane."


def test_what_is_told_of_others_changes_nothing_and_is_said_so() -> None:
    text = ask(
        "My sister is a lawyer in Miami and earns 150k.",
        profile=HYGIENIST,
        intents=["profile"],
        details={"topic_role": "lawyer"},
    )
    assert text == (
        "That is about somebody else, so I note nothing about you from it. If you want to know what a lawyer earns, "
        "ask me."
    )


def test_what_was_not_understood_is_said_with_what_can_be_asked() -> None:
    asked = ask("Why flurb the grommet?", intents=["small_talk"])
    assert asked.startswith("I did not understand “Why flurb the grommet”. Ask me, for example,")
    stated = ask("The weather turned my knees.", intents=["small_talk"])
    assert stated.startswith("I found no question in that")
    assert "Hello" not in asked + stated
    again = ask("Why flurb the grommet?", told=[asked], intents=["small_talk"])
    assert again == "I did not understand “Why flurb the grommet”. Could you say it in other words?"


def test_advice_is_the_work_that_lies_near() -> None:
    text = ask("What would you do in my place?", profile=HYGIENIST, intents=["small_talk"])
    assert text.startswith("I cannot choose for you") and "dental assistants" in text
    empty = ask("Curious what else is out there.", way("dental hygienist"), profile=HYGIENIST)
    assert "dental assistants" in empty and "roadmap" not in empty
    unknown = ask("no clue what to do", intents=["outside"])
    assert "name two roles" in unknown


def test_advice_is_no_question_to_the_library() -> None:
    found = library("What would you recommend?", "An AI engineer recommends tests.")
    state = state_of(HYGIENIST, [("search_documents", {"query": found.query}, found)], message=found.query)
    assert "AI engineer" not in OfflinePolicy().answer(state, CONTEXT).text


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("What do you mean by median?", "half of the people in that job earn less"),
        ("Where do your numbers come from?", "Bureau of Labor Statistics"),
        ("How sure are you about these numbers?", "estimates from a survey"),
        ("Do you store my data?", "stays on the machine"),
    ],
)
def test_questions_about_the_coach_are_answered(message: str, said: str) -> None:
    assert said in ask(message, intents=["small_talk"], details={"small_talk": "capability"})


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("You're useless", "I am sorry that this did not help."),
        ("that's not what i asked", "I am sorry that this did not help."),
        ("I'm feeling overwhelmed", "That sounds hard."),
    ],
)
def test_complaints_and_worries_are_met(message: str, said: str) -> None:
    assert ask(message, intents=["small_talk"], details={"small_talk": "other"}).startswith(said)


def test_sources_are_those_of_what_was_said() -> None:
    call = pay("welder", "Ohio")
    first = ask("pay?", call, intents=["salary"])
    text = ask("Where do you get this?", told=[first], intents=["outside"])
    assert "Bureau of Labor Statistics" in text


def test_a_term_is_explained_instead_of_looked_up_again() -> None:
    text = ask("What do you mean by median?", pay("pharmacist", "Buffalo"), intents=["salary"])
    assert text.startswith("The median is the pay in the middle") and "$" not in text
    asked = ask("what's the median for both?", pay("pharmacist", "Buffalo"), intents=["salary"])
    assert "$137,900" in asked


@pytest.mark.parametrize(
    ("query", "role"),
    [("What do HR specialists do?", "HR specialists"), ("What does a plumber do all day?", "a plumber")],
)
def test_the_library_is_not_quoted_on_work_it_does_not_name(query: str, role: str) -> None:
    found = library(query, "Writing and reviewing code, what an AI engineer does all day.")
    text = (
        OfflinePolicy()
        .answer(state_of(Profile(), [("search_documents", {"query": query}, found)], message=query), CONTEXT)
        .text
    )
    assert text.startswith(f"My library is about AI engineering and does not answer that for {role}.")
    assert "reviewing code" not in text


@pytest.mark.parametrize(
    "query",
    [
        "What are the biggest challenges in AI engineering?",
        "What does an AI backend engineer do all day?",
        "What do the documents say about the growth of AI jobs?",
        "what is a vector database good for",
        "How important is MLOps for AI engineers?",
    ],
)
def test_the_library_is_quoted_on_its_own_field_whatever_words_it_uses(query: str) -> None:
    found = library(query, "Companies need people who turn results into products every day.")
    state = state_of(Profile(), [("search_documents", {"query": query}, found)], message=query)
    assert OfflinePolicy().answer(state, CONTEXT).text.startswith("From the library:")


def test_a_message_beside_a_waiting_plan_is_answered_for_what_it_is() -> None:
    def beside(message: str, **understanding: Any) -> str:
        state = state_of(Profile(target_role="nurse"), [], message=message, **understanding)
        state["draft"] = Plan()
        return OfflinePolicy().answer(state, CONTEXT).text

    thanks = beside("thanks!", intents=["small_talk"], details={"small_talk": "thanks"})
    assert thanks.startswith("You're welcome.\n\nYour plan still waits")
    unread = beside("The grommet is blue today.", intents=["review"])
    assert unread.startswith("I found nothing in that to change in the draft.")
    assert "in a script" not in thanks + unread
    approved = beside("Approve it yourself, I trust you", intents=["review"])
    assert approved.startswith("Words in a message do not approve a plan")
    who = beside("Who approved it?", intents=["review"], details={"about_plan": True})
    bye = beside("ok bye", intents=["small_talk"], details={"small_talk": "goodbye"})
    assert "Words in a message" not in who + bye


def test_usual_skills_of_the_present_work_are_asked_about_where_the_target_needs_them() -> None:
    developer = Profile(current_role="backend developer", target_role="AI engineer", hours_per_week=8)
    text = noting(developer, hours_per_week=8)
    assert text.startswith("Noted: you have 8 hours a week. Do you know SQL, ")
    assert "REST APIs" in text and text.endswith("If you tell me, each of them shortens the way.")
    knowing = developer.model_copy(update={"skills": ["SQL"]})
    assert "Do you know" not in noting(knowing, hours_per_week=8)
    assert "Do you know" not in noting(
        Profile(current_role="accountant", target_role="plumber"), target_role="plumber"
    )


def test_a_delivered_plan_is_not_offered_again() -> None:
    state = state_of(
        HYGIENIST, [], message="thanks", intents=["small_talk"], details={"small_talk": "thanks"}
    )
    state["profile"] = HYGIENIST.model_copy(update={"target_role": "data analyst", "hours_per_week": 5})
    offered = OfflinePolicy().answer(state, CONTEXT).text
    state["plan"] = Plan()
    after = OfflinePolicy().answer(state, CONTEXT).text
    assert "make my plan" in offered or "Do you know" in offered
    assert (
        after
        == "You're welcome. Tell me what you have finished, or which weeks you lost, and I revise your plan."
    )


def test_the_number_of_a_section_is_no_figure() -> None:
    found = library("What is testing?", "Testing finds faults before users do.")
    found.results[0].source.section = "Duties > 2. Tests and quality"
    state = state_of(Profile(), [("search_documents", {"query": found.query}, found)], message=found.query)
    text = OfflinePolicy().answer(state, CONTEXT).text
    assert "“Tests and quality” [E1]" in text
    assert check_answer(text, state["evidence"], state["profile"], CONTEXT.today) == []
