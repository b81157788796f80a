"""What a language model reads of a plan: wishes for the first one, and progress that is taken back."""

from typing import Any

import pytest
from langchain_core.messages import BaseMessage

from agent.models import Plan
from agent.session.coach import Coach
from agent.session.replies import ThreadDocument
from tests.fakes_model import ScriptedChatModel, by_step
from tests.integration.model.server import READING, REPLY

PLAN = "I know Python and want to be a data analyst. Make my plan, 5 hours a week."


def fact(field: str, value: Any, quote: str, op: str = "set") -> dict[str, Any]:
    return {"field": field, "op": op, "value": value, "quote": quote}


SQL = "SQL and relational databases"
TARGET = fact("target_role", "data analyst", "data analyst")
HOURS = fact("hours_per_week", 5, "5 hours a week")
KNOWN = fact("skills", ["Python"], "I know Python", "add")


def talk(*turns: tuple[str, list[dict[str, Any]]]) -> list[ThreadDocument]:
    """A conversation about an approved plan: what is said, and the facts that the model reads in it."""
    read = {PLAN: [TARGET, HOURS, KNOWN], **dict(turns)}

    def reading(messages: list[BaseMessage], _names: list[str]) -> dict[str, Any]:
        said = messages[-1].text.rpartition("Last message:\n")[2]
        return {**READING, "facts": read[said], "lookups": [], "wants_plan": said == PLAN}

    reply: dict[str, Any] = {"pieces": [{"kind": "feeling", "text": "Noted.", "evidence": [], "quote": None}]}
    with Coach(ScriptedChatModel(script=[by_step(read_message=reading, write_reply=reply)])) as coach:
        coach.ask(PLAN, thread="t")
        coach.resume("t", approve=True)
        shown = []
        for said, _ in turns:
            coach.ask(said, thread="t")
            shown.append(coach.show("t"))
        return shown


DONE = ("finished SQL", [fact("done", ["SQL"], "finished SQL")])


@pytest.mark.parametrize(
    ("value", "op"), [(["SQL"], "remove"), ("SQL", "forget"), (None, "forget"), (None, "remove")]
)
def test_a_tick_is_taken_back_by_name(value: Any, op: str) -> None:
    words = "dont count SQL as done"
    done, back = talk(DONE, (f"{words} pls", [fact("done", value, words, op)]))
    assert done.progress.done == [SQL] and done.profile.skills == ["Python", SQL]
    assert back.progress.done == [] and back.profile.skills == ["Python"]
    assert back.review and SQL in str(back.review)


def test_lost_weeks_are_set_back_and_nothing_of_the_plan_is_taken_back_with_a_skill_it_has_not() -> None:
    lost = ("lost 3 weeks", [fact("lost_weeks", 3, "lost 3 weeks")])
    back = ("it was only 2 weeks less: 1", [fact("lost_weeks", 2, "only 2 weeks less", "remove")])
    other = ("forget cooking as done", [fact("done", ["cooking"], "forget cooking as done", "remove")])
    first, second, third, last = talk(
        DONE, lost, back, (other[0], [*other[1], fact("lost_weeks", None, "forget", "forget")])
    )
    assert first.progress.lost_weeks == 0
    assert second.progress.lost_weeks == 3 and len(second.progress.without_time) == 3
    assert third.progress.lost_weeks == 1 and len(third.progress.without_time) == 1
    assert last.progress.lost_weeks == 0 and not last.progress.without_time
    assert last.progress.done == [SQL]


@pytest.mark.parametrize("wanted", [True, False])
def test_wishes_for_a_plan_that_is_not_made_yet_hold_in_its_first_draft(wanted: bool) -> None:
    said = "I want to be a data analyst, communication first, no BI, cheap courses."
    changes = [
        {"kind": "first", "skills": ["technical communication"]},
        {"kind": "leave_out", "skills": ["BI dashboards"]},
        {"kind": "cheaper"},
    ]
    reading = {**READING, "facts": [TARGET], "lookups": [], "plan_changes": changes, "wants_plan": wanted}
    model = ScriptedChatModel(script=[by_step(read_message=reading, write_reply=REPLY)])
    with Coach(model) as coach:
        reply = coach.ask(said, thread="t")
    assert (reply.review is not None) is wanted
    if reply.review:
        plan = Plan.model_validate(reply.review["action_requests"][0]["args"]["plan"])
        taught = [skill for milestone in plan.milestones for skill in milestone.skills]
        assert taught[0] == "Technical communication" and "BI dashboards" not in taught
        assert "should go?" in reply.reply  # no price is known
