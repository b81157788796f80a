"""README and docs: what they show is what the shipped commands print, what they name exists, their snippets run."""

import os
import re
import shlex
import textwrap
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from itertools import pairwise
from pathlib import Path

import pytest
import typer
from langchain_core.messages import AIMessage, BaseMessage, ToolMessage

from agent.terminal.cli import app, main
from tests.fakes_model import ScriptedChatModel

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
TRANSCRIPT = ROOT / "docs" / "transcript.md"
ARCHITECTURE = ROOT / "docs" / "ARCHITECTURE.md"
DOCUMENTS = [README, *sorted((ROOT / "docs").glob("*.md"))]
MOST_BYTES = 9_000  # of the README: what a newcomer reads at one go
WIDTH = 110


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def blocks(path: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text_of(path), flags=re.DOTALL | re.MULTILINE)


def transcript(text: str) -> list[tuple[str, str]]:
    """The commands of the console blocks, each with the output printed below it."""
    found = re.findall(r"^```console\n(.*?)^```", text, flags=re.DOTALL | re.MULTILINE)
    parts = [part for block in found for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]]
    assert parts
    return [(part.partition("\n")[0], part.partition("\n")[2].strip()) for part in parts]


def without_times(text: str) -> str:
    """The text without what differs from run to run: times, and which of the parallel calls ended first."""
    text = re.sub(r"\(\d+ ms\)", "(… ms)", text)
    text = re.sub(r"\d{1,2} [A-Z][a-z]+ \d{4}, \d\d:\d\d UTC", "…", text)
    lines = text.splitlines()
    calls = sorted(line for line in lines if line.endswith("(… ms)"))
    return "\n".join([*calls, *(line for line in lines if not line.endswith("(… ms)"))])


@pytest.mark.slow
def test_the_transcript_is_real(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    real = text_of(TRANSCRIPT)
    for command, printed in transcript(real):
        if command.startswith("export "):
            name, _, value = command.removeprefix("export ").partition("=")
            monkeypatch.setenv(name, value)
            continue
        output = run(command)
        if os.environ.get("UPDATE_GOLDEN"):
            real = real.replace(f"$ {command}\n{printed}".rstrip(), f"$ {command}\n{output}")
        else:
            assert without_times(output) == without_times(printed), command
    if os.environ.get("UPDATE_GOLDEN"):
        TRANSCRIPT.write_text(real, encoding="utf-8")
        text = text_of(README)
        README.write_text(text.replace(hero(text), conversation(hero(text), real)), encoding="utf-8")


def run(command: str) -> str:
    """What the command prints, both streams in one as on a screen; one process plays all, as starting takes most of it."""
    words = shlex.split(command)
    assert words[0] == "coach"
    printed = StringIO()
    with redirect_stdout(printed), redirect_stderr(printed):
        assert main(words[1:]) == 0, command
    return printed.getvalue().strip()


def hero(readme: str) -> str:
    """The conversation at the top of the README."""
    found = re.search(r"^```text\n(> .*?)^```", readme, flags=re.DOTALL | re.MULTILINE)
    assert found
    return found[1]


def conversation(shown: str, played: str) -> str:
    """What the person says in `shown`, each with the first paragraph of its answer in the transcript `played`."""
    answers = {}
    for command, printed in transcript(played):
        words = shlex.split(command)
        if words[:2] == ["coach", "ask"]:
            answers[words[-1]] = re.sub(r"^(?:.* \(\d+ ms\)\n)+\s*", "", printed).partition("\n\n")[0]
    said = [line.removeprefix("> ") for line in shown.splitlines() if line.startswith("> ")]
    return "\n".join(f"> {each}\n{textwrap.fill(answers[each], WIDTH)}\n" for each in said)


def test_the_conversation_in_the_readme_is_the_transcripts() -> None:
    shown = hero(text_of(README))
    assert shown == conversation(shown, text_of(TRANSCRIPT))


def test_the_readme_is_short() -> None:
    assert README.stat().st_size <= MOST_BYTES


def test_the_test_command_of_ci_is_the_readmes() -> None:
    assert "make test" in text_of(README)
    assert "\nmake test\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize(
    "path", [path for path in DOCUMENTS if blocks(path, "yaml")], ids=lambda path: path.name
)
def test_the_scenarios_pass(path: Path, tmp_path: Path) -> None:
    from agent.scenarios import load_scenarios, play_scenarios

    for number, block in enumerate(blocks(path, "yaml")):
        file = tmp_path / f"{number}.yaml"
        file.write_text(block, encoding="utf-8")
        for result in play_scenarios(load_scenarios([file])):
            assert result.passed, result


