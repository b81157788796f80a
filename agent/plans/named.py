"""Which parts of a plan a person's words name: milestones by number, place or week, parts by their title, skills by any name."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from agent.models import Plan
from agent.nlu.values.numbers import ORDINALS, SMALL
from agent.plans.item_review import items_of
from agent.plans.step_names import step_names
from tools.kept import once_for_each

_COUNT = r"\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten"
_LISTED = rf"(?:{_COUNT})\b(?:\s*(?:,|-|\u2013|and|to|through|&|or)+\s*(?:{_COUNT})\b)*"
_ITEM = r"(?:milestone|step|phase|stage|part|module|section)s?"
_NUMBERED = re.compile(
    rf"\b(?:M\s?(?=\d)|{_ITEM}\s(?:number\s|no\.?\s|#)?)(?P<listed>{_LISTED})", re.IGNORECASE
)
_WEEKS = re.compile(rf"\bw(?:ee)?ks?\s?(?P<listed>{_LISTED})", re.IGNORECASE)
_ORDINAL = re.compile(
    rf"\b(?P<which>{'|'.join(ORDINALS)})(?:\s(?P<count>{_COUNT}))?\s(?:{_ITEM}|ones?|things?)\b",
    re.IGNORECASE,
)
# "The third was too much", "the last two": a place by itself, ahead of what is said of it or at the end.
_PLACE_ALONE = re.compile(
    rf"\bthe\s(?P<which>{'|'.join(ORDINALS)})(?:\s(?P<count>{_COUNT}))?"
    r"(?=\s+(?:is|was|are|were|can|could|has|have|needs?|should|took|takes|looks?|feels?|scares?|goes)\b|\s*(?:[,.;!?]|$|and\b))",
    re.IGNORECASE,
)
# "Everything except M3": all parts but those that are named behind it.
_ALL_BUT = re.compile(
    r"\b(?:everything|all|all of it|all of them|the rest)\b[^.;!?]{0,20}?\s(?:except|besides|but|apart from|other than)\b",
    re.IGNORECASE,
)
_END = re.compile(r"[.;!?\n]|$")
_RANGE = re.compile(rf"({_COUNT})\s*(?:-|\u2013|to|through)\s*({_COUNT})", re.IGNORECASE)
_ALONE = re.compile(
    rf"\W*(?:(?P<listed>{_LISTED})|(?P<which>{'|'.join(ORDINALS)})(?:\s(?P<count>{_COUNT}))?)\W*",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w+#]+")
_CLAUSE = re.compile(r"[:,()]|\bthen\b")
_SECTION = ("section", "part", "outlook", "list", "bit")
_SHORTEST = 3  # letters of a word that tells one title from another
# Words that say of what kind a part is, not which one.
_GENERIC = frozenset(
    [
        "milestone",
        "step",
        "phase",
        "stage",
        "part",
        "module",
        "section",
        "bit",
        "stuff",
        "thing",
        "course",
        "week",
        "piece",
        "unit",
        "chapter",
        "topic",
        "the",
        "my",
        "thi",
        "that",
        "all",
        "and",
        "for",
        "with",
        "about",
        "from",
        "it",
    ]
)


class Named(NamedTuple):
    """Words of a text from `start` to `end`, and the plan's ids of milestones, sections and lists, or skills, that they name.

    `week` says that a week was named, and the milestones are those that lie in it.
    """

    start: int
    end: int
    parts: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    week: bool = False

    def __bool__(self) -> bool:
        return bool(self.parts or self.skills)


def names_in(text: str, plan: Plan) -> list[Named]:
    """Everything of the plan that `text` names in full, in its order; a milestone that the plan has not counts too, without id."""
    found: list[Named] = []
    titles = sorted([*_titles(text, plan), *_skills(text, plan)], key=lambda each: each.start - each.end)
    titles += [Named(each.start, each.end, (each.id,)) for each in step_names(text, plan) if each.id]
    for named in [*_numbers(text, plan), *titles]:
        if not any(named.start < held.end and held.start < named.end for held in found):
            found.append(named)
    return sorted(_complemented(found, text, plan))


def _complemented(found: list[Named], text: str, plan: Plan) -> list[Named]:
    """The names with those behind an "everything except" as what is left without them."""
    for match in _ALL_BUT.finditer(text):
        stop = end.start() if (end := _END.search(text, match.end())) else len(text)
        behind = [each for each in found if match.end() <= each.start < stop and each]
        if not behind:
            continue
        out = {part for each in behind for part in each.parts}
        out |= {each.id for each in plan.milestones for name in behind if {*name.skills} & {*each.skills}}
        rest = tuple(each.id for each in plan.milestones if each.id not in out)
        found = [each for each in found if each not in behind]
        found.append(Named(match.start(), max(each.end for each in behind), rest))
    return found


def named(words: str, plan: Plan) -> Named:
    """What a few words stand for that are known to name a part: also a bare number ("the second"), or a part of one title alone."""
    found = names_in(words, plan) or [*_bare(words, plan)]
    if not any(found):
        found = [*found, _part_of_title(words, plan) or _of_a_subject(words, plan)]
    return Named(
        0,
        len(words),
        tuple(dict.fromkeys(part for each in found for part in each.parts)),
        tuple(dict.fromkeys(skill for each in found for skill in each.skills)),
        any(each.week for each in found),
    )


def telling_words(text: str) -> set[str]:
    """The words by which one name is told from another, in the singular and in one spelling."""
    words = (word.casefold().replace("isation", "ization") for word in _WORD.findall(text.replace("_", " ")))
    return {word.removesuffix("s") for word in words if len(word) >= _SHORTEST} - _GENERIC


def _numbers(text: str, plan: Plan) -> Iterator[Named]:
    for match in _NUMBERED.finditer(text):
        yield Named(*match.span(), tuple(_ids(_listed(match["listed"]), plan)))
    for pattern in (_ORDINAL, _PLACE_ALONE):
        for match in pattern.finditer(text):
            yield Named(*match.span(), tuple(_counted(match, plan)))
    for match in _WEEKS.finditer(text):
        weeks = set(_listed(match["listed"]))
        lie_in = (each for each in plan.milestones if weeks & {*range(each.start_week, each.end_week + 1)})
        yield Named(*match.span(), tuple(each.id for each in lie_in), week=True)


def _bare(words: str, plan: Plan) -> Iterator[Named]:
    match = _ALONE.fullmatch(words)
    if match:
        ids = _ids(_listed(match["listed"]), plan) if match["listed"] else _counted(match, plan)
        yield Named(*match.span(), tuple(ids))


def _listed(words: str) -> list[int]:
    """The numbers of a list: "2, 3 and 5", "1 to 4"."""
    ranges = [range(_number(low), _number(high) + 1) for low, high in _RANGE.findall(words)]
    alone = re.findall(rf"\b(?:{_COUNT})\b", words, re.IGNORECASE)
    return sorted({number for each in ranges for number in each} | {_number(word) for word in alone})


def _number(word: str) -> int:
    return int(word) if word.isdigit() else int(SMALL[word.casefold()])


def _ids(numbers: Iterable[int], plan: Plan) -> list[str]:
    held = {each.id for each in plan.milestones}
    return [name for number in numbers if (name := f"M{number}") in held]


def _counted(match: re.Match[str], plan: Plan) -> list[str]:
    """The milestones at a place of the plan: "the second one", "the last two"."""
    ids = [each.id for each in plan.milestones]
    place, count = ORDINALS[match["which"].casefold()], _number(match["count"] or "1")
    return ids[-count:] if place < 0 else ids[place - 1 : place - 1 + count]


def _titles(text: str, plan: Plan) -> Iterator[Named]:
    for form, named in _title_forms(plan):
        for match in form.finditer(text):
            yield Named(*match.span(), named)


@once_for_each(4)
def _title_forms(plan: Plan) -> list[tuple[re.Pattern[str], tuple[str, ...]]]:
    """Titles, what stands between a title's own colons, commas and brackets, and sections by their id; the longest first."""
    taught = [skill.casefold() for each in plan.milestones if len(each.skills) > 1 for skill in each.skills]
    names = [(title, item) for item, title in items_of(plan).items()]
    names += [
        (name, item)
        for title, item in names
        for name in _CLAUSE.split(title)
        if not any(name.strip().casefold() in skill for skill in taught)
    ]
    names += [(f"{item.replace('_', ' ')} {word}", item) for item in items_of(plan) for word in _SECTION]
    meant: dict[str, list[str]] = {
        name.strip().casefold(): [] for name, _ in names if len(name.strip()) >= _SHORTEST
    }
    for name, item in names:
        if (key := name.strip().casefold()) in meant and item not in meant[key]:
            meant[key].append(item)
    return [
        (re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE), tuple(meant[name]))
        for name in sorted(meant, key=len, reverse=True)
        if len(meant[name]) == 1
    ]


