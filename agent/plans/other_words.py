"""Milestones named in other words than their titles ("the math part" for "Begin dose arithmetic"), by sentence vectors.

The edges are measured on pairs of words and steps, `prompts/nlu/corpus/kinds/parts.jsonl`, which one hand wrote: above them five in
six readings were right, and three in five of the names were found; each is said, to be mended.
"""

import re
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from agent.models import Plan
from agent.plans.step_names import stem
from tools.roadmap.models import Milestone

Floats = NDArray[np.float32]


class Edge(NamedTuple):
    """A likeness from which words name a milestone, and by how much it has to be nearer than the next one; both cosines."""

    least: float
    ahead: float


NAME = Edge(0.28, 0.05)  # words that are known to name something of the plan
PIECE = Edge(0.30, 0.02)  # a whole piece of a message, which also says what becomes of it
UNREAD = Edge(0.40, 0.05)  # one that was not read otherwise
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_FEW = 3  # letters of a word that names nothing by itself
_MOST_WORDS = 5  # that name a part
_GUESSED = 0.2  # below it nothing is near enough to be asked about


def meant_by(words: str, plan: Plan, edge: Edge = NAME) -> Milestone | None:
    """The one milestone that words name by what it is about; None where none or several could be meant."""
    found = _by_likeness(words, plan)
    if not found or found[0][0] < edge.least:
        return None
    second = found[1][0] if len(found) > 1 else 0.0
    return found[0][1] if found[0][0] - second >= edge.ahead else None


def by_a_word(text: str, plan: Plan) -> tuple[Milestone, str] | None:
    """The one milestone in whose text, and in no other's, a word of `text` stands ("the visit"), with that word."""
    said = [(each, _stems(f"{each.title} {each.does} {each.proof}")) for each in plan.milestones]
    found = {
        each.id: (each, word)
        for word in _WORD.findall(text)
        if len(word) > _FEW and (of_it := stem(word))
        for each, words in said
        if of_it in words and sum(of_it in others for _, others in said) == 1
    }
    return found.popitem()[1] if len(found) == 1 else None


def naming_words(text: str, milestone: Milestone) -> tuple[int, int]:
    """From where to where a text names the milestone: the few words in a row that are likest to it."""
    from tools.documents.embedder import embed

    words = [match.span() for match in _WORD.finditer(text)]
    runs = [
        (words[first][0], words[last][1])
        for first in range(len(words))
        for last in range(first, min(first + _MOST_WORDS, len(words)))
    ]
    if not runs:
        return 0, len(text)
    likeness = embed([text[start:end] for start, end in runs]) @ _vector(milestone.title, _about(milestone))
    return runs[int(likeness.argmax())]


def could_be(words: str, plan: Plan) -> list[Milestone]:
    """The two milestones that words are likeliest about, to be asked about; fewer where nothing is near."""
    return [milestone for likeness, milestone in _by_likeness(words, plan)[:2] if likeness >= _GUESSED]


def _by_likeness(words: str, plan: Plan) -> list[tuple[float, Milestone]]:
    from tools.documents.embedder import embed

    if not words.strip() or not plan.milestones:
        return []
    vector = embed([words])[0]
    likeness = [_vector(each.title, _about(each)) @ vector for each in plan.milestones]
    order = sorted(range(len(likeness)), key=lambda place: -likeness[place])
    return [(float(likeness[place]), plan.milestones[place]) for place in order]


def _stems(text: str) -> set[str]:
    return {stem(word) for word in _WORD.findall(text)} - {""}


def _about(milestone: Milestone) -> str:
    return milestone.does or f"{', '.join(milestone.skills)}. {milestone.proof}"


@lru_cache(maxsize=1024)
def _vector(title: str, about: str) -> Floats:
    """The mean of its title's vector and that of the title with what it is about."""
    from tools.documents.embedder import embed

    mean: Floats = embed([title, f"{title}. {about}"]).mean(axis=0)
    return mean
