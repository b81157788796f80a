"""Steps of the plan that a message names by their titles or some words of these, marked as the parts they are."""

from dataclasses import replace

from agent.models import Plan
from agent.nlu.mentions import Mention, Message
from agent.plans.step_names import step_names

# Of these wishes a part of the plan may be what they are about.
_ABOUT_PARTS = frozenset({"progress", "about_plan", "feedback", "next_step", "tell", "approve"})
# What a step may have been taken for: something learned, known or not wanted.
_TAKEN_FOR = frozenset({"part", "learn", "some", "lack", "have", "avoid"})


def with_steps(message: Message, plan: Plan) -> Message:
    """The message with the steps of `plan` in it marked; what the tagger takes for something else stays that."""
    own = {each.title for each in plan.milestones if each.own}
    if not (plan.of_steps or own) or not _ABOUT_PARTS & set(message.wishes):
        return message
    marks = list(message.mentions)
    for start, end, title, _ in step_names(message.text, plan):
        within = [mark for mark in marks if mark.start < end and start < mark.end]
        # The words of a step of their own are that, whoever stands in them.
        if title in own or all(mark.label in _TAKEN_FOR for mark in within):
            first, last = (
                min([start, *(mark.start for mark in within)]),
                max([end, *(mark.end for mark in within)]),
            )
            avoided = any(mark.label == "avoid" for mark in within)
            marks = [mark for mark in marks if mark not in within]
            marks.append(Mention("avoid" if avoided else "part", message.text[first:last], first, last))
    return replace(message, mentions=tuple(sorted(marks, key=lambda mark: mark.start)))
