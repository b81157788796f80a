"""letter: a text to send or to say with what only they know in brackets, the parts of a CV, or the words for a talk about pay."""

import prompts
from agent import wording
from agent.coaching import text_remarks
from agent.coaching.gap import split_skills
from agent.coaching.letters.build import begun, of_a_written_text, unfilled
from agent.coaching.letters.edit import absent, edited, undone
from agent.coaching.letters.write import quoted
from agent.coaching.letters.write import written as write
from agent.coaching.lines import Line, Said, asking, line, line_about, numbered
from agent.coaching.moves import ask_for, interview
from agent.coaching.moves.offer import subject_of
from agent.coaching.names import at_work, is_same_work
from agent.coaching.roads import goal
from agent.coaching.thresholds import MOST_NAMED
from agent.coaching.view import View
from agent.coaching.wages import pay_of
from agent.models import Letter, LetterNotes, Subject, ToolRequest, Wish
from agent.nlu.details import bracket
from agent.nlu.letters.notes import tells_enough
from agent.nlu.letters.turn import purpose_of_frame

_MOST_SAID = 12  # words
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
# Whoever reads a text for one of these is to know what they do.
_TO_BE_KNOWN = frozenset(
    {"application", "outreach", "offer_help", "job_back", "referral", "meeting", "question"}
)
# These want the short form of a written text, of which they told nothing yet.
_IN_SHORT = frozenset({"plainer", "warmer", "firmer"})
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
    """The text in hand as it was changed, or one begun: of what they told, else the one that is held for it, else for pay the words with the number."""
    if wish.kind == "questions":
        return interview.questions(wish, view)
    if wish.query:
        return text_remarks.of_their_own(wish.query, of_cv=wish.kind == "cv")
    notes, letter = view.dialogue.notes, view.dialogue.letter
    if notes.again and letter is not None:
        return _changed(wish, letter, view)
    if tells_enough(notes.parts) or (notes.other and letter is not None):
        return _begun(notes, letter, view)
    if _is_about_pay(wish, view):
        return _talk_about_pay(wish, view)
    entry = wish.advice or _usual(wish, view)
    return written(entry, wish, view) if entry else _unwritten(wish, view)


def _changed(wish: Wish, letter: Letter, view: View) -> Said:
    """The text with what was said to it, whether it will do, or the question what should be different."""
    notes = view.dialogue.notes
    if letter.entry and not letter.brief and (notes.tone in _IN_SHORT or notes.short is not None):
        letter = _in_short(letter, letter.entry, wish, view)
    after = edited(letter, notes)
    if wish.kind == "judged" and after == letter:
        return Said((line("plain_text.judged"),), quoted(write(letter)), letter=letter)
    if wish.kind == "unclear":
        return Said((line("text_remarks.unclear"),), letter=letter)
    return Said(tuple(_leads(notes, letter, after)), quoted(write(after)), letter=after)


def _in_short(letter: Letter, entry: str, wish: Wish, view: View) -> Letter:
    """A written text of which nothing is their own yet, in its short form."""
    theirs = any(each.kind in ("said", "wanted") for each in letter.body)
    if (
        theirs or "." not in entry or "short" not in prompts.advice(entry)
    ):  # a frame's name is of no written text
        return letter
    short = of_a_written_text(_filled(entry, "short", wish, view), entry, view.dialogue.notes)
    return letter.model_copy(update={"body": short.body, "brief": True})


def _leads(notes: LetterNotes, before: Letter, after: Letter) -> list[Line]:
    """What is said before the text that was changed: what was done, and what of it could not be."""
    left = wording.listing([_in_brief(each) for each in undone(before, notes)])
    never = wording.listing([_in_brief(each) for each in absent(before, notes)])
    lines = [line("plain_text.absent", words=never)] if never else []
    if write(before) == write(after):
        if left:
            return [*lines, line("plain_text.unchanged", words=left)]
        return lines or [line("plain_text.as_it_was")]
    told = bool(notes.signed or notes.to or before.body != after.body)
    styled = "changed" if told or notes.tone is None else str(notes.tone)
    key = "shorter" if notes.short is not None and not notes.parts else styled
    lines += [line("plain_text.undone", words=left)] if left else []
    return [*lines, line(f"plain_text.{key}")]


