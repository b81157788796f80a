"""What is said of a job market: the part that was asked for, first."""

import pytest

from tests.unit.writing.asking import ask, market


def reply(message: str, role: str = "registered nurse", place: str | None = "Tucson") -> str:
    return ask(message, market(role, place), intents=["market"])


@pytest.mark.parametrize(
    "message",
    [
        "Where are they paid best?",
        "which cities pay most",
        "Best paid city for them?",
        "What areas pay well?",
    ],
)
def test_where_work_is_paid_best_is_the_ranking_by_median(message: str) -> None:
    text = reply(message, "dental hygienist", None)
    assert text.startswith("The areas with the highest median wage of dental hygienists are San Francisco")
    assert "$146,760" in text and "May 2025 [E" in text and "jobs" not in text


def test_a_ranking_of_states_is_said_not_to_be_one() -> None:
    assert "not of whole states" in reply("Which states pay accountants best?", "accountant", None)


def test_the_outlook_is_the_projection_or_that_there_is_none() -> None:
    known = reply("Is it a growing field?", "software developer", "Austin")
    assert "projected to grow 10% from 2025 to 2035" in known.split("\n\n")[0]
    unknown = reply("What's the outlook?")
    assert unknown.startswith("My sources hold no projection for registered nurses.")
    assert "Occupational Outlook Handbook" in unknown and "people work as registered nurses" in unknown


def test_automation_is_not_guessed_at() -> None:
    text = reply("Will robots take over this job?", "accountant", "Chicago")
    assert text.startswith("How much of this work machines will take over is in none of my sources")


def test_how_many_is_one_sentence_with_the_number() -> None:
    text = reply("how many nurses are there in Tucson")
    assert text.startswith("In Tucson, AZ, 10,120 people work as registered nurses (May 2025)")
    assert "\n" not in text


def test_industries_and_tools_are_named_when_asked_for() -> None:
    text = reply("Which industries hire accountants?", "accountant", "Chicago")
    assert text.startswith("The industries that employ most accountants and auditors in the United States")
    assert "- Offices of Physicians: 232,420 registered nurses [E" in reply("which industries employ them?")
    tools = reply("what software do they use", "accountant", "Chicago")
    assert "QuickBooks" in tools and "people work as" not in tools
    none = reply("which skills do they need", "dental hygienist", "Spokane")
    assert none.startswith("No software or tool is marked") and "onetonline.org" in none


def test_a_general_question_gets_the_figures_that_count_and_no_note_on_what_is_missing_of_others() -> None:
    text = reply("How's the job market?", "accountant", "Chicago")
    assert "41,360 people work as accountants and auditors" in text and "areas with the most" in text
    assert "No trend of job postings" not in text and "technology is marked" not in text
    assert text.endswith("My sources hold no projection for accountants and auditors.")


def test_an_unknown_role_is_not_offered_other_places() -> None:
    text = reply("how's the market", "glimmerwright", "Ohio")
    assert text.startswith("Not known") and "another title" in text and "a US city" not in text


@pytest.mark.parametrize(
    ("role", "place"), [("radiologic technologists", "Florida"), ("veterinary technicians", "Ohio")]
)
def test_words_within_the_name_of_a_role_ask_for_nothing(role: str, place: str) -> None:
    assert "people work as" in reply(f"How's the job market for {role} in {place}?", role, place)


def test_growth_is_that_of_the_first_occupation_that_stands_in() -> None:
    text = reply("Why are AI engineers in demand?", "AI engineer", "Austin")
    assert text.startswith("Employment of software developers")


def test_whose_figures_these_are_is_said_once() -> None:
    stands = reply("Why are AI engineers in demand?", "AI engineer", "Austin")
    assert "no occupation called “AI engineer”: software developers stand in for it here." in stands
    again = ask("How many are there?", market("AI engineer", "Austin"), told=[stands], intents=["market"])
    assert "stand in" not in again
    counted = reply("How is the market?", "UX designer", "Austin")
    assert "Official statistics count “UX designer” among web and digital interface designers." in counted
    assert "Official statistics" not in reply("How is the market?", "plumber", "Ohio")
