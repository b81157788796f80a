"""What the roadmap generator returns."""

from typing import Literal

from tools.evidence import Evidence, Number, Value

Need = Literal["must", "should", "nice"]
Have = Literal["yes", "some", "no"]


Place = Literal["start", "middle", "end", "before", "after"]


class OwnStep(Value):
    """A step of the person's own, in their words. `hours` is null where they told none.

    `place` says where it belongs (null: where such steps go); `before` and `after` name in `of` titles of steps or
    skills. A `subject` is something to learn, and no errand.
    """

    title: str
    hours: Number | None = None
    place: Place | None = "end"
    of: list[str] = []
    subject: bool = False


class Resource(Value):
    title: str
    url: str


class SkillGap(Value):
    """`needed` is "must", "should" or "nice"; `have` says what the person has: "yes", "some" or "no".

    `why` names what an assumption rests on: work held ("5 years as a front-end developer"), or what makes the skill
    quicker to learn ("a second programming language"). It is null for what the person said.
    """

    skill: str
    needed: Need
    have: Have
    why: str | None = None


class Milestone(Value):
    """Weeks count from 1, ends included; `hours` is the typical sum; `after` names milestones it builds on.

    `start_date` and `end_date` are the first and last ISO day of those weeks, set only when a start date was given.
    A milestone that is a step to the door of an occupation says in `does` what to do; one of skills leaves it empty.
    `own` marks a step of the person's own, `subject` one that is something they want to learn.
    """

    id: str
    title: str
    skills: list[str]
    start_week: int
    end_week: int
    hours: Number
    after: list[str] = []
    resources: list[Resource] = []
    proof: str
    does: str = ""
    start_date: str | None = None
    end_date: str | None = None
    own: bool = False
    subject: bool = False


class FinishRange(Value):
    """When it ends, in weeks from the start: one in ten finishes by `low_weeks`, nine in ten by `high_weeks`.

    `median_weeks` is where half do; the dates are ISO days, set only when a start date was given.
    """

    low_weeks: int
    median_weeks: int
    high_weeks: int
    low_date: str | None = None
    median_date: str | None = None
    high_date: str | None = None


class RoadmapDocument(Value):
    """`weeks` is what it takes; a horizon that cannot be met still gets a roadmap, with `feasible` false.

    `critical_path` is the longest chain of skills (by typical hours) that nothing can shorten; `options` are
    concrete ways out when it is not feasible. A roadmap `of` steps leads to the door of an occupation without a skill
    table, whose `people` are named; `afterwards` says what the way in takes that is not in its weeks. `later` are
    titles of steps that are left for later, so that what the person wants to learn fits the horizon.
    """

    role: str
    of: Literal["skills", "steps"] = "skills"
    people: str = ""
    afterwards: str = ""
    later: list[str] = []
    gap: list[SkillGap] = []
    milestones: list[Milestone] = []
    total_hours: Number = 0
    weeks: int = 0
    feasible: bool = True
    finish: FinishRange | None = None
    critical_path: list[str] = []
    options: list[str] = []
    notes: list[str] = []
    evidence: list[Evidence] = []
