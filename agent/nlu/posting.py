"""A job posting that is handed over as one: read by the tagger, all that it asks for and offers is the posting's."""

from typing import TYPE_CHECKING

from agent.models import Posting
from agent.nlu.quoted import read_posting, with_posting_apart
from agent.nlu.read import tag

_HEAD, _LONGEST = 4, 200  # lines in which a posting names its job, characters of them

if TYPE_CHECKING:
    from agent.nlu.tagger import Tagger


def posting_in(text: str, tagger: "Tagger") -> Posting:
    """What a posting asks for; its lists are empty where nothing in the text was read as a demand."""
    from dataclasses import replace

    message = with_posting_apart(tag(text, ("posting",), tagger), whole=True)
    posting = read_posting(replace(message, wishes=("posting",))) or Posting(text=text)
    return posting if posting.title else posting.model_copy(update={"title": _title_in(text)})


def _title_in(text: str) -> str | None:
    """The first job title that the tables know in a posting's first lines, where the tagger marked none."""
    from tools.oews.role_scan import find_roles

    head = [line for line in text.splitlines() if line.strip()][:_HEAD]
    return next((role.text for line in head for role in find_roles(line[:_LONGEST])), None)
