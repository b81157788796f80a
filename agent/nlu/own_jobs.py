"""Short forms of a job that stands in the thread: "testers" said by a manual tester are manual testers.

What is asked of by the last word of their own job, or by the word that ends their occupation's title, is that job, and so is
the place that they told it with ("the co-op"). Words that mean another occupation by themselves stay ("electricians"
said by an electrician's helper).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from agent.models import Profile
from agent.nlu.mentions import Mention, Message
from agent.nlu.scheme import ROLES
from tools.oews.role_links import link_role
from tools.oews.short_forms import ends_title, is_cut_short, is_short_for
from tools.oews.wording import title_key

_ASKED = "ask"
_MEANT = (_ASKED, "tgt")
_OWN = ("cur", "tgt", "past")
_TEACHES = re.compile(r"teach(?:ing)?(?P<what>\s+(?!(?:it|this|that)\b)\w.*)?\b.*", re.IGNORECASE)
# O*NET's titles of who teaches a trade at a college or a trade school, and at a high school.
_INSTRUCTOR, _TEACHER = "vocational instructor", "high school vocational teacher"
_SPOKEN_OF = re.compile(r"\bteach(?:es|ing)?\b", re.IGNORECASE)
# Where it is taught, not where they went.
_AT_SCHOOL = re.compile(
    r"\b(?:at|in|for)\s+(?:[\w'-]+\s+){0,4}(?:high[\s-]school(?!\s+(?:diploma|degree|grad|education|dropout))|secondary\s+school"
    r"|vo-?tech\b|tech(?:nical)?\s+cent(?:er|re)\b)",
    re.IGNORECASE,
)
_WHO_TEACHES = "instructor"  # of what it is the thread says


def in_own_jobs(message: Message, before: Profile, spoken: Sequence[str] = ()) -> Message:
    """The message with each short form that is asked about as the job of the thread that it is short for; `spoken` are others of it.

    Who would teach "it" would teach their own trade.
    """
    message = _with_own_trade_taught(message, before)
    if not message.of(*_MEANT):
        return message
    told = [each.text for each in message.of(*_OWN)]
    held = (*reversed(message.jobs), before.target_role, before.current_role, before.former_role)
    jobs = list(dict.fromkeys(job for job in (*told, *held, *reversed(spoken)) if job))
    present = next((each.text for each in message.of("cur")), before.current_role)
    read = tuple(
        _at_their_place(each, present, message) or _in_own(each, jobs)
        if each.label == _ASKED
        else _in_full(each, [job for job in jobs if job not in (present, each.text)])
        for each in message.mentions
    )
    return replace(message, mentions=read) if read != message.mentions else message


def _with_own_trade_taught(message: Message, before: Profile) -> Message:
    """Who would teach "it", or says no more than that they would teach, would teach their own trade; a trade at a high school."""
    own = next((each.text for each in message.of("cur", "past")), before.current_role or before.former_role)
    said = (message.text, *message.earlier)
    at_school = any(map(_AT_SCHOOL.search, said))
    teaches = any(map(_SPOKEN_OF.search, said))
    read = tuple(
        replace(each, text=title, said=each.text)
        if each.label in _MEANT
        and (teaches or title_key(each.text) != _WHO_TEACHES)
        and (title := _taught(each.text, own, at_school=at_school))
        else each
        for each in message.mentions
    )
    return replace(message, mentions=read)


def _taught(words: str, own: str | None, *, at_school: bool) -> str | None:
    """The title of who teaches what the words say; None where they say it themselves, or there is no trade."""
    found = _TEACHES.fullmatch(words)
    bare = found is None and title_key(words) == _WHO_TEACHES
    what = found["what"] if found else None
    if not (found or bare) or (what and not at_school) or not (own or what):
        return None
    if at_school:
        return _TEACHER
    return next((title for title in (f"{own} instructor", f"{own} teacher") if link_role(title)), _INSTRUCTOR)


def _in_own(mention: Mention, jobs: Iterable[str]) -> Mention:
    if mention.label not in ROLES:
        return mention
    own = own_job(mention.text, jobs)
    return replace(mention, text=own, said=mention.text) if own else mention


def _in_full(mention: Mention, jobs: Iterable[str]) -> Mention:
    """A job that is wanted as the one of the thread that the words are short for ("surg tech", "the technician")."""
    if mention.label != "tgt":
        return mention
    ways = (is_cut_short, is_short_for)
    found = next((job for job in jobs if any(way(mention.text, job) for way in ways)), None)
    return replace(mention, text=found, said=mention.text, sure=1.0) if found else mention


def _at_their_place(mention: Mention, present: str | None, message: Message) -> Mention | None:
    """The mention as their present job, where it is the place that they said they work at."""
    place = re.compile(rf"\b(?:at|for|in)\s+(?:the|an?|my|our)\s+{re.escape(mention.text)}\b", re.IGNORECASE)
    ahead = message.text[: mention.start]
    told = any(map(place.search, (*message.earlier, ahead)))
    return replace(mention, text=present, said=mention.text) if present and told else None


def own_job(words: str, jobs: Iterable[str]) -> str | None:
    """The first of the jobs that the words are short for by its own words, else by the title of its occupation."""
    jobs = [job for job in jobs if job.casefold() != words.casefold()]
    if found := next((job for job in jobs if is_cut_short(words, job) or is_short_for(words, job)), None):
        return found
    links = link_role(words)
    if len(links) == 1 and links[0].read == "title":
        return None
    return next((job for job in jobs if ends_title(words, job)), None)
