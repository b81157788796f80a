"""What is said of a text: one that the coach wrote is made shorter, plainer, warmer, firmer; one of theirs is looked at."""

import pytest

import prompts
from agent.models import DialogueState, Letter, LetterLine, LetterNotes, Profile, Wish
from agent.models.letter import TONES
from agent.nlu.own_text import quoted
from tests.unit.coaching.asking import ask

WRITTEN = "texts_work.fewer_days"
LEAVING = "texts_work.resign_short"
BULLET = "Leveraged cutting-edge deep learning to drive actionable insights for churn."


def held(entry: str = WRITTEN, **notes: object) -> DialogueState:
    first = ask(Wish(name="letter", advice=entry)).dialogue
    return first.model_copy(update={"notes": LetterNotes.model_validate({"again": True, **notes})})


def test_a_text_that_was_written_is_what_a_remark_is_about() -> None:
    first = ask(Wish(name="letter", advice=WRITTEN)).dialogue
    assert first.letter is not None and first.letter.entry == WRITTEN
    shorter = ask(Wish(name="letter", kind="changed"), dialogue=held(short=0))
    assert "In few words" in shorter.text and shorter.unsupported == []
    assert len(shorter.text.split()) < len(str(prompts.advice(WRITTEN)["text"]).split())


@pytest.mark.parametrize("kind", ["changed", "judged", "unclear"])
@pytest.mark.parametrize("tone", [None, *TONES])
def test_every_remark_is_answered(kind: str, tone: str | None) -> None:
    read = Wish.model_validate({"name": "letter", "kind": kind})
    reply = ask(read, profile=Profile(current_role="cook"), dialogue=held(tone=tone))
    assert reply.text and reply.unsupported == [] and reply.dialogue.letter is not None


@pytest.mark.parametrize("frame", sorted(prompts.table("letters")))
def test_a_text_of_a_frame_alone_is_shortened_like_any_other(frame: str) -> None:
    letter = Letter(entry=frame, body=[LetterLine(kind="frame", text="I'm glad to say yes.")])
    notes = LetterNotes(again=True, short=0, tone="plainer")
    reply = ask(Wish(name="letter", kind="changed"), dialogue=DialogueState(letter=letter, notes=notes))
    assert reply.text and reply.dialogue.letter is not None


def test_a_text_is_filled_with_what_was_told_for_it() -> None:
    told = DialogueState(
        notes=LetterNotes(to="Marco"),
        details={"day": "December 20", "pay": "$24 an hour", "aim": "$26 an hour"},
    )
    cook = Profile(current_role="line cook")
    reply = ask(Wish(name="letter", advice=LEAVING), profile=cook, dialogue=told)
    assert "Dear Marco" in reply.text and "My last day will be December 20" in reply.text
    assert "as a line cook" in reply.text and "[date]" not in reply.text
    asks = ask(Wish(name="letter", advice="texts_offers.ask_more_base"), profile=cook, dialogue=told)
    assert "bring the base to $26 an hour" in asks.text and "[years]" not in asks.text


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


def test_a_text_of_their_own_stands_in_quotes() -> None:
    for said in (f"here's my bullet: '{BULLET}' be real", f'is this ok? "{BULLET}"'):
        found = quoted(said)
        assert found is not None and found.passage == BULLET and BULLET not in found.around
    assert quoted("'cause I been here six years and it's all the drivers' fault, write it for me") is None
    assert quoted("my boss says 'no way' and it's what I'd expect, isn't it") is None
