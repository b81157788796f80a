"""deploy/auth.py as each server calls it: LangGraph's own gives headers as bytes, Aegra as text."""

import asyncio
import hashlib
import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from langgraph_sdk import Auth

FILE = Path(__file__).parents[2] / "deploy" / "auth.py"


@pytest.fixture
def deployed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    tokens = tmp_path / "tokens.txt"
    tokens.write_text(f"ann {hashlib.sha256(b'her token').hexdigest()}\n", encoding="utf-8")
    monkeypatch.setenv("COACH_TOKENS_FILE", str(tokens))
    spec = importlib.util.spec_from_file_location("deployed_auth", FILE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    "headers", [{b"authorization": b"Bearer her token"}, {"authorization": "bearer her token"}]
)
def test_a_token_names_its_user(deployed: ModuleType, headers: dict[Any, Any]) -> None:
    assert asyncio.run(deployed.authenticate(headers)) == {"identity": "ann"}


@pytest.mark.parametrize(
    "headers", [{}, {"authorization": "Bearer of another"}, {b"authorization": b"her token"}]
)
def test_nobody_else_speaks(deployed: ModuleType, headers: dict[Any, Any]) -> None:
    with pytest.raises(Auth.exceptions.HTTPException):
        asyncio.run(deployed.authenticate(headers))


@pytest.mark.parametrize("value", [{}, {"metadata": None}, {"metadata": {"owner": "bob", "topic": "work"}}])
def test_what_a_user_makes_is_marked_as_theirs(deployed: ModuleType, value: dict[str, Any]) -> None:
    class Ann:
        identity = "ann"

    class Context:
        user = Ann()

    given = value.get("metadata")
    assert asyncio.run(deployed.own(ctx=Context(), value=value)) == {"owner": "ann"}
    assert value["metadata"]["owner"] == "ann"
    assert given is None or value["metadata"] is given
