"""What may come in from outside: thread ids, users, messages and other texts, refused with a clear line."""

import re
import unicodedata
import uuid

from tools.errors import UsageError

MAX_MESSAGE = 50_000
MAX_ID = 128
_MAX_TEXT = 300
_ALLOWED_CONTROLS = "\n\r\t"


def check_id(value: str | None, what: str) -> str:
    """A thread or user id of 1 to 128 printable characters; None makes a new one. Raises UsageError."""
    if value is None:
        return uuid.uuid4().hex[:12]
    if not value.strip() or len(value) > MAX_ID or not value.isprintable():
        raise UsageError(f"A {what} id is 1 to {MAX_ID} printable characters.", f"Choose a plain {what} id.")
    return value


def check_message(message: str) -> str:
    """The message in NFC, outer white space gone but for a first line's indent. Raises UsageError for what is none."""
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
    # The first line keeps its place above the others: columns of a pasted page stand by it.
    cleaned = re.sub(r"\A(?:\s*\n)+", "", unicodedata.normalize("NFC", message)).rstrip()
    cleaned = cleaned if "\n" in cleaned else cleaned.lstrip()
    if not cleaned:
        raise UsageError("The message is empty.", "Say what you would like to know.")
    return cleaned


def is_control(character: str) -> bool:
    """Whether a terminal could act on the character instead of showing it (C0, DEL, C1)."""
    code = ord(character)
    return (code < 0x20 and character not in _ALLOWED_CONTROLS) or 0x7F <= code < 0xA0


def trimmed(value: str) -> str:
    """Return `value` stripped; several lines keep the first one's indentation, for columns stand by it."""
    text = value.strip()
    return value[: -len(value.lstrip())].rpartition("\n")[2] + text if "\n" in text else text


def checked_text(value: str, what: str, limit: int = _MAX_TEXT) -> str:
    """Return `value` trimmed. Raises UsageError when it is empty, too long or not plain text."""
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise UsageError(f"The {what} is not valid UTF-8 text.", "Send it as UTF-8.")
    if any(is_control(character) for character in value):
        raise UsageError(f"The {what} holds control characters.", "Send plain text.")
    text = trimmed(value)
    if not text:
        raise UsageError(f"The {what} is empty.", "Say it in a few words.")
    if len(text) > limit:
        raise UsageError(
            f"The {what} has {len(text):,} characters; at most {limit:,} are read.", "Shorten it."
        )
    return text


def visible(text: str) -> str:
    """The text without what a terminal would act on or cannot print; for everything that is shown."""
    return "".join(
        "\N{REPLACEMENT CHARACTER}" if "\ud800" <= character <= "\udfff" else character
        for character in text.replace("\r\n", "\n")
        if not is_control(character) and character != "\r"
    )
