"""A text in their own words: begun within a frame, changed by what is said to it, and nothing that was not told."""

import pytest

from agent.coaching.letters.build import begun, of_a_written_text
from agent.coaching.letters.edit import edited
from agent.coaching.letters.write import written
from agent.models import (
    Amount,
    DialogueState,
    Letter,
    LetterLine,
    LetterNotes,
    LetterPart,
    Offer,
    Profile,
    Wish,
)
from agent.models.letter import TONES, PartKind
from tests.unit.coaching.asking import ask
from tests.unit.coaching.replying import reply

ASKS = LetterPart(kind="wanted", act="if", text="i can come see a job site")
TELLS = LetterPart(kind="said", text="im off on saturdays")
TOLD = DialogueState(notes=LetterNotes(parts=[ASKS], to="Ray"))
OFFERS = [Offer(amounts=[Amount(low=52000, period="year")], role="cook", place="New Orleans")]
DENTAL = Profile(current_role="dental hygienist", target_role="cleaning supervisor")
HELD = begun(LetterNotes(parts=[TELLS, ASKS], to="Ray"), None)


def part(kind: PartKind, text: str) -> LetterPart:
    return LetterPart(kind=kind, text=text)


def after(*parts: LetterPart, letter: Letter = HELD, **notes: object) -> str:
    told = LetterNotes.model_validate({"again": True, "parts": list(parts), **notes})
    return written(edited(letter, told))


@pytest.mark.parametrize("name", ["letter", "words"])
def test_it_says_what_they_told_and_no_more(name: str) -> None:
    said = ask(Wish.model_validate({"name": name}), profile=DENTAL, dialogue=TOLD)
    assert "> Hi Ray,  \n> Can I come see a job site?  \n> Thank you, [your name]" in said.text
    assert "hygienist" not in said.text and "supervisor" not in said.text
    assert said.unsupported == [] and said.dialogue.letter is not None


def test_what_was_not_told_is_left_open_and_asked() -> None:
    said = ask(Wish(name="letter"), dialogue=DialogueState(notes=LetterNotes(to="Ms. Ontiveros")))
    assert "> Dear Ms. Ontiveros," in said.text and "[What you want to say" in said.text
    assert "What is it to say" in said.text
    assert "> Hi" not in ask(Wish(name="words")).text


def test_a_frame_says_what_it_is_about_where_they_do_not() -> None:
    tells = part("said", "i trained six people this year")
    letter = begun(LetterNotes(parts=[tells], entry="raise"), None)
    assert [each.kind for each in letter.body] == ["frame", "said", "ask"]
    asks = LetterPart(kind="wanted", act="for", text="24 an hour")
    own = begun(LetterNotes(parts=[tells, asks], entry="raise"), None)
    assert "ask" not in {each.kind for each in own.body}
    says = part("said", "im leaving my job")
    assert begun(LetterNotes(parts=[says], entry="resign"), None).body[0].kind == "said"


def test_on_an_offer_a_letter_is_a_text_and_words_are_for_a_talk() -> None:
    held = DialogueState(offers=OFFERS, notes=LetterNotes(to="Andre"))
    text = ask(Wish(name="letter"), dialogue=held)
    assert "> Hi Andre, thank you for the offer" in text.text and text.unsupported == []
    assert "1. “Thank you for the offer" in reply(Wish(name="words"), dialogue=held).text
    other = TOLD.model_copy(update={"offers": OFFERS})
    assert "job site" in ask(Wish(name="letter"), dialogue=other).text


def test_the_same_matter_for_another_reader_keeps_what_was_told_and_what_is_out() -> None:
    held = HELD.model_copy(update={"out": ["saturdays"], "entry": "question"})
    other = begun(LetterNotes(to="Kim", other=True), held)
    assert "job site" in written(other) and "Hi Kim," in written(other) and "aturdays" not in written(other)
    assert "job site" not in written(begun(LetterNotes(to="Kim"), held))


def test_it_stays_theirs_across_remarks() -> None:
    assert "I'm off on Saturdays. I have boots. Can I come see a job site?" in after(
        LetterPart(kind="said", act="tell", text="i have boots")
    )
    assert "aturdays" not in after(part("out", "nothing about saturdays"))
    assert "Thank you" not in after(unthanked=True)
    assert after(part("first", "start with the question")).index("job site") < after().index("Saturdays") + 40
    assert "off on Sundays" in after(part("fix", "make it sundays not saturdays"))
    assert "Hi Rey," in after(part("fix", "it's Rey, with an e"))
    assert "job site" not in after(part("out", "cut the last line"))


def test_in_short_it_says_what_it_asks_and_a_little() -> None:
    boots = [part("said", f"i have boots of {kind}") for kind in ("rubber", "steel", "felt")]
    long = begun(LetterNotes(parts=[*boots, ASKS], to="Ray"), None)
    short = after(letter=long, short=0)
    assert "job site?" in short and "steel" in short and "felt" not in short
    two = after(letter=long, short=2)
    assert "job site?" in two and "rubber" in two and "steel" not in two
    assert "Saturdays" in after(TELLS, letter=edited(long, LetterNotes(again=True, short=0)))


def test_a_message_has_no_close_of_a_letter() -> None:
    assert "[your name]" not in written(begun(LetterNotes(parts=[ASKS], spoken=True), None))
    assert "[your name]" in written(begun(LetterNotes(parts=[ASKS], spoken=False), None))


def test_a_written_text_takes_what_is_told_where_it_is_left_open() -> None:
    text = "Hi [name], I would like the route. I have [what you bring]. Could we talk? Thank you, [your name]"
    letter = of_a_written_text(text, "texts_work.other_shift", LetterNotes(to="Ann"))
    assert [each.kind for each in letter.body] == ["frame", "open", "ask"]
    assert written(edited(letter, LetterNotes(again=True, parts=[part("said", "i have a van")]))) == (
        "Hi Ann,\nI would like the route. I have a van. Could we talk?\nThank you, [your name]"
    )


def test_it_is_signed_and_sounds_as_they_want_it() -> None:
    texts = {tone: after(signed="Jo", tone=tone) for tone in TONES}
    assert all(text.endswith("Jo") for text in texts.values())
    assert texts["firmer"].index("job site") < texts["firmer"].index("Saturdays")
    assert "I hope you are doing well." in texts["warmer"] and "Thank you so much" in texts["warmer"]
    assert "I am off on Saturdays." in texts["formal"] and "Kind regards" in texts["formal"]


def test_whom_it_goes_to_is_spoken_to() -> None:
    notes = LetterNotes(
        parts=[part("said", "my foreman keeps texting me on sundays")], whom="foreman", to_one=True
    )
    assert "You keep texting me on Sundays." in written(begun(notes, None))


def test_lines_are_for_a_cv() -> None:
    notes = LetterNotes(parts=[part("said", "i led 8 sailors and kept the log")], lines=True)
    assert written(begun(notes, None)) == "- Led 8 sailors and kept the log"


def test_what_is_nowhere_in_it_is_said_so() -> None:
    held = DialogueState(
        letter=HELD, notes=LetterNotes(again=True, parts=[part("out", "no word of my knee")])
    )
    assert "Nothing of that stands in it" in ask(Wish(name="letter", kind="changed"), dialogue=held).text
    body = [LetterLine(kind="said", text="My knee is better."), *HELD.body]
    knee = held.model_copy(update={"letter": HELD.model_copy(update={"body": body})})
    said = ask(Wish(name="letter", kind="changed"), dialogue=knee)
    assert "knee" not in said.text and "found nothing" not in said.text
