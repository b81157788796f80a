"""A model's text as plain characters: what cannot be seen, and what only dresses figures up, is taken out first."""

import re
import unicodedata
from typing import Any

_TERMINAL = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]")
_TAG = re.compile(r"</?(?!(?:email|phone|address)-[a-z]+>)[A-Za-z!][^<>]*>")
_FENCE = re.compile(r"^\s*(?:```|~~~).*$\n?", re.MULTILINE)
_HEADING = re.compile(r"^(\s*)#{1,6}\s+", re.MULTILINE)
_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)]*\)?")
# Reasoning models may write down what they think first; while that is streamed it has no end yet.
_THOUGHT = re.compile(r"<(think(?:ing)?|reasoning|thought)>.*?(?:</\1>|\Z)\s*", re.DOTALL | re.IGNORECASE)
# Some servers leave the opening tag out.
_HEADLESS = re.compile(r"\A.*?</(?:think(?:ing)?|reasoning|thought)>\s*", re.DOTALL | re.IGNORECASE)


def without_thoughts(text: str) -> str:
    """`text` without what a reasoning model thought on the way to it."""
    return _HEADLESS.sub("", _THOUGHT.sub("", text))


def plain(text: str) -> str:
    """`text` without control and invisible characters, its digits and letters in their usual form."""
    text = unicodedata.normalize("NFKC", _TERMINAL.sub("", text))
    return "".join(each for each in text if each in "\n\t" or not _is_ornament(each))


def _is_ornament(character: str) -> bool:
    """Control and invisible characters, pictures, and the rings and colours that are put around a letter."""
    kind = unicodedata.category(character)
    return kind[0] == "C" or kind in ("So", "Me") or "\ufe00" <= character <= "\ufe0f"


def plain_markdown(text: str) -> str:
    """Plain, and without markup that would hide words from a check: tags, fences, headings, images."""
    text = _FENCE.sub("", plain(text))
    return _HEADING.sub(r"\1", _IMAGE.sub(r"\1", _TAG.sub("", text)))


def plain_document(content: Any) -> Any:
    """Every text of a JSON document made plain."""
    if isinstance(content, str):
        return plain(content)
    if isinstance(content, list):
        return [plain_document(each) for each in content]
    if isinstance(content, dict):
        return {plain(str(key)): plain_document(each) for key, each in content.items()}
    return content
