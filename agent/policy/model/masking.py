"""E-mail addresses, telephone numbers and street addresses: masked before anything is sent, restored in the reply."""

import re
from functools import cache
from typing import TypeVar

from prompts import words

_MASK = re.compile(r"<(?:email|phone|address)-[a-z]+>")

Content = TypeVar("Content")


class Masks:
    """The stand-ins of one step; the same text always gets the same one. They hold no digit that could be a figure."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def hide(self, text: str) -> str:
        """`text` with a stand-in for each private detail."""
        private, local = _forms()
        text = private.sub(lambda match: self._masked(match[0], str(match.lastgroup)), text)
        return local.sub(lambda match: match["lead"] + self._masked(match["phone"], "phone"), text)

    def restore(self, content: Content) -> Content:
        """The details put back into a text, or into every text of a list or dict."""
        originals = {mask: text for text, mask in self._names.items()}
        if isinstance(content, str):
            return _MASK.sub(lambda match: originals.get(match[0], match[0]), content)  # type: ignore[return-value]
        if isinstance(content, list):
            return [self.restore(each) for each in content]  # type: ignore[return-value]
        if isinstance(content, dict):
            return {key: self.restore(each) for key, each in content.items()}  # type: ignore[return-value]
        return content

    def _masked(self, text: str, kind: str) -> str:
        if text not in self._names:
            self._names[text] = f"<{kind}-{_letters(len(self._names))}>"
        return self._names[text]


def _letters(index: int) -> str:
    """0 -> "a", 25 -> "z", 26 -> "ba"."""
    high, low = divmod(index, 26)
    return (_letters(high) if high else "") + chr(ord("a") + low)


@cache
def _forms() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Private details by kind, and telephone numbers that only the words before them tell."""
    forms = {name: "|".join(listed) for name, listed in words("private").items()}
    private = "|".join(f"(?P<{kind}>{forms[kind]})" for kind in ("email", "phone", "address"))
    return re.compile(private), re.compile(f"(?P<lead>{forms['call']})(?P<phone>{forms['local']})")
