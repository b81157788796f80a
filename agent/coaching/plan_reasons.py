"""What a plan rests on: how sure its weeks are, on which days it counts, and why something is in it."""

import re

import prompts
from agent import wording
from agent.coaching.lines import Line, line
from agent.coaching.plan_parts import PlanParts
from agent.coaching.plan_questions import could_mean, needed, spoken_of
from agent.coaching.roads import builds_on, spoken_hours
from agent.models import Wish
from agent.nlu.parts import parts as parts_of
from agent.plans.progress import usual_name
from tools.roadmap.models import Milestone
from tools.roadmap.tables import Basis

_WORD = re.compile(r"[^\W_]+")
_JOINING = frozenset({"and", "the", "for", "with", "then"})  # words of titles that name nothing
# By what the hours of skills are known, in the order in which it is said.
_BASES: tuple[Basis, ...] = ("measured", "provider-stated", "derived", "estimate")


def certain(parts: PlanParts) -> list[Line]:
    """That the weeks are an estimate: the range of their hours, where these come from, and the pace that the dates count on."""
    hours = parts.hours_range
    told = [line("about_plan.between", *hours.ids, low=hours.low, high=hours.high)] if hours else []
    if parts.plan.of_steps:
        rests = line("about_plan.step_rests")
    else:
        bases = wording.listing([_basis(each) for each in _BASES if each in _bases(parts)])
        rests = line("about_plan.rests", bases=bases) if bases else line("about_plan.rests_on_hours")
    pace = [line("about_plan.counts_on", pace=wording.hours(parts.pace))] if parts.pace else []
    return [line("about_plan.estimate"), *told, rests, *pace]


def days(parts: PlanParts) -> list[Line]:
    """That a plan counts hours a week, whichever days they are on; people who are visited have hours of their own."""
    pace = wording.hours(parts.pace) if parts.pace else spoken_hours(parts.hours)
    told = [line("about_plan.days" if parts.pace else "about_plan.days_in_all", pace=pace)]
    return [
        *told,
        *([line("about_plan.step_days")] if parts.plan.of_steps else []),
        line("about_plan.fewer_weeks"),
    ]


def why(wish: Wish, milestone: Milestone | None, parts: PlanParts) -> list[Line]:
    """Why something is in the plan and how it goes; of what is not in it that, and which part may be meant."""
    asked = parts_of(parts.view.message)
    words = " ".join(each.text for each in asked) or parts.view.message
    skill = next((usual_name(each) for each in wish.skills if parts.holding(each)), None)
    about = milestone or (parts.holding(skill) if skill else None)
    if about is None and not wish.skills:
        about = spoken_of(wish.part or words, parts)
    if about is None:
        return _absent(wish, words, parts)
    if about.does:
        first = [
            *needed(about, parts, why=True),
            line("about_plan.does_in", title=about.title, does=about.does),
        ]
        return [*first, line("about_plan.why_drop", what=about.title)]
    skill = skill or _skill_of(words, about)
    return [_reason(skill, about, parts), line("about_plan.why_drop", what=skill)]


def _reason(skill: str, about: Milestone, parts: PlanParts) -> Line:
    """What needs a skill: what builds on it in the plan, else the work itself."""
    later = builds_on(skill, (each for held in parts.plan.milestones for each in held.skills))
    ids = parts.evidence(about.title, "last week", about.end_week)
    if later:
        return line("about_plan.why_later", *ids, skill=skill, later=wording.listing(later[:3]))
    role = parts.plan.outlook.target if parts.plan.outlook else parts.view.profile.target_role
    return line("about_plan.why_asked", *ids, skill=skill, role=wording.article(role or "the job"))


def _absent(wish: Wish, words: str, parts: PlanParts) -> list[Line]:
    """That it is not in the plan by that name, with the part that may be meant."""
    name = next((usual_name(each) for each in wish.skills), wish.part)
    told = line("about_plan.absent", skill=name) if name else line("about_plan.holds_not")
    near = could_mean(name or words, parts)
    return [told, line("about_plan.may_mean", title=near.title)] if near else [told]


def _skill_of(words: str, about: Milestone) -> str:
    """The skill of a milestone that words are from, else the milestone."""
    said = {*_WORD.findall(words.casefold())}
    named = (skill for skill in about.skills if said & {*_WORD.findall(skill.casefold())} - _JOINING)
    return next(named, about.title)


def _bases(parts: PlanParts) -> set[Basis]:
    from tools.roadmap.skills import link_skill
    from tools.roadmap.tables import skills

    held = (link_skill(name) for each in parts.plan.milestones for name in each.skills)
    return {skills()[linked.id].basis for linked in held if linked}


def _basis(basis: Basis) -> str:
    return prompts.reply(f"about_plan.basis_{basis.replace('-', '_')}")
