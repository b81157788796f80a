"""Whether to stay or go, where no other job is named: the view, how many such jobs there are, what lies near."""

from agent.coaching.lines import Line, Said, asking, line
from agent.coaching.moves import market, options
from agent.coaching.view import View
from agent.models import Subject, ToolRequest, Wish


def needs(view: View) -> list[ToolRequest]:
    """The market of the work they do or did, and what lies near it."""
    if view.present is None:
        return []
    return [*market.needs(_market(view), view), *options.needs(Wish(name="options"), view)]


def say(view: View) -> Said:
    """Stay until something is signed; without a job hold out for a while. How the work stands here, and what is near."""
    if view.present is None:
        return Said((line("which_first.open"),), question=asking("which", "which_first.between", 90))
    held = bool(view.profile.current_role)
    first = line("which_first.stay" if held else "which_first.hold_out")
    near = options.nearest(view)[0] if held else []
    stands = [each for each in market.say(_market(view), view).lines if each.evidence]
    question = asking("which", "which_first.what_hurts", 50) if held else None
    lines: tuple[Line, ...] = (first, *stands[:1], *near, *stands[1:])
    return Said(lines, question=question, again=(line("which_first.signed"), *near))


def _market(view: View) -> Wish:
    return Wish(name="market", subjects=[view.present or Subject()])
