"""A plan of steps from the first draft to the last step: made, shortened, put back, approved, exported, ticked off."""

from datetime import date
from pathlib import Path

import pytest

from agent.export import Format, export_plan
from agent.models import Plan
from agent.plans.item_review import why
from agent.session.coach import Coach
from agent.terminal.plan_text import from_text, to_text

ASKED = "I'm a warehouse worker in Columbus, Ohio. Make me a plan to become an electrician, 6 hours a week."


def waiting(coach: Coach) -> Plan:
    found = coach.where("t")
    assert found is not None and found.review is not None
    return Plan.model_validate(found.review["action_requests"][0]["args"]["plan"])


def titles(plan: Plan) -> list[str]:
    return [milestone.title for milestone in plan.milestones]


def test_a_plan_of_steps_is_shortened_put_back_moved_approved_and_worked_through() -> None:
    with Coach(offline=True) as coach:
        asked = coach.ask(ASKED, thread="t")
        whole = waiting(coach)
        assert asked.status == "awaiting_approval" and whole.of_steps and "at the door by" in asked.reply
        coach.resume("t", reject="shorter")
        short = titles(waiting(coach))
        assert 0 < len(short) < len(whole.milestones)
        assert (short[0], short[-1]) == (whole.milestones[0].title, whole.milestones[-1].title)
        coach.ask("put it back", thread="t")
        assert titles(waiting(coach)) == titles(whole)
        coach.resume("t", reject="drop M2")
        assert titles(waiting(coach)) == [name for name in titles(whole) if name != whole.milestones[1].title]
        coach.ask("put it back", thread="t")
        slower = coach.ask("only 3 hours a week", thread="t")
        assert "Finish moves from" in slower.reply and "No next action" not in slower.reply
        assert why(waiting(coach), coach.show("t").evidence, "M1").evidence
        delivered = coach.resume("t", approve=True)
        assert delivered.plan is not None and titles(delivered.plan) == titles(whole)
        done = coach.ask("I did the first step", thread="t")
        assert f"{whole.milestones[0].title}: done" in done.reply
        rest = waiting(coach)
        assert titles(rest) == titles(whole)[1:] and rest.milestones[0].id == "M2"
        assert whole.milestones[0].title not in coach.show("t").profile.skills


def test_what_is_done_is_recorded_by_a_steps_title() -> None:
    with Coach(offline=True) as coach:
        coach.ask(ASKED, thread="t")
        coach.resume("t", approve=True)
        title = coach.show("t").plans[-1].milestones[1].title
        coach.record_progress("t", done=[title])
        assert coach.progress("t").done == [title] and title not in titles(waiting(coach))


def test_an_edited_step_keeps_what_the_person_wrote() -> None:
    with Coach(offline=True) as coach:
        coach.ask(ASKED, thread="t")
        plan = waiting(coach)
        assert from_text(to_text(plan), plan) == plan
        plan.milestones[0].does = "Ask my uncle Ray, who wires houses, to take me along on Saturday."
        reply = coach.resume("t", edit=plan)
        kept = waiting(coach)
        assert kept.milestones[0].does in kept.theirs and "my uncle Ray" in kept.next_actions[0]
        assert reply.status == "awaiting_approval"
        coach.ask("only 3 hours a week", thread="t")
        assert "my uncle Ray" in waiting(coach).milestones[0].does


@pytest.mark.parametrize("form", ["md", "html", "pdf", "ics"])
def test_every_document_holds_the_steps(form: Format, tmp_path: Path) -> None:
    with Coach(offline=True) as coach:
        coach.ask(ASKED, thread="t")
        coach.resume("t", approve=True)
        shown = coach.show("t")
        plan = shown.plans[-1]
        path = tmp_path / f"plan.{form}"
        today = date.fromisoformat(plan.start or "")
        export_plan(plan, shown.evidence, shown.profile, "t", format=form, path=path, today=today)
    made = path.read_bytes()
    if form == "pdf":
        assert made.startswith(b"%PDF")
        return
    text = "".join(made.decode().replace("\r\n ", "").replace("\\", "").split())
    assert "Skills:" not in text
    for milestone in plan.milestones:
        assert "".join(milestone.title.split()) in text
        assert (
            "".join(
                milestone.does.split(",")[0]
                .split(";")[0]
                .replace("'", "&#x27;" if form == "html" else "'")
                .split()
            )
            in text
        )
