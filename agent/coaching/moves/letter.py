"""letter: a text to send or to say with what only they know in brackets, the parts of a CV, or the words for a talk about pay."""

import re
from dataclasses import replace

import prompts
from agent import wording
from agent.coaching import plain_text, text_remarks
from agent.coaching.gap import split_skills
from agent.coaching.lines import Line, Said, line, line_about, numbered
from agent.coaching.moves import ask_for, interview
from agent.coaching.moves.offer import subject_of
from agent.coaching.names import at_work, is_same_work
from agent.coaching.plain_text import quoted
from agent.coaching.roads import goal
from agent.coaching.thresholds import MOST_NAMED
from agent.coaching.view import View
from agent.coaching.wages import pay_of
from agent.models import REMARKS, Subject, ToolRequest, Wish
from agent.nlu.details import bracket

_GREETING = 30  # characters within which a text speaks to whom it goes to
# What nobody told is left for them to fill in, like the rest in brackets; how long they have worked is left out.
_OPEN = {
    "as_work": "as [your job]",
    "as_role": "as [the job]",
    "years": "[years]",
    "skills": "[two skills]",
    "place": "[town]",
}
_FOR_YEARS = " for {years}"
_HEART = 12  # words; a text of its first sentences with fewer says too little
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
_ASK_OFFERED = "texts_offers.ask_more_base"
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
    if name := _spoken_of(wish, view):
        return _different(wish, view, name)
    if _is_in_own_words(wish, view):
        return plain_text.say(wish, view)
    if _is_about_pay(wish, view):
        return _talk_about_pay(wish, view)
    entry = wish.advice or _usual(wish, view)
    return written(entry, wish, view) if entry else _unwritten(wish, view)


def _is_in_own_words(wish: Wish, view: View) -> bool:
    """Whether enough was told for a text to send, so that no usual one takes its place."""
    own = wish.name == "letter" and (view.dialogue.own_text.lines or not _is_of_a_cv(wish, view))
    return own and wish.advice is None and plain_text.is_told_enough(wish, view)


def _unwritten(wish: Wish, view: View) -> Said:
    """Where no text fits: the parts of a CV; of all else a plain text of what they told."""
    if _is_of_a_cv(wish, view):
        return Said((line("letter.cv_lead"),), numbered(_parts(view)), text="")
    return plain_text.say(wish, view)


def _is_of_a_cv(wish: Wish, view: View) -> bool:
    """Whether it is lines of a CV that are wanted: these go to nobody by name."""
    return wish.kind == "cv" and view.dialogue.addressee is None


def _spoken_of(wish: Wish, view: View) -> str | None:
    """The text that a remark is about, where there is one."""
    name = wish.advice or view.dialogue.text if wish.kind in REMARKS else None
    return name if name and prompts.has_advice(name) else None


def _usual(wish: Wish, view: View) -> str | None:
    """The text of the kind that is wanted; with a posting in the thread an application."""
    if _is_on_an_offer(wish, view):
        return _ASK_OFFERED
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


def _is_for_their_work(wish: Wish, view: View) -> bool:
    """Whether a goal or a posting names the work they do; else an application may be for any job."""
    return bool(goal(wish, view) or view.dialogue.posting)


def _different(wish: Wish, view: View, name: str) -> Said:
    """The text that was written last in few plain words, or what makes it as they want it."""
    said = text_remarks.of_what_was_written(wish.kind or "")
    form = text_remarks.SHOWN_WITH.get(wish.kind or "")
    if form is None:
        return replace(said, text=name)
    text = _filled(name, form, wish, view)
    text = _heart(text) if wish.kind == "shortest" else text
    return replace(
        said,
        table=quoted(plain_text.edited(text, view.dialogue.own_text, view.dialogue.addressee)),
        text=name,
    )


def _heart(text: str) -> str:
    """The first sentences of a text, as few as say something."""
    ends = [match.end() for match in re.finditer(r"[.!?](?=\s|$)", text)]
    return next((text[:end] for end in ends if len(text[:end].split()) >= _HEART), text)


