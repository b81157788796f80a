"""words: the words for telling, asking or answering somebody: of pay those with the number, else three sentences to fill."""

from agent.coaching.lines import Said, line, numbered
from agent.coaching.moves import letter
from agent.coaching.view import View
from agent.models import ToolRequest, Wish


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """What a text on the same needs."""
    return letter.needs(wish, view)


def say(wish: Wish, view: View) -> Said:
    """The words about pay where it is about pay, a short text of its kind where one is held; else how to put it in three sentences."""
    if letter.is_written(wish, view):
        return letter.say(wish, view)
    items = [line(f"words.part_{place}") for place in (1, 2, 3)]
    return Said((line("words.three"),), numbered(items), again=(line("words.aloud"),), text="")
