"""Settings are read as they are now, though they are parsed only once."""

from datetime import date
from pathlib import Path

import pytest

from tools.errors import UsageError
from tools.settings import read_settings, today


def test_unchanged_sources_are_parsed_once() -> None:
    assert read_settings() is read_settings()


def test_a_changed_variable_counts_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for day in (3, 4, 3):
        monkeypatch.setenv("COACH_TODAY", f"2026-02-0{day}")
        assert today() == date(2026, 2, day)
    monkeypatch.setenv("COACH_TODAY", "soon")
    with pytest.raises(UsageError, match="COACH_TODAY"):
        read_settings()


def test_a_changed_file_counts_at_once_wherever_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COACH_TODAY", raising=False)
    monkeypatch.chdir(tmp_path)
    for day in (5, 6):
        Path(".env").write_text(f"COACH_TODAY=2026-02-0{day}\n", encoding="utf-8")
        assert today() == date(2026, 2, day)
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir("elsewhere")
    assert read_settings().today is None


def test_a_setting_that_cannot_be_read_is_told_in_our_words_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_DATABASE_URL", "mysql://somewhere")
    with pytest.raises(UsageError) as told:
        read_settings()
    assert told.value.message.startswith("COACH_DATABASE_URL: it is no address like postgresql://")
