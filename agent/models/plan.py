"""The plan that a person approves, its parts, and what a check found or a person changed in it."""

from typing import Literal

from pydantic import JsonValue

from tools.evidence import Figure, Number, Source, Value
from tools.roadmap.models import FinishRange, Milestone, Place

Author = Literal["coach", "person"]


class Claim(Value):
    """One statement of a plan. A coach's claim with a figure names the evidence that holds it.

    `written` is the form in which its figures are references ("{E3.p50}"): put in anew, they must give `text`.
    """

    text: str
    evidence: list[str] = []
    by: Author = "coach"
    written: str | None = None


class Section(Value):
    id: str
    title: str
    claims: list[Claim] = []


class Approval(Value):
    """Who approved the plan and when (ISO 8601, UTC)."""

    by: str
    at: str
    decision: Literal["approve"] = "approve"


class CitedFigure(Value):
    """A figure with the number of the evidence that holds it."""

    figure: Figure
    evidence: str


SkippedKind = Literal["known", "done", "left_out", "later"]


class Skipped(Value):
    """Skills that the target needs and the plan does not teach, with why not: by `kind`, and as it is said."""

    skills: list[str]
    why: str
    kind: SkippedKind = "known"


class Outlook(Value):
    """What a plan comes to, as typed values: its summary and what changed between two drafts are told from them.

    `hours_told` says whether the person named `hours_per_week` or a roadmap assumed them. `finish` is where eight in
    ten end, `cites` the evidence of hours and finish. `present_pay` (USD a year) is the person's own word, `former_pay`
    that of somebody who holds no job now, `pay_now` the official median of their work today;
    `pay_then` holds a median for each occupation that stands for the target, `jobs` how many work in the first of
    them. `afterwards` says what comes behind the door that steps lead to. `done`, `busy` and `lost_weeks` are as in
    profile and progress.
    """

    target: str
    location: str | None = None
    hours_per_week: Number | None = None
    hours_told: bool = False
    horizon_weeks: int | None = None
    feasible: bool = True
    finish: FinishRange | None = None
    cites: list[str] = []
    present_pay: Number | None = None
    former_pay: Number | None = None
    pay_now: CitedFigure | None = None
    pay_then: list[CitedFigure] = []
    jobs: CitedFigure | None = None
    afterwards: Claim | None = None
    skipped: list[Skipped] = []
    done: list[str] = []
    busy: list[str] = []
    lost_weeks: int = 0


class Plan(Value):
    """The plan a person approves. Sections are in reading order; `version` counts deliveries of a thread.

    `start` is the ISO date on which week 1 begins. `theirs` are texts outside the sections that the person wrote:
    actions, assumptions, titles, proofs and `does` of milestones. `outlook` is null in plans of version 0.1.0.
    `language` (ISO 639-1) is the one its labels are written in, `worded` how texts of milestones are shown in it, by
    how they were drafted: checks and edits know them by that.
    """

    version: int = 1
    start: str | None = None
    sections: list[Section] = []
    milestones: list[Milestone] = []
    assumptions: list[str] = []
    next_actions: list[str] = []
    sources: list[Source] = []
    approval: Approval | None = None
    theirs: list[str] = []
    outlook: Outlook | None = None
    language: str = "en"
    worded: dict[str, str] = {}

    def word(self, text: str) -> str:
        """A milestone's text as it is shown."""
        return self.worded.get(text, text)

    @property
    def of_steps(self) -> bool:
        """Whether its milestones are steps to the door of an occupation, and no skills to learn."""
        return any(milestone.does and not milestone.own for milestone in self.milestones)


class Wording(Value):
    """How a model worded the texts of a draft in a `language`, kept for the next one.

    `texts` are its claims by the text of code's that each took the place of (an empty one left it out), `added` those
    of its own by their section, `titles` those of sections.
    """

    language: str
    titles: dict[str, str] = {}
    texts: dict[str, Claim] = {}
    added: dict[str, list[Claim]] = {}


class Draft(Value):
    """A plan as a policy drafts it; `said` is told to the person above it: answers to what they asked beside it."""

    plan: Plan
    said: str = ""
    wording: Wording | None = None


class Violation(Value):
    """What the check found. `where` is a path such as "pay/claims/2"; `text` the statement it is about."""

    rule: str
    where: str
    text: str
    problem: str


class PlanEdit(Value):
    """One thing the person changed in a draft, kept through every later redraft.

    `path` names the place ("sections/pay/claims", "milestones/M2/title", "next_actions"); `before` is null for an
    addition and `after` null for a removal. `anchor` holds the skills of an edited milestone: a redraft may
    give its number to another one. `reason` says why something was taken out: they asked for that, or for less in all.
    """

    path: str
    before: JsonValue = None
    after: JsonValue = None
    anchor: list[str] = []
    reason: Literal["asked", "shorter"] = "asked"


PlanChangeKind = Literal[
    "leave_out", "first", "later", "shorter", "reorder", "fewer", "without_resource", "put_back", "more", "less",
    "level", "slower", "cheaper", "reword", "hours", "away", "start", "deadline", "target", "place", "unclear",
    "own_step", "lighter", "gentler", "project", "keep", "known", "hands_on", "refuse", "rhythm",
]  # fmt: skip


class PlanChange(Value):
    """One thing a person wants different in a plan, as a reader of their words fills it in.

    `leave_out`, `first`, `later` and `put_back` name `skills` (as the person writes them) or `parts`: ids of milestones
    ("M3"), sections ("pay") or lists ("assumptions", "next_actions"); `put_back` without a name takes the
    last change back. `reorder` names in `parts` milestones or skills that change places, in the order wanted.
    `shorter` cuts to `weeks` in all (null: a quarter less). `fewer` keeps `most` lines of each part (null:
    half; no part: of every section). `without_resource` names what not to learn from, by a title or address,
    in `resources`. `slower` or `gentler` with a name gives that more time, `less` less; `keep`
    names what no cut takes, `project` what is to be done with something of their own, told in `words`;
    `known` without a name is all they know. `own_step` puts in a step of theirs: its `words`, its
    `hours` (null: none told), and where it goes by `at`; `before` and `after` name what in `parts` or `skills`; a
    `subject` is something to learn.
    `hands_on` wants doing rather than reading, `refuse` none of it: a draft that waits goes by it; `cheaper` keeps the
    limit of their `words`;
    `rhythm` tells how many `days` of a week there are, or how many `hours` they sit at a time, of those `a_week`;
    `lighter` says that a time (`words`) has `hours` a week, which their facts tell. With `parts` named in other words
    than the plan's, `words` holds these. The other kinds no redraft makes by itself, and the reply says what does:
    `hours` to `place` are facts of the person that they want changed and did not tell, `unclear` is what was not
    understood.
    """

    kind: PlanChangeKind
    skills: list[str] = []
    parts: list[str] = []
    weeks: int | None = None
    most: int | None = None
    resources: list[str] = []
    words: str | None = None
    hours: Number | None = None
    at: Place | None = None
    subject: bool = False
    days: int | None = None
    a_week: Number | None = None


class Progress(Value):
    """How far the person is with their plans.

    `done` holds skills finished since the first plan, by their usual names; `lost_weeks` counts all weeks they said
    they lost, `told` what they did in their own words, with the ISO day before them, and `without_time` is the first
    ISO day of each week to come without hours. `deadline` is the ISO day on which the profile's horizon ends, counted
    from when it was told.
    """

    done: list[str] = []
    lost_weeks: int = 0
    told: list[str] = []
    without_time: list[str] = []
    deadline: str | None = None
