"""How long it may take: a Monte Carlo over each skill's range, instead of a sum of best or worst cases."""

from collections.abc import Mapping
from dataclasses import dataclass

from tools.roadmap.tables import Skill, skills

DRAWS = 1000
SEED = 20261122
SHARED = 0.5


@dataclass(frozen=True, slots=True)
class Forecast:
    """Study hours that one learner in ten stays below, half, and nine in ten."""

    low: float
    median: float
    high: float


def simulate(shares: Mapping[str, float], draws: int = DRAWS) -> Forecast:
    """Total hours for skill ids with the share of each that is left (1 all, 0.5 half).

    Low and high are read as quartiles where learners were measured, else as the 10th and 90th percentile, with
    straight lines between. Half of the draws of a learner share one pace, because people who are
    quick in one skill tend to be so in others. The seed is fixed: the same roadmap has the same forecast.
    """
    import numpy as np

    random = np.random.default_rng(SEED)
    pace = random.random((draws, 1))
    chance = np.where(random.random((draws, len(shares))) < SHARED, pace, random.random((draws, len(shares))))
    total = np.zeros(draws)
    for column, (skill, share) in enumerate(shares.items()):
        places, hours = _quantiles(skills()[skill])
        total += share * np.interp(chance[:, column], places, hours)
    low, median, high = np.percentile(total, [10, 50, 90])
    return Forecast(float(low), float(median), float(high))


def _quantiles(skill: Skill) -> tuple[list[float], list[float]]:
    """Places (0 to 1) and hours of the skill's distribution; the tails go on in a straight line, never below 0."""
    edge = 0.25 if skill.basis == "measured" else 0.1
    reach = edge / (0.5 - edge)
    least = max(0.0, skill.low - reach * (skill.typical - skill.low))
    most = skill.high + reach * (skill.high - skill.typical)
    return [0.0, edge, 0.5, 1 - edge, 1.0], [least, skill.low, skill.typical, skill.high, most]
