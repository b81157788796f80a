"""The rules of the codebase that prose alone would not hold. A failure names every file and line that breaks one."""

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import networkx as nx
import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("agent", "career_coach", "tools", "prompts", "seeds")
MAX_FILE = 300
MAX_FUNCTION = 50

# What a whole package may import of ours.
LAYERS = {
    "tools": {"tools", "seeds", "prompts"},
    "seeds": {"seeds"},
    "prompts": {"prompts"},
}
TERMINAL_ONLY = {"rich", "typer", "prompt_toolkit"}
# The terminal, and what starts it.
TERMINAL = ("agent/terminal/", "career_coach/__main__.py")
ABOVE_NODES = (
    "agent.session.coach",
    "agent.session.runner",
    "agent.graph",
    "agent.scenarios",
    "agent.export",
)
ONE_FILE_ONLY = {
    "docx": "tools/documents/formats/word.py",
    "openpyxl": "tools/documents/formats/excel.py",
    "pptx": "tools/documents/formats/powerpoint.py",
    "striprtf": "tools/documents/formats/rtf.py",
}


def sources(*packages: str) -> Iterator[str]:
    """Paths of the Python files, from the root."""
    for package in packages:
        yield from sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / package).rglob("*.py"))


@cache
def parsed(place: str) -> ast.Module:
    return ast.parse((ROOT / place).read_text(encoding="utf-8"))


def imports(place: str) -> Iterator[tuple[int, str]]:
    """Line and module of every import, late and typing-only ones too; a name taken from a module also as "module.name"."""
    for node in ast.walk(parsed(place)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.lineno, node.module
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def hold(problems: Iterable[str]) -> None:
    """Fail with every problem on a line of its own."""
    if found := list(problems):
        pytest.fail("\n".join(found), pytrace=False)


def test_files_and_functions_stay_small() -> None:
    hold(_too_large(*PACKAGES, "tests", "benchmarks"))


def _too_large(*packages: str) -> Iterator[str]:
    for place in sources(*packages):
        lines = len((ROOT / place).read_text(encoding="utf-8").splitlines())
        if lines > MAX_FILE:
            yield f"{place}:{lines} the file has {lines} lines, at most {MAX_FILE} are allowed"
        for node in ast.walk(parsed(place)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or 0) - node.lineno + 1
                if length > MAX_FUNCTION:
                    yield f"{place}:{node.lineno} {node.name} has {length} lines, at most {MAX_FUNCTION} are allowed"


def test_imports_run_one_way() -> None:
    found = ((place, *each) for place in sources(*PACKAGES) for each in imports(place))
    hold(
        f"{place}:{line} may not import {module}"
        for place, line, module in found
        if not _may_import(place, module)
    )


def _may_import(place: str, module: str) -> bool:
    package, used = place.split("/", maxsplit=1)[0], module.split(".", maxsplit=1)[0]
    # Every room may raise what a person can cause.
    if used in PACKAGES and not module.startswith("tools.errors"):
        allowed = LAYERS.get(package)
        if allowed is not None and used not in allowed:
            return False
    terminal = used in TERMINAL_ONLY or module.startswith("agent.terminal")
    if terminal and not place.startswith(TERMINAL):
        return False
    if module.startswith("agent.web") and not place.startswith(("agent/terminal/", "agent/web/")):
        return False
    if place.startswith(("agent/nodes/", "agent/policy/", "agent/grounding")) and module.startswith(
        ABOVE_NODES
    ):
        return False
    if place.startswith("agent/policy/") and module.startswith("agent.nodes"):
        return False
    return ONE_FILE_ONLY.get(used, place) == place


def test_no_files_import_each_other() -> None:
    circles = {frozenset(each) for each in nx.strongly_connected_components(_imports()) if len(each) > 1}
    hold(_circle(each) for each in circles)


def _imports() -> "nx.DiGraph[str]":
    """Which of our modules imports which; each edge knows the line."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    places = {
        place.removesuffix(".py").removesuffix("/__init__").replace("/", "."): place
        for place in sources(*PACKAGES)
    }
    for module, place in places.items():
        used = list(imports(place))
        for line, other in used:
            # "from room import file" means the file, not the room beside it.
            inner = any(at == line and each.startswith(f"{other}.") and each in places for at, each in used)
            if other in places and other != module and not inner:
                graph.add_edge(module, other, line=f"{place}:{line} imports {other}")
    return graph


def _circle(modules: frozenset[str]) -> str:
    inside = _imports().subgraph(modules)
    return "\n".join(
        ["These import each other:", *sorted(str(held["line"]) for _, _, held in inside.edges(data=True))]
    )


def test_only_named_exceptions_are_caught() -> None:
    hold(
        f"{place}:{node.lineno} catches everything"
        for place in sources(*PACKAGES)
        for node in ast.walk(parsed(place))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in ("Exception", "BaseException"))
    )


def test_only_the_terminal_prints() -> None:
    hold(
        f"{place}:{node.lineno} prints"
        for place in sources(*PACKAGES)
        if not place.startswith(TERMINAL)
        for node in ast.walk(parsed(place))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    )


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
    for variable in {*ToolSettings.variables().values(), *AgentSettings.variables().values()}:
        assert re.search(rf"^#?\s*{variable}=", example, flags=re.MULTILINE), (
            f"{variable} is not in .env.example"
        )
