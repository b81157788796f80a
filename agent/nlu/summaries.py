"""What heads read of a message beside the whole: its sentences and clauses, each by itself.

They are cut as `parts.fragments` and `entries.sentences` cut them: a piece that several heads read is embedded once.
"""

import re

from agent.nlu.kinds import Floats
from agent.nlu.mentions import Message
from agent.nlu.tagger import default_tagger

_SENTENCES = re.compile(r"(?<=[.!?…])\s+|\n+")
_CLAUSES = re.compile(rf"{_SENTENCES.pattern}|[,;:]\s+")
_LEAST, _MOST = 3, 8  # words of a clause, fewer say nothing by themselves; and clauses


def of_clauses(message: Message, *, told: bool = False) -> Floats:
    """The summaries of the sentences and clauses that ask, of shape (clauses, SUMMARY); with `told` of all of them."""
    text = message.text if told else message.asked
    pieces = dict.fromkeys(
        piece.strip()
        for splits in (_SENTENCES, _CLAUSES)
        for piece in splits.split(text)
        if len(piece.split()) >= _LEAST
    )
    return default_tagger().summaries([*pieces][:_MOST])
