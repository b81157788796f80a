"""Which text is wanted: the one in hand, that of the answer before, or that of what was told before."""

from collections.abc import Mapping
from datetime import date

import pytest

from agent.models import DialogueState, OwnText, TextPart, Wish
from agent.nlu.details import bracket, details, gaps
from agent.nlu.fits import text_for
from agent.nlu.mentions import Mention, Message
from agent.nlu.on_a_text import in_hand, of_the_text, with_remark
from agent.nlu.stands import for_a_text
from agent.nlu.tagger import default_tagger
from agent.nlu.texts import of_sure_kinds, text_unasked, with_text

TODAY = date(2026, 11, 28)
TEXT = "texts_work.resign_friendly"
WRITTEN = DialogueState(text=TEXT, wishes=[Wish(name="letter", advice=TEXT)])
BUILT = DialogueState(
    wishes=[Wish(name="letter")],
    addressee="Ray",
    own_text=OwnText(parts=[TextPart(kind="wanted", text="Can I come?")]),
)
ANSWERED = DialogueState(wishes=[Wish(name="advice", advice="saying.tell_good_boss_leaving")])


def read(
    text: str, *wishes: str, mentions: tuple[Mention, ...] = (), earlier: tuple[str, ...] = ()
) -> Message:
    reading = default_tagger().read(text)
    return Message(text, mentions, wishes, summary=reading.summary, chances=reading.chances, earlier=earlier)


def test_in_hand_is_the_text_written_last_or_that_of_the_answer() -> None:
    assert in_hand(WRITTEN) == in_hand(ANSWERED) == TEXT
    gone = DialogueState(text=TEXT, wishes=[Wish(name="pay")])
    assert in_hand(gone) is None and in_hand(DialogueState()) is None


def test_it_is_the_answer_before() -> None:
    message = read("can you write it like a text", "letter", "followup")
    assert of_the_text(Wish(name="letter"), message, ANSWERED).advice == TEXT
    assert of_the_text(Wish(name="letter"), message, DialogueState()) == Wish(name="letter")


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("too long", "pushback", "shorter"),
        ("what if he gets mad", "handle", "refused"),
        ("warmer, she's been good to me", "feelings", "warmer"),
    ],
)
def test_a_remark_on_a_text_is_one_whatever_else_it_may_be(text: str, name: str, kind: str) -> None:
    wish = Wish.model_validate({"name": name})
    (found,) = with_remark([wish], read(text, name), WRITTEN, TODAY)
    assert (found.name, found.kind, found.advice) == ("letter", kind, TEXT)
    assert with_remark([wish], read(text, name), DialogueState(), TODAY) == [wish]


def test_shorter_than_the_short_form_is_its_heart() -> None:
    short = WRITTEN.model_copy(update={"wishes": [Wish(name="letter", kind="shorter", advice=TEXT)]})
    (found,) = with_remark([Wish(name="pushback")], read("too long", "pushback"), short, TODAY)
    assert found.kind == "shortest"


def test_what_a_text_waits_for_is_put_in() -> None:
    said = "he's called Marco btw, and my last day would be dec 20"
    at = said.index("dec 20")
    message = read(said, "tell", mentions=(Mention("hor", "dec 20", at, at + 6),))
    assert details(message, TODAY, named=True) == {"name": "Marco", "day": "December 20"}
    (found,) = with_remark([Wish(name="tell")], message, WRITTEN, TODAY)
    assert (found.kind, found.advice) == ("filled", TEXT)
    tells = [Wish(name="tell")]
    assert with_remark(tells, read("I like it here", "tell"), WRITTEN, TODAY) == tells


def test_a_bracket_is_filled_only_where_it_is_clear_which() -> None:
    assert bracket("day", "My last day is [date].") == "[date]"
    assert bracket("day", "from [date] to [date]") is None and bracket("day", "[day] and [date]") is None
    assert gaps("Hi [name], I start on [day] for [pay as agreed].") == {"name", "day", "pay"}


