"""What a person asked for, made safe: no control characters, nothing endless, nothing that is not text."""

import unicodedata

from tools.errors import UsageError

_LONGEST = 200  # no title or place comes near it


def role_of(text: str) -> str:
    """The role without surrounding space and control characters. Raises UsageError when it is none."""
    role = clean(text, "role")
    if not role:
        raise UsageError("The role is empty.", 'Name a role, for example "data analyst".')
    return role


def clean(text: str | None, what: str) -> str | None:
    """The text in one line, null when nothing is left. Raises UsageError when it is too long or not text."""
    if text is None:
        return None
    if len(text) > _LONGEST:
        raise UsageError(f"The {what} is longer than {_LONGEST} characters.", f"Give the {what} alone.")
    if not text.isascii() and any(unicodedata.category(character) == "Cs" for character in text):
        raise UsageError(f"The {what} is not valid text.", "Send it as UTF-8.")
    kept = (" " if unicodedata.category(character).startswith("C") else character for character in text)
    return " ".join("".join(kept).split()) or None
