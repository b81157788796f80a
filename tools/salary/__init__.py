"""Pay: official wages of the United States, figures others reported, and a person's own tables."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.salary.comparison import compare as compare
    from tools.salary.pay import lookup as lookup
    from tools.salary.states import by_state as by_state
else:
    _HOMES = {"lookup": "pay", "compare": "comparison", "by_state": "states"}

    def __getattr__(name: str) -> object:
        """Load the public functions when they are first used: importing the package reads nothing."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(f"tools.salary.{_HOMES[name]}"), name)


__all__ = ["by_state", "compare", "lookup"]
