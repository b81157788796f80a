"""Questions about what is in a plan: whether something is, whether it could go, and why one part comes before another."""

import re

import prompts
from agent import wording
from agent.coaching.lines import Line, line
from agent.coaching.plan_parts import PlanParts
from agent.coaching.roads import spoken_hours
from agent.models import Plan
from agent.plans.named import names_in
from agent.plans.ordering import core_titles
from agent.plans.other_words import could_be, meant_by
from agent.plans.progress import usual_name
from agent.plans.step_names import stem
from tools.roadmap.models import Milestone

_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_NAMED = 4  # titles in a row
_LEFT_OUT = 3  # milestones named that are left out
_PAIR = 2


def held(message: str, parts: PlanParts) -> list[Line]:
    """Where in the plan what is asked about stands, by its own words; else that no part says so, with the nearest one."""
    asked = {stem(word) for word in _WORD.findall(message)} - {"", *_asking()}
    found = [each for each in parts.plan.milestones if asked & _stems(each)]
    if found:
        first = found[0]
        told = line("about_plan.holds", titles=_listed(found[:_NAMED]))
        return [
            told,
            *([line("about_plan.does_in", title=first.title, does=first.does)] if first.does else []),
        ]
    near = could_be(message, parts.plan)[:1]
    return [line("about_plan.holds_not"), *(line("about_plan.nearest", titles=_listed(near)) for _ in near)]


def spoken_of(words: str, parts: PlanParts) -> Milestone | None:
    """The milestone in whose own words most of these stand, else the one they are surely about."""
    asked = {stem(word) for word in _WORD.findall(words)} - {"", *_asking()}
    shared = {each.id: len(asked & _stems(each)) for each in parts.plan.milestones}
    most = max(parts.plan.milestones, key=lambda each: shared[each.id])
    return most if shared[most.id] else meant_by(words, parts.plan)


def could_mean(words: str, parts: PlanParts) -> Milestone | None:
    """The milestone that words are likeliest about, to be asked about."""
    return next(iter(could_be(words, parts.plan)), None)


def needed(milestone: Milestone | None, parts: PlanParts, *, why: bool = False) -> list[Line]:
    """Whether, or `why`, anybody is taken without a part, by our judgement; of none in particular what has to stay and what could go."""
    must = _musts(parts.plan)
    if milestone is None:
        stay = [each for each in parts.plan.milestones if each.id in must]
        free = [each for each in parts.plan.milestones if each.id not in must]
        told = [line("about_plan.musts", titles=_listed(stay))] if stay else []
        return [*told, *([line("about_plan.could_go", titles=_listed(free))] if free else [])]
    key = "needed" if milestone.id in must else "helps"
    return [line(f"about_plan.{'why_' if why else ''}{key}", title=milestone.title)]


def by_then(milestone: Milestone, parts: PlanParts) -> list[Line]:
    """What is done at the end of a milestone, and what would be left out by who stops there."""
    held = parts.plan.milestones
    later = held[held.index(milestone) + 1 :]
    if not later:
        return [line("about_plan.last")]
    done = wording.whole(parts.hours - sum(float(each.hours) for each in later))
    return [
        line(
            "about_plan.by_then",
            *parts.total_evidence,
            id=milestone.id,
            hours=wording.number(done),
            all=spoken_hours(parts.hours),
            left=wording.listing(
                [*(each.title for each in later[:_LEFT_OUT]), *(["others"] * (len(later) > _LEFT_OUT))]
            ),
        )
    ]


def order_of(message: str, parts: PlanParts) -> list[Line]:
    """Why one of two parts that a message names comes before the other; nothing where it names another number of them."""
    by_id = {each.id: each for each in parts.plan.milestones}
    ids = dict.fromkeys(
        part
        for found in names_in(message, parts.plan)
        for part in (*found.parts, *(each.id for each in by_id.values() if {*found.skills} & {*each.skills}))
        if part in by_id
    )
    if len(ids) != _PAIR:
        return []
    first, later = sorted((by_id[part] for part in ids), key=parts.plan.milestones.index)
    told = {"first": first.title, "later": later.title}
    if parts.plan.of_steps:
        core = later.title in core_titles(parts.plan) and first.title in core_titles(parts.plan)
        return [line("about_plan.step_before" if core else "about_plan.step_free", **told)]
    return [line("about_plan.before" if _builds(later, first) else "about_plan.parts_free", **told)]


def order_of_skills(one: str, other: str, parts: PlanParts) -> Line:
    """Why one comes before the other, where it has to."""
    from tools.roadmap.graph import before
    from tools.roadmap.skills import link_skill

    left, right = link_skill(one), link_skill(other)
    if left and right and left.id in before(right.id):
        return line("about_plan.before", first=left.name, later=right.name)
    if left and right and right.id in before(left.id):
        return line("about_plan.before", first=right.name, later=left.name)
    names = [usual_name(one), usual_name(other)]
    if any(parts.holding(name) is None for name in names):
        return line("about_plan.not_both", names=wording.listing(names))
    return line("about_plan.free", names=wording.listing(names), first=names[1])


def _builds(later: Milestone, first: Milestone) -> bool:
    """Whether something in one milestone builds on something in another."""
    from tools.roadmap.graph import before
    from tools.roadmap.skills import link_skill

    ids = [{linked.id for name in each.skills if (linked := link_skill(name))} for each in (first, later)]
    return any(ids[0] & before(skill) for skill in ids[1])


def _musts(plan: Plan) -> set[str]:
    """The ids of the core steps, or of what teaches a skill that the work asks for as a must."""
    if plan.of_steps:
        core = core_titles(plan)
        return {each.id for each in plan.milestones if each.title in core}
    from tools.roadmap.tables import skills
    from tools.roadmap.targets import link_target

    target = link_target(plan.outlook.target) if plan.outlook else None
    musts = {
        skills()[skill].name for skill, need in (target.needs if target else {}).items() if need == "must"
    }
    taught = [each for each in plan.milestones if musts & {*each.skills}]
    return {
        each.id for each in plan.milestones if each in taught or any(_builds(later, each) for later in taught)
    }


def _stems(milestone: Milestone) -> set[str]:
    said = " ".join([milestone.title, milestone.does, milestone.proof, *milestone.skills])
    return {stem(word) for word in _WORD.findall(said)}


def _asking() -> set[str]:
    """Stems of words with which it is asked, which name nothing."""
    return {stem(word) for word in prompts.words("asking")["en"].split()}


def _listed(milestones: list[Milestone]) -> str:
    return wording.listing([f"“{each.title}”" for each in milestones])
