"""Tools for agents: what cannot be done is an answer that says what to give, and never ends the agent's run."""

import sqlite3
from collections.abc import Callable
from functools import wraps
from typing import Any

from langchain_core.tools import BaseTool, ToolException, tool
from pydantic import BaseModel, ValidationError

from tools.errors import CoachError, in_words


def repeatable(function: Callable[..., tuple[str, BaseModel]]) -> BaseTool:
    """`agent_tool` of a function that finds the same as long as `tools.lookups.version` is the same."""
    made = agent_tool(function)
    made.metadata = {"repeatable": True}
    return made


def agent_tool(function: Callable[..., tuple[str, BaseModel]]) -> BaseTool:
    """The LangChain tool of `function`, which returns text and its document; it has its name, arguments and docstring.

    An expected failure becomes a ToolMessage with status "error" that says what was wrong and what to do.
    """

    @wraps(function)
    def answered(*args: Any, **kwargs: Any) -> tuple[str, BaseModel]:
        try:
            return function(*args, **kwargs)
        except CoachError as error:
            raise ToolException(f"{error.message} {error.hint}".strip()) from error
        except (OSError, sqlite3.Error) as error:
            raise ToolException(f"{type(error).__name__}: {error}") from error

    made: BaseTool = tool(response_format="content_and_artifact")(answered)
    made.handle_tool_error = True
    made.handle_validation_error = what_to_give
    return made


def what_to_give(error: ValidationError | Any) -> str:
    """What is wrong with arguments that do not fit a schema, as the model that gave them is told."""
    problems = [f"{'.'.join(str(part) for part in each['loc'])}: {in_words(each)}" for each in error.errors()]
    return f"The arguments cannot be used: {'; '.join(problems)}. Call it again with arguments of its schema."
