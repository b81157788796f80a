"""A CV or a posting that a person hands over as a file: read by the readers of the library, in any of its formats."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from agent.inputs import MAX_MESSAGE, checked_text, visible
from tools.errors import UsageError

_TWICE = "it cannot be read: "  # what our own sentence says already


class Handed(NamedTuple):
    """The text of a file, and in a few words each what its reader left out."""

    text: str
    losses: tuple[str, ...]


def read_handed_bytes(data: bytes, name: str, what: str) -> Handed:
    """`read_handed_file` of a file that was sent, not named by a path; the ending of its `name` tells its kind."""
    ending = Path(name).suffix[:20]
    with TemporaryDirectory(prefix="coach-") as folder:
        path = Path(folder) / f"sent{ending if ending[1:].isalnum() else ''}"
        path.write_bytes(data)
        return read_handed_file(path, what, name=name)


def read_handed_file(path: Path, what: str, *, name: str | None = None) -> Handed:
    """Read a file; `what` it is to the person ("CV"), `name` what they call it, if not by its path.

    JSON in the schema of JSON Resume is kept as it stands. Raises UsageError, in one line, for what cannot be read.
    """
    from tools.documents.loaders import UnreadableError
    from tools.documents.sandbox import Reader
    from tools.documents.walk import refusal

    path = path.expanduser()
    name = visible(name or str(path))
    hint = f"Name a readable file with the {what}, or paste its text."
    try:
        if reason := refusal(path):
            raise UsageError(f"Cannot read {name}: {reason.removeprefix(_TWICE)}.", hint)
        if resume := _json_resume(path):
            return Handed(checked_text(resume, what, MAX_MESSAGE), ())
        with Reader() as reader:
            loaded = reader.load(path)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise UsageError(f"Cannot read {name}: {reason}.", hint) from error
    except UnreadableError as error:
        raise UsageError(f"Cannot read {name}: {error}.", hint) from error
    text = "\n\n".join(part.text for part in loaded.parts).replace("\f", "\n")
    if not text.strip() and loaded.losses:
        raise UsageError(f"{name} holds no text: {'; '.join(loaded.losses)}.", hint)
    return Handed(checked_text(visible(text), what, MAX_MESSAGE), loaded.losses)


def _json_resume(path: Path) -> str | None:
    """The file's own text where it is JSON Resume: a library's reading of JSON would lose which field is which."""
    from agent.nlu.cv.json_resume import read_json_resume
    from tools.documents.formats.text import decode

    if path.suffix.lower() != ".json":
        return None
    text = decode(path.read_bytes())
    return text if read_json_resume(text) is not None else None
