"""What a short message says to the answer before it."""

import pytest

from agent.models import Amount, DialogueState, Offer, Profile, Subject, Wish
from agent.nlu.answered import with_answered
from agent.nlu.tagger import default_tagger
from agent.nlu.tagging import tag

PAY = Wish(name="pay", subjects=[Subject(role="manicurist", place="Atlanta")])
OF_PAY = DialogueState(
    topic=Subject(role="manicurist", place="Atlanta"),
    recent=[Subject(role="manicurist", place="Atlanta")],
    answered=[PAY],
)
TWO = DialogueState(
    pair=[Subject(role="dispatcher"), Subject(role="diesel mechanic")],
    answered=[Wish(name="which_first")],
)


def read(text: str, dialogue: DialogueState, *names: str) -> list[Wish]:
    message = tag(text, ("topic",), default_tagger())
    wishes = [Wish.model_validate({"name": name}) for name in names]
    return with_answered(wishes, message, dialogue, [], Profile())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("is that before taxes", "gross"),
        ("does that include tips", "extras"),
        ("what about health insurance", "benefits"),
        ("and if i rent my own chair", "alone"),
        ("is that full time", "hours"),
    ],
)
def test_what_a_figure_counts_is_asked_of_the_figures_told_last(text: str, kind: str) -> None:
    assert [(wish.name, wish.kind) for wish in read(text, OF_PAY, "counts")] == [("sources", kind)]
    nothing_told = DialogueState(answered=[Wish(name="work_like")])
    assert [wish.name for wish in read(text, nothing_told, "counts")] == ["counts"]


def test_the_ends_are_those_of_the_job_spoken_of() -> None:
    (wish,) = read("whats the starting pay", OF_PAY, "pay")
    assert (wish.name, wish.kind) == ("pay", "ends")


def test_a_choice_is_among_what_stands() -> None:
    (two,) = read("so which would you do", TWO, "advice")
    assert (two.name, two.subjects) == ("which_first", TWO.pair)
    amount = Amount(low=62000, period="year", text="62k")
    offered = DialogueState(offers=[Offer(amounts=[amount])], answered=[Wish(name="offer")])
    assert [wish.name for wish in read("so should i take it", offered, "advice")] == ["offer"]


def test_why_is_asked_of_what_was_answered_and_nothing_before_the_first_answer() -> None:
    (wish,) = read("why that one", TWO, "sources")
    assert (wish.name, wish.kind) == ("followup", "why")
    assert [each.name for each in read("why that one", DialogueState(), "sources")] == ["sources"]


def test_a_step_that_is_done_leads_to_the_next_where_steps_were_told() -> None:
    stands = DialogueState(answered=[Wish(name="next_step", subjects=[Subject(role="IT support")])])
    (wish,) = read("did the first one, it was easy. what now", stands, "advice")
    assert (wish.name, wish.kind) == ("next_step", "done")
    assert [each.name for each in read("did the first one", OF_PAY, "tell")] == ["tell"]


def test_what_somebody_will_say_is_taken_up_after_a_talk_only() -> None:
    talk = DialogueState(answered=[Wish(name="advice", advice="saying.open_hard_talk_words")])
    (wish,) = read("he'll say everybody does it", talk, "feelings")
    assert (wish.name, wish.kind) == ("handle", "objects")
    assert [each.name for each in read("he'll say everybody does it", OF_PAY, "feelings")] == ["feelings"]


def test_danger_is_never_a_word_on_an_answer() -> None:
    assert [wish.name for wish in read("why should i go on", OF_PAY, "crisis")] == ["crisis"]
