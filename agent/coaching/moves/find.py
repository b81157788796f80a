"""find: where to look for openings, schools or people: the job's own doors, and how many such jobs there are here."""

from agent.coaching.entry import entry_of, entry_request
from agent.coaching.lines import Said, asking, line
from agent.coaching.moves import market
from agent.coaching.view import View
from agent.models import Subject, ToolRequest, Wish
from tools.oews.role_links import link_role
from tools.options.conditions import conditions_of


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
    remote = [line("find.remote")] if "home" in (*wish.conditions, *view.dialogue.conditions) else []
    if subject is None or subject.role is None:
        return Said((*remote, line("find.anywhere"), line("find.people")))
    where = None if subject.place or remote else asking("place", "find.where", 60)
    asked = Wish(name="market", subjects=[subject])
    told = [each for each in market.say(asked, view).lines if each.evidence and not where]
    door = line(f"find.{_door(subject.role, view)}")
    again = (line("find.people"), *(each for each in (line("find.anywhere"), door) if remote))
    lines = (*remote, *([] if remote else [line("find.anywhere")]), door, *told[:1])
    return Said(lines, question=where, again=again)


def _door(role: str, view: View) -> str:
    """Who hires for it beside the boards: by whether it is desk work, and whether a school leads to it."""
    links, entry = link_role(role), entry_of(role, view)
    held = conditions_of(links[0].occupation.code) if links else None
    if held and held.meets("desk"):
        return "desk"
    return "school" if entry is None or entry.years else "at_work"


def _subject(wish: Wish, view: View) -> Subject | None:
    return next(iter(view.subjects(wish)), None)
