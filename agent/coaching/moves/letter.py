"""letter: an outline for a text from what they told; a language model would write it in full."""

from agent import wording
from agent.coaching.gap import split_skills
from agent.coaching.lines import Said, asking, line
from agent.coaching.names import at_work
from agent.coaching.roads import goal
from agent.coaching.thresholds import MOST_NAMED
from agent.coaching.view import View
from agent.models import Wish


def say(wish: Wish, view: View) -> Said:
    """Five lines in order, filled with what is known; what only they can fill in stays open."""
    profile, posting = view.profile, view.dialogue.posting
    role = goal(wish, view) or (posting.title if posting else None)
    work = profile.current_role or profile.former_role
    skills = split_skills(posting.skills, profile)[0] if posting and posting.skills else profile.skills
    employer = next((offer.employer for offer in reversed(view.dialogue.offers) if offer.employer), None)
    for_role = line("letter.open_role", role=at_work(role)) if role else line("letter.open")
    years = profile.years_experience
    items = [for_role]
    if work and years:
        items.append(line("letter.work_years", work=at_work(work), years=wording.number(years)))
    elif work:
        items.append(line("letter.work", work=at_work(work)))
    named = wording.listing(skills[:MOST_NAMED])
    items += [
        line("letter.skills", skills=named) if skills else line("letter.result"),
        line("letter.employer", employer=employer) if employer else line("letter.why_them"),
        line("letter.close"),
    ]
    table = "\n".join(f"{place}. {item.text}" for place, item in enumerate(items, start=1))
    return Said((line("letter.lead"),), table, question=asking("which", "letter.which", 40))
