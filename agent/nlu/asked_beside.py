"""What a message asks beside a change of its plan: its parts that want no plan different."""

from dataclasses import replace

from agent.nlu.mentions import Message
from agent.nlu.parts import Part, message_of, parts
from agent.nlu.scheme import ACTS
from agent.nlu.tagger import default_tagger

MOST_PARTS = 5  # parts; more nobody answers in one breath
_SEVERAL = 2
_LIKELY_TOO = 0.5  # chance of what is asked beside what is surer
# What is about the whole of a message, the thread or the plan: its parts are not taken apart.
OF_THE_WHOLE = frozenset(
    [
        *("approve", "feedback", "about_plan", "progress", "plan", "foreign", "posting", "correct"),
        *("sources", "recall", "pushback", "crisis", "hello", "bye"),
    ]
)


def with_change(message: Message) -> Message:
    """A message that asks about a plan that waits as one that wants it different, too, where a part of it surely does."""
    asks = "draft" in message.context and message.wants("about_plan") and not message.wants("feedback")
    cut = parts(message.text)[:MOST_PARTS] if asks else []
    if len(cut) < _SEVERAL or all(
        "feedback" not in message_of(each, message, default_tagger()).firm for each in cut
    ):
        return message
    others = tuple(name for name in message.wishes if name != "about_plan")
    return replace(message, wishes=(*others, "feedback"))


def asked_beside(message: Message) -> list[tuple[int, Part, Message]]:
    """The parts of a message that ask something and want no plan different, with their numbers, each as a message of its own."""
    found = list[tuple[int, Part, Message]]()
    for place, part in enumerate(parts(message.text)[:MOST_PARTS], start=1):
        own = _not_of_the_plan(message_of(part, message, default_tagger()))
        of_whole = (OF_THE_WHOLE - {"about_plan"}) & {*own.wishes}
        if part.text.strip() != message.text.strip() and own.firm and not of_whole:
            found.append((place, part, own))
    return found


def _not_of_the_plan(own: Message) -> Message:
    """A part that asks about the plan as what else it likely wants, if anything: beside a change that is what is not told."""
    if own.wishes != ("about_plan",):
        return own
    other = tuple(
        name
        for name, chance in own.chances.items()
        if chance >= _LIKELY_TOO and name not in OF_THE_WHOLE | ACTS
    )
    return replace(own, wishes=other, firm=other) if other else own
