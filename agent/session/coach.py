"""Coach: conversations with the graph for those who embed it. Knows no terminal.

It decides what LangGraph leaves open: what a message means while a plan waits, what happens to a turn that a
crash cut short, who may write to a thread, and which decisions are well-formed.
"""

import asyncio
from collections.abc import AsyncGenerator, Iterator, Sequence
from functools import partial
from typing import Any, TypedDict, Unpack

from agent.inputs import check_id, check_message
from agent.models import Plan, Profile, ReplyDocument
from agent.session.archive import Archive
from agent.session.events import Event
from agent.session.turns import Begin, areply_of, atell, decision, message, reply_of, tell


class Told(TypedDict, total=False):
    """What may stand beside a message: its thread (none: a new one), whose it is, a profile to begin with, its id."""

    thread: str | None
    user: str | None
    profile: Profile | None
    message_id: str | None


class Answer(TypedDict, total=False):
    """An answer to a pending approval: one of the first four, the draft it is for, and whose thread it is."""

    approve: bool
    reject: str | None
    edit: Plan | dict[str, Any] | None
    decisions: object
    draft: str | None
    user: str | None


class Coach(Archive):
    """A session layer over the compiled graph; several threads or tasks may use one Coach at once.

    Whatever waits for a language model has an async twin, whose name begins with an "a". Who stops listening to an
    async stream early closes it (`contextlib.aclosing`), so that its thread can be written to again.
    """

    def prepare(self) -> None:
        """Load what the first turn needs (LangGraph, the policy): a chat does it while the person types."""
        self._open().warm_up()

    def ask(self, message: str, **told: Unpack[Told]) -> ReplyDocument:
        """One turn. A new thread without `thread`; `profile` seeds a thread that has none yet.

        While a plan waits the message is feedback or a question, never an approval. A message that is sent again
        with the same `message_id` and words is answered once: where the thread stands is given again.
        """
        return reply_of(tell(self._open, self._said(message, **told), quiet=True))

    async def aask(self, message: str, **told: Unpack[Told]) -> ReplyDocument:
        """`ask` without blocking the event loop."""
        return await areply_of(atell(self._open, self._said(message, **told), quiet=True))

    def stream(self, message: str, **told: Unpack[Told]) -> Iterator[Event]:
        """One turn as typed events, the last one `TurnFinished`."""
        return tell(self._open, self._said(message, **told))

    def astream(self, message: str, **told: Unpack[Told]) -> AsyncGenerator[Event, None]:
        """`stream` without blocking the event loop."""
        return atell(self._open, self._said(message, **told))

    def read_cv(self, text: str, **told: Unpack[Told]) -> ReplyDocument:
        """One turn whose message is a CV: it fills the profile."""
        begin = self._said(text, **told, kind="cv")
        return reply_of(tell(self._open, begin, quiet=True))

    async def aread_cv(self, text: str, **told: Unpack[Told]) -> ReplyDocument:
        """`read_cv` without blocking the event loop."""
        begin = self._said(text, **told, kind="cv")
        return await areply_of(atell(self._open, begin, quiet=True))

    def read_posting(self, text: str, **told: Unpack[Told]) -> ReplyDocument:
        """One turn whose message is a job posting: it is set against the person, and nothing in it is theirs."""
        begin = self._said(text, **told, kind="posting")
        return reply_of(tell(self._open, begin, quiet=True))

    async def aread_posting(self, text: str, **told: Unpack[Told]) -> ReplyDocument:
        """`read_posting` without blocking the event loop."""
        begin = self._said(text, **told, kind="posting")
        return await areply_of(atell(self._open, begin, quiet=True))

    def resume(self, thread: str, **answer: Unpack[Answer]) -> ReplyDocument:
        """Answer a pending approval with exactly one decision on the draft that waits, unless `draft` names another.

        A decision for an earlier draft (`draft` is the digest in the request's `args`) does nothing, and the reply says
        so. Raises DecisionError for a malformed one and ThreadError where nothing waits; neither changes anything.
        """
        return reply_of(tell(self._open, self._decided(thread, **answer), quiet=True))

    async def aresume(self, thread: str, **answer: Unpack[Answer]) -> ReplyDocument:
        """`resume` without blocking the event loop."""
        return await areply_of(atell(self._open, self._decided(thread, **answer), quiet=True))

    def stream_resume(self, thread: str, **answer: Unpack[Answer]) -> Iterator[Event]:
        """`resume` as typed events."""
        return tell(self._open, self._decided(thread, **answer))

    def astream_resume(self, thread: str, **answer: Unpack[Answer]) -> AsyncGenerator[Event, None]:
        """`stream_resume` without blocking the event loop."""
        return atell(self._open, self._decided(thread, **answer))

    def record_progress(
        self, thread: str, *, done: Sequence[str] = (), lost_weeks: int = 0, user: str | None = None
    ) -> ReplyDocument:
        """One turn that says what is done (skills, milestones) and how many weeks were lost; the rest is replanned."""
        return reply_of(tell(self._open, self._progressed(thread, done, lost_weeks, user), quiet=True))

    async def arecord_progress(
        self, thread: str, *, done: Sequence[str] = (), lost_weeks: int = 0, user: str | None = None
    ) -> ReplyDocument:
        """`record_progress` without blocking the event loop."""
        begin = await asyncio.to_thread(self._progressed, thread, done, lost_weeks, user)
        return await areply_of(atell(self._open, begin, quiet=True))

    def _said(
        self,
        text: str,
        *,
        thread: str | None = None,
        user: str | None = None,
        profile: Profile | None = None,
        message_id: str | None = None,
        **extra: Any,
    ) -> Begin:
        return partial(
            message,
            thread=check_id(thread, "thread"),
            owner=self._owner(user),
            text=check_message(text),
            name=check_id(message_id, "message"),
            profile=profile,
            extra=extra,
        )

    def _decided(
        self,
        thread: str,
        *,
        approve: bool = False,
        reject: str | None = None,
        edit: Plan | dict[str, Any] | None = None,
        decisions: object = None,
        draft: str | None = None,
        user: str | None = None,
    ) -> Begin:
        from agent.plans.review import as_reply, naming_draft, parse_reply

        reply = as_reply(approve=bool(approve), reject=reject, edit=edit, decisions=decisions)
        if draft is not None:
            reply = naming_draft(reply, draft)
        first = parse_reply(reply).decisions[0]
        if first.type == "reject" and first.message:
            check_message(first.message)
        return partial(
            decision,
            thread=check_id(thread, "thread"),
            owner=self._owner(user),
            kind=first.type,
            reply=reply,
        )

    def _progressed(self, thread: str, done: Sequence[str], lost_weeks: int, user: str | None) -> Begin:
        from agent.plans.progress_report import checked_progress, spoken

        told = checked_progress(self.show(thread, user=user), done, lost_weeks)
        return self._said(spoken(told), thread=thread, user=user, progress=told.model_dump(mode="json"))
