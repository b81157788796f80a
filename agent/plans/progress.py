"""What the person got done and the time they lost: facts that later plans start from.

A plan is made for the day it is drafted on. What is done stays done, weeks that were lost are either past already
or kept free, and a horizon shrinks as its weeks go by.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import count

from pydantic import JsonValue

from agent.models import Plan, PlanEdit, Profile, ProfileChange, Progress
from agent.plans.availability import plan_start, weeks_left
from agent.plans.named import named, names_in
from tools.evidence import Value
from tools.roadmap.models import Milestone

MOST_LOST_WEEKS = 52  # in one report
_NAMING = 5  # words that still name a skill ("all of the linux part") and tell no story
_NUMBER = re.compile(r"M?(\d{1,3})")


class Told(Value):
    """What one message says: `done` names skills or milestones ("M2", a title), `lost_weeks` weeks without work (below 0: not lost after all).

    `did` is what they did in their own words, `near` the title of a milestone that may be done with it, `weeks` how many
    weeks of the plan are behind them: what ends by then is in `done`.
    """

    done: list[str] = []
    lost_weeks: int = 0
    did: str | None = None
    near: str | None = None
    weeks: int = 0

    def __bool__(self) -> bool:
        return bool(self.done or self.lost_weeks or self.did or self.weeks)


def told_in(details: Mapping[str, JsonValue]) -> Told:
    """What a command recorded beside the message; values that do not fit count as nothing."""
    done, lost = details.get("done"), details.get("lost_weeks")
    named = [item for item in done if isinstance(item, str)] if isinstance(done, list) else []
    weeks = lost if isinstance(lost, int) and not isinstance(lost, bool) and lost > 0 else 0
    return Told(done=named, lost_weeks=weeks)


def record(held: Progress, told: Told, plan: Plan, today: date) -> Progress:
    """`held` with what was told. `plan` is the one the person works by: it says which milestones and weeks they mean.

    Lost weeks that went by since the plan began need no place in the next one; the others are kept free from today.
    """
    done = [*held.done, *(skill for item in told.done for skill in skills_meant(item, plan))]
    begun = date.fromisoformat(plan.start) if plan.start else today
    # A client or a model may report what nobody lost: it counts as nothing.
    lost = told.lost_weeks if told.lost_weeks <= MOST_LOST_WEEKS else 0
    ahead = max(0, lost - max(0, (today - begun).days) // 7)
    free = [(today + timedelta(weeks=week)).isoformat() for week in range(ahead)]
    return held.model_copy(
        update={
            "done": list(dict.fromkeys(done)),
            "lost_weeks": max(0, held.lost_weeks + lost),
            "told": [*held.told, *([f"{today.isoformat()}: {told.did}"] if told.did else [])],
            "without_time": sorted({*(held.without_time[:lost] if lost < 0 else held.without_time), *free}),
        }
    )


def undone(words: str, held: Progress, profile: Profile, plans: Iterable[Plan]) -> list[str]:
    """What of the skills that are done words name that take it back, in any of the plans, as progress and profile hold it."""
    meant = {usual_name(words), *(skill for plan in plans for skill in skills_meant(words, plan))}
    done = meant & {*held.done}
    return [*done, *(skill for skill in profile.skills if skill not in done and usual_name(skill) in done)]


def skills_meant(item: str, plan: Plan) -> list[str]:
    """The skills that a milestone's number, place or title stands for, else the skills themselves by their usual names.

    A week that is done is no milestone that is.
    """
    found = named(item, plan)
    if found and not found.week:
        whole = (skill for each in plan.milestones if each.id in found.parts for skill in each.skills)
        return list(dict.fromkeys([*whole, *found.skills]))
    return [] if names_in(item, plan) or _NUMBER.fullmatch(item) else _skills_in(item)


def _skills_in(words: str) -> list[str]:
    """The skill that words are the name of, else those named in them ("the linux part"); none that no table knows."""
    from tools.roadmap.skills import find_skills, link_skill

    if linked := link_skill(words):
        return [linked.name]
    if len(words.split()) > _NAMING:
        return []  # "added up a column by a Python script" is no Python learned
    return list(dict.fromkeys(usual_name(each.name) for each in find_skills(words) if not each.everyday))


def usual_name(skill: str) -> str:
    """The name under which the learning graph holds a skill, else its usual spelling; a step's title as it stands."""
    from tools.roadmap.skills import link_skill, spelling
    from tools.roadmap.steps import is_step

    if is_step(skill):
        return skill
    linked = link_skill(skill)
    return linked.name if linked else spelling(skill)


