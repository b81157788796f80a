"""Words that a line end cut in two, joined again; words with a hyphen of their own keep it."""

import json
import re
from collections.abc import Iterable
from functools import cache

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
CUT = re.compile(r"([^\W\d_]+)-\Z")
# The first half of a word at a page's end, and what may stand below it.
FOOT = re.compile(
    r"(?P<first>[^\W\d_]+)-(?P<cut>(?:\s*\n\W*(?:(?:page|seite|p\.)\s*)?\d+(?:\s*(?:/|of|von)\s*\d+)?\W*)?\s*\Z)",
    re.IGNORECASE,
)
BEGINS = re.compile(r"(?P<rest>[^\W\d_]+)\S*")
CONTINUES = re.compile(r"[^\W\d_]+")
# "short- and long-term": the hyphen stands for the word that follows later.
ELLIPSIS = frozenset(["and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "o"])


class Joiner:
    """Joins lines; what a word looks like is told by the rest of the document, else by the vocabulary."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: set[str] = set()
        for line in lines:
            self._words.update(word.lower() for word in WORD.findall(line)[:-1])

    def join(self, lines: Iterable[str]) -> str:
        """Put lines together with newlines; a line that ends within a word takes the rest of the word."""
        joined: list[str] = []
        for line in lines:
            rest = line
            if len(joined) > 1 and not joined[-1] and CUT.search(joined[-2]) and line[:1].islower():
                joined.pop()  # the word goes on at the top of the next column
            cut = CUT.search(joined[-1]) if joined else None
            on = CONTINUES.match(rest)
            if cut and on and on.group().islower() and on.group() not in ELLIPSIS:
                word, _, rest = rest.partition(" ")
                joined[-1] = self._whole(joined[-1], cut.group(1), on.group()) + word
                if not rest:
                    continue
            joined.append(rest)
        return "\n".join(joined)

    def across(self, pages: Iterable[str]) -> list[str]:
        """Give the pages with words that a page's end cut in two whole, also above a page's number."""
        whole: list[str] = []
        for page in pages:
            end = FOOT.search(whole[-1]) if whole else None
            on = BEGINS.match(page)
            if end and on and on["rest"].islower() and on["rest"] not in ELLIPSIS:
                cut = end.start("cut")
                before = self._whole(whole[-1][:cut], end["first"], on["rest"])
                whole[-1] = f"{before}{on.group()}{whole[-1][cut:]}"
                whole.append(page[on.end() :].lstrip())
            else:
                whole.append(page)
        return whole

    def _whole(self, line: str, first: str, second: str) -> str:
        """Give the line without the hyphen, unless the word has one."""
        parts = first.lower(), second.lower()
        if "".join(parts) in self._words:
            return line[:-1]
        if "-".join(parts) in self._words:
            return line
        if "".join(parts) in _vocabulary():
            return line[:-1]
        return line if all(part in _vocabulary() for part in parts) else line[:-1]


@cache
def _vocabulary() -> frozenset[str]:
    """Give the words of the built-in embedder's tokenizer: the 30,000 most common of English."""
    from tools.documents.embedder import tokenizer_json

    model = json.loads(tokenizer_json())["model"]
    return frozenset(word for word in model["vocab"] if len(word) > 2 and word.isalpha())
