"""What a person sends with a form: fields, a file, and the changes that they made to items of a plan."""

import textwrap
from collections.abc import AsyncGenerator, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qs

from pydantic import ValidationError
from python_multipart.exceptions import FormParserError
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from agent.models import Claim, Plan, Section
from agent.plans.item_review import ItemDecision, items_of
from agent.plans.rendering import shown_claims
from tools.documents.walk import MAX_BYTES
from tools.errors import UsageError
from tools.roadmap.models import Milestone

_MOST_BYTES = 2_000_000
_MOST_FIELDS = 5_000
_LISTS = ("skills",)


class Form:
    """Fields as they were sent; one that was not sent is empty."""

    def __init__(self, fields: Mapping[str, Sequence[str]]) -> None:
        self._fields = fields

    def all(self, name: str) -> list[str]:
        """What was said in fields of this name, without the empty ones."""
        said = (value.replace("\r\n", "\n").strip() for value in self._fields.get(name, ()))
        return [value for value in said if value]

    def text(self, name: str) -> str:
        return next(iter(self.all(name)), "")

    def lines(self, name: str) -> list[str]:
        return [line for line in (line.strip() for line in self.text(name).splitlines()) if line]

    def holds(self, name: str) -> bool:
        return name in self._fields


async def read_form(request: Request) -> Form:
    """The form of a request. Raises UsageError for one that is too long."""
    body = b"".join([chunk async for chunk in _bounded(request, _MOST_BYTES)])
    try:
        fields = parse_qs(
            body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=_MOST_FIELDS
        )
    except ValueError as error:
        raise UsageError(
            "What was sent has too many fields.", "Open the page again and send it there."
        ) from error
    return Form(fields)


async def read_upload(request: Request) -> tuple[str, str, bytes]:
    """The thread of a form with a file, the file's name and what it holds. Raises UsageError."""
    unreadable = UsageError("The file did not arrive.", "Open the page again and choose it there.")
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise unreadable
    bounded = _bounded(request, MAX_BYTES + _MOST_BYTES)
    try:
        sent = await MultiPartParser(request.headers, bounded, max_files=1, max_fields=9).parse()
    except (MultiPartException, FormParserError, UnicodeDecodeError, LookupError) as error:
        raise unreadable from error
    thread, file = sent.get("thread"), sent.get("file")
    try:
        if not isinstance(thread, str) or not isinstance(file, UploadFile):
            raise unreadable
        if not file.filename:
            raise UsageError("No file was chosen.", "Choose the file with your CV.")
        return thread, file.filename, await file.read()
    finally:
        await sent.close()


async def _bounded(request: Request, most: int) -> AsyncGenerator[bytes, None]:
    """The body as it comes. Raises UsageError where it has more than `most` bytes."""
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > most:
            raise UsageError("What was sent is too long.", "Send the part that matters.")
        yield chunk


def whole_number(text: str, what: str) -> int | None:
    """None where nothing was given. Raises UsageError for what is no whole number."""
    if text and not (text.isdecimal() and len(text) < 10):
        raise UsageError(f"{what} is a whole number, not {shortened(text)}.", "Correct it and send again.")
    return int(text) if text else None


def shortened(text: str) -> str:
    """On one line, as far as a message needs it."""
    return textwrap.shorten(text, 60, placeholder="...")


def item_decisions(plan: Plan, form: Form) -> dict[str, ItemDecision]:
    """What was decided on each item whose fields differ from `plan`.

    Raises UsageError where nothing or nonsense was.
    """
    decisions = {}
    for item in items_of(plan):
        reason = form.text(f"{item}.reason")
        if reason or form.holds(f"{item}.out"):
            decisions[item] = ItemDecision(type="reject", message=reason or None)
        elif (edited := _edited(plan, item, form)) is not None:
            decisions[item] = ItemDecision(type="edit", edited=edited)
    if not decisions:
        raise UsageError("Nothing was changed.", "Change an item, or approve the plan as it is.")
    return decisions


def lines_of(plan: Plan, item: str) -> list[str]:
    """A section or list of the plan as lines that can be edited."""
    section = _section(plan, item)
    texts = [claim.text for claim in shown_claims(section, plan)] if section else getattr(plan, item)
    return [" ".join(text.split()) for text in texts]


def _edited(plan: Plan, item: str, form: Form) -> Milestone | Section | list[str] | None:
    """The item in its new form; None where it is as it was."""
    milestone = next((held for held in plan.milestones if held.id == item), None)
    if milestone is not None:
        return _edited_milestone(milestone, form)
    if not form.holds(f"{item}.text"):
        return None
    lines, before = form.lines(f"{item}.text"), lines_of(plan, item)
    if lines == before:
        return None
    section = _section(plan, item)
    if section is None:
        return lines
    shown = shown_claims(section, plan)
    held = dict(zip(before, shown, strict=True))
    # Claims that only repeat a milestone are not shown, and stay.
    kept = [claim for claim in section.claims if claim not in shown]
    return section.model_copy(
        update={"claims": [*(held.get(line) or Claim(text=line, by="person") for line in lines), *kept]}
    )


def _edited_milestone(milestone: Milestone, form: Form) -> Milestone | None:
    names = [name for name in _FIELDS if form.holds(f"{milestone.id}.{name}")]
    said: dict[str, Any] = {
        name: form.lines(f"{milestone.id}.{name}") if name in _LISTS else form.text(f"{milestone.id}.{name}")
        for name in names
    }
    try:
        edited = Milestone.model_validate({**milestone.model_dump(), **said})
    except ValidationError as error:
        name = str(error.errors()[0]["loc"][0])
        raise UsageError(
            f"{_FIELDS[name]} of {milestone.id} is a number, not {shortened(str(said.get(name)))}.",
            "Correct it and send again.",
        ) from error
    return None if edited == milestone else edited


_FIELDS = {
    "title": "The title",
    "skills": "The skills",
    "start_week": "The first week",
    "end_week": "The last week",
    "hours": "The hours",
    "proof": "The proof",
    "does": "What to do",
}


def _section(plan: Plan, item: str) -> Section | None:
    return next((held for held in plan.sections if held.id == item), None)
