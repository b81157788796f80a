"""Medians of two or more jobs or places side by side: how far apart, what rent leaves of it."""

from collections.abc import Sequence

from agent.coaching.amounts import by_the_year, year_of
from agent.coaching.lines import Cited, Line, Said, asking, line, line_about
from agent.coaching.offers import named_benefits
from agent.coaching.view import View
from agent.coaching.wages import Pay, apart
from agent.coaching.yardstick import is_same
from agent.models import Amount, Wish

_MONTHS = 12
_TWO = 2


def difference(low: Pay, high: Pay, key: str = "") -> Line:
    """Which median is higher and by how much; `key` is another wording of it."""
    same = is_same(low.main.yearly, high.main.yearly)
    one_place = low.main.row.area_code == high.main.row.area_code
    where = "here" if one_place else "places" if low.subject.role == high.subject.role else "apart"
    both = high.words() | high.words("high") | low.words("low")
    key = key or f"compare.{'same' if same else 'more'}_{where}"
    return line_about(key, about=both, amount=high.apart(low))


def rent(low: Pay, high: Pay, key: str = "compare.rent") -> list[Line]:
    """What the difference of two places comes to in a month: from there on dearer rent eats it; `key` is another wording."""
    gap = abs(high.main.yearly - low.main.yearly) / _MONTHS
    if is_same(high.main.yearly, low.main.yearly):
        return [line("compare.living_costs")]
    month = Cited(apart(gap, 0), high.main.evidence, low.main.evidence)
    return [line_about(key, about=high.words(), month=month)]


def again(pays: Sequence[Pay]) -> list[Line]:
    """The difference in short, for who asks for it again; of two places what rent leaves of it."""
    ranked = sorted(pays, key=lambda pay: pay.main.yearly)
    if len(ranked) < 2 or ranked[0].main.row == ranked[-1].main.row:
        return []
    low, high = ranked[0], ranked[-1]
    if len({pay.subject.place for pay in pays}) > 1:
        return rent(low, high, "compare.rent_again")
    same = is_same(low.main.yearly, high.main.yearly)
    key = "compare.again_same" if same else "compare.again_more"
    return [line_about(key, about=high.words("high"), amount=high.apart(low))]


def without_sides(wish: Wish, view: View) -> Said:
    """No two jobs or places: two sums of one message by themselves, else how two weeks are set side by side.

    Where nothing stands yet, what is to be compared is asked.
    """
    told = sorted((each for each in wish.amounts if each.text in view.message and year_of(each)), key=_year)
    rule = line("compare.future" if wish.kind == "jobs" else "compare.week")
    lines = [rule] if view.dialogue.offers or view.present else []
    if len(told) == _TWO:
        sums = {"high": by_the_year(told[1]), "low": by_the_year(told[0])}
        lines.insert(0, line("compare.sums", **sums, gap=apart(_year(told[1]), _year(told[0]))))
        lines[1:1] = named_benefits(view.dialogue.offers[-_TWO:])
    question = None if lines else asking("which", "compare.with_what", 90)
    return Said(tuple(lines), question=question, again=(line("compare.week_again"),) if lines else ())


def _year(amount: Amount) -> float:
    return float(year_of(amount) or 0)
