"""What was asked before in a thread: marks of wishes among the digests of what was said."""

from agent.coaching.lines import Line
from agent.coaching.names import own_words
from agent.coaching.view import View
from agent.models import Wish, WishName

SIDE_BY_SIDE = ("compare", "which_first")
_OTHER_QUESTIONS = frozenset(
    {"why", "done", "ends", "jobs", "loses"}
)  # under the name of one that was asked before


def marks(wish: Wish, view: View) -> list[str]:
    """What tells in `DialogueState.said` that a thing was asked before: the wish as it is, and of each job it is about."""
    name: WishName = "pay" if wish.name in SIDE_BY_SIDE else wish.name
    about = (subject.model_copy(update={"level": None}) for subject in view.subjects(wish))
    return [
        mark(wish, view),
        *(mark(Wish(name=name, subjects=[each]), view, told="told") for each in about),
    ]


def mark(wish: Wish, view: View, *, told: str = "") -> str:
    """`told` marks what was told of a job, however it was asked for."""
    about = [(own_words(each.role or ""), each.place, each.level) for each in view.subjects(wish)]
    amounts = [amount.model_dump_json() for amount in wish.amounts]
    kind = wish.kind if wish.kind in _OTHER_QUESTIONS else None
    asked = [told, wish.name, wish.query, about, wish.skills, wish.part, wish.measure, amounts, kind]
    return Line("wish", repr(asked).casefold()).digest


def asked_before(wish: Wish, view: View) -> bool:
    return mark(wish, view) in view.dialogue.said