def test_a_message_that_leans_is_read_with_those_before_it() -> None:
    before = ("Got an offer as a dispatcher, 24 an hour. I want to ask for 26. what do i write",)
    wish = Wish(name="letter")
    alone = with_text([wish], read("i want it by email", "letter"), 0.0)
    assert alone is None or not (alone[0].advice or "").startswith("texts_offers.")
    found = with_text([wish], read("i want it by email", "letter", earlier=before), 0.0)
    assert found is not None and (found[0].advice or "").startswith("texts_offers.")


def test_a_kind_that_is_not_sure_brings_no_usual_text() -> None:
    unsure = [Wish(name="letter", kind="decline")]
    assert of_sure_kinds(unsure, read("i want to email not call", "letter"))[0].kind is None
    sure = [Wish(name="letter", kind="raise")]
    assert of_sure_kinds(sure, read("write me the raise part", "letter")) == sure


def test_a_text_that_surely_fits_is_given_to_who_asks_how_to_go_about_it() -> None:
    found = text_unasked([Wish(name="handle")], read("how do I introduce myself in a minute", "handle"))
    assert found is not None and found[0].advice == "texts_search.tell_me_about_yourself"
    assert text_unasked([Wish(name="pay")], read("how I present myself in one minute", "pay")) is None


def test_a_line_for_a_cv_is_no_text_to_anybody() -> None:
    customers = read("Ok. Write something to the customers then. Plain. dont say bittersweet", "letter")
    assert text_for(customers, 0.3) is None
    bullet = text_for(read("make a bullet about customer service for my resume", "letter"), 0.3)
    assert bullet == "texts_school.cv_bullet_customer_service"


def test_a_remark_on_a_text_of_their_own_words_is_none_for_another() -> None:
    more = read("make it shorter n more chill and say saturdays work bc im off", "words")
    assert of_the_text(Wish(name="words"), more, BUILT).kind == "shorter"
    assert of_the_text(Wish(name="words"), more, DialogueState()).kind is None
    other = read("write a note to my landlord Bob saying that the heater is broken again", "letter")
    assert of_the_text(Wish(name="letter"), other, BUILT).kind is None


@pytest.mark.parametrize("name", ["tell", "pushback", "words"])
def test_what_is_to_stand_in_it_or_not_is_a_remark_whatever_else_it_may_be(name: str) -> None:
    wish = Wish.model_validate({"name": name})
    for text in ("please don't mention my back", "add that I have my own van"):
        (found,) = with_remark([wish], read(text, name), BUILT, TODAY)
        assert (found.name, found.kind, found.advice) == ("letter", "filled", None)
    asks = [Wish(name="pay")]
    assert with_remark(asks, read("what do painters make in Ohio", "pay"), BUILT, TODAY) == asks


def test_a_written_text_is_changed_by_what_is_to_stand_in_it() -> None:
    (found,) = with_remark([Wish(name="tell")], read("add that I have my own van", "tell"), WRITTEN, TODAY)
    assert (found.kind, found.advice) == ("filled", TEXT)


def test_what_was_told_for_a_text_stays_as_long_as_it_is_that_text() -> None:
    more = read("and say saturdays work", "letter")
    kept = for_a_text(more, [Wish(name="letter", kind="filled")], BUILT, TODAY)
    assert kept["addressee"] == "Ray" and told(kept) == ["Can I come?", "and say saturdays work"]
    other = for_a_text(more, [Wish(name="letter")], BUILT, TODAY)
    assert other["addressee"] is None and told(other) == ["and say saturdays work"]
    aside = for_a_text(read("what do painters make", "pay"), [Wish(name="pay")], BUILT, TODAY)
    assert told(aside) == ["Can I come?"]


def test_who_says_write_it_has_told_before_what_it_says() -> None:
    before = "I want fridays off for my class. I already work every sunday. how do i ask"
    asks = read("write it for me", "letter", "followup", earlier=(before,))
    assert told(for_a_text(asks, [Wish(name="letter")], DialogueState(), TODAY))


def test_where_enough_was_told_their_own_words_make_it() -> None:
    request = read(
        "write the owner of the bike shop a message. i fixed bikes at camp three summers and i want saturdays",
        "letter",
    )
    assert with_text([Wish(name="letter")], request, 0.0) == [Wish(name="letter")]


def told(stands: Mapping[str, object]) -> list[str]:
    own = stands["own_text"]
    assert isinstance(own, OwnText)
    return [part.text for part in own.parts]
