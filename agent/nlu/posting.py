"""A job posting that is handed over as one: read by the tagger, all that it asks for and offers is the posting's."""

from typing import TYPE_CHECKING

from agent.models import Posting
from agent.nlu.read import tag
from agent.nlu.wishes import read_posting

if TYPE_CHECKING:
    from agent.nlu.tagger import Tagger


def posting_in(text: str, tagger: "Tagger") -> Posting:
    """What a posting asks for; its lists are empty where nothing in the text was read as a demand."""
    from dataclasses import replace

    message = tag(text, ("posting",), tagger)
    return read_posting(replace(message, wishes=("posting",))) or Posting(text=text)
