"""An O*NET text release: tab-separated files, read as facts about OEWS occupations."""

import csv
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from tools.errors import DataError
from tools.oews.tables import occupations, read_table

ALTERNATE_TITLES = "Alternate Titles.txt"
REPORTED_TITLES = "Sample of Reported Titles.txt"
TECHNOLOGIES = "Technology Skills.txt"
JOB_ZONES = "Job Zones.txt"
RELATED = "Related Occupations.txt"
OCCUPATIONS = "Occupation Data.txt"

COLUMNS = {
    ALTERNATE_TITLES: ("O*NET-SOC Code", "Title", "Alternate Title", "Short Title", "Source(s)"),
    REPORTED_TITLES: ("O*NET-SOC Code", "Reported Job Title"),
    TECHNOLOGIES: ("O*NET-SOC Code", "Example", "Hot Technology", "In Demand"),
    JOB_ZONES: ("O*NET-SOC Code", "Job Zone", "Date"),
    RELATED: ("O*NET-SOC Code", "Related O*NET-SOC Code", "Relatedness Tier", "Index"),
    OCCUPATIONS: ("O*NET-SOC Code", "Title"),
}


class TitleUse(NamedTuple):
    """A title used for an occupation. `weight` grows with the number of O*NET sources that have it."""

    title: str
    code: str
    weight: int


def rows(folder: Path, name: str) -> Iterator[dict[str, str]]:
    """Rows of one file. Raises DataError when it is missing, not text or lacks a column."""
    hint = "Give the folder of an unpacked O*NET text release (tab-separated .txt files)."
    try:
        text = (folder / name).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise DataError(f"Cannot read {name} in {folder}: {error.strerror or error}.", hint) from error
    except UnicodeDecodeError as error:
        raise DataError(f"{name} in {folder} is not UTF-8 text.", hint) from error
    reader = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    lacking = [column for column in COLUMNS[name] if column not in (reader.fieldnames or ())]
    if lacking:
        raise DataError(f"{name} in {folder} has no column {lacking[0]!r}.", hint)
    for row in reader:
        if any(row[column] is None for column in COLUMNS[name]):
            raise DataError(f"{name} in {folder} is cut off in line {reader.line_num}.", hint)
        yield row


def oews_code(onet_code: str) -> str | None:
    """OEWS occupation of an O*NET code ("15-1252.00"): itself, the one it is merged into, or None."""
    soc = onet_code[:7]
    known = occupations()
    for code in (soc, _merged().get(soc, ""), f"{soc[:6]}0"):
        if code in known:
            return code
    return None


@lru_cache(maxsize=1)
def _merged() -> dict[str, str]:
    """SOC codes that OEWS publishes only together with others."""
    return {row["soc"]: row["oews"] for row in read_table("soc_merged")}


def title_uses(folder: Path) -> Iterator[TitleUse]:
    """All titles of a release with their occupation; a short title in brackets counts as one of its own."""
    for row in rows(folder, ALTERNATE_TITLES):
        sources = len(row["Source(s)"].split(","))
        yield from _uses(row["O*NET-SOC Code"], row["Alternate Title"], row["Short Title"], weight=sources)
    for row in rows(folder, REPORTED_TITLES):
        yield from _uses(row["O*NET-SOC Code"], row["Reported Job Title"], "", weight=3)


def _uses(onet_code: str, title: str, short: str, *, weight: int) -> Iterator[TitleUse]:
    code = oews_code(onet_code)
    if code is None:
        return
    # A title of the occupation itself says more than one of a specialty within it (".01" and up).
    weight += onet_code.endswith(".00")
    main, _, bracket = title.partition(" (")
    for name in {main.strip(), short.strip(), bracket.rstrip(") ")} - {"", "n/a"}:
        yield TitleUse(name, code, weight)
