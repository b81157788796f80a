"""words: the words for telling, asking or answering somebody: those of pay with the number, a text that fits; else how to build them."""

from agent.coaching.lines import Said, asking, line
from agent.coaching.moves import letter
from agent.coaching.view import View
from agent.models import ToolRequest, Wish


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """What a text on the same needs."""
    return letter.needs(wish, view)


def say(wish: Wish, view: View) -> Said:
    """What a letter on it says, where there is one; else a plain text of what was told, or how to put it, and to whom it goes and why."""
    if letter.is_written(wish, view) or view.dialogue.notes.to:
        return letter.say(wish, view)
    lines = (line("words.three"), line("words.aloud"))
    return Said(lines, question=asking("which", "words.whom", 60), again=lines[1:])
