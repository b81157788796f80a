"""An aspect of a job that is asked about leads the answer, once; what is looked up stands beside it."""

from agent.models import DialogueState, Wish
from tests.unit.coaching.asking import about, ask


def test_what_machines_take_is_told_before_how_many_work_in_it() -> None:
    reply = ask(Wish(name="market", aspect="machines", subjects=about("heavy truck driver", "Amarillo, TX")))
    lead, rest = reply.text.split("(general knowledge, in my own words).", 1)
    assert "truck" in lead.casefold()
    assert "heavy truck drivers work in Amarillo, TX" in rest
    assert not reply.unsupported


def test_what_is_bad_about_it_is_told_before_its_tasks() -> None:
    wish = Wish(name="work_like", aspect="drawbacks", subjects=about("electrician"))
    reply = ask(wish)
    first, tasks, _ = reply.text.split("(general knowledge, in my own words).")
    assert "Electricians" in tasks and "Electricians" not in first
    again = ask(wish, dialogue=DialogueState(said=reply.dialogue.said))
    assert first not in again.text


def test_a_job_that_no_table_knows_is_answered_without_it() -> None:
    reply = ask(Wish(name="work_like", aspect="machines", subjects=about("wizard of the north")))
    assert "general knowledge" not in reply.text
