"""Runs the compiled graph on one thread at a time: input, resume, and what a crash left undone."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from langchain_core.messages import HumanMessage
from langgraph.types import Command

from agent.context import CoachContext
from agent.graph import RECURSION_LIMIT, build_graph
from agent.models import Profile, ReplyDocument
from agent.plans.review import draft_digest, naming_draft
from agent.policy import choose_policy, offline_policy
from agent.replies import reply_document, status_of
from agent.revival import revived
from agent.session.events import Event, ReplyText, TurnStarted, as_events
from agent.session.replies import ThreadDocument, ThreadSummary, thread_document
from agent.session.store import open_threads
from agent.session.stored import StoredThreads
from agent.session.threads import Threads
from agent.session.tracing import tracing_context
from agent.state import FLOW_VERSION, CoachState, InputState
from agent.wording import title
from tools import settings
from tools.errors import ThreadError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.runnables import RunnableConfig
    from langgraph.checkpoint.base import BaseCheckpointSaver
    from langgraph.store.base import BaseStore

TITLE_LENGTH = 60
INTERRUPT = "__interrupt__"


@dataclass(frozen=True)
class Standing:
    """Where a thread is: its state, whether a plan waits, and whether a turn was cut short."""

    thread: str
    owner: str
    state: CoachState
    waiting: bool
    unfinished: bool
    mode: str

    @property
    def approved(self) -> bool:
        """Whether an approval was given and its delivery is still to come."""
        reviews = self.state.get("reviews", [])
        return (
            self.unfinished
            and bool(reviews)
            and reviews[-1].decision == "approve"
            and bool(self.state.get("draft"))
        )

    def reply(self) -> ReplyDocument:
        return reply_document(self.thread, self.state, mode=cast("Any", self.mode), waiting=self.waiting)

    def document(self) -> ThreadDocument:
        return thread_document(self.thread, self.owner, self.state, waiting=self.waiting)

    def decided(self, kind: str) -> bool:
        """Whether the last decision on a plan was of this kind."""
        reviews = self.state.get("reviews", [])
        return bool(reviews) and reviews[-1].decision == kind

    def unsaid(self, shown: str) -> list[ReplyText]:
        """The rest of the reply, which begins with the pieces that were shown while it was written."""
        rest = self.reply().reply.removeprefix(shown)
        return [ReplyText(text=rest)] if rest else []

    def last_said(self) -> str | None:
        return next(reversed(self.heard().values()), None)

    def heard(self) -> dict[str, str]:
        """The person's messages by their ids, in their order."""
        said = (message for message in self.state.get("messages", []) if isinstance(message, HumanMessage))
        return {str(message.id): str(message.text) for message in said}


@dataclass(frozen=True)
class Run:
    """What the graph is to do on a thread: take an input, take a decision, or (None) go on where it stopped."""

    thread: str
    owner: str
    input: "InputState | Command[Any] | None"
    # What the thread holds, as far as the graph has come; with INTERRUPT where it pauses.
    values: dict[str, Any] = field(default_factory=dict, compare=False)

    def events(self, item: tuple[str, dict[str, Any]]) -> Iterator[Event]:
        """What a piece of the graph's stream tells."""
        mode, chunk = item
        if mode != "values":
            yield from as_events(item)
            return
        self.values.clear()
        self.values.update(chunk)