def _in_brief(words: str) -> str:
    """What somebody said, in quotation marks and not at length."""
    said = words.split()
    more = "\u2026" if len(said) > _MOST_SAID else ""
    return f"\u201c{' '.join(said[:_MOST_SAID]).rstrip(' .,;!?')}{more}\u201d"


def _begun(notes: LetterNotes, before: Letter | None, view: View) -> Said:
    """A text of what they told."""
    letter = begun(notes, before, _what_they_do(notes, view))
    to = letter.to
    lead = "lines" if letter.lines else "yours" if to else "yours_alone"
    about = {"whom": to} if lead == "yours" and to else {}
    again = line("plain_text.again", whom=to or line("plain_text.whoever").text)
    return Said((line(f"plain_text.{lead}", **about),), quoted(write(letter)), again=(again,), letter=letter)


def _what_they_do(notes: LetterNotes, view: View) -> str | None:
    """Their work with its years, for a reader who is to know it."""
    purpose, profile = purpose_of_frame(notes.entry), view.profile
    work = _work(view)
    if purpose not in _TO_BE_KNOWN or work is None or profile.years_experience is None:
        return None
    years = wording.years(profile.years_experience)
    return line("plain_text.worked", as_work=at_work(work), years=years).text


def _unwritten(wish: Wish, view: View) -> Said:
    """Where no text fits: the parts of a CV; of all else what is left open, and the question what it is to say."""
    if wish.kind == "cv" and view.dialogue.notes.to is None:
        return Said((line("letter.cv_lead"),), numbered(_parts(view)))
    notes, before = view.dialogue.notes, view.dialogue.letter
    lead = line("plain_text.short", whom=notes.to) if notes.to else line("plain_text.short_alone")
    letter = unfilled(notes, before, line("plain_text.open").text, _what_they_do(notes, view))
    return Said(
        (lead,), quoted(write(letter)), question=asking("which", "plain_text.what", 60), letter=letter
    )


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


def written(name: str, wish: Wish, view: View) -> Said:
    """A text to send or to say, with what it is to do before it and a small step behind it."""
    entry, notes = prompts.advice(name), view.dialogue.notes
    step = [Line("letter.step", entry["step"])] if "step" in entry else []
    text = _filled(name, "text", wish, view)
    letter = edited(of_a_written_text(text, name, notes), notes)
    return Said((Line("letter.says", entry["says"]), *step), quoted(_shown(letter, text)), letter=letter)


def _shown(letter: Letter, text: str) -> str:
    """A written text as it stands, where nothing was told for it: what is said in parts has no greeting and no close."""
    told = any(each.kind in ("said", "wanted") for each in letter.body) or letter.signed
    return write(letter) if told else text


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
    to = view.dialogue.notes.to
    return f"{filled[:_GREETING].replace('[name]', to)}{filled[_GREETING:]}" if to else filled


def _as_written(place: str) -> str:
    """A place in capitals where it was typed without any."""
    return place.title() if place.islower() else place


def is_written(wish: Wish, view: View) -> bool:
    """Whether there are words of their own for it: told, on pay, or a text that fits."""
    notes, letter = view.dialogue.notes, view.dialogue.letter
    told = tells_enough(notes.parts) or (letter is not None and (notes.again or notes.other))
    held = wish.advice or _usual(wish, view)
    return bool(wish.query or told or held) or _is_about_pay(wish, view)


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
    return plain and bool(view.dialogue.offers) and not view.dialogue.notes.parts


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
    return Said((line("letter.pay_lead"),), numbered(items))


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
