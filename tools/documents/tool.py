"""The LangChain tool over search()."""

from typing import Annotated

from tools.calling import agent_tool
from tools.documents import search
from tools.documents.models import SearchDocument

RESULTS = 4


@agent_tool
def search_documents(
    query: Annotated[str, "What to find, in plain words: a question or a topic."],
) -> tuple[str, SearchDocument]:
    """Search the document library about AI careers: roles, duties, skills, levels, tracks, pay, trends, challenges, learning, and whatever the person ingested."""  # noqa: E501 - a model reads it as one line
    found = search(query, k=RESULTS)
    if not found.answerable:
        return "The library does not hold an answer to this.", found
    return "\n\n".join(_quoted(number, found) for number in range(len(found.results))), found


def _quoted(number: int, found: SearchDocument) -> str:
    passage = found.results[number]
    source = passage.source
    place = " > ".join(part for part in (source.title, source.section) if part)
    return f"({number + 1}) {place}, {source.date or 'no date'}:\n{passage.text}"
