"""What a message reports of the plan: what is done, weeks that were lost."""

from agent.nlu.links import skill_name
from agent.nlu.mentions import Mention, Message, distinct
from agent.nlu.pieces import pieces, read_pieces
from agent.nlu.values.durations import parse_weeks
from agent.plans.progress import Told

_MOST_LOST = 52  # weeks; who lost more begins anew


def read_progress(message: Message) -> Told:
    """What is finished and the time that was lost, piece by piece; nothing unless the message reports progress.

    A part counts as done in a piece that says so: to be stuck on it, or to have lost it, names it too.
    """
    if not message.wants("progress"):
        return Told()
    read = _read(pieces(message.text, message.mentions))
    if not any(kind for kind, _, _ in read):
        read = _read([(message.text, list(message.mentions), 0)])
    done = [
        mention
        for kind, _, marks in read
        for mention in marks
        if mention.label == "have" or (mention.label == "part" and kind == "done")
    ]
    lost = sum(parse_weeks(text) or 0 for kind, text, _ in read if kind == "lost")
    return Told(
        done=[
            mention.text if mention.label == "part" else skill_name(mention.text)
            for mention in distinct(done)
        ],
        lost_weeks=lost if lost <= _MOST_LOST else 0,
    )


def _read(cut: list[tuple[str, list[Mention], int]]) -> list[tuple[str | None, str, list[Mention]]]:
    """Each piece with its kind: "done", "lost", or None."""
    kinds = read_pieces("progress", cut)
    return [(kind, text, marks) for (kind, _), (text, marks, _) in zip(kinds, cut, strict=True)]
