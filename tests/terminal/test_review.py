"""Review item by item: many small answers, one decision, and nothing delivered without a yes."""

from pathlib import Path

import pytest

from agent.session.coach import Coach
from tests.terminal.test_chat import Talk
from tests.terminal.test_chat_edit import _editor, _kept

pytestmark = pytest.mark.usefixtures("policy")


def test_everything_approved_is_delivered_only_with_a_yes() -> None:
    talk = Talk("plan tester", "/review", "", "", "")
    assert "2 approved." in talk.text and talk.prompts[-2:] == [
        "Deliver the plan? Type yes: ",
        "plan waits> ",
    ]
    assert talk.status == "awaiting_approval"
    assert Talk("/review", "a", "y", thread=talk.thread).status == "awaiting_approval"
    assert Talk("/review", "a", "yes", thread=talk.thread).status == "delivered"


def test_each_item_is_shown_with_what_it_rests_on() -> None:
    talk = Talk("plan tester", "/review", "w", "", "w", "q", "/why m1", "/why pay", "/why M9", "/why")
    assert "1 of 2" in talk.text and "M1 Begin" in talk.text and "Proof: A tested program." in talk.text
    assert talk.text.count("It rests on") == 4 and "] In May 2025 the median" in talk.text
    assert "The plan has no item M9." in talk.text and "Why what?" in talk.text
    assert talk.status == "awaiting_approval"


def test_a_reason_asks_for_a_new_draft() -> None:
    talk = Talk("plan tester", "/review", "r hours 4", "", "")
    assert "1 approved, 1 rejected." in talk.text and talk.status == "awaiting_approval"
    assert talk.chat.last is not None and talk.chat.last.profile.hours_per_week == 4


def test_an_item_is_edited_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, own_home: Path) -> None:
    _editor(
        monkeypatch,
        tmp_path,
        "assert 'M1' not in text; text = text.replace('title: Pay', 'title: My own pay')",
    )
    talk = Talk("plan tester", "/review", "e", "", "", "/approve")
    assert "1 approved, 1 edited." in talk.text and talk.status == "delivered"
    with Coach() as coach:
        plan = coach.show(talk.thread or "").plan
    assert plan is not None and plan.sections[0].title == "My own pay"
    assert _kept(own_home) == []


def test_an_edit_that_is_another_item_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _editor(monkeypatch, tmp_path, "text = text.replace('id: pay', 'id: wages')")
    talk = Talk("plan tester", "/review", "e", "", "", "no")
    assert "Keep one item here, with the id pay" in talk.text and talk.status == "awaiting_approval"


@pytest.mark.parametrize(
    "lines",
    [("q",), (KeyboardInterrupt,), (EOFError,), ("s", "s"), ("", "s"), ("r no", "", "n"), ("?", "what", "q")],
)
def test_leaving_a_review_decides_nothing(lines: tuple[str | type[BaseException], ...]) -> None:
    talk = Talk("plan tester", "/review", *lines)
    assert "Nothing was decided; the plan still waits." in talk.text
    assert talk.status == "awaiting_approval"
    assert talk.chat.last is not None and talk.chat.last.profile.hours_per_week is None


def test_there_must_be_a_plan_to_review() -> None:
    assert "No plan waits" in Talk("/review").text and "no plan yet" in Talk("/why M1").text
