"""The names that the reader gives: labels of spans, wishes of messages, and what a thread stands on.

What each means stands in `prompts/nlu/corpus/GUIDE.md`.
"""

ROLES = ("cur", "past", "tgt", "no", "ask", "oth")
PLACES = ("loc", "aloc", "oloc")
SKILLS = ("have", "some", "lack", "learn", "avoid", "asked")
SCHOOLING = ("edu", "noedu")
TIMES = ("yrs", "hrs", "hor", "start", "busy", "due")
AMOUNTS = ("payc", "payo", "payt", "bonus", "signon", "equity", "total")
LABELS = (*ROLES, *PLACES, *SKILLS, *SCHOOLING, *TIMES, *AMOUNTS, "emp", "lvl", "age", "part")

WISHES = (
    *("pay", "offer", "ask_for", "compare", "realistic", "how_long", "which_first", "should_i", "worth_it"),
    *("options", "next_step", "posting", "requirements", "counts", "work_like", "cost", "library", "market"),
    *("find", "words", "handle", "feelings", "crisis", "plan", "interview", "letter", "pushback"),
    *("progress", "about_plan", "feedback", "approve", "correct", "answer", "followup", "recall", "sources"),
    *("hello", "thanks", "bye", "who_are_you", "outside", "foreign", "tell"),
)
# Acts say how a message stands to the thread; a wish beside them is what is answered.
ACTS = frozenset({"followup", "answer", "correct", "tell"})
# What is to be sent or said.
TEXTS = frozenset({"letter", "words"})
# What is reckoned by hours a week.
BY_THE_WEEK = frozenset({"how_long", "realistic", "which_first"})
QUESTIONS = (
    *("q:target", "q:current", "q:place", "q:hours", "q:years", "q:skills", "q:horizon", "q:pay", "q:period"),
    *("q:which", "q:sure", "q:start"),
)
CONTEXTS = ("draft", "plan", "topic", "two", "options", "offer", "posting", *QUESTIONS)

# The tags of words: outside, then for each label the first word of a span and its further words.
OUTSIDE = 0
TAGS = ("O", *(f"{part}-{label}" for label in LABELS for part in "BI"))


def first_tag(label: str) -> int:
    """The tag of the first word of a span; the tag of its further words is the next number."""
    return 1 + 2 * LABELS.index(label)


def may_follow(before: int, tag: int) -> bool:
    """Whether a further word of a span stands after the first or a further word of the same label."""
    inside = tag != OUTSIDE and tag % 2 == 0
    return not inside or before in (tag - 1, tag)
