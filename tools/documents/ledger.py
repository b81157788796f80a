"""The list of what a person ingested, beside the index: it survives a damaged one and says what to take in again."""

import json
from collections.abc import Sequence
from pathlib import Path

FILE = "ingested.json"


def paths(folder: Path) -> list[str]:
    """Give the paths a person ingested, in order; none when there is no list."""
    try:
        found: list[str] = json.loads((folder / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return found


def remember(folder: Path, add: Sequence[str] = (), drop: Sequence[str] = ()) -> None:
    """Change the list in one step."""
    before = paths(folder)
    after = [path for path in dict.fromkeys([*before, *add]) if path not in drop]
    if after != before:
        partial = folder / (FILE + ".partial")
        partial.write_text(json.dumps(after, indent=1), encoding="utf-8")
        partial.replace(folder / FILE)
