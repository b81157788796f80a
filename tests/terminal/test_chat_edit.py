"""Editing the draft in $EDITOR: what was typed is never lost."""

import sys
from pathlib import Path

import pytest

from tests.terminal.test_chat import Talk

pytestmark = pytest.mark.usefixtures("policy")


def _editor(monkeypatch: pytest.MonkeyPatch, folder: Path, code: str) -> None:
    """An editor that runs `code` on `text`; the number of its earlier runs is `run`."""
    script = folder / "editor.py"
    script.write_text(
        "import pathlib, sys\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "log = pathlib.Path(__file__).with_suffix('.log')\n"
        "run = len(log.read_text()) if log.exists() else 0\n"
        "log.write_text('x' * (run + 1))\n"
        f"text = path.read_text()\n{code}\npath.write_text(text)\n"
    )
    monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")
    monkeypatch.delenv("VISUAL", raising=False)


def _kept(home: Path) -> list[Path]:
    return list(home.glob("edits/*"))


def test_an_edit_waits_again_and_is_delivered(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, own_home: Path
) -> None:
    _editor(monkeypatch, tmp_path, "text = text.replace('title: Pay', 'title: My own pay')")
    talk = Talk("plan tester", "/edit", "/approve")
    assert talk.prompts == ["you> ", "plan waits> ", "plan waits> ", "you> "]
    assert talk.chat.last is not None and talk.chat.last.plan is not None
    assert talk.chat.last.plan.sections[0].title == "My own pay"
    assert _kept(own_home) == []


def test_an_unchanged_draft_is_no_edit(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, own_home: Path
) -> None:
    _editor(monkeypatch, tmp_path, "")
    talk = Talk("plan tester", "/edit")
    assert "Nothing was changed." in talk.text and talk.status == "awaiting_approval"
    assert _kept(own_home) == []


def test_a_mistake_is_explained_and_the_editor_opens_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, own_home: Path
) -> None:
    _editor(
        monkeypatch,
        tmp_path,
        "text = text.replace('title: Pay', 'title: [My own') if run == 0 else text.replace('[My own', 'My own')",
    )
    talk = Talk("plan tester", "/edit", "y")
    assert "The plan cannot be read: line" in talk.text
    assert talk.chat.last is not None and talk.chat.last.review is not None
    assert "My own" in talk.chat.last.review["action_requests"][0]["description"]
    assert _kept(own_home) == []


def test_an_unfinished_edit_is_kept_for_the_next_time(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, own_home: Path
) -> None:
    _editor(
        monkeypatch,
        tmp_path,
        "text = text.replace('title: Pay', 'title: [My own') if run == 0 else text.replace('[My own', 'My own')",
    )
    talk = Talk("plan tester", "/edit", "n", "/edit", "y", "/approve")
    assert "Your text is kept in" in talk.text
    assert talk.chat.last is not None and talk.chat.last.plan is not None
    assert talk.chat.last.plan.sections[0].title == "My own"
    assert _kept(own_home) == []


@pytest.mark.parametrize("editor", ["no-such-editor-here", "'", f"{sys.executable} -c 'raise SystemExit(3)'"])
def test_an_editor_that_does_not_run_is_said(monkeypatch: pytest.MonkeyPatch, editor: str) -> None:
    monkeypatch.setenv("VISUAL", editor)
    talk = Talk("plan tester", "/edit")
    assert "editor" in talk.text.split("/approve delivers")[1]
    assert talk.status == "awaiting_approval"


def test_a_rejected_edit_keeps_the_text(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, own_home: Path
) -> None:
    _editor(monkeypatch, tmp_path, "text = text.replace('id: pay', 'id: pay\\n    cost: 3')")
    talk = Talk("plan tester", "/edit", "n")
    assert talk.status == "awaiting_approval"
    assert len(_kept(own_home)) == 1
