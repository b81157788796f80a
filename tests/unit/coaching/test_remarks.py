"""Short messages after an answer: a doubt, a remark, a rejection, how it went; and help where danger is not sure."""

from agent.models import DialogueState, Profile, Wish
from tests.unit.coaching.replying import reply, wish

NURSE = Profile(current_role="nurse", location="Tucson, AZ")


def first_of(text: str) -> str:
    return text.partition(".")[0]


def test_a_remark_is_never_said_back_in_their_own_words() -> None:
    for message in ("is it normal", "I cried again. I can't do two more years of this"):
        assert "“" not in reply(wish("feelings"), profile=NURSE, message=message).text


CRYING = "told.crying_in_car"


def test_a_doubt_after_an_answer_gets_a_word_of_its_own_and_the_rest_of_that_answer() -> None:
    first = reply(Wish(name="advice", advice=CRYING), profile=NURSE)
    stands = first.dialogue.model_copy(
        update={"wishes": [Wish(name="feelings", kind="after", advice=CRYING)]}
    )
    said = reply(Wish(name="feelings", kind="after", advice=CRYING), profile=NURSE, dialogue=stands)
    assert said.text.startswith("Many people go through that") and "A way out in view" in said.text
    again = reply(Wish(name="tell", advice=CRYING), profile=NURSE, dialogue=said.dialogue)
    assert again.text.startswith("I can't take it away") and "$" not in again.text


def test_a_remark_after_a_feeling_stays_with_it() -> None:
    felt = wish("feelings", feeling="body")
    first = reply(felt, profile=NURSE)
    said = reply(
        wish("followup"), profile=NURSE, dialogue=first.dialogue.model_copy(update={"wishes": [felt]})
    )
    assert "$" not in said.text and first_of(said.text) != first_of(first.text)


def test_what_was_rejected_is_followed_by_what_was_not_said_or_by_a_question() -> None:
    crying, act = Wish(name="advice", advice=CRYING), wish("pushback")
    first = reply(crying, profile=NURSE)
    stands = first.dialogue.model_copy(update={"wishes": [act, crying]})
    said = reply(act, crying, profile=NURSE, dialogue=stands)
    assert said.text.startswith("Fair; then this instead.") and "A way out in view" in said.text
    nothing = reply(act, crying, profile=NURSE, dialogue=said.dialogue)
    assert "nothing better" in nothing.text and nothing.text.endswith("I take only that.")


def test_pay_that_was_rejected_is_not_told_again() -> None:
    pay, act = wish("pay", "welder", "Tulsa"), wish("pushback")
    first = reply(pay)
    stands = first.dialogue.model_copy(update={"wishes": [act, pay]})
    said = reply(act, pay, dialogue=stands)
    assert said.text.startswith("Fair") and "$" not in said.spoken and "way in" in said.text


def test_a_list_that_was_rejected_twice_is_not_shown_a_third_time() -> None:
    options, act = wish("options"), wish("pushback")
    dialogue, texts = DialogueState(wishes=[act, options]), list[str]()
    for _ in range(4):
        said = reply(act, options, profile=NURSE, dialogue=dialogue)
        texts.append(said.text)
        dialogue = said.dialogue
    assert (
        len(set(texts)) == 4 and "nothing better" in texts[1] and not any("$" in each for each in texts[1:])
    )


def test_how_it_went_without_a_plan_asks_what_is_open() -> None:
    said = reply(Wish(name="progress", kind="after"), profile=NURSE)
    assert "what is still open" in said.text and "plan" not in said.text


def test_help_is_one_quiet_line_after_the_answer() -> None:
    unsure = Wish(name="crisis", kind="unsure")
    said = reply(wish("feelings", feeling="body"), unsure, profile=NURSE)
    assert said.text.startswith("Losing work") and said.text.endswith("at any hour.*")
