"""What they typed as sentences of their text: written out and put back, asked of whom it goes to, and left out where they want it."""

import pytest

from agent.coaching.letters.asks import said_to
from agent.coaching.letters.kept_out import kept_out
from agent.coaching.letters.sentences import told
from agent.coaching.letters.to_you import to_you
from agent.models import LetterPart
from agent.models.letter import Act


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("im a cna n i work nights", "I'm a cna and I work nights."),
        ("have my own truck", "I have my own truck."),
        ("never called in sick", "I never called in sick."),
        ("been there 6 yrs", "I've been there 6 years."),
        ("licensed in ohio", "I'm licensed in ohio."),
        ("forklift operator, 8 yrs", "I'm a forklift operator, 8 years."),
        ("11 yrs in kitchens", "I have 11 years in kitchens."),
        ("My W-2 is wrong lol", "My W-2 is wrong."),
        ("its because of the kids", "It's because of the kids."),
        ("my number 555-0142", "My number is 555-0142."),
        ("the teachers ask for me", "The teachers ask for me."),
        ("the reason in a sentence", "[the reason in a sentence]"),
        ("appointment", None),
        ("zero write ups", "Zero write ups."),
    ],
)
def test_what_typing_left_out_is_put_back_and_no_more(typed: str, said: str | None) -> None:
    assert told(typed, alone=False) == said


@pytest.mark.parametrize(
    ("act", "words", "said"),
    [
        ("if", "i can come by", "Can I come by?"),
        ("if", "he knows anybody", "Do you know anybody?"),
        ("if", "theyre hiring", "Are you hiring?"),
        ("if", "after 3 months it can be full time", "Can it be full time after 3 months?"),
        (
            "if",
            "they pay for it and how long I stay",
            "Could you tell me if you pay for it and how long I stay?",
        ),
        ("wh", "when theyll decide", "Could you tell me when you'll decide?"),
        ("wh", "what share of their people stay", "Could you tell me what share of your people stay?"),
        ("question", "can he put in a word for me", "Can you put in a word for me?"),
        ("do", "call me back", "Could you call me back?"),
        ("do", "be a reference for me", "Could you be my reference for me?"),
        ("for", "evenings off", "I'd like to ask for evenings off."),
        ("for", "it", None),
        ("like_to", "accept for Thursday", "I'd like to accept for Thursday."),
        ("thank", "he helped me with the form", "You helped me with the form, thank you."),
        ("thank", "the tour", "Thank you for the tour."),
        ("thank", "", "Thank you."),
        ("mention", "how she ran it", "I'd also like to mention how you ran it."),
        ("plain", "i want to go to four tens", "I'd like to go to four tens."),
        ("plain", "want days", "I'd like days."),
        ("plain", "what I need from her is a signature", "What I need from you is a signature."),
    ],
)
def test_what_is_wanted_is_asked_in_their_words(act: Act, words: str, said: str | None) -> None:
    assert said_to(LetterPart(kind="wanted", act=act, text=words), words, alone=True) == said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("she knows my work", "you know my work"),
        ("he's been fair and he was in my class", "you've been fair and you were in my class"),
        ("I learned it from her in her class", "I learned it from you in your class"),
        ("does she have time", "do you have time"),
        ("my mother is ill and she needs me", "my mother is ill and she needs me"),
    ],
)
def test_whom_it_goes_to_is_spoken_to(words: str, said: str) -> None:
    assert to_you(words) == said


SAID = [
    "I fed the dogs every Saturday and helped with vaccinations.",
    "I have driven bus 14 for 22 years.",
    "It's for my back, the doctor said so.",
    "Thank you",
]


@pytest.mark.parametrize(
    ("out", "changed", "left"),
    [
        ("Please don't mention vaccinations", ["I fed the dogs every Saturday."], 4),
        ("take out the 22 years", ["I have driven bus 14."], 4),
        ("leave out the years", ["I have driven bus 14."], 4),
        ("but dont say doctor", ["It's for my back."], 4),
        ("if theres a thank you in there take it out", [], 3),
        ("no 'saturday' anywhere", [], 3),
        ("no emojis", [], 4),
    ],
)
def test_what_they_want_out_goes_with_no_more_than_it_needs(out: str, changed: list[str], left: int) -> None:
    kept = kept_out(SAID, [out])
    assert [each for each in kept if each not in SAID] == changed and len(kept) == left


def test_a_little_word_goes_alone() -> None:
    assert kept_out(["I can come but only if it's near and by noon."], ["dont say only"]) == [
        "I can come but if it's near and by noon."
    ]