SNIPPETS = [
    pytest.param(block, id=f"{path.name}-{number}")
    for path in DOCUMENTS
    for number, block in enumerate(blocks(path, "python"))
]


@pytest.mark.slow
@pytest.mark.parametrize("block", SNIPPETS)
def test_the_python_runs(block: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    monkeypatch.setenv("COACH_TODAY", "2026-11-28")
    for package in re.findall(r"^from (deepagents|langgraph\.checkpoint\.postgres)", block, re.MULTILINE):
        pytest.importorskip(package, reason=f"{package} is not installed")
    if "DATABASE_URL" in block:
        monkeypatch.setenv("DATABASE_URL", request.getfixturevalue("postgres_url"))
    # `model` is the reader's own; all else is as written.
    exec(compile(block, "snippet", "exec"), {"model": ScriptedChatModel(script=[hands_on])})  # noqa: S102


def hands_on(messages: list[BaseMessage], names: list[str]) -> AIMessage | str:
    """A model that hands the person's words to the coach once, by the tool or the subagent that it is given."""
    if isinstance(messages[-1], ToolMessage):
        return "There you are."
    said = messages[-1].text
    task = {"description": said, "subagent_type": "career-coach"}
    name, args = ("task", task) if "task" in names else ("ask_coach", {"message": said})
    return AIMessage("", tool_calls=[{"name": name, "args": args, "id": "c1"}])


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_the_links_exist(path: Path) -> None:
    for target in re.findall(r"\]\((?!https?://|#)([^)#\s]+)", text_of(path)):
        assert (path.parent / target).exists(), target


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_the_commands_exist(path: Path) -> None:
    commands = set(getattr(typer.main.get_command(app), "commands", {}))
    targets = set(
        re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    )
    text = text_of(path)
    assert set(re.findall(r"(?:`|^|\$ )coach ([a-z]+)", text, flags=re.MULTILINE)) <= commands
    assert set(re.findall(r"(?:`|^)make ([a-z-]+)", text, flags=re.MULTILINE)) <= targets


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_the_settings_exist(path: Path) -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    served = (ROOT / "deploy" / "compose.yaml").read_text(encoding="utf-8")
    named = set(re.findall(r"\bCOACH_[A-Z_]+[A-Z]\b", text_of(path)))
    assert not [name for name in named if f"{name}=" not in example and f"{name}:" not in served]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_the_files_that_are_named_exist(path: Path) -> None:
    rooms = "agent|tools|prompts|seeds|training|tests|benchmarks|docs"
    named = re.findall(rf"`((?:{rooms})/[\w./-]*)`", text_of(path))
    assert not [name for name in named if not (ROOT / name).exists()]


def edges(picture: str) -> set[tuple[str, str]]:
    """The arrows of a Mermaid flow chart; what stands in brackets behind a name is how it is drawn."""
    plain = re.sub(r"\(\[.*?\]\)|\{\{.*?\}\}", "", picture)
    found = set[tuple[str, str]]()
    for line in plain.splitlines():
        names = re.split(r"\s*--(?: .*? --)?>\s*", line.strip())
        found.update(pairwise(names))
    return found


def test_the_pictures_show_the_graph() -> None:
    from agent import build_graph

    ends = {"__start__": "message", "__end__": "done"}
    graph = build_graph().compile().get_graph()
    real = {(ends.get(edge.source, edge.source), ends.get(edge.target, edge.target)) for edge in graph.edges}
    (short,), (whole,) = blocks(README, "mermaid"), blocks(ARCHITECTURE, "mermaid")
    assert edges(short) <= real
    assert {name for edge in edges(short) for name in edge} == {name for edge in real for name in edge}
    assert edges(whole) == real
