"""which_first: X or Y: distance, pay and jobs side by side, which first and why."""

from dataclasses import dataclass

import prompts
from agent import wording
from agent.coaching import names
from agent.coaching.lines import Line, Said, asking, line, line_about
from agent.coaching.moves import market, requirements
from agent.coaching.not_known import not_known
from agent.coaching.requests import pay_request, roadmap_request
from agent.coaching.roads import Road, is_same_goal, road, road_to
from agent.coaching.thresholds import CLEARLY_SHORTER, MOST_ROADS, SAME_PAY
from agent.coaching.view import View
from agent.coaching.wages import Pay, pay_of
from agent.models import Subject, ToolRequest, Wish
from tools.oews.role_links import link_role
from tools.roadmap.tables import skills
from tools.roadmap.targets import link_target


@dataclass(frozen=True)
class Way:
    """One of the choices with what was found of it; `road` is None where no roadmap covers it."""

    subject: Subject
    pay: Pay | None
    road: Road | None

    @property
    def role(self) -> str:
        return names.own_words(self.subject.role or "")

    @property
    def hours(self) -> float | None:
        return float(self.road.document.total_hours) if self.road else None

    @property
    def year(self) -> float:
        return self.pay.main.yearly if self.pay else 0.0

    def words(self, side: str) -> dict[str, str]:
        """Role, hours and weeks for a sentence."""
        if self.road is None:
            return {side: self.role}
        return {side: self.role, f"{side}_hours": self.road.hours, f"{side}_weeks": self.road.weeks}


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """The way and the pay of each; of two also how far the one is after the other."""
    subjects = _subjects(wish, view)
    if len(subjects) < 2:
        return requirements.needs(wish, view) if len(wish.skills) > 1 else market.needs(wish, view)
    found = [pay_request(subject) for subject in subjects]
    found += [roadmap_request(subject.role or "", view) for subject in subjects]
    if len(subjects) == 2:
        one, other = subjects
        found += [_after(one, other, view), _after(other, one, view)]
    return found


def say(wish: Wish, view: View) -> Said:
    """Which first, the distance, the pay, what comes after; a question that lets it begin."""
    ways = [_way(subject, view) for subject in _subjects(wish, view)]
    if len(ways) < 2 and len(wish.skills) > 1:
        return requirements.say(wish, view)
    if len(ways) < 2:
        # Whether to stay: how the one job stands is what can be said before the others are named.
        stands = market.say(wish, view)
        return Said(stands.lines, question=asking("which", "which_first.between", 90))
    first = _first(ways, view)
    others = [way for way in ways if way is not first]
    lines = [_verdict(first, others[0], view), *_pay(first, others[0]), *_further(first, others, view)]
    for way in ways:
        if way.pay is None:
            lines += not_known(way.subject, view).lines
        if way.road and None in (first.road, others[0].road):
            lines.append(line_about("which_first.counted", about=way.words("way")))
    question = None
    if first.hours:
        question = asking("sure", "which_first.plan", 40, role=first.role)
    if view.profile.hours_per_week is None and first.hours:
        question = asking("hours", "which_first.hours", 60)
    chosen = tuple(way.subject.role or "" for way in (first, *others))
    return Said(tuple(lines), *_table(ways), question, chosen)


def _subjects(wish: Wish, view: View) -> list[Subject]:
    """What is chosen between: named, set side by side before, considered, or shown last."""
    stands = view.dialogue
    shown = [Subject(role=role) for role in stands.alternatives or stands.options]
    own = [view.placed(subject) for subject in wish.subjects or stands.pair or shown if subject.role]
    return list({subject.role: subject for subject in own}.values())[:MOST_ROADS]


def _way(subject: Subject, view: View) -> Way:
    held = road(subject.role or "", view)
    return Way(subject, pay_of(subject, view), held if held and held.document.gap else None)


def _after(first: Subject, then: Subject, view: View) -> ToolRequest:
    """The way to `then` for somebody who has finished `first`."""
    target = link_target(first.role or "")
    learned = [skills()[skill].name for skill in target.needs] if target else []
    return roadmap_request(then.role or "", view, done=learned)


def _first(ways: list[Way], view: View) -> Way:
    """The clearly shorter way; of ways about as long the clearly better paid one.

    Where not all are counted, the one that is their present work by another name, else the better paid.
    """
    paid = max(ways, key=lambda way: way.year)
    counted = sorted((way for way in ways if way.road), key=lambda way: way.hours or 0.0)
    if len(counted) < len(ways):
        same = [way for way in ways if _is_present_work(way, view)]
        if len(same) == 1:
            return same[0]
        if paid.road is None or len(counted) < 2:
            return paid
    shortest = counted[0]
    shorter = (shortest.hours or 0.0) <= CLEARLY_SHORTER * (counted[1].hours or 0.0)
    return shortest if shorter or paid.year <= shortest.year * (1 + SAME_PAY) else paid


def _is_present_work(way: Way, view: View) -> bool:
    """Whether the statistics count it with what they do now."""
    links = link_role(view.profile.current_role or "")
    return bool(links and way.pay and links[0].occupation.code == way.pay.main.row.occupation)


def _verdict(first: Way, other: Way, view: View) -> Line:
    if first.road is None or other.road is None:
        unknown = [way.role for way in (first, other) if way.road is None]
        if _is_present_work(first, view) and not _is_present_work(other, view):
            return line("which_first.same_work", first=first.role)
        return line("which_first.by_pay", first=first.role, unknown=wording.listing(unknown))
    both, pace = first.words("first") | other.words("other"), view.profile.hours_per_week
    if is_same_goal(first.subject.role or "", other.subject.role or ""):
        return line_about("which_first.same_way", about=both)
    if pace is None:
        return line_about("which_first.first", about=both)
    return line_about("which_first.first_by_weeks", about=both, pace=wording.hours(pace))


def _pay(first: Way, other: Way) -> list[Line]:
    """The medians of both, and whether the first is also the better paid."""
    if first.pay is None or other.pay is None:
        return []
    both = first.pay.words() | first.pay.words("one") | other.pay.words("two")
    if first.pay.main == other.pay.main:
        return [line_about("which_first.pay_together", about=both)]
    same = abs(first.year - other.year) <= SAME_PAY * other.year
    return [line_about("which_first.pay_same" if same else "which_first.pay", about=both)]


def _further(first: Way, others: list[Way], view: View) -> list[Line]:
    """How far the second is once the first is done."""
    if len(others) != 1 or first.road is None:
        return []
    found = road_to(_after(first.subject, others[0].subject, view), view)
    if found is None or not found.document.milestones:
        return []
    return [line("which_first.after", other=others[0].role, hours=found.hours)]


def _table(ways: list[Way]) -> tuple[str, tuple[str, ...]]:
    known = [way.pay for way in ways if way.pay]
    if not known:
        return "", ()
    rows = [prompts.fill(prompts.reply("tables.ways"), period=known[0].period).strip()]
    cited: list[str] = []
    for way in ways:
        hours, label, pay = "not known", way.role, "not known | not known"
        if way.road:
            hours = f"{way.road.hours} {wording.cite(way.road.id)}"
            cited.append(way.road.id)
        if way.pay:
            main = way.pay.main
            label = f"{label}, {main.occupation}, {main.place} [{main.evidence}]"
            pay = f"{main.money('p50')} | {main.jobs}"
            cited.append(main.evidence)
        rows.append(f"| {label} | {hours} | {pay} |")
    return "\n".join(rows), tuple(dict.fromkeys(cited))
