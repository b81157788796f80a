"""Which number a token belongs to.

Between two numbers lie the tokens that describe the left one, the right one, or both in turn. A sentence is
consistent if the tokens can be dealt out so that every number gets only tokens that fit it: "$79,850 at the
10th percentile and $135,980 at the median" is, with the amounts swapped it is not.
"""

from collections.abc import Callable, Sequence
from itertools import groupby

from agent.grounding.tokens import Token

CONTRADICTS, ALLOWS, NAMES = range(3)


def consistent(
    starts: Sequence[int],
    tokens: Sequence[Token],
    rate: Callable[[int, Token], int],
    required: Callable[[int], bool] = lambda _index: False,
) -> bool:
    """Whether the tokens of one kind can be dealt out to the numbers that begin at `starts`.

    `rate(i, token)` is CONTRADICTS, ALLOWS or NAMES; a number that is `required` to be named needs a token
    that names it. A number without a token of its own shares the last one said before it.
    """

    def holds(run: Sequence[int], mine: Sequence[Token]) -> bool:
        paired = len(mine) == len(run) > 1
        for place, index in enumerate(run):
            ratings = [rate(index, token) for token in (mine[place : place + 1] if paired else mine)]
            if CONTRADICTS in ratings or (required(index) and NAMES not in ratings):
                return False
        return True

    if len({token.key for token in tokens}) <= 1:
        return holds(range(len(starts)), tokens[:1])
    before = [sum(token.start < start for token in tokens) for start in starts]
    # Numbers with no token between them form a run.
    runs = [(first, [*run]) for first, run in groupby(range(len(starts)), key=before.__getitem__)]

    def deal(at: int, begin: int) -> bool:
        """Deal the tokens from `begin` on to run `at` and those behind it; the gap behind a run may be cut anywhere."""
        if at == len(runs):
            return True
        last = at == len(runs) - 1
        ends = [len(tokens)] if last else range(runs[at][0], runs[at + 1][0] + 1)
        return any(
            holds(runs[at][1], tokens[begin:end] or tokens[max(begin - 1, 0) : begin]) and deal(at + 1, end)
            for end in ends
        )

    return deal(0, 0)
