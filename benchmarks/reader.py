"""What the reader reads right on the corpus's test files, which nobody trains on or mends from.

A message's annotation is read by the same code that reads the tagger's spans: what differs is the tagger's doing.
"""

import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from statistics import median

from agent.context import CoachContext
from agent.models import DialogueState, Profile, Subject, Understanding
from agent.models.changes import apply_changes
from agent.nlu.mentions import Mention, Message
from agent.nlu.read import interpret
from agent.nlu.tagger import Tagger
from agent.nlu.tagging import tag
from benchmarks.table import Row, least
from training.corpus import Example, corpus_files, is_test, read_file

TODAY = date(2026, 11, 28)
CONTEXT = CoachContext(today=TODAY)
DANGER = Path(__file__).parent / "data" / "crisis.jsonl"
FIELDS = (
    "current_role",
    "target_role",
    "location",
    "skills",
    "missing_skills",
    "years_experience",
    "hours_per_week",
    "horizon_weeks",
    "target_salary",
)
Read = Callable[[Example], Profile]


@dataclass
class Score:
    """Messages, those whose facts are all right, those with a false fact, those whose wishes are the very set."""

    messages: int = 0
    right: int = 0
    false: int = 0
    wishes: int = 0
    found: Counter[str] = field(default_factory=Counter)
    told: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)

    def f1(self, name: str) -> float:
        both = self.told[name] + self.given[name]
        return 2 * self.found[name] / both if both else 1.0


def run() -> Iterator[Row]:
    """For each test file the share of messages read right, and the F1 of each field over all of them."""
    from agent.nlu.tagger import default_tagger

    tagger, total, took = default_tagger(), Score(), list[float]()
    for path in filter(is_test, corpus_files()):
        score = Score()
        for example in read_file(path):
            started = time.perf_counter()
            message = tag(example.text, example.context, tagger)
            took.append((time.perf_counter() - started) * 1000)
            read = interpret(message, Profile(), dialogue_of(example), CONTEXT)
            for each in (score, total):
                add(each, example, read)
        yield from rows(f"reader, {path.stem}", score)
    yield from rows("reader, all test messages", total)
    for name in FIELDS:
        yield Row(f"reader, F1 of {name}", total.f1(name))
    yield Row("reader, a message", median(took), "ms")
    yield from danger(tagger)


def danger(tagger: Tagger) -> Iterator[Row]:
    """Whether danger is told from feelings without it and from idioms: 320 messages of an author who saw no code."""
    told = [json.loads(text) for text in DANGER.read_text(encoding="utf-8").splitlines()]
    found = [(bool(each["crisis"]), "crisis" in tag(each["say"], (), tagger).wishes) for each in told]
    there = [said for given, said in found if given]
    absent = [said for given, said in found if not given]
    yield least(f"reader, danger heard of {len(there)}", sum(there) / len(there), 0.95)
    yield Row(f"reader, danger heard in {len(absent)} without", sum(absent) / len(absent), "%", aim=0.005)


def rows(name: str, score: Score) -> Iterator[Row]:
    count = max(score.messages, 1)
    yield least(f"{name}: all facts right of {score.messages}", score.right / count, 0.70)
    yield Row(f"{name}: a false fact in", score.false / count, "%", aim=0.03)
    yield least(f"{name}: wishes right", score.wishes / count, 0.85)


def gold(example: Example) -> Understanding:
    """What the annotation itself says."""
    mentions = tuple(
        Mention(span.label, example.text[span.start : span.end], span.start, span.end)
        for span in example.spans
    )
    message = Message(example.text, mentions, example.wishes, example.context)
    return interpret(message, Profile(), dialogue_of(example), CONTEXT)


def dialogue_of(example: Example) -> DialogueState:
    """A thread that stands on what the example's context says."""
    topic = Subject(role="welder") if {"topic", "two"} & set(example.context) else Subject()
    return DialogueState(topic=topic)


def add(score: Score, example: Example, read: Understanding) -> None:
    """Count one message."""
    told, given = facts(gold(example)), facts(read)
    right, false = True, False
    for name in FIELDS:
        fits = same(told[name], given[name])
        right &= fits
        false |= bool(given[name]) and not holds(told[name], given[name])
        score.told[name] += bool(told[name])
        score.given[name] += bool(given[name])
        score.found[name] += bool(told[name]) and fits
    score.messages += 1
    score.right += right
    score.false += false
    score.wishes += {wish.name for wish in read.wishes} == set(_wishes(example))


def _wishes(example: Example) -> Iterable[str]:
    return (wish.name for wish in gold(example).wishes)


def facts(understanding: Understanding) -> dict[str, object]:
    profile = apply_changes(Profile(), understanding.changes)
    return {name: getattr(profile, name) for name in FIELDS}


def same(told: object, given: object) -> bool:
    """A name fits if one holds the other; a list fits if each name of either has its like in the other."""
    if isinstance(told, list) and isinstance(given, list):
        return all(any(_names_fit(one, other) for other in given) for one in told) and holds(told, given)
    if isinstance(told, str) and isinstance(given, str):
        return _names_fit(told, given)
    return told == given


def holds(told: object, given: object) -> bool:
    """Whether nothing is given that was not told."""
    if isinstance(told, list) and isinstance(given, list):
        return all(any(_names_fit(one, other) for other in told) for one in given)
    return same(told, given)


def _names_fit(left: str, right: str) -> bool:
    one, other = left.casefold().strip(), right.casefold().strip()
    return one in other or other in one
