"""What tagging costs, beside the sentence vector of the same message and beside 256 tokens."""

import time
from collections.abc import Callable

from benchmarks.table import Row, against

RUNS = 40
MESSAGE = (
    "I'm a night nurse in Tulsa with 6 years in, making $38 an hour, and want to become a data analyst by next "
    "summer. I know Excel. Is that realistic for me?"
)
LONG = {"ones": "1 " * 25_000, "lines": "I am a nurse. " * 3_572, "letters": "a" * 50_000}


def run() -> list[Row]:
    """The least time of each: the machine's other work is not the tagger's.

    What was read is kept, so each run reads another text.
    """
    from agent.nlu.tagger import default_tagger
    from tools.documents.embedder import built_in

    tagger, model = default_tagger(), built_in()
    vector = _least(lambda run: model.states(model.tokenize(f"{MESSAGE} {run}").ids))
    read = _least(lambda run: tagger.read(f"{MESSAGE} {run}"))
    tokens = _least(lambda run: tagger.read("word " * 253 + str(run)), runs=5)
    long = {
        name: _least(lambda run, text=text: tagger.read(f"{run} {text}"), runs=2)  # type: ignore[misc]
        for name, text in LONG.items()
    }
    return [
        against("reading a message, beside its sentence vector", read, "ms", vector, 1.5),
        *(
            against(f"reading 50,000 characters of {name}, beside 256 tokens", taken, "ms", tokens, 10)
            for name, taken in long.items()
        ),
    ]


def _least(measure: Callable[[int], object], runs: int = RUNS) -> float:
    """The least time in ms of several runs, each given its number; the first is not counted."""
    measure(0)
    taken = []
    for run in range(1, runs + 1):
        begun = time.perf_counter()
        measure(run)
        taken.append((time.perf_counter() - begun) * 1000)
    return min(taken)
