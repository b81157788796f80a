"""An aspect of a job that is asked about leads the answer, once; what is looked up stands beside it."""

from agent.models import DialogueState, Wish
from tests.unit.coaching.asking import about, ask

_NOTE = "*General knowledge, in my own words.*"


def test_what_machines_take_is_told_before_how_many_work_in_it() -> None:
    reply = ask(Wish(name="market", aspect="machines", subjects=about("heavy truck driver", "Amarillo, TX")))
    lead, rest = reply.text.split("heavy truck drivers work in Amarillo, TX", 1)
    assert "truck" in lead.casefold()
    assert rest.endswith(_NOTE)
    assert not reply.unsupported


def test_what_is_bad_about_it_is_told_before_its_tasks_and_the_note_stands_once_at_the_end() -> None:
    wish = Wish(name="work_like", aspect="drawbacks", subjects=about("electrician"))
    reply = ask(wish)
    first, tasks = reply.text.split("Electricians", 1)
    assert first and reply.text.count("eneral knowledge") == 1 and tasks.endswith(_NOTE)
    again = ask(wish, dialogue=DialogueState(said=reply.dialogue.said))
    assert first not in again.text


def test_a_job_that_no_table_knows_is_answered_without_it() -> None:
    reply = ask(Wish(name="work_like", aspect="machines", subjects=about("wizard of the north")))
    assert "eneral knowledge" not in reply.text
