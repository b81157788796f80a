"""Subjects that the person named for a plan and nothing of its target holds: parts of their own."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from tools.evidence import Source
from tools.oews.doubtful import is_certificate
from tools.oews.tables import words_of
from tools.roadmap.models import Need
from tools.roadmap.skills import find_skills, link_skill
from tools.roadmap.steps import Step
from tools.roadmap.tables import EDITION, read_table
from tools.roadmap.targets import Target

# A first pass through a subject where nobody told hours or weeks: low, typical and high (editorial, 2026).
USUAL = (10.0, 20.0, 40.0)
# With less of a share nothing stays of a subject; more than that is no first pass (editorial, 2026).
LEAST, MOST = 8.0, 24.0
_QUICK, _SLOW = 0.6, 1.5  # of a share: the ends of its range
_ALIKE = 3  # letters that two words have in common, and by which they may differ at their end
_WORD = re.compile(r"[^\W_]+")
SOURCE = Source(
    title="Subjects you named: your hours, those of the skill table, or a share of your time; else Career Coach's "
    "usual hours of a first pass",
    publisher="Career Coach",
    date=EDITION,
    locator="tools/roadmap/subjects.py",
)


def subjects_in(named: Iterable[str], role: str, gone: Iterable[str] = ()) -> list[str]:
    """Of what was named what can be a part, each once: no paper, nothing that is `gone`, nor the `role` itself."""
    out, found = {text.casefold() for text in gone}, dict[str, str]()
    for text in (" ".join(each.split()) for each in named):
        known = text.casefold() in out or any(_is_same(text, other) for other in found)
        if not known and not _is_paper(text) and not is_named_by(text, role):
            found[text.casefold()] = text
    return [*found.values()]


def _is_same(one: str, other: str) -> bool:
    """Whether two names differ at the ends of their words alone: "lesson plan", "lesson planning"."""
    words, others = (_WORD.findall(each.casefold()) for each in (one, other))
    ends = zip(words, others, strict=False)
    alike = (
        a == b or (min(len(a), len(b)) > _ALIKE and (a.startswith(b) or b.startswith(a))) for a, b in ends
    )
    return len(words) == len(others) and all(alike)


def is_named_by(words: str, title: str) -> bool:
    """Whether all words stand in a title, whatever their endings: "plaster casts", "Cast and modify plaster"."""
    held = [each.casefold() for each in _WORD.findall(title)]
    said = [each.casefold() for each in _WORD.findall(words)]
    return all(any(_alike(word, other) for other in held) for word in said)


def skills_named(subject: str) -> list[str]:
    """Ids of the skills of the learning graph that a subject names."""
    return [each.skill_id for each in find_skills(subject) if each.skill_id]


def with_subjects(target: Target, subjects: Iterable[str]) -> Target:
    """The target with what of the learning graph was named for it."""
    named: dict[str, Need] = {skill: "must" for each in subjects for skill in skills_named(each)}
    return replace(target, needs={**target.needs, **named})


def hours_shares(hours: float, subjects: Sequence[str]) -> dict[str, float]:
    """Whole hours for each subject that shares `hours` evenly, up to those of the skill table or a first pass."""
    most, even = dict.fromkeys(subjects, MOST), hours / max(len(subjects), 1)
    for each in subjects:
        held = table_hours(each)
        most[each] = held[1] if held and held[1] <= max(MOST, even) else MOST
    found, left = dict[str, float](), hours
    for place, each in enumerate(sorted(subjects, key=most.__getitem__)):
        share = min(most[each], max(LEAST, left / (len(subjects) - place)))
        found[each], left = share // 1, left - share
    return found


def table_hours(subject: str) -> tuple[float, float, float] | None:
    """Low, typical and high hours of the skill of our tables that a subject is the name of."""
    row = link_skill(subject)
    return (row.low, row.typical, row.high) if row else None


def subject_title(subject: str) -> str:
    """What the part of a subject is called: their words."""
    return subject[:1].upper() + subject[1:]


def subject_step(subject: str, told: float | None, share: float | None) -> Step:
    """A subject as a part: hours `told`, else a `share` of the time, else those of the skill table, else the usual."""
    row, usual = link_skill(subject), table_hours(subject) or USUAL
    if share and (row is None or share < usual[1]):
        usual = (share * _QUICK // 1, share, share * _SLOW // 1)
    low, typical, high = (told, told, told) if told else usual
    does, proof = _texts_of(subject)
    return Step(
        subject_title(subject),
        does,
        row.proof if row else proof,
        low,
        typical,
        high,
        core=True,
        own=True,
        subject=True,
    )


def subject_notes(subjects: Sequence[str], *, shared: bool) -> list[str]:
    """Whose the hours are of subjects for which nobody told any."""
    tables = [f"“{each}”" for each in subjects if table_hours(each) and not shared]
    others = [f"“{each}”" for each in subjects if shared or not table_hours(each)]
    counts = "counts an even share of your time" if shared else "counts a first pass, by our own judgement"
    each_of_them = counts if len(others) == 1 else counts.replace("counts", "each count", 1)
    notes = [f"The hours for {', '.join(tables)} are those of our skill table."] if tables else []
    told = f"{' and '.join(others)} {each_of_them}, as you told no hours: say yours, and the dates follow."
    return [*notes, *([told] if others else [])]


def is_of_subjects(text: str) -> bool:
    """Whether a text is what the part of some subject does or is shown by."""
    return any(text in each for each in _texts().values())


def _texts_of(subject: str) -> tuple[str, str]:
    """What to do and what shows that it is done, by the kind under which our tables know the subject."""
    said = subject.casefold()
    kinds = (row["kind"] for row in read_table("known_technologies") if said in _names(row))
    return _texts().get(next(kinds, ""), _texts()[""])


def _names(row: dict[str, str]) -> set[str]:
    return {each.casefold() for part in ("name", "aliases", "guarded") for each in row[part].split(";")}


def _is_paper(words: str) -> bool:
    """Whether a license, a card or a degree is named: it is had by what the steps say, and by no hours of study."""
    last = (_WORD.findall(words.casefold()) or [""])[-1]
    return last.removesuffix("s") in words_of("occupation_words", "paper") or (
        is_certificate(words) and not find_skills(words)
    )


def _alike(one: str, other: str) -> bool:
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    common = min(len(one), len(other)) if same is None else same
    return one == other or common >= max(_ALIKE, max(len(one), len(other)) - _ALIKE)


@cache
def _texts() -> dict[str, tuple[str, str]]:
    """What to do and what shows that it is done, by kind; under no name those of any other."""
    rows = read_table("subject_parts")
    return {kind: (row["does"], f"{row['proof']}.") for row in rows for kind in row["of"].split(";")}
