"""The marks of a message that is about a plan: the tagger's, and the plan's own names; words of whoever publishes what it is learned from."""

import re
from collections.abc import Iterator

from agent.models import Plan
from agent.nlu.mentions import Mention, Message
from agent.plans.named import named, names_in

# What may name a part of the plan; of `have` the facts tell already.
NAMES = ("part", "avoid", "learn", "some", "lack")
_PUBLISHER = re.compile(r"\(([^()]+)\)\s*$")


def marks_in(message: Message, plan: Plan) -> list[Mention]:
    """The tagger's mentions, and the plan's own names: one that reaches further takes the place of the mentions in it."""
    marks = list(message.mentions)
    for name in names_in(message.text, plan):
        within = [mark for mark in marks if _overlap(mark, name.start, name.end)]
        if any(mark.start <= name.start and name.end <= mark.end for mark in within):
            continue
        label = next((mark.label for mark in within if mark.label in (*NAMES, "have")), "part")
        start = min([name.start, *(mark.start for mark in within)])
        end = max([name.end, *(mark.end for mark in within)])
        marks = [mark for mark in marks if mark not in within]
        marks.append(Mention(label, message.text[start:end], start, end))
    for match in _teachers(message.text, plan):
        within = [mark for mark in marks if _overlap(mark, *match.span())]
        if not any(named(mark.text, plan) for mark in within):
            marks = [mark for mark in marks if mark not in within]
            marks.append(Mention("emp", match[0], *match.span()))
    return sorted(marks, key=lambda mark: mark.start)


def _overlap(mark: Mention, start: int, end: int) -> bool:
    return start < mark.end and mark.start < end


def _teachers(text: str, plan: Plan) -> Iterator[re.Match[str]]:
    """Where a text names who publishes what the plan is learned from; their names stand in brackets after the title."""
    titles = (item.title for milestone in plan.milestones for item in milestone.resources)
    told = (name for title in titles for each in _PUBLISHER.findall(title) for name in each.split("/"))
    for name in {name.strip() for name in told}:
        yield from re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE)
