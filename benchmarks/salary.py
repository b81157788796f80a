"""Pay: the first lookup of a fresh process, and later ones, over words drawn from the whole release."""

import random
import subprocess
import sys
import time
from statistics import median

from benchmarks.table import Row
from tools import salary
from tools.oews.tables import areas, occupations

FRESH = """
import time
start = time.perf_counter()
from tools import salary
document = salary.lookup({role!r}, {place!r})
assert document.wages
print(time.perf_counter() - start)
"""
ROUNDS = 5
LOOKUPS = 300


def run() -> list[Row]:
    salary.lookup("carpenter")  # the data is unpacked from here on
    first = median(_fresh("registered nurse", "Denver") for _ in range(ROUNDS))
    times = sorted(_lookups())
    repeated = [_timed("AI engineer", "Austin") for _ in range(50)]
    return [
        Row("salary: first lookup of a fresh process", first * 1000, "ms", aim=500),
        Row(f"salary: later lookups, {len(times)} random cells", median(times) * 1000, "ms", aim=5),
        Row("salary: the same, 95th percentile", times[int(0.95 * len(times))] * 1000, "ms"),
        Row("salary: with reported bands (AI engineer in Austin)", median(repeated) * 1000, "ms"),
    ]


def _fresh(role: str, place: str) -> float:
    code = FRESH.format(role=role, place=place)
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return float(found.stdout)


def _lookups() -> list[float]:
    draw = random.Random(1)
    titles = [occupation.title for occupation in occupations().values()]
    names = [area.name for area in areas().values()]
    return [_timed(draw.choice(titles), draw.choice(names)) for _ in range(LOOKUPS)]


def _timed(role: str, place: str) -> float:
    start = time.perf_counter()
    salary.lookup(role, place)
    return time.perf_counter() - start
