"""which_first: X or Y: distance, schooling, pay and jobs side by side, which first and why; of two skills their order."""

import prompts
from agent import wording
from agent.coaching import names, skill_choice, stay_or_go
from agent.coaching.conditions import wanted
from agent.coaching.entry import entry_of, entry_request
from agent.coaching.findings import same_role
from agent.coaching.lines import Line, Question, Said, asking, line, line_about
from agent.coaching.not_known import not_known
from agent.coaching.offers import beside_now
from agent.coaching.requests import pay_request, roadmap_request
from agent.coaching.roads import has_road, is_same_goal, road, road_to
from agent.coaching.thresholds import CLEARLY_SHORTER, LESS_SCHOOL, MOST_ROADS, SAME_PAY
from agent.coaching.view import View
from agent.coaching.wages import pay_of
from agent.coaching.ways import Way, alike, decided, fitting, way_in
from agent.coaching.yardstick import is_same
from agent.models import Subject, ToolRequest, Wish
from tools.oews.role_links import link_role
from tools.roadmap.tables import skills
from tools.roadmap.targets import link_target


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """The way and the pay of each, how those are entered that no roadmap leads to; of two how far one is after the other."""
    if _of_skills(wish):
        return skill_choice.needs(wish, view)
    subjects = _subjects(wish, view)
    if len(subjects) < 2:
        return stay_or_go.needs(view)
    found = [pay_request(subject) for subject in subjects]
    for role in [subject.role or "" for subject in subjects]:
        found.append(roadmap_request(role, view))
        found += [] if has_road(role) else [entry_request(role, view)]
    if len(subjects) == 2:
        one, other = subjects
        found += [_after(one, other, view), _after(other, one, view)]
    return found


def say(wish: Wish, view: View) -> Said:
    """Which first, the distance, the pay, what comes after; a question that lets it begin."""
    if _of_skills(wish):
        return skill_choice.say(wish, view)
    ways = [_way(subject, view) for subject in _subjects(wish, view)]
    if len(ways) < 2:
        return stay_or_go.say(view)
    told = wanted(wish, view)
    asked = decided(ways, wish.kind, told)
    by = asked or fitting(ways, told, view.profile.current_role, lambda left: _first(left, view))
    first = by[0] if by else _first(ways, view)
    others = [way for way in ways if way is not first]
    lines = by[1] if by else [_verdict(first, others[0], view), *alike(ways, told)]
    lines = [
        *lines,
        *beside_now(view, [way.subject.role or "" for way in ways]),
        *_pay(first, others[0], view),
    ]
    lines += [*([] if asked else way_in(first, *others)), *_further(first, others, view)]
    of_the_day = asked is not None and wish.kind == "day"
    for way in ways:
        if way.pay is None and way.told is None:
            lines += not_known(way.subject, view).lines
        if not of_the_day and way.road and None in (first.road, others[0].road):
            lines.append(line_about("which_first.counted", about=way.words("way")))
    again = lines[:2] if of_the_day else [lines[0], *way_in(first, *others)]
    chosen = tuple(way.subject.role or "" for way in (first, *others))
    question = None if of_the_day else _leads_on(first, view)
    return Said(tuple(lines), *_table(ways), question, chosen, tuple(again))


def _leads_on(first: Way, view: View) -> Question | None:
    """Of a way that is counted: whether to plan it, or the hours that weeks are counted with."""
    if not first.hours:
        return None
    if view.profile.hours_per_week is None:
        return asking("hours", "which_first.hours", 60)
    return asking("sure", "which_first.plan", 40, role=first.role)


def _of_skills(wish: Wish) -> bool:
    """Whether several skills are what is chosen between."""
    return len(wish.skills) > 1 and len(wish.subjects) < len(wish.skills)


def _subjects(wish: Wish, view: View) -> list[Subject]:
    """What is chosen between: named, set side by side before, considered, or shown last."""
    stands = view.dialogue
    shown = [Subject(role=role) for role in stands.alternatives or stands.options]
    own = [view.placed(subject) for subject in wish.subjects or stands.pair or shown if subject.role]
    # A job under two names is no choice.
    each = [
        subject
        for at, subject in enumerate(own)
        if not any(same_role(subject.role, other.role) for other in own[:at])
    ]
    return each[:MOST_ROADS]


def _way(subject: Subject, view: View) -> Way:
    held = road(subject.role or "", view)
    known = held if held and held.document.gap else None
    entry = None if known else entry_of(subject.role or "", view)
    told = view.profile.present_pay if same_role(subject.role, view.profile.current_role) else None
    return Way(subject, pay_of(subject, view), known, entry, told)


def _after(first: Subject, then: Subject, view: View) -> ToolRequest:
    """The way to `then` for somebody who has finished `first`."""
    target = link_target(first.role or "")
    learned = [skills()[skill].name for skill in target.needs] if target else []
    return roadmap_request(then.role or "", view, done=learned)


