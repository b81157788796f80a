"""letter: a short text with what only they know in brackets, an outline of a longer one, or the words for a talk about pay."""

import prompts
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

_OPEN = "as [job]"  # what nobody told is left for them to fill in, like the rest in brackets


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """For a talk about pay the wages of the job; for the questions of an interview what the role asks for."""
    if wish.kind == "questions":
        return interview.needs(wish, view)
    return ask_for.needs(wish, view) if _is_about_pay(wish, view) else []


def say(wish: Wish, view: View) -> Said:
    """A whole text where a few sentences are one; else lines in order, filled with what is known."""
    if wish.kind == "questions":
        return interview.questions(wish, view)
    if _is_about_pay(wish, view):
        return _talk_about_pay(wish, view)
    text = f"text_{wish.kind}"
    if text in prompts.replies("letter"):
        role = goal(wish, view)
        work = view.profile.current_role or view.profile.former_role
        about = {
            "work": at_work(work) if work else _OPEN,
            "role": at_work(role) if role and role != work else _OPEN,
        }
        return Said((line("letter.yours"),), f"> {line_about(f'letter.{text}', about=about).text}")
    if wish.kind in ("message", "cv"):
        return Said((line("letter.lead"),), numbered(_parts(wish.kind, view)))
    items = _application(wish, view)
    return Said((line("letter.lead"),), numbered(items), question=asking("which", "letter.which", 40))


def is_written(wish: Wish, view: View) -> bool:
    """Whether there are words of their own for it: on pay, or a short text of its kind."""
    return _is_about_pay(wish, view) or f"text_{wish.kind}" in prompts.replies("letter")


def _parts(kind: str, view: View) -> list[Line]:
    """The parts of a text in order, their work and skills where those belong."""
    names = sorted(name for name in prompts.replies("letter") if name.startswith(f"{kind}_"))
    own = [each for each in _own(view) if kind == "cv"]
    return [
        *(line(f"letter.{name}") for name in names[:1]),
        *own,
        *(line(f"letter.{name}") for name in names[1:]),
    ]


def _is_about_pay(wish: Wish, view: View) -> bool:
    """Whether the message is to an employer about pay: asked for, or offered."""
    offered = wish.kind in (None, "message") and bool(view.dialogue.offers)
    return (wish.kind == "raise" or offered) and subject_of(wish, view) is not None


def _talk_about_pay(wish: Wish, view: View) -> Said:
    """What to say to an employer about pay: how to begin, the number with its reason, and the wait."""
    pay = pay_of(subject_of(wish, view) or Subject(), view, ask_for.needs(wish, view)[0])
    begin = line("letter.pay_thanks" if view.dialogue.offers else "letter.pay_begin")
    if pay is None:
        return Said(
            (line("letter.pay_lead"),),
            numbered([begin, *(line(f"letter.pay_{key}") for key in ("that", "wait"))]),
        )
    years, aim = view.profile.years_experience, view.profile.target_salary
    about = pay.words() | ask_for.next_mark(wish, view, pay) | {"years": wording.years(years or 0)}
    items = [
        begin,
        line_about("letter.pay_reason_years" if years else "letter.pay_reason", about=about),
        line("letter.pay_aim", number=wording.money(aim)) if aim else line("letter.pay_that"),
        line("letter.pay_wait"),
    ]
    return Said((line("letter.pay_lead"),), numbered(items))


def _application(wish: Wish, view: View) -> list[Line]:
    posting = view.dialogue.posting
    role = goal(wish, view) or (posting.title if posting else None)
    employer = next((offer.employer for offer in reversed(view.dialogue.offers) if offer.employer), None)
    items = [line("letter.open_role", role=at_work(role)) if role else line("letter.open"), *_own(view)]
    items.append(line("letter.employer", employer=employer) if employer else line("letter.why_them"))
    return [*items, line("letter.close")]


def _own(view: View) -> list[Line]:
    """Their work with its years, and a result with their skills; of a posting's skills those that they have."""
    profile, posting = view.profile, view.dialogue.posting
    work = profile.current_role or profile.former_role
    skills = split_skills(posting.skills, profile)[0] if posting and posting.skills else profile.skills
    items = []
    if work and profile.years_experience:
        years = wording.years(profile.years_experience)
        items.append(line("letter.work_years", work=at_work(work), years=years))
    elif work:
        items.append(line("letter.work", work=at_work(work)))
    named = wording.listing(skills[:MOST_NAMED])
    return [*items, line("letter.skills", skills=named) if skills else line("letter.result")]
