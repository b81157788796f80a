"""next_step: the first thing to do, why it comes first, and this week's three pieces of it."""

from collections.abc import Iterable

from agent import wording
from agent.coaching.entry import near_request
from agent.coaching.findings import answering
from agent.coaching.lines import Line, Said, asking, line
from agent.coaching.names import at_work, own_words
from agent.coaching.requests import roadmap_request
from agent.coaching.roads import builds_on, goal, has_road, known_line, road
from agent.coaching.view import View
from agent.models import ToolRequest, Wish
from agent.plans.progress import skills_left
from tools.roadmap.models import Milestone


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """The way to their goal; without one, what lies near their work."""
    role = goal(wish, view)
    if view.draft or view.plan:
        return []
    if role and has_road(role):
        return [roadmap_request(role, view)]
    work = role or view.profile.current_role or view.profile.former_role
    return [near_request(work, view)] if work else []


def say(wish: Wish, view: View) -> Said:
    """From the plan they work by where there is one, else from the way to their goal."""
    role, plan = goal(wish, view), view.draft or view.plan
    if plan is not None:
        left = [each for each in plan.milestones if skills_left(each, view.progress) or not each.skills]
        return Said(*_first_steps(left, view)) if left else Said((line("next_step.all_done"),))
    held = road(role, view) if role and has_road(role) else None
    if role and held is not None and held.document.milestones:
        lines, table = _first_steps(held.document.milestones, view, role)
        return Said((*lines, *known_line(held)), table)
    if held is not None:
        return Said((line("next_step.ready", role=own_words(held.role)),))
    return _by_work(role, view)


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
    resource = first.resources[0].title if first.resources else None
    time = line("next_step.most_hours", hours=wording.hours(hours)) if hours else line("next_step.most")
    study = line(
        "next_step.study_with" if resource else "next_step.study",
        time=time.text,
        skill=skill,
        **({"resource": resource} if resource else {}),
    )
    things = (study, _proof(skill, first), line("next_step.note"))
    first_line = (
        line("next_step.first_for", skill=skill, role=own_words(role))
        if role
        else line("next_step.first", skill=skill)
    )
    return (first_line, why), "\n".join(f"- {each.text}" for each in things)


def _proof(skill: str, milestone: Milestone) -> Line:
    """A first piece of what shows that a skill is there: its own proof, else that of the milestone."""
    from tools.roadmap.skills import link_skill

    linked = link_skill(skill)
    proof = (linked.proof if linked else milestone.proof).removesuffix(".")
    # Numbers in it are part of the exercise and no figure that evidence could hold.
    plain = not any(letter.isdigit() for letter in proof)
    return line("next_step.proof", proof=proof) if plain else line("next_step.proof_of", skill=skill)


def _by_work(role: str | None, view: View) -> Said:
    """Where no roadmap leads: a question to somebody who does it, or a direction first."""
    work = role or view.profile.current_role or view.profile.former_role
    found = answering(view.findings.options, near_request(work, view)) if work else None
    if role and found is not None and found.document.present is not None:
        return Said((line("next_step.talk", role=found.document.present.name), line("next_step.talk_what")))
    near = [option.name for option in found.document.options[:2]] if found else []
    if not work:
        return Said((line("next_step.direction"),), question=asking("current", "next_step.which", 90))
    if not near:
        return Said((line("next_step.pick"),), question=asking("target", "next_step.draws", 90))
    lines = (line("next_step.near", role=at_work(work), near=wording.listing(near)),)
    return Said(lines, question=asking("target", "next_step.which_near", 90), options=tuple(near))
