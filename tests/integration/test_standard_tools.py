"""LangChain's standard tests for tools, over the five."""

from typing import Any

import pytest

pytest.importorskip("langchain_tests", reason="langchain-tests is not installed")

from langchain_core.tools import BaseTool
from langchain_tests.integration_tests import ToolsIntegrationTests
from langchain_tests.unit_tests import ToolsUnitTests

from tools.registry import load_tools

EXAMPLES: dict[str, dict[str, Any]] = {
    "search_documents": {"query": "What does an AI engineer do all day?", "k": 2},
    "lookup_salary": {"role": "nurse", "location": "Toledo", "pay": 80_000},
    "generate_roadmap": {"role": "data analyst", "skills": ["SQL"], "hours_per_week": 6},
    "summarize_job_market": {"role": "data scientist", "location": "Ohio"},
    "suggest_roles": {"role": "line cook", "location": "Boise", "no_degree": True},
}


class OneTool:
    """What the standard tests ask of a tool under test."""

    name: str

    @property
    def tool_constructor(self) -> BaseTool:
        return next(tool for tool in load_tools() if tool.name == self.name)

    @property
    def tool_invoke_params_example(self) -> dict[str, Any]:
        return EXAMPLES[self.name]

    @pytest.fixture
    def anyio_backend(self) -> str:
        return "asyncio"


# Each suite in a class of its own, as its guard against overridden tests wants it.
for name in EXAMPLES:
    for suite in (ToolsUnitTests, ToolsIntegrationTests):
        made = type(f"Test_{name}_{suite.__name__}", (OneTool, suite), {"name": name})
        globals()[made.__name__] = pytest.mark.anyio(made)


def test_every_tool_is_tested() -> None:
    assert set(EXAMPLES) == {tool.name for tool in load_tools()}
