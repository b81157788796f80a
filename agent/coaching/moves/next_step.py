"""next_step: the first thing to do, why it comes first, and this week's three pieces of it."""

from collections.abc import Iterable, Sequence

from agent import wording
from agent.coaching.entry import entry_of, entry_request
from agent.coaching.lines import Line, Said, asking, bullets, line
from agent.coaching.moves import options
from agent.coaching.moves.about_plan import steps
from agent.coaching.moves.tell import distance
from agent.coaching.names import own_words
from agent.coaching.plan_parts import PlanParts
from agent.coaching.requests import roadmap_request
from agent.coaching.roads import builds_on, goal, has_road, known_line, road, spoken_hours
from agent.coaching.view import View
from agent.models import Plan, ToolRequest, Wish
from agent.plans.progress import skills_left
from tools.roadmap.models import Milestone
from tools.roadmap.skills import link_skill
from tools.roadmap.ways_in import first_step_of


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """The way to their goal, or how it is entered; without a goal what lies near their work."""
    role = _goal(wish, view)
    if view.draft or view.plan:
        return []
    if role is None:
        return options.needs(wish, view)
    return [roadmap_request(role, view) if has_road(role) else entry_request(role, view)]


def say(wish: Wish, view: View) -> Said:
    """From the plan they work by where there is one, else from the way to their goal."""
    role, plan = _goal(wish, view), view.draft or view.plan
    if wish.kind == "done" and plan is None and role is not None:
        return _after_one(role, view)
    if plan is not None:
        return _of_plan(plan, view)
    if role is None:
        return _direction(wish, view)
    held = road(role, view) if has_road(role) else None
    if held is not None and held.document.milestones:
        lines, table = _first_steps(held.document.milestones, view, role)
        return Said((*lines, distance(held, view), *known_line(held)), table)
    if held is not None:
        return Said((line("next_step.ready", role=own_words(held.role)),))
    return _towards(role, view)


def _after_one(role: str, view: View) -> Said:
    """What comes after the first thing that was advised: of counted skills its proof and the next one, else people, ads, the application."""
    held = road(role, view) if has_road(role) else None
    skills = [skill for each in held.document.milestones for skill in each.skills] if held else []
    if held and skills:
        proof = _proof(skills[0], held.document.milestones[0])
        then = [line("next_step.done_then", skill=skills[1])] if len(skills) > 1 else []
        return Said((line("next_step.done"), proof, *then), again=tuple(then))
    entry = entry_of(role, view)
    last = line("next_step.apply" if entry and entry.level == "none" else "next_step.school")
    talk = line("next_step.talk", role=entry.people) if entry else line("next_step.talk_what")
    return Said((line("next_step.done"), talk, line("next_step.ads")), again=(last,))


def _of_plan(plan: Plan, view: View) -> Said:
    """The first that is left of it; a plan without milestones begins with its first action."""
    left = [each for each in plan.milestones if skills_left(each, view.progress) or not each.skills]
    if left and left[0].does:
        return Said(tuple(_step(left, PlanParts(plan, view))))
    if left:
        return Said(*_first_steps(left, view))
    outlook = plan.outlook
    if not plan.milestones and (outlook is None or not outlook.done):
        return Said(tuple(steps(plan, "1")))
    to_door = plan.of_steps or (outlook is not None and outlook.afterwards is not None)
    return Said((line("next_step.at_door" if to_door else "next_step.all_done"),))


def _step(left: Sequence[Milestone], parts: PlanParts) -> list[Line]:
    """The first step that is left, its hours and days, what shows that it is done, and the one after it."""
    first = left[0]
    ids = parts.evidence(first.title, "study hours", float(first.hours))
    told = {"span": parts.span(first), "hours": spoken_hours(float(first.hours))}
    lines = [
        line("next_step.step", *ids, title=first.title, does=first.does),
        line("next_step.step_when", *ids, **told),
    ]
    lines += [line("next_step.step_proof", *ids, proof=first.proof.removesuffix("."))] if first.proof else []
    return [*lines, *(line("next_step.step_then", title=each.title) for each in left[1:2])]


def _towards(role: str, view: View) -> Said:
    """The first step to a job that no roadmap leads to, how it is entered, and what to do beside."""
    entry = entry_of(role, view)
    if entry is None:
        return Said((line("next_step.talk_any", role=own_words(role)), line("next_step.talk_what")))
    way_in = line("library.entered", entry.id, people=entry.people, entry=entry.words)
    last = line("next_step.apply" if entry.level == "none" else "next_step.school")
    talk, ads, step = line("next_step.talk", role=entry.people), line("next_step.ads"), first_step_of(role)
    told = any(each.name in ("realistic", "requirements") for each in view.dialogue.wishes)
    told_way = [] if told else [way_in]
    if step:
        return Said(
            (line("next_step.own", step=step), *told_way, line("next_step.beside")), bullets((talk, ads))
        )
    return Said((*told_way, line("next_step.this_week")), bullets((talk, ads, last)))


def _goal(wish: Wish, view: View) -> str | None:
    """Where they want to go; for somebody without work back to what they did, where a roadmap counts it."""
    before = view.profile.former_role
    back = before if before and not view.profile.current_role and has_road(before) else None
    return goal(wish, view) or back


def _direction(wish: Wish, view: View) -> Said:
    """Where no goal is known a direction comes first: what lies near their work."""
    if not (view.profile.current_role or view.profile.former_role):
        return Said((line("next_step.direction"),), question=asking("current", "next_step.which", 90))
    near = options.say(wish, view)
    if near.options:
        return near
    return Said((line("next_step.pick"),), question=asking("target", "next_step.draws", 90))


def _first_steps(
    milestones: Iterable[Milestone], view: View, role: str | None = None
) -> tuple[tuple[Line, ...], str]:
    """The first skill that is left, what builds on it, and three things for the week."""
    all_of = list(milestones)
    first = all_of[0]
    skill = next(iter(skills_left(first, view.progress)), first.title)
    later = builds_on(skill, (name for each in all_of for name in each.skills))
    why = line("next_step.why", later=wording.listing(later[:2])) if later else line("next_step.why_first")
    hours = view.profile.hours_per_week
    time = line("next_step.most_hours", hours=wording.hours(hours)) if hours else line("next_step.most")
    facts = {"time": time.text, "skill": skill}
    study = line("next_step.study", **facts)
    if first.resources:
        study = line("next_step.study_with", **facts, resource=first.resources[0].title)
    begin = line("next_step.first", skill=skill)
    if role:
        begin = line("next_step.first_for", skill=skill, role=own_words(role))
    things = (study, _proof(skill, first), line("next_step.note"))
    return (begin, why), bullets(things)


def _proof(skill: str, milestone: Milestone) -> Line:
    """A first piece of what shows that a skill is there: its own proof, else that of the milestone."""
    linked = link_skill(skill)
    proof = (linked.proof if linked else milestone.proof).removesuffix(".")
    # Numbers in it are part of the exercise and no figure that evidence could hold.
    plain = not any(letter.isdigit() for letter in proof)
    return line("next_step.proof", proof=proof) if plain else line("next_step.proof_of", skill=skill)
