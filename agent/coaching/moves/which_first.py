"""which_first: X or Y: distance, pay and jobs side by side, which first and why."""

from dataclasses import dataclass

import prompts
from agent import wording
from agent.coaching import names
from agent.coaching.findings import Found, answering
from agent.coaching.lines import Cited, Line, Said, asking, line
from agent.coaching.not_known import not_known
from agent.coaching.requests import pay_request, roadmap_request
from agent.coaching.thresholds import CLEARLY_SHORTER, SAME_PAY
from agent.coaching.view import View
from agent.coaching.wages import Pay, jobs, pay_of, period, yearly
from agent.models import Subject, ToolRequest, Wish
from tools.roadmap.models import RoadmapDocument

_MOST = 3  # three ways with pay are six lookups


@dataclass(frozen=True)
class Way:
    """One of the choices with what was found of it."""

    subject: Subject
    pay: Pay | None
    roadmap: Found[RoadmapDocument] | None

    @property
    def role(self) -> str:
        return names.own_words(self.subject.role or "")

    @property
    def hours(self) -> float | None:
        """Hours of study; None where no roadmap covers it."""
        held = self.roadmap.document if self.roadmap else None
        return None if held is None or not held.gap else float(held.total_hours)

    @property
    def year(self) -> float:
        return yearly(self.pay.main) if self.pay else 0.0


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """The way and the pay of each; of two also how far the one is after the other."""
    subjects = _subjects(wish, view)
    found = [pay_request(subject) for subject in subjects]
    found += [roadmap_request(subject.role or "", view) for subject in subjects]
    if len(subjects) == 2:
        one, other = subjects
        found += [_after(one, other, view), _after(other, one, view)]
    return found


def say(wish: Wish, view: View) -> Said:
    """Which first, the distance, the pay, what comes after; a question that lets it begin."""
    ways = [_way(subject, view) for subject in _subjects(wish, view)]
    if len(ways) < 2:
        return Said(question=asking("which", "which_first.between", 90))
    first = _first(ways)
    others = [way for way in ways if way is not first]
    lines = [_verdict(first, others[0], view), *_pay(first, others), *_further(first, others, view)]
    for way in ways:
        if way.pay is None:
            lines += not_known(way.subject, pay_request(way.subject), view).lines
    table, cited = _table(ways)
    question = None
    if first.hours:
        question = asking("sure", "which_first.plan", 40, role=first.role)
    if view.profile.hours_per_week is None and first.hours:
        question = asking("hours", "which_first.hours", 60)
    return Said(
        tuple(lines), table, cited, question, tuple(way.subject.role or "" for way in (first, *others))
    )


def _subjects(wish: Wish, view: View) -> list[Subject]:
    own = [view.placed(subject) for subject in (wish.subjects or view.dialogue.pair) if subject.role]
    return list({subject.role: subject for subject in own}.values())[:_MOST]


def _way(subject: Subject, view: View) -> Way:
    pay = pay_of(subject, pay_request(subject), view)
    return Way(subject, pay, answering(view.findings.roadmaps, roadmap_request(subject.role or "", view)))


def _after(first: Subject, then: Subject, view: View) -> ToolRequest:
    """The way to `then` for somebody who has finished `first`."""
    from tools.roadmap.tables import skills
    from tools.roadmap.targets import link_target

    target = link_target(first.role or "")
    learned = [skills()[skill].name for skill in target.needs] if target else []
    return roadmap_request(then.role or "", view, done=learned)


def _first(ways: list[Way]) -> Way:
    """The clearly shorter way; of ways about as long the clearly better paid one; the better paid where none is counted."""
    paid = max(ways, key=lambda way: way.year)
    counted = sorted((way for way in ways if way.hours is not None), key=lambda way: way.hours or 0.0)
    if len(counted) < len(ways):
        return paid
    shortest = counted[0]
    shorter = (shortest.hours or 0.0) <= CLEARLY_SHORTER * (counted[1].hours or 0.0)
    return shortest if shorter or paid.year <= shortest.year * (1 + SAME_PAY) else paid


def _verdict(first: Way, other: Way, view: View) -> Line:
    if first.hours is None or other.hours is None:
        unknown = [way.role for way in (first, other) if way.hours is None]
        return line("which_first.by_pay", first=first.role, unknown=wording.listing(unknown))
    ids = [way.roadmap.ids[0] for way in (first, other) if way.roadmap and way.roadmap.ids]
    values = {
        "first": first.role,
        "other": other.role,
        "hours": wording.hours(round(first.hours)),
        "other_hours": wording.hours(round(other.hours)),
    }
    pace = view.profile.hours_per_week
    if pace is None or first.roadmap is None or other.roadmap is None:
        return line("which_first.first", *ids, **values)
    return line(
        "which_first.first_by_weeks",
        *ids,
        pace=wording.hours(pace),
        weeks=wording.weeks(first.roadmap.document.weeks),
        other_weeks=wording.weeks(other.roadmap.document.weeks),
        **values,
    )


def _pay(first: Way, others: list[Way]) -> list[Line]:
    """The medians of both, and whether the first is also the better paid."""
    other = others[0].pay
    if first.pay is None or other is None:
        return []
    one, two = first.pay.main, other.main
    if one == two:
        together = {"place": one.place, "title": one.occupation, "period": period(first.pay)}
        return [line("which_first.pay_together", median=one.money("p50", rate=True), **together)]
    key = "pay_same" if abs(first.year - yearly(two)) <= SAME_PAY * yearly(two) else "pay"
    return [
        line(
            f"which_first.{key}",
            place=one.place,
            one=first.pay.named,
            one_median=one.money("p50"),
            two=other.named,
            two_median=two.money("p50", rate=True),
            period=period(first.pay),
        )
    ]


def _further(first: Way, others: list[Way], view: View) -> list[Line]:
    """How far the second is once the first is done."""
    if len(others) != 1:
        return []
    found = answering(view.findings.roadmaps, _after(first.subject, others[0].subject, view))
    if found is None or not found.document.milestones or first.hours is None:
        return []
    hours = Cited(wording.hours(round(float(found.document.total_hours))), *found.ids[:1])
    return [line("which_first.after", other=others[0].role, hours=hours)]


def _table(ways: list[Way]) -> tuple[str, tuple[str, ...]]:
    when = next((period(way.pay) for way in ways if way.pay), None)
    if when is None:
        return "", ()
    rows, cited = [prompts.fill(prompts.reply("tables.ways"), period=when).strip()], []
    for way in ways:
        ids = way.roadmap.ids[:1] if way.roadmap and way.hours is not None else []
        hours = (
            wording.number(round(way.hours)) + f" hours {wording.cite(*ids)}"
            if way.hours is not None
            else "not known"
        )
        main = way.pay.main if way.pay else None
        label = f"{way.role}{f', {main.occupation}, {main.place} [{main.evidence}]' if main else ''}"
        rows.append(
            f"| {label} | {hours} | {main.money('p50') if main else 'not known'} | {jobs(main) if main else 'not known'} |"
        )
        cited += [*ids, *([main.evidence] if main else [])]
    return "\n".join(rows), tuple(dict.fromkeys(cited))