def known_changes(progress: Progress, profile: Profile, own: Collection[str] = ()) -> list[ProfileChange]:
    """What is done is known: changes that put it among the skills, in full, and take it off the missing ones.

    A step that is done is nothing that somebody knows, nor is one of their `own`, by its title.
    """
    from tools.roadmap.steps import is_step

    held = {usual_name(skill): skill for skill in profile.skills}
    learned = [
        held.get(skill, skill)
        for skill in progress.done
        if not is_step(skill)
        and skill not in own
        and (skill not in held or held[skill] in profile.skill_levels)
    ]
    done = {name.casefold() for name in progress.done}
    settled = [
        skill for skill in profile.missing_skills if {usual_name(skill).casefold(), skill.casefold()} & done
    ]
    changes = [ProfileChange(field="missing_skills", op="remove", value=settled)] if settled else []
    return [*changes, *([ProfileChange(field="skills", op="add", value=learned)] if learned else [])]


def taken_back(progress: Progress, changes: Iterable[ProfileChange]) -> Progress:
    """`progress` without skills that the person now says they lack or want off their list."""
    gone: set[str] = set()
    for change in changes:
        value = change.value if isinstance(change.value, list) else [str(change.value or "")]
        lacks = change.field == "missing_skills" and change.op in ("add", "set")
        dropped = change.field == "skills" and change.op == "remove"
        gone |= {usual_name(skill) for skill in value} if lacks or dropped else set()
        if change.field == "skills" and change.op == "clear":
            gone |= set(progress.done)
    return progress.model_copy(update={"done": [skill for skill in progress.done if skill not in gone]})


def with_deadline(
    progress: Progress, before: Profile, profile: Profile, today: date, day: str | None = None
) -> Progress:
    """A horizon that was told now ends on the `day` it was told as, else counted from today; one that stands keeps its day."""
    weeks = profile.horizon_weeks
    if weeks is None:
        return progress.model_copy(update={"deadline": None})
    if day is not None:
        return progress.model_copy(update={"deadline": day})
    if progress.deadline is not None and weeks == before.horizon_weeks:
        return progress
    try:
        ends = (today + timedelta(weeks=weeks)).isoformat()
    except OverflowError:
        return progress.model_copy(update={"deadline": None})
    return progress.model_copy(update={"deadline": ends})


def as_of(profile: Profile, progress: Progress | None, today: date) -> Profile:
    """The profile with the horizon as it is on `today`: the whole weeks left of it, none once it is over.

    For somebody who starts later these are the weeks from their start on.
    """
    if progress is None or progress.deadline is None:
        return profile
    left = weeks_left(date.fromisoformat(progress.deadline), plan_start(profile, today))
    return profile.model_copy(update={"horizon_weeks": left if left > 0 else None})


def is_over(progress: Progress | None, today: date) -> bool:
    """Whether the horizon that the person named has less than a week left."""
    deadline = progress.deadline if progress else None
    return deadline is not None and (date.fromisoformat(deadline) - today).days < 7


def weeks_without_time(progress: Progress | None, start: date) -> list[int]:
    """The weeks to keep free, counted from the plan's `start` (1 is the week that begins then)."""
    days = [date.fromisoformat(day) for day in progress.without_time] if progress else []
    return sorted({(day - start).days // 7 + 1 for day in days if day >= start})


def outstanding(edits: Sequence[PlanEdit], progress: Progress | None) -> list[PlanEdit]:
    """The edits without milestones of the person's own that are done: they are not put into a plan again."""
    done = set(progress.done) if progress else set()
    return [edit for edit in edits if not (_is_own_milestone(edit) and _is_done(edit, done))]


def keep_ids(milestones: Sequence[Milestone], delivered: Sequence[Plan]) -> list[Milestone]:
    """Milestones of a new plan under the ids that the same work has in the one delivered last.

    The same work is what shares most skills; what is new gets numbers that no delivered plan has used.
    """
    if not delivered:
        return list(milestones)
    shared = sorted(
        (-len(set(new.skills) & set(old.skills)), place, before)
        for place, new in enumerate(milestones)
        for before, old in enumerate(delivered[-1].milestones)
        if set(new.skills) & set(old.skills)
    )
    kept: dict[int, int] = {}
    for _, place, before in shared:
        if place not in kept and before not in kept.values():
            kept[place] = before
    numbers = [_NUMBER.fullmatch(held.id) for plan in delivered for held in plan.milestones]
    free = count(1 + max([int(number[1]) for number in numbers if number], default=0))
    ids = {
        new.id: delivered[-1].milestones[kept[place]].id if place in kept else f"M{next(free)}"
        for place, new in enumerate(milestones)
    }
    return [
        new.model_copy(update={"id": ids[new.id], "after": [ids[before] for before in new.after]})
        for new in milestones
    ]


def skills_left(milestone: Milestone, progress: Progress | None) -> list[str]:
    """The skills of a milestone that are still to learn."""
    return [skill for skill in milestone.skills if not progress or skill not in progress.done]


def _is_own_milestone(edit: PlanEdit) -> bool:
    return edit.path.startswith("milestones/") and edit.before is None and isinstance(edit.after, dict)


def _is_done(edit: PlanEdit, done: set[str]) -> bool:
    milestone = Milestone.model_validate(edit.after)
    return bool(milestone.skills) and set(milestone.skills) <= done
