"""What a message reports of the plan: what is done, weeks that were lost."""

from agent.nlu.links import skill_name
from agent.nlu.mentions import Message, distinct
from agent.nlu.values.durations import parse_weeks
from agent.plans.progress import Told

_MOST_LOST = 52  # weeks; who lost more begins anew


def read_progress(message: Message) -> Told:
    """Parts and skills that are finished, else the time lost; nothing unless the message reports progress."""
    if not message.wants("progress"):
        return Told()
    done = [mention.text for mention in distinct(message.of("part"))]
    done += [skill_name(mention.text) for mention in distinct(message.of("have"))]
    if done:
        return Told(done=done)
    lost = next((weeks for each in message.of("busy") if (weeks := parse_weeks(each.text))), None)
    weeks = lost or parse_weeks(message.text) or 0
    return Told(lost_weeks=weeks if weeks <= _MOST_LOST else 0)
