"""What `docker compose build` in deploy/ copies: the project, and no secret or environment of who builds it."""

from fnmatch import fnmatch
from pathlib import Path, PurePath

import pytest
import yaml

ROOT = Path(__file__).parents[2]


def kept_out(path: str) -> bool:
    """Whether .dockerignore names the path or a folder above it; `**/` stands for any depth."""
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    patterns = [line for line in lines if line and not line.startswith("#")]
    parts = PurePath(path).parts
    return any(
        fnmatch(part, pattern.removeprefix("**/"))
        for pattern in patterns
        for depth, part in enumerate(parts)
        if depth == 0 or pattern.startswith("**/")
    )


@pytest.mark.parametrize(
    "path",
    [
        "deploy/.env",
        "deploy/tokens.txt",
        ".env",
        ".git/config",
        ".venv/bin/python",
        ".venvs/3.12/bin/python",
        "deploy/.langgraph_api/.langgraph_ops.pckl",
        ".models/model.gguf",
    ],
)
def test_no_secret_and_no_environment_lies_in_the_image(path: str) -> None:
    assert kept_out(path)


@pytest.mark.parametrize(
    "path", ["agent/graph.py", "seeds/tables/towns.csv", "deploy/langgraph.json", "requirements.lock"]
)
def test_the_project_does(path: str) -> None:
    assert (ROOT / path).exists() and not kept_out(path)


def test_the_image_is_built_from_the_folder_of_that_list() -> None:
    compose = yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text(encoding="utf-8"))
    assert (ROOT / "deploy" / compose["x-worker"]["build"]["context"]).resolve() == ROOT
