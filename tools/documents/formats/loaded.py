"""What reading a file gives, whatever its format."""

from dataclasses import dataclass

MAX_TEXT_CHARS = 2_000_000


class UnreadableError(Exception):
    """A file cannot be taken in; the message is the reason a person reads."""


@dataclass(frozen=True)
class Part:
    """A run of text, with newlines as line ends; `label` says where it stands ("page 3")."""

    text: str
    label: str | None = None


@dataclass(frozen=True)
class Loaded:
    """A document's parts, its title, and the date (ISO 8601) that it states; when a file was made or saved is none.

    `losses` says in a few words each what was left out.
    """

    parts: tuple[Part, ...]
    title: str | None = None
    date: str | None = None
    losses: tuple[str, ...] = ()


def not_read(count: int, one: str, many: str | None = None) -> list[str]:
    """Say that so many things of a kind were left out; nothing for none."""
    if not count:
        return []
    return [f"1 {one} is not read" if count == 1 else f"{count} {many or one + 's'} are not read"]
