"""Written answers: of held-back messages, which a reader gave an answer or none, how many are given the right one."""

from collections.abc import Iterator

from benchmarks.table import Row, least

# By the chance from which on an entry is taken: the least share of right ones among them, and of those that have one.
EDGES = {0.4: (0.58, 0.36), 0.5: (0.65, 0.29)}


def run() -> Iterator[Row]:
    """For each chance from which on an entry is taken: the share of right ones, and of the messages that have one."""
    from agent.nlu.advice import advised
    from agent.nlu.tagger import default_tagger
    from training.asked import read_picks

    tagger = default_tagger()
    held = [pick for pick in read_picks() if pick.held]
    wanted = sum(pick.entry is not None for pick in held)
    read = []
    for pick in held:
        reading = tagger.read(pick.text, pick.context)
        if found := advised(pick.text, reading.summary, reading.chances):
            read.append((found.chance, pick.fits(found.entry)))
    for edge, (of_taken, of_wanted) in EDGES.items():
        taken = [fits for chance, fits in read if chance >= edge]
        yield least(
            f"written answers from {edge} on: right of {len(taken)} taken",
            sum(taken) / max(len(taken), 1),
            of_taken,
        )
        yield least(
            f"written answers from {edge} on: right of {wanted} messages that have one",
            sum(taken) / wanted,
            of_wanted,
        )
