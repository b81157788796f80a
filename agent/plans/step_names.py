"""Steps of a plan by some of the words of their titles, as people name them: "the sit-along", "the algebra part"."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import prompts
from agent.models import Plan
from tools.roadmap.steps import is_step

_WORD = re.compile(r"[^\W_]+")
_ENDINGS = (
    "ications",
    "ication",
    "ions",
    "ion",
    "ings",
    "ing",
    "ers",
    "er",
    "ies",
    "es",
    "ed",
    "s",
    "e",
    "y",
)
_OBJECT = re.compile(r"\s+(?:my|a|an|the|this|that|his|her|our|their|your|with|at)\b", re.IGNORECASE)
_NOUN = re.compile(r"ions?$")
_LEAST = 3  # letters of a stem
_ALONE = 3  # letters of a word that names a step by itself
_BETWEEN = 2  # little words between two of a title


class StepName(NamedTuple):
    """Words of a text from `start` to `end` that name a step; `id` is None for one that the plan leaves out."""

    start: int
    end: int
    title: str
    id: str | None


class _Word(NamedTuple):
    start: int
    end: int
    stem: str


def step_names(text: str, plan: Plan) -> Iterator[StepName]:
    """The words of the text that stand in the title of one step and of no other.

    The verb that a title begins with names no step by itself ("check", "find"), only beside another word of it.
    """
    words = [_Word(*match.span(), stem(match[0])) for match in _WORD.finditer(text)]
    titles = _titles(plan)
    at = 0
    while at < len(words):
        last, meant = at, [title for title in titles if words[at].stem in stems_of(title)]
        while (following := _next_word(words, last)) is not None:
            both = [title for title in meant if words[following].stem in stems_of(title)]
            if not both:
                break
            last, meant = following, both
        named = text[words[at].start : words[last].end]
        if last == at and meant and _OBJECT.match(text, words[at].end) and named.endswith("ing"):
            at += 1
            continue
        if last == at and meant and _is_of_another(text, words[at : at + 2], meant[0], titles):
            at += 1
            continue
        if len(meant) == 1 and (last > at or _names_alone(named, meant[0])):
            yield StepName(words[at].start, words[last].end, meant[0], titles[meant[0]])
        at = last + 1


def _titles(plan: Plan) -> dict[str, str | None]:
    """Titles of all steps, with the ids of those that are in the plan."""
    skipped = [each for group in (plan.outlook.skipped if plan.outlook else []) for each in group.skills]
    found: dict[str, str | None] = dict.fromkeys(filter(is_step, skipped))
    return found | {milestone.title: milestone.id for milestone in plan.milestones if milestone.does}


def stem(word: str) -> str:
    """A word without its ending, so that "typing" is "type" and "papers" are a "paper"; empty where it tells nothing."""
    said = word.casefold()
    if said in _little():
        return ""
    for ending in _ENDINGS:
        if said.endswith(ending) and len(said) - len(ending) >= _LEAST:
            rest = said.removesuffix(ending)
            return rest.removesuffix("y") if len(rest) > _LEAST else rest  # "applying" is "apply"
    return said if len(said) >= _LEAST else ""


def _next_word(words: list[_Word], last: int) -> int | None:
    """The next word that tells something, with few little ones between."""
    return next((at for at in range(last + 1, min(last + _BETWEEN + 2, len(words))) if words[at].stem), None)


def _is_of_another(text: str, pair: list[_Word], title: str, titles: Iterable[str]) -> bool:
    """Whether the very next word stands in other titles alone: "full takeoff" is no "full bid"."""
    if len(pair) == 1 or not pair[1].stem or text[pair[0].end : pair[1].start].strip(" -"):
        return False
    return any(pair[1].stem in stems_of(each) for each in titles if each != title)


def _names_alone(written: str, title: str) -> bool:
    begins = next(iter(_WORD.findall(title)), "")
    is_verb = (
        stem(begins) == stem(written)
        and not begins.endswith("ing")
        and not written.endswith("ing")
        and not _NOUN.search(written)
    )
    return len(written) >= _ALONE and not is_verb


@lru_cache(maxsize=512)
def stems_of(title: str) -> frozenset[str]:
    """The stems of a title's words that tell it from others."""
    return frozenset(map(stem, _WORD.findall(title))) - {""}


@lru_cache(maxsize=1)
def _little() -> frozenset[str]:
    return frozenset(prompts.words("little")["en"].split())
