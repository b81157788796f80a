"""about_plan: questions about the plan that waits or that they work by, answered from it."""

import re
from datetime import date

from agent import wording
from agent.coaching.lines import Line, Said, asking, line
from agent.coaching.names import own_words
from agent.coaching.plan_parts import PlanParts, parts_in_work, plan_parts, titles
from agent.coaching.plan_questions import by_then, held, needed, order_of, order_of_skills, spoken_of
from agent.coaching.plan_reasons import certain, days, why
from agent.coaching.roads import builds_on, spoken_hours
from agent.coaching.thresholds import FASTER
from agent.coaching.view import View
from agent.context import LOCAL_USER
from agent.models import Plan, Wish
from agent.naming import a_role
from agent.plans.progress import skills_left, usual_name
from tools.roadmap.models import Milestone
from tools.roadmap.ways_in import papers_of

_OF_TIME = ("finish", "far", "size")
# What is said of the whole plan, by what is asked of it: what answers first, and then where they are.
_ANSWERS = {
    "size": ("size", "finish"),
    "finish": ("finish", "after", "slip", "faster"),
    "order": ("order", "now"),
    "proof": ("proof", "now"),
}
_ANSWERS_ANY = ("finish", "done", "slip", "now", "after")


def say(wish: Wish, view: View) -> Said:
    """How far they are with the plan they work by, who approved it, else what is asked of the plan in view."""
    parts = plan_parts(view)
    if wish.kind == "approval" and (view.draft or view.plan):
        return Said(tuple(_approval(view)))
    if parts is None and (plan := view.draft or view.plan) is not None:
        return Said(tuple(_without_milestones(wish, plan, asked=_asks_else(wish, view))))
    if parts is None:
        role = view.profile.target_role
        shall = asking("sure", "approve.shall_i", 60, "plan", role=own_words(role)) if role else None
        return Said(
            (line("about_plan.none"),), question=shall or asking("target", "about_plan.which", 60, "plan")
        )
    lines = _told(wish, parts, view)
    again = (*lines[:1], *(each for each in lines[1:] if each.key == "about_plan.now"))
    return Said(tuple(lines), again=again)


def _told(wish: Wish, parts: PlanParts, view: View) -> list[Line]:
    """About two skills their order, about a part when it is, why it is there and its proof; else the whole."""
    milestone = parts.meant(wish.part) if wish.part else None
    if wish.kind == "far" and milestone is None:
        return _far(parts_in_work(view) or parts, view)
    if asked := _of_its_parts(wish, milestone, parts, view):
        return asked
    if len(wish.skills) > 1:
        return [order_of_skills(wish.skills[0], wish.skills[1], parts)]
    if wish.skills:
        return _skill(wish.skills[0], parts, view)
    return _milestone(wish, milestone, parts) if milestone else _whole(wish, parts, view)


def _of_its_parts(wish: Wish, milestone: Milestone | None, parts: PlanParts, view: View) -> list[Line]:
    """Whether something is in it, whether a part could go, why one comes before another; nothing where none of it is asked."""
    if wish.kind == "holds":
        return held(view.message, parts)
    if wish.kind == "why":
        return why(wish, milestone, parts)
    if wish.kind in ("certain", "days"):
        return [*_finish(parts)[:2], *certain(parts)] if wish.kind == "certain" else days(parts)
    if wish.kind == "needed":
        about = next(filter(None, (milestone, *map(parts.holding, wish.skills))), None)
        about = about or (spoken_of(wish.part, parts) if wish.part else None)
        return [*needed(about, parts), *(_milestone(wish, about, parts) if about else [])]
    return order_of(view.message, parts) if wish.kind == "order" else []


def steps(plan: Plan, part: str | None = None) -> list[Line]:
    """The steps of a plan that holds no milestones; the one alone whose number is named."""
    told = [each.rstrip(".") for each in plan.next_actions]
    places = [int(number) for number in re.findall(r"\d+", part or "") if 0 < int(number) <= len(told)]
    if places:
        return [line("about_plan.step", number=str(places[0]), step=told[places[0] - 1])]
    return [line("about_plan.steps", steps="; ".join(told))] if told else []


def _without_milestones(wish: Wish, plan: Plan, *, asked: bool) -> list[Line]:
    """The steps, and that no date of finish can be told; to a question of its own kind what the job takes on paper."""
    target = plan.outlook.target if plan.outlook else None
    role = a_role(target) if target else "that job"
    open_end = [line("about_plan.no_finish", role=role)]
    told = steps(plan, wish.part)
    if asked:
        papers = papers_of(target) if target else None
        on_paper = [line("requirements.papers", papers=papers)] if papers else []
        return [line("about_plan.not_in_it", role=role), *on_paper, *told]
    return [*open_end, *told] if wish.kind in _OF_TIME else [*told, *open_end]


