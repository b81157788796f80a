"""The LangChain face gives text for the conversation and the document as artifact."""

from langchain_core.messages import ToolMessage

from tools.roadmap.models import RoadmapDocument
from tools.roadmap.tool import generate_roadmap


def test_text_and_artifact() -> None:
    call = {
        "role": "RAG",
        "skills": ["Python"],
        "some": ["SQL"],
        "missing_skills": ["Docker"],
        "hours_per_week": 5,
    }
    message = generate_roadmap.invoke(
        {"type": "tool_call", "id": "1", "name": "generate_roadmap", "args": call}
    )
    assert isinstance(message, ToolMessage)
    assert isinstance(message.artifact, RoadmapDocument)
    assert f"{message.artifact.total_hours} hours" in str(message.content)


def test_an_unknown_role_is_said_in_words() -> None:
    message = generate_roadmap.invoke(
        {"type": "tool_call", "id": "1", "name": "generate_roadmap", "args": {"role": "dragon tamer"}}
    )
    assert "No skill table" in str(message.content)
    assert "weeks." not in str(message.content)


def test_an_occupation_without_a_table_gets_its_steps_with_what_to_do() -> None:
    message = generate_roadmap.invoke(
        {"type": "tool_call", "id": "1", "name": "generate_roadmap", "args": {"role": "nurse"}}
    )
    assert isinstance(message.artifact, RoadmapDocument)
    first = message.artifact.milestones[0]
    assert first.does in str(message.content) and "steps to the door" in str(message.content)
