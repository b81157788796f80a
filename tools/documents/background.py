"""Questions about all the rest: what people ask a career library that such a library does not hold.

One of these being nearer to a question than anything in the library is a sign that the library has no answer.
"""

from functools import cache
from importlib.resources import files

from tools.errors import DataError

FILE = files("seeds") / "documents" / "background.txt"


@cache
def content() -> str:
    try:
        return FILE.read_text(encoding="utf-8")
    except OSError as error:
        raise DataError(
            "The background questions of the document library are missing.", "Run `make setup` again."
        ) from error


@cache
def questions() -> tuple[str, ...]:
    """Give the questions, one a line in the file."""
    return tuple(content().splitlines())
