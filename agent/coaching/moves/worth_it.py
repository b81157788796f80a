"""worth_it: whether a change pays back the study it takes, when, and what it risks."""

from agent.coaching import costs
from agent.coaching.asked import asked_before
from agent.coaching.entry import entry_of, entry_request
from agent.coaching.findings import answering, same_role
from agent.coaching.lines import Line, Said, asking, line, line_about
from agent.coaching.moves import library
from agent.coaching.moves.market import signs
from agent.coaching.names import own_words
from agent.coaching.not_known import not_known
from agent.coaching.requests import market_request, pay_request, roadmap_request
from agent.coaching.roads import Road, has_road, road
from agent.coaching.thresholds import PAID_OFF_MONTHS, WEEKS_FAR, WORTHWHILE_RAISE
from agent.coaching.view import View
from agent.coaching.wages import Pay, pay_of, wage_table
from agent.coaching.yardstick import raise_line
from agent.models import Subject, ToolRequest, Wish
from agent.nlu.values.durations import parse_weeks
from tools.oews.cells import HOURS_A_YEAR


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """Pay then and now, the way there, and the market it leads into; for a skill the way to it, for neither the library."""
    if wish.skills and not wish.subjects:
        return [roadmap_request(skill, view) for skill in wish.skills[:2]]
    subject = _subject(wish, view)
    if subject is None or subject.role is None:
        return library.needs(wish, view)
    now = _now(subject, view)
    paid = [pay_request(each) for each in (subject, now) if each]
    way = (roadmap_request if has_road(subject.role) else entry_request)(subject.role, view)
    return [*paid, way, market_request(subject)]


def say(wish: Wish, view: View) -> Said:
    """Yes, hardly or no, the raise against the hours, when it has paid off, what it risks."""
    if wish.skills and not wish.subjects:
        return Said(tuple(said for skill in wish.skills[:2] for said in _skill(skill, view)))
    subject = _subject(wish, view)
    cost = costs.told(view) if asked_before(wish, view) else None
    if subject is None or subject.role is None:
        return _of_no_job(wish, cost, view)
    pay, way, now = pay_of(subject, view), road(subject.role, view), _now(subject, view)
    if pay is None:
        return not_known(subject, view)
    before = pay_of(now, view) if now else None
    table = wage_table([pay, *([before] if before else [])])
    told = view.profile.present_pay
    present = float(told) if told is not None else before.main.yearly if before else None
    if present is None:
        then = line_about("worth_it.then", about=pay.words())
        return Said((then, *_takes(subject.role, way, view)), *table, asking("pay", "worth_it.now", 90))
    if wish.kind == "loses":
        lost, apart_now = costs.lost_pay(pay, before, present, view), raise_line(pay, before or present)
        return Said((*lost, apart_now) if parse_weeks(view.message) else (apart_now, *lost), *table)
    found = answering(view.findings.markets, market_request(subject))
    months = _months(pay, present, way)
    lines = [
        *(costs.lines(cost, pay, present) if cost else []),
        *([] if cost else [_verdict(pay, present, way, months)]),
        raise_line(pay, before or present),
        *_takes(subject.role, way, view),
    ]
    if months is not None and not _is_too_long(way):
        when = "first" if months <= 12 else "second" if months <= PAID_OFF_MONTHS else "later"
        lines.append(line(f"worth_it.paid_off_{when}"))
    return Said((*lines, *(signs(found) if found else [])), *table)


def _of_no_job(wish: Wish, cost: costs.Cost | None, view: View) -> Said:
    """What a cost hangs on, else what the library holds, else what it is about."""
    if cost:
        return Said((costs.of_no_job(cost),))
    if library.passage(wish, view):
        return library.say(wish, view)
    return Said((line("worth_it.open"),), question=asking("target", "worth_it.what", 90))


def _subject(wish: Wish, view: View) -> Subject | None:
    """What may be worth it; the work they do is nothing to change to, where they named nothing else."""
    subject = next(iter(view.subjects(wish)), None)
    named = any(each.role for each in wish.subjects)
    own = subject is not None and not named and same_role(subject.role, view.profile.current_role)
    return None if own else subject


def _now(subject: Subject, view: View) -> Subject | None:
    """The job they hold, where its pay is needed because theirs was not told."""
    present = view.present
    other = present is not None and not same_role(present.role, subject.role)
    return present if other and view.profile.present_pay is None else None


def _months(pay: Pay, present: float, way: Road | None) -> float | None:
    """Months of the higher pay until the hours of study, at what an hour earns now, are earned back."""
    gain = pay.main.yearly - present
    if gain <= 0 or way is None or not way.document.milestones:
        return None
    return float(way.document.total_hours) * present / HOURS_A_YEAR / (gain / 12)


def _verdict(pay: Pay, present: float, way: Road | None, months: float | None) -> Line:
    share = pay.main.yearly / present - 1
    if share > 0 and way and _is_too_long(way):
        return line("worth_it.too_long", weeks=way.weeks)
    if share <= 0:
        return line("worth_it.not_for_money")
    hardly = share < WORTHWHILE_RAISE or (months is not None and months > PAID_OFF_MONTHS)
    return line("worth_it.hardly" if hardly else "worth_it.for_money")


def _is_too_long(way: Road | None) -> bool:
    """Whether it takes years at hours they told."""
    return way is not None and way.at_their_hours and way.document.weeks > WEEKS_FAR


def _takes(role: str, way: Road | None, view: View) -> list[Line]:
    """What the way costs in hours, and in weeks at hours they told; where none is counted how the work is entered."""
    entry = entry_of(role, view) if way is None else None
    if entry is not None:
        return [line("library.entered", entry.id, people=entry.people, entry=entry.words)]
    if way is None or not way.document.milestones:
        return [line("worth_it.no_hours")] if way else []
    # Without their hours the weeks are those of a usual pace, which says nothing of them.
    key = "worth_it.hours" if way.at_their_hours else "worth_it.hours_only"
    return [line_about(key, about={"weeks": way.weeks}, role=own_words(way.document.role), hours=way.hours)]


def _skill(skill: str, view: View) -> list[Line]:
    """What a skill costs in hours; what it adds to pay is not measured."""
    way = road(skill, view)
    if way is None or not way.document.milestones:
        return [line("worth_it.skill_unknown", skill=skill)]
    target = view.profile.target_role
    said = [line("worth_it.skill", skill=skill, hours=way.hours)]
    return [*said, *([line("worth_it.skill_target", target=target)] if target else [])]
