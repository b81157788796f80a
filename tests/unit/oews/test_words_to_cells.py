"""Random cells, asked for in words, come back as the release has them."""

import random
import sqlite3
import sys
import time

from tools.oews.areas import link_place
from tools.oews.cells import read_cell
from tools.oews.occupations import link_role
from tools.oews.snapshot import connection
from tools.oews.tables import areas, occupations
from tools.oews.wording import title_key

_ANNUAL = {"p10": "v11", "p25": "v12", "p50": "v13", "p75": "v14", "p90": "v15", "mean": "v04"}
_HOURLY = {"p10": "v06", "p25": "v07", "p50": "v08", "p75": "v09", "p90": "v10", "mean": "v03"}


def _plain(published: str) -> float | None:
    return None if published == "-" else float(published)


def _ask(chance: random.Random, title: str, area: str) -> tuple[str, str]:
    role = chance.choice([title, title.lower(), title.upper(), f"  {title} ", title_key(title)])
    return role, chance.choice([area, f"in {area}", area.lower(), f"{area} "])


def test_five_hundred_random_cells_by_words() -> None:
    seed = time.time_ns()
    sys.stdout.write(f"seed {seed}\n")
    chance = random.Random(seed)
    database = connection()
    database_rows = database.cursor()
    database_rows.row_factory = sqlite3.Row
    keys = [key for (key,) in database.execute("SELECT key FROM cell WHERE substr(key, 12, 6) = '000000'")]
    detailed = {code.replace("-", "") for code in occupations()}
    for key in chance.sample([key for key in keys if key[17:] in detailed], 500):
        title, area = occupations()[f"{key[17:19]}-{key[19:]}"].title, areas()[key[4:11]].name
        role, place = _ask(chance, title, area)
        linked = link_place(place).area
        assert linked is not None, (seed, place)
        cell = read_cell(link_role(role)[0].occupation.code, linked.code)
        assert cell is not None, (seed, role, place)
        row = database_rows.execute("SELECT * FROM cell WHERE key = ?", (key,)).fetchone()
        columns = _HOURLY if cell.unit == "USD/hour" else _ANNUAL
        found = {name: getattr(cell, name) for name in columns}
        assert found == {name: _plain(row[column]) for name, column in columns.items()}, (seed, role, place)
        assert cell.employment == _plain(row["v01"]), (seed, role, place)
        assert (cell.occupation.title, cell.area.name) == (title, area)
