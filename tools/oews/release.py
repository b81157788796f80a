"""An O*NET text release: tab-separated files, read as facts about OEWS occupations."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from tools.errors import DataError
from tools.oews.tables import occupations, read_table, words_of
from tools.oews.wording import title_key

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


_OWN_WORDS_WEIGHT = 6
_OWN_TITLE_WEIGHT = 12
_AGENT_ENDINGS = ("ers", "ors", "ists", "ians", "ives", "tes", "fs")


class TitleUse(NamedTuple):
    """A title used for an occupation. `weight` grows with the number of O*NET sources that have it."""

    title: str
    code: str
    weight: int


class Weighed(NamedTuple):
    """A title as first written, and how much speaks for each occupation that has it."""

    title: str
    codes: Counter[str]


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
    published = {each.title for each in occupations().values()}
    for row in rows(folder, OCCUPATIONS):
        code = oews_code(row["O*NET-SOC Code"])
        if code and row["Title"] not in published:
            yield from own_titles(code, row["Title"])


def own_titles(code: str, title: str) -> Iterator[TitleUse]:
    """An occupation's title as people shorten it: without exceptions, turned round at the comma, split at "and"."""
    title = title.partition(", Except")[0]
    if "All Other" in title or "Supervisors" in title:
        return
    head, comma, rest = title.partition(", ")
    names = [title]
    if comma and "," not in rest:
        names.append(f"{rest} {head}")
    elif not comma:
        names.extend(_joined(title.split(" and ")))
    for name in names:
        if title_key(name) not in words_of("occupation_words", "generic"):
            yield TitleUse(name, code, _OWN_TITLE_WEIGHT)


def _joined(parts: list[str]) -> list[str]:
    """The parts around "and" that are titles alone: "Assessors" after "Solar Sales Representatives" is none."""
    if not all(part.endswith("s") for part in parts):
        return []
    alone = all(" " not in part for part in parts)
    return [
        part
        for place, part in enumerate(parts)
        if alone or " " in part or (place == 0 and part.endswith(_AGENT_ENDINGS))
    ]


def _uses(onet_code: str, title: str, short: str, *, weight: int) -> Iterator[TitleUse]:
    code = oews_code(onet_code)
    if code is None:
        return
    # A title of the occupation itself says more than one of a specialty within it (".01" and up).
    weight += onet_code.endswith(".00")
    main, _, bracket = title.partition(" (")
    for name in {main.strip(), short.strip(), bracket.strip().removesuffix(")")} - {"", "n/a"}:
        yield TitleUse(name, code, weight)


def weigh(uses: Iterable[TitleUse]) -> dict[str, Weighed]:
    """Titles by comparable form, with the weights of their occupations summed.

    An occupation whose own title has the words of a title gains weight beside others that O*NET lists it for.
    """
    found: dict[str, Weighed] = {}
    for use in uses:
        if key := title_key(use.title):
            found.setdefault(key, Weighed(use.title, Counter())).codes[use.code] += use.weight
    own_words = {code: set(title_key(each.title).split()) for code, each in occupations().items()}
    for key, weighed in found.items():
        if len(weighed.codes) > 1:
            words = set(key.split())
            for code in weighed.codes:
                weighed.codes[code] += round(_OWN_WORDS_WEIGHT * len(words & own_words[code]) / len(words))
    return found


def packed(found: Weighed, most: int) -> str:
    """Codes and weights of a title in one field, heaviest first ("15-1252:9 15-1251:4")."""
    return " ".join(f"{code}:{weight}" for code, weight in found.codes.most_common(most))


def technologies(folder: Path) -> dict[str, dict[str, tuple[int, int]]]:
    """By occupation and technology: its marks, hot and in demand, as 1 or 0."""
    found: dict[str, dict[str, tuple[int, int]]] = {}
    for row in rows(folder, TECHNOLOGIES):
        code = oews_code(row["O*NET-SOC Code"])
        if code:
            hot, demand = int(row["Hot Technology"] == "Y"), int(row["In Demand"] == "Y")
            before = found.setdefault(code, {}).get(row["Example"], (0, 0))
            found[code][row["Example"]] = (max(before[0], hot), max(before[1], demand))
    return found


def job_zones(folder: Path) -> dict[str, tuple[str, str]]:
    """Job zone and its date of each occupation: the general O*NET occupation's, else the first specialty's."""
    found: dict[str, tuple[str, str]] = {}
    for row in rows(folder, JOB_ZONES):
        code = oews_code(row["O*NET-SOC Code"])
        if code and row["Job Zone"].isdigit():
            found.setdefault(code, (row["Job Zone"], row["Date"]))
    return found


def related(folder: Path) -> dict[str, list[tuple[str, int]]]:
    """By O*NET code: the O*NET codes of its related occupations with their place, 1 the nearest.

    Only what OEWS counts, at either end; an occupation that OEWS counts together with another is not its own.
    """
    found: dict[str, list[tuple[str, int]]] = {}
    for row in rows(folder, RELATED):
        own, other = row["O*NET-SOC Code"], row["Related O*NET-SOC Code"]
        code, other_code = oews_code(own), oews_code(other)
        if code and other_code and code != other_code and row["Index"].isdigit():
            found.setdefault(own, []).append((other, int(row["Index"])))
    return found


def related_codes(found: Mapping[str, Iterable[tuple[str, int]]]) -> dict[str, list[str]]:
    """The same by OEWS code, nearest first, each once: what general O*NET occupations are related to."""
    by_code: dict[str, dict[str, None]] = {}
    for onet_code, others in found.items():
        code = oews_code(onet_code)
        if code and onet_code.endswith(".00"):
            known = [oews_code(other) for other, _ in others]
            by_code.setdefault(code, {}).update(dict.fromkeys(other for other in known if other))
    return {code: list(others) for code, others in by_code.items()}


class Specialty(NamedTuple):
    """An O*NET occupation that OEWS counts within a larger one. `zone` and `date` are empty where not given."""

    onet_code: str
    code: str
    title: str
    zone: str
    date: str


def specialties(folder: Path) -> list[Specialty]:
    """All O*NET occupations that OEWS does not publish under their own code, in order of code."""
    zones = {row["O*NET-SOC Code"]: (row["Job Zone"], row["Date"]) for row in rows(folder, JOB_ZONES)}
    return [
        Specialty(onet_code, code, row["Title"], *zones.get(onet_code, ("", "")))
        for row in rows(folder, OCCUPATIONS)
        if (code := oews_code(onet_code := row["O*NET-SOC Code"])) and onet_code != f"{code}.00"
    ]
