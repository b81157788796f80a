"""What a message says beside what was told before: another job or place, hours for one evening, amounts given up."""

from datetime import date

import pytest

from agent.context import CoachContext
from agent.models import DialogueState, Posting, Profile, Subject, Understanding, Wish
from agent.models.changes import apply_changes
from agent.nlu.mentions import Mention, Message
from agent.nlu.read import interpret
from agent.policy.offline import with_requests
from agent.state import CoachState

TODAY = date(2026, 11, 28)
CONTEXT = CoachContext(today=TODAY)
MECHANIC = Profile(current_role="diesel mechanic", location="Boston")


def read(
    text: str,
    *marked: tuple[str, str, float],
    wishes: tuple[str, ...] = ("tell",),
    before: Profile = MECHANIC,
    dialogue: DialogueState | None = None,
) -> Understanding:
    """A message as the tagger leaves it: of each span its label, its words and how sure it is."""
    mentions, behind = [], 0
    for label, words, sure in marked:
        start = text.index(words, behind)
        behind = start + len(words)
        mentions.append(Mention(label, words, start, behind, sure))
    return interpret(Message(text, tuple(mentions), wishes), before, dialogue or DialogueState(), CONTEXT)


def profile(text: str, *marked: tuple[str, str, float], **more: object) -> Profile:
    before = more.get("before", MECHANIC)
    assert isinstance(before, Profile)
    return apply_changes(before, read(text, *marked, **more).changes)  # type: ignore[arg-type]


def test_another_job_than_the_one_told_before_has_to_be_surer_than_a_first_telling() -> None:
    text, job = "service writers at our place get about 46", "service writers"
    assert profile(text, ("cur", job, 0.85)).current_role == "diesel mechanic"
    assert profile(text, ("cur", job, 0.95)).current_role == job
    assert profile(text, ("cur", job, 0.85), before=Profile()).current_role == job
    assert profile(text, ("cur", job, 0.85), wishes=("correct",)).current_role == job


def test_another_place_is_asked_about_and_no_home() -> None:
    told = read("what should I ask for if they call. nyc", ("loc", "nyc", 0.6), wishes=("ask_for",))
    assert told.changes == []
    assert [subject.place for wish in told.wishes for subject in wish.subjects] == ["nyc"]
    moved = profile("we live in Denver now", ("loc", "Denver", 0.97))
    assert moved.location == "Denver"


def test_the_same_job_or_place_in_fewer_words_overwrites_nothing() -> None:
    before = Profile(current_role="tig welder", location="jacksonville")
    told = profile("dba in jax, as a welder", ("loc", "jax", 0.95), ("cur", "welder", 0.97), before=before)
    assert (told.current_role, told.location) == ("tig welder", "jacksonville")
    narrower = profile("I'm an ICU nurse", ("cur", "ICU nurse", 0.8), before=Profile(current_role="nurse"))
    assert narrower.current_role == "ICU nurse"


def test_a_bare_last_word_is_the_one_job_of_the_thread_that_ends_in_it() -> None:
    thread = DialogueState(recent=[Subject(role="data engineer"), Subject(role="data analyst")])
    told = profile("Analyst it is. Plan please.", ("tgt", "Analyst", 0.9), wishes=("plan",), dialogue=thread)
    assert told.target_role == "data analyst"
    several = DialogueState(recent=[Subject(role="BI analyst"), Subject(role="data analyst")])
    told = profile("Analyst it is.", ("tgt", "Analyst", 0.9), dialogue=several)
    assert told.target_role == "Analyst"


def test_hours_beside_the_day_of_an_interview_are_for_it() -> None:
    due, hours = ("due", "tomorrow at 3", 0.9), ("hrs", "2 hours", 0.9)
    told = read("the call is tomorrow at 3, I've got 2 hours", due, hours, wishes=("interview",))
    assert told.changes == []
    assert [wish.hours for wish in told.wishes] == [2]
    weekly = profile("interview tomorrow at 3. I study 6 hours a week", due, ("hrs", "6 hours a week", 0.9))
    assert weekly.hours_per_week == 6


@pytest.mark.parametrize(
    ("text", "spans", "hours"),
    [
        ("ok then 10 hours instead of 8", ("10 hours", "8"), 10),
        ("not 15, I meant 5", ("15", "5"), 5),
        ("give me half the hours in june", ("half the hours",), None),
    ],
)
def test_hours_that_others_take_the_stead_of_are_given_up(
    text: str, spans: tuple[str, ...], hours: int | None
) -> None:
    told = profile(text, *(("hrs", words, 0.9) for words in spans), wishes=("feedback",))
    assert told.hours_per_week == hours


