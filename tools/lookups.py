"""One lookup by a tool: what it says, its document and its evidence. The same question is looked up once."""

import json
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from langchain_core.messages import ToolMessage
from langchain_core.tools import BaseTool
from pydantic import BaseModel

from tools.evidence import Evidence
from tools.oews.onet_store import release_file
from tools.salary.own_pay import pay_files
from tools.settings import home_folder, read_settings, today


class Found(NamedTuple):
    """`document` is the tool's document as JSON, without its evidence. It is shared: never change it."""

    text: str
    document: dict[str, Any] | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class _Lookup:
    tool: BaseTool = field(compare=False)
    name: str
    args: str
    version: object


def version() -> object:
    """What lookups rest on beside their arguments, to be compared; None where a live feed is to be asked each time."""
    settings = read_settings()
    if settings.adzuna_app_id or settings.adzuna_app_key:
        return None
    states = [(path, path.stat()) for path in (release_file(), *pay_files()) if path.exists()]
    files = tuple((path, state.st_mtime_ns, state.st_size, state.st_ino) for path, state in states)
    return home_folder(), today(), files


def look_up(tool: BaseTool, args: dict[str, Any], version: object) -> Found:
    """Ask `tool`, or give again what it found at this `version`. Raises what the tool raises, each time anew."""
    if version is None or not (tool.metadata or {}).get("repeatable"):
        return _found(tool, args)
    return _kept(_Lookup(tool, tool.name, json.dumps(args, sort_keys=True), version))


# A redraft asks for what the draft before it asked, and many people for the same jobs.
@lru_cache(maxsize=512)
def _kept(lookup: _Lookup) -> Found:
    return _found(lookup.tool, json.loads(lookup.args))


def _found(tool: BaseTool, args: dict[str, Any]) -> Found:
    message: ToolMessage = tool.invoke(
        {"type": "tool_call", "id": tool.name, "name": tool.name, "args": args}
    )
    document = message.artifact
    if not isinstance(document, BaseModel):
        return Found(str(message.text))
    told = document.model_dump(mode="json", exclude={"evidence"})
    return Found(str(message.text), told, tuple(_evidence_of(document)))


def _evidence_of(document: BaseModel) -> list[Evidence]:
    from tools.documents import evidence_of
    from tools.documents.models import SearchDocument

    if isinstance(document, SearchDocument):
        return [evidence_of(passage) for passage in document.results] if document.answerable else []
    found: list[Evidence] = getattr(document, "evidence", [])
    return found
