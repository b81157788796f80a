"""What a message does with the plan in view, as a trained head tells of the whole and of each clause (`kinds.py`, `act`)."""

from collections.abc import Iterator

from agent.models import PlanChange, ProfileField, Understanding, Wish
from agent.nlu.clauses import clauses
from agent.nlu.kinds import chances_of, nameless_vector
from agent.nlu.mentions import Message
from agent.nlu.tagger import default_tagger

_DROP = "drop"
_SURE = 0.75  # from here on nine in ten of those held back drop it
# What only gives the reason of a refusal is no fact of the next plan.
_REASONS: frozenset[ProfileField] = frozenset({"hours_per_week", "horizon_weeks", "start_date", "busy"})
# Wishes of the plan that goes, and of what was said of it.
_OF_THE_PLAN = frozenset(
    {"feedback", "plan", "approve", "about_plan", "progress", "pushback", "tell", "answer", "correct"}
)


def drops(message: Message) -> bool:
    """Whether a message wants the plan that waits gone as a whole, in a clause of it or in all."""
    return any(chances[_DROP] >= _SURE for chances in _acts(message.text))


def with_plan_dropped(read: Understanding) -> Understanding:
    """What was read of a message that drops the plan: what else it wants, and the facts that outlive the plan."""
    wishes = [each for each in read.wishes if each.name not in _OF_THE_PLAN]
    return read.model_copy(
        update={
            "changes": [each for each in read.changes if each.field not in _REASONS],
            "wishes": [Wish(name="feedback"), *wishes],
            "plan_changes": [PlanChange(kind="refuse")],
        }
    )


def _acts(text: str) -> Iterator[dict[str, float]]:
    """The chances of each act, of the whole text and of its clauses."""
    cut = [each.text for each in clauses(text)]
    texts = [text, *(cut if len(cut) > 1 else ())]
    rows = default_tagger().summaries(texts)
    return (chances_of("act", nameless_vector(row, each)) for row, each in zip(rows, texts, strict=True))
