"""What a message wants and what the thread stands on: wishes with their subjects, amounts, offers, postings."""

from collections.abc import Mapping
from typing import Literal

from agent.models.letter import Letter, LetterNotes
from agent.models.profile import Profile
from tools.evidence import Number, Value
from tools.options.conditions import Condition
from tools.roadmap.aspects import Aspect

WishName = Literal[
    "pay",
    "offer",
    "ask_for",
    "compare",
    "realistic",
    "how_long",
    "which_first",
    "should_i",
    "worth_it",
    "options",
    "next_step",
    "posting",
    "requirements",
    "counts",
    "work_like",
    "cost",
    "library",
    "market",
    "find",
    "words",
    "handle",
    "advice",
    "condition",
    "feelings",
    "crisis",
    "plan",
    "interview",
    "letter",
    "pushback",
    "progress",
    "about_plan",
    "feedback",
    "approve",
    "correct",
    "answer",
    "followup",
    "recall",
    "sources",
    "hello",
    "thanks",
    "bye",
    "who_are_you",
    "outside",
    "foreign",
    "tell",
]
# What was once one wish is told apart by finer ones: who looks for the wider one finds them too.
WIDER: Mapping[WishName, tuple[WishName, ...]] = {
    "how_long": ("realistic",),
    "should_i": ("which_first", "worth_it"),
    "counts": ("requirements", "realistic"),
    "work_like": ("library",),
    "cost": ("worth_it",),
    "find": ("next_step", "options"),
    "words": ("letter", "ask_for"),
    "handle": ("advice",),
    "pushback": ("correct", "feedback"),
}
PayPeriod = Literal["hour", "day", "week", "two_weeks", "half_month", "month", "year", "contract_hour"]
Measure = Literal["hour", "contract_hour", "state"]
Feeling = Literal[
    "asking", "behind", "body", "bored", "closing", "dread", "failed", "foreign", "giving_up",
    "grief", "guilt", "humiliated", "impostor", "joy", "laid_off", "leap", "lonely", "lost",
    "machines", "money", "much", "nerves", "no_experience", "regret", "rejected", "relief", "returning",
    "slow", "someone", "too_old", "torn", "trapped", "unfair", "unspoken", "worn_out",
]  # fmt: skip
GLAD: frozenset[Feeling] = frozenset({"joy", "relief"})  # what goes well
WishKind = Literal[
    "finish", "far", "order", "meaning", "holds", "needed", "certain", "days", "proof", "size", "approval",
    "application", "message", "cv", "questions", "yes", "no",
    "notice", "thanks", "decline", "raise", "outreach", "reference",
    "unsure", "after",
    "soon", "cheap", "jobs", "pay", "day", "listed",
    "judged", "changed", "unclear",
    "age", "body", "family", "time", "money", "schooling", "language", "record", "papers",
    "why", "gross", "extras", "benefits", "alone", "hours", "ends", "done", "objects", "loses",
    "good", "bad",
]  # fmt: skip
PayKind = Literal["base", "bonus", "signon", "equity", "benefits", "total", "net", "later", "cost"]
Slot = Literal[
    "target",
    "current",
    "place",
    "hours",
    "years",
    "skills",
    "horizon",
    "pay",
    "period",
    "which",
    "sure",
    "start",
]


class Amount(Value):
    """An amount of pay as told: `low` to `high` (null: one number) in `currency` (ISO 4217) a `period`.

    `period` is null where nothing tells it; a contractor's pay is brought to an hour, and `told` is the period it
    was told for; `hours` are those of the work's week and `days` the paid days of one on average, where they were told;
    `text` keeps the person's words. What is paid only after a trial is of the kind `later`, what it costs them `cost`.
    """

    low: Number
    high: Number | None = None
    period: PayPeriod | None = None
    told: PayPeriod | None = None
    hours: Number | None = None
    days: Number | None = None
    kind: PayKind = "base"
    currency: str = "USD"
    text: str = ""


class Subject(Value):
    """What a wish is about, in the person's words: a role, where, on which level. All null: the thread's own."""

    role: str | None = None
    place: str | None = None
    level: str | None = None


class SpokenJob(Value):
    """A job of the thread: the `words` it was named by, the newest last, and the turns (from 1) in which that was.

    `labels` holds for each label of the reader the turn in which a mention bore it last. The person named the job in
    the turn `said`, in the turn `before` that, and `times` in all (null and 0: only the coach or the profile did); a
    message was about it last in the turn `meant`.
    """

    words: list[str]
    labels: dict[str, int] = {}
    said: int | None = None
    before: int | None = None
    times: int = 0
    meant: int | None = None


