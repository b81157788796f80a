"""The rules of the codebase that prose alone would not hold."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("agent", "tools", "prompts", "seeds")
MAX_FILE = 300
MAX_FUNCTION = 50

# Which rooms a room may import, by the first part of the path that matches. Order: the most special first.
LAYERS = {
    "tools": {"tools", "seeds", "prompts"},
    "seeds": {"seeds"},
    "prompts": {"prompts"},
}
TERMINAL_ONLY = {"rich", "typer", "prompt_toolkit"}
ONE_FILE_ONLY = {
    "docx": "tools/documents/formats/word.py",
    "openpyxl": "tools/documents/formats/excel.py",
    "pptx": "tools/documents/formats/powerpoint.py",
    "striprtf": "tools/documents/formats/rtf.py",
}


def sources(*packages: str) -> list[Path]:
    return sorted(path for package in packages for path in (ROOT / package).rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", sources(*PACKAGES, "tests", "benchmarks"), ids=name)
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MAX_FILE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < MAX_FUNCTION, node.name


@pytest.mark.parametrize("path", sources(*PACKAGES), ids=name)
def test_imports_run_one_way(path: Path) -> None:
    place = name(path)
    used = set(imports(path))
    # Every room may raise what a person can cause.
    ours = {module.split(".")[0] for module in used if not module.startswith("tools.errors")} & set(PACKAGES)
    allowed = LAYERS.get(place.split("/")[0])
    if allowed is not None:
        assert ours <= allowed
    if not place.startswith("agent/terminal/"):
        assert not {module.split(".")[0] for module in used} & TERMINAL_ONLY
        assert not [module for module in used if module.startswith("agent.terminal")]
    if place.startswith(("agent/nodes/", "agent/policy/", "agent/grounding")):
        above = (
            "agent.session.coach",
            "agent.session.runner",
            "agent.graph",
            "agent.scenarios",
            "agent.export",
        )
        assert not [module for module in used if module.startswith(above)]
    if place.startswith("agent/policy/"):
        assert not [module for module in used if module.startswith("agent.nodes")]
    for module, home in ONE_FILE_ONLY.items():
        assert place == home or not [used_module for used_module in used if used_module.startswith(module)]


@pytest.mark.parametrize("path", sources(*PACKAGES), ids=name)
def test_only_named_exceptions_are_caught(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else "everything"
            assert caught not in ("everything", "Exception", "BaseException")


@pytest.mark.parametrize(
    "path", [p for p in sources(*PACKAGES) if "agent/terminal/" not in p.as_posix()], ids=name
)
def test_only_the_terminal_prints(path: Path) -> None:
    calls = [
        node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)
    ]
    assert not [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "print"]


def test_the_lock_names_hashes_and_no_index() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in re.sub(r"^ *#.*$", "", lock, flags=re.MULTILINE)
    requirements = re.findall(r"^[a-zA-Z0-9._\[\]-]+==", lock, flags=re.MULTILINE)
    blocks = re.split(r"^(?=[a-zA-Z0-9])", lock, flags=re.MULTILINE)[1:]
    assert len(requirements) == len(blocks) and all("--hash=sha256:" in block for block in blocks)
    assert not re.search(r"^(torch|nvidia-|triton)", lock, flags=re.MULTILINE)


def test_every_dependency_is_bounded_and_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    for requirement in project["dependencies"]:
        package = re.split(r"[<>=]", requirement)[0]
        assert "<" in requirement, f"{requirement} has no upper bound"
        assert re.search(rf"^{re.escape(package)}==", lock, flags=re.MULTILINE), f"{package} is not locked"


def test_every_setting_is_in_the_example() -> None:
    from agent.settings import AgentSettings
    from tools.settings import ToolSettings

    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    fields = {**ToolSettings.model_fields, **AgentSettings.model_fields}
    for field, info in fields.items():
        variable = str(info.validation_alias) if info.validation_alias else f"COACH_{field.upper()}"
        assert re.search(rf"^#?\s*{variable}=", example, flags=re.MULTILINE), (
            f"{variable} is not in .env.example"
        )