def _skills(text: str, plan: Plan) -> Iterator[Named]:
    """Skills of the plan as people write them; a milestone that teaches nothing else is meant as a whole."""
    from tools.roadmap.skills import find_skills
    from tools.roadmap.tables import skills

    taught = {skill for each in plan.milestones for skill in each.skills}
    for skill in sorted(taught, key=len, reverse=True):
        for match in re.finditer(rf"(?<!\w){re.escape(skill)}(?!\w)", text, re.IGNORECASE):
            yield _skill(*match.span(), skill, plan)
    for found in find_skills(text):
        name = skills()[found.skill_id].name if found.skill_id else found.name
        if name in taught and not found.everyday:
            yield _skill(found.start, found.end, name, plan)


def _skill(start: int, end: int, skill: str, plan: Plan) -> Named:
    whole = next((each.id for each in plan.milestones if each.skills == [skill]), None)
    return Named(start, end, (whole,)) if whole else Named(start, end, skills=(skill,))


def _part_of_title(words: str, plan: Plan) -> Named:
    """The one title or skill that all of `words` are from ("the capstone", "pay section"); none where several are."""
    wanted = telling_words(words)
    titles = [(title, Named(0, 0, (item,))) for item, title in items_of(plan).items()]
    skills = [(name, _skill(0, 0, name, plan)) for each in plan.milestones for name in each.skills]
    found = {item for name, item in [*titles, *skills] if wanted and wanted <= telling_words(name)}
    return found.pop() if len(found) == 1 else Named(0, 0)


