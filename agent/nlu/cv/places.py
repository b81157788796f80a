"""Where a CV's owner lives: the place in its head, beside name and address, never where they worked or studied."""

import re
from collections.abc import Iterable

from agent.nlu.cv.lines import Line
from agent.nlu.cv.words import labels, normal
from tools.oews.place_scan import find_places

_PIECE = re.compile(r"\s*[|·•;\t]\s*|\s{3,}|\s+[-/\u2013\u2014]\s+")
_LABEL = re.compile(r"^(?P<label>[^\W\d][^:|,]{1,30}?)\s*:\s*(?=\S)")
_ADDRESS = re.compile(r"\S+@\S+|\S*(?:www\.|://)\S*")
_MARK = re.compile(r"[,\d:]")  # not in a name
_LETTERHEAD = 12  # lines
_GAP = re.compile(r"\s*,?\s*(?:[A-Z]{2,3},\s*)?")  # "Toronto, ON, Canada"
_HOME = frozenset({"united states", "usa", "us", "u.s", "u.s.a", "united states of america"})
_AREA = re.compile(r"\b(?:area|metro|metropolitan area|und umgebung)$", re.IGNORECASE)


def place_in(lines: Iterable[Line], *, name_first: bool = True) -> str | None:
    """The first place of a letterhead; `name_first` says that it begins with a person's name, which may be a city's."""
    for at, line in enumerate(list(lines)[:_LETTERHEAD]):
        pieces = _PIECE.split(line.text)
        named = at == 0 and name_first and not _MARK.search(pieces[0])
        if place := next((found for piece in pieces[named:] if (found := _place(piece))), None):
            return place
    return None


def _place(piece: str) -> str | None:
    label = _LABEL.match(piece)
    if label and normal(label["label"]) not in labels("place"):
        return None
    text = piece[label.end() :] if label else piece
    text = _ADDRESS.sub("", text).strip()
    if not label and len(text.split()) > 12:
        return None
    found = find_places(text)
    if not found:
        return None
    if _AREA.search(text.strip()) and len(text.split()) <= 5:
        return text.strip()
    # Parts of one place stand behind each other ("Denver, Colorado, United States").
    first = last = len(found) - 1
    while first and _GAP.fullmatch(text[found[first - 1].end : found[first].start]):
        first -= 1
    if last > first and text[found[last].start : found[last].end].strip(" .").casefold() in _HOME:
        last -= 1
    name = text[found[first].start : found[last].end].strip(" ,.")
    return _with_town(text, found[first].start, name) if found[last].link.outside_us else name


def _with_town(text: str, start: int, name: str) -> str:
    """A country with the town before it that no table holds ("69100 Villeurbanne, France")."""
    if "," in name:
        return name
    before = re.search(r"(?P<town>[^\W\d][^\d,]*?)\s*,\s*$", text[:start])
    return f"{before['town'].strip()}, {name}" if before else name
