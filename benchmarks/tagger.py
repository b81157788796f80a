"""What tagging costs, beside the sentence vector of the same message and beside 256 tokens."""

import time
from collections.abc import Callable

RUNS = 40
MESSAGE = (
    "I'm a night nurse in Tulsa with 6 years in, making $38 an hour, and want to become a data analyst by next "
    "summer. I know Excel. Is that realistic for me?"
)
LONG = {"ones": "1 " * 25_000, "lines": "I am a nurse. " * 3_572, "letters": "a" * 50_000}


def run() -> None:
    """Print the least time of each in milliseconds: the machine's other work is not the tagger's."""
    from agent.nlu.tagger import default_tagger
    from tools.documents.embedder import built_in

    tagger, model = default_tagger(), built_in()
    vector = _least(lambda: model.embed([MESSAGE]))
    read = _least(lambda: tagger.read(MESSAGE))
    print(
        f"tagger: {len(MESSAGE.split())} words {read:.1f} ms, its vector {vector:.1f} ms, {read / vector:.2f} times (aim: at most 1.5)"
    )
    tokens = _least(lambda: tagger.read("word " * 254), runs=5)
    for name, text in LONG.items():
        taken = _least(lambda text=text: tagger.read(text), runs=2)  # type: ignore[misc]
        print(
            f"tagger: 50,000 characters of {name} {taken:.0f} ms, {taken / tokens:.1f} times 256 tokens (aim: below 10)"
        )


def _least(measure: Callable[[], object], runs: int = RUNS) -> float:
    measure()
    taken = []
    for _ in range(runs):
        begun = time.perf_counter()
        measure()
        taken.append((time.perf_counter() - begun) * 1000)
    return min(taken)
