"""An answer shown while it is written: sentence by sentence, each only once it has been verified."""

import re
from collections.abc import Callable

# A sentence is over when the next one begins: a citation may follow the full stop.
_OVER = re.compile(r"(?:[.!?][\"\u201d')*_]*(?:\s*\[[^\]\n]*\][.;]?)*[ \t]+(?=[^\s\[])|\n+(?=\S))")
# Verifying costs time: it waits for this many new characters, and stops after the second number.
_STEP, _MOST = 60, 3000


class Telling:
    """Hears the answer of one request. `shown` is what went out, details restored: it cannot be taken back."""

    def __init__(self, verify: Callable[[str], str], restore: Callable[[str], str]) -> None:
        self.shown = ""
        self._verify = verify
        self._restore = restore
        self._checked = 0

    def hear(self, text: str) -> None:
        """Show what became complete since the last piece."""
        if len(text) - self._checked < _STEP or self._checked > _MOST or len(text) > 2 * _MOST:
            return
        ends = [match.end() for match in _OVER.finditer(text)]
        if not ends or ends[-1] < self._checked + _STEP or text[ends[-1] :].lstrip().startswith("|"):
            return
        self._checked = ends[-1]
        self._show(self._told(text[: ends[-1]]))

    def finish(self, text: str) -> str:
        """The whole answer, verified; it begins with what was shown."""
        whole = self._told(text)
        if whole.startswith(self.shown):
            return whole
        return f"{self.shown}\n\n{self._told(text[self._checked :])}".strip()

    def _told(self, text: str) -> str:
        return self._restore(self._verify(text)).strip()

    def _show(self, whole: str) -> None:
        if whole.startswith(self.shown) and len(whole) > len(self.shown):
            show(whole[len(self.shown) :])
            self.shown = whole


def show(piece: str) -> None:
    """Hand a piece of the reply to whoever follows the run; outside a graph there is nobody."""
    from langgraph.config import get_stream_writer

    try:
        write = get_stream_writer()
    except RuntimeError:
        return
    write({"event": "reply_text", "text": piece})
