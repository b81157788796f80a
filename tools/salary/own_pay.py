"""Pay tables that a person keeps in COACH_HOME/pay, used with their source and never converted.

The format is described in docs/pay-format.md. A line that does not follow it is left out and said.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.evidence import Source
from tools.salary.families import words
from tools.salary.fields import number
from tools.salary.models import ReportedBand
from tools.salary.place import Place
from tools.salary.reported import ENDLESS, PayRow
from tools.settings import home_folder

COLUMNS = ("role", "country", "low", "high", "currency", "per", "publisher", "published")
_OPTIONAL = (
    "place",
    "company",
    "level",
    "years_min",
    "years_max",
    "measures",
    "title",
    "url",
    "trust",
    "note",
)
_PER = ("year", "month", "week", "day", "hour")
_SAME_ROLE = 90.0
_US = {"us", "usa", "united state", "united states", "united states of america", "america"}
_LEVEL_WORDS = {"senior", "sr", "junior", "jr", "mid", "entry", "level"}


@dataclass(frozen=True)
class OwnPay:
    """Rows that are about the role and place, and what was wrong with lines left out."""

    rows: tuple[PayRow, ...] = ()
    notes: tuple[str, ...] = ()


def pay_files() -> list[Path]:
    """The person's own tables of pay."""
    folder = home_folder() / "pay"
    return sorted(folder.glob("*.csv")) if folder.is_dir() else []


def own_rows(role: str, titles: list[str], place: Place) -> OwnPay:
    """Rows of COACH_HOME/pay/*.csv for a role (or one of the occupation titles it is linked to) and a place."""
    rows: list[PayRow] = []
    notes: list[str] = []
    for path in pay_files():
        try:
            rows += [
                row
                for fields, row in _read(path, notes)
                if _same_role(fields["role"], [role, *titles]) and _same_place(fields, place)
            ]
        except (OSError, UnicodeDecodeError, csv.Error) as error:
            notes.append(f"{path.name} in COACH_HOME/pay cannot be read and was left out: {error}.")
    return OwnPay(tuple(rows), tuple(notes))


def _read(path: Path, notes: list[str]) -> Iterator[tuple[dict[str, str], PayRow]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        lacking = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
        if lacking:
            notes.append(f"{path.name} in COACH_HOME/pay lacks the column {lacking[0]!r} and was left out.")
            return
        for raw in reader:
            fields = {name: (raw.get(name) or "").strip() for name in (*COLUMNS, *_OPTIONAL)}
            try:
                yield fields, _row(fields, path.name)
            except ValueError as error:
                notes.append(f"{path.name}, line {reader.line_num} in COACH_HOME/pay was left out: {error}.")


def _row(fields: dict[str, str], name: str) -> PayRow:
    """Check one line. Raises ValueError with what is wrong."""
    empty = [column for column in COLUMNS if not fields[column] and column != "high"]
    if empty:
        raise ValueError(f"the column {empty[0]!r} is empty")
    if fields["per"] not in _PER:
        raise ValueError(f"'per' must be one of {', '.join(_PER)}")
    low = number(fields["low"])
    high = number(fields["high"] or fields["low"])
    if low is None or high is None or not 0 <= low <= high < float("inf"):
        raise ValueError("'low' and 'high' must be amounts, low first")
    first, last = number(fields["years_min"]), number(fields["years_max"])
    label = ", ".join(part for part in (fields["role"], fields["level"], fields["company"]) if part)
    band = ReportedBand(
        label=label,
        low=low,
        high=high,
        unit=f"{fields['currency'].upper()}/{fields['per']}",
        measures=fields["measures"] or None,
        trust=fields["trust"] or "a table you added yourself",
        level=fields["level"].lower() or None,
        place=", ".join(part for part in (fields["place"], fields["country"]) if part),
        period=fields["published"],
        source=Source(
            title=fields["title"] or name,
            publisher=fields["publisher"],
            date=fields["published"],
            locator=fields["url"] or f"COACH_HOME/pay/{name}",
        ),
    )
    years = None if first is None else (float(first), ENDLESS if last is None else float(last))
    return PayRow(
        band=band, years=years, note=f"{label}: {fields['note'].rstrip('.')}" if fields["note"] else ""
    )


def _same_role(written: str, roles: list[str]) -> bool:
    from rapidfuzz import fuzz

    wanted = _key(written)
    return any(fuzz.token_sort_ratio(wanted, _key(role)) >= _SAME_ROLE for role in roles)


def _key(role: str) -> str:
    found = words(role)
    return " ".join([word for word in found if word not in _LEVEL_WORDS] or found)


def _same_place(fields: dict[str, str], place: Place) -> bool:
    """A row of a country answers for that country; a row of a city only when that city was asked for."""
    country, city = " ".join(words(fields["country"])), " ".join(words(fields["place"]))
    asked = " ".join(words(f"{place.text or ''} {place.outside or ''}"))
    in_us = country in _US
    if city and f" {city} " in f" {asked} ":
        return True
    if place.text is None or place.area is not None:
        return in_us and not city
    named = f" {country} " in f" {asked} "
    alone = asked.replace(country, "").strip() == ""
    return named and (alone or not city)
