"""The approved plan of a thread as a resource, in every format that it is exported in."""

import base64
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote, unquote

import mcp_types as types

from agent.export import Format, export_plan
from agent.session.coach import Coach
from tools import settings
from tools.errors import ThreadError, UsageError

FORMATS: dict[Format, str] = {
    "md": "text/markdown",
    "html": "text/html",
    "pdf": "application/pdf",
    "ics": "text/calendar",
    "json": "application/json",
}
_URI = re.compile(r"coach://threads/(?P<thread>[^/]+)/plan\.(?P<form>[a-z]+)")


def templates() -> list[types.ResourceTemplate]:
    """One template a format."""
    return [
        types.ResourceTemplate(
            name=f"plan.{form}",
            title=f"The approved plan as {form}",
            uri_template=f"coach://threads/{{thread}}/plan.{form}",
            mime_type=kind,
        )
        for form, kind in FORMATS.items()
    ]


def links(thread: str) -> list[types.ResourceLink]:
    """Where the approved plan of a thread can be read."""
    return [
        types.ResourceLink(
            name=f"plan.{form}", uri=f"coach://threads/{quote(thread, safe='')}/plan.{form}", mime_type=kind
        )
        for form, kind in FORMATS.items()
    ]


def read_plan(coach: Coach, uri: str, user: str) -> types.ReadResourceResult:
    """The document behind `uri`; a PDF as base64. Raises CoachError where there is none."""
    found = _URI.fullmatch(uri)
    form = next((each for each in FORMATS if found and found["form"] == each), None)
    if found is None or form is None:
        raise UsageError(
            f"There is no resource {uri[:100]}.",
            f"Read coach://threads/THREAD/plan.FORMAT; the formats are {', '.join(FORMATS)}.",
        )
    thread = unquote(found["thread"])
    kept = coach.show(thread, user=user)
    if not kept.plans:
        raise ThreadError(
            f"Thread {thread} has no approved plan yet.", "The person approves one first: call review_plan."
        )
    with TemporaryDirectory(prefix="coach-") as folder:
        path = Path(folder) / f"plan.{form}"
        export_plan(
            kept.plans[-1],
            kept.evidence,
            kept.profile,
            thread,
            format=form,
            path=path,
            today=settings.today(),
            progress=kept.progress,
        )
        made = path.read_bytes()
    if form == "pdf":
        blob = base64.b64encode(made).decode("ascii")
        return types.ReadResourceResult(
            contents=[types.BlobResourceContents(uri=uri, mime_type=FORMATS[form], blob=blob)]
        )
    text = types.TextResourceContents(uri=uri, mime_type=FORMATS[form], text=made.decode())
    return types.ReadResourceResult(contents=[text])
