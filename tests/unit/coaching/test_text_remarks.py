"""What is said of a text: one that the coach wrote is made shorter, plainer, warmer, firmer; one of theirs is looked at."""

import pytest

import prompts
from agent.models import REMARKS, DialogueState, Profile, Wish
from agent.nlu.own_text import quoted
from tests.unit.coaching.asking import ask

WRITTEN = "texts_work.fewer_days"
LEAVING = "texts_work.resign_short"
BULLET = "Leveraged cutting-edge deep learning to drive actionable insights for churn."


def test_a_text_that_was_written_is_what_a_remark_is_about() -> None:
    first = ask(Wish(name="letter", advice=WRITTEN))
    assert first.dialogue.text == WRITTEN
    shorter = ask(Wish(name="letter", kind="shorter"), dialogue=first.dialogue)
    assert prompts.advice(WRITTEN)["short"] in shorter.text and shorter.unsupported == []
    assert shorter.dialogue.text == WRITTEN


@pytest.mark.parametrize("name", sorted(REMARKS))
@pytest.mark.parametrize("wish", ["letter", "words"])
def test_every_remark_is_answered(wish: str, name: str) -> None:
    read = Wish.model_validate({"name": wish, "kind": name})
    reply = ask(read, profile=Profile(current_role="cook"), dialogue=DialogueState(text=WRITTEN))
    assert reply.text and reply.unsupported == [] and reply.dialogue.text == WRITTEN


def test_a_text_is_filled_with_what_was_told_for_it() -> None:
    told = DialogueState(
        text=LEAVING,
        addressee="Marco",
        details={"day": "December 20", "pay": "$24 an hour", "aim": "$26 an hour"},
    )
    cook = Profile(current_role="line cook")
    reply = ask(Wish(name="letter", kind="filled", advice=LEAVING), profile=cook, dialogue=told)
    assert "Dear Marco" in reply.text and "My last day will be December 20" in reply.text
    assert "as a line cook" in reply.text and "[date]" not in reply.text
    asks = ask(Wish(name="letter", advice="texts_offers.ask_more_base"), profile=cook, dialogue=told)
    assert "bring the base to $26 an hour" in asks.text and "[years]" not in asks.text


def test_what_is_too_long_in_short_comes_to_its_heart() -> None:
    short = ask(Wish(name="letter", kind="shorter", advice=LEAVING), dialogue=DialogueState(text=LEAVING))
    heart = ask(Wish(name="letter", kind="shortest", advice=LEAVING), dialogue=short.dialogue)
    assert heart.text != short.text and "as [your job]." in heart.text and "Please" not in heart.text


def test_an_answer_on_words_names_a_text_that_is_held() -> None:
    named = {
        f"{area}.{name}": entry["written"]
        for area in prompts.advice_areas()
        for name, entry in prompts.advice_of(area).items()
        if "written" in entry
    }
    assert len(named) > 100
    assert [entry for entry, text in named.items() if "text" not in prompts.advice(text)] == []


def test_every_bracket_that_is_filled_stands_in_a_text() -> None:
    texts = [
        str(entry.get("text"))
        for area in prompts.advice_areas()
        for entry in prompts.advice_of(area).values()
    ]
    brackets = [each for kind in prompts.words("brackets").values() for each in kind]
    assert [each for each in brackets if not any(f"[{each}]" in text for text in texts)] == []


def test_a_line_of_a_cv_without_a_number_is_told_so_and_how_it_is_built() -> None:
    reply = ask(Wish(name="letter", kind="cv", query=BULLET))
    assert "number" in reply.text and "so that" in reply.text and reply.unsupported == []
    better = "Cut churn calls by a third for 40,000 policies with a model that runs nightly."
    assert ask(Wish(name="letter", kind="cv", query=better)).text != reply.text


def test_a_message_that_asks_nothing_is_to_end_on_a_question() -> None:
    tells = ask(
        Wish(name="letter", kind="message", query="I work hard and have been here for six years now.")
    )
    asks = ask(
        Wish(name="letter", kind="message", query="Could we talk about my hours for ten minutes on Monday?")
    )
    assert "question" in tells.text and tells.text != asks.text


def test_words_without_a_text_leave_nothing_to_remark_on() -> None:
    stands = DialogueState(text=WRITTEN)
    assert ask(Wish(name="words"), dialogue=stands).dialogue.text is None
    gone = ask(Wish(name="letter", kind="shorter"), dialogue=DialogueState(text="texts_work.no_longer_there"))
    assert gone.text and gone.unsupported == []


def test_a_text_of_their_own_stands_in_quotes() -> None:
    for said in (f"here's my bullet: '{BULLET}' be real", f'is this ok? "{BULLET}"'):
        found = quoted(said)
        assert found is not None and found.passage == BULLET and BULLET not in found.around
    assert quoted("'cause I been here six years and it's all the drivers' fault, write it for me") is None
    assert quoted("my boss says 'no way' and it's what I'd expect, isn't it") is None
