"""progress: what they did in their words, what of it is done in the plan, the finish and the next step; a setback without blame."""

from agent import wording
from agent.coaching.lines import Line, Said, asking, line
from agent.coaching.moves.about_plan import steps
from agent.coaching.plan_parts import PlanParts, parts_in_work, titles
from agent.coaching.ranks import NEWS
from agent.coaching.view import View
from agent.models import Wish
from agent.plans.how_far import plan_in_work
from agent.plans.progress import skills_left, skills_meant
from tools.roadmap.models import Milestone


def say(wish: Wish, view: View) -> Said:
    """Done, or time lost, and what that does to the dates of the plan they work by; where they are stuck, a small step."""
    parts, plan = parts_in_work(view), plan_in_work(view.plan, view.draft)
    if parts is None and plan is not None:
        return Said((*heard(view), *steps(plan)))
    if parts is None:
        return _of_no_plan(wish, view)
    if wish.kind == "bad":
        return Said((_news("bad", view),))
    lines = [*([_done(parts, view)] if view.done else []), *_weeks(parts, view)]
    lines += [line("progress.lost")] if view.lost_weeks > 0 else []
    at = parts.meant(wish.part) if wish.part and not lines and not view.did else None
    if at is not None and at in parts.left:
        return Said(tuple(_stuck(at, parts, view)))
    lines = [*(heard(view) if view.did or not lines else []), *lines]
    if not parts.left:
        return Said((*lines, line("progress.at_door" if parts.plan.of_steps else "progress.finished")))
    day = wording.spoken_date(parts.finish_from_today)
    first = parts.left[0]
    skill = next(iter(skills_left(first, view.progress)), first.title)
    following = line("progress.next", skill=skill, title=first.title)
    if first.does:
        following = line("progress.next_step", title=first.title)
    lines += [line("progress.finish", day=day), following]
    return Said(tuple(lines))


def _of_no_plan(wish: Wish, view: View) -> Said:
    """A word to the news, or to what was done; then what is still open, or a plan where they have a goal."""
    then = asking("which", "progress.then", 50)
    if wish.kind in NEWS:
        return Said((_news(wish.kind, view),), question=then)
    done = line("progress.done_alone", done=wording.listing(list(view.done))) if view.done else None
    planned = wish.kind != "after" and view.profile.target_role
    shall_i = asking("sure", "progress.shall_i", 50, "plan") if planned else then
    return Said((*([done] if done else heard(view)),), question=shall_i)


def _news(kind: str, view: View) -> Line:
    """A word to good or bad news that the thread has not heard yet; the shortest one where it heard all."""
    words = [line(f"progress.{kind}"), line(f"progress.{kind}_too"), line(f"progress.{kind}_more")]
    return next((each for each in words if each.digest not in view.dialogue.said), words[-1])


def heard(view: View) -> list[Line]:
    """That what they did is kept, and what of the plan could be done with it: that is theirs to say."""
    lines = [line("progress.did" if view.did else "progress.heard")]
    plan = plan_in_work(view.plan, view.draft)
    near = next((each for each in plan.milestones if each.title == view.near), None) if plan else None
    if near is not None and not set(near.skills) <= {*view.progress.done}:
        lines.append(line("progress.near", title=near.title, id=near.id))
    return lines


def _weeks(parts: PlanParts, view: View) -> list[Line]:
    """What of the plan runs on after the weeks that are behind them: it is not done by these."""
    runs = [each for each in parts.left if each.start_week <= view.weeks < each.end_week]
    named = (
        {"title": titles(runs), "day": wording.spoken_date(wording.week_end(parts.start, runs[-1].end_week))}
        if runs
        else {}
    )
    return [line("progress.runs_on" if view.done else "progress.weeks", **named)] if named else []


def _stuck(at: Milestone, parts: PlanParts, view: View) -> list[Line]:
    """Where they are, how long that has, and the smallest thing to do about it."""
    skill = next(iter(skills_left(at, view.progress)), at.title)
    day = wording.spoken_date(parts.finish_from_today)
    step = line("progress.stuck", proof=at.proof.removesuffix("."), skill=skill)
    return [
        line("progress.at", title=at.title, span=parts.span(at)),
        *([step] if at.proof else []),
        line("progress.finish", day=day),
    ]


def _done(parts: PlanParts, view: View) -> Line:
    """What was finished by its name in the plan: milestones by title, else skills; what names neither is asked for."""
    skills = [skill for item in view.done for skill in skills_meant(item, parts.plan)]
    if not skills:
        first = (parts.left or parts.plan.milestones)[0]
        return line("progress.unplaced", done=f"“{wording.listing(list(view.done))}”", id=first.id)
    whole = [each for each in parts.plan.milestones if each.skills and set(each.skills) <= set(skills)]
    named = titles(whole) if whole else wording.listing(list(dict.fromkeys(skills or view.done)))
    return line("progress.done", done=named)
