"""The five LangChain tools. `TOOLS` is made when it is first asked for: the commands load only what they use."""

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from langchain_core.tools import BaseTool

    TOOLS: tuple[BaseTool, ...]


@cache
def load_tools() -> "tuple[BaseTool, ...]":
    """Give search_documents, lookup_salary, generate_roadmap, summarize_job_market and suggest_roles, in this order."""
    from tools.documents.tool import search_documents
    from tools.market.tool import summarize_job_market
    from tools.options.tool import suggest_roles
    from tools.roadmap.tool import generate_roadmap
    from tools.salary.tool import lookup_salary

    return (search_documents, lookup_salary, generate_roadmap, summarize_job_market, suggest_roles)


def __getattr__(name: str) -> Any:
    if name == "TOOLS":
        return load_tools()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
