"""Where a CV's owner lives: the place in its head, beside name and address, never where they worked or studied."""

import re
from collections.abc import Iterable

from agent.nlu.cv.abroad import Head, coded_town, head_of, labelled_town, piece_before, town_before
from agent.nlu.cv.lines import Line
from agent.nlu.cv.words import labels, normal
from tools.oews.place_scan import find_places
from tools.oews.places import country_of
from tools.oews.wording import place_key

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
    texts = [line.text for line in lines][:_LETTERHEAD]
    head = head_of(texts)
    before = ""
    for at, text in enumerate(texts):
        pieces = _PIECE.split(text)
        named = at == 0 and name_first and not _MARK.search(pieces[0])
        for piece in pieces[named:]:
            if place := _place(piece, head, before, name_first=at == 0 and name_first):
                return place
            before = piece_before(piece)
    return None


def _place(piece: str, head: Head, before: str, *, name_first: bool) -> str | None:
    """The place of a piece; of a country alone with the town that ends the piece `before` it."""
    label, text = _labelled(piece)
    if (label and normal(label) not in labels("place")) or (not label and len(text.split()) > 12):
        return None
    if town := coded_town(text, head, label):
        return town
    # "Ingrid Example, MD" above all is no town of Maryland.
    found = [each for each in find_places(text) if not (name_first and each.link.town and each.link.note)]
    if not found:
        return labelled_town(text, label)
    if _AREA.search(text.strip()) and len(text.split()) <= 5:
        return text.strip()
    # Parts of one place stand behind each other ("Denver, Colorado, United States").
    first = last = len(found) - 1
    while first and _GAP.fullmatch(text[found[first - 1].end : found[first].start]):
        first -= 1
    if last > first and text[found[last].start : found[last].end].strip(" .").casefold() in _HOME:
        last -= 1
    name = text[found[first].start : found[last].end].strip(" ,.")
    around = text[: found[first].start]
    is_wider = country_of(place_key(name.rpartition(",")[2])) or around.rstrip().endswith("(")
    if not found[last].link.outside_us or not is_wider:
        return name
    return _with_town(around or before, name, name_first=name_first)


def _labelled(piece: str) -> tuple[str, str]:
    """What stands before a colon, and what behind it without addresses of the net."""
    label = _LABEL.match(piece)
    text = piece[label.end() :] if label else piece
    return label["label"] if label else "", _ADDRESS.sub("", text).strip()


def _with_town(before: str, name: str, *, name_first: bool) -> str:
    """A country, or what stands in brackets, with the town before it that no table holds ("69100 Villeurbanne, France")."""
    town = town_before(before, name_first=name_first)
    return f"{town}, {name}" if town else name