def written(name: str, wish: Wish, view: View) -> Said:
    """A text to send or to say, with what it is to do before it and a small step behind it."""
    entry = prompts.advice(name)
    step = [Line("letter.step", entry["step"])] if "step" in entry else []
    text = _filled(name, "text", wish, view)
    own = view.dialogue.own_text
    if wish.kind == "thanks" or own.signed:
        told = [part.model_copy(update={"later": wish.kind == "thanks"}) for part in own.parts]
        text = plain_text.edited(text, own.model_copy(update={"parts": told}), view.dialogue.addressee)
    table = quoted(text)
    return Said((Line("letter.says", entry["says"]), *step), table, text=name)


def _filled(name: str, form: str, wish: Wish, view: View) -> str:
    """A text with what they told in it; what nobody told is left in brackets."""
    profile, posting = view.profile, view.dialogue.posting
    work, text = _work(view), str(prompts.advice(name)[form])
    role = _role(wish, view)
    if role is None and name == _SAME_WORK and _is_for_their_work(wish, view):
        role = work
    skills = split_skills(posting.skills, profile)[0] if posting and posting.skills else profile.skills
    known = {
        "as_work": at_work(work) if work else None,
        "as_role": at_work(role) if role else None,
        "years": wording.years(profile.years_experience) if profile.years_experience else None,
        "skills": wording.listing(skills[:MOST_NAMED]),
        "place": _as_written(wording.place(profile.location)) if profile.location else None,
    }
    if known["years"] is None:
        text = text.replace(_FOR_YEARS, "")
    wanted = prompts.placeholders(text)
    filled = prompts.fill(text, **{each: known[each] or _OPEN[each] for each in wanted})
    for kind, words in view.dialogue.details.items():
        if gap := bracket(kind, filled):
            filled = filled.replace(gap, words)
    to = view.dialogue.addressee
    return f"{filled[:_GREETING].replace('[name]', to)}{filled[_GREETING:]}" if to else filled


def _as_written(place: str) -> str:
    """A place in capitals where it was typed without any."""
    return place.title() if place.islower() else place


def is_written(wish: Wish, view: View) -> bool:
    """Whether there are words of their own for it: on pay, a text that fits, or one that is spoken of."""
    spoken_of = wish.query or _spoken_of(wish, view)
    return bool(spoken_of) or _is_about_pay(wish, view) or (wish.advice or _usual(wish, view)) is not None


def _parts(view: View) -> list[Line]:
    """The parts of a CV in order, with their work and skills."""
    top, *others = (line(f"letter.cv_{part}") for part in range(1, 5))
    return [top, *_own(view), *others]


def _is_about_pay(wish: Wish, view: View) -> bool:
    """Whether words are for a talk with an employer about pay: asked for, or, where no text fits, offered."""
    spoken = wish.name == "words" and _is_on_an_offer(wish, view)
    return (wish.kind == "raise" or spoken) and subject_of(wish, view) is not None


def _is_on_an_offer(wish: Wish, view: View) -> bool:
    """Whether a message of which nothing else was told is on the offer that the thread holds and no plan has come after."""
    plain = wish.advice is None and wish.kind in (None, "message") and view.draft is None
    return plain and bool(view.dialogue.offers) and not plain_text.contents(view.dialogue.own_text)


def _talk_about_pay(wish: Wish, view: View) -> Said:
    """What to say to an employer about pay: how to begin, the number with its reason, and the wait."""
    pay = pay_of(subject_of(wish, view) or Subject(), view, ask_for.needs(wish, view)[0])
    if pay is None:
        return written(
            wish.advice or (_ASK_OFFERED if view.dialogue.offers else _BY_KIND["raise"]), wish, view
        )
    begin = line("letter.pay_thanks" if view.dialogue.offers else "letter.pay_begin")
    years, target = view.profile.years_experience, view.profile.target_salary
    aim = view.dialogue.details.get("aim") or (wording.money(target) if target else None)
    about = pay.words() | ask_for.next_mark(wish, view, pay) | {"years": wording.years(years or 0)}
    items = [
        begin,
        line_about("letter.pay_reason_years" if years else "letter.pay_reason", about=about),
        line("letter.pay_aim", number=aim) if aim else line("letter.pay_that"),
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
