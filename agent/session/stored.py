"""Who owns which thread, and confirmed profiles, in a LangGraph store that the caller gives."""

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agent.session.locks import writing
from agent.session.threads import ThreadRow, check_owned, now

if TYPE_CHECKING:
    from langgraph.store.base import BaseStore, Item

_THREADS, _PROFILES = ("career-coach", "threads"), ("career-coach", "profiles")
_PAGE = 500


class StoredThreads:
    """The face of `Threads` over any LangGraph store; checkpoints are the caller's saver's.

    What fails is the store's to say.
    """

    name = "the caller's own store"

    def __init__(self, store: "BaseStore", home: Path) -> None:
        self._store, self._home = store, home

    def writing(self, thread: str) -> AbstractContextManager[None]:
        """Be the thread's only writer on this machine. Raises ThreadBusyError at once where another is."""
        return writing(self._home, thread)

    def errors(self) -> AbstractContextManager[None]:
        return nullcontext()

    def claim(self, thread: str, user: str, title: str) -> None:
        """Note that `user` writes to `thread` now. Raises ThreadError if it is somebody else's."""
        at = now()
        new = {"user": user, "title": title, "created": at, "abandoned": False}
        self.check_owner(thread, user)
        self._store.put(_THREADS, thread, {**new, **self._held(thread), "updated": at}, index=False)

    def check_owner(self, thread: str, user: str) -> bool:
        """Whether the thread exists. Raises ThreadError if it is somebody else's."""
        return check_owned(self.find(thread), user)

    def find(self, thread: str) -> ThreadRow | None:
        item = self._store.get(_THREADS, thread)
        return None if item is None else _row(item)

    def rows(self, user: str | None = None) -> list[ThreadRow]:
        """The threads of `user` (None: everybody's), the newest first."""
        wanted = None if user is None else {"user": user}
        found: list[ThreadRow] = []
        while page := self._store.search(_THREADS, filter=wanted, limit=_PAGE, offset=len(found)):
            found += [_row(item) for item in page]
        return sorted(found, key=lambda row: row.updated, reverse=True)

    def mark_abandoned(self, thread: str, *, abandoned: bool) -> None:
        """Note whether the thread's last turn was broken off, not just cut short."""
        if held := self._held(thread):
            self._store.put(_THREADS, thread, {**held, "abandoned": abandoned}, index=False)

    def is_abandoned(self, thread: str) -> bool:
        return bool(self._held(thread).get("abandoned"))

    def delete(self, threads: list[str]) -> None:
        for thread in threads:
            self._store.delete(_THREADS, thread)

    def read_profile(self, user: str) -> str | None:
        """The confirmed profile of `user` as JSON."""
        item = self._store.get(_PROFILES, user)
        return None if item is None else str(item.value["profile"])

    def write_profile(self, user: str, profile: str | None) -> None:
        """Keep `profile` (JSON) for `user`; None forgets it."""
        if profile is None:
            self._store.delete(_PROFILES, user)
        else:
            self._store.put(_PROFILES, user, {"profile": profile, "confirmed": now()}, index=False)

    def close(self) -> None:
        """The store stays open: it is the caller's."""

    def _held(self, thread: str) -> dict[str, Any]:
        item = self._store.get(_THREADS, thread)
        return {} if item is None else item.value


def _row(item: "Item") -> ThreadRow:
    held = item.value
    return ThreadRow(item.key, held["user"], held["title"], held["created"], held["updated"])
