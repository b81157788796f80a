"""What several views share: cells, notes and sources."""

from collections.abc import Iterable, Sequence

from agent import wording
from agent.terminal.render import Screen
from tools.evidence import Evidence, Number, Source

UNKNOWN = "not published"
_AT_THE_SOURCE = {"read at the source", "official statistics"}


def cell(value: Number | None, unit: str = "") -> str:
    """A number for a table; says so where there is none."""
    if value is None:
        return UNKNOWN
    return wording.money(value, unit) if unit.startswith("USD") else wording.number(value)


def listed(screen: Screen, title: str, items: Iterable[str]) -> None:
    """A titled list, nothing when it is empty."""
    lines = list(items)
    if not lines:
        return
    screen.line()
    screen.line(title, "strong")
    for item in lines:
        screen.bullet(item)


def sources(screen: Screen, evidence: Sequence[Evidence]) -> None:
    """Where the figures come from, each source once."""
    listed(screen, "Sources", dict.fromkeys(source_line(item.source) for item in evidence))


def source_line(source: Source) -> str:
    """Title, publisher and date in one line, each said once."""
    line = source.title
    for part in (source.publisher, wording.period(source.date)):
        if part and part not in line:
            line = f"{line}, {part}"
    return line


def trust_of(trust: str | None) -> str:
    """How a figure was read, in a few words; nothing where it was read at the source."""
    parts = (part.partition(":")[0].strip() for part in (trust or "").split(";"))
    return "; ".join(part for part in parts if part and part not in _AT_THE_SOURCE)


def cited(screen: Screen, evidence: Sequence[Evidence]) -> None:
    """Who stands behind the numbers of a reply and of when, in one line; series and tables stand in `/sources`."""
    behind: dict[str, list[str]] = {}
    for item in evidence:
        source = item.source
        origin = ", ".join(
            part for part in (source.publisher or source.title, wording.period(source.date)) if part
        )
        behind.setdefault(origin, []).append(item.id)
    if behind:
        said = "; ".join(f"{origin} [{', '.join(ids)}]" for origin, ids in behind.items())
        screen.line()
        screen.line(f"Sources: {said}", "quiet")


def numbered(evidence: Evidence) -> str:
    """[E1] what it says (where it is from)."""
    locator = f"; {evidence.source.locator}" if evidence.source.locator else ""
    return f"[{evidence.id}] {evidence.text} ({source_line(evidence.source)}{locator})"
