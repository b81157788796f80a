"""Pay: official wages of the United States, figures others reported, and a person's own tables."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.salary.comparison import compare as compare
    from tools.salary.pay import lookup as lookup
else:

    def __getattr__(name: str) -> object:
        """Load the public functions when they are first used: importing the package reads nothing."""
        if name == "lookup":
            from tools.salary.pay import lookup

            return lookup
        if name == "compare":
            from tools.salary.comparison import compare

            return compare
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = ["compare", "lookup"]
