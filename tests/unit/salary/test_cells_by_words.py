"""OEWS cells asked for by words come back exact: a new random sample each time, its seed printed (many more in a soak)."""

import random
from collections.abc import Iterable

import pytest

from tools import salary
from tools.oews.models import Area
from tools.oews.snapshot import connection
from tools.oews.tables import areas, occupations

SAMPLE = 500
MANY = 20_000
COLUMNS = ("p10", "p25", "p50", "p75", "p90", "mean", "employment")
ANNUAL = ("v11", "v12", "v13", "v14", "v15", "v04", "v01")
HOURLY = ("v06", "v07", "v08", "v09", "v10", "v03", "v01")


def all_keys() -> list[str]:
    """Keys of every cell of a detailed occupation over all industries, nation, states and local areas."""
    rows = connection().execute("SELECT key FROM cell WHERE substr(key, 12, 6) = '000000'")
    return [key for (key,) in rows if f"{key[17:19]}-{key[19:]}" in occupations()]


def printed(value: str | None) -> float | None:
    return None if value in (None, "-") else float(value)


def in_words(area: Area) -> str:
    return "United States" if area.kind == "nation" else area.name


def differences(keys: Iterable[str]) -> list[tuple[object, ...]]:
    """Cells whose answer differs from what is printed, and nulls that no note explains."""
    wrong: list[tuple[object, ...]] = []
    columns = ", ".join((*ANNUAL, *HOURLY, "f04"))
    for key in keys:
        found = connection().execute(f"SELECT {columns} FROM cell WHERE key = ?", (key,)).fetchone()  # noqa: S608 - our names
        hourly = found[-1] == "4"
        expected = [printed(v) for v in (found[len(ANNUAL) : -1] if hourly else found[: len(ANNUAL)])]
        occupation, area = occupations()[f"{key[17:19]}-{key[19:]}"], areas()[key[4:11]]
        document = salary.lookup(occupation.title, in_words(area))
        rows = [
            row for row in document.wages if (row.occupation, row.area_code) == (occupation.code, area.code)
        ]
        if [[getattr(row, name) for name in COLUMNS] for row in rows] != [expected]:
            wrong.append((occupation.title, area.name, expected, rows))
            continue
        paid = any(value is not None for value in expected[:-1])  # without a wage its unit means nothing
        if paid and rows[0].unit != ("USD/hour" if hourly else "USD/year"):
            wrong.append((occupation.title, area.name, "unit", rows))
        if None in expected and not any(occupation.title in note for note in document.notes):
            wrong.append((occupation.title, area.name, "a null without a note", document.notes))
    return wrong


def test_random_cells_asked_for_by_words_are_exact() -> None:
    check(SAMPLE)


@pytest.mark.soak
def test_many_random_cells_asked_for_by_words_are_exact() -> None:
    check(MANY)


def check(size: int) -> None:
    seed = random.SystemRandom().randrange(2**32)
    print(f"seed {seed}")  # noqa: T201 - what a failure needs to be played again
    wrong = differences(random.Random(seed).sample(all_keys(), size))
    assert not wrong, f"seed {seed}: {len(wrong)} wrong, such as {wrong[:3]}"
