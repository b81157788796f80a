"""The jobs of a thread: every one that was named in it, by the person, the coach or the profile, with when and as what."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from agent.models import DialogueState, Profile, SpokenJob
from agent.nlu.links import known_role, names_a_job, names_work, role_words, same_job
from agent.nlu.mentions import Message
from agent.nlu.scheme import ROLES, SKILLS
from tools.oews.role_scan import find_roles

MOST = 32  # jobs of a thread; further ones are left out
_MOST_WORDS = 6  # names of one job that are kept, the newest
# What a job is named as where it was not read as one: a skill that is work too, and words that the tables know as a title.
SKILL, TITLE = "skill", "title"
_SURE = 0.5  # of a mention whose words no table knows


class Named(NamedTuple):
    """A job named in a message: as what (a label of ROLES, SKILL or TITLE), by which words, where, and how sure that is."""

    label: str
    words: str
    start: int
    sure: float


def named_in(message: Message) -> list[Named]:
    """The jobs that a message names, in its order."""
    jobs = message.of(*ROLES)
    found = [
        Named(each.label, role_words(each.text), each.start, each.sure)
        for each in jobs
        if each.sure > _SURE or names_a_job(each) or names_work(each.text)
    ]
    found += [
        Named(SKILL, role_words(each.text), each.start, each.sure)
        for each in message.of(*SKILLS, "part")
        if known_role(each.text)
    ]
    found += [
        Named(TITLE, title.text, title.start, _SURE)
        for title in find_roles(message.text)
        if not any(title.start < each.end and each.start < title.end for each in jobs)
    ]
    return sorted(found, key=lambda each: each.start)


def jobs_with(named: Sequence[Named], dialogue: DialogueState, profile: Profile) -> list[SpokenJob]:
    """The jobs of the thread after a message that names these, the oldest first."""
    jobs, turn = list(dialogue.jobs), dialogue.turns + 1
    jobs = [job.model_copy(update={"before": job.said}) for job in jobs]
    for words in _held(dialogue, profile):
        _put(jobs, words)
    for each in named:
        _put(jobs, each.words)
        at = place_of(each.words, jobs)
        if at is not None:
            job = jobs[at]
            told = {"labels": {**job.labels, each.label: turn}, "said": turn, "times": job.times + 1}
            jobs[at] = job.model_copy(update=told)
    return jobs


def place_of(words: str, jobs: Sequence[SpokenJob]) -> int | None:
    """Where among the jobs the one stands that these words name."""
    return next((at for at, job in enumerate(jobs) if is_named(job, words)), None)


def is_named(job: SpokenJob, words: str | None) -> bool:
    """Whether these words name the job."""
    return words is not None and any(same_job(words, each) for each in job.words)


def _held(dialogue: DialogueState, profile: Profile) -> Iterable[str]:
    """The jobs that profile and thread hold."""
    posting = dialogue.posting.title if dialogue.posting else None
    subjects = (dialogue.topic, *dialogue.pair, *dialogue.recent)
    held = (profile.current_role, profile.former_role, profile.target_role, posting)
    told = (each.role for each in dialogue.offers)
    roles = (*held, *(each.role for each in subjects), *told, *dialogue.options)
    return (words for words in roles if words)


def _put(jobs: list[SpokenJob], words: str) -> None:
    """Add a job, or one more name to it."""
    at = place_of(words, jobs)
    if at is None:
        if len(jobs) < MOST:
            jobs.append(SpokenJob(words=[words]))
    elif words in jobs[at].words:
        others = [each for each in jobs[at].words if each != words]
        jobs[at] = jobs[at].model_copy(update={"words": [*others, words]})
    else:
        jobs[at] = jobs[at].model_copy(update={"words": [*jobs[at].words, words][-_MOST_WORDS:]})
