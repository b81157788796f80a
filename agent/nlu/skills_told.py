"""Whether a skill that a message names is lacked: what its clause says of it, read by a head of `kinds.py`.

The reader knows a skill by its name, and where the words around it are rare it takes one as good as another: "gaps are Python
and Playwright" tells what is missing. What is named to be learnt beside a plan for a job is missing, too.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from agent.models import Profile
from agent.nlu.clauses import Clause, clauses
from agent.nlu.kinds import nameless_vector, read_kind
from agent.nlu.links import known_role
from agent.nlu.mentions import Mention, Message
from agent.nlu.scheme import ROLES
from agent.nlu.tagger import default_tagger
from tools.oews.doubtful import is_certificate
from tools.oews.meaning import naming_people
from tools.oews.wording import title_key

_TOLD = ("have", "some", "lack", "learn")
_LIKELY = 0.4  # how surely a word that no mention holds is one of them
_LEAST_SAID = 3  # words beside the names; fewer say nothing of them
_LACK = "lack"


def with_skills(message: Message, before: Profile) -> Message:
    """The message with each skill that it tells as missing labelled so."""
    if message.unread or not message.text.strip():
        return message
    cut = clauses(message.text)
    found = sorted([*message.mentions, *_missed(message)], key=lambda each: each.start)
    told = [each for each in found if each.label in _TOLD or _is_no_job(each, message)]
    lacked = {each for each in told if each.label == _LACK or _lacks(each, told, cut)}
    if message.wants("plan") and (message.of("tgt") or before.target_role):
        lacked |= {each for each in message.of("learn") if _is_subject(each)}
    held = {*message.mentions}
    read = tuple(
        replace(each, label=_LACK) if each in lacked else each
        for each in found
        if each in held or each in lacked
    )
    return replace(message, mentions=read) if read != message.mentions else message


def _missed(message: Message) -> list[Mention]:
    """What is more likely than not one of them and no mention holds."""
    spans = default_tagger().stretches(message.text, message.context, _TOLD, _LIKELY)
    return [
        Mention("learn", message.text[each.start : each.end], each.start, each.end, each.confidence)
        for each in spans
        if not any(each.start < held.end and held.start < each.end for held in message.mentions)
    ]


def _is_no_job(mention: Mention, message: Message) -> bool:
    """Whether words were read as a job that no table knows ("lab safety"), or beside the job that is meant."""
    wanted = message.of("tgt")
    return mention.label in ROLES and (
        not known_role(mention.text)
        or (mention.label == "tgt" and len(wanted) > 1 and mention is not wanted[0])
    )


def _is_subject(mention: Mention) -> bool:
    """Whether what is to be learnt is a subject and no job or paper that opens one."""
    words = title_key(mention.text).split()
    return bool(words) and words[-1] not in naming_people() and not is_certificate(mention.text)


def _lacks(mention: Mention, told: list[Mention], cut: list[Clause]) -> bool:
    said = _said_of(mention, told, cut)
    return bool(said) and read_kind("skill", _vector(said)) == _LACK


def _vector(said: str) -> NDArray[np.float32]:
    return nameless_vector(default_tagger().summaries([said])[0], said)


def _said_of(mention: Mention, told: list[Mention], cut: list[Clause]) -> str:
    """The clause; of one with hardly more than names with what ends its sentence ("QuickBooks and payroll, this I don't know")."""
    at = next((at for at, each in enumerate(cut) if each.start <= mention.start < each.end), None)
    if at is None:
        return ""
    names = sum(len(each.text.split()) for each in told if cut[at].start <= each.start < cut[at].end)
    goes_on = len(cut[at].text.split()) - names < _LEAST_SAID and not cut[at].text.endswith(
        (".", "!", "?", ";")
    )
    return " ".join(each.text for each in cut[at : at + (2 if goes_on else 1)])
