"""What changed from one plan to the next: at most four sentences, told from the plans' own values."""

from collections.abc import Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher
from typing import NamedTuple

import prompts
from agent import wording
from agent.models import Outlook, Plan
from agent.nlu.values.durations import find_sooner
from agent.plans.availability import milestone_days, spoken
from agent.plans.differing_parts import parts_that_differ
from agent.plans.fit import ways_to_fit
from agent.plans.summary import (
    figures_in_words,
    finish_date,
    hours_in_all,
    hours_in_words,
    jobs_in_words,
    milestone_line,
)
from tools.roadmap.models import Milestone

_NAMED = 4
_MOST = 6  # sentences; a reader wants the change, the whole plan has the rest
_FEW = 3
_PAIR = 2


def plan_difference(old: Plan, new: Plan, message: str = "") -> str:
    """What a reader of `old` finds changed in `new`, the weightiest first; empty when nothing is.

    `message` is what they said before it: how much sooner something was done is their word.
    """
    finish, late = _finish(old, new), _fits(old, new)
    moved = [*_reported(old, new, message), *finish]
    said = [
        *moved,
        *late,
        *_own_steps(old, new),
        *_taught(old, new),
        *_outlook(old.outlook, new.outlook),
        *parts_that_differ(old, new),
    ]
    following = [*_next(old, new, moved=bool(moved))] if len(late) < _FEW else []
    told = list(dict.fromkeys(said or following))
    most = max(_MOST, len(moved) + len(late))
    if len(told) > most:
        more = prompts.fill(prompts.reply("feedback.more_changes"), count=str(len(told) - most + 1))
        told = [*told[: most - 1], more]
    return " ".join([*told, *following[: most - len(told)]] if said else told)


def leads_elsewhere(old: Plan, new: Plan) -> bool:
    """Whether the new plan is for another target, so that it has to be read as a whole."""
    both = old.outlook is not None and new.outlook is not None
    return bool(both and old.outlook and new.outlook and old.outlook.target != new.outlook.target)


def is_same(old: Plan, new: Plan) -> bool:
    """Whether nothing but wording differs: the same milestones, sums and parts, and as many lines of the person."""

    def held(plan: Plan) -> tuple[object, ...]:
        own = [(each.id, sum(claim.by == "person" for claim in each.claims)) for each in plan.sections]
        return plan.start, plan.milestones, plan.outlook, plan.theirs, own, len(plan.next_actions)

    return held(old) == held(new)


class Reason(NamedTuple):
    """Why the weeks are others, as a clause ("you have 5 hours a week now"), and whether that ends a plan later; None for either."""

    clause: str
    later: bool | None = None


def reasons(old: Outlook | None, new: Outlook | None) -> list[Reason]:
    """Why the weeks of a plan are others than before."""
    return [] if old is None or new is None else [*_reasons(old, new)]


def _reasons(old: Outlook, new: Outlook) -> Iterator[Reason]:
    if old.target != new.target:
        yield Reason(f"it leads to {new.target} instead of {old.target}")
    if old.hours_per_week != new.hours_per_week and new.hours_per_week:
        fewer = new.hours_per_week < old.hours_per_week if old.hours_per_week else None
        whose = "you have" if new.hours_told else "it counts on"
        instead = f" instead of {wording.number(old.hours_per_week)}" if old.hours_per_week else ""
        yield Reason(f"{whose} {wording.hours(new.hours_per_week)} a week{instead}", fewer)
    # What is done counts as known by that, and is told as done.
    before = {*(skill for group in old.skipped for skill in group.skills), *new.done}
    for group in new.skipped:
        if fresh := [skill for skill in group.skills if skill not in before]:
            yield Reason(
                f"{_few(fresh)} {'is' if len(fresh) == 1 else 'are'} skipped ({group.why})", later=False
            )
    now = {skill for group in new.skipped for skill in group.skills}
    if back := [skill for group in old.skipped for skill in group.skills if skill not in now]:
        yield Reason(f"{_few(back)} {'counts' if len(back) == 1 else 'count'} again", later=True)
    if added := [period for period in new.busy if period not in old.busy]:
        yield Reason(f"you have {spoken(added)}")
    if gone := [period for period in old.busy if period not in new.busy]:
        yield Reason(f"you no longer have {spoken(gone)}")


