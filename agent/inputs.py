"""What may come in from outside: thread ids, users and messages, refused with a clear line."""

import unicodedata
import uuid

from tools.errors import UsageError

MAX_MESSAGE = 50_000
MAX_ID = 128


def check_id(value: str | None, what: str) -> str:
    """A thread or user id of 1 to 128 printable characters; None makes a new one. Raises UsageError."""
    if value is None:
        return uuid.uuid4().hex[:12]
    if not value.strip() or len(value) > MAX_ID or not value.isprintable():
        raise UsageError(f"A {what} id is 1 to {MAX_ID} printable characters.", f"Choose a plain {what} id.")
    return value


def check_message(message: str) -> str:
    """The message in NFC, its outer white space gone. Raises UsageError for what cannot be a message."""
    if len(message) > MAX_MESSAGE:
        raise UsageError(
            f"The message is too long ({len(message):,} characters; at most {MAX_MESSAGE:,}).",
            "Send the part that matters; a long document can be added with `coach ingest`.",
        )
    for character in message:
        if character not in "\t\n\r\f\v" and unicodedata.category(character) in ("Cc", "Cs"):
            raise UsageError(
                f"The message holds a character that is not text (U+{ord(character):04X}).",
                "Send plain text.",
            )
    cleaned = unicodedata.normalize("NFC", message).strip()
    if not cleaned:
        raise UsageError("The message is empty.", "Say what you would like to know.")
    return cleaned
