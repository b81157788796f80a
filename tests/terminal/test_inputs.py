"""What comes in is plain text of a bearable size, or is refused in words."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.inputs import checked_text, trimmed, visible
from agent.terminal.inputs import checked_pay, read_plan_file, write_text_file
from tools.errors import CoachError, DecisionError, UsageError

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)


@given(ANY_TEXT)
def test_visible_text_never_commands_a_terminal(text: str) -> None:
    shown = visible(text)
    shown.encode("utf-8")
    assert not [c for c in shown if (ord(c) < 32 and c not in "\n\t") or 127 <= ord(c) < 160]
    assert visible(shown) == shown


@given(ANY_TEXT)
def test_checked_text_is_the_text_or_a_usage_error(text: str) -> None:
    with suppress(UsageError):
        kept = checked_text(text, "role")
        assert kept and kept.strip() == text.strip()
        assert visible(kept) == kept.replace("\r\n", "\n").replace("\r", "")


@pytest.mark.parametrize(
    ("text", "kept"), [("  a ", "a"), ("\n  a\n b\n", "  a\n b"), (" a\nb", " a\nb"), ("\t\n", None)]
)
def test_several_lines_keep_the_columns_they_stand_in(text: str, kept: str | None) -> None:
    assert (trimmed(text) or None) == kept


@pytest.mark.parametrize("text", ["", "  \n", "a\x00b", "a\x1b[2J", "caf\udce9", "a\x9b", "x" * 301])
def test_what_is_no_plain_text_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="role"):
        checked_text(text, "role")


@pytest.mark.parametrize("text", ["", "{", "[]", "3", "null", '"plan"', "[" * 100_000, "\u00e9", "\x00"])
def test_a_plan_file_holds_one_json_object(tmp_path: Path, text: str) -> None:
    path = tmp_path / "plan.json"
    path.write_text(text, encoding="latin-1")
    with pytest.raises(DecisionError):
        read_plan_file(path)
    path.write_text(json.dumps({"sections": []}))
    assert read_plan_file(path) == {"sections": []}


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(CoachError, match="Cannot write"):
        write_text_file(tmp_path / "none" / "a.xml", "a")


@pytest.mark.parametrize(
    ("said", "amount"),
    [("85000", 85_000), ("$85,000", 85_000), ("85k", 85_000), ("41.50", 41.5), ("72 000 USD", 72_000)],
)
def test_pay_is_read_as_people_write_it(said: str, amount: float) -> None:
    assert checked_pay(said) == amount


@pytest.mark.parametrize("said", ["", "lots", "-5", "0", "1e400", "10-20", "85kk"])
def test_what_is_no_pay_is_refused(said: str) -> None:
    with pytest.raises(UsageError, match="no amount"):
        checked_pay(said)
