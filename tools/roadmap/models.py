"""What the roadmap generator returns."""

from typing import Literal

from tools.evidence import Evidence, Number, Value


class Resource(Value):
    title: str
    url: str


class SkillGap(Value):
    """`needed` is "must", "should" or "nice"; `have` says what the person has: "yes", "some" or "no"."""

    skill: str
    needed: Literal["must", "should", "nice"]
    have: Literal["yes", "some", "no"]


class Milestone(Value):
    """Weeks count from 1, ends included; `hours` is the typical sum; `after` names milestones it builds on."""

    id: str
    title: str
    skills: list[str]
    start_week: int
    end_week: int
    hours: Number
    after: list[str] = []
    resources: list[Resource] = []
    proof: str


class RoadmapDocument(Value):
    """`weeks` is what it takes; a horizon that cannot be met still gets a roadmap, with `feasible` false."""

    role: str
    gap: list[SkillGap] = []
    milestones: list[Milestone] = []
    total_hours: Number = 0
    weeks: int = 0
    feasible: bool = True
    notes: list[str] = []
    evidence: list[Evidence] = []
