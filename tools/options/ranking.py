"""Candidates weighed against the person's wishes: which fit, in which order, and why the others do not."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from tools.evidence import Number
from tools.oews.models import Area
from tools.oews.neighbours import neighbours, zone_of
from tools.oews.tables import occupations
from tools.options import thresholds
from tools.options.candidates import Candidate
from tools.options.conditions import Condition, meets_all
from tools.options.entry import Entry, entry, schooling_step
from tools.options.models import SchoolingStep
from tools.options.pay import Held, Present, wages_not_counted, wages_of, yearly_median


@dataclass(frozen=True)
class Wishes:
    """What an option must have. `least` is a median in USD a year, null for better pay than now where `better`.

    `conditions` are those that most jobs in it must meet, `leaving` is the major group (SOC, "25-") to keep out of.
    """

    area: Area
    no_degree: bool = False
    least: Number | None = None
    better: bool = True
    conditions: tuple[Condition, ...] = ()
    leaving: str = ""


class Weighed(NamedTuple):
    """A candidate with what decides about it. `present` is the present pay in the area of its wages.

    `trained` says that more training than for the present work comes before it, though no more schooling.
    """

    candidate: Candidate
    held: Held
    entry: Entry | None
    schooling: SchoolingStep | None
    pay: Number | None
    present: Number | None
    trained: bool

    @property
    def gain(self) -> float | None:
        """Better pay as a share of the present one, 0.1 for a tenth more; null where either is not known."""
        return None if self.pay is None or not self.present else self.pay / self.present - 1


@dataclass
class Sorted:
    """Candidates that fit, best first, and the others by what they lack."""

    fitting: list[Weighed] = field(default_factory=list)
    paying_less: list[Weighed] = field(default_factory=list)
    asking_degree: list[Weighed] = field(default_factory=list)
    without_pay: list[Weighed] = field(default_factory=list)
    specialties: list[Weighed] = field(default_factory=list)
    long_schooling: list[Weighed] = field(default_factory=list)
    otherwise: list[Weighed] = field(default_factory=list)
    of_the_field: list[Weighed] = field(default_factory=list)

    def choose(self) -> list[Weighed]:
        """The best few, those that ask for more schooling behind the others; distant ones only to fill up."""
        near = [each for each in self.fitting if _score(each) <= thresholds.FAR]
        fewest = self.fitting[: max(len(near), thresholds.FEWEST_NEAR)]
        return sorted(fewest[: thresholds.MOST_OPTIONS], key=by_schooling)


def by_schooling(weighed: Weighed) -> tuple[int, int]:
    """What comes first on the list: no more schooling than now, then one step before two."""
    return weighed.schooling.years_low if weighed.schooling else 0, weighed.candidate.steps


def weigh(candidates: Iterable[Candidate], work: Entry | None, present: Present, wishes: Wishes) -> Sorted:
    """Sort the candidates by whether they fit the wishes, those that fit by what comes first."""
    found = Sorted()
    for candidate in candidates:
        weighed = _weigh(candidate, work, present, wishes.area)
        _group(weighed, wishes, found).append(weighed)
    found.fitting.sort(key=_score)
    found.long_schooling.sort(key=_score)
    return found


def _weigh(candidate: Candidate, work: Entry | None, present: Present, area: Area) -> Weighed:
    near = candidate.near
    held = wages_not_counted(area) if near.is_specialty else wages_of(occupations()[near.code], area)
    asked = entry(near.code, zone_of(near.onet_code))
    pay = yearly_median(held.cell) if held.cell else None
    now = present.pay_in(held.wages.area_code)
    step = schooling_step(work, asked)
    trained = step is None and work is not None and asked is not None and asked.zone > work.zone
    return Weighed(candidate, held, asked, step, pay, now, trained)


def _group(weighed: Weighed, wishes: Wishes, found: Sorted) -> list[Weighed]:
    """The list that a candidate belongs to."""
    least = wishes.least
    if least is None and wishes.better and weighed.present is not None:
        least = weighed.present * (1 + thresholds.BETTER_PAID)
    of_field = bool(wishes.leaving) and _is_of_field(weighed.candidate, wishes.leaving)
    if of_field or not meets_all(weighed.candidate.near.code, wishes.conditions):
        return found.of_the_field if of_field else found.otherwise
    if wishes.no_degree and not (weighed.entry and weighed.entry.without_degree):
        return found.asking_degree
    if least is not None and (weighed.pay is None or weighed.candidate.near.is_specialty):
        return found.specialties if weighed.candidate.near.is_specialty else found.without_pay
    if least is not None and weighed.pay is not None and weighed.pay < least:
        return found.paying_less
    if weighed.schooling and weighed.schooling.years_low > thresholds.MOST_SCHOOLING:
        return found.long_schooling
    return found.fitting


def _is_of_field(candidate: Candidate, major: str) -> bool:
    """Whether it is work of a field (SOC major group, "25-"), or of who runs it, by what O*NET lists next to it.

    What is known from the work counts elsewhere by our own table, whatever group that is in.
    """
    code = candidate.near.code
    if candidate.known is not None:
        return False
    nearest = neighbours(code)[: thresholds.FIRST_STEP_PLACES]
    return (
        code.startswith(major) or sum(each.code.startswith(major) for each in nearest) * 2 > len(nearest) > 0
    )


def _score(weighed: Weighed) -> float:
    """Places away: jobs, wages of another area and years of schooling add to nearness, better pay takes away."""
    place = float(weighed.candidate.place)
    if weighed.schooling:
        place += thresholds.SCHOOLING_PLACES * weighed.schooling.years_low
    if weighed.trained:
        place += thresholds.TRAINING_PLACES
    if (weighed.held.wages.employment or 0) < thresholds.FEW_JOBS:
        place += thresholds.FEW_JOBS_PLACES
    if not weighed.held.local:
        place += thresholds.NOT_LOCAL_PLACES
    gain = max(0.0, weighed.gain or 0.0) * 100 / thresholds.GAIN_PER_PLACE
    return place - min(gain, thresholds.MOST_GAIN_PLACES)
