"""Random OEWS cells, asked for by words, come back exact: a new sample each time, its seed printed."""

import random
from collections.abc import Iterator

from tools import salary
from tools.oews.models import Area
from tools.oews.snapshot import connection
from tools.oews.tables import areas, occupations

SAMPLE = 500
COLUMNS = ("p10", "p25", "p50", "p75", "p90", "mean", "employment")
ANNUAL = ("v11", "v12", "v13", "v14", "v15", "v04", "v01")
HOURLY = ("v06", "v07", "v08", "v09", "v10", "v03", "v01")


def sample(seed: int) -> Iterator[tuple[str, str, str, tuple[str | None, ...]]]:
    """Occupation code, area code, unit and values as printed, of cells drawn from the whole release."""
    keys = [
        key
        for (key,) in connection().execute("SELECT key FROM cell WHERE substr(key, 12, 6) = '000000'")
        if f"{key[17:19]}-{key[19:]}" in occupations()
    ]
    for key in random.Random(seed).sample(keys, SAMPLE):
        columns = ", ".join((*ANNUAL, *HOURLY, "f04"))
        found = connection().execute(f"SELECT {columns} FROM cell WHERE key = ?", (key,)).fetchone()  # noqa: S608 - our names
        hourly = found[-1] == "4"
        values = found[len(ANNUAL) : -1] if hourly else found[: len(ANNUAL)]
        yield f"{key[17:19]}-{key[19:]}", key[4:11], "USD/hour" if hourly else "USD/year", values


def printed(value: str | None) -> float | None:
    return None if value in (None, "-") else float(value)


def in_words(area: Area) -> str:
    return "United States" if area.kind == "nation" else area.name


def test_random_cells_asked_for_by_words_are_exact() -> None:
    seed = random.SystemRandom().randrange(2**32)
    print(f"seed {seed}")  # noqa: T201 - what a failure needs to be played again
    wrong: list[tuple[object, ...]] = []
    for code, area_code, unit, values in sample(seed):
        title, area = occupations()[code].title, areas()[area_code]
        document = salary.lookup(title, in_words(area))
        rows = [row for row in document.wages if (row.occupation, row.area_code) == (code, area_code)]
        expected = [printed(value) for value in values]
        found = [[getattr(row, name) for name in COLUMNS] for row in rows]
        paid = any(value is not None for value in expected[:-1])  # without a wage its unit means nothing
        if found != [expected] or (paid and rows[0].unit != unit):
            wrong.append((title, area.name, expected, found))
        missing = any(value is None for value in expected)
        if missing and not any(title in note for note in document.notes):
            wrong.append((title, area.name, "a null without a note", document.notes))
    assert not wrong, f"seed {seed}: {len(wrong)} wrong, such as {wrong[:3]}"
