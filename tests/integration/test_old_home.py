"""A COACH_HOME that version 0.1.0 wrote: its threads, profile and library open, and go on."""

import tarfile
from datetime import date
from pathlib import Path

import pytest

from agent.models import Plan
from agent.session.coach import Coach
from tools import documents
from tools.roadmap.models import Milestone

ARCHIVE = Path(__file__).parent / "data" / "home_0_1_0.tar.xz"
TODAY = date(2026, 11, 28)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    with tarfile.open(ARCHIVE) as archive:
        archive.extractall(tmp_path, filter="data")
    return tmp_path


def test_a_waiting_draft_is_shown_and_can_be_approved(home: Path) -> None:
    with Coach(home=home, today=TODAY) as coach:
        waiting = coach.show("waiting")
        assert waiting.status == "awaiting_approval"
        assert waiting.profile.hours_per_week == 5
        reply = coach.resume("waiting", approve=True)
    assert reply.status == "delivered"
    assert isinstance(reply.plan, Plan)
    assert reply.plan.approval is not None


def test_a_waiting_draft_can_be_rejected(home: Path) -> None:
    with Coach(home=home, today=TODAY) as coach:
        reply = coach.resume("waiting", reject="8 hours a week after all")
    assert reply.status == "awaiting_approval"
    assert reply.profile.hours_per_week == 8


def test_a_delivered_plan_and_its_evidence_are_held(home: Path) -> None:
    with Coach(home=home, today=TODAY) as coach:
        shown = coach.show("delivered")
        assert shown.plan is not None
        assert shown.plan.approval is not None
        assert all(isinstance(each, Milestone) for each in shown.plan.milestones)
        cited = {one for section in shown.plan.sections for claim in section.claims for one in claim.evidence}
        assert cited <= {item.id for item in shown.evidence}
        reply = coach.ask("How far am I?", thread="delivered")
    assert reply.reply


def test_the_library_answers(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_HOME", str(home))
    found = documents.search("How many levels has the internal ladder of Example Works?")
    assert any("apprentice" in passage.text for passage in found.results)
