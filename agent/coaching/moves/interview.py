"""interview: what to do first and what to leave before an interview or test that is near, and what will be asked."""

from agent import wording
from agent.coaching.asked import asked_before
from agent.coaching.gap import split_skills
from agent.coaching.lines import Line, Said, asking, line, numbered
from agent.coaching.names import at_work
from agent.coaching.requests import roadmap_request
from agent.coaching.roads import goal, has_road, road
from agent.coaching.thresholds import HOURS_SHORT, MOST_NAMED
from agent.coaching.view import View
from agent.models import ToolRequest, Wish
from tools.roadmap.skills import link_skill

_BY_SKILL = 3  # questions of an hour that go into the work itself


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """What the role cannot do without, where a roadmap tells it."""
    role = _role(wish, view)
    return [roadmap_request(role, view)] if role and has_road(role) else []


def say(wish: Wish, view: View) -> Said:
    """A list in the order of the time there is: their story, the likely questions, what to leave; asked again, questions."""
    role, work = _role(wish, view), view.profile.current_role or view.profile.former_role
    if role is None and not view.profile.skills:
        items = [line(f"interview.{name}") for name in ("story", "questions", "sleep")]
        return Said(
            (line("interview.lead"),), numbered(items), question=asking("target", "interview.which", 80)
        )
    told = any(change.field == "hours_per_week" for change in view.changes)
    hours = wish.hours or (view.profile.hours_per_week if told else None)
    # What is asked there, and not how to prepare.
    asks = wish.kind == "questions" or any(each.name == "library" for each in view.dialogue.wishes)
    if (asks or asked_before(wish, view)) and not hours:
        return questions(wish, view)
    there, missing = _skills(role, view)
    weak = wish.skills or view.profile.missing_skills
    items = [line("interview.weak", skills=wording.listing(weak[:2]))] if weak else []
    items.append(line("interview.own_story", work=at_work(work)) if work else line("interview.story"))
    items += [line("interview.likely", skills=wording.listing(there[:MOST_NAMED]))] if there else []
    items += [line("interview.named", skills=wording.listing(missing[:2]))] if missing else []
    items += [line("interview.leave" if missing else "interview.questions"), line("interview.sleep")]
    near = wish.due is not None and wish.due <= HOURS_SHORT
    lead = line("interview.short" if near else "interview.days")
    if hours:
        lead = line("interview.hours", hours=wording.hours(hours))
    first = line("interview.first" if work else "interview.first_story")
    if weak:
        first = line("interview.first_weak", skills=wording.listing(weak[:2]))
    return Said((lead, first), numbered(items))


def questions(wish: Wish, view: View) -> Said:
    """Five questions to expect: on skills the role cannot do without, on a gap, on their own work."""
    role, work = _role(wish, view), view.profile.current_role or view.profile.former_role
    there, missing = _skills(role, view)
    items = [_asked(skill) for skill in [*there, *missing][:_BY_SKILL]]
    weak = [*(wish.skills or view.profile.missing_skills), *missing]
    items += [line("interview.ask_gap", skill=weak[0])] if weak else []
    items.append(line("interview.ask_story", work=at_work(work)) if work else line("interview.ask_any_story"))
    general = ("self", "why", "weak", "back") if len(items) < _BY_SKILL else ("why", "back")
    items += [line(f"interview.ask_{name}") for name in general]
    return Said((line("interview.expect"),), numbered(items))


def _asked(skill: str) -> Line:
    """A task of the kind that proves a skill, as a question; numbers in it are part of the exercise, so it is left out then."""
    linked = link_skill(skill)
    proof = linked.proof.removesuffix(".") if linked else ""
    if not proof or any(letter.isdigit() for letter in proof):
        return line("interview.ask_skill", skill=skill)
    return line("interview.ask_proof", skill=skill, proof=proof[:1].lower() + proof[1:])


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
