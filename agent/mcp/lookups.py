"""The LangChain tools as MCP tools, with their schemas: text for a model, the document with its sources beside it."""

from typing import get_args, get_type_hints

import mcp_types as types
from langchain_core.messages import ToolMessage
from langchain_core.tools import StructuredTool
from pydantic import BaseModel, JsonValue


def as_mcp_tool(tool: StructuredTool) -> types.Tool:
    """The tool as it is listed; its output schema is that of the document it returns beside its text."""
    document: type[BaseModel] = get_args(get_type_hints(tool.func)["return"])[1]
    return types.Tool(
        name=tool.name,
        description=tool.description,
        input_schema=tool.tool_call_schema.model_json_schema(),  # type: ignore[union-attr] # our tools have a model
        output_schema=document.model_json_schema(mode="serialization"),
        annotations=types.ToolAnnotations(read_only_hint=True, open_world_hint=False),
    )


async def look_up(tool: StructuredTool, arguments: dict[str, JsonValue]) -> types.CallToolResult:
    """Run the tool. What it cannot do is an answer marked as an error, which says what to give."""
    call = {"type": "tool_call", "id": tool.name, "name": tool.name, "args": arguments}
    answer: ToolMessage = await tool.ainvoke(call)
    document: BaseModel | None = answer.artifact
    return types.CallToolResult(
        content=[types.TextContent(text=answer.text)],
        structured_content=document.model_dump(mode="json") if document is not None else None,
        is_error=answer.status == "error",
    )
