"""Coach: conversations with the graph for those who embed it. Knows no terminal.

It decides what LangGraph leaves open: what a message means while a plan waits, what happens to a turn that a
crash cut short, who may write to a thread, and which decisions are well-formed.
"""

import asyncio
from collections.abc import Generator, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from agent.events import Event, TurnFinished
from agent.inputs import check_id, check_message
from agent.models import Plan, Profile, ReplyDocument
from tools import settings
from tools.errors import DecisionError, ThreadError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from agent.replies import ThreadDocument, ThreadSummary
    from agent.review_items import Why
    from agent.runner import Runner, Standing
    from agent.standing import ProgressDocument


class Coach:
    """A session layer over the compiled graph. Use it as a context manager, or close() it.

    `home` replaces COACH_HOME for threads and tools, `today` the date that plans count from, `model` is any
    LangChain chat model (none: what is configured, else offline). Errors are `tools.errors.CoachError`s.
    """

    def __init__(
        self,
        model: "BaseChatModel | None" = None,
        *,
        home: Path | str | None = None,
        today: date | None = None,
        user: str = "local",
        offline: bool = False,
    ) -> None:
        self._model = model
        self._home = Path(home) if home is not None else None
        self._today = today
        self._user = check_id(user, "user")
        self._offline = offline
        self._opened: Runner | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database; the Coach opens it again when it is used again."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def prepare(self) -> None:
        """Load what the first turn needs (LangGraph, the policy): a chat does it while the person types."""
        runner = self._open()
        runner.warm_up()

    def ask(
        self,
        message: str,
        *,
        thread: str | None = None,
        user: str | None = None,
        profile: Profile | None = None,
    ) -> ReplyDocument:
        """One turn. A new thread without `thread`; `profile` seeds a thread that has none yet.

        While a plan waits the message is feedback or a question, never an approval.
        """
        return _finished(self.stream(message, thread=thread, user=user, profile=profile))

    async def aask(
        self,
        message: str,
        *,
        thread: str | None = None,
        user: str | None = None,
        profile: Profile | None = None,
    ) -> ReplyDocument:
        """`ask` without blocking the event loop."""
        return await asyncio.to_thread(self.ask, message, thread=thread, user=user, profile=profile)

    def stream(
        self,
        message: str,
        *,
        thread: str | None = None,
        user: str | None = None,
        profile: Profile | None = None,
    ) -> Iterator[Event]:
        """One turn as typed events, the last one `TurnFinished`."""
        text = check_message(message)
        return self._turn(text, check_id(thread, "thread"), self._owner(user), profile, {})

    def read_cv(self, text: str, *, thread: str | None = None, user: str | None = None) -> ReplyDocument:
        """One turn whose message is a CV: it fills the profile."""
        cv = check_message(text)
        return _finished(self._turn(cv, check_id(thread, "thread"), self._owner(user), None, {"kind": "cv"}))

    def resume(
        self,
        thread: str,
        *,
        approve: bool = False,
        reject: str | None = None,
        edit: Plan | dict[str, Any] | None = None,
        decisions: object = None,
        user: str | None = None,
    ) -> ReplyDocument:
        """Answer a pending approval with exactly one decision.

        Raises DecisionError for a malformed one and ThreadError where nothing waits; neither changes anything.
        """
        return _finished(
            self.stream_resume(
                thread, approve=approve, reject=reject, edit=edit, decisions=decisions, user=user
            )
        )

    def stream_resume(
        self,
        thread: str,
        *,
        approve: bool = False,
        reject: str | None = None,
        edit: Plan | dict[str, Any] | None = None,
        decisions: object = None,
        user: str | None = None,
    ) -> Iterator[Event]:
        """`resume` as typed events."""
        from agent.review import as_reply, parse_reply

        reply = as_reply(approve=approve, reject=reject, edit=edit, decisions=decisions)
        decision = parse_reply(reply).decisions[0]
        if decision.type == "reject" and decision.message:
            check_message(decision.message)
        thread, owner = check_id(thread, "thread"), self._owner(user)
        runner = self._open()
        with runner.writing(thread):
            standing = self._known(runner, thread, owner)
            recovered = yield from runner.recover(standing)
            if recovered is not None and _answers(recovered, decision.type):
                yield TurnFinished(reply=self._delivered(runner, owner, recovered.reply()))
                return
            standing = recovered or standing
            if not standing.waiting:
                raise DecisionError(
                    f"Nothing waits for approval in thread {thread}.",
                    "Ask for a plan first; `coach threads` lists where threads stand.",
                )
            runner.claim(thread, owner, "")
            ended = yield from runner.resume(standing, reply)
            yield TurnFinished(reply=self._delivered(runner, owner, ended.reply()))

    def where(self, thread: str, *, user: str | None = None) -> ReplyDocument | None:
        """Where a thread stands (a pending approval included), None if there is no such thread."""
        runner = self._open()
        owner = self._owner(user)
        if not runner.threads.check_owner(check_id(thread, "thread"), owner):
            return None
        return runner.standing(thread, owner).reply()

    def threads(self, *, user: str | None = None) -> "list[ThreadSummary]":
        """The threads of `user` (None: the session's user), newest first."""
        runner = self._open()
        return runner.summaries(self._owner(user))

    def show(self, thread: str, *, user: str | None = None) -> "ThreadDocument":
        """The whole thread. Raises ThreadError for an unknown one."""
        runner = self._open()
        return self._known(runner, check_id(thread, "thread"), self._owner(user)).document()

    def why(self, thread: str, item: str, *, user: str | None = None) -> "Why":
        """What stands behind a milestone ("M2") or section ("pay") of the plan that waits, else of the delivered one."""
        from agent import review_items, standing

        document = self.show(thread, user=user)
        return review_items.why(standing.plan_in_view(document), document.evidence, item)

    def progress(self, thread: str, *, user: str | None = None) -> "ProgressDocument":
        """How far the person is with their plan. Raises ThreadError for a thread without one."""
        from agent.standing import standing_of

        return standing_of(self.show(thread, user=user), self._today or settings.today())

    def record_progress(
        self, thread: str, *, done: Sequence[str] = (), lost_weeks: int = 0, user: str | None = None
    ) -> ReplyDocument:
        """One turn that says what is done (skills, milestones) and how many weeks were lost; the rest is replanned."""
        from agent.standing import checked_progress, spoken

        told = checked_progress(self.show(thread, user=user), done, lost_weeks)
        noted = {"progress": told.model_dump(mode="json")}
        return _finished(self._turn(spoken(told), thread, self._owner(user), None, noted))

    def forget(self, *, thread: str | None = None, user: str | None = None) -> int:
        """Delete a thread, or all of a user's threads and what is remembered of them, for good.

        Returns how many threads were deleted.
        """
        runner = self._open()
        if thread is not None:
            with runner.writing(check_id(thread, "thread")):
                self._known(runner, thread, self._owner(user))
                runner.threads.delete([thread])
            return 1
        owner = self._owner(user)
        names = [row.thread for row in runner.threads.rows(owner)]
        runner.threads.delete(names)
        runner.threads.write_profile(owner, None)
        return len(names)

    def remembered(self, *, user: str | None = None) -> Profile | None:
        """What is remembered about a person across threads: only what they confirmed."""
        runner = self._open()
        stored = runner.threads.read_profile(self._owner(user))
        return Profile.model_validate_json(stored) if stored else None

    def remember(self, profile: Profile, *, user: str | None = None) -> None:
        """Keep `profile` as confirmed by the person."""
        runner = self._open()
        runner.threads.write_profile(self._owner(user), profile.model_dump_json())

    def forget_profile(self, *, user: str | None = None) -> None:
        """Forget what is remembered about a person; their threads stay."""
        runner = self._open()
        runner.threads.write_profile(self._owner(user), None)

    def _turn(
        self, text: str, thread: str, owner: str, profile: Profile | None, extra: dict[str, Any]
    ) -> Generator[Event, None, None]:
        runner = self._open()
        with runner.writing(thread):
            runner.claim(thread, owner, text)
            standing = runner.standing(thread, owner)
            recovered = yield from runner.recover(standing)
            if recovered is not None and recovered.last_said() == text:
                # The message of the turn that was cut short, sent again: it has its answer now.
                yield TurnFinished(reply=self._delivered(runner, owner, recovered.reply()))
                return
            extra = {**extra, "at": datetime.now(UTC).isoformat(timespec="seconds")}
            ended = yield from runner.say(recovered or standing, text, extra, profile)
            yield TurnFinished(reply=ended.reply())

    def _delivered(self, runner: "Runner", owner: str, reply: ReplyDocument) -> ReplyDocument:
        """An approved plan confirms the profile it was made for: only then is it remembered."""
        if reply.status == "delivered":
            runner.threads.write_profile(owner, reply.profile.model_dump_json())
        return reply

    def _known(self, runner: "Runner", thread: str, owner: str) -> "Standing":
        if not runner.threads.check_owner(thread, owner):
            raise ThreadError(f"There is no thread {thread}.", "`coach threads` lists the threads there are.")
        return runner.standing(thread, owner)

    def _owner(self, user: str | None) -> str:
        return self._user if user is None else check_id(user, "user")

    def _open(self) -> "Runner":
        """The graph and its database, opened at the first use."""
        from agent.runner import Runner

        if self._opened is None:
            with settings.use_home(self._home):
                self._opened = Runner(self._model, today=self._today, offline=self._offline)
        return self._opened


def _finished(events: Iterator[Event]) -> ReplyDocument:
    reply: ReplyDocument | None = None
    for event in events:
        if isinstance(event, TurnFinished):
            reply = event.reply
    if reply is None:
        raise ThreadError("The turn ended without a reply.", "Send the message again.")
    return reply


def _answers(recovered: "Standing", decision: str) -> bool:
    """Whether the turn that recovery finished was the answer that is now given again."""
    reviews = recovered.state.get("reviews", [])
    return bool(reviews) and reviews[-1].decision == decision
