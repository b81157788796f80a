"""Long work on the library is told to whoever waits for it, on a screen or on standard error."""

from pathlib import Path

import pytest

from agent.terminal.progress import Notes, told_to, watched
from agent.terminal.render import PlainScreen
from tools.documents import cutting, ingest, library, search
from tools.progress import listener, telling

Step = tuple[str, int, int]


@pytest.fixture
def stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_text("# A\n\nAbout yeast.", encoding="utf-8")
    ingest(tmp_path / "a.md")
    monkeypatch.setattr(cutting, "RULES", cutting.RULES + 1)


@pytest.mark.usefixtures("stale")
def test_who_listens_is_told_of_a_rebuilt_index() -> None:
    told: list[Step] = []
    with telling(lambda *step: told.append(step)):
        search("yeast")
        search("yeast")
    assert told == [("Building the library's index anew", 0, 1)]
    assert listener() is None


@pytest.mark.usefixtures("stale")
def test_who_called_is_told_before_who_listens() -> None:
    told: list[Step] = []
    heard: list[Step] = []
    with telling(lambda *step: heard.append(step)):
        library(progress=lambda *step: told.append(step))
    assert (len(told), heard) == (1, [])


def test_notes_come_now_and_then_and_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    patient, eager = Notes(seconds=60.0), Notes(seconds=0.0)
    for done in range(3):
        patient("work", done, 3)
        eager("work", done, 3)
    shown = capsys.readouterr()
    assert (shown.out, shown.err.splitlines()) == ("", ["work: 0 of 3", "work: 1 of 3", "work: 2 of 3"])


class Shown:
    def __init__(self) -> None:
        self.words: list[str] = []

    def now(self, words: str) -> None:
        self.words.append(words)

    def text(self, piece: str) -> None:
        raise AssertionError(piece)


def test_what_moves_on_a_screen_and_what_does_not() -> None:
    shown = Shown()
    plain = PlainScreen()
    assert isinstance(told_to(shown, plain), Notes)
    with watched(as_json=True) as progress:
        assert isinstance(progress, Notes)
    plain.plain = False
    told_to(shown, plain)("work", 1, 2)
    assert shown.words == ["work: 1 of 2"]
