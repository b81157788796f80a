"""Which of the names in a text are of which of its figures: dealt out in turn, as a reader does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import cycle, groupby, product

from agent.grounding.grounds import CONTRADICTS, NAMES
from agent.grounding.tokens import Token

_TWO = 2


def consistent(
    starts: Sequence[int],
    tokens: Sequence[Token],
    rate: Callable[[int, Token], int],
    is_aside: Callable[[Token], bool] = lambda _token: False,
) -> bool:
    """Whether the tokens of one kind can be dealt out to the figures that begin at `starts`.

    Between two figures lie the tokens that describe the left one, the right one, or both in turn: "$79,850 at the 10th
    percentile and $135,980 at the median" is consistent, with the amounts swapped it is not. A figure without a token shares
    one said before it. A token that `is_aside` may be of something else, where the nearest names the figure.
    """
    before = [sum(token.start < start for token in tokens) for start in starts]
    # Numbers with no token between them form a run.
    runs = [(first, [*run]) for first, run in groupby(range(len(starts)), key=before.__getitem__)]
    return _Dealing(starts, tokens, rate, is_aside, runs).deal(0, 0)


@dataclass(frozen=True)
class _Dealing:
    """`runs` are figures by their number, each with how many tokens stand before it."""

    starts: Sequence[int]
    tokens: Sequence[Token]
    rate: Callable[[int, Token], int]
    is_aside: Callable[[Token], bool]
    runs: Sequence[tuple[int, list[int]]]

    def deal(self, at: int, begin: int) -> bool:
        """Deal the tokens from `begin` on to run `at` and those behind it; the gap behind a run may be cut anywhere."""
        if at == len(self.runs):
            return True
        before, run = self.runs[at]
        # A figure in front of all tokens is not without one, where any of them names it.
        first = max(before, any(self.rate(run[0], token) == NAMES for token in self.tokens))
        last = at + 1 == len(self.runs)
        ends = [len(self.tokens)] if last else range(first, self.runs[at + 1][0] + 1)
        return any(
            any(self._holds(run, own) for own in self._shared(begin, end)) and self.deal(at + 1, end)
            for end in ends
        )

    def _shared(self, begin: int, end: int) -> list[Sequence[Token]]:
        """Its own tokens; without any the last one said before, one that is taken up again ("there"), or all in their order."""
        if end > begin or not begin:
            return [self.tokens[begin:end]]
        again = [[token] for token in self.tokens[: begin - 1] if self.is_aside(token)]
        return [self.tokens[begin - 1 : begin], *again, self.tokens[:begin]]

    def _holds(self, run: Sequence[int], mine: Sequence[Token]) -> bool:
        # In turn, as often as it takes: "writers and designers earn $88,360 and $119,950", the columns of a table.
        in_turn = len(mine) > 1 and len(run) % len(mine) == 0
        paired = zip(run, cycle(mine)) if in_turn else product(run, mine)
        wrong = [token for at, token in paired if self.rate(at, token) == CONTRADICTS]
        if not wrong:
            return True
        nearest = next((token for token in reversed(mine) if token.start < self.starts[run[0]]), mine[0])
        aside = all(map(self.is_aside, wrong)) and all(self.rate(at, nearest) == NAMES for at in run)
        return aside or self._parted(run, mine)

    def _parted(self, run: Sequence[int], mine: Sequence[Token]) -> bool:
        """Whether the first figures of a run are of the token before it, and the last ones of the token behind it."""
        one, other = mine[0], mine[-1]
        between = one.start < self.starts[run[0]] <= self.starts[run[-1]] < other.start
        if len(mine) != _TWO or not between:
            return False
        told = [(self.rate(at, one), self.rate(at, other)) for at in run]
        return any(
            all(left != CONTRADICTS for left, _ in told[:cut])
            and all(right != CONTRADICTS for _, right in told[cut:])
            for cut in range(1, len(run))
        )