def _reported(old: Plan, new: Plan, message: str = "") -> Iterator[str]:
    """What the person told of their way: done, with what the plan asked for of it, or time that was lost."""
    if old.outlook is None or new.outlook is None:
        return
    done = [skill for skill in new.outlook.done if skill not in old.outlook.done]
    asked = {skill for milestone in old.milestones for skill in milestone.skills}
    if counted := [skill for skill in done if skill in asked]:
        sooner = _weeks_sooner(counted, old, new, message)
        said = {"weeks": wording.weeks(sooner)} if sooner else {}
        yield prompts.fill(
            prompts.reply("progress.sooner" if sooner else "progress.done"), done=_few(counted), **said
        )
    if beside := [skill for skill in done if skill not in asked]:
        yield prompts.fill(prompts.reply("progress.beside"), done=_few(beside))
    if (lost := new.outlook.lost_weeks - old.outlook.lost_weeks) > 0:
        before, now = finish_date(old) or date.max, finish_date(new) or date.max
        key = "lost_nothing" if before == now else "lost_weeks" if before < now else "lost_sooner"
        yield prompts.fill(prompts.reply(f"progress.{key}"), weeks=wording.weeks(lost))


def _weeks_sooner(done: Sequence[str], old: Plan, new: Plan, message: str) -> int:
    """Whole weeks before its time: by the person's word, else by the last day of the last milestone that is done."""
    told = find_sooner(message)
    if told is not None:
        return max(0, round(told[0]))
    whole = [each for each in old.milestones if each.skills and set(each.skills) <= set(done)]
    if not whole or not old.start or not new.start or old.start == new.start:
        return 0
    last = max(milestone_days(each, date.fromisoformat(old.start))[1] for each in whole)
    return max(0, (last - date.fromisoformat(new.start)).days // 7)


def _finish(old: Plan, new: Plan) -> list[str]:
    """The finish and the hours, with the reasons that are known."""
    before, after = finish_date(old), finish_date(new)
    why = [*reasons(old.outlook, new.outlook), *(Reason(each, later=True) for each in _later_start(old, new))]
    moved = None if before is None or after is None or before == after else after > before
    against = [each.clause for each in why if None not in (moved, each.later) and each.later != moved]
    because = _clause("because", [each.clause for each in why if each.clause not in against])
    although = _clause("although", [each.clause for each in why] if before == after else against)
    hours = hours_in_all(old), hours_in_all(new)
    effort = (
        ""
        if hours[0] == hours[1]
        else f" ({hours_in_words(hours[0])} before, {hours_in_words(hours[1])} now)"
    )
    if before is None or after is None:
        return [wording.sentence(f"the plan changes{because}")] if because else []
    if before != after:
        days = f"from {wording.spoken_date(before)} to {wording.spoken_date(after)}"
        return [f"Finish moves {days}{effort}{because}{',' if although else ''}{although}."]
    stays = because or effort or any(_reported(old, new))
    return [f"The finish stays on {wording.spoken_date(after)}{effort}{although}."] if stays else []


def _clause(word: str, clauses: list[str]) -> str:
    return f" {word} {wording.listing(clauses)}" if clauses else ""


def _fits(old: Plan, new: Plan) -> list[str]:
    """Whether it is done in the time they named, where that is another answer than before."""
    before, now = old.outlook, new.outlook
    if before is None or now is None:
        return []
    if now.feasible:
        wanted = wording.weeks(now.horizon_weeks) if now.horizon_weeks else "the time there is"
        asked = now.horizon_weeks is not None and before.horizon_weeks != now.horizon_weeks
        return (
            [f"It fits into {wanted}{'' if before.feasible else ' now'}."]
            if asked or not before.feasible
            else []
        )
    same = before.feasible == now.feasible and before.horizon_weeks == now.horizon_weeks
    return [] if same and finish_date(old) == finish_date(new) else ways_to_fit(new)


def _later_start(old: Plan, new: Plan) -> list[str]:
    if old.start == new.start or not new.start:
        return []
    begins = date.fromisoformat(new.start)
    reported = any(_reported(old, new))
    return [] if reported else [f"it begins on {wording.spoken_date(begins)}"]


def _taught(old: Plan, new: Plan) -> Iterator[str]:
    """Skills that are new or gone without a reason told, and what comes first or elsewhere now."""
    before, after = (_skills(plan) for plan in (old, new))
    told = {
        skill
        for plan in (old, new)
        if plan.outlook
        for skill in (*(each for group in plan.outlook.skipped for each in group.skills), *plan.outlook.done)
    }
    if gone := [skill for skill in before if skill not in after and skill not in told]:
        names = _by_their_titles(gone, old)
        yield wording.sentence(f"{_few(names)} {'is' if len(names) == 1 else 'are'} no part of it any more")
    theirs = {milestone.title for milestone in new.milestones if milestone.own}
    if added := [
        skill for skill in after if skill not in before and skill not in told and skill not in theirs
    ]:
        yield f"New in it: {_few(added)}."
    stayed = [skill for skill in before if skill in after]
    order = [skill for skill in after if skill in stayed]
    if stayed == order:
        return
    if order[0] != stayed[0]:
        yield f"{order[0]} comes first now."
        stayed, order = [skill for skill in stayed if skill != order[0]], order[1:]
    leads = after[0]
    if stayed != order and set(before) == set(after) and (moved := _moved(stayed, order, leads)):
        yield moved


def _own_steps(old: Plan, new: Plan) -> Iterator[str]:
    """Steps of the person's own that are new, each with its days and hours."""
    had = {milestone.title for milestone in old.milestones if milestone.own}
    for milestone in new.milestones:
        if milestone.own and milestone.title not in had:
            days = milestone_line(milestone, new).rpartition(": ")[2]
            told = {"title": milestone.title, "days": days, "hours": wording.hours(milestone.hours)}
            key = "subject_in" if milestone.subject else "own_step_in"
            yield prompts.fill(prompts.reply(f"feedback.{key}"), **told)


def _by_their_titles(gone: Sequence[str], old: Plan) -> list[str]:
    """What went, a milestone that went as a whole by its title."""
    whole = [each for each in old.milestones if each.skills and set(each.skills) <= set(gone)]
    named = {skill: each.title for each in whole for skill in each.skills}
    return list(dict.fromkeys(named.get(skill, skill) for skill in gone))


def _moved(before: Sequence[str], after: Sequence[str], leads: str) -> str:
    """The few skills whose places alone are others, else where the two orders part; `leads` stands ahead of them all."""
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    stay = {skill for block in blocks for skill in before[block.a : block.a + block.size]}
    moved = [skill for skill in after if skill not in stay]
    if len(moved) > _FEW:
        parts = next(at for at, (one, other) in enumerate(zip(before, after, strict=True)) if one != other)
        return f"After {after[parts - 1] if parts else leads} comes {after[parts]} now."
    place = after.index(moved[0])
    word = "later" if place > before.index(moved[0]) else "earlier"
    verb = "comes" if len(moved) == 1 else "come"
    return f"{wording.listing(moved)} {verb} {word} now, right after {after[place - 1] if place else leads}."


def _skills(plan: Plan) -> list[str]:
    return [skill for milestone in plan.milestones for skill in milestone.skills]


def _outlook(old: Outlook | None, new: Outlook | None) -> Iterator[str]:
    if old is None or new is None:
        return
    if old.present_pay != new.present_pay and new.present_pay is not None:
        yield f"Pay now is your {wording.money(new.present_pay)} a year."
    if old.former_pay != new.former_pay and new.former_pay is not None:
        yield f"Pay before was your {wording.money(new.former_pay)} a year."
    if old.pay_then != new.pay_then and new.pay_then:
        yield f"Pay then is {figures_in_words(new.pay_then)}."
    if old.jobs != new.jobs and new.jobs:
        yield f"Jobs: {jobs_in_words(new.jobs)}."


def _next(old: Plan, new: Plan, *, moved: bool) -> Iterator[str]:
    """The milestone to begin with where it or its days are others, and which ones move with it."""
    if not new.milestones:
        return
    first, dated = new.milestones[0], {_dated(milestone, old) for milestone in old.milestones}
    later = [each for each in new.milestones[1:] if _dated(each, new) not in dated]
    if _dated(first, new) in dated and not (moved and later) and not any(_reported(old, new)):
        return
    ends = [later[0].id, later[-1].id] if later else []
    which = f"{ends[0]} to {ends[1]}" if len(later) > _PAIR else wording.listing([*dict.fromkeys(ends)])
    behind = f"; {which} {'move' if len(later) > 1 else 'moves'} with it" if which else ""
    yield f"Next is {milestone_line(first, new)}{behind if moved else ''}."


def _dated(milestone: Milestone, plan: Plan) -> str:
    """A milestone by what it teaches and when."""
    return f"{', '.join(milestone.skills) or milestone.title} {milestone_line(milestone, plan).rpartition(':')[2]}"


def _few(names: Sequence[str]) -> str:
    named = list(names[:_NAMED])
    return wording.listing([*named, "others"] if len(names) > _NAMED else named)