class Runner:
    """One compiled graph over one database; several threads of the program may use it at once."""

    def __init__(
        self,
        model: "BaseChatModel | None",
        *,
        today: date | None,
        offline: bool,
        saver: "BaseCheckpointSaver[Any] | None" = None,
        store: "BaseStore | None" = None,
    ) -> None:
        self.home = settings.home_folder()
        self.threads = open_threads(self.home) if store is None else StoredThreads(store, self.home)
        self._given = saver
        own = self.threads.checkpointer() if isinstance(self.threads, Threads) and saver is None else saver
        self._today = today
        self._policy = offline_policy() if offline else choose_policy(model)
        self._tracing = tracing_context()
        self._graph = build_graph(policy=self._policy, home=self.home).compile(checkpointer=own)

    def close(self) -> None:
        self.threads.close()

    def warm_up(self) -> None:
        """Load what the policy loads on its first message."""
        self._policy.warm_up()

    def delete(self, threads: list[str]) -> None:
        """Delete threads for good: what names them, and their checkpoints."""
        if self._given is not None:
            for thread in threads:
                self._given.delete_thread(thread)
        self.threads.delete(threads)

    def writing(self, thread: str) -> AbstractContextManager[None]:
        return self.threads.writing(thread)

    def claim(self, thread: str, owner: str, text: str) -> None:
        self.threads.claim(thread, owner, title(text, TITLE_LENGTH))

    def standing(self, thread: str, owner: str) -> Standing:
        """Read the thread. Raises ThreadError if a newer version of the coach wrote it."""
        with self.threads.errors():
            snapshot = self._graph.get_state(self._config(thread))
        state = revived(snapshot.values)
        if state.get("flow_version", FLOW_VERSION) > FLOW_VERSION:
            raise ThreadError(
                f"Thread {thread} was written by a newer version of the coach.",
                "Update the coach to go on with it.",
            )
        waiting = bool(snapshot.interrupts)
        # A task whose writes are stored is no longer `next`, and yet the step that it belongs to is still to end.
        unfinished = bool(snapshot.tasks) and not waiting
        return Standing(thread, owner, state, waiting, unfinished, self._policy.mode)

    def known(self, thread: str, owner: str) -> Standing:
        """`standing` of a thread that must exist. Raises ThreadError."""
        if not self.threads.check_owner(thread, owner):
            raise ThreadError(f"There is no thread {thread}.", "`coach threads` lists the threads there are.")
        return self.standing(thread, owner)

    def ended(self, run: Run) -> Standing:
        """Where the thread of a run stands that came to its end: what was stored, without reading it again."""
        waiting = INTERRUPT in run.values
        return Standing(run.thread, run.owner, revived(run.values), waiting, False, self._policy.mode)

    def recovery(self, standing: Standing) -> Run | None:
        """The run that finishes a turn which a crash cut short; None if there was none.

        A turn that was broken off is left: the person cancelled it, or it would fail again. An approval that
        was given is always carried out.
        """
        if not standing.unfinished or (not standing.approved and self.threads.is_abandoned(standing.thread)):
            return None
        return Run(standing.thread, standing.owner, None)

    @staticmethod
    def saying(
        standing: Standing, text: str, name: str, extra: dict[str, Any], profile: Profile | None
    ) -> Run:
        """A message: the start of a turn, or, while a plan waits, a response that is no decision."""
        if standing.waiting:
            beside = {key: extra.get(key) for key in ("progress", "kind")}
            response = {"type": "respond", "message": text, "id": name, **beside}
            return Run(standing.thread, standing.owner, Command(resume={"decisions": [response]}))
        said: InputState = {"messages": [HumanMessage(text, id=name, additional_kwargs=extra)]}
        if profile is not None and not standing.state["messages"]:
            said["profile"] = profile
        return Run(standing.thread, standing.owner, said)

    @staticmethod
    def resuming(standing: Standing, reply: dict[str, Any]) -> Run:
        """A decision that was checked before: on the draft that waits, unless it names another."""
        draft = standing.state["draft"]
        reply = naming_draft(reply, draft_digest(draft)) if draft is not None else reply
        return Run(standing.thread, standing.owner, Command(resume=reply))

    def run(self, run: Run, *, quiet: bool = False) -> Iterator[Event]:
        """Let the graph run, and tell what happens in it; `quiet` only that it began, which spares it threads."""
        yield TurnStarted(thread=run.thread)
        with self._noting(run.thread), self.threads.errors():
            chunks = self._graph.stream(run.input, **self._how(run, quiet=quiet))
            while (item := self._next(chunks)) is not None:
                yield from run.events(item)

    async def arun(self, run: Run, *, quiet: bool = False) -> AsyncGenerator[Event, None]:
        """`run` without blocking the event loop."""
        yield TurnStarted(thread=run.thread)
        how, finished = await asyncio.to_thread(self._how, run, quiet=quiet), False
        with self.threads.errors():
            chunks = cast("AsyncGenerator[Any, None]", self._graph.astream(run.input, **how))
            try:
                while (item := await self._anext(chunks)) is not None:
                    for event in run.events(item):
                        yield event
                finished = True
            finally:
                await chunks.aclose()
                await asyncio.to_thread(self.threads.mark_abandoned, run.thread, abandoned=not finished)

    def summaries(self, user: str) -> list[ThreadSummary]:
        found = []
        for row in self.threads.rows(user):
            standing = self.standing(row.thread, row.user)
            found.append(
                ThreadSummary(
                    thread=row.thread,
                    user=row.user,
                    status=status_of(standing.state, waiting=standing.waiting),
                    messages=len(standing.state.get("messages", [])),
                    created=row.created,
                    updated=row.updated,
                    title=row.title,
                )
            )
        return found

    @contextmanager
    def _noting(self, thread: str) -> Iterator[None]:
        """Note a run that did not come to its end as abandoned."""
        finished = False
        try:
            yield
            finished = True
        finally:
            self.threads.mark_abandoned(thread, abandoned=not finished)

    def _how(self, run: Run, *, quiet: bool) -> dict[str, Any]:
        """Durability "sync": a step that was reported is on disk, whatever happens next."""
        return {
            "config": self._config(run.thread),
            "context": CoachContext(user=run.owner, today=self._today or settings.today()),
            "stream_mode": ["values"] if quiet else ["custom", "updates", "values"],
            "output_keys": [*CoachState.__annotations__],
            "durability": "sync",
        }

    def _next(self, chunks: Iterator[Any]) -> Any:
        with self._tracing():
            return next(chunks, None)

    async def _anext(self, chunks: AsyncIterator[Any]) -> Any:
        with self._tracing():
            return await anext(chunks, None)

    @staticmethod
    def _config(thread: str) -> "RunnableConfig":
        return {"configurable": {"thread_id": thread}, "recursion_limit": RECURSION_LIMIT}
