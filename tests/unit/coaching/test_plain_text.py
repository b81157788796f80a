"""A text in their own words: whom it goes to, what it tells and asks, and nothing that was not told."""

import pytest

from agent.coaching import plain_text
from agent.models import Amount, DialogueState, Offer, OwnText, Profile, TextPart, Wish
from agent.models.dialogue import TONES
from tests.unit.coaching.asking import ask
from tests.unit.coaching.replying import reply

ASKS = TextPart(kind="wanted", text="asking if i can come see a job site")
TELLS = TextPart(kind="said", text="im off on saturdays")
TOLD = DialogueState(addressee="Ray", own_text=OwnText(parts=[ASKS]))
OFFERS = [Offer(amounts=[Amount(low=52000, period="year")], role="cook", place="New Orleans")]
DENTAL = Profile(current_role="dental hygienist", target_role="cleaning supervisor")


@pytest.mark.parametrize("name", ["letter", "words"])
def test_it_says_what_they_told_and_no_more(name: str) -> None:
    reply = ask(Wish.model_validate({"name": name}), profile=DENTAL, dialogue=TOLD)
    assert "> Hi Ray,\n> Can I come see a job site?\n> Thank you, [your name]" in reply.text
    assert "hygienist" not in reply.text and "supervisor" not in reply.text
    assert reply.unsupported == [] and not reply.dialogue.text


def test_what_was_not_told_is_left_open_and_asked() -> None:
    reply = ask(Wish(name="letter"), dialogue=DialogueState(addressee="Ms. Ontiveros"))
    assert "> Hi Ms. Ontiveros," in reply.text and "[what it is about]" in reply.text
    assert "What is it to say" in reply.text
    assert "> Hi [name]," in ask(Wish(name="letter")).text


def test_words_of_which_nothing_was_told_are_not_made_up() -> None:
    assert "> Hi" not in ask(Wish(name="words")).text


def test_shorter_it_has_no_thanks() -> None:
    reply = ask(Wish(name="letter", kind="shorter"), dialogue=TOLD)
    assert "job site" in reply.text and "Thank you" not in reply.text


def test_an_application_for_no_job_that_was_named_leaves_the_job_open() -> None:
    was = Profile(former_role="retail manager")
    reply = ask(Wish(name="letter", kind="application"), profile=was)
    assert "to work as [the job] with you" in reply.text
    same = was.model_copy(update={"target_role": "retail manager"})
    assert "[the job]" not in ask(Wish(name="letter", kind="application"), profile=same).text


def test_on_an_offer_a_letter_is_a_text_and_words_are_for_a_talk() -> None:
    held = DialogueState(offers=OFFERS, addressee="Andre")
    text = ask(Wish(name="letter"), dialogue=held)
    assert "> Hi Andre, thank you for the offer" in text.text and text.unsupported == []
    assert "1. “Thank you for the offer" in reply(Wish(name="words"), dialogue=held).text


def test_with_an_offer_in_the_thread_a_text_may_be_on_something_else() -> None:
    other = TOLD.model_copy(update={"offers": OFFERS})
    assert "job site" in ask(Wish(name="letter"), dialogue=other).text
    assert "job site" in ask(Wish(name="words"), dialogue=other).text


def test_it_stays_theirs_across_remarks() -> None:
    parts = [ASKS, TELLS, TextPart(kind="said", text="and put that i have boots", later=True)]
    filled = ask(Wish(name="letter", kind="filled"), dialogue=of(*parts))
    assert "Can I come see a job site? I'm off on Saturdays. I have boots." in filled.text
    out = ask(Wish(name="letter", kind="filled"), dialogue=of(*parts, TextPart(kind="out", text="no boots")))
    assert "boots" not in out.text and "Saturdays" in out.text
    thanks = of(*parts, TextPart(kind="out", text="take the thank you out"))
    assert "Thank you" not in ask(Wish(name="letter", kind="filled"), dialogue=thanks).text


