"""What is kept of conversations and people: threads, plans and profiles, shown, remembered and forgotten."""

import threading
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from agent.inputs import check_id
from agent.models import Profile, ReplyDocument
from tools import settings
from tools.errors import UsageError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langgraph.checkpoint.base import BaseCheckpointSaver
    from langgraph.store.base import BaseStore

    from agent.plans.item_review import Why
    from agent.plans.progress_report import ProgressDocument
    from agent.session.replies import ThreadDocument, ThreadSummary, TurnReading
    from agent.session.runner import Runner


class Archive:
    """Opens the graph and its database at the first use. Use it as a context manager, or close() it.

    `home` replaces COACH_HOME for threads and tools, `today` the date that plans count from, `model` is any
    LangChain chat model (none: what is configured, else offline). `saver` is a LangGraph checkpointer of the
    caller's for the threads, and `store` a LangGraph store for their owners and the profiles (none: SQLite in
    `home`); both stay the caller's to close. Errors are `tools.errors.CoachError`s.
    """

    def __init__(
        self,
        model: "BaseChatModel | None" = None,
        *,
        home: Path | str | None = None,
        today: date | None = None,
        user: str = "local",
        offline: bool = False,
        saver: "BaseCheckpointSaver[Any] | None" = None,
        store: "BaseStore | None" = None,
    ) -> None:
        if store is not None and saver is None:
            raise UsageError("A store needs a saver beside it.", "Give Coach(saver=..., store=...).")
        self._model = model
        self._home = Path(home) if home is not None else None
        self._today = today
        self._user = check_id(user, "user")
        self._offline = offline
        self._saver = saver
        self._store = store
        self._opened: Runner | None = None
        self._opening = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database; it is opened again when it is used again."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def database(self) -> str:
        """Which database keeps the threads, in words and without a password."""
        return self._open().threads.name

    def where(self, thread: str, *, user: str | None = None) -> ReplyDocument | None:
        """Where a thread stands (a pending approval included), None if there is no such thread."""
        runner = self._open()
        owner = self._owner(user)
        if not runner.threads.check_owner(check_id(thread, "thread"), owner):
            return None
        return runner.standing(thread, owner).reply()

    def read(self, thread: str, *, user: str | None = None) -> "TurnReading":
        """What the last message of a thread was read to want, and what is asked back. Raises ThreadError."""
        from agent.session.replies import reading_of

        return reading_of(self._open().known(check_id(thread, "thread"), self._owner(user)).state)

    def threads(self, *, user: str | None = None) -> "list[ThreadSummary]":
        """The threads of `user` (None: the session's user), newest first."""
        runner = self._open()
        return runner.summaries(self._owner(user))

    def show(self, thread: str, *, user: str | None = None) -> "ThreadDocument":
        """The whole thread. Raises ThreadError for an unknown one."""
        return self._open().known(check_id(thread, "thread"), self._owner(user)).document()

    def why(self, thread: str, item: str, *, user: str | None = None) -> "Why":
        """What is behind a milestone ("M2") or section ("pay") of the plan that waits, else of the delivered one."""
        from agent.plans import item_review as review_items
        from agent.plans import progress_report as standing

        document = self.show(thread, user=user)
        return review_items.why(standing.plan_in_view(document), document.evidence, item)

    def progress(self, thread: str, *, user: str | None = None) -> "ProgressDocument":
        """How far the person is with their plan. Raises ThreadError for a thread without one."""
        from agent.plans.progress_report import standing_of

        return standing_of(self.show(thread, user=user), self._today or settings.today())

    def forget(self, *, thread: str | None = None, user: str | None = None) -> int:
        """Delete a thread, or all of a user's threads and what is remembered of them, for good.

        Returns how many threads were deleted.
        """
        runner = self._open()
        owner = self._owner(user)
        if thread is not None:
            with runner.writing(check_id(thread, "thread")):
                runner.known(thread, owner)
                self._delete(runner, [thread])
            return 1
        names = [row.thread for row in runner.threads.rows(owner)]
        self._delete(runner, names)
        runner.threads.write_profile(owner, None)
        return len(names)

    def _delete(self, runner: "Runner", threads: list[str]) -> None:
        """Threads with what is kept of the calendars made from their plans."""
        from agent.export.calendar_record import forget_record

        runner.delete(threads)
        with settings.use_home(self._home):
            for thread in threads:
                forget_record(thread)

    def remembered(self, *, user: str | None = None) -> Profile | None:
        """What is remembered about a person across threads: only what they confirmed."""
        stored = self._open().threads.read_profile(self._owner(user))
        return Profile.model_validate_json(stored) if stored else None

    def remember(self, profile: Profile, *, user: str | None = None) -> None:
        """Keep `profile` as confirmed by the person."""
        self._open().threads.write_profile(self._owner(user), profile.model_dump_json())

    def forget_profile(self, *, user: str | None = None) -> None:
        """Forget what is remembered about a person; their threads stay."""
        self._open().threads.write_profile(self._owner(user), None)

    def _owner(self, user: str | None) -> str:
        return self._user if user is None else check_id(user, "user")

    def _open(self) -> "Runner":
        """The graph and its database, opened at the first use."""
        from agent.session.runner import Runner

        with self._opening:
            if self._opened is None:
                with settings.use_home(self._home):
                    self._opened = Runner(
                        self._model,
                        today=self._today,
                        offline=self._offline,
                        saver=self._saver,
                        store=self._store,
                    )
            return self._opened
