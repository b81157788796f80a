"""The history of typed lines and the fields of a profile."""

from pathlib import Path

import pytest

from agent.models import Profile
from agent.terminal import history
from agent.terminal.history import is_kept
from agent.terminal.profile_fields import FIELDS, with_value, without_value
from tools.errors import UsageError


def test_history_keeps_lines_in_order_and_once_in_a_row(own_home: Path) -> None:
    for line in ("a", "b", "b", "two\nlines", "a"):
        history.add_line("ann", line)
    assert history.read_lines("ann") == ["a", "b", "two\nlines", "a"]
    assert history.read_lines("bob") == []
    assert history.history_file("ann").stat().st_mode & 0o077 == 0
    assert history.history_file("ann").is_relative_to(own_home)


def test_history_forgets_the_lines_of_a_thread_or_all() -> None:
    for line in ("keep", "forget me ", "keep too"):
        history.add_line("ann", line)
    history.forget_lines("ann", ["forget me"])
    assert history.read_lines("ann") == ["keep", "keep too"]
    history.forget_lines("ann", None)
    assert history.read_lines("ann") == []
    assert not history.history_file("ann").exists()


def test_history_is_bounded() -> None:
    path = history.history_file("ann")
    path.parent.mkdir(parents=True)
    path.write_text("".join(f'"{number}"\n' for number in range(history.KEPT)))
    history.add_line("ann", "last")
    lines = history.read_lines("ann")
    assert len(lines) == history.KEPT and lines[0] == "1" and lines[-1] == "last"


@pytest.mark.parametrize("raw", [b"\xff\xfe", b"{", b"3\n", b"\x00"])
def test_a_damaged_history_is_an_empty_one(raw: bytes) -> None:
    path = history.history_file("ann")
    path.parent.mkdir(parents=True)
    path.write_bytes(raw)
    assert history.read_lines("ann") == []
    history.add_line("ann", "a")
    assert history.read_lines("ann") == ["a"]


def test_decisions_and_reasons_are_not_kept() -> None:
    assert is_kept("I bake bread")
    assert not any(is_kept(line) for line in ("", "  ", "/approve", " /reject too long"))


@pytest.mark.parametrize(
    ("field", "value", "name", "held"),
    [
        ("target_role", "baker", "target_role", "baker"),
        ("Hours per week", "7.5", "hours_per_week", 7.5),
        ("hours-per-week", "8", "hours_per_week", 8),
        ("target_salary", "$85,000", "target_salary", 85_000),
        ("skills", "Excel, kneading,, ", "skills", ["Excel", "kneading"]),
        ("horizon_weeks", "26", "horizon_weeks", 26),
    ],
)
def test_a_field_is_set_by_name(field: str, value: str, name: str, held: object) -> None:
    profile = with_value(Profile(location="Boise"), field, value)
    assert getattr(profile, name) == held
    assert profile.location == "Boise"
    assert without_value(profile, field) == Profile(location="Boise")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("shoe_size", "9"),
        ("hours_per_week", "many"),
        ("hours_per_week", "-3"),
        ("hours_per_week", "169"),
        ("horizon_weeks", "2.5"),
        ("target_salary", "9" * 30),
    ],
)
def test_what_does_not_fit_is_refused(field: str, value: str) -> None:
    with pytest.raises(UsageError):
        with_value(Profile(), field, value)


def test_every_field_of_the_profile_can_be_named() -> None:
    # How well a skill is known goes with the skill, and how a role or place was told with it.
    assert set(FIELDS) == set(Profile.model_fields) - {"skill_levels", "own_words"}
