"""The routes of the page. All that is said or decided goes to the Coach; what is kept, the Coach keeps."""

import asyncio
import mimetypes
import sqlite3
from collections import defaultdict
from collections.abc import AsyncGenerator, Awaitable, Collection
from pathlib import Path
from typing import cast
from urllib.parse import urlencode

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from agent.export import Format, made_document
from agent.inputs import check_id
from agent.models import ReplyDocument
from agent.plans.item_review import join_decisions
from agent.plans.progress_report import approved_plan
from agent.plans.review import draft_digest, waiting_plan
from agent.session.coach import Coach
from agent.session.events import Event, TurnFinished
from agent.session.handed_files import read_handed_bytes
from agent.web import page
from agent.web.forms import Form, item_decisions, read_form, read_upload, whole_number
from agent.web.guard import Guard
from agent.web.live import Live
from tools.errors import CoachError, DecisionError, UsageError
from tools.settings import today

_TYPES = {
    "md": "text/markdown",
    "html": "text/html",
    "pdf": "application/pdf",
    "ics": "text/calendar",
    "json": "application/json",
}


class Page:
    """One person's page; `app` answers under the path of the token, on the given hosts ("127.0.0.1:8000") alone."""

    def __init__(self, coach: Coach, *, token: str, hosts: Collection[str]) -> None:
        self._coach = coach
        # Reads files of the system; else the first style sheet does, in the event loop.
        mimetypes.init()
        self._lives: defaultdict[str, Live] = defaultdict(Live)
        routes = [
            Route("/", self._show),
            Route("/threads", self._threads),
            Route("/events", self._events),
            Route("/export", self._export),
            Route("/say", self._say, methods=["POST"]),
            Route("/cv", self._cv, methods=["POST"]),
            Route("/decide", self._decide, methods=["POST"]),
            Route("/progress", self._progress, methods=["POST"]),
            Mount("/static", StaticFiles(directory=Path(__file__).parent / "static")),
        ]
        failures = {CoachError: _failed, sqlite3.Error: _damaged, OSError: _damaged, HTTPException: _unknown}
        inner = Starlette(routes=[Mount("/{token}", routes=routes)], exception_handlers=failures)
        self.app: ASGIApp = Guard(inner, token=token, hosts=hosts)

    def close(self) -> None:
        """Let every window go, so that the server can end."""
        for live in self._lives.values():
            live.close()

    async def _show(self, request: Request) -> Response:
        if not request.query_params.get("thread"):
            return RedirectResponse(_address(check_id(None, "thread")), 303)
        thread = _thread(request.query_params.get("thread"))
        return HTMLResponse(
            await asyncio.to_thread(page.thread_page, self._coach, thread, self._lives[thread])
        )

    async def _threads(self, _request: Request) -> Response:
        return HTMLResponse(await asyncio.to_thread(page.threads_page, self._coach))

    async def _events(self, request: Request) -> Response:
        thread = _thread(request.query_params.get("thread"))
        await asyncio.to_thread(self._coach.where, thread)  # raises where it is somebody else's
        return StreamingResponse(self._lives[thread].watch(), media_type="text/event-stream")

    async def _export(self, request: Request) -> Response:
        query = request.query_params
        thread, form, version = (
            _thread(query.get("thread")),
            query.get("format", ""),
            query.get("version", ""),
        )
        number = whole_number(version, "A version")
        return await asyncio.to_thread(self._exported, thread, form, number, anyway="anyway" in query)

    def _exported(self, thread: str, form: str, version: int | None, *, anyway: bool) -> Response:
        kept = self._coach.show(thread)
        plan = approved_plan(kept, version)
        made, notes = made_document(
            plan,
            kept.evidence,
            kept.profile,
            thread,
            format=cast("Format", form),
            today=today(),
            progress=kept.progress,
        )
        if notes and not anyway:
            return HTMLResponse(page.notes_page(notes, thread, form, plan.version))
        name = f'attachment; filename="career-plan-{plan.version}.{form}"'
        return Response(made, media_type=_TYPES[form], headers={"Content-Disposition": name})

    async def _say(self, request: Request) -> Response:
        form = await read_form(request)
        thread = _thread(form.text("thread"))
        profile = await asyncio.to_thread(self._coach.remembered)
        message, key = form.text("message"), form.text("key") or None
        events = self._coach.astream(message, thread=thread, profile=profile, message_id=key)
        return await self._play(thread, events)

    async def _cv(self, request: Request) -> Response:
        sent, name, data = await read_upload(request)
        thread = _thread(sent)
        cv = await asyncio.to_thread(read_handed_bytes, data, name, "CV")
        note = " ".join(f"Not read in the file: {loss}." for loss in cv.losses)
        profile = await asyncio.to_thread(self._coach.remembered)
        read = self._coach.aread_cv(cv.text, thread=thread, profile=profile)
        return await self._play(thread, _finished(read), note)

    async def _decide(self, request: Request) -> Response:
        form = await read_form(request)
        thread, draft, reason = _thread(form.text("thread")), form.text("draft"), form.text("reason")
        if not draft:
            raise DecisionError("The decision names no draft.", "Open the page again and decide there.")
        match form.text("decision"):
            case "approve":
                events = self._coach.astream_resume(thread, approve=True, draft=draft)
            case "reject":
                events = self._coach.astream_resume(thread, reject=reason, draft=draft)
            case "change":
                decisions = await asyncio.to_thread(self._changes, thread, draft, form)
                events = self._coach.astream_resume(thread, decisions=decisions, draft=draft)
            case _:
                raise DecisionError("The decision is none.", "Approve, reject or change the plan.")
        return await self._play(thread, events)

    def _changes(self, thread: str, draft: str, form: Form) -> object:
        """The changes to items as one decision."""
        review = self._coach.show(thread).review
        if review is None:
            raise DecisionError("No plan waits for a decision.", "Ask for a plan first.")
        plan = waiting_plan(review)
        if draft_digest(plan) != draft:
            # Its fields belong to another plan: the coach says that this is not the draft, and takes nothing of it.
            return {"decisions": [{"type": "reject", "message": "An earlier draft was changed."}]}
        return join_decisions(plan, item_decisions(plan, form))

    async def _progress(self, request: Request) -> Response:
        form = await read_form(request)
        thread, lost = _thread(form.text("thread")), whole_number(form.text("lost_weeks"), "Weeks lost") or 0
        if not form.all("done") and not lost:
            raise UsageError("Nothing was ticked.", "Tick what is done, or say how many weeks were lost.")

        recorded = self._coach.arecord_progress(thread, done=form.all("done"), lost_weeks=lost)
        return await self._play(thread, _finished(recorded))

    async def _play(self, thread: str, events: AsyncGenerator[Event, None], note: str = "") -> Response:
        await self._lives[thread].play(events, note)
        return RedirectResponse(_address(thread), 303)


async def _finished(reply: Awaitable[ReplyDocument]) -> AsyncGenerator[Event, None]:
    """A turn that tells nothing before its end."""
    yield TurnFinished(reply=await reply)


def _thread(given: str | None) -> str:
    return check_id(given or "", "thread")


def _address(thread: str) -> str:
    return f"./?{urlencode({'thread': thread})}"


async def _failed(_request: Request, error: Exception) -> Response:
    """What a person can cause, in one line."""
    said = f"{error.message} {error.hint}".strip() if isinstance(error, CoachError) else str(error)
    return await _error(said, 422)


async def _damaged(_request: Request, error: Exception) -> Response:
    return await _error(f"The coach's folder cannot be used: {error}. Run `coach doctor`.", 500)


async def _unknown(_request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return await _error("There is no such page. Go back to the conversation.", status)


async def _error(message: str, status: int) -> Response:
    return HTMLResponse(await asyncio.to_thread(page.error_page, message), status)
