"""Roadmaps: from what a person knows and their hours a week to a role or a skill, placed on weeks.

`generate` is the whole tool as a function; `tools.roadmap.skills` knows skills by the names people give them.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.roadmap.planner import generate

__all__ = ["generate"]


def __getattr__(name: str) -> object:
    """Load the generator when it is first asked for."""
    if name == "generate":
        from tools.roadmap.planner import generate

        return generate
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
