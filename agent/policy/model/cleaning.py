"""Texts on their way to a model and back: private details are masked, and what cannot be seen or only dresses figures up is taken out."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache, partial
from typing import Any

from prompts import words

_MASK = re.compile(r"<(?:email|phone|address)-[a-z]+>")

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


def every_text(content: Any, change: Callable[[str], str]) -> Any:
    """A JSON document with every text of it changed."""
    if isinstance(content, str):
        return change(content)
    if isinstance(content, list):
        return [every_text(each, change) for each in content]
    if isinstance(content, dict):
        return {change(str(key)): every_text(each, change) for key, each in content.items()}
    return content


class Masks:
    """Stand-ins for e-mail addresses, telephone numbers and street addresses, the same for the same text; no digit in them could be a figure."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def hide(self, text: str) -> str:
        """`text` with a stand-in for each private detail."""
        forms, local = _forms()
        for kind, form in forms:
            text = form.sub(partial(self._stand_in, kind), text)
        return local.sub(lambda match: match["lead"] + self._masked(match["phone"], "phone"), text)

    def restore(self, content: Any) -> Any:
        """The details put back into every text of a document."""
        originals = {mask: text for text, mask in self._names.items()}
        return every_text(
            content, lambda text: _MASK.sub(lambda match: originals.get(match[0], match[0]), text)
        )

    def _stand_in(self, kind: str, found: re.Match[str]) -> str:
        return self._masked(found[0], kind)

    def _masked(self, text: str, kind: str) -> str:
        if text not in self._names:
            self._names[text] = f"<{kind}-{_letters(len(self._names))}>"
        return self._names[text]


def _letters(index: int) -> str:
    """0 -> "a", 25 -> "z", 26 -> "ba"."""
    high, low = divmod(index, 26)
    return (_letters(high) if high else "") + chr(ord("a") + low)


@cache
def _forms() -> tuple[list[tuple[str, re.Pattern[str]]], re.Pattern[str]]:
    """Private details, each form with its kind, and telephone numbers that only the words before them tell.

    One after the other: all of them at once would hold a long text, and the event loop with it, for twice as long.
    """
    forms = words("private")
    private = [(kind, re.compile(form)) for kind in ("email", "phone", "address") for form in forms[kind]]
    call, local = ("|".join(forms[kind]) for kind in ("call", "local"))
    return private, re.compile(f"(?P<lead>{call})(?P<phone>{local})")
