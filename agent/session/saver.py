"""LangGraph's savers for both kinds of callers: under an event loop their work is done in a thread."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from typing import TYPE_CHECKING, Any

from langgraph.checkpoint.base import BaseCheckpointSaver

if TYPE_CHECKING:
    from langchain_core.runnables import RunnableConfig
    from langgraph.checkpoint.base import ChannelVersions, Checkpoint, CheckpointMetadata, CheckpointTuple


class InThreads(BaseCheckpointSaver[str]):
    """The library's own savers refuse to be awaited, and its async ones cannot be used without a loop."""

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
