"""What they typed as sentences of their text: written out and put back, asked of whom it goes to, and left out where they want it."""

import pytest

from agent.coaching.letters.asks import asked
from agent.coaching.letters.kept_out import kept_out
from agent.coaching.letters.sentences import told
from agent.coaching.letters.to_you import to_you


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
        ("put in that i trained 6 drivers last year", "I trained 6 drivers last year."),
        ("and say saturdays work", "Saturdays work."),
        ("tell my boss im leaving in june", "I'm leaving in June."),
        ("need to let the shop know that the van is mine", "The van is mine."),
        ("mention that I'd pay for it myself too", "I'd pay for it myself."),
        ("My W-2 is wrong lol", "My W-2 is wrong."),
        ("its because of the kids", "It's because of the kids."),
        ("appointment", None),
        ("zero write ups", "Zero write ups."),
    ],
)
def test_what_typing_left_out_is_put_back_and_no_more(typed: str, said: str | None) -> None:
    assert told(typed, alone=False) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("asking if i can come by", "Can I come by?"),
        ("ask him to call me back", "Could you call me back?"),
        ("ask her when she needs to know", "Could you tell me when you need to know?"),
        ("ask if theyre hiring", "Are you hiring?"),
        ("if he knows anybody", "Do you know anybody?"),
        ("i want to go to four tens", "I'd like to go to four tens."),
        ("want days", "I'd like days."),
        ("put 60 and two days off", "I'd like 60 and two days off."),
        ("can he put in a word for me", "Can you put in a word for me?"),
        ("need to ask my charge nurse for evenings off", "I'd like to ask for evenings off."),
        ("put me on first shift", "Could you put me on first shift?"),
        ("asking for it", None),
        ("what I need from her is a signature", "What I need from you is a signature."),
    ],
)
def test_what_is_wanted_is_asked_in_their_words(typed: str, said: str | None) -> None:
    assert asked(typed, alone=True) == said


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
