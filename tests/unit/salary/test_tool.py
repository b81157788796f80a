"""The two LangChain tools: the document as artifact, a text that says the same."""

from langchain_core.messages import ToolMessage

from tools import market, salary
from tools.market.models import MarketDocument
from tools.market.tool import summarize_job_market
from tools.salary.models import SalaryDocument
from tools.salary.tool import lookup_salary


def call(name: str, args: dict[str, object]) -> dict[str, object]:
    return {"type": "tool_call", "id": "1", "name": name, "args": args}


def test_the_salary_tool_gives_the_same_document() -> None:
    args: dict[str, object] = {"role": "registered nurse", "location": "Ohio", "pay": 80_000}
    message = lookup_salary.invoke(call("lookup_salary", args))
    assert isinstance(message, ToolMessage) and isinstance(message.artifact, SalaryDocument)
    assert message.artifact == salary.lookup("registered nurse", "Ohio", pay=80_000)
    assert "Registered Nurses (29-1141) in Ohio" in str(message.content) and "estimate" in str(
        message.content
    )


def test_the_market_tool_gives_the_same_document() -> None:
    message = summarize_job_market.invoke(call("summarize_job_market", {"role": "registered nurse"}))
    assert isinstance(message, ToolMessage) and isinstance(message.artifact, MarketDocument)
    assert message.artifact == market.summarize("registered nurse")
    assert "employment" in str(message.content) and "No trend" in str(message.content)


def test_what_is_not_known_is_said_in_the_text() -> None:
    message = lookup_salary.invoke(call("lookup_salary", {"role": "zorblax"}))
    assert "Not known" in str(message.content)


def test_the_tools_are_named_as_the_contract_says() -> None:
    assert (lookup_salary.name, summarize_job_market.name) == ("lookup_salary", "summarize_job_market")
    assert set(lookup_salary.args) == {"role", "location", "level", "pay", "contract", "hourly", "by_state"}
    assert set(summarize_job_market.args) == {"role", "location"}
