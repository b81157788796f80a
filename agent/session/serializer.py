"""How a thread's state is written down: msgpack that revives the coach's own types alone, packed where it is long."""

import sys
import zlib
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from langgraph.checkpoint.serde.jsonplus import JsonPlusSerializer

# Every class that state may hold. Anything else in a checkpoint comes back as plain data, never as code.
CHECKPOINT_TYPES = {
    "agent.models.dialogue": ("Amount", "DialogueState", "Offer", "Posting", "Subject", "Wish"),
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

_PACKED = "+zlib"
_WORTH_PACKING = 1000  # bytes


class Serializer(JsonPlusSerializer):
    """LangGraph's own, whose long values are compressed: state is JSON that says much twice, and shrinks to a fifth."""

    def dumps_typed(self, obj: Any) -> tuple[str, bytes]:
        kind, data = super().dumps_typed(obj)
        if len(data) < _WORTH_PACKING:
            return kind, data
        return kind + _PACKED, zlib.compress(data, level=1)

    def loads_typed(self, data: tuple[str, bytes]) -> Any:
        kind, packed = data
        if kind.endswith(_PACKED):
            return super().loads_typed((kind.removesuffix(_PACKED), zlib.decompress(packed)))
        return super().loads_typed(data)


def make_serializer() -> Serializer:
    """A serializer that revives the coach's own types and nothing else."""
    allowed = [(module, name) for module, names in CHECKPOINT_TYPES.items() for name in names]
    for old, rooms in _ROOMS_OF_0_1_0.items():
        # Only a module that is gone needs a stand-in under its old path.
        if find_spec(old) is None:
            sys.modules.setdefault(old, import_module(rooms[0]))
        allowed += [(old, name) for room in rooms for name in CHECKPOINT_TYPES[room]]
    return Serializer(allowed_msgpack_modules=allowed)
