"""letter: an outline for a text from what they told, or the words for a talk about pay; a language model would write it in full."""

from agent import wording
from agent.coaching.gap import split_skills
from agent.coaching.lines import Line, Said, asking, line, line_about, numbered
from agent.coaching.moves import ask_for, interview
from agent.coaching.moves.offer import subject_of
from agent.coaching.names import at_work
from agent.coaching.roads import goal
from agent.coaching.thresholds import MOST_NAMED
from agent.coaching.view import View
from agent.coaching.wages import pay_of
from agent.models import Subject, ToolRequest, Wish


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """For a talk about pay the wages of the job; for the questions of an interview what the role asks for."""
    if wish.kind == "questions":
        return interview.needs(wish, view)
    return ask_for.needs(wish, view) if _is_about_pay(wish, view) else []


def say(wish: Wish, view: View) -> Said:
    """Lines in order, filled with what is known; what only they can fill in stays open."""
    if wish.kind == "questions":
        return interview.questions(wish, view)
    if _is_about_pay(wish, view):
        return _negotiation(wish, view)
    items = _application(wish, view)
    return Said((line("letter.lead"),), numbered(items), question=asking("which", "letter.which", 40))


def _is_about_pay(wish: Wish, view: View) -> bool:
    """Whether the message is to an employer who offered something."""
    return (
        wish.kind in (None, "message") and bool(view.dialogue.offers) and subject_of(wish, view) is not None
    )


def _negotiation(wish: Wish, view: View) -> Said:
    """What to say to an employer about pay: thanks, the number with its reason, and the wait."""
    pay = pay_of(subject_of(wish, view) or Subject(), view, ask_for.needs(wish, view)[0])
    if pay is None:
        return Said(
            (line("letter.pay_lead"),),
            numbered([line(f"letter.pay_{key}") for key in ("thanks", "that", "wait")]),
        )
    years, aim = view.profile.years_experience, view.profile.target_salary
    about = pay.words() | ask_for.next_mark(wish, view, pay) | {"years": wording.years(years or 0)}
    items = [
        line("letter.pay_thanks"),
        line_about("letter.pay_reason_years" if years else "letter.pay_reason", about=about),
        line("letter.pay_aim", number=wording.money(aim)) if aim else line("letter.pay_that"),
        line("letter.pay_wait"),
    ]
    return Said((line("letter.pay_lead"),), numbered(items))


def _application(wish: Wish, view: View) -> list[Line]:
    profile, posting = view.profile, view.dialogue.posting
    role = goal(wish, view) or (posting.title if posting else None)
    work = profile.current_role or profile.former_role
    skills = split_skills(posting.skills, profile)[0] if posting and posting.skills else profile.skills
    employer = next((offer.employer for offer in reversed(view.dialogue.offers) if offer.employer), None)
    items = [line("letter.open_role", role=at_work(role)) if role else line("letter.open")]
    if work and profile.years_experience:
        years = wording.years(profile.years_experience)
        items.append(line("letter.work_years", work=at_work(work), years=years))
    elif work:
        items.append(line("letter.work", work=at_work(work)))
    named = wording.listing(skills[:MOST_NAMED])
    items.append(line("letter.skills", skills=named) if skills else line("letter.result"))
    items.append(line("letter.employer", employer=employer) if employer else line("letter.why_them"))
    return [*items, line("letter.close")]
