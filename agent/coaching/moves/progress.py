"""progress: what is done is named, then the new finish and the next step; a setback without blame."""

from agent import wording
from agent.coaching.lines import Line, Said, asking, line
from agent.coaching.moves.about_plan import steps
from agent.coaching.plan_parts import PlanParts, parts_in_work, titles
from agent.coaching.view import View
from agent.models import Wish
from agent.plans.how_far import plan_in_work
from agent.plans.progress import skills_left, skills_meant


def say(wish: Wish, view: View) -> Said:  # noqa: ARG001 - a move's signature
    """Done, or time lost, and what that does to the dates of the plan they work by."""
    parts, plan = parts_in_work(view), plan_in_work(view.plan, view.draft)
    if parts is None and plan is not None:
        return Said((line("progress.heard"), *steps(plan)))
    if parts is None:
        done = line("progress.done_alone", done=wording.listing(list(view.done))) if view.done else None
        return Said(
            (done or line("progress.heard"),), question=asking("sure", "progress.shall_i", 50, "plan")
        )
    lines = [_done(parts, view)] if view.done else []
    lines += [line("progress.lost")] if view.lost_weeks else []
    lines = lines or [line("progress.heard")]
    if not parts.left:
        return Said((*lines, line("progress.finished")))
    day = wording.spoken_date(parts.finish_from_today)
    first = parts.left[0]
    skill = next(iter(skills_left(first, view.progress)), first.title)
    lines += [line("progress.finish", day=day), line("progress.next", skill=skill, title=first.title)]
    return Said(tuple(lines))


def _done(parts: PlanParts, view: View) -> Line:
    """What was finished by its name in the plan: milestones by title, else skills."""
    skills = [skill for item in view.done for skill in skills_meant(item, parts.plan)]
    whole = [each for each in parts.plan.milestones if each.skills and set(each.skills) <= set(skills)]
    named = titles(whole) if whole else wording.listing(list(dict.fromkeys(skills or view.done)))
    return line("progress.done", done=named)
