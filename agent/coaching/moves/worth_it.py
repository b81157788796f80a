"""worth_it: whether a change pays back the study it takes, when, and what it risks."""

from agent import wording
from agent.coaching import names
from agent.coaching.findings import Found, answering, same_role
from agent.coaching.lines import Cited, Line, Said, asking, line, line_about
from agent.coaching.moves.market import signs
from agent.coaching.not_known import not_known
from agent.coaching.requests import market_request, pay_request, roadmap_request
from agent.coaching.thresholds import PAID_OFF_MONTHS, WEEKS_FAR, WORTHWHILE_RAISE
from agent.coaching.view import View
from agent.coaching.wages import Pay, pay_of, wage_table
from agent.models import Subject, ToolRequest, Wish
from tools.oews.cells import HOURS_A_YEAR
from tools.roadmap.models import RoadmapDocument

Roadmap = Found[RoadmapDocument]


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """Pay then and now, the way there, and the market it leads into; for a skill alone the way to it."""
    if wish.skills and not wish.subjects:
        return [roadmap_request(skill, view) for skill in wish.skills[:2]]
    subject = _target(wish, view)
    if subject is None or subject.role is None:
        return []
    now = _now(subject, view)
    return [
        pay_request(subject),
        *([pay_request(now)] if now else []),
        roadmap_request(subject.role, view),
        market_request(subject),
    ]


def say(wish: Wish, view: View) -> Said:
    """Yes, hardly or no, the raise against the hours, when it has paid off, what it risks."""
    if wish.skills and not wish.subjects:
        return Said(tuple(said for skill in wish.skills[:2] for said in _skill(skill, view)))
    subject = _target(wish, view)
    if subject is None or subject.role is None:
        return Said(question=asking("target", "worth_it.what", 90))
    pay = pay_of(subject, view)
    if pay is None:
        return not_known(subject, view)
    now = _now(subject, view)
    before = pay_of(now, view) if now else None
    told = view.profile.present_pay
    way = answering(view.findings.roadmaps, roadmap_request(subject.role, view))
    table = wage_table([pay, *([before] if before else [])])
    if told is not None:
        present = float(told)
    elif before is not None:
        present = before.main.yearly
    else:
        return Said(
            (line_about("worth_it.then", about=pay.words()), *_hours(way)),
            *table,
            asking("pay", "worth_it.now", 90),
        )
    lines = [
        _verdict(pay, present, way),
        _raise(pay, before or present),
        *_hours(way),
        *_paid_off(pay, present, way),
    ]
    found = answering(view.findings.markets, market_request(subject))
    return Said((*lines, *(signs(found) if found else [])), *table)


def _target(wish: Wish, view: View) -> Subject | None:
    return next(iter(view.subjects(wish)), None)


def _now(subject: Subject, view: View) -> Subject | None:
    present = view.present
    if present is None or view.profile.present_pay is not None or same_role(present.role, subject.role):
        return None
    return present


def _months(pay: Pay, present: float, way: Roadmap | None) -> float | None:
    """Months of the higher pay until the hours of study, at what an hour earns now, are earned back."""
    gain = pay.main.yearly - present
    if gain <= 0 or way is None or not way.document.milestones:
        return None
    return float(way.document.total_hours) * present / HOURS_A_YEAR / (gain / 12)


def _verdict(pay: Pay, present: float, way: Roadmap | None) -> Line:
    share = pay.main.yearly / present - 1
    if share > 0 and way and _is_too_long(way):
        return line("worth_it.too_long", weeks=Cited(wording.weeks(way.document.weeks), *way.ids[:1]))
    if share <= 0:
        return line("worth_it.not_for_money")
    months = _months(pay, present, way)
    if share < WORTHWHILE_RAISE or (months is not None and months > PAID_OFF_MONTHS):
        return line("worth_it.hardly")
    return line("worth_it.for_money")


def _is_too_long(way: Roadmap | None) -> bool:
    """Whether it takes years at hours they told."""
    return way is not None and "hours_per_week" in way.result.args and way.document.weeks > WEEKS_FAR


def _raise(pay: Pay, before: Pay | float) -> Line:
    """The median then against the pay now, which they told or which is the median of their work."""
    present = before.main.yearly if isinstance(before, Pay) else before
    key = "more" if pay.main.yearly >= present else "less"
    if isinstance(before, Pay):
        both = pay.words() | before.words("now")
        return line_about(f"worth_it.{key}_median", about=both, amount=pay.apart(before))
    amount = pay.apart(before)
    return line_about(f"worth_it.{key}_pay", about=pay.words(), now=wording.money(before), amount=amount)


def _hours(way: Roadmap | None) -> list[Line]:
    """What the way costs in hours, and in weeks at hours they told; that it cannot be counted, where none is held."""
    if way is None:
        return []
    if not way.document.milestones:
        return [line("worth_it.no_hours")]
    # Without their hours the weeks are those of a usual pace, which says nothing of them.
    key = "worth_it.hours" if "hours_per_week" in way.result.args else "worth_it.hours_only"
    about = {"weeks": Cited(wording.weeks(way.document.weeks), *way.ids[:1])}
    return [line_about(key, about=about, role=names.own_words(way.document.role), hours=study(way))]


def study(way: Roadmap) -> Cited:
    """The hours of a way in words."""
    return Cited(wording.hours(round(float(way.document.total_hours))), *way.ids[:1])


def _paid_off(pay: Pay, present: float, way: Roadmap | None) -> list[Line]:
    months = _months(pay, present, way)
    if months is None or _is_too_long(way):
        return []
    when = "first" if months <= 12 else "second" if months <= PAID_OFF_MONTHS else "later"
    return [line(f"worth_it.paid_off_{when}")]


def _skill(skill: str, view: View) -> list[Line]:
    """What a skill costs in hours; what it adds to pay is not measured."""
    way = answering(view.findings.roadmaps, roadmap_request(skill, view))
    if way is None or not way.document.milestones:
        return [line("worth_it.skill_unknown", skill=skill)]
    said = [line("worth_it.skill", skill=skill, hours=study(way))]
    target = view.profile.target_role
    return [*said, line("worth_it.skill_target", target=target)] if target else said
