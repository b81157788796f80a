"""LangGraph's savers for both kinds of callers: under an event loop their work is done in a thread."""

import asyncio
from abc import abstractmethod
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from langgraph.checkpoint.base import BaseCheckpointSaver

if TYPE_CHECKING:
    from langchain_core.runnables import RunnableConfig
    from langgraph.checkpoint.base import ChannelVersions, Checkpoint, CheckpointMetadata, CheckpointTuple


# All of a thread in one of the tables but what belongs to the newest checkpoint of a namespace.
_OLDER = (
    "DELETE FROM {0} AS own WHERE own.thread_id = ? AND own.checkpoint_id < (SELECT max(checkpoint_id)"
    " FROM checkpoints newest WHERE newest.thread_id = own.thread_id AND newest.checkpoint_ns = own.checkpoint_ns)"
)


class InThreads(BaseCheckpointSaver[str]):
    """The library's own savers refuse to be awaited, and its async ones cannot be used without a loop.

    Beside them threads are copied and pruned here, which the library's leave out.
    """

    # The tables with their columns but for thread_id: checkpoints, writes, and values where they lie apart.
    tables: ClassVar[Mapping[str, str]]
    writes: str
    run_id: str

    @abstractmethod
    def do(self, statements: Sequence[str], *values: str) -> None:
        """Run all or none of the statements, each with the same values for its marks (?)."""

    def copy_thread(self, source_thread_id: str, target_thread_id: str) -> None:
        """Give another thread all that one holds."""
        copies = [
            f"INSERT INTO {table} (thread_id, {rest}) SELECT ?, {rest} FROM {table} WHERE thread_id = ?"  # noqa: S608 - names of our tables
            for table, rest in self.tables.items()
        ]
        self.do(copies, target_thread_id, source_thread_id)

    def prune(self, thread_ids: Sequence[str], *, strategy: str = "keep_latest") -> None:
        """Keep the newest checkpoint of each namespace ("keep_latest"), or nothing ("delete")."""
        for thread in thread_ids:
            if strategy == "delete":
                self.delete_thread(thread)
            else:
                self.do([_OLDER.format(table) for table in (self.writes, "checkpoints")], thread)

    def delete_for_runs(self, run_ids: Sequence[str]) -> None:
        """Delete what these runs stored."""
        mine = f"SELECT checkpoint_id FROM checkpoints WHERE {self.run_id} = ?"  # noqa: S608 - the same
        writes = f"DELETE FROM {self.writes} WHERE checkpoint_id IN ({mine})"  # noqa: S608 - the same
        for run in run_ids:
            self.do([writes, f"DELETE FROM checkpoints WHERE {self.run_id} = ?"], run)  # noqa: S608 - the same

    async def acopy_thread(self, source_thread_id: str, target_thread_id: str) -> None:
        await asyncio.to_thread(self.copy_thread, source_thread_id, target_thread_id)

    async def aprune(self, thread_ids: Sequence[str], *, strategy: str = "keep_latest") -> None:
        await asyncio.to_thread(self.prune, thread_ids, strategy=strategy)

    async def adelete_for_runs(self, run_ids: Sequence[str]) -> None:
        await asyncio.to_thread(self.delete_for_runs, run_ids)

    async def aget_tuple(self, config: "RunnableConfig") -> "CheckpointTuple | None":
        return await asyncio.to_thread(self.get_tuple, config)

    async def alist(
        self,
        config: "RunnableConfig | None",
        *,
        filter: dict[str, Any] | None = None,  # noqa: A002 - the name of the overridden method
        before: "RunnableConfig | None" = None,
        limit: int | None = None,
    ) -> "AsyncIterator[CheckpointTuple]":
        def listed() -> "list[CheckpointTuple]":
            return [*self.list(config, filter=filter, before=before, limit=limit)]

        for each in await asyncio.to_thread(listed):
            yield each

    async def aput(
        self,
        config: "RunnableConfig",
        checkpoint: "Checkpoint",
        metadata: "CheckpointMetadata",
        new_versions: "ChannelVersions",
    ) -> "RunnableConfig":
        return await asyncio.to_thread(self.put, config, checkpoint, metadata, new_versions)

    async def aput_writes(
        self,
        config: "RunnableConfig",
        writes: Sequence[tuple[str, Any]],
        task_id: str,
        task_path: str = "",
    ) -> None:
        await asyncio.to_thread(self.put_writes, config, writes, task_id, task_path)

    async def adelete_thread(self, thread_id: str) -> None:
        await asyncio.to_thread(self.delete_thread, thread_id)
