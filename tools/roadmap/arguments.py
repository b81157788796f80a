"""What the roadmap generator is asked, checked: the role, numbers that can be, and names in a row."""

import math
from collections.abc import Iterable

from tools.errors import UsageError


def check_role(role: str) -> str:
    shown = "".join(character if character.isprintable() else " " for character in role).strip()
    if not shown:
        raise UsageError("The role is empty.", 'Name a role or a skill, for example "AI engineer" or "RAG".')
    return shown


def check_number(name: str, value: float | None, most: float | None) -> float | None:
    if value is None:
        return None
    if (
        isinstance(value, bool)
        or not isinstance(value, int | float)
        or not math.isfinite(value)
        or value <= 0
    ):
        raise UsageError(
            f"{name} must be a positive number, not {value!r}.", f"Leave {name} out if you do not know it."
        )
    if most is not None and value > most:
        raise UsageError(f"{name} is {value:g}, but a week has {most} hours.", f"Give at most {most}.")
    if most is None and value < 1:
        raise UsageError(
            f"{name} must be at least 1, not {value:g}.", f"Leave {name} out if you do not know it."
        )
    return float(value)


def texts_of(items: Iterable[str]) -> list[str]:
    return [items] if isinstance(items, str) else list(items)
