"""Several ways set against one another by what matters to the person: how soon, how cheap, how sought, how paid, what the day is like."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from agent.coaching import conditions, names
from agent.coaching.entry import Entry
from agent.coaching.findings import same_role
from agent.coaching.lines import Line, line, line_about
from agent.coaching.roads import Road
from agent.coaching.thresholds import CLEARLY_SHORTER
from agent.coaching.wages import Pay
from agent.coaching.yardstick import is_same
from agent.models import Subject
from tools.evidence import Number
from tools.options.conditions import Condition
from tools.roadmap.ways_in import papers_of

_LEAST = 2  # of which one can be first
# Years of school that study beside a job is like, and what is not known at all.
_BESIDE_A_JOB, _NOT_KNOWN = (2, 3), (20, 5)


@dataclass(frozen=True)
class Way:
    """One of the choices with what was found of it; where no roadmap covers it `road` is None and `entry` may be known.

    `told` is what they earn in it, USD a year.
    """

    subject: Subject
    pay: Pay | None
    road: Road | None
    entry: Entry | None = None
    told: Number | None = None

    @property
    def role(self) -> str:
        return names.own_words(self.subject.role or "")

    @property
    def hours(self) -> float | None:
        return float(self.road.document.total_hours) if self.road else None

    @property
    def year(self) -> float:
        return float(self.told) if self.told else self.pay.main.yearly if self.pay else 0.0

    @property
    def jobs(self) -> float | None:
        return None if self.pay is None else self.pay.main.row.employment

    def words(self, side: str) -> dict[str, str]:
        """Role, hours and weeks for a sentence."""
        if self.road is None:
            return {side: self.role}
        return {side: self.role, f"{side}_hours": self.road.hours, f"{side}_weeks": self.road.weeks}


def decided(
    ways: Sequence[Way], by: str | None, told: Sequence[Condition] = ()
) -> tuple[Way, list[Line]] | None:
    """The first by what was asked for, and why; None where nothing was named or it is not known of all.

    `told` is how the work is to be, which says what of the day matters.
    """
    if len(ways) < _LEAST:
        return None
    if by == "day":
        return _day(ways, told)
    decide = {"soon": _soon, "cheap": _cheap, "jobs": _sought, "pay": _paid}.get(by or "")
    return decide(ways) if decide else None


def fitting(
    ways: Sequence[Way], told: Sequence[Condition], own: str | None, first_of: Callable[[list[Way]], Way]
) -> tuple[Way, list[Line]] | None:
    """The first by how the work is to be, and why; None where that tells none from the others.

    Of those as near to it the one that `first_of` puts first; their `own` job, which is not as it is to be, is no answer.
    """
    held = conditions.all_of([way.subject.role or "" for way in ways]) if told else None
    if held is None:
        return None
    far = [conditions.lacking(each, told) for each in held]
    near = [way for way, lacks in zip(ways, far, strict=True) if lacks == min(far)]
    left = [way for way in near if not same_role(way.subject.role, own)] or near
    if len(near) < len(ways):
        key = "fits" if left is not near or not same_role(near[0].subject.role, own) else "fits_own"
        first = first_of(left)
        return first, [_beside(key, first, ways[far.index(max(far))], told)]
    if min(far) == 0 or (left == near and min(far) == 1):
        return None
    first = first_of(left)
    return first, [_beside("leave" if min(far) == 1 else "neither", first, first, told)]


def alike(ways: Sequence[Way], told: Sequence[Condition], key: str = "alike_there") -> list[Line]:
    """That all are alike in what was told, where they are."""
    held = conditions.all_of([way.subject.role or "" for way in ways]) if told else None
    if held is None or len({conditions.part(each, told[0]) for each in held}) > 1:
        return []
    return [line(f"which_first.{key}", part=conditions.part(held[0], told[0]))]


def _beside(key: str, first: Way, other: Way, told: Sequence[Condition]) -> Line:
    """Two ways beside each other in what was told, by what tells them apart most."""
    one, two = (conditions.all_of([way.subject.role or ""]) or [] for way in (first, other))
    by = conditions.telling(one[0], two[0], told)
    about = {
        "first": first.role,
        "work": names.at_work(first.role),
        "people": names.people(first.subject.role or ""),
        "part": conditions.part(one[0], by),
        "others": names.people(other.subject.role or ""),
        "other_part": conditions.part(two[0], by),
    }
    return line_about(f"which_first.{key}", about=about)


def _soon(ways: Sequence[Way]) -> tuple[Way, list[Line]] | None:
    """The shorter way in: by hours of study where both are counted, else by how they are usually entered."""
    if all(way.hours is not None for way in ways):
        first, other = sorted(ways, key=lambda way: way.hours or 0.0)[:2]
        key = (
            "sooner" if (first.hours or 0.0) <= CLEARLY_SHORTER * (other.hours or 0.0) else "as_soon_counted"
        )
        return first, [line_about(f"which_first.{key}", about=first.words("first") | other.words("other"))]
    first, other = sorted(ways, key=_school)[:2]
    if None in (first.entry or first.road, other.entry or other.road):
        return None
    if _school(first) < _school(other):
        return first, [
            line("which_first.sooner_in", first=first.role, other=other.role),
            *way_in(first, other),
        ]
    return first, [line("which_first.as_soon"), *way_in(first, other), *_on_paper(first, other)]


def _cheap(ways: Sequence[Way]) -> tuple[Way, list[Line]] | None:
    """Fees are not held: what is shorter costs less in fees and in pay that is missed."""
    if (found := _soon(ways)) is None:
        return None
    first, why = found
    same = why[0].key in ("which_first.as_soon", "which_first.as_soon_counted")
    return first, [
        line("which_first.fees") if same else line("which_first.cheaper", first=first.role),
        *why[1:],
    ]


def _sought(ways: Sequence[Way]) -> tuple[Way, list[Line]] | None:
    """Where more people hold such a job; openings are not counted by place."""
    if not _are_counted_apart(ways) or any(way.jobs is None for way in ways):
        return None
    first, other = sorted(ways, key=lambda way: -(way.jobs or 0.0))[:2]
    if first.pay is None or other.pay is None:
        return None
    jobs = {"first_jobs": first.pay.main.jobs, "other_jobs": other.pay.main.jobs, "others": other.pay.role}
    return first, [line_about("which_first.more_jobs", about=first.pay.words(), **jobs)]


def _paid(ways: Sequence[Way]) -> tuple[Way, list[Line]] | None:
    """The better paid; where both are about the same it does not decide."""
    first, other = sorted(ways, key=lambda way: -(way.pay.main.yearly if way.pay else 0.0))[:2]
    if not _are_counted_apart(ways) or first.pay is None or other.pay is None:
        return None
    if is_same(first.pay.main.yearly, other.pay.main.yearly):
        return first, [line("which_first.as_well_paid", first=first.role, other=other.role)]
    return first, [
        line("which_first.better_paid", first=first.role, other=other.role, amount=first.pay.apart(other.pay))
    ]


def _are_counted_apart(ways: Sequence[Way]) -> bool:
    """Whether each has a row of its own in the statistics, all of one area."""
    rows = [way.pay.main.row for way in ways if way.pay]
    areas, jobs = {row.area_code for row in rows}, {row.occupation for row in rows}
    return len(rows) == len(jobs) == len(ways) and len(areas) == 1


def _day(ways: Sequence[Way], told: Sequence[Condition]) -> tuple[Way, list[Line]] | None:
    """Which is easier in what was told; without that what most jobs of each are like, and which is better is theirs to say."""
    held = conditions.all_of([way.subject.role or "" for way in ways])
    if held is None:
        return None
    ranked = sorted(ways, key=lambda way: conditions.lacking(held[ways.index(way)], told))
    first, other = ranked[0], ranked[-1]
    if told:
        far = {conditions.lacking(each, told) for each in held}
        said = [_beside("easier", first, other, told)] if len(far) > 1 else alike(ways, told, "same_there")
        return first, [*said, conditions.check(told)]
    each = [
        line("which_first.day", role=names.people(way.subject.role or ""), day=conditions.whole(day))
        for way, day in zip(ways, held, strict=True)
    ]
    if held.count(held[0]) == len(held):
        each = [line("which_first.day_alike", day=conditions.whole(held[0]))]
    return first, [*each, line("which_first.your_day")]


def _school(way: Way) -> tuple[int, int]:
    """What has to come before it; study beside a job is less than a degree and more than training at work."""
    return way.entry.preparation if way.entry else _BESIDE_A_JOB if way.road else _NOT_KNOWN


def way_in(*ways: Way) -> list[Line]:
    """How those are entered that are not counted in hours, the first two of them; once where it is alike."""
    known = [way.entry for way in ways if way.entry][:2]
    if len({entry.words for entry in known}) == 1 and len(known) == len(ways):
        return [line("which_first.entry_both", *(entry.id for entry in known), entry=known[0].words)]
    return [line("which_first.entry", entry.id, people=entry.people, entry=entry.words) for entry in known]


def _on_paper(*ways: Way) -> list[Line]:
    """What each takes on paper, where that is known of it."""
    papers = ((way, papers_of(way.subject.role or "")) for way in ways)
    return [line("which_first.papers", role=way.role, papers=held) for way, held in papers if held]