def _asks_else(wish: Wish, view: View) -> bool:
    """Whether a question was read as one about the plan that is about something in it, and does not ask to see it."""
    own = any(each.name == "about_plan" for each in view.dialogue.wishes)
    of_plan = wish.kind in _OF_TIME or wish.part is not None or "plan" in view.message.casefold()
    return own and not of_plan


def _approval(view: View) -> list[Line]:
    """Who approved the plan they work by and when; that a draft waits for it."""
    given = view.plan.approval if view.plan else None
    waits = [line("about_plan.waits"), line("about_plan.how_to_approve")] if view.draft else []
    if view.plan is None or given is None:
        return waits or [line("about_plan.not_approved")]
    day = wording.spoken_date(date.fromisoformat(given.at[:10]))
    who = "you" if given.by == LOCAL_USER else given.by
    return [line("about_plan.approved", who=who, day=day), *waits[:1]]


def _far(parts: PlanParts, view: View) -> list[Line]:
    """Whether they are on time, what is done, what runs now or is late, and where the plan ends."""
    stands = parts.how_far
    by_id = {each.id: each for each in parts.plan.milestones}
    if not stands.next:
        return [line("progress.at_door" if parts.plan.of_steps else "progress.finished")]
    done, late = ([by_id[each.id] for each in group] for group in (stands.done, stands.due))
    now = by_id[stands.next.id]
    skill = next(iter(stands.next.skills_left), now.title)
    whole = {skill for each in done for skill in each.skills}
    learned = {skill for each in parts.plan.milestones for skill in each.skills} & {*view.progress.done}
    names = [*(each.title for each in done), *sorted(learned - whole)]
    ahead = parts.start > view.today
    lines = [
        line("about_plan.late", late=titles(late))
        if late
        else line("about_plan.begins", day=wording.spoken_date(parts.start))
        if ahead
        else line("about_plan.on_time")
    ]
    lines.append(
        line("about_plan.done", done=wording.listing(names)) if names else line("about_plan.nothing_done")
    )
    lines.append(_place(now, skill, parts))
    lines.append(line(_key("finish", parts), *_ends(parts), day=wording.spoken_date(parts.finish)))
    lines += [line("progress.finish", day=wording.spoken_date(parts.finish_from_today))] if late else []
    return [*lines, *([line("about_plan.waits")] if view.draft and view.plan else [])]


def _ends(parts: PlanParts) -> tuple[str, ...]:
    last = max(parts.plan.milestones, key=lambda each: each.end_week)
    return parts.evidence(last.title, "last week", last.end_week)


def _skill(skill: str, parts: PlanParts, view: View) -> list[Line]:
    """Where a skill stands and what makes it so; why it is left out."""
    name, milestone = usual_name(skill), parts.holding(skill)
    role = own_words(view.profile.target_role or "")
    if milestone is None:
        known = name in {usual_name(each) for each in view.profile.skills}
        skipped = parts.plan.outlook.skipped if parts.plan.outlook else []
        why = next((group.why for group in skipped if name in group.skills), None)
        if why is not None and not known:
            return [line("about_plan.skipped", skill=name, why=why)]
        return [line("about_plan.known" if known else "about_plan.absent", skill=name)]
    later = builds_on(name, (each for held in parts.plan.milestones for each in held.skills))
    ids = parts.evidence(milestone.title, "last week", milestone.end_week)
    placed = line("about_plan.skill", *ids, skill=name, title=milestone.title, span=parts.span(milestone))
    if later:
        return [placed, line("about_plan.needed_by", later=wording.listing(later[:3]))]
    return [placed, *([line("about_plan.asked_by", role=wording.article(role))] if role else [])]


def _milestone(wish: Wish, milestone: Milestone, parts: PlanParts) -> list[Line]:
    """When it is, what it teaches, how it is shown, what it builds on and what is behind them then; first what was asked."""
    ids = parts.evidence(milestone.title, "study hours", float(milestone.hours))
    hours = spoken_hours(float(milestone.hours))
    before = [each for each in parts.plan.milestones if each.id in milestone.after]
    proof = milestone.proof.removesuffix(".")
    told = {
        "when": [
            line(
                _key("milestone", parts), *ids, title=milestone.title, span=parts.span(milestone), hours=hours
            )
        ],
        "meaning": [
            line("about_plan.does", *ids, does=milestone.does)
            if milestone.does
            else line("about_plan.covers", skills=wording.listing(milestone.skills))
        ],
        "finish": by_then(milestone, parts) if wish.kind == "finish" or not milestone.does else [],
        "proof": [line("about_plan.proof", *(ids if milestone.does else ()), proof=proof)] if proof else [],
        "order": [line(_key("after", parts), before=titles(before))] if before else [],
    }
    first = wish.kind if wish.kind in told else "when"
    return [each for name in dict.fromkeys((first, *told)) for each in told[name]]


