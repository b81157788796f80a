"""make bench: every room's figures, beside what a user would pick instead, in one run.

`python -m benchmarks ROOM...` runs some rooms only.
"""

import sys
import time
from importlib import import_module
from pkgutil import iter_modules

import benchmarks


def main(chosen: list[str]) -> None:
    rooms = [module.name for module in iter_modules(benchmarks.__path__) if not module.name.startswith("_")]
    unknown = [room for room in chosen if room not in rooms]
    if unknown:
        sys.exit(f"No such benchmark: {', '.join(unknown)}. There are: {', '.join(rooms)}.")
    for room in chosen or rooms:
        module = import_module(f"benchmarks.{room}")
        if not hasattr(module, "run"):
            continue
        print(f"\n== {room}", flush=True)
        started = time.perf_counter()
        module.run()
        print(f"   ({time.perf_counter() - started:.0f} s)", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
