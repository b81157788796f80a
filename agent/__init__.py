"""Career Coach: a LangGraph state machine with five tools and a human approval before any final plan.

The public face is loaded on first use, so that importing `agent` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from agent.graph import build_graph
    from agent.models import Claim, Plan, Profile, ReplyDocument, Review, Section
    from agent.session.coach import Coach
    from agent.session.serializer import make_serializer
    from tools.roadmap.models import Milestone

__all__ = [
    "Claim",
    "Coach",
    "Milestone",
    "Plan",
    "Profile",
    "ReplyDocument",
    "Review",
    "Section",
    "build_graph",
    "make_serializer",
]

_ROOMS = {
    "Coach": "agent.session.coach",
    "build_graph": "agent.graph",
    "make_serializer": "agent.session.serializer",
    "Milestone": "tools.roadmap.models",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from career_coach.shadows import check_names

    check_names()
    return getattr(import_module(_ROOMS.get(name, "agent.models")), name)
