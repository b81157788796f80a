"""JSON as headings and lines."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tools.documents.formats.loaded import Loaded, Part, UnreadableError
from tools.documents.formats.text import decode
from tools.documents.formats.titles import usable

MAX_JSON_DEPTH = 60


def read(path: Path) -> Loaded:
    """Objects that hold more than plain values become headings, plain values lines under them."""
    content = decode(path.read_bytes())
    try:
        if path.suffix.lower() == ".jsonl":
            value: Any = [json.loads(line) for line in content.splitlines() if line.strip()]
        else:
            value = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"it is not JSON: {error}") from error
    title = value.get("title") if isinstance(value, dict) else None
    named = usable(title) if isinstance(title, str) else None
    return Loaded((Part("\n".join(_lines(value, ()))),), named or path.stem)


def _lines(value: Any, path: tuple[str, ...]) -> Iterator[str]:
    if len(path) > MAX_JSON_DEPTH:
        raise UnreadableError("its values are nested too deeply")
    if isinstance(value, dict):
        plain = {key: item for key, item in value.items() if not isinstance(item, dict | list)}
        if plain:
            yield _pairs(plain)
        for key, item in value.items():
            if isinstance(item, dict | list) and item:
                yield f"{'#' * min(len(path) + 1, 6)} {' '.join(str(key).split())}"
                yield from _lines(item, (*path, key))
    elif isinstance(value, list):
        for item in value:
            yield from _lines(item, (*path, ""))
    else:
        yield f"- {' '.join(str(value).split())}"


def _pairs(values: dict[str, Any]) -> str:
    filled = ((key, " ".join(str(value).split())) for key, value in values.items() if value is not None)
    return "- " + "; ".join(f"{key}: {value}" for key, value in filled if value)
