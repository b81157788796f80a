"""A message of several questions is read part by part, with what is told beside them."""

from datetime import date

import pytest

from agent.models import DialogueState, Profile, Subject, Wish
from agent.nlu.beside_a_text import for_the_text
from agent.nlu.by_parts import wishes_of
from agent.nlu.parts import fragments, parts
from agent.nlu.tagger import default_tagger
from agent.nlu.tagging import tag
from agent.nlu.told import conditions_told

JOBS = {"electrician", "plumber", "welder"}


def read(text: str) -> list[Wish]:
    message = tag(text, (), default_tagger())
    return wishes_of(message, DialogueState(), Profile(), date(2026, 11, 29))


def asked(text: str) -> list[str]:
    return [part.text for part in parts(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("what do roofers earn in Tulsa, do i need a license and how long is the training", 3),
        ("1) what do bakers make 2) is the work hard on the back", 2),
        ("I drive a forklift. My back hurts. What else could I do?", 1),
        ("Should I stay at the mill or go to trade school?", 1),
        ("I cut hair in Reno and I am tired.", 0),
    ],
)
def test_each_thing_that_is_asked_is_a_part(text: str, wanted: int) -> None:
    assert len(asked(text)) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Which of these pays best in Ohio: electrician, plumber, welder?",
        "Rank electricians, plumbers and welders by pay in Ohio",
    ],
)
def test_a_list_of_jobs_is_one_choice(text: str) -> None:
    (wish,) = read(text)
    assert [subject.role for subject in wish.subjects] == [
        word
        for word in text.replace(":", ",").replace(",", "").rstrip("?").split()
        if word.rstrip("s") in JOBS
    ]
    assert {subject.place for subject in wish.subjects} == {"Ohio"}


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        (
            "what does a paralegal earn in Spokane and in Portland? and is AI going to kill that job",
            {("paralegal", "Spokane"), ("paralegal", "Portland")},
        ),
        (
            "I live in Tulsa. What do pipefitters make here and in Houston, and is it heavy work?",
            {("pipefitters", "Tulsa"), ("pipefitters", "Houston")},
        ),
        (
            "both for electricians and plumbers in Akron: pay and how long the apprenticeship takes",
            {("electricians", "Akron"), ("plumbers", "Akron")},
        ),
    ],
)
def test_several_places_and_jobs_are_kept_beside_another_question(
    text: str, subjects: set[tuple[str, str]]
) -> None:
    told = [{(each.role, each.place) for each in wish.subjects} for wish in read(text)]
    assert subjects in told


def test_what_two_parts_seem_to_ask_is_of_the_one_that_surely_does() -> None:
    text = (
        "A friend does data analysis. How realistic is it, what would I earn and how long would it take me?"
    )
    places = {wish.name: wish.place for wish in read(text)}
    assert places["realistic"] == 1 and places["how_long"] == 3


def test_the_same_two_are_the_places_or_the_jobs_of_the_thread() -> None:
    tulsa, reno = Subject(role="welder", place="Tulsa"), Subject(role="welder", place="Reno")
    thread = DialogueState(topic=reno, pair=[tulsa, reno])
    message = tag("same two places but for plumbers", (), default_tagger())
    (wish, *_) = wishes_of(message, thread, Profile(), date(2026, 11, 29))
    assert {(each.role, each.place) for each in wish.subjects} == {
        ("plumbers", "Tulsa"),
        ("plumbers", "Reno"),
    }


def test_what_is_told_is_no_part_and_stands_beside_all() -> None:
    text = "I cut hair in Reno. What do nurses earn? I have two kids."
    (part,) = parts(text)
    assert [text[start:end] for start, end in part.told] == ["I cut hair in Reno.", "I have two kids."]


def test_a_number_at_the_end_of_a_sentence_begins_no_list() -> None:
    assert "no raise for 3." in [each.text for each in fragments("no raise for 3. How do I ask for one?")]


def test_every_part_has_a_wish_in_its_place() -> None:
    found = read(
        "what does a roofer earn in Tulsa, do i need a degree and how do I explain a gap on my resume"
    )
    assert {wish.place for wish in found} >= {1, 2, 3}
    assert [wish.name for wish in found if wish.place == 1] == ["pay"]
    assert "search.gap_explain" in [wish.advice for wish in found if wish.place == 3]


def test_a_part_that_names_no_job_is_about_that_of_the_part_before() -> None:
    found = read("what does an electrician earn in Omaha? and do i need a degree?")
    second = next(wish for wish in found if wish.place == 2)
    assert [subject.role for subject in second.subjects] == ["electrician"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I'm 58. What do bakers earn?", "age"),
        ("My English isn't very good. What do bakers earn?", "language"),
        ("I never finished high school. What do bakers earn?", "schooling"),
    ],
)
def test_a_condition_is_read_by_its_kind(text: str, kind: str) -> None:
    (told,) = conditions_told(tag(text, (), default_tagger()))
    assert told.kind == kind


def test_what_one_does_is_no_condition() -> None:
    assert conditions_told(tag("I cut hair in Reno. What do bakers earn?", (), default_tagger())) == []


def test_what_is_written_for_the_older_is_no_answer_to_the_young() -> None:
    (told,) = conditions_told(tag("I'm 31. What do bakers earn?", (), default_tagger()))
    assert (told.kind, told.advice) == ("age", None)


