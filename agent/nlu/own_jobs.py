"""Short forms of a job that stands in the thread: "testers" said by a manual tester are manual testers.

What is asked of by the last word of their own job, or by the word that ends their occupation's title, is that job, and so is
the place that they told it with ("the co-op"). Words that mean another occupation by themselves stay ("electricians"
said by an electrician's helper).
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from agent.models import Profile
from agent.nlu.mentions import Mention, Message
from agent.nlu.scheme import ROLES
from tools.oews.role_links import link_role
from tools.oews.short_forms import ends_title, is_short_for

_ASKED = "ask"
_OWN = ("cur", "tgt", "past")
_TEACHES_IT = re.compile(r"teach(?:ing)?\s+(?:it|this|that)\b.*", re.IGNORECASE)
_INSTRUCTOR = "vocational instructor"  # O*NET's title of who teaches a trade at a college or a trade school


def in_own_jobs(message: Message, before: Profile) -> Message:
    """The message with each short form that is asked about as the job of the thread that it is short for.

    Who would teach "it" would teach their own trade.
    """
    message = _with_own_trade_taught(message, before)
    if not message.of(_ASKED):
        return message
    told = [each.text for each in message.of(*_OWN)]
    held = (*reversed(message.jobs), before.target_role, before.current_role, before.former_role)
    jobs = list(dict.fromkeys(job for job in (*told, *held) if job))
    present = next((each.text for each in message.of("cur")), before.current_role)
    read = tuple(
        _at_their_place(each, present, message) or _in_own(each, jobs) if each.label == _ASKED else each
        for each in message.mentions
    )
    return replace(message, mentions=read) if read != message.mentions else message


def _with_own_trade_taught(message: Message, before: Profile) -> Message:
    own = next((each.text for each in message.of("cur", "past")), before.current_role or before.former_role)
    if own is None:
        return message
    read = tuple(
        replace(each, text=_instructor_of(own), said=each.text)
        if each.label in (_ASKED, "tgt") and _TEACHES_IT.fullmatch(each.text)
        else each
        for each in message.mentions
    )
    return replace(message, mentions=read)


def _instructor_of(work: str) -> str:
    """Who teaches a work to adults, by its own title where there is one."""
    return next(
        (title for title in (f"{work} instructor", f"{work} teacher") if link_role(title)), _INSTRUCTOR
    )


def _in_own(mention: Mention, jobs: Iterable[str]) -> Mention:
    if mention.label not in ROLES:
        return mention
    own = own_job(mention.text, jobs)
    return replace(mention, text=own, said=mention.text) if own else mention


def _at_their_place(mention: Mention, present: str | None, message: Message) -> Mention | None:
    """The mention as their present job, where it is the place that they said they work at."""
    place = re.compile(rf"\b(?:at|for|in)\s+(?:the|an?|my|our)\s+{re.escape(mention.text)}\b", re.IGNORECASE)
    ahead = message.text[: mention.start]
    told = any(map(place.search, (*message.earlier, ahead)))
    return replace(mention, text=present, said=mention.text) if present and told else None


def own_job(words: str, jobs: Iterable[str]) -> str | None:
    """The first of the jobs that the words are short for by its own words, else by the title of its occupation."""
    jobs = [job for job in jobs if job.casefold() != words.casefold()]
    if found := next((job for job in jobs if is_short_for(words, job)), None):
        return found
    links = link_role(words)
    if len(links) == 1 and links[0].read == "title":
        return None
    return next((job for job in jobs if ends_title(words, job)), None)
