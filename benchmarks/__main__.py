"""make bench: every room's figures beside what a user would pick instead, in one run, and one table at the end.

`python -m benchmarks ROOM...` runs some rooms only. What needs a folder that is not there is left out and says so.
"""

import os
import sys
import time
from importlib import import_module
from pkgutil import iter_modules

import benchmarks
from benchmarks.table import Row, table


def main(chosen: list[str]) -> None:
    rooms = [module.name for module in iter_modules(benchmarks.__path__) if not module.name.startswith("_")]
    if unknown := [room for room in chosen if room not in rooms]:
        sys.exit(f"No such benchmark: {', '.join(unknown)}. There are: {', '.join(rooms)}.")
    for name in ("COACH_MODEL", "COACH_TODAY"):
        os.environ.pop(name, None)
    rows: list[Row] = []
    begun = time.perf_counter()
    for room in chosen or rooms:
        measure = getattr(import_module(f"benchmarks.{room}"), "run", None)
        if measure is None:
            continue
        print(f"\n== {room}", flush=True)
        started = time.perf_counter()
        rows += measure()
        print(f"   ({time.perf_counter() - started:.0f} s)", flush=True)
    print(f"\n{table(rows)}\n\n{len(rows)} measures in {time.perf_counter() - begun:.0f} s, ", end="")
    print(f"{sum(not row.met for row in rows)} short of their aim.")


if __name__ == "__main__":
    main(sys.argv[1:])
