"""letter: a text to send or to say with what only they know in brackets, the parts of a CV, or the words for a talk about pay."""

from dataclasses import replace

import prompts
from agent import wording
from agent.coaching import text_remarks
from agent.coaching.gap import split_skills
from agent.coaching.lines import Line, Said, line, line_about, numbered
from agent.coaching.moves import ask_for, interview
from agent.coaching.moves.offer import subject_of
from agent.coaching.names import at_work, is_same_work
from agent.coaching.roads import goal
from agent.coaching.thresholds import MOST_NAMED
from agent.coaching.view import View
from agent.coaching.wages import pay_of
from agent.models import REMARKS, Subject, ToolRequest, Wish

_GREETING = 30  # characters within which a text speaks to whom it goes to
# What nobody told is left for them to fill in, like the rest in brackets.
_OPEN = {
    "as_work": "as [your job]",
    "as_role": "as [the job]",
    "years": "[years]",
    "skills": "[two skills]",
    "place": "[town]",
}
# The text of a kind where none fits better.
_BY_KIND = {
    "raise": "texts_work.ask_raise",
    "notice": "texts_work.resign_short",
    "thanks": "texts_search.thank_you_after_interview",
    "decline": "texts_offers.decline_offer_kindly",
    "outreach": "texts_offers.linkedin_stranger_field",
    "reference": "texts_offers.ask_for_reference",
    "application": "texts_search.cover_letter_career_changer",
}
_SAME_WORK = "texts_search.cover_letter_opening"  # an application for the work they do already


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """For a talk about pay the wages of the job; for the questions of an interview what the role asks for."""
    if wish.kind == "questions":
        return interview.needs(wish, view)
    return ask_for.needs(wish, view) if _is_about_pay(wish, view) else []


def say(wish: Wish, view: View) -> Said:
    """The text that is held for it, filled with what they told; for pay the words with the number; of a CV its parts in order."""
    if wish.kind == "questions":
        return interview.questions(wish, view)
    if wish.query:
        return text_remarks.of_their_own(wish.query, of_cv=wish.kind == "cv")
    if wish.kind in REMARKS and view.dialogue.text and prompts.has_advice(view.dialogue.text):
        return _different(wish, view, view.dialogue.text)
    if _is_about_pay(wish, view):
        return _talk_about_pay(wish, view)
    if entry := wish.advice or _usual(wish, view):
        return written(entry, wish, view)
    parts = _parts("cv" if wish.kind == "cv" else "message", view)
    return Said((line("letter.lead"),), numbered(parts), text="")


def _usual(wish: Wish, view: View) -> str | None:
    """The text of the kind that is wanted; with a posting in the thread an application."""
    kind = wish.kind or ("application" if view.dialogue.posting else None)
    if kind == "application" and _role(wish, view) is None and _work(view):
        return _SAME_WORK
    return _BY_KIND.get(kind or "")


def _work(view: View) -> str | None:
    return view.profile.current_role or view.profile.former_role


def _role(wish: Wish, view: View) -> str | None:
    """The job that they write for: a goal or a posting's; None where it is what they do."""
    posting, work = view.dialogue.posting, _work(view)
    role = goal(wish, view) or (posting.title if posting else None)
    return None if role and work and is_same_work(role, work) else role


def _different(wish: Wish, view: View, name: str) -> Said:
    """The text that was written last in few plain words, or what makes it as they want it."""
    said = text_remarks.of_what_was_written(wish.kind or "")
    form = text_remarks.SHOWN_WITH.get(wish.kind or "")
    table = quoted(_filled(prompts.advice(name)[form], wish, view)) if form else ""
    return replace(said, table=table, text=name)


def written(name: str, wish: Wish, view: View) -> Said:
    """A text to send or to say, with what it is to do before it and a small step behind it."""
    entry = prompts.advice(name)
    step = [Line("letter.step", entry["step"])] if "step" in entry else []
    table = quoted(_filled(entry["text"], wish, view))
    return Said((Line("letter.says", entry["says"]), *step), table, text=name)


def _filled(text: str, wish: Wish, view: View) -> str:
    """A text with what they told in it; what nobody told is left in brackets."""
    profile, posting = view.profile, view.dialogue.posting
    work, role = _work(view), _role(wish, view)
    skills = split_skills(posting.skills, profile)[0] if posting and posting.skills else profile.skills
    known = {
        "as_work": at_work(work) if work else None,
        "as_role": at_work(role) if role else None,
        "years": wording.years(profile.years_experience) if profile.years_experience else None,
        "skills": wording.listing(skills[:MOST_NAMED]),
        "place": wording.place(profile.location) if profile.location else None,
    }
    wanted = prompts.placeholders(text)
    filled = prompts.fill(text, **{each: known[each] or _OPEN[each] for each in wanted})
    name = view.dialogue.addressee
    return f"{filled[:_GREETING].replace('[name]', name)}{filled[_GREETING:]}" if name else filled


def quoted(text: str) -> str:
    """A text as it may be copied, each line of it set off."""
    return "\n".join(f"> {each}" for each in text.strip().splitlines())


def is_written(wish: Wish, view: View) -> bool:
    """Whether there are words of their own for it: on pay, a text that fits, or one that is spoken of."""
    spoken_of = wish.query or (wish.kind in REMARKS and view.dialogue.text)
    return bool(spoken_of) or _is_about_pay(wish, view) or (wish.advice or _usual(wish, view)) is not None


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
    """Whether the message is to an employer about pay: asked for, or, where no text fits, offered."""
    offered = wish.advice is None and wish.kind in (None, "message") and bool(view.dialogue.offers)
    return (wish.kind == "raise" or offered) and subject_of(wish, view) is not None


def _talk_about_pay(wish: Wish, view: View) -> Said:
    """What to say to an employer about pay: how to begin, the number with its reason, and the wait."""
    pay = pay_of(subject_of(wish, view) or Subject(), view, ask_for.needs(wish, view)[0])
    begin = line("letter.pay_thanks" if view.dialogue.offers else "letter.pay_begin")
    if pay is None:
        return Said(
            (line("letter.pay_lead"),),
            numbered([begin, *(line(f"letter.pay_{key}") for key in ("that", "wait"))]),
            text="",
        )
    years, aim = view.profile.years_experience, view.profile.target_salary
    about = pay.words() | ask_for.next_mark(wish, view, pay) | {"years": wording.years(years or 0)}
    items = [
        begin,
        line_about("letter.pay_reason_years" if years else "letter.pay_reason", about=about),
        line("letter.pay_aim", number=wording.money(aim)) if aim else line("letter.pay_that"),
        line("letter.pay_wait"),
    ]
    return Said((line("letter.pay_lead"),), numbered(items), text="")


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
