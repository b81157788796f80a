"""Options: occupations near a person's work, by pay, entry and jobs where they live."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.options.suggestion import suggest as suggest
else:

    def __getattr__(name: str) -> object:
        """Load `suggest` when it is first used: importing the package reads nothing."""
        if name == "suggest":
            from tools.options.suggestion import suggest

            return suggest
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = ["suggest"]