def test_a_text_that_is_longer_than_people_talk_is_read_as_a_whole() -> None:
    assert parts("what do bakers earn? " * 200) == []


def test_pay_of_several_jobs_asked_for_one_by_one_is_asked_for_at_once() -> None:
    (pay,) = read("what do bakers earn in Toledo, and what do nurses earn?")
    assert [subject.role for subject in pay.subjects] == ["bakers", "nurses"]


def test_which_of_the_skills_of_the_part_before() -> None:
    found = read(
        "do I need to learn Python or is SQL enough, and which one first? I want to be a data analyst"
    )
    second = next(wish for wish in found if wish.name == "which_first")
    assert (second.skills, second.subjects) == (["Python", "SQL"], [])


def test_what_is_asked_of_jobs_still_to_be_listed_waits() -> None:
    found = read(
        "I run a warehouse in Memphis. what else could i do that pays more, and how long would it take"
    )
    assert [(wish.name, wish.kind) for wish in found] == [("options", "pay"), ("how_long", "listed")]


def test_parts_behind_a_pick_are_about_what_was_picked() -> None:
    pair = [Subject(role="phlebotomists"), Subject(role="ultrasound techs")]
    options = ["ultrasound techs", "phlebotomists"]
    shown = DialogueState(topic=pair[1], pair=pair, options=options, wishes=[Wish(name="compare")])
    text = "the second one sounds ok but do they work weekends? and is it getting replaced by ai"
    message = tag(text, ("two",), default_tagger())
    found = wishes_of(message, shown, Profile(), date(2026, 11, 29))
    assert {subject.role for wish in found for subject in wish.subjects} <= {"ultrasound techs"}


def test_what_is_to_stand_in_a_text_is_no_question_of_its_own() -> None:
    found = read("draft the email to the recruiter, Hannah. ask for 165 and a 4 day extension")
    assert {wish.name for wish in found} == {"letter"}


def test_how_work_is_to_be_is_weighed_though_it_is_only_told() -> None:
    wishes = read("I lay tile in Yuma, bad shoulder. What else is out there? And is it hard to get in?")
    (options,) = (wish for wish in wishes if wish.name == "options")
    assert "light" in options.conditions


def test_what_only_seems_to_ask_is_told() -> None:
    text = "I fix looms near Yuma. Need about $45k. What's out there, and would anyone hire a 56 year old?"
    assert len(parts(text)) == 3 and {wish.place for wish in read(text) if wish.name != "condition"} == {1, 2}


def test_a_text_is_made_of_what_is_not_asked_beside_it() -> None:
    text = "write my boss Dana that i need next friday off, and what do lpns make here?"
    message = tag(text, (), default_tagger())
    wishes = wishes_of(message, DialogueState(), Profile(), date(2026, 11, 29))
    assert {wish.name for wish in wishes} == {"letter", "pay"}
    assert for_the_text(message, wishes).text == "write my boss Dana that i need next friday off,"
    alone = tag("write my boss that i need friday off", (), default_tagger())
    assert for_the_text(alone, [Wish(name="letter")]) is alone


def test_pay_of_jobs_still_to_be_listed_stands_in_the_list() -> None:
    found = read("barber in memphis, 12 yrs, my wrists hurt. what else could i do and what would it pay?")
    names = {wish.name for wish in found}
    assert "options" in names and "pay" not in names


@pytest.mark.parametrize(
    "text",
    [
        "my brother keeps saying he wants to end it since the layoff, how do i get him to apply for something",
        "my friend is suicidal and i have a shift at 6, what do i tell my boss",
        "my little brother says hes tired of living, he lost the apprenticeship in may",
        "a student of mine says she doesn't see the point of being alive",
        "Is it normal that my husband sits with the gun safe open since he got the letter",
        "my daughter wrote that she wants everything to stop and shes not answering",
        "someone on my team posted a suicide note i think",
    ],
)
def test_the_life_of_somebody_near_goes_before_all_else(text: str) -> None:
    found = [wish for wish in read(text) if wish.kind != "unsure"]
    assert [wish.advice for wish in found] == ["handling.worried_about_someones_life"]


@pytest.mark.parametrize(
    "text",
    [
        "my boss is going to kill me when i give notice, how do i say it",
        "this job is killing my husband, he's a roofer, what else could he do",
        "he'd rather die than wear a tie lol, but what office jobs fit a mechanic like him",
        "My dad is dying and I need time off, what do I tell work",
        "I taught the suicide awareness course for the guard, does that help for HR jobs",
        "my friend shot down my idea of a food truck, was she right",
        "Everyone would be better off without our manager. How do I report him?",
        "my best worker says he's done here. how do I keep him",
    ],
)
def test_an_idiom_or_another_sorrow_is_no_worry_for_a_life(text: str) -> None:
    assert "handling.worried_about_someones_life" not in {wish.advice for wish in read(text)}


def test_a_feeling_is_that_of_the_whole_message() -> None:
    """Of "Am I being silly?" alone another is read."""
    text = (
        "Monday they demoed a robot that does my station and everyone cheered. I cheered! That is my job, "
        "what do I do now? Am I being silly?"
    )
    assert {wish.feeling for wish in read(text) if wish.name == "feelings"} == {"machines"}
