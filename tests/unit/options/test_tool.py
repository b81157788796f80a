"""The LangChain tool gives the same document, and a text that says the same."""

from langchain_core.messages import ToolMessage

from tools.options import suggest
from tools.options.models import OptionsDocument
from tools.options.tool import suggest_roles


def test_text_and_artifact() -> None:
    args = {"role": "cook", "location": "Boise", "no_degree": True}
    message = suggest_roles.invoke({"type": "tool_call", "id": "1", "name": "suggest_roles", "args": args})
    assert isinstance(message, ToolMessage) and isinstance(message.artifact, OptionsDocument)
    assert message.artifact == suggest("cook", "Boise", no_degree=True)
    for option in message.artifact.options:
        assert option.name in str(message.content) and f"{option.wages.p50:,}" in str(message.content)


def test_not_known_is_said() -> None:
    call = {"type": "tool_call", "id": "1", "name": "suggest_roles", "args": {"role": "glimmerwright"}}
    assert "Not known" in str(suggest_roles.invoke(call).content)
