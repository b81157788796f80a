"""What is told of the aspect of a job that was asked about: before what is looked up beside it."""

from dataclasses import replace

from agent.coaching.lines import Said, line
from agent.coaching.view import View
from agent.models import Wish
from tools.roadmap.aspects import told_of

_OF_A_CHANCE = 2  # lines: the view with its reasons, and the way in


def led(wish: Wish, said: Said, view: View) -> Said:
    """What a move says, led by the sentence for the aspect; to whether they have a chance the yes or no goes before it."""
    subject = next(iter(view.subjects(wish)), None)
    told = told_of(subject.role, wish.aspect) if wish.aspect and subject and subject.role else None
    if told is None:
        return said
    lead = line("aspects.told", told=told.removesuffix("."))
    if lead.digest in view.dialogue.said:
        return said
    first = _OF_A_CHANCE if wish.name == "realistic" else 0
    return replace(said, lines=(*said.lines[:first], lead, *said.lines[first:]), again=())
