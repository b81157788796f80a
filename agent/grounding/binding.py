"""Which number a token belongs to.

Between two numbers lie the tokens that describe the left one, the right one, or both in turn. A sentence is
consistent if the tokens can be dealt out so that every number gets only tokens that fit it: "$79,850 at the
10th percentile and $135,980 at the median" is, with the amounts swapped it is not.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from agent.grounding.tokens import Token

Fits = Callable[[int, Token], int]
Span = tuple[int, int]
CONTRADICTS, ALLOWS, NAMES = range(3)


def consistent(
    numbers: Sequence[Span], tokens: Sequence[Token], fits: Fits, required: Callable[[int], bool]
) -> bool:
    """Whether the tokens of one kind can be dealt out to the numbers (their spans, in order).

    `fits(i, token)` is CONTRADICTS, ALLOWS or NAMES; a number that is `required` to be named needs a token
    that names it.
    """
    if not numbers:
        return True
    dealer = _Dealer(fits, required)
    if len({token.key for token in tokens}) <= 1:
        return dealer.run_fits(list(range(len(numbers))), list(tokens[:1]), None)
    runs, gaps = _runs(numbers, tokens)
    return dealer.deal(runs, gaps[1:], gaps[0], None)


def _runs(numbers: Sequence[Span], tokens: Sequence[Token]) -> tuple[list[list[int]], list[list[Token]]]:
    """Numbers with no token between them form a run; gaps[i] lies before run i, the last one at the end."""
    runs: list[list[int]] = []
    gaps: list[list[Token]] = []
    rest = list(tokens)
    for index, (start, _) in enumerate(numbers):
        before = [token for token in rest if token.start < start]
        rest = rest[len(before) :]
        if before or not runs:
            gaps.append(before)
            runs.append([index])
        else:
            runs[-1].append(index)
    return runs, [*gaps, rest]


@dataclass(frozen=True)
class _Dealer:
    fits: Fits
    required: Callable[[int], bool]

    def deal(
        self, runs: list[list[int]], gaps: list[list[Token]], before: list[Token], last: Token | None
    ) -> bool:
        """Deal the tokens; gaps[0] follows the first run, `before` are tokens in front of it that nobody took."""
        if not runs:
            return not before
        following = gaps[0]
        # The last gap belongs to the last run as a whole; another one may be cut anywhere.
        cuts = range(len(following) + 1) if len(runs) > 1 else [len(following)]
        for cut in cuts:
            mine = [*before, *following[:cut]]
            said = mine[-1] if mine else last
            if self.run_fits(runs[0], mine, last) and self.deal(runs[1:], gaps[1:], following[cut:], said):
                return True
        return False

    def run_fits(self, run: list[int], mine: list[Token], last: Token | None) -> bool:
        """A number without a token of its own shares the last one said before it."""
        shared = mine or ([last] if last else [])
        paired = len(mine) == len(run) > 1
        for place, index in enumerate(run):
            own = mine[place : place + 1] if paired else shared
            ratings = [self.fits(index, token) for token in own]
            if CONTRADICTS in ratings or (self.required(index) and NAMES not in ratings):
                return False
        return True
