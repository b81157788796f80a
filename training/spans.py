"""Clauses of the corpus for the heads that tell what a time or a skill is: what their spans are labelled says it."""

from collections.abc import Iterator, Mapping

from agent.nlu.clauses import clauses
from agent.nlu.kinds import OTHER, HeadName
from agent.nlu.times import names_a_time
from training.corpus import corpus_files, is_test, read_file

_TIMES = {"hor": "until", "start": "begins", "busy": "away", "due": OTHER}
_SKILLS = {"have": "have", "some": "some", "lack": "lack", "learn": "learn", "asked": OTHER, "avoid": OTHER}
OF_SPANS: Mapping[HeadName, Mapping[str, str]] = {"time": _TIMES, "skill": _SKILLS}
_TIMED = frozenset({"hor", "start", "busy", "hrs", "yrs"})


def clauses_of(name: HeadName) -> Iterator[tuple[str, str]]:
    """Clauses whose spans are all of one kind of a head, with that kind; of times also what names one and holds no such span."""
    kinds = OF_SPANS[name]
    for path in (path for path in corpus_files() if not is_test(path)):
        for example in read_file(path):
            for clause in clauses(example.text):
                labels = {each.label for each in example.spans if clause.start <= each.start < clause.end}
                found = {kinds[label] for label in labels & kinds.keys()}
                if len(found) == 1:
                    yield clause.text, found.pop()
                elif name == "time" and not labels & _TIMED and names_a_time(clause.text):
                    yield clause.text, OTHER
