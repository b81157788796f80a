"""Prompts, wording and word lists: the words the coach works with, apart from its code."""

import json
import re
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from tools.errors import DataError

# What was read once: the files do not change while a process runs.
_TEXTS: dict[str, str] = {}
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


def fill(template: str, **values: str) -> str:
    """Put `values` into the {placeholders} of `template`. Raises DataError when one is missing or left over."""
    wanted = placeholders(template)
    missing, extra = sorted(wanted - set(values)), sorted(set(values) - wanted)
    if missing or extra:
        raise DataError(f"Placeholders do not fit the template: missing {missing}, not in it {extra}.")
    return _PLACEHOLDER.sub(lambda match: values[match[1]], template)


def placeholders(template: str) -> set[str]:
    """The names in braces that `fill` wants."""
    return set(_PLACEHOLDER.findall(template))


def render(name: str, **values: str) -> str:
    """Fill the prompt `prompts/<name>.md`. Raises DataError as `fill` does, or when there is no such prompt."""
    return fill(_read(files(__package__) / f"{name}.md"), **values)


def schema(name: str) -> dict[str, Any]:
    """Read `prompts/<name>.json`: name, description and parameters of a tool that a model fills in."""
    found: dict[str, Any] = json.loads(_read(files(__package__) / f"{name}.json"))
    return found


def reply(key: str) -> str:
    """The wording of one sentence, by file and name: "pay.median". Raises DataError where there is none."""
    room, _, name = key.partition(".")
    try:
        return replies(room)[name]
    except KeyError as error:
        raise DataError(f"There is no wording {key!r}.") from error


@cache
def replies(room: str) -> dict[str, str]:
    """All sentences of `prompts/replies/<room>.yaml` by name."""
    found: dict[str, str] = _yaml(files(__package__) / "replies" / f"{room}.yaml")
    return found


def advice(entry: str) -> dict[str, Any]:
    """A written answer by area and name ("offers.counter_offer"): `says`, `why` and perhaps `step`.

    A text to send or to say has `text` in the place of `why`.

    Raises DataError where there is none.
    """
    area, _, name = entry.partition(".")
    try:
        found: dict[str, Any] = advice_of(area)[name]
    except KeyError as error:
        raise DataError(f"There is no advice {entry!r}.") from error
    return found


def has_advice(entry: str) -> bool:
    """Whether there is such a written answer: a thread may name one of an older version."""
    area, _, name = entry.partition(".")
    return area in advice_areas() and name in advice_of(area)


@cache
def advice_of(area: str) -> dict[str, dict[str, Any]]:
    """All entries of `prompts/advice/<area>.yaml` by name."""
    found: dict[str, dict[str, Any]] = _yaml(files(__package__) / "advice" / f"{area}.yaml")
    return found


def advice_areas() -> list[str]:
    """The names of the files of `prompts/advice`."""
    entries = (files(__package__) / "advice").iterdir()
    return sorted(entry.name.removesuffix(".yaml") for entry in entries if entry.name.endswith(".yaml"))


@cache
def words(name: str) -> Any:
    """Read the word list `prompts/words/<name>.yaml`: a list, or lists and tables by name."""
    return _yaml(files(__package__) / "words" / f"{name}.yaml")


@cache
def table(name: str) -> Any:
    """Read the table `prompts/<name>.yaml`: lists and tables by name."""
    return _yaml(files(__package__) / f"{name}.yaml")


def _yaml(file: Traversable) -> Any:
    import yaml

    # The C loader reads the lists ten times as fast; PyYAML may be built without it.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(_read(file), Loader=loader)  # noqa: S506 - one of the two safe loaders


def preload(folder: str) -> None:
    """Read every file of a folder once, so that nobody who must not wait for a disk reads it later."""
    for entry in (files(__package__) / folder).iterdir():
        if entry.is_file():
            _read(entry)


def _read(file: Traversable) -> str:
    name = str(file)
    if name not in _TEXTS:
        try:
            _TEXTS[name] = file.read_text(encoding="utf-8")
        except OSError as error:
            raise DataError(f"{file.name} cannot be read.", "Run `make setup` again.") from error
    return _TEXTS[name]
