"""interview: what to do first and what to leave before an interview or test that is near."""

from agent import wording
from agent.coaching.gap import split_skills
from agent.coaching.lines import Question, Said, asking, line
from agent.coaching.names import at_work
from agent.coaching.requests import roadmap_request
from agent.coaching.roads import goal, has_road, road
from agent.coaching.thresholds import HOURS_SHORT, MOST_NAMED
from agent.coaching.view import View
from agent.models import ToolRequest, Wish


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """What the role cannot do without, where a roadmap tells it."""
    role = _role(wish, view)
    return [roadmap_request(role, view)] if role and has_road(role) else []


def say(wish: Wish, view: View) -> Said:
    """A list in the order of the time there is: their story, the likely questions, what to leave."""
    role, work = _role(wish, view), view.profile.current_role or view.profile.former_role
    if role is None and not view.profile.skills:
        return Said((line("interview.lead"),), _items(["story", "questions", "sleep"]), question=_which())
    there, missing = _skills(role, view)
    story = line("interview.own_story", work=at_work(work)) if work else line("interview.story")
    weak = wish.skills or view.profile.missing_skills
    items = [line("interview.weak", skills=wording.listing(weak[:2])).text] if weak else []
    items.append(story.text)
    items += [line("interview.likely", skills=wording.listing(there[:MOST_NAMED])).text] if there else []
    items += [line("interview.named", skills=wording.listing(missing[:2])).text] if missing else []
    items.append(line("interview.leave" if missing else "interview.questions").text)
    items.append(line("interview.sleep").text)
    if weak:
        first = line("interview.first_weak", skills=wording.listing(weak[:2]))
    else:
        first = line("interview.first" if work else "interview.first_story")
    near = wish.due is not None and wish.due <= HOURS_SHORT
    lead = line("interview.short" if near else "interview.days")
    return Said((lead, first), "\n".join(f"{place}. {item}" for place, item in enumerate(items, start=1)))


def _role(wish: Wish, view: View) -> str | None:
    """The job the interview is for: named now, that of the posting, else their goal or what they do."""
    posting = view.dialogue.posting
    named = next((subject.role for subject in wish.subjects if subject.role), None)
    return named or (posting.title if posting else None) or goal(wish, view) or view.profile.current_role


def _skills(role: str | None, view: View) -> tuple[list[str], list[str]]:
    """What is likely to be asked that they can tell of, and what they lack; the posting's words lead."""
    posting = view.dialogue.posting
    if posting is not None and posting.skills:
        return split_skills(posting.skills, view.profile)
    held = road(role, view) if role and has_road(role) else None
    if held is None:
        return list(view.profile.skills), []
    musts = [item for item in held.document.gap if item.needed == "must"]
    there = [item.skill for item in musts if item.have != "no"]
    return there, [item.skill for item in musts if item.have == "no"]


def _items(names: list[str]) -> str:
    told = (line(f"interview.{name}").text for name in names)
    return "\n".join(f"{place}. {item}" for place, item in enumerate(told, start=1))


def _which() -> Question:
    return asking("target", "interview.which", 80)
