"""What the person has, what they lack, and what of a target that leaves to learn."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from functools import cache

from tools.roadmap.experience import Implied
from tools.roadmap.graph import implied_by, needed_for, prerequisites
from tools.roadmap.models import Have, Need, SkillGap
from tools.roadmap.skills import SkillMention, find_skills
from tools.roadmap.tables import skills
from tools.roadmap.targets import Target
from tools.roadmap.transfer import Transfer, programming_languages, transfers

PARTIAL = 0.5
_RANK: dict[Need, int] = {"must": 0, "should": 1, "nice": 2}


@dataclass(slots=True)
class Knowledge:
    """Skill ids to what the person has of them; a skill that is not listed they do not have.

    `said` holds what they named themselves, `assumed` what their work implies, with the work as the reason; the rest
    follows from both. `elsewhere` are skills they named that the learning graph does not hold (`languages`
    those to program in), `left_out` skill ids that they do not want to learn, `transfers` what they learn
    faster because they know its like, `slow` and `brief` skill ids that take the upper and the lower end of
    their hours.
    """

    have: dict[str, Have] = field(default_factory=dict)
    said: set[str] = field(default_factory=set)
    elsewhere: list[str] = field(default_factory=list)
    left_out: set[str] = field(default_factory=set)
    languages: set[str] = field(default_factory=set)
    assumed: dict[str, str] = field(default_factory=dict)
    transfers: dict[str, Transfer] = field(default_factory=dict)
    slow: set[str] = field(default_factory=set)
    brief: set[str] = field(default_factory=set)

    def of(self, skill: str) -> Have:
        return self.have.get(skill, "no")

    def known(self) -> set[str]:
        return {skill for skill, have in self.have.items() if have == "yes"}

    def share(self, skill: str) -> float:
        """What is left to learn of this skill: none where it is known, half or less where something is, else all.

        Of one that is to have more time it is more than all of the typical hours, of one with less time less.
        """
        share = {"yes": 0.0, "some": PARTIAL, "no": 1.0}[self.of(skill)]
        share = min(share, self.transfers[skill].share) if skill in self.transfers else share
        row = skills()[skill]
        end = row.high if skill in self.slow else row.low if skill in self.brief else row.typical
        return share if end == row.typical else share * end / row.typical

    def hours(self, skill: str) -> float:
        """Typical hours left for this skill."""
        return skills()[skill].typical * self.share(skill)


def read_knowledge(
    have: Iterable[str],
    lacking: Iterable[str],
    done: Iterable[str],
    without: Iterable[str] = (),
    work: Implied | None = None,
    *,
    some: Iterable[str] = (),
    slow: Iterable[str] = (),
    brief: Iterable[str] = (),
) -> Knowledge:
    """Read skills as the person wrote them, `some` those they know a little. A known skill brings what it builds on.

    What they lack stays missing, unless the same skill is known under another name (AWS but not Azure). What their
    `work` implies is taken as known where they said nothing else of it.
    """
    knowledge = Knowledge(left_out=set(_named(without)), slow=set(_named(slow)), brief=set(_named(brief)))
    absent = _named(lacking)
    levels: dict[Have, list[str]] = {"yes": [*have, *done], "some": [*some]}
    for level, texts in levels.items():
        for text in texts:
            mentions = find_skills(text)
            if not mentions and text.strip():
                knowledge.elsewhere.append(text.strip())
            for mention in mentions:
                _take_in(mention, level, knowledge, absent)
    _add_bases(knowledge, absent)
    if work is not None:
        _assume(work, knowledge, absent)
    for skill in absent.keys() - knowledge.said:
        knowledge.have.pop(skill, None)
    knowledge.transfers = transfers(knowledge.have, knowledge.languages, work.groups if work else frozenset())
    return knowledge


def _add_bases(knowledge: Knowledge, absent: Container[str]) -> None:
    """What the skills they have build on."""
    for skill, level in list(knowledge.have.items()):
        for basis in implied_by(skill):
            if basis not in absent:
                _raise_to(knowledge.have, basis, level)


def _assume(work: Implied, knowledge: Knowledge, absent: Container[str]) -> None:
    """What their work implies and what that builds on, except for skills of which they said something themselves."""
    levels: dict[str, Have] = {}
    for skill, level in work.skills.items():
        for each in (skill, *implied_by(skill)):
            if each not in absent and each not in knowledge.said:
                _raise_to(levels, each, level)
    for skill, level in levels.items():
        before = knowledge.of(skill)
        _raise_to(knowledge.have, skill, level)
        if knowledge.of(skill) != before:
            knowledge.assumed[skill] = work.reason


def _take_in(mention: SkillMention, level: Have, knowledge: Knowledge, absent: dict[str, set[str]]) -> None:
    if mention.skill_id is None:
        knowledge.elsewhere.append(mention.name)
        if level == "yes" and mention.name in programming_languages():
            knowledge.languages.add(mention.name)
    elif mention.name not in absent.get(mention.skill_id, ()):
        knowledge.said.add(mention.skill_id)
        _raise_to(knowledge.have, mention.skill_id, level)


def _named(texts: Iterable[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for text in texts:
        for mention in find_skills(text):
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
        SkillGap(
            skill=skills()[skill].name,
            needed=needs[skill],
            have=knowledge.of(skill),
            why=_why(skill, knowledge),
        )
        for _, _, skill in ordered
    ]


def _why(skill: str, knowledge: Knowledge) -> str | None:
    """What stands behind an assumption about this skill; null for what the person said, and where nothing does."""
    if skill in knowledge.assumed:
        return knowledge.assumed[skill]
    return knowledge.transfers[skill].why if skill in knowledge.transfers else None
