"""Which number a token belongs to.

Between two numbers lie the tokens that describe the left one, the right one, or both in turn. A sentence is
consistent if the tokens can be dealt out so that every number gets only tokens that fit it: "$79,850 at the
10th percentile and $135,980 at the median" is, with the amounts swapped it is not.
"""

from collections.abc import Callable, Sequence

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
    runs, gaps = _runs(starts, tokens)

    def deal(at: int, before: Sequence[Token], last: Sequence[Token]) -> bool:
        """Deal from run `at` on; a gap may be cut anywhere, the last one belongs to the last run as a whole."""
        following = gaps[at + 1]
        for cut in range(len(following) + 1) if at < len(runs) - 1 else [len(following)]:
            mine = [*before, *following[:cut]] or last
            if holds(runs[at], mine) and (
                at == len(runs) - 1 or deal(at + 1, following[cut:], list(mine[-1:]))
            ):
                return True
        return False

    return not starts or deal(0, gaps[0], [])


def _runs(starts: Sequence[int], tokens: Sequence[Token]) -> tuple[list[list[int]], list[list[Token]]]:
    """Numbers with no token between them form a run; gaps[i] lies before run i, the last one at the end."""
    runs: list[list[int]] = []
    gaps: list[list[Token]] = []
    rest = list(tokens)
    for index, start in enumerate(starts):
        before = [token for token in rest if token.start < start]
        rest = rest[len(before) :]
        if before or not runs:
            gaps.append(before)
            runs.append([])
        runs[-1].append(index)
    return runs, [*gaps, rest]
