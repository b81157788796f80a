"""What the person has, what they lack, and what of a target that leaves to learn."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from tools.roadmap.graph import implied_by, needed_for, prerequisites
from tools.roadmap.models import Have, Need, SkillGap
from tools.roadmap.skills import SkillMention, deeper_skills, find_in_text
from tools.roadmap.tables import skills
from tools.roadmap.targets import Target

PARTIAL = 0.5
_RANK: dict[Need, int] = {"must": 0, "should": 1, "nice": 2}


@dataclass(slots=True)
class Knowledge:
    """Skill ids to what the person has of them; a skill that is not listed they do not have.

    `said` holds what they named themselves, the rest follows from it; `elsewhere` are skills they named that
    the learning graph does not hold, `left_out` skill ids that they do not want to learn.
    """

    have: dict[str, Have] = field(default_factory=dict)
    said: set[str] = field(default_factory=set)
    elsewhere: list[str] = field(default_factory=list)
    left_out: set[str] = field(default_factory=set)

    def of(self, skill: str) -> Have:
        return self.have.get(skill, "no")

    def known(self) -> set[str]:
        return {skill for skill, have in self.have.items() if have == "yes"}

    def hours(self, skill: str) -> float:
        """Typical hours left for this skill: half where something is known, none where it is."""
        factor = {"yes": 0.0, "some": PARTIAL, "no": 1.0}[self.of(skill)]
        return skills()[skill].typical * factor


def read_knowledge(
    have: Iterable[str], lacking: Iterable[str], done: Iterable[str], without: Iterable[str] = ()
) -> Knowledge:
    """Read skills as the person wrote them ("a bit of PyTorch"). A known skill brings what it builds on.

    What they lack stays missing, unless the same skill is known under another name (AWS but not Azure).
    """
    knowledge = Knowledge(left_out=set(_named(without)))
    absent = _named(lacking)
    for text in [*have, *done]:
        mentions = find_in_text(text, skill_list=True)
        if not mentions and text.strip():
            knowledge.elsewhere.append(text.strip())
        for mention in mentions:
            _take_in(mention, knowledge, absent)
    for skill, level in list(knowledge.have.items()):
        for basis in implied_by(skill) - absent.keys():
            _raise_to(knowledge.have, basis, level)
    for skill in absent.keys() - knowledge.said:
        knowledge.have.pop(skill, None)
    return knowledge


def _take_in(mention: SkillMention, knowledge: Knowledge, absent: dict[str, set[str]]) -> None:
    if mention.skill_id is None:
        knowledge.elsewhere.append(mention.name)
    elif mention.level == "no":
        absent.setdefault(mention.skill_id, set()).add(mention.name)
    elif mention.name not in absent.get(mention.skill_id, ()):
        knowledge.said.add(mention.skill_id)
        deeper = deeper_skills(mention.name) if mention.strong else ()
        for skill in (mention.skill_id, *deeper):
            _raise_to(knowledge.have, skill, mention.level)


def _named(texts: Iterable[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for text in texts:
        for mention in find_in_text(text, skill_list=True):
            if mention.skill_id:
                found.setdefault(mention.skill_id, set()).add(mention.name)
    return found


def _raise_to(have: dict[str, Have], skill: str, level: Have) -> None:
    if have.get(skill) != "yes":
        have[skill] = level


def left_to_learn(target: Target, knowledge: Knowledge) -> list[str]:
    """Skill ids still to learn for what the target must have, prerequisites first.

    What is left out counts as settled: what builds on it goes on without, and what it alone needed goes too.
    """
    musts = [skill for skill, need in target.needs.items() if need == "must"]
    known = knowledge.known() | knowledge.left_out
    needed = needed_for(musts, known) - known
    return [skill for skill in in_order() if skill in needed]


@cache
def in_order() -> tuple[str, ...]:
    """All skills of the table, each after its prerequisites, ties in the table's order."""
    import networkx as nx

    place = {skill: index for index, skill in enumerate(skills())}
    return tuple(nx.lexicographical_topological_sort(prerequisites(), key=place.__getitem__))


def read_gap(target: Target, knowledge: Knowledge) -> list[SkillGap]:
    """Every skill of the target and what its musts build on: the musts first, each with what the person has."""
    needs = dict(target.needs)
    musts = [skill for skill, need in needs.items() if need == "must"]
    for skill in needed_for(musts, knowledge.known()):
        needs[skill] = "must"
    ordered = sorted(
        ((_RANK[needs[skill]], index, skill) for index, skill in enumerate(in_order()) if skill in needs)
    )
    return [
        SkillGap(skill=skills()[skill].name, needed=needs[skill], have=knowledge.of(skill))
        for _, _, skill in ordered
    ]
