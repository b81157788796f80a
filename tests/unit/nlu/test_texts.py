"""Which text is wanted: the one in hand, that of the answer before, or that of what was told before."""

from datetime import date

from agent.models import DialogueState, LetterNotes, Wish
from agent.nlu.details import bracket, details
from agent.nlu.fits import text_for
from agent.nlu.mentions import Mention, Message
from agent.nlu.stands import for_a_text
from agent.nlu.tagger import default_tagger
from agent.nlu.texts import of_sure_kinds, text_unasked, with_text

TODAY = date(2026, 11, 28)


def read(
    text: str, *wishes: str, mentions: tuple[Mention, ...] = (), earlier: tuple[str, ...] = ()
) -> Message:
    reading = default_tagger().read(text)
    return Message(text, mentions, wishes, summary=reading.summary, chances=reading.chances, earlier=earlier)


def test_a_bracket_is_filled_only_where_it_is_clear_which() -> None:
    assert bracket("day", "My last day is [date].") == "[date]"
    assert bracket("day", "from [date] to [date]") is None and bracket("day", "[day] and [date]") is None


def test_a_message_that_leans_is_read_with_those_before_it() -> None:
    before = ("Got an offer as a dispatcher, 24 an hour. I want to ask for 26. what do i write",)
    wish, said = Wish(name="letter"), "write it, i want to email not call"
    alone = with_text([wish], read(said, "letter"), 0.0)
    assert alone is None or not (alone[0].advice or "").startswith("texts_offers.")
    found = with_text([wish], read(said, "letter", earlier=before), 0.0)
    assert found == [wish]  # enough was told before for one of their own


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


def test_where_enough_was_told_their_own_words_make_it() -> None:
    request = read(
        "write the owner of the bike shop a message. i fixed bikes at camp three summers and i want saturdays",
        "letter",
    )
    assert with_text([Wish(name="letter")], request, 0.0) == [Wish(name="letter")]


def test_a_text_that_is_wanted_has_notes_and_a_day_for_its_brackets() -> None:
    said = "write my notice for Marco, my last day is dec 20"
    at = said.index("dec 20")
    message = read(said, "letter", mentions=(Mention("hor", "dec 20", at, at + 6),))
    assert details(message, TODAY) == {"day": "December 20"}
    stands = for_a_text(message, [Wish(name="letter")], DialogueState(), TODAY)
    notes = stands["notes"]
    assert (
        isinstance(notes, LetterNotes) and notes.to == "Marco" and stands["details"] == {"day": "December 20"}
    )
    aside = for_a_text(read("what do painters make", "pay"), [Wish(name="pay")], DialogueState(), TODAY)
    assert aside["notes"] == LetterNotes()
