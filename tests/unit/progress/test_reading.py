"""What counts as done and as lost in a message, and what does not."""

import pytest

from agent.policy.offline.understanding.progress import told_progress
from agent.policy.offline.understanding.text import read_message


@pytest.mark.parametrize(
    ("message", "done", "weeks"),
    [
        ("I finished Docker and FastAPI.", ("Docker", "FastAPI"), 0),
        ("Git and SQL are done", ("Git", "SQL"), 0),
        ("M2 is done", ("M2",), 0),
        ("I completed milestones 1 and 2", ("M1", "M2"), 0),
        ("Done with the third milestone!", ("M3",), 0),
        ("I wrapped up Linux and I lost a week", ("Linux",), 1),
        ("I lost two weeks", (), 2),
        ("I'm three weeks behind", (), 3),
        ("I couldn't study for a month", (), 4),
        ("I'll be away for the next two weeks", (), 2),
        ("I was ill for two weeks, so I lost two weeks of study", (), 2),
        ("I haven't finished Docker yet", (), 0),
        ("I'll finish Docker next week", (), 0),
        ("I have almost finished Docker", (), 0),
        ("Have I finished Docker?", (), 0),
        ("My sister finished Docker", (), 0),
        ("I didn't miss a week", (), 0),
        ("If I lost two weeks, when would I be done?", (), 0),
        ("I lost my job two weeks ago", (), 0),
        ("I took a two week course", (), 0),
        ("I have six months", (), 0),
    ],
)
def test_progress_is_what_was_told_as_done_or_lost(message: str, done: tuple[str, ...], weeks: int) -> None:
    told = told_progress(read_message(message).clauses)
    assert (told.done, told.weeks) == (done, weeks)
