"""Why the coach said what it said last: the reasons of that answer, from its own evidence."""

from agent.coaching import moves
from agent.coaching.entry import entry_of
from agent.coaching.lines import Line, Said, line
from agent.coaching.names import own_words, people
from agent.coaching.roads import gap_lines, goal, has_road, road
from agent.coaching.view import View
from agent.models import ToolRequest, Wish
from agent.wording import listing

_REASONS = 2
_OF_ONE = frozenset({"work_like", "requirements"})  # told of one that was picked from a list
_ON_A_WAY = frozenset({"realistic", "how_long", "tell"})  # whose reason is what is still to be learned
_LISTED = 3  # jobs that are named


def needs(view: View) -> list[ToolRequest]:
    """What the last answer rested on."""
    last = _last(view)
    return moves.needs(last, view) if last else []


def say(wish: Wish, view: View) -> Said:
    """Of a list why these are on it, of a first step why it is first, else what the answer rested on."""
    last = _last(view)
    if last is None:
        return Said((line("followup.no_reason"),))
    role = goal(wish, view)
    if last.name == "options" or (last.name in _OF_ONE and view.dialogue.topic.role in view.dialogue.options):
        return _listed(wish, last, view)
    if last.name == "next_step" and not has_road(role):
        entry = entry_of(role, view) if role else None
        return Said(
            (
                line("followup.why_step"),
                *(
                    [line("library.entered", entry.id, people=entry.people, entry=entry.words)]
                    if entry
                    else []
                ),
            )
        )
    held = road(role, view) if role and last.name in _ON_A_WAY and has_road(role) else None
    if held is not None:
        return Said((_joined(gap_lines(held)),))
    said = moves.say(last, view)
    reasons = [own for own in said.lines[1:] if not own.key.endswith("_then")][:_REASONS]
    if not reasons:
        return Said((line("followup.no_reason"),))
    return Said((_joined(reasons),))


def _last(view: View) -> Wish | None:
    return next(iter(view.dialogue.answered), None)


def _listed(wish: Wish, last: Wish, view: View) -> Said:
    """That a job is listed as near to their work by O*NET, and by what the list is put in order."""
    own = view.profile.current_role or view.profile.former_role
    named = [*(subject.role for subject in wish.subjects), view.dialogue.topic.role]
    picked = [role for role in view.dialogue.options if role in named] or view.dialogue.options[:_LISTED]
    if own is None or not picked:
        return Said((line("followup.no_reason"),))
    key = "paid" if last.kind == "pay" else "outside" if "leaves" in view.dialogue.brings else "near"
    jobs = listing([people(role) for role in picked])
    return Said((line(f"followup.why_{key}", jobs=jobs, work=own_words(own)),))


def _joined(reasons: list[Line]) -> Line:
    """The reasons in one sentence of its own: said as an answer they are no repetition."""
    *others, last = reasons
    text = " ".join([line("followup.why").text, *(each.cited for each in others), last.text])
    return Line("followup.why", text, last.evidence)
