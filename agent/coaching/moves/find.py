"""find: where to look for openings, schools or people: the job's own doors, and how many such jobs there are here."""

from agent.coaching.entry import entry_of, entry_request
from agent.coaching.lines import Said, line
from agent.coaching.moves import market
from agent.coaching.view import View
from agent.models import Subject, ToolRequest, Wish


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """The market of the job where they live, and how it is entered."""
    subject = _subject(wish, view)
    if subject is None or subject.role is None:
        return []
    asked = Wish(name="market", subjects=[subject])
    return [*market.needs(asked, view), entry_request(subject.role, view)]


def say(wish: Wish, view: View) -> Said:
    """Where openings are listed, then the door that hires before a posting is written, then what is counted here."""
    subject = _subject(wish, view)
    if subject is None or subject.role is None:
        return Said((line("find.anywhere"), line("find.people")))
    entry = entry_of(subject.role, view)
    told = [each for each in market.say(Wish(name="market", subjects=[subject]), view).lines if each.evidence]
    door = "at_work" if entry and entry.level == "none" else "school"
    return Said((line("find.anywhere"), line(f"find.{door}"), *told[:1]), again=(line("find.people"),))


def _subject(wish: Wish, view: View) -> Subject | None:
    return next(iter(view.subjects(wish)), None)
