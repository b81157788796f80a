"""What a message reports of a plan: parts that are done, and time that was lost."""

from agent.nlu.mentions import Message, distinct
from agent.nlu.pieces import pieces, read_pieces
from agent.nlu.values.durations import find_sooner, parse_weeks
from agent.plans.progress import Told
from tools.roadmap.skills import spelling

# What counts as done in a piece that says so: of what was begun ("some") it is all.
_IS_DONE = ("part", "some", "learn")
_MOST_LOST = 52  # weeks; who lost more begins anew


def read_progress(message: Message) -> Told:
    """What is finished and the time that was lost, piece by piece, of a message that reports progress.

    A part counts as done in a piece that says so: to be stuck on it, or to have lost it, names it too.
    """
    text = message.text
    if sooner := find_sooner(text):
        # "Two weeks early" is of what is done; by itself it reads like time that was lost.
        text = text[: sooner[1]] + " " * (sooner[2] - sooner[1]) + text[sooner[2] :]
    read = read_pieces("progress", pieces(text, message.mentions))
    if not any(piece.kind for piece in read):
        read = read_pieces("progress", [(text, [*message.mentions], 0)])
    done = [
        mention
        for piece in read
        for mention in piece.marks
        if mention.label == "have" or (mention.label in _IS_DONE and piece.kind == "done")
    ]
    lost = sum(parse_weeks(piece.text) or 0 for piece in read if piece.kind == "lost")
    return Told(
        done=[
            mention.text if mention.label == "part" else spelling(mention.text) for mention in distinct(done)
        ],
        lost_weeks=lost if lost <= _MOST_LOST else 0,
    )
