"""What somebody earns now as the yardstick of other pay: what they told, else the median of the work they do."""

from collections.abc import Sequence
from typing import NamedTuple

from agent import wording
from agent.coaching.lines import Cited, Line, line, line_about
from agent.coaching.thresholds import SAME_PAY
from agent.coaching.wages import Pay, apart
from tools.evidence import Number


class Now(NamedTuple):
    """The pay of today in USD a year, and in words that go on after "against"; `told` by them, else a median of `place`."""

    yearly: float
    words: str
    told: bool
    place: str | None = None

    @classmethod
    def of(cls, told: Number | None, work: Pay | None) -> "Now | None":
        """What they told; else the median of their work."""
        if told is not None:
            return cls(float(told), f"your {wording.money(told)}", told=True)
        if work is None:
            return None
        median = Cited(
            f"the {work.main.money('p50')} of {work.named} in {work.main.place}", work.main.evidence
        )
        return cls(work.main.yearly, median, told=False, place=work.main.place)


def raise_line(pay: Pay, before: Pay | float) -> Line:
    """The median then against the pay now, which they told or which is the median of their work."""
    if isinstance(before, Pay) and before.main.row == pay.main.row:
        return line_about("yardstick.same", about=pay.words())
    present = before.main.yearly if isinstance(before, Pay) else before
    key = "more" if pay.main.yearly >= present else "less"
    if isinstance(before, Pay):
        both = pay.words() | before.words("now")
        return line_about(f"yardstick.{key}_median", about=both, amount=pay.apart(before))
    now, amount = wording.money(before), pay.apart(before)
    return line_about(f"yardstick.{key}_pay", about=pay.words(), now=now, amount=amount)


def ranking(pays: Sequence[Pay], now: Now) -> Line:
    """Which of several jobs pay more than now, or are the least of a cut, each with its distance; the best paid first."""
    ranked = sorted(pays, key=lambda pay: -pay.main.yearly)
    above = [pay for pay in ranked if pay.main.yearly >= now.yearly]
    key = "some_cut" if above else "all_cut"
    if len(above) == len(ranked):
        key = "no_cut"
    figures = Cited(
        wording.listing([_distance(pay, now, ranked) for pay in ranked]),
        *(pay.main.evidence for pay in ranked),
        *(now.words.evidence if isinstance(now.words, Cited) else ()),
    )
    about = {"first": ranked[0].named}
    return line_about(
        f"yardstick.{key}", about=about, each=figures, now=str(now.words), period=ranked[0].period
    )


def beside(pays: Sequence[Pay], now: Now) -> Line:
    """How far each of several jobs is from what they earn, beside how far the jobs are from each other."""
    ranked = sorted(pays, key=lambda pay: -pay.main.yearly)
    told = [_distance(pay, now, ranked, median=False) for pay in ranked]
    figures = Cited(wording.listing(told), *(pay.main.evidence for pay in ranked))
    return line("yardstick.beside", now=str(now.words), each=figures)


def _distance(pay: Pay, now: Now, all_of: Sequence[Pay], *, median: bool = True) -> str:
    """One job with its place where the others are of another, and how far it is above or below."""
    places = {each.main.place for each in all_of} | ({now.place} if now.place else set())
    place = f" in {pay.main.place}" if len(places) > 1 else ""
    figure = f" ({pay.main.money('p50')})" if median else ""
    side = "above" if pay.main.yearly >= now.yearly else "below"
    return f"{pay.named}{place} are about {apart(pay.main.yearly, now.yearly)} {side} it{figure}"


def is_same(one: float, other: float) -> bool:
    """Whether two yearly sums are no further apart than medians are known."""
    return abs(one - other) <= SAME_PAY * min(one, other)
