"""What a short message leans on: the last written answer, another one for what was rejected, one for how it went."""

from dataclasses import replace

from agent.models import DialogueState, Wish, WishName
from agent.nlu.advice import advised, with_advice
from agent.nlu.leaning import with_leaning
from agent.nlu.mentions import Mention, Message
from agent.nlu.tagger import default_tagger

CRYING = "told.crying_in_car"
AFTER = DialogueState(wishes=[Wish(name="advice", advice=CRYING)])
TOLD = "im a cna at a nursing home, i cry in the car before every shift"


def message(text: str, *earlier: str) -> Message:
    read = default_tagger().read(text)
    return Message(text, (), (), summary=read.summary, chances=read.chances, earlier=earlier)


def test_a_remark_that_names_nothing_leans_on_the_last_answer() -> None:
    names: tuple[WishName, ...] = ("feelings", "handle", "tell", "followup")
    for name in names:
        assert with_leaning([Wish(name=name)], message("is it normal"), AFTER)[0].advice == CRYING


def test_a_feeling_of_its_own_a_fact_and_other_wishes_lean_on_nothing() -> None:
    for wish in (Wish(name="feelings", feeling="money"), Wish(name="pay")):
        assert with_leaning([wish], message("rent is due"), AFTER) == [wish]
    told = replace(message("17 an hour"), mentions=(Mention("payc", "17 an hour", 0, 10),))
    assert with_leaning([Wish(name="tell")], told, AFTER) == [Wish(name="tell")]
    assert with_leaning([Wish(name="tell")], message("ok"), DialogueState()) == [Wish(name="tell")]


def test_a_doubt_that_looks_like_another_question_is_about_what_was_said() -> None:
    bot = Wish(name="advice", advice="told.coach_are_you_bot")
    read = with_leaning([bot], message("is it normal", TOLD), AFTER)
    assert read == [Wish(name="feelings", advice=CRYING, kind="after")]


def test_a_doubt_behind_a_feeling_is_about_it_and_hints_of_danger_take_nothings_place() -> None:
    felt = DialogueState(wishes=[Wish(name="feelings", feeling="body")])
    read = with_leaning([Wish(name="handle")], message("does this happen to others"), felt)
    assert read == [Wish(name="feelings", kind="after")]
    unsure = Wish(name="crisis", kind="unsure")
    assert with_leaning([unsure], message("whatever"), AFTER) == [unsure, Wish(name="tell", advice=CRYING)]


def test_how_it_went_without_a_plan_is_answered_and_with_one_counted() -> None:
    went = [Wish(name="progress")]
    said = message("I did that last week, nobody answered")
    assert with_leaning(went, said, DialogueState())[0].name == "advice"
    assert with_leaning(went, replace(said, context=("plan",)), DialogueState()) == went
    assert with_leaning(went, message("told her. she said take a week off"), AFTER)[0].kind == "after"


def test_what_is_rejected_gets_another_answer_than_the_last() -> None:
    objects = [Wish(name="pushback"), Wish(name="advice", advice=CRYING)]
    read = with_leaning(objects, message("that's not what I meant", TOLD), AFTER)
    assert [wish for wish in read if wish.advice == CRYING] == [] and read[0].name == "pushback"
    limits = replace(message("days only"), mentions=(Mention("busy", "days only", 0, 9),))
    assert with_leaning(objects, limits, AFTER) == objects


def test_danger_is_never_taken_out() -> None:
    objects, said = [Wish(name="pushback"), AFTER.wishes[0]], message("that's not what I meant", TOLD)
    danger = Wish(name="crisis")
    assert with_leaning([danger, *objects], said, AFTER) == [danger, *objects]
    unsure = Wish(name="crisis", kind="unsure")
    for wishes in (
        objects,
        [Wish(name="progress")],
        [Wish(name="handle")],
        [Wish(name="advice", advice="x.y")],
    ):
        assert unsure in with_leaning([unsure, *wishes], said, AFTER)


def test_a_feeling_that_is_known_gives_way_only_to_an_answer_that_is_likely() -> None:
    said = message("my hands go numb and i drop the scissors now. im scared to tell the salon owner")
    read = advised(said.text, said.summary, said.chances)
    felt = [Wish(name="feelings", feeling="body")]
    assert read is not None
    assert (with_advice(felt, said) == felt) is (read.chance < 0.3)
