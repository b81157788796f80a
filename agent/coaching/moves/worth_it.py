"""worth_it: whether a change pays back the study it takes, when, and what it risks."""

from agent import wording
from agent.coaching import names
from agent.coaching.findings import Found, answering, same_role
from agent.coaching.lines import Cited, Line, Said, asking, line
from agent.coaching.moves.market import signs
from agent.coaching.not_known import not_known
from agent.coaching.requests import market_request, pay_request, roadmap_request
from agent.coaching.thresholds import PAID_OFF_MONTHS, WORTHWHILE_RAISE
from agent.coaching.view import View
from agent.coaching.wages import Pay, apart, pay_of, period, wage_table, yearly
from agent.models import Subject, ToolRequest, Wish
from tools.evidence import Number
from tools.roadmap.models import RoadmapDocument
from tools.salary.estimate import HOURS_A_YEAR

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
    pay = pay_of(subject, pay_request(subject), view)
    if pay is None:
        return not_known(subject, pay_request(subject), view)
    now = _now(subject, view)
    before = pay_of(now, pay_request(now), view) if now else None
    told = view.profile.present_pay
    present = float(told) if told is not None else yearly(before.main) if before else None
    way = answering(view.findings.roadmaps, roadmap_request(subject.role, view))
    table, cited = wage_table([pay, *([before] if before else [])])
    if present is None:
        return Said((_then(pay), *_hours(way)), table, cited, asking("pay", "worth_it.now", 90))
    lines = [
        _verdict(pay, present, way),
        _raise(pay, before, told),
        *_hours(way),
        *_paid_off(pay, present, way),
    ]
    return Said((*lines, *_risk(subject, view)), table, cited)


def _target(wish: Wish, view: View) -> Subject | None:
    return next(iter(view.subjects(wish)), None)


def _now(subject: Subject, view: View) -> Subject | None:
    present = view.present
    if present is None or view.profile.present_pay is not None or same_role(present.role, subject.role):
        return None
    return present


def _months(pay: Pay, present: float, way: Roadmap | None) -> float | None:
    """Months of the higher pay until the hours of study, at what an hour earns now, are earned back."""
    gain = yearly(pay.main) - present
    if gain <= 0 or way is None or not way.document.milestones:
        return None
    return float(way.document.total_hours) * present / HOURS_A_YEAR / (gain / 12)


def _verdict(pay: Pay, present: float, way: Roadmap | None) -> Line:
    share = yearly(pay.main) / present - 1
    if share <= 0:
        return line("worth_it.not_for_money")
    months = _months(pay, present, way)
    if share < WORTHWHILE_RAISE or (months is not None and months > PAID_OFF_MONTHS):
        return line("worth_it.hardly")
    return line("worth_it.for_money")


def _raise(pay: Pay, before: Pay | None, told: Number | None) -> Line:
    main = pay.main
    values = {
        "role": pay.named,
        "place": main.place,
        "median": main.money("p50", rate=True),
        "period": period(pay),
    }
    if told is not None or before is None:
        present = float(told or 0)
        values |= {
            "now": wording.money(present),
            "amount": Cited(apart(yearly(main), present), main.evidence),
        }
        return line("worth_it.more_pay" if yearly(main) >= present else "worth_it.less_pay", **values)
    ids = (main.evidence, before.main.evidence)
    gap = yearly(main) - yearly(before.main)
    values |= {
        "present": before.named,
        "now": before.main.money("p50"),
        "amount": Cited(apart(yearly(main), yearly(before.main)), *ids),
    }
    return line("worth_it.more_median" if gap >= 0 else "worth_it.less_median", **values)


def _then(pay: Pay) -> Line:
    main = pay.main
    median = main.money("p50", rate=True)
    return line("worth_it.then", role=pay.counted, place=main.place, median=median, period=period(pay))


def _hours(way: Roadmap | None) -> list[Line]:
    """What the way costs in hours; that it cannot be counted, where no roadmap is held."""
    if way is None:
        return []
    if not way.document.milestones:
        return [line("worth_it.no_hours")]
    hours = Cited(wording.hours(round(float(way.document.total_hours))), *way.ids[:1])
    weeks = Cited(wording.weeks(way.document.weeks), *way.ids[:1])
    return [line("worth_it.hours", role=names.own_words(way.document.role), hours=hours, weeks=weeks)]


def _paid_off(pay: Pay, present: float, way: Roadmap | None) -> list[Line]:
    months = _months(pay, present, way)
    if months is None:
        return []
    when = "first" if months <= 12 else "second" if months <= PAID_OFF_MONTHS else "later"
    return [line(f"worth_it.paid_off_{when}")]


def _risk(subject: Subject, view: View) -> list[Line]:
    """The newest sign of the market against it, and the one for it."""
    found = answering(view.findings.markets, market_request(subject))
    return signs(found) if found else []


def _skill(skill: str, view: View) -> list[Line]:
    """What a skill costs in hours; what it adds to pay is not measured."""
    way = answering(view.findings.roadmaps, roadmap_request(skill, view))
    if way is None or not way.document.milestones:
        return [line("worth_it.skill_unknown", skill=skill)]
    hours = Cited(wording.hours(round(float(way.document.total_hours))), *way.ids[:1])
    said = [line("worth_it.skill", skill=skill, hours=hours)]
    return (
        [*said, line("worth_it.skill_target", target=view.profile.target_role or "")]
        if view.profile.target_role
        else said
    )
