"""What a text is to say: the clause that tells it, as a sentence of its own; none where it is denied or of somebody else."""

import pytest

from agent.nlu.values.purposes import purpose_of


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a text to my uncle asking if i can come see a job site. hes scary", "Can I come see a job site?"),
        ("ask her whether we could start later", "Could we start later?"),
        ("an email asking if the job is still open", "Could you tell me if the job is still open?"),
        ("shorter. and say i do the claims too", "I do the claims too."),
        ("a note to Bob saying that im moving to Denver", "I'm moving to Denver."),
        ("put in that Carol is on the phone", "Carol is on the phone."),
        ("I put in my notice", None),
        ("let her know that Mondays are fine", "Mondays are fine."),
        ("write to Ann. dont say bittersweet", None),
        ("and never ask if I am sick", None),
        ("a note saying that he was rude", None),
        ("asking if I can come, and that's it. and say I am off on Friday", None),
        ("write a letter to my boss", None),
        ("a note saying that " + "word " * 50, None),
    ],
)
def test_it_is_a_sentence_of_its_own(text: str, said: str | None) -> None:
    assert purpose_of(text) == said
