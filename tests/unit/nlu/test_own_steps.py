"""Steps of their own that people want in a plan, and times told beside changes: read by trained heads, values parsed."""

from datetime import date
from functools import cache

import pytest

from agent.models import Plan, Profile, ProfileChange
from agent.nlu.mentions import Mention
from agent.nlu.own_steps import own_words
from agent.nlu.pieces import ReadPiece
from agent.nlu.plan_beside import Beside, told_beside
from agent.nlu.plan_times import read_times
from agent.nlu.tagger import default_tagger
from agent.nlu.tagging import tag
from agent.plans.drafting import draft_plan
from tests.unit.nlu.threads import WAITS
from tests.unit.writing.states import CONTEXT, planned_state

TODAY = date(2026, 11, 28)
PERSON = Profile(target_role="911 dispatcher", location="Dayton, Ohio", hours_per_week=6)


@cache
def plan() -> Plan:
    return draft_plan(planned_state(PERSON), CONTEXT)


def beside(text: str) -> Beside:
    return told_beside(tag(text, ("draft",), default_tagger(), WAITS), plan(), 6, TODAY)


def busy(facts: list[ProfileChange]) -> list[str]:
    return [period for fact in facts if isinstance(fact.value, list) for period in fact.value]


# Messages that nobody trained on, each with words of its step, the hours and the place.
SAID: tuple[tuple[str, str, float | None, str | None], ...] = (
    ("please add a talk with my union steward before the typing", "union steward", None, "before"),
    ("Add a visit to the county jail, 3 hours, at the start.", "visit to the county jail", 3, "start"),
    ("include a meeting with my pastor about the night shifts", "meeting with my pastor", None, None),
    ("put in a call with my old sergeant early on", "call with my old sergeant", None, "start"),
    ("could we fit in a hearing test? 1 hour, before the application", "hearing test", 1, "before"),
    ("I'd like a tour of the jail's call room in there, 2 hours", "tour of the jail's call room", 2, None),
    ("also add renewing my passport", "renewing my passport", None, None),
    ("there has to be a chat with my kids' school first", "a chat with my kids", None, "start"),
    ("put getting my eyes checked before the typing", "getting my eyes checked", None, "before"),
    (
        "and I want to practise with my neighbor's scanner, 4 hours",
        "practise with my neighbor's scanner",
        4,
        None,
    ),
    ("slip in a call to the VA rep at the beginning", "call to the VA rep", None, "start"),
    ("it needs a step for my name change papers", "my name change papers", None, None),
    ("please include brushing up my Spanish with Marta, 6 hours", "brushing up my Spanish", 6, None),
)
RIGHT = 0.7  # the share of them that is read right (10 of 13 at first sight)


def test_most_steps_of_ones_own_are_read_with_their_hours_and_place() -> None:
    wrong = []
    for text, words, hours, at in SAID:
        found = beside(text).changes
        told = [(each.hours, each.at) for each in found if words in (each.words or "")]
        if told != [(hours, at)]:
            wrong.append((text, found))
    assert len(wrong) <= (1 - RIGHT) * len(SAID), wrong


@pytest.mark.parametrize(
    "text",
    [
        "put the typing first",
        "leave out the sit-along",
        "make it 8 hours a week",
        "I already did the background papers",
        "why is the interview last?",
        "Shorten it.",
        "",
    ],
)
def test_what_wants_something_else_is_no_step_of_ones_own(text: str) -> None:
    assert not [change for change in beside(text).changes if change.kind == "own_step"]


def test_hours_of_a_step_are_no_hours_of_a_week() -> None:
    read = beside("Add a visit to the county jail, 3 hours, at the start.")
    assert not read.message.of("hrs", "start")
    assert own_words("x" * 5000) is not None


def told(*pieces: ReadPiece) -> list[str]:
    return busy(read_times(pieces, ", ".join(each.text for each in pieces), 6, TODAY).facts)


def piece(kind: str, text: str, *marks: tuple[str, str]) -> ReadPiece:
    found = [
        Mention(label, words, text.index(words), text.index(words) + len(words)) for label, words in marks
    ]
    return ReadPiece(kind, kind, text, found)


def test_hours_told_for_a_time_hold_in_that_time() -> None:
    then = piece("hours", "my sitter quits in january so from then its 2 hours", ("hrs", "2 hours"))
    assert told(then) == ["2027-01-01..@2"]
    little = piece("away", "i cant do much in december", ("busy", "in december"))
    hours = piece("hours", "maybe 2 hrs a week", ("hrs", "2 hrs a week"))
    assert told(little, hours) == ["2026-12-01..2026-12-31@2"]
    assert (
        told(piece("hours", "Mon and Wed is really 4 hours", ("busy", "Mon and Wed"), ("hrs", "4 hours")))
        == []
    )
    assert told(piece("deadline", "done in 9 months at 4 hours", ("hrs", "4 hours"))) == []


def test_a_time_with_less_has_half_of_the_usual_hours_and_that_is_said() -> None:
    summer = piece("lighter", "nothing heavy in the summer, theyre home til mid august")
    read = read_times([summer], summer.text, 6, TODAY)
    assert busy(read.facts) == ["2027-06-01..2027-08-20@3"]
    assert [(each.kind, each.hours) for each in read.changes] == [("lighter", 3)]


def test_a_length_of_days_is_a_time_away_and_no_beginning() -> None:
    weeks = "first two weeks of december"
    assert told(piece("start", f"gone hunting the {weeks}", ("start", weeks))) == ["2026-12-01..2026-12-14"]
    assert told(piece("start", "begin on december 7", ("start", "december 7"))) == []


def test_all_of_it_is_moved_by_the_length_told() -> None:
    moved = piece("away", "move the rest a month back, i broke my hand")
    assert told(moved) == ["2026-11-28..2026-12-25"]
    away = piece("away", "the field exercise in October eats three weeks whole")
    assert told(away) == ["2027-10-01..2027-10-21"]
