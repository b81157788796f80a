"""How a thread's state is written down: msgpack that revives the coach's own types alone, packed where it is long."""

import sys
import zlib
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any
from weakref import ref

import ormsgpack
import zstandard
from langgraph.checkpoint.serde.jsonplus import EXT_PYDANTIC_V2, JsonPlusSerializer
from pydantic import BaseModel

from agent.models import Plan, ToolResult
from tools.evidence import Evidence

# Every class that state may hold. Anything else in a checkpoint comes back as plain data, never as code.
CHECKPOINT_TYPES = {
    "agent.models.dialogue": (
        "Amount",
        "DialogueState",
        "Offer",
        "Posting",
        "Subject",
        "Wish",
    ),
    "agent.models.letter": ("Letter", "LetterLine", "LetterNotes", "LetterPart"),
    "agent.models.plan": (
        "Approval",
        "CitedFigure",
        "Claim",
        "Outlook",
        "Plan",
        "PlanChange",
        "PlanEdit",
        "Progress",
        "Section",
        "Skipped",
        "Violation",
        "Wording",
    ),
    "agent.models.profile": ("Profile", "ProfileChange"),
    "agent.models.review": ("Review",),
    "agent.models.turn": ("ModelCall", "ToolRequest", "ToolResult", "Understanding"),
    "agent.plans.review": (
        "ReviewReply",
        "ApproveDecision",
        "RejectDecision",
        "EditDecision",
        "RespondDecision",
    ),
    "tools.evidence": ("Evidence", "Figure", "Source"),
    "tools.roadmap.models": ("FinishRange", "Milestone", "Resource"),
}

# Where version 0.1.0 kept the same classes: a checkpoint names a class by its module's path.
_ROOMS_OF_0_1_0 = {
    "agent.models": ("agent.models.plan", "agent.models.profile", "agent.models.review", "agent.models.turn"),
    "agent.review": ("agent.plans.review",),
}

# Threads that were kept before are packed by zlib.
_PACKED, _PACKED_BEFORE = "+zstd", "+zlib"
_WORTH_PACKING = 1000  # bytes
_LASTING = frozenset((Evidence, Plan, ToolResult))
# How many are kept as they were revived; a decision reads the draft that waits three times.
_KEPT: dict[type[BaseModel], int] = {Evidence: 2048, Plan: 64}


def _begins(kind: type[BaseModel]) -> bytes:
    """The first bytes of a value: an array of four, and the first two of its parts."""
    return b"\x94" + b"".join(map(ormsgpack.packb, (kind.__module__, kind.__name__)))


class Serializer(JsonPlusSerializer):
    """LangGraph's own, whose long values are compressed: state is JSON that says much twice, and shrinks to a fifth.

    Evidence is most of a state, never changes and stays in each step of the thread: it is written and revived once,
    and so are plans. Tool results are written once too: each step has them twice, of a node and as the new state.
    """

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        # By the place of each in memory, with a reference that tells when it is gone.
        self._written: dict[int, tuple[ref[BaseModel], ormsgpack.Ext]] = {}
        self._revived = {
            _begins(kind): lru_cache(maxsize=most)(lambda data: self._unpack_ext_hook(EXT_PYDANTIC_V2, data))
            for kind, most in _KEPT.items()
        }

    def dumps_typed(self, obj: Any) -> tuple[str, bytes]:
        kind, data = super().dumps_typed(self._with_lasting_written(obj))
        if len(data) < _WORTH_PACKING:
            return kind, data
        return kind + _PACKED, zstandard.compress(data, level=1)

    def loads_typed(self, data: tuple[str, bytes]) -> Any:
        kind, held = data
        if kind.endswith(_PACKED):
            kind, held = kind.removesuffix(_PACKED), zstandard.decompress(held)
        elif kind.endswith(_PACKED_BEFORE):
            kind, held = kind.removesuffix(_PACKED_BEFORE), zlib.decompress(held)
        if kind == "msgpack":
            return ormsgpack.unpackb(held, ext_hook=self._revive, option=ormsgpack.OPT_NON_STR_KEYS)
        return super().loads_typed((kind, held))

    def _with_lasting_written(self, value: Any) -> Any:
        """A value of the state, or the dictionaries that hold them, with what never changes as it is written."""
        if type(value) in _LASTING:
            return self._write(value)
        if type(value) is dict:
            return {key: self._with_lasting_written(each) for key, each in value.items()}
        if type(value) is list and value and type(value[0]) in _LASTING:
            return [self._with_lasting_written(each) for each in value]
        return value

    def _write(self, item: BaseModel) -> ormsgpack.Ext:
        place = id(item)
        if place in self._written:
            return self._written[place][1]
        kind = type(item)
        # As the library writes a pydantic value.
        parts = (kind.__module__, kind.__name__, item.model_dump(), "model_validate_json")
        written = ormsgpack.Ext(EXT_PYDANTIC_V2, super().dumps_typed(parts)[1])
        self._written[place] = (ref(item, lambda _: self._written.pop(place, None)), written)
        return written

    def _revive(self, code: int, data: bytes) -> Any:
        if code == EXT_PYDANTIC_V2:
            for begins, revived in self._revived.items():
                if data.startswith(begins):
                    return revived(data)
        return self._unpack_ext_hook(code, data)


def make_serializer() -> Serializer:
    """A serializer that revives the coach's own types and nothing else."""
    allowed = [(module, name) for module, names in CHECKPOINT_TYPES.items() for name in names]
    for old, rooms in _ROOMS_OF_0_1_0.items():
        # Only a module that is gone needs a stand-in under its old path.
        if find_spec(old) is None:
            sys.modules.setdefault(old, import_module(rooms[0]))
        allowed += [(old, name) for room in rooms for name in CHECKPOINT_TYPES[room]]
    return Serializer(allowed_msgpack_modules=allowed)
