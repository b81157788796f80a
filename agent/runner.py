"""Runs the compiled graph on one thread at a time: input, resume, and what a crash left undone."""

from collections.abc import Generator, Iterator
from contextlib import AbstractContextManager
from contextvars import copy_context
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from langchain_core.messages import HumanMessage
from langgraph.types import Command

from agent.context import CoachContext
from agent.events import Event, ReplyText, StepFinished, ToolFinished, ToolStarted, TurnStarted
from agent.graph import RECURSION_LIMIT, build_graph
from agent.locks import writing
from agent.models import Profile, ReplyDocument
from agent.persistence import Threads, database_errors
from agent.policy import choose_policy, offline_policy
from agent.replies import ThreadDocument, ThreadSummary, reply_document, status_of, thread_document
from agent.state import FLOW_VERSION, CoachState
from agent.tracing import tracing_context
from tools import settings
from tools.errors import ThreadError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.runnables import RunnableConfig

TITLE_LENGTH = 60


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

    def last_said(self) -> str | None:
        said = [message for message in self.state.get("messages", []) if isinstance(message, HumanMessage)]
        return str(said[-1].text) if said else None


class Runner:
    """One compiled graph over one database. Not for use from two threads at once on the same thread id."""

    def __init__(self, model: "BaseChatModel | None", *, today: date | None, offline: bool) -> None:
        self.home = settings.home_folder()
        self.threads = Threads(self.home)
        self._today = today
        self._policy = offline_policy() if offline else choose_policy(model)
        # The tools read the folder from a context variable; a generator must not leave it set between two steps.
        self._context = copy_context()
        self._context.run(settings.set_home, self.home)
        self._tracing = tracing_context()
        self._graph = build_graph(policy=self._policy).compile(checkpointer=self.threads.checkpointer())

    def close(self) -> None:
        self.threads.close()

    def warm_up(self) -> None:
        """Load what the policy loads on its first message."""
        self._policy.warm_up()

    def writing(self, thread: str) -> AbstractContextManager[None]:
        return writing(self.home, thread)

    def claim(self, thread: str, owner: str, text: str) -> None:
        self.threads.claim(thread, owner, " ".join(text.split())[:TITLE_LENGTH])

    def standing(self, thread: str, owner: str) -> Standing:
        """Read the thread. Raises ThreadError if a newer version of the coach wrote it."""
        with database_errors(self.threads.path):
            snapshot = self._graph.get_state(self._config(thread))
        state = cast("CoachState", snapshot.values)
        if state.get("flow_version", FLOW_VERSION) > FLOW_VERSION:
            raise ThreadError(
                f"Thread {thread} was written by a newer version of the coach.",
                "Update the coach to go on with it.",
            )
        waiting = bool(snapshot.interrupts)
        unfinished = bool(snapshot.next) and not waiting
        return Standing(thread, owner, state, waiting, unfinished, self._policy.mode)

    def recover(self, standing: Standing) -> Generator[Event, None, Standing | None]:
        """Finish a turn that a crash cut short; None if there was none.

        A turn that was broken off is left: the person cancelled it, or it would fail again. An approval that
        was given is always carried out.
        """
        if not standing.unfinished or (not standing.approved and self.threads.is_abandoned(standing.thread)):
            return None
        return (yield from self._run(standing, None))

    def say(
        self, standing: Standing, text: str, extra: dict[str, Any], profile: Profile | None
    ) -> Generator[Event, None, Standing]:
        """A message: the start of a turn, or, while a plan waits, a response that is no decision."""
        if standing.waiting:
            response = {"type": "respond", "message": text, "progress": extra.get("progress")}
            reply = {"decisions": [response]}
            return (yield from self._run(standing, Command(resume=reply)))
        said: CoachState = {"messages": [HumanMessage(text, additional_kwargs=extra)]}
        if profile is not None and "profile" not in standing.state:
            said["profile"] = profile
        return (yield from self._run(standing, said))

    def resume(self, standing: Standing, reply: dict[str, Any]) -> Generator[Event, None, Standing]:
        """A decision that was checked before."""
        return (yield from self._run(standing, Command(resume=reply)))

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

    def _run(
        self, standing: Standing, graph_input: "CoachState | Command[Any] | None"
    ) -> Generator[Event, None, Standing]:
        yield TurnStarted(thread=standing.thread)
        shown = ""
        # Durability "sync": a step that was reported is on disk, whatever happens next.
        chunks = self._graph.stream(
            graph_input,
            self._config(standing.thread),
            context=CoachContext(user=standing.owner, today=self._today or settings.today()),
            stream_mode=["custom", "updates"],
            durability="sync",
        )
        finished = False
        try:
            with database_errors(self.threads.path):
                while (item := self._context.run(self._next, chunks)) is not None:
                    mode, chunk = item
                    event = _as_event(str(mode), cast("dict[str, Any]", chunk))
                    if isinstance(event, ReplyText):
                        shown += event.text
                    if event is not None:
                        yield event
            finished = True
        finally:
            self.threads.mark_abandoned(standing.thread, abandoned=not finished)
        ended = self.standing(standing.thread, standing.owner)
        # The reply begins with the pieces that were shown while it was written.
        rest = ended.reply().reply.removeprefix(shown)
        if rest:
            yield ReplyText(text=rest)
        return ended

    def _next(self, chunks: Iterator[Any]) -> Any:
        with self._tracing():
            return next(chunks, None)

    @staticmethod
    def _config(thread: str) -> "RunnableConfig":
        return {"configurable": {"thread_id": thread}, "recursion_limit": RECURSION_LIMIT}


def _as_event(mode: str, chunk: dict[str, Any]) -> Event | None:
    if mode == "updates":
        return StepFinished(step=next(iter(chunk), ""))
    kind = chunk.get("event")
    values = {key: value for key, value in chunk.items() if key != "event"}
    if kind == "tool_started":
        return ToolStarted.model_validate(values)
    if kind == "tool_finished":
        return ToolFinished.model_validate(values)
    if kind == "reply_text":
        return ReplyText.model_validate(values)
    return None