def skills_of_subject(words: str) -> set[str]:
    """All skills of the one subject that all of `words` are from or begin a word of ("the maths"); none of several."""
    from tools.roadmap.tables import skills, tracks

    wanted = telling_words(words)
    subjects = [
        track.id
        for track in tracks().values()
        if wanted
        and all(any(name.startswith(word) for name in telling_words(track.title)) for word in wanted)
    ]
    if len(subjects) != 1:
        return set()
    return {skill.name for skill in skills().values() if skill.track == subjects[0]}


def _of_a_subject(words: str, plan: Plan) -> Named:
    """The plan's skills of the subject that words name."""
    of_it = skills_of_subject(words)
    held = [_skill(0, 0, name, plan) for each in plan.milestones for name in each.skills if name in of_it]
    parts = dict.fromkeys(part for each in held for part in each.parts)
    return Named(0, 0, tuple(parts), tuple(skill for each in held for skill in each.skills))


def weeks_named(text: str) -> list[int]:
    """The weeks of a plan that words name by number ("week 2 and 3")."""
    return sorted({week for match in _WEEKS.finditer(text) for week in _listed(match["listed"])})


def spans_of_parts(text: str) -> list[tuple[int, int]]:
    """Where words name a part of a plan by its number or place ("milestone 2", "the second milestone"), as offsets."""
    found = [each.span() for pattern in (_NUMBERED, _ORDINAL) for each in pattern.finditer(text)]
    return sorted(found)
