"""An aspect of a job that is asked about leads the answer, once; what is looked up stands beside it."""

from agent.models import DialogueState, Wish
from tests.unit.coaching.asking import about, ask


def test_what_machines_take_is_told_before_how_many_work_in_it() -> None:
    reply = ask(Wish(name="market", aspect="machines", subjects=about("heavy truck driver", "Amarillo, TX")))
    lead, rest = reply.text.split("(general knowledge, in my own words).", 1)
    assert "truck" in lead.casefold()
    assert "heavy truck drivers work in Amarillo, TX" in rest
    assert not reply.unsupported


def test_what_the_work_is_like_is_told_by_the_aspect_alone() -> None:
    wish = Wish(name="work_like", aspect="drawbacks", subjects=about("electrician"))
    reply = ask(wish)
    assert reply.text.count("general knowledge") == 1
    again = ask(wish, dialogue=DialogueState(said=reply.dialogue.said))
    assert again.text != reply.text


def test_a_job_that_no_table_knows_is_answered_without_it() -> None:
    reply = ask(Wish(name="work_like", aspect="machines", subjects=about("wizard of the north")))
    assert "general knowledge" not in reply.text
