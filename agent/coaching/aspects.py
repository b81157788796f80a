"""What is told of the aspect of a job that was asked about: before what is looked up beside it."""

from dataclasses import replace

from agent.coaching.lines import Said, line
from agent.coaching.view import View
from agent.models import Wish
from tools.roadmap.aspects import told_of


def led(wish: Wish, said: Said, view: View) -> Said:
    """What a move says, led by the sentence for the aspect."""
    subject = next(iter(view.subjects(wish)), None)
    told = told_of(subject.role, wish.aspect) if wish.aspect and subject and subject.role else None
    if told is None:
        return said
    lead = line("aspects.told", told=told.removesuffix("."))
    if lead.digest in view.dialogue.said:
        return said
    return replace(said, lines=(lead, *said.lines), again=())