def test_what_is_asked_about_a_plan_is_no_fact() -> None:
    text, spans = (
        "what is done by end of June at 12 hours",
        (("hor", "by end of June", 0.9), ("hrs", "12 hours", 0.9)),
    )
    asked = profile(text, *spans, wishes=("about_plan",))
    assert (asked.horizon_weeks, asked.hours_per_week) == (None, None)
    told = profile(text, *spans, wishes=("about_plan", "feedback"))
    assert (told.horizon_weeks, told.hours_per_week) == (31, 12)


@pytest.mark.parametrize(("words", "begins"), [("from January", True), ("from now until January", False)])
def test_from_a_day_on_is_when_it_begins(words: str, begins: bool) -> None:
    told = profile(f"plan it {words}", ("hor", words, 0.7))
    assert (told.start_date is not None, told.horizon_weeks is None) == (begins, begins)


def test_years_beside_a_former_job_are_not_those_of_the_present_one() -> None:
    text = (
        "worked at a call center for two years, then I got into customer success where I've been for 3 years"
    )
    spans = ("past", "call center"), ("yrs", "two years"), ("cur", "customer success"), ("yrs", "3 years")
    told = profile(text, *((label, words, 0.9) for label, words in spans), before=Profile())
    assert told.years_experience == 3


def test_a_plan_after_a_posting_is_for_the_job_it_looks_for() -> None:
    thread = DialogueState(posting=Posting(title="Data Engineer II"), topic=Subject(role="diesel mechanic"))
    told = profile("plan for exactly those gaps", wishes=("plan",), dialogue=thread)
    assert told.target_role == "Data Engineer II"


@pytest.mark.parametrize("words", ["Security+", "ASE master certs", "QuickBooks", "CDL"])
def test_certificates_and_products_are_no_work_whatever_their_label(words: str) -> None:
    text = f"I have {words}"
    assert profile(text, ("cur", words, 0.99), before=Profile()).current_role is None
    wanted = profile(text, ("tgt", words, 0.99), before=Profile()).target_role
    assert wanted == (words if words == "CDL" else None)


def test_a_job_that_is_asked_about_for_oneself_begins_no_talk_of_another() -> None:
    text, job = "and rn? my sister is rn in Houston, makes 92", ("ask", "rn", 0.8)
    told = read(text, job, ("oth", "rn", 0.97), ("oloc", "Houston", 0.96), wishes=("pay",))
    assert told.dialogue is not None
    assert told.dialogue.other is None


def test_a_field_to_which_a_plan_is_wanted_is_the_goal() -> None:
    thread = DialogueState(topic=Subject(role="devops"))
    told = read("ok cloud then. plan it", ("learn", "cloud", 0.5), wishes=("plan",), dialogue=thread)
    assert ("target_role", "cloud") in [(each.field, each.value) for each in told.changes]


def test_a_field_is_weighed_against_the_one_job_beside_it() -> None:
    text = "I keep hearing cloud and I keep hearing devops, which one should I aim at"
    told = read(text, ("lack", "cloud", 0.4), ("tgt", "devops", 0.7), wishes=("which_first",))
    assert [subject.role for wish in told.wishes for subject in wish.subjects] == ["cloud", "devops"]


def test_skills_are_noted_by_the_names_they_were_told_by() -> None:
    skills = ("Linux", "Bash", "CCNA", "kuberntes")
    told = profile("Linux, Bash, CCNA, kuberntes", *(("have", each, 0.9) for each in skills))
    assert told.skills == ["Linux", "Bash", "CCNA", "Kubernetes"]


def test_a_plan_is_for_no_job_that_they_have() -> None:
    asked = Understanding(wishes=[Wish(name="plan")], dialogue=DialogueState(topic=Subject(role="Welder")))
    planned = with_requests(CoachState(profile=Profile(current_role="welder")), CONTEXT, asked)
    assert (planned.changes, planned.plan_wanted) == ([], False)


def test_years_of_what_is_no_job_are_no_experience() -> None:
    home, years = "running the house", "since 2022"
    at_home = profile(f"Been {home} {years}.", ("cur", home, 0.62), ("yrs", years, 0.8), before=Profile())
    assert at_home.years_experience is None and at_home.current_role is None
    at_work = profile(f"Welder {years}.", ("cur", "Welder", 0.9), ("yrs", years, 0.8), before=Profile())
    assert at_work.years_experience == 4


def test_a_benefit_that_somebody_goes_without_is_no_skill() -> None:
    text = "60k with no PTO and no Python"
    assert profile(text, ("lack", "PTO", 0.9), ("lack", "Python", 0.9)).missing_skills == ["Python"]
