"""A plan in another order: what comes first, later, or in each other's place. No step goes behind the application, and it waits for what it needs."""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet

from agent import wording
from agent.models import Plan, PlanChange, PlanEdit
from agent.plans.change_names import known_parts, known_skills, listed, meant, own_titles, skills_of, taught
from agent.plans.constraints import ORDER, OWN
from agent.plans.item_review import items_of
from agent.plans.labels import remark
from agent.plans.unmade import Unmade, left_out, unmade, untaught
from tools.roadmap.models import OwnStep, Place

Result = tuple[list[PlanEdit], list[Unmade]]


def first(change: PlanChange, plan: Plan) -> Result:
    """What is named comes first, the application behind the steps without which nobody is taken."""
    wanted, notes = meant(change, plan)
    own, wanted = _own_apart(wanted, plan)
    order = taught(plan)
    if wanted and not own and wanted == order[: len(wanted)]:
        return [], [Unmade(remark(plan.language, "first_already", what=listed(wanted))), *notes]
    edits = [_own_at(title, "start") for title in own]
    if not wanted:
        return edits, notes
    new, said = _sound([*wanted, *(name for name in order if name not in wanted)], plan)
    kept = new if plan.of_steps else wanted
    return [*edits, *_ordered(kept, plan)], [*notes, *said]


def later(change: PlanChange, plan: Plan) -> Result:
    """Everything that does not build on these skills comes before them; of steps the application stays the last."""
    wanted, notes = meant(change, plan)
    own, wanted = _own_apart(wanted, plan)
    edits, last = [_own_at(title, "end") for title in own], set(wanted)
    if not last:
        return edits, notes
    door = _application(plan)
    if plan.of_steps and door in last:
        stays = Unmade(f"{door} comes last anyway: all the rest is for it.")
        last.discard(door)
        notes = [*notes, stays]
    builds_on = _prerequisites()
    before = [skill for skill in taught(plan) if skill not in last and not builds_on(skill) & last]
    if not before or not last:
        said = f"{listed(last)} cannot come later: all the rest builds on it."
        return edits, [*notes, *([Unmade(said)] if last else [])]
    if not plan.of_steps:
        return [*edits, *_ordered(before, plan)], notes
    rest = [skill for skill in before if skill != door]
    order = [*rest, *(skill for skill in taught(plan) if skill in last), *([door] if door else [])]
    if order == taught(plan):
        behind = f"only “{door}” comes behind it" if door else "nothing comes behind it"
        return edits, [*notes, Unmade(f"{listed(last)} stands as late as it can already: {behind}.")]
    return [*edits, *_ordered(order, plan)], notes


def reorder(change: PlanChange, plan: Plan) -> Result:
    """What is named takes each other's places; the rest stays where it is."""
    groups, notes = _groups(change, plan)
    if len(groups) < 2:
        return [], notes or [unmade(PlanChange(kind="reorder"))]
    own = set(own_titles(plan))
    places = [taught(plan).index(group[0]) for group in groups]
    if places == sorted(places):
        return [], [*notes, Unmade(remark(plan.language, "order_already", what=listed_in_order(groups)))]
    edits = [
        _beside(group, groups[place - 1] if place else groups[1], "after" if place else "before")
        for place, group in enumerate(groups)
        if set(group) <= own
    ]
    groups = [group for group in groups if not set(group) <= own]
    if len(groups) < 2:
        return edits, notes
    builds_on = _prerequisites()
    for place, group in enumerate(groups):
        behind = {skill for other in groups[place + 1 :] for skill in other}
        if held := next(((name, needed) for name in group if (needed := builds_on(name) & behind)), None):
            said = f"{held[0]} builds on {listed(held[1])}, so it stays behind it."
            return edits, [*notes, Unmade(said)]
    order, moved = taught(plan), {skill for group in groups for skill in group}
    starts = sorted(order.index(group[0]) for group in groups)
    new = [
        skill
        for place, name in enumerate(order)
        for skill in (groups[starts.index(place)] if place in starts else [] if name in moved else [name])
    ]
    new, said_of = _sound(new, plan)
    last = len(new) if plan.of_steps else max(new.index(skill) for skill in moved) + 1
    return [*edits, *_ordered(new[:last], plan)], [*notes, *said_of]


