"""How long it may take: a Monte Carlo over each skill's range, instead of a sum of best or worst cases."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tools.roadmap.tables import skills

DRAWS = 1000
SEED = 20261122
SHARED = 0.5


@dataclass(frozen=True, slots=True)
class Forecast:
    """Study hours that one learner in ten stays below, half, and nine in ten."""

    low: float
    median: float
    high: float


class Spread(NamedTuple):
    """How many hours one part of the way takes, and the `share` of them that is left."""

    low: float
    typical: float
    high: float
    share: float = 1.0
    measured: bool = False


def simulate(shares: Mapping[str, float], draws: int = DRAWS, beside: Sequence[Spread] = ()) -> Forecast:
    """Total hours for skill ids with the share of each that is left (1 all, 0.5 half), and of all `beside`."""
    rows = ((skills()[skill], share) for skill, share in shares.items())
    return draw(
        [
            *(Spread(row.low, row.typical, row.high, share, row.basis == "measured") for row, share in rows),
            *beside,
        ],
        draws,
    )


def draw(spreads: Sequence[Spread], draws: int = DRAWS) -> Forecast:
    """Total hours of all parts of a way.

    Low and high are read as quartiles where learners were measured, else as the 10th and 90th percentile, with
    straight lines between. Half of the draws of a learner share one pace, because people who are
    quick in one skill tend to be so in others. The seed is fixed: the same roadmap has the same forecast.
    """
    import numpy as np

    random = np.random.default_rng(SEED)
    pace = random.random((draws, 1))
    chance = np.where(
        random.random((draws, len(spreads))) < SHARED, pace, random.random((draws, len(spreads)))
    )
    total = np.zeros(draws)
    for column, spread in enumerate(spreads):
        places, hours = _quantiles(spread)
        total += spread.share * np.interp(chance[:, column], places, hours)
    low, median, high = np.percentile(total, [10, 50, 90])
    return Forecast(float(low), float(median), float(high))


def _quantiles(spread: Spread) -> tuple[list[float], list[float]]:
    """Places (0 to 1) and hours of its distribution; the tails go on in a straight line, never below 0."""
    edge = 0.25 if spread.measured else 0.1
    reach = edge / (0.5 - edge)
    least = max(0.0, spread.low - reach * (spread.typical - spread.low))
    most = spread.high + reach * (spread.high - spread.typical)
    return [0.0, edge, 0.5, 1 - edge, 1.0], [least, spread.low, spread.typical, spread.high, most]
