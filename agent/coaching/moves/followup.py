"""followup: something that leans on what went before and did not become clear: what was taken up, the likeliest answer."""

from agent.coaching.lines import Said, asking, line
from agent.coaching.moves import about_plan, ask_for, offer, pay, realistic, tell
from agent.coaching.moves.offer import subject_of
from agent.coaching.names import own_words
from agent.coaching.roads import goal, has_road
from agent.coaching.view import View
from agent.models import ToolRequest, Wish


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """What the likeliest answers rest on."""
    if view.draft or view.plan:
        return []
    if _is_of_offer(wish, view):
        return [*offer.needs(wish, view), *ask_for.needs(wish, view)]
    role = goal(wish, view)
    if role is None:
        return tell.needs(wish, view)
    return [*(realistic.needs(wish, view) if has_road(role) else []), *pay.needs(wish, view)]


def say(wish: Wish, view: View) -> Said:
    """Of the plan, the offer, the goal or what lies near their work: the first that was not told yet."""
    if view.draft or view.plan:
        return about_plan.say(wish, view)
    if _is_of_offer(wish, view):
        return _of_offer(wish, view)
    role = goal(wish, view)
    if role is None:
        if tell.has_facts(view):
            near = tell.say(wish, view)
            known = near.lines and near.lines[0].digest in view.dialogue.said
            return Said((line("tell.heard"),)) if known else near
        return Said(question=asking("target", "followup.about_what", 70, "tell"))
    moves = [realistic, pay] if has_road(role) else [pay]
    answers = [move.say(wish, view) for move in moves]
    heard = set(view.dialogue.said)
    taken = line("followup.taken", role=own_words(role))
    for answer in answers:
        if answer.lines and answer.lines[0].digest not in heard:
            return Said((taken, *answer.lines[:2]), question=answer.question, options=answer.options)
    return Said((taken,), question=asking("sure", "followup.plan", 50, "plan", role=own_words(role)))


def _of_offer(wish: Wish, view: View) -> Said:
    """What to name and the view of it; of an offer that is high already only the view."""
    judged, asked = offer.say(wish, view), ask_for.say(wish, view)
    views = tuple(said for said in judged.lines if said.key.startswith("offer.view"))
    if any(said.key == "offer.view_high" for said in views):
        return Said((*views, *judged.lines[:1]))
    return Said((*asked.lines[:1], *views, *asked.lines[1:]), asked.table, asked.cited, asked.question)


def _is_of_offer(wish: Wish, view: View) -> bool:
    """Whether an offer is what the thread is about."""
    return bool(view.dialogue.offers) and subject_of(wish, view) is not None