class Offer(Value):
    """Pay that was offered or proposed to the person, with what was told of it; `benefits` as named, without a sum.

    `lacks` are those that it is said to be without, `held` those of the work they have now; it ends after `weeks`.
    """

    amounts: list[Amount] = []
    benefits: list[str] = []
    lacks: list[str] = []
    held: list[str] = []
    weeks: Number | None = None
    role: str | None = None
    place: str | None = None
    employer: str | None = None


class Posting(Value):
    """What a posting, an employer or a quoted text asks for or offers. None of it is the person's."""

    title: str | None = None
    place: str | None = None
    skills: list[str] = []
    years: Number | None = None
    schooling: list[str] = []
    pay: list[Amount] = []
    text: str = ""


class Wish(Value):
    """One thing a message wants. `subjects` are resolved: an ellipsis has the subject it leans on.

    `amounts` are those the wish is about; `skills` what it names to learn or to do without; `due` when an interview
    or test is, in hours from now, and `hours` those there are to prepare in until then, or a week with which a plan is
    asked about; `query` the words to search
    the library for, or a text of their own that is to be looked at; `degree` false where work without a degree is
    wanted, true where it is asked whether one is needed; `part` the part of a plan it names; `feeling` what state of
    theirs the person speaks of; `kind` what is asked about a plan, which text is wanted, whether a question of yes or
    no was answered with yes (null: not known), that the text in hand is to be `changed`, whether it will do (`judged`),
    that it is `unclear` what is said to it, that danger is `unsure`, that danger, a feeling or advice was
    spoken of just before (`after`), that what is reported went their way (`good`) or not (`bad`), or
    what is said to the answer before it: `why`, that its step is `done`, what a figure counts (`gross`, `extras`,
    `benefits`, `alone`, `hours`) or its `ends`, how many `jobs`, what pay it `loses`, that somebody `objects`,
    which `condition` was told, in the words of `query`, or that it is asked of jobs still to be `listed`.
    `measure` wants pay by the hour, a contractor's rate for one, or pay of each state. `conditions` are how the work is
    to be, where others are looked for; `aspect` is what of a job is asked, beside pay and papers. `advice` is the
    written answer that fits ("offers.counter_offer" in `prompts/advice`), or the text that is remarked on.
    `place` numbers the part of the message that asks for it, from 1; 0 is the message as a whole.
    """

    name: WishName
    subjects: list[Subject] = []
    amounts: list[Amount] = []
    skills: list[str] = []
    due: Number | None = None
    hours: Number | None = None
    query: str | None = None
    degree: bool | None = None
    part: str | None = None
    feeling: Feeling | None = None
    kind: WishKind | None = None
    measure: Measure | None = None
    advice: str | None = None
    conditions: list[Condition] = []
    aspect: Aspect | None = None
    place: int = 0


class DialogueState(Value):
    """What the thread stands on, beside profile, plan and evidence.

    `topic` was spoken of last, `recent` are the last few whose figures were told, each with its place, the newest last;
    `pair` was set side by side last, `options` are roles shown last, in order.
    `asked` is the slot the coach asked for last (`pressing`: what was wanted waits for it), and `held` are
    the wishes of the message that question belongs to. `wishes` are those of the last message, `answered` those
    that were answered last, as they were meant; `spoken` are the jobs spoken of, the newest last; `alternatives`
    are roles the person said they consider, `conditions` how they said work is to be, `told` the last amounts with a
    period; `said` are digests of sentences the person has read, `letter` is the text
    in hand, `notes` what the last message told for it, `details` values that its brackets may take (`day`,
    `pay`, `aim`), `brings` what else a chance hangs on,
    as they told it (`age` in years, `edu`: their schooling, `leaves`: the work whose field they want out of). `other`
    is somebody else the thread asks for now, with what was told of them (null: it is about the person).
    `jobs` are all that were named in it, the oldest first, in so many `turns`.
    """

    topic: Subject = Subject()
    recent: list[Subject] = []
    pair: list[Subject] = []
    options: list[str] = []
    offers: list[Offer] = []
    posting: Posting | None = None
    alternatives: list[str] = []
    conditions: list[Condition] = []
    told: list[Amount] = []
    asked: Slot | None = None
    pressing: bool = False
    held: list[Wish] = []
    wishes: list[Wish] = []
    answered: list[Wish] = []
    spoken: list[str] = []
    said: list[str] = []
    letter: Letter | None = None
    notes: LetterNotes = LetterNotes()
    details: dict[str, str] = {}
    brings: dict[str, str] = {}
    other: Profile | None = None
    jobs: list[SpokenJob] = []
    turns: int = 0
