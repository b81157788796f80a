"""The coach's public face by the distribution's name: `from career_coach import Coach, build_graph, TOOLS`.

It says so in one line where another distribution stands in the place of `agent`, `tools`, `prompts` or `seeds`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from agent import (
        Claim,
        Coach,
        Milestone,
        Plan,
        Profile,
        ReplyDocument,
        Review,
        Section,
        build_graph,
        make_serializer,
    )
    from tools.registry import TOOLS

__all__ = [
    "TOOLS",
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


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from career_coach.shadows import check_names

    check_names()
    return getattr(import_module("tools.registry" if name == "TOOLS" else "agent"), name)