def _whole(wish: Wish, parts: PlanParts, view: View) -> list[Line]:
    """What is asked of the whole plan: its finish, where they are, how it would go faster, its order, hours or last proof."""
    done = [each for each in parts.plan.milestones if each not in parts.left]
    told: dict[str, list[Line]] = {
        **dict(zip(("finish", "after"), (_finish(parts)[:2], _finish(parts)[2:]), strict=True)),
        "done": [line("about_plan.done", done=titles(done))] if done else [],
        "now": _now(parts, view),
        "faster": _faster(parts),
        "slip": [line("about_plan.slip", day=wording.spoken_date(parts.a_week_later))] if parts.left else [],
        "order": [line(_key("why", parts))],
        "size": _size(parts),
        "proof": _proof(parts),
    }
    at_hours = [_at_hours(float(wish.hours), parts)] if wish.hours and parts.left else []
    return at_hours or [each for name in _ANSWERS.get(wish.kind or "", _ANSWERS_ANY) for each in told[name]]


def _at_hours(hours: float, parts: PlanParts) -> Line:
    """When it would end with the hours a week that are asked about, beside those it counts on."""
    day, now = map(wording.spoken_date, (parts.finish_at(hours), parts.finish))
    return line("about_plan.at_hours", hours=wording.hours(hours), day=day, now=now)


def _finish(parts: PlanParts) -> list[Line]:
    """The day the plan ends on, and between which days eight in ten end."""
    lines = [line(_key("finish", parts), *_ends(parts), day=wording.spoken_date(parts.finish))]
    outlook = parts.plan.outlook
    if outlook is not None and outlook.finish is not None:
        weeks = (outlook.finish.low_weeks, outlook.finish.high_weeks)
        days = wording.date_span(*(wording.week_end(parts.start, each) for each in weeks))
        lines.append(line(_key("range", parts), *outlook.cites, days=days))
    after = outlook.afterwards if outlook else None
    return [*lines, *([Line("about_plan.afterwards", after.text, tuple(after.evidence))] if after else [])]


def _now(parts: PlanParts, view: View) -> list[Line]:
    if not parts.left:
        return []
    skill = next(iter(skills_left(parts.left[0], view.progress)), parts.left[0].title)
    return [_place(parts.left[0], skill, parts)]


def _place(now: Milestone, skill: str, parts: PlanParts) -> Line:
    """Where they are in it, and with which of its skills they begin; a step is begun as a whole."""
    if now.does:
        return line("about_plan.step_now", title=now.title, span=parts.span(now))
    return line("about_plan.now", title=now.title, span=parts.span(now), skill=skill)


def _key(name: str, parts: PlanParts) -> str:
    """The wording for a plan of steps, or for one of skills."""
    return f"about_plan.{'step_' if parts.plan.of_steps else ''}{name}"


def _faster(parts: PlanParts) -> list[Line]:
    """When half as many hours more a week would end it."""
    if not parts.left or not parts.pace:
        return []
    return [line("about_plan.faster", day=wording.spoken_date(parts.finish_at(parts.pace * FASTER)))]


def _proof(parts: PlanParts) -> list[Line]:
    """What they can show at the end: the proof of the last milestone that has one."""
    last = next((each for each in reversed(parts.plan.milestones) if each.proof), None)
    if last is None:
        return []
    return [line("about_plan.shown", title=last.title, proof=last.proof.removesuffix("."))]


def _size(parts: PlanParts) -> list[Line]:
    """Whether the hours a week are enough, the hours in all and what takes most of them, and what more a week would do."""
    most = max(parts.plan.milestones, key=lambda each: each.hours)
    ids = (*parts.total_evidence, *parts.evidence(most.title, "study hours", float(most.hours)))
    told = {"title": most.title, "most": spoken_hours(float(most.hours)), "hours": spoken_hours(parts.hours)}
    lines = [line(_key("hours", parts), *ids, **told)]
    outlook = parts.plan.outlook
    if parts.pace and outlook is not None:
        weeks = wording.weeks(max(each.end_week for each in parts.plan.milestones))
        pace, wanted = wording.hours(parts.pace), outlook.horizon_weeks
        verdict = "enough" if outlook.feasible else "too_few"
        within = {"wanted": wording.weeks(wanted)} if wanted else {}
        key = f"about_plan.{verdict}" if wanted else "about_plan.pace"
        lines.append(line(key, *outlook.cites, pace=pace, weeks=weeks, **within))
    return [*lines, *_faster(parts)]
