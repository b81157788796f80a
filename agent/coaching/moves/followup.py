"""followup: what leans on figures, on an offer, or on nothing that is known; else it is answered as the next thing about a job."""

from agent.coaching import why
from agent.coaching.lines import Said, asking, line
from agent.coaching.moves import ask_for, compare, library, offer, tell
from agent.coaching.moves.offer import subject_of
from agent.coaching.names import own_words
from agent.coaching.roads import goal
from agent.coaching.view import View
from agent.models import ToolRequest, Wish

_TERM = 4  # words


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """What the likeliest answer rests on."""
    if wish.kind == "why":
        return why.needs(view)
    if len(wish.subjects) > 1:
        return compare.needs(wish, view)
    if _is_of_offer(wish, view):
        return [*offer.needs(wish, view), *ask_for.needs(wish, view)]
    return tell.needs(wish, view) if tell.has_facts(view) or not _is_term(view) else library.needs(wish, view)


def say(wish: Wish, view: View) -> Said:
    """Why; how the figures lie apart and what they do not tell; of the offer what to name and the view of it; else what is left."""
    if wish.kind == "why":
        return why.say(wish, view)
    if len(wish.subjects) > 1:
        return compare.in_short(wish, view)
    if not _is_of_offer(wish, view):
        return _left(wish, view)
    judged, asked = offer.say(wish, view), ask_for.say(wish, view)
    views = tuple(said for said in judged.lines if said.key.startswith("offer.view"))
    if any(said.key == "offer.view_high" for said in views):
        return Said((*views, *judged.lines[:1]))
    lines = (*asked.lines[:1], *views, *asked.lines[1:], *judged.lines)
    return Said(lines, asked.table, asked.cited, asked.question)


def _left(wish: Wish, view: View) -> Said:
    """Everything about the goal was told: a plan is what comes next. Without a goal what lies near their work, once."""
    if (role := goal(wish, view)) is not None:
        name = own_words(role)
        plan = asking("sure", "followup.plan", 50, "plan", role=name)
        return Said((line("followup.all_told", role=name),), question=plan)
    if not tell.has_facts(view) and _is_term(view) and library.passage(wish, view):
        return library.say(wish, view)
    if not tell.has_facts(view):
        return Said((line("followup.open"),), question=asking("current", "tell.work", 60, "tell"))
    near = tell.say(wish, view)
    return near if near.options or near.question is None else Said((line("tell.heard"),))


def _is_term(view: View) -> bool:
    """Whether the message is no more than a term, which a library may explain."""
    return len(view.message.split()) <= _TERM


def _is_of_offer(wish: Wish, view: View) -> bool:
    """Whether an offer is what the thread is about."""
    return bool(view.dialogue.offers) and subject_of(wish, view) is not None