def test_in_short_it_says_what_it_asks_and_a_little() -> None:
    more = [TextPart(kind="said", text=f"i have boots of {kind}") for kind in ("rubber", "steel", "felt")]
    cut = of(*more, ASKS, shortened=4)
    short = ask(Wish(name="letter", kind="shorter"), dialogue=cut)
    assert "job site?" in short.text and "steel" in short.text and "felt" not in short.text
    since = cut.own_text.model_copy(update={"parts": [*cut.own_text.parts, TELLS], "heart": True})
    heart = ask(Wish(name="letter", kind="filled"), dialogue=cut.model_copy(update={"own_text": since}))
    assert "job site?" in heart.text and "boots" not in heart.text and "Saturdays" in heart.text


def test_a_message_has_no_close_of_a_letter_and_an_application_names_the_job() -> None:
    spoken = ask(Wish(name="letter"), dialogue=of(ASKS, TELLS, spoken=True))
    assert "[your name]" not in spoken.text
    cook = Profile(current_role="dishwasher", target_role="prep cook")
    applies = of(TextPart(kind="said", text="i washed dishes for nine years at the Elk"), applies=True)
    text = ask(Wish(name="letter", kind="application"), profile=cook, dialogue=applies).text
    assert "as a prep cook. I washed dishes for nine years at the Elk." in text


def test_a_written_text_is_edited_before_its_close() -> None:
    own = OwnText(
        parts=[
            TextPart(kind="said", text="told before the text was there"),
            TextPart(kind="said", text="add that i have a van", later=True),
            TextPart(kind="out", text="nothing about my knee", later=True),
        ]
    )
    text = "Hi [name], I would like the route. My knee is better. Could we talk? Thank you, [your name]"
    assert plain_text.edited(text, own) == (
        "Hi [name], I would like the route. I have a van. Could we talk? Thank you, [your name]"
    )
    greeting = plain_text.edited("Dear Ann, my knee is better. I can come.", own)
    assert greeting == "Dear Ann, I can come. I have a van."


def test_it_is_signed_and_sounds_as_they_want_it() -> None:
    own = OwnText(parts=[TELLS, ASKS], signed="Jo", to_one=True)
    texts = {
        tone: ask(
            Wish(name="letter", kind="filled"),
            dialogue=DialogueState(own_text=own.model_copy(update={"tone": tone})),
        ).text
        for tone in TONES
    }
    assert all(text.rstrip().endswith("Jo") for text in texts.values())
    assert texts["firmer"].index("job site") < texts["firmer"].index("Saturdays")
    assert "I hope you are doing well." in texts["warmer"] and "Thank you so much" in texts["warmer"]
    assert "I am off on Saturdays." in texts["formal"] and "Kind regards" in texts["formal"]


def test_whom_it_goes_to_is_spoken_to() -> None:
    own = OwnText(
        parts=[TextPart(kind="said", text="my foreman keeps texting me on sundays")],
        whom="foreman",
        to_one=True,
    )
    text = ask(Wish(name="letter"), dialogue=DialogueState(own_text=own)).text
    assert "You keep texting me on Sundays." in text and "foreman" not in text.split("> ", 1)[1]


def test_words_stand_in_the_place_of_others_and_lines_are_for_a_cv() -> None:
    own = OwnText(parts=[TELLS], swaps=[("mondays", "saturdays")], takes_out=True)
    assert (
        "off on mondays"
        in ask(Wish(name="letter", kind="filled"), dialogue=DialogueState(own_text=own, addressee="Ray")).text
    )
    none = own.model_copy(update={"swaps": [("mondays", "fridays")]})
    assert (
        "nothing of that"
        in ask(
            Wish(name="letter", kind="filled"), dialogue=DialogueState(own_text=none, addressee="Ray")
        ).text
    )
    lines = OwnText(parts=[TextPart(kind="said", text="i led 8 sailors and kept the log")], lines=True)
    text = ask(Wish(name="letter", kind="cv"), dialogue=DialogueState(own_text=lines)).text
    assert "> - Led 8 sailors and kept the log" in text and "Hi" not in text


def of(
    *parts: TextPart, spoken: bool | None = None, applies: bool = False, shortened: int = 0
) -> DialogueState:
    own = OwnText(parts=list(parts), spoken=spoken, applies=applies, shortened=shortened)
    return DialogueState(addressee=None if applies else "Ray", own_text=own)