def _first(ways: list[Way], view: View) -> Way:
    """The clearly shorter way; of ways about as long the clearly better paid one.

    Where not all are counted, the one that is their present work by another name, else the better paid, unless less
    schooling pays nearly as much.
    """
    own = view.profile.current_role
    if (trade := _own_trade(ways, view)) is not None:
        return trade
    paid = max(ways, key=lambda way: (way.year, not same_role(way.subject.role, own)))
    if len(ways) == 1:
        return paid
    counted = sorted((way for way in ways if way.road), key=lambda way: way.hours or 0.0)
    if len(counted) < len(ways):
        same = [way for way in ways if _is_present_work(way, view)]
        if len(same) == 1:
            return same[0]
        others = (
            way for way in ways if not same_role(way.subject.role, own)
        )  # who has the job has its school
        less = [way for way in others if _is_less_school(way, paid) and way.year >= LESS_SCHOOL * paid.year]
        if paid.road is None or len(counted) < 2:
            return max(less, key=lambda way: way.year, default=paid)
    shortest = counted[0]
    shorter = (shortest.hours or 0.0) <= CLEARLY_SHORTER * (counted[1].hours or 0.0)
    return shortest if shorter or paid.year <= shortest.year * (1 + SAME_PAY) else paid


def _own_trade(ways: list[Way], view: View) -> Way | None:
    """Of somebody out of work the work they know, where the other way takes study first: it can pay at once."""
    if not view.profile.out_of_work:
        return None
    own = [way for way in ways if same_role(way.subject.role, view.profile.former_role)]
    return own[0] if len(own) == 1 and all(way is own[0] or way.hours for way in ways) else None


def _is_less_school(one: Way, other: Way) -> bool:
    """Whether less school leads to it: by how they are entered; study beside a job is less than a degree."""
    if other.entry is None:
        return False
    return (
        other.entry.asks_degree
        if one.road
        else one.entry is not None and one.entry.preparation < other.entry.preparation
    )


def _is_present_work(way: Way, view: View) -> bool:
    """Whether the statistics count it with what they do now, by another name: to stay where one is is no step.

    A job that takes months of study from here is another one, however it is counted.
    """
    if way.hours:
        return False
    links = link_role(view.profile.current_role or "")
    counted = bool(links and way.pay and links[0].occupation.code == way.pay.main.row.occupation)
    return counted and not same_role(way.subject.role, view.profile.current_role)


def _verdict(first: Way, other: Way, view: View) -> Line:
    if same_role(first.subject.role, view.profile.current_role) and first.year > other.year > 0:
        return line("which_first.stay_put", work=names.at_work(first.role))
    if other.road is not None and first is _own_trade([first, other], view):
        return line("which_first.own_trade", other=other.role, hours=other.road.hours)
    if first.road is None or other.road is None:
        return _uncounted(first, other, view)
    both, pace = first.words("first") | other.words("other"), view.profile.hours_per_week
    if is_same_goal(first.subject.role or "", other.subject.role or ""):
        return line_about("which_first.same_way", about=both)
    if pace is None:
        return line_about("which_first.first", about=both)
    return line_about("which_first.first_by_weeks", about=both, pace=wording.hours(pace))


def _uncounted(first: Way, other: Way, view: View) -> Line:
    """The view where not both ways are counted in hours: by the work they do, by schooling and pay, by what is known."""
    if _is_present_work(first, view) and not _is_present_work(other, view):
        return line("which_first.same_work", first=first.role)
    if bool(other.year) != bool(first.year):
        return line("which_first.by_known", first=first.role, unknown=(other if first.year else first).role)
    if not first.year:
        return line("which_first.by_neither")
    same = is_same(first.year, other.year)
    if _is_less_school(first, other):
        key = "less_school_same" if same else "less_school" if first.year < other.year else "both"
    elif _is_less_school(other, first):
        key = "more_school"
    else:
        key = "alike" if same or first.year < other.year else "by_pay"
    return line(f"which_first.{key}", first=first.role)


def _pay(first: Way, other: Way, view: View) -> list[Line]:
    """The medians of both, and whether the first is also the better paid; what they earn now, where told."""
    if first.pay is None or other.pay is None:
        return []
    now = view.profile.present_pay
    held = beside_now(view, [first.subject.role or "", other.subject.role or ""])
    beside = [line("which_first.now", now=wording.money(now))] if now and not held else []
    both = first.pay.words() | first.pay.words("one") | other.pay.words("two")
    if first.pay.main == other.pay.main:
        return [line_about("which_first.pay_together", about=both), *beside]
    key = "pay_same" if is_same(first.pay.main.yearly, other.pay.main.yearly) else "pay"
    if first.pay.main.place != other.pay.main.place:
        key = "pay_apart"
    return [line_about(f"which_first.{key}", about=both), *beside]


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
