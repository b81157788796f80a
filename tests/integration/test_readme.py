"""The README's transcript is what the shipped commands print, and its commands exist."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COACH = Path(sys.executable).with_name("coach")


def transcript() -> list[tuple[str, str]]:
    """The commands of the console blocks, each with the output printed below it."""
    blocks = re.findall(r"```console\n(.*?)```", README, flags=re.DOTALL)
    assert blocks
    parts = [part for block in blocks for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]]
    return [(part.partition("\n")[0], part.partition("\n")[2].strip()) for part in parts]


def without_times(text: str) -> str:
    """The text without what differs from run to run: times, and which of the parallel calls ended first."""
    text = re.sub(r"\(\d+ ms\)", "(… ms)", text)
    text = re.sub(r"\d{4}-\d\d-\d\dT[\d:]+\+00:00", "…", text)
    lines = text.splitlines()
    calls = sorted(line for line in lines if line.endswith("(… ms)"))
    return "\n".join([*calls, *(line for line in lines if not line.endswith("(… ms)"))])


@pytest.mark.slow
def test_the_transcript_is_real(own_home: Path) -> None:
    environment = {**os.environ, "COACH_HOME": str(own_home), "COLUMNS": "100"}
    real = README
    for command, printed in transcript():
        if command.startswith("export "):
            name, _, value = command.removeprefix("export ").partition("=")
            environment[name] = value
            continue
        output = run(command, environment)
        real = real.replace(f"$ {command}\n{printed}".rstrip(), f"$ {command}\n{output}")
        if not os.environ.get("UPDATE_GOLDEN"):
            assert without_times(output) == without_times(printed), command
    if os.environ.get("UPDATE_GOLDEN"):
        (ROOT / "README.md").write_text(real, encoding="utf-8")


def run(command: str, environment: dict[str, str]) -> str:
    words = shlex.split(command)
    assert words[0] == "coach"
    return subprocess.run(
        [str(COACH), *words[1:]],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=True,
        timeout=120,
    ).stdout.strip()


def test_the_test_command_of_ci_is_the_readmes() -> None:
    assert "make test" in README
    assert "\nmake test\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_scenario_in_the_readme_is_valid(tmp_path: Path) -> None:
    from agent.scenarios import load_scenarios

    blocks = re.findall(r"```yaml\n(.*?)```", README, flags=re.DOTALL)
    assert blocks
    for block in blocks:
        path = tmp_path / "scenario.yaml"
        path.write_text(block, encoding="utf-8")
        assert load_scenarios([path])


def test_the_python_in_the_readme_compiles() -> None:
    blocks = re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL)
    assert blocks
    for block in blocks:
        compile(block, "README.md", "exec")


def test_the_links_of_the_readme_exist() -> None:
    for target in re.findall(r"\]\((?!https?://)([^)#]+)", README):
        assert (ROOT / target).exists(), target