def listed_in_order(groups: Sequence[Sequence[str]]) -> str:
    """The names of groups, as they stand."""
    return wording.listing([name for group in groups for name in group])


def in_order(plan: Plan, order: Sequence[str]) -> Plan:
    """A plan of steps in an order that was just told, for what is told next; one of skills stays as it is."""
    if not plan.of_steps or not order:
        return plan
    places = {title: at for at, title in enumerate(order)}
    milestones = sorted(plan.milestones, key=lambda each: places.get(each.title, len(places)))
    return plan.model_copy(update={"milestones": milestones})


def _groups(change: PlanChange, plan: Plan) -> tuple[list[list[str]], list[Unmade]]:
    """The skills of each thing that is named, and what is to be said of what has no place in the order."""
    groups, notes = list[list[str]](), list[Unmade]()
    for name in change.parts:
        parts, _ = known_parts(PlanChange(kind="reorder", parts=[name]), plan, milestones=True)
        skills, _ = known_skills(PlanChange(kind="reorder", skills=[name]), plan)
        if group := list(dict.fromkeys([*skills_of(parts, plan), *skills])):
            groups += [group] if group not in groups else []
        elif title := items_of(plan).get(name):
            notes.append(Unmade(f"{title} is no milestone, so it has no place in their order."))
        else:
            gone = (
                untaught(name, plan)
                if left_out(name, plan)
                else Unmade(remark(plan.language, "no_part", what=name))
            )
            notes.append(gone)
    return groups, notes


def core_titles(plan: Plan) -> set[str]:
    """The steps without which nobody gets in, by their titles; of a plan of skills there are none."""
    from tools.roadmap.steps import door_of

    door = door_of(plan.outlook.target) if plan.of_steps and plan.outlook else None
    return {step.title for step in door.steps if step.core} if door else set()


def _application(plan: Plan) -> str | None:
    from tools.roadmap.steps import opens_door

    return next((name for name in reversed(taught(plan)) if opens_door(name)), None)


def _sound(order: Sequence[str], plan: Plan) -> tuple[list[str], list[Unmade]]:
    """The order with the application behind the core steps that stand in the plan, and that it waits for them."""
    door, core = _application(plan), core_titles(plan)
    if door is None or door not in order:
        return list(order), []
    needed = [name for name in order if name in core and name != door]
    behind = [name for name in needed if order.index(name) > order.index(door)]
    if not behind:
        return list(order), []
    rest = [name for name in order if name != door]
    at = rest.index(needed[-1]) + 1
    said = f"{door} comes behind {wording.listing(behind)}: without that, by our judgement, nobody is taken."
    return [*rest[:at], door, *rest[at:]], [Unmade(said)]


def _own_apart(names: Sequence[str], plan: Plan) -> tuple[list[str], list[str]]:
    theirs = own_titles(plan)
    return [name for name in names if name in theirs], [name for name in names if name not in theirs]


def _own_at(title: str, place: Place, of: Sequence[str] = ()) -> PlanEdit:
    """A step of theirs in another place; its hours are those that it had (`merge_own`)."""
    return PlanEdit(
        path=f"{OWN}/{title}", after=OwnStep(title=title, place=place, of=[*of]).model_dump(mode="json")
    )


def _beside(group: Sequence[str], other: Sequence[str], place: Place) -> PlanEdit:
    return _own_at(group[0], place, other)


def _ordered(skills: Sequence[str], plan: Plan) -> list[PlanEdit]:
    theirs = own_titles(plan)
    names = [name for name in dict.fromkeys(skills) if name not in theirs]
    return [PlanEdit(path=ORDER, after=[*names])] if names else []


def _prerequisites() -> Callable[[str], AbstractSet[str]]:
    """From a skill's name to the names of all that it builds on."""
    from tools.roadmap.graph import before
    from tools.roadmap.tables import skills

    ids = {row.name: row.id for row in skills().values()}
    return lambda name: {skills()[skill].name for skill in before(ids[name])} if name in ids else set()
