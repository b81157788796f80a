"""What a person says beside the CV that they paste: the sentences before it, or the paragraph behind it."""

import re
from itertools import takewhile

from agent.nlu.cv.lines import Line, read_lines

_FEWEST_WORDS = 4
_MARKED = re.compile(r"[@|•·\t]|://|\s/\s|\s{3,}")
_LISTED = re.compile(r"[,;]")
_WORDS_AN_ITEM = 3  # so many words or fewer between commas are a list, no sentence


def said_beside(text: str) -> str:
    """The sentences around a pasted CV, empty where there are none; what the CV itself says is never among them."""
    lines = read_lines(text)
    before = list(takewhile(_is_said, lines))
    last = lines[max((at for at, line in enumerate(lines) if line.blank_before), default=0) :]
    behind = last if len(before) < len(lines) and all(map(_is_said, last)) else []
    return "\n".join(line.text for line in (*before, *behind))


def _is_said(line: Line) -> bool:
    """Whether a line is a sentence: most words in small letters, neither a list nor marked as a part of a page is."""
    words = line.text.split()
    if line.bullet or line.level or line.row or len(words) < _FEWEST_WORDS or _MARKED.search(line.text):
        return False
    small = sum(word[0].islower() for word in words)
    return small * 2 > len(words) and len(_LISTED.findall(line.text)) * _WORDS_AN_ITEM < len(words)
