"""What is said to a word on the answer before it, and to a fact that the answer rests on."""

from agent.models import Amount, DialogueState, Offer, Profile, ProfileChange, Subject, Wish
from agent.models.dialogue import WishKind
from tests.unit.coaching.asking import ask

WELDER = Profile(current_role="Welder", location="Mobile", present_pay=49920)
TOPIC = Subject(role="dental hygienist", place="Tucson")


def test_what_a_figure_counts_is_said_first_and_then_what_to_do() -> None:
    kinds: list[WishKind] = ["gross", "extras", "benefits", "alone", "hours"]
    told = {kind: ask(Wish(name="sources", kind=kind)).spoken for kind in kinds}
    assert "Before taxes" in told["gross"]
    assert "Tips" in told["extras"]
    assert "not in it" in told["benefits"]
    assert len(set(told.values())) == len(kinds)


def test_the_ends_of_pay_are_published_percentiles() -> None:
    reply = ask(Wish(name="pay", kind="ends", subjects=[TOPIC]))
    assert "lowest-paid tenth" in reply.spoken
    assert not reply.unsupported


def test_pay_told_after_an_offer_says_how_they_differ() -> None:
    offer = Offer(amounts=[Amount(low=62000, period="year", text="62k")], role="Welder", place="Mobile")
    stands = DialogueState(
        topic=Subject(role="Welder", place="Mobile"), offers=[offer], answered=[Wish(name="offer")]
    )
    told = ProfileChange(field="present_pay", value=49920)
    reply = ask(Wish(name="tell"), profile=WELDER, dialogue=stands, changes=[told], message="i make 24 here")
    assert "$12,100" in reply.spoken
    assert not reply.unsupported


def test_a_why_is_answered_from_the_answer_before() -> None:
    pair = [Subject(role="dispatcher", place="El Paso"), Subject(role="diesel mechanic", place="El Paso")]
    stands = DialogueState(pair=pair, answered=[Wish(name="which_first", subjects=pair)])
    reply = ask(Wish(name="followup", kind="why"), dialogue=stands)
    assert "reasons" in reply.spoken
    assert "El Paso" in reply.spoken
    assert not reply.unsupported


def test_lost_pay_is_reckoned_with_the_time_of_the_school() -> None:
    own = Profile(current_role="dental assistant", location="Tucson", present_pay=41000)
    asked = Wish(name="worth_it", kind="loses", subjects=[TOPIC])
    reply = ask(asked, profile=own, message="and what would I lose if school takes 2 years")
    assert "$82,000" in reply.spoken
    assert "months" in reply.spoken


def test_an_objection_gets_words_and_then_a_way_out() -> None:
    first = ask(Wish(name="handle", kind="objects"))
    again = ask(Wish(name="handle", kind="objects"), dialogue=first.dialogue)
    assert "as I said" in first.spoken
    assert "tomorrow" in again.spoken
