"""Towns abroad that no table holds: beside their country, or behind a postal code as it is written there."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from agent.nlu.cv.titles import ENDS, title_in
from agent.nlu.cv.words import abroad, labels, normal
from tools.oews.place_links import link_place
from tools.oews.place_scan import find_places

_WORD = r"[^\W\d_][\w'\u2019.-]*"
_TOWN = re.compile(rf"{_WORD}(?:[ ]{_WORD}){{0,4}}")
_CEDEX = re.compile(r"\s+cedex(?:\s+\d+)?$", re.IGNORECASE)
_CODED = re.compile(
    r"(?:(?P<prefix>[A-Z]{1,3})-(?P<coded>\d{4,5})|(?P<dutch>\d{4} [A-Z]{2})|(?P<polish>\d{2}-\d{3})"
    r"|(?P<portuguese>\d{4}-\d{3})|(?P<plain>\d{4,5}|\d{3} \d{2}))\s+(?P<town>\S.*)"
)
_PHONE = re.compile(r"\+(?!1\b)\d[\d ().-]{7,}|(?<![\d+])0\d[\d ().-]{7,}|(?<!\d)0\d{2,4}/ ?\d{5,}")
_PHONE_IN_THE_US = re.compile(r"(?<![\d+])(?:\+?1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?!\d)")
_ZIP = 5  # digits of a postal code in the US, Germany, France, Spain and Italy
_DIGITS = (9, 13)  # of a telephone number with its area; dates have eight
_STREET = re.compile(r"\d{1,4}(?: ?bis)?,? [^\W\d_A-Z].*|[^\W\d].*[^\W\d] \d{1,4} ?[a-z]?", re.ASCII)
_FLATS = frozenset({"apt", "apartment", "suite", "ste", "unit", "box", "lot", "route", "floor", "room"})
_MOST_PARTS = 3  # town, region, country


@dataclass(frozen=True)
class Head:
    """What a letterhead's shape says: whether its owner lives outside the US (None: nothing says it), in which country if said."""

    abroad: bool | None
    country: str | None


def head_of(lines: Iterable[str]) -> Head:
    """Read a letterhead: a place in the US says no; a country, or a telephone number of elsewhere says yes."""
    foreign, country, home = False, None, False
    for line in lines:
        home = home or _PHONE_IN_THE_US.search(line) is not None
        for place in find_places(line):
            if place.link.outside_us:
                foreign, country = True, country or place.link.outside_us.rpartition(", ")[2]
            elif "," in line[place.start : place.end]:
                return Head(abroad=False, country=None)
        for phone in _PHONE.findall(line):
            digits = re.sub(r"\D", "", phone)
            if _DIGITS[0] <= len(digits) <= _DIGITS[1]:
                foreign = True
                dialled = (digits[:count] for count in (3, 2)) if phone.startswith("+") else ()
                country = country or next((abroad()[code] for code in dialled if code in abroad()), None)
    return Head(True if foreign else False if home else None, country)


def coded_town(text: str, head: Head, label: str = "") -> str | None:
    """The town behind a postal code: the code's shape says the country, else head, label or street say that it is abroad."""
    before, _, last = text.strip(" .").rpartition(", ")
    coded = _CODED.fullmatch(last)
    town = _town(_CEDEX.sub("", coded["town"])) if coded else None
    if coded is None or town is None:
        return None
    shaped = next((abroad()[kind] for kind in ("dutch", "polish", "portuguese") if coded[kind]), None)
    shaped = shaped or abroad().get(coded["prefix"] or "")
    street = before.rpartition(", ")[2]
    # In the US a code of five digits stands behind the town, and before one word alone a house's number is shorter.
    alone = head.abroad is None and not before and len(coded["plain"] or "") == _ZIP and " " not in town
    told = head.abroad or alone or normal(label) in labels("place_elsewhere") or _is_street(street)
    if not shaped and not (coded["plain"] and told):
        return None
    country = shaped or head.country
    return f"{town}, {country}" if country and not link_place(town).outside_us else town


def labelled_town(text: str, label: str) -> str | None:
    """A town behind a label of another language ("Wohnort: Eisenach")."""
    return (
        _town(text)
        if normal(label) in labels("place_elsewhere") and len(text.split()) < _MOST_PARTS
        else None
    )


def piece_before(text: str) -> str:
    """A piece before that of a country, where it can be nothing but its town: coded, or one word that is no job."""
    coded = _CODED.fullmatch(text.strip())
    return text if coded or (_town(text) and " " not in text) else ""


def town_before(text: str, *, name_first: bool) -> str:
    """The town, with its region, that ends a text before its country; empty where none does."""
    parts = [part.strip() for part in text.strip(" ,(/|\u2013\u2014-").split(",")]
    parts = [re.sub(r"\s+-?\s*\d{6}$", "", part) for part in parts]  # "Hubli 580020"
    towns = [part for part in parts if _town(part)]
    if not parts[-1] or parts[-1] not in towns:
        coded = _CODED.fullmatch(parts[-1])
        return _town(coded["town"]) or "" if coded else ""
    whole = towns == parts and 1 < len(parts) < _MOST_PARTS and not name_first
    return ", ".join(parts) if whole else parts[-1]


def _town(text: str) -> str | None:
    """A name's shape: capitals but for small words between, no title of a job."""
    words = text.split()
    named = _TOWN.fullmatch(text) and words[0][0].isupper() and words[-1][0].isupper()
    if not named or any(len(word) > len("unter") and word[0].islower() for word in words):
        return None
    return None if title_in(text).score >= ENDS else text


def _is_street(text: str) -> bool:
    """A street as it is written in Europe ("12 rue du Mod\u00e8le", "Musterweg 2"), no flat of a house."""
    return bool(_STREET.fullmatch(text)) and not _FLATS & set(normal(text).split())
