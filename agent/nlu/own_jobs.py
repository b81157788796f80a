"""Short forms of a job that stands in the thread: "testers" said by a manual tester are manual testers.

What is asked of by the last word of their own job, or by the word that ends their occupation's title, is that job. Words that
mean another occupation by themselves stay ("electricians" said by an electrician's helper).
"""

from collections.abc import Iterable
from dataclasses import replace

from agent.models import Profile
from agent.nlu.mentions import Mention, Message
from tools.oews.role_links import link_role
from tools.oews.short_forms import ends_title, is_short_for

_ASKED = "ask"
_OWN = ("cur", "tgt", "past")


def in_own_jobs(message: Message, before: Profile) -> Message:
    """The message with each short form that is asked about as the job of the thread that it is short for."""
    if not message.of(_ASKED):
        return message
    told = [each.text for each in message.of(*_OWN)]
    held = (*reversed(message.jobs), before.target_role, before.current_role, before.former_role)
    jobs = list(dict.fromkeys(job for job in (*told, *held) if job))
    read = tuple(_in_own(each, jobs) if each.label == _ASKED else each for each in message.mentions)
    return replace(message, mentions=read) if read != message.mentions else message


def _in_own(mention: Mention, jobs: Iterable[str]) -> Mention:
    own = own_job(mention.text, jobs)
    return replace(mention, text=own, said=mention.text) if own else mention


def own_job(words: str, jobs: Iterable[str]) -> str | None:
    """The first of the jobs that the words are short for by its own words, else by the title of its occupation."""
    jobs = [job for job in jobs if job.casefold() != words.casefold()]
    if found := next((job for job in jobs if is_short_for(words, job)), None):
        return found
    links = link_role(words)
    if len(links) == 1 and links[0].read == "title":
        return None
    return next((job for job in jobs if ends_title(words, job)), None)
