"""The coach as an MCP server: its tools, a conversation, the person's review of a plan, and the plan as a document."""

import asyncio
from importlib.metadata import version
from inspect import getdoc
from typing import Any, cast

import mcp_types as types
from langchain_core.tools import StructuredTool
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.server.request_state import RequestStateBoundary, RequestStateSecurity
from mcp.shared.exceptions import MCPError
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from agent.context import LOCAL_USER
from agent.mcp.approval import ask, can_ask
from agent.mcp.documents import links, read_plan, templates
from agent.mcp.lookups import as_mcp_tool, look_up
from agent.models import ReplyDocument
from agent.session.coach import Coach
from tools import registry
from tools.calling import what_to_give
from tools.errors import CoachError

_NAME = "career-coach"
_INSTRUCTIONS = (
    "A career coach on official US data. Give the person's own words to coach_message, keep its thread, and show them "
    "its reply as it is: each figure has its source. A plan is delivered only when the person approves it: while one "
    "waits, call review_plan, which puts it before them."
)
_Context = ServerRequestContext[Any, Any]


class _Arguments(BaseModel):
    model_config = ConfigDict(extra="forbid")


class MessageArguments(_Arguments):
    """Say something to the career coach: it answers from sources, asks back, and drafts a plan when one is wanted.

    A message never approves a plan.
    """

    message: str = Field(description="What the person says, in their own words.")
    thread: str | None = Field(
        default=None, description="The conversation to go on with; leave it out for a new one."
    )


class ReviewArguments(_Arguments):
    """Put the plan that waits before the person, who approves it, asks for a change or leaves it.

    You cannot decide it.
    """

    thread: str = Field(description="The conversation whose plan waits.")


# Their docstrings are what a model reads.
_ARGUMENTS: dict[str, type[_Arguments]] = {"coach_message": MessageArguments, "review_plan": ReviewArguments}


class CoachServer:
    """What the server answers for one person (`user`), who has `patience` seconds for a decision."""

    def __init__(self, coach: Coach, *, user: str, patience: float) -> None:
        self._coach = coach
        self._user = user
        self._patience = patience
        self._lookups = {tool.name: cast("StructuredTool", tool) for tool in registry.load_tools()}

    def protocol(self) -> Server[Any]:
        """The server, to be run over a transport."""
        server: Server[Any] = Server(
            _NAME,
            version=version(_NAME),
            title="Career Coach",
            instructions=_INSTRUCTIONS,
            on_list_tools=self._list_tools,
            on_call_tool=self._call_tool,
            on_list_resources=self._list_resources,
            on_list_resource_templates=self._list_templates,
            on_read_resource=self._read_resource,
        )
        # A client hands back which draft its person was asked about: sealed, so that it cannot name another.
        server.middleware.append(
            RequestStateBoundary(RequestStateSecurity.ephemeral(), default_audience=_NAME)
        )
        return server

    async def _list_tools(
        self, _context: _Context, _params: types.PaginatedRequestParams | None
    ) -> types.ListToolsResult:
        own = [
            types.Tool(
                name=name,
                description=getdoc(arguments),
                input_schema=arguments.model_json_schema(),
                annotations=types.ToolAnnotations(read_only_hint=False, destructive_hint=False),
            )
            for name, arguments in _ARGUMENTS.items()
        ]
        return types.ListToolsResult(tools=[*own, *(as_mcp_tool(tool) for tool in self._lookups.values())])

    async def _call_tool(
        self, context: _Context, params: types.CallToolRequestParams
    ) -> types.CallToolResult | types.InputRequiredResult:
        given = params.arguments or {}
        if params.name in self._lookups:
            return await look_up(self._lookups[params.name], given)
        if params.name not in _ARGUMENTS:
            raise MCPError(types.INVALID_PARAMS, f"There is no tool {params.name[:100]}.")
        try:
            arguments = _ARGUMENTS[params.name].model_validate(given)
            if isinstance(arguments, MessageArguments):
                reply = await self._coach.aask(arguments.message, thread=arguments.thread, user=self._user)
                return self._told(reply)
            return await self._review(cast("ReviewArguments", arguments).thread, context, params)
        except ValidationError as error:
            return _failed(what_to_give(error))
        except CoachError as error:
            return _failed(f"{error.message} {error.hint}".strip())

    async def _review(
        self, thread: str, context: _Context, params: types.CallToolRequestParams
    ) -> types.CallToolResult | types.InputRequiredResult:
        waiting = await asyncio.to_thread(self._coach.where, thread, user=self._user)
        if waiting is None or waiting.review is None:
            return _failed(f"No plan waits in thread {thread}. Ask for one with coach_message.")
        (action,) = waiting.review["action_requests"]
        if not can_ask(context):
            return self._left(thread, "This client cannot put the plan before the person.")
        draft = action["args"]["draft"]
        answer = await ask(context, params, plan=action["description"], draft=draft, patience=self._patience)
        if isinstance(answer, types.InputRequiredResult):
            return answer
        if answer is None or answer.decision == "later":
            return self._left(thread, "The person has not decided.")
        if answer.decision == "change" and not answer.wish.strip():
            return self._left(thread, "The person wants a change and has not said which.")
        decided: dict[str, Any] = (
            {"approve": True} if answer.decision == "approve" else {"reject": answer.wish}
        )
        return self._told(await self._coach.aresume(thread, draft=draft, user=self._user, **decided))

    def _told(self, reply: ReplyDocument) -> types.CallToolResult:
        """The reply as text, and its document without the draft, which is the person's to see first."""
        waits = " A plan waits for the person: call review_plan." if reply.review else ""
        said = types.TextContent(text=f"{reply.reply}\n\n(Thread {reply.thread}.{waits})")
        return types.CallToolResult(
            content=[said, *(links(reply.thread) if reply.plan else [])],
            structured_content=reply.model_dump(mode="json", exclude={"review", "usage", "cv"}),
        )

    def _left(self, thread: str, why: str) -> types.CallToolResult:
        """The plan goes on waiting; how the person can decide. A model that has a terminal must not do it for them."""
        whose = "" if self._user == LOCAL_USER else f" --user {self._user}"
        how = f"`coach chat --thread {thread}{whose}`, then /approve or /reject"
        text = (
            f"{why} The plan goes on waiting. The person decides in a terminal of their own: {how}. "
            "Do not run it for them; here they decide when you call review_plan again."
        )
        return types.CallToolResult(content=[types.TextContent(text=text)])

    async def _list_resources(
        self, _context: _Context, _params: types.PaginatedRequestParams | None
    ) -> types.ListResourcesResult:
        """The plans of threads that end with a delivery; the templates reach the others."""
        kept = await asyncio.to_thread(self._coach.threads, user=self._user)
        found = [link for row in kept if row.status == "delivered" for link in links(row.thread)]
        return types.ListResourcesResult(resources=found)

    async def _list_templates(
        self, _context: _Context, _params: types.PaginatedRequestParams | None
    ) -> types.ListResourceTemplatesResult:
        return types.ListResourceTemplatesResult(resource_templates=templates())

    async def _read_resource(
        self, _context: _Context, params: types.ReadResourceRequestParams
    ) -> types.ReadResourceResult:
        try:
            return await asyncio.to_thread(read_plan, self._coach, params.uri, self._user)
        except CoachError as error:
            raise MCPError(types.INVALID_PARAMS, f"{error.message} {error.hint}".strip()) from error


def _failed(text: str) -> types.CallToolResult:
    return types.CallToolResult(content=[types.TextContent(text=text)], is_error=True)
