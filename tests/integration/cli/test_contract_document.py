"""docs/contract.md says what the code does: the help of every command, every error code, every chat command."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from agent.scenarios.format import Expectation, PlanExpectation, Resume, Scenario, Turn
from agent.terminal.chat_commands import HELP
from agent.terminal.cli import app, main
from tools import errors

DOCUMENT = Path(__file__).parents[3] / "docs" / "contract.md"
HEADING = "## Command help\n"


def _names(group: object, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, command in getattr(group, "commands", {}).items():
        yield (*before, name)
        yield from _names(command, (*before, name))


def _help(capsys: pytest.CaptureFixture[str]) -> str:
    blocks = []
    for name in [(), *_names(typer.main.get_command(app))]:
        assert main([*name, "--help"]) == 0
        text = "\n".join(line.rstrip() for line in capsys.readouterr().out.strip().splitlines())
        blocks.append(f"### {' '.join(('coach', *name))}\n\n```text\n{text}\n```\n")
    return "\n".join(blocks)


def test_the_help_of_every_command_is_in_the_document(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    wanted = _help(capsys)
    before, heading, found = DOCUMENT.read_text(encoding="utf-8").partition(HEADING)
    if os.environ.get("UPDATE_GOLDEN"):
        DOCUMENT.write_text(f"{before}{heading}\n{wanted}", encoding="utf-8")
        return
    assert found.strip() == wanted.strip()


def test_every_error_code_is_in_the_document() -> None:
    codes = {
        kind.code
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.CoachError)
    }
    listed = DOCUMENT.read_text(encoding="utf-8").split("## Error codes")[1].split("\n## ")[0]
    assert set(re.findall(r"^\| `(\w+)` \|", listed, flags=re.MULTILINE)) == codes


def test_every_chat_command_is_in_the_document() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    assert not [name for name, _ in HELP if f"`{name}`" not in text]


@pytest.mark.parametrize("model", [Scenario, Turn, Resume, Expectation, PlanExpectation])
def test_every_key_of_a_scenario_is_in_the_document(model: type) -> None:
    text = DOCUMENT.read_text(encoding="utf-8").split("## Scenarios")[1].split("## Command help")[0]
    keys = set(model.model_fields) - {"file"}  # type: ignore[attr-defined]
    assert not [key for key in keys if not re.search(rf"\b{key}\b", text)]
