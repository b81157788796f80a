"""The job market: the first summary of a fresh process, and later ones."""

import random
import subprocess
import sys
import time
from statistics import median

from benchmarks.table import Row
from tools import market
from tools.oews.tables import areas, occupations

FRESH = """
import time
start = time.perf_counter()
from tools import market
assert market.summarize("AI engineer", "Austin").demand
print(time.perf_counter() - start)
"""
ROUNDS = 5
SUMMARIES = 60


def run() -> list[Row]:
    market.summarize("carpenter")  # the data is unpacked from here on
    first = median(
        float(
            subprocess.run([sys.executable, "-c", FRESH], check=True, capture_output=True, text=True).stdout
        )
        for _ in range(ROUNDS)
    )
    draw = random.Random(1)
    titles = [occupation.title for occupation in occupations().values()]
    names = [area.name for area in areas().values()]
    times = [_timed(draw.choice(titles), draw.choice(names)) for _ in range(SUMMARIES)]
    return [
        Row("market: first summary of a fresh process", first * 1000, "ms"),
        Row(f"market: later summaries, {len(times)} random cells", median(times) * 1000, "ms"),
    ]


def _timed(role: str, place: str) -> float:
    start = time.perf_counter()
    market.summarize(role, place)
    return time.perf_counter() - start
