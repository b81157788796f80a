"""What was asked before in a thread: marks of wishes among the digests of what was said."""

from agent.coaching.lines import Line, line
from agent.coaching.names import own_words, people
from agent.coaching.view import View
from agent.models import Wish, WishName

SIDE_BY_SIDE = ("compare", "which_first")
# Asked in other words than before these ask for what is not held, where nothing new is found.
_IN_OTHER_WORDS = frozenset({"followup", "requirements", "library", "options"})
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


def no_more(asked: list[Wish], view: View) -> Line | None:
    """What is said where more is asked and nothing new is held: what would help to find it. Whether a degree is needed is told again."""
    if not asked or any(
        wish.name not in _IN_OTHER_WORDS or (wish.degree is not None and wish.name != "options")
        for wish in asked
    ):
        return None
    if any(wish.name == "options" for wish in asked):
        return line("followup.no_more_options")
    named = next((subject.role for subject in asked[0].subjects if subject.role), None)
    role = named or view.dialogue.topic.role
    return line("followup.no_more_of", people=people(role)) if role else line("followup.no_more")


def asked_before(wish: Wish, view: View) -> bool:
    return mark(wish, view) in view.dialogue.said
