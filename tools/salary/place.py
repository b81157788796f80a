"""The place a question is about, with what has to be said when it is none the figures cover."""

from collections.abc import Iterator
from dataclasses import dataclass

from tools.oews.areas import fallback_area, link_place
from tools.oews.models import Area, PlaceLink
from tools.oews.tables import areas
from tools.salary.families import words

NATION = "0000000"
NATION_NAME = "United States"
_MOST_SHOWN = 5  # of places with one name
_REMOTE = {"remote", "remotely", "anywhere", "home", "wfh", "telecommute", "distributed"}
_FILLERS = {
    "remote",
    "remotely",
    "fully",
    "work",
    "working",
    "from",
    "job",
    "only",
    "in",
    "the",
    "within",
    "based",
    "100",
}


@dataclass(frozen=True)
class Place:
    """`area` is set when official figures cover the place; otherwise one of `ambiguous`, `outside` or neither.

    `text` keeps the person's words; `remote` is true when they asked for work from anywhere; `town` names a town
    that has no area of its own, where `area` is its state.
    """

    text: str | None
    area: Area | None = None
    ambiguous: tuple[str, ...] = ()
    outside: str | None = None
    remote: bool = False
    remark: str | None = None
    town: str | None = None

    @property
    def country(self) -> str | None:
        """The country abroad, without the city ("Berlin, Germany" -> "Germany")."""
        return self.outside.rpartition(", ")[2] if self.outside else None

    @property
    def note(self) -> str | None:
        """What the person must be told about the place, if anything."""
        if self.remark:
            return self.remark
        if self.remote and self.area is not None:
            return (
                "Official wages count jobs where the employer reports them and have no row for remote work; "
                f"{area_name(self.area)} is shown."
            )
        if self.area is not None:
            return None
        if self.ambiguous:
            return f"{self.text!r} could be several places: {'; '.join(self.ambiguous)}. Say which one."
        if self.outside:
            return (
                f"Official wages cover the United States only, so not {self.outside}. A table of that country's "
                "pay in COACH_HOME/pay (its format is in docs/pay-format.md) would be used as it stands."
            )
        return (
            f"{self.text!r} is not a place these figures know. "
            "A US city, metropolitan area, state or territory would be."
        )


def resolve(location: str | None) -> Place:
    """Link a place in words to an OEWS area; without one the nation is meant."""
    text = (location or "").strip()
    if not text:
        return Place(None, area=nation())
    found = words(text)
    remote = any(word in _REMOTE for word in found)
    rest = " ".join(word for word in found if word not in _FILLERS | _REMOTE) if remote else text
    if remote and not rest:
        return Place(text, area=nation(), remote=True)
    return _linked(text, link_place(rest), remote=remote)


def nation() -> Area:
    """The whole United States as an area."""
    return areas()[NATION]


def area_name(area: Area) -> str:
    """OEWS's name of an area, "United States" for the nation."""
    return NATION_NAME if area.code == NATION else area.name


def wider(area: Area) -> Iterator[Area]:
    """The areas to fall back to, nearest first: the state of a local area, then the nation."""
    found = fallback_area(area)
    while found is not None:
        yield found
        found = fallback_area(found)


def _linked(text: str, link: PlaceLink, *, remote: bool) -> Place:
    if link.area is not None:
        return Place(text, area=link.area, remote=remote, remark=link.note, town=link.town)
    names = tuple(area_name(area) for area in link.candidates[:_MOST_SHOWN])
    return Place(text, ambiguous=names, outside=link.outside_us, remote=remote, remark=link.note)
