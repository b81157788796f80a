from tools.documents.models import SearchDocument
from tools.documents.tool import search_documents


def test_the_tool_gives_text_and_the_document() -> None:
    message = search_documents.invoke(
        {
            "type": "tool_call",
            "id": "1",
            "name": "search_documents",
            "args": {"query": "career ladder of a manager"},
        }
    )
    assert isinstance(message.artifact, SearchDocument)
    assert message.artifact.results[0].text in message.content
    assert "Key Responsibilities > Career ladders > Career paths after senior" in message.content


def test_the_tool_has_its_name_and_one_argument() -> None:
    assert search_documents.name == "search_documents"
    assert list(search_documents.args) == ["query"]
