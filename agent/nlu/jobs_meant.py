"""Which of the jobs of its thread a message is about, by trained weights: those it names, or those that "it" and "that one" stand for.

Each job is a row: as what it was named now and before, how long ago, what it is to profile and thread. A small network
(`python -m training.jobs_meant`) weighs each row with what the message wants and is about, and beside the other rows; what it
is good and bad at stands in `prompts/nlu/JOBS.md`.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from agent.models import DialogueState, Profile, SpokenJob
from agent.nlu.mentions import Message
from agent.nlu.scheme import ROLES, WISHES
from agent.nlu.spoken_jobs import SKILL, TITLE, Named, is_named, jobs_with, named_in
from tools.oews.role_links import link_role
from tools.oews.wording import title_key
from tools.roadmap.targets import link_target

Floats = NDArray[np.float32]

FILE = "jobs.npz"
LIKELY = 0.6  # from this chance on a job is meant, beside the likeliest
_LABELS = (*ROLES, SKILL, TITLE)
_GAPS = 6  # this turn, the ones before it, never
_OFTEN, _MANY, _LONG, _LATE = 4, 8.0, 60.0, 12.0
# Columns of a row that hold when the job was meant last: training fills them with what was decided before.
MEANT_AT = slice(3 + 8 + 4 + 8 + 8 + _GAPS + 1, 3 + 8 + 4 + 8 + 8 + _GAPS + 1 + _GAPS)


class Weights(NamedTuple):
    """The layers of each network: rows (features, hidden), asked (wishes and form, hidden), summary (summary, hidden), pooled (3 hidden, hidden)."""

    rows: Floats
    asked: Floats
    summary: Floats
    bias: Floats
    pooled: Floats
    pooled_bias: Floats
    out: Floats
    direct: Floats
    out_bias: Floats


class Meant(NamedTuple):
    """The jobs of the thread with the message, and those it is about, in the words to speak of them by."""

    jobs: list[SpokenJob]
    about: tuple[str, ...]


def jobs_meant(message: Message, dialogue: DialogueState, profile: Profile) -> Meant:
    """The jobs of the thread, and of them those that the message is about, as they were named; none where none was."""
    named, turn = named_in(message), dialogue.turns + 1
    jobs = jobs_with(named, dialogue, profile)
    if not jobs or message.summary is None:
        return Meant(jobs, ())
    found = chances(
        rows_of(message, named, jobs, dialogue, profile), asked_of(message, turn), message.summary
    )
    picked = picks(found)
    jobs = [job.model_copy(update={"meant": turn}) if at in picked else job for at, job in enumerate(jobs)]
    return Meant(jobs, tuple(jobs[at].words[-1] for at in picked))


def picks(found: Floats) -> list[int]:
    """The places of the jobs that are meant by their chances, in their order."""
    best = int(np.argmax(found))
    return [at for at, chance in enumerate(found) if chance >= LIKELY or at == best]


def rows_of(
    message: Message,
    named: Sequence[Named],
    jobs: Sequence[SpokenJob],
    dialogue: DialogueState,
    profile: Profile,
) -> Floats:
    """What is known of each job, of shape (jobs, features)."""
    own = [[each for each in named if is_named(job, each.words)] for job in jobs]
    now, words = sum(map(bool, own)), frozenset(title_key(message.text).split())
    of_all = [len(jobs) / _MANY, now / _OFTEN, (dialogue.turns + 1) / _LATE]
    return np.array(
        [
            [
                *_named_now(mentions, named, message.text, alone=now == 1),
                *_named_before(job, dialogue.turns + 1, now=bool(mentions)),
                *_held_as(job, dialogue, profile),
                *_words_of(job, words),
                *of_all,
            ]
            for job, mentions in zip(jobs, own, strict=True)
        ],
        dtype=np.float32,
    )


def asked_of(message: Message, turn: int) -> Floats:
    """What the message wants and how it is written, of shape (wishes + 3,)."""
    written = ["?" in message.text, min(len(message.text.split()), _LONG) / _LONG, turn == 1]
    return np.array([*(message.chances.get(name, 0.0) for name in WISHES), *written], dtype=np.float32)


def chances(rows: Floats, asked: Floats, summary: Floats) -> Floats:
    """How likely each job is meant, of shape (jobs,)."""
    found = [_weighed(each, rows, asked, summary) for each in _weights()]
    return np.asarray(np.mean(found, axis=0), dtype=np.float32)


def _weighed(net: Weights, rows: Floats, asked: Floats, summary: Floats) -> Floats:
    hidden = np.maximum(rows @ net.rows + asked @ net.asked + summary @ net.summary + net.bias, 0.0)
    beside = [np.broadcast_to(each, hidden.shape) for each in (hidden.max(axis=0), hidden.mean(axis=0))]
    pooled = np.maximum(np.concatenate([hidden, *beside], axis=1) @ net.pooled + net.pooled_bias, 0.0)
    scores = pooled @ net.out + rows @ net.direct + net.out_bias
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(scores, -30.0, 30.0))), dtype=np.float32)


def _named_now(own: Sequence[Named], named: Sequence[Named], text: str, *, alone: bool) -> list[float]:
    first = own[0].start / max(len(text), 1) if own else 0.0
    order = [at for at, each in enumerate(named) if each in own]
    last = order[-1] / max(len(named) - 1, 1) if order else 0.0
    asks = bool(own) and "?" in text[own[-1].start :]
    told = [bool(own), len(own) > 1, bool(own) and alone]
    labels = [any(each.label == label for each in own) for label in _LABELS]
    return [*told, *labels, max((each.sure for each in own), default=0.0), first, last, asks]


def _named_before(job: SpokenJob, turn: int, *, now: bool) -> list[float]:
    ever = [label in job.labels for label in _LABELS]
    last = max(job.labels.values(), default=0)
    latest = [job.labels.get(label) == last and not now for label in _LABELS]
    said = job.before if now else job.said
    return [*ever, *latest, *gap(turn, said), min(job.times, _OFTEN) / _OFTEN, *gap(turn, job.meant)]


def gap(turn: int, at: int | None) -> list[float]:
    """How many turns ago something was, as one of `_GAPS` marks."""
    place = _GAPS - 1 if at is None else min(turn - at, _GAPS - 2)
    return [float(place == each) for each in range(_GAPS)]


def _held_as(job: SpokenJob, dialogue: DialogueState, profile: Profile) -> list[float]:
    roles = (profile.current_role, profile.former_role, profile.target_role, dialogue.topic.role)
    groups = (
        [each.role for each in dialogue.pair],
        [each.role for each in dialogue.offers],
        [dialogue.posting.title if dialogue.posting else None],
        dialogue.alternatives,
    )
    listed = next((at for at, role in enumerate(dialogue.options) if is_named(job, role)), None)
    recent = [is_named(job, each.role) for each in dialogue.recent]
    return [
        *(is_named(job, role) for role in roles),
        *(any(is_named(job, role) for role in group) for group in groups),
        *(listed == at for at in range(3)),
        listed is not None,
        any(recent),
        bool(recent) and recent[-1],
    ]


def _words_of(job: SpokenJob, said: frozenset[str]) -> list[float]:
    keys = [frozenset(title_key(each).split()) for each in job.words]
    shared = max((len(key & said) / max(len(key), 1) for key in keys), default=0.0)
    known = [any(map(link_role, job.words)), any(link_target(each) for each in job.words)]
    return [*known, shared]


@cache
def _weights() -> list[Weights]:
    content = files("prompts").joinpath("nlu", FILE).read_bytes()
    with np.load(BytesIO(content), allow_pickle=False) as held:
        layers = [held[name].astype(np.float32) for name in Weights._fields]
    return [Weights(*parts) for parts in zip(*layers, strict=True)]
