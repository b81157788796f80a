"""The job market of a role: official employment, projections, and dated figures of others."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.market.summary import summarize as summarize
else:

    def __getattr__(name: str) -> object:
        """Load `summarize` when it is first used: importing the package reads nothing."""
        if name == "summarize":
            from tools.market.summary import summarize

            return summarize
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = ["summarize"]
