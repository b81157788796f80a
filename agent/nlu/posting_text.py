"""A text that was handed over as a posting: nothing in it is the person's."""

from dataclasses import replace
from typing import TYPE_CHECKING

from agent.models import Posting
from agent.nlu.posting import read_posting, with_posting_apart
from agent.nlu.posting_parts import first_line
from agent.nlu.tagging import tag
from tools.oews.role_scan import find_roles

if TYPE_CHECKING:
    from agent.nlu.tagger import Tagger

_HEAD, _LONGEST = 4, 200  # lines in which a posting names its job, characters of them


def posting_in(text: str, tagger: "Tagger") -> Posting:
    """What a text that is nothing but a posting asks for; its lists are empty where nothing was read as a demand."""
    message = with_posting_apart(tag(text, ("posting",), tagger), whole=True)
    posting = read_posting(replace(message, wishes=("posting",))) or Posting(text=text)
    return posting if posting.title else posting.model_copy(update={"title": _title_in(text)})


def _title_in(text: str) -> str | None:
    """The first job title that the tables know in a posting's first lines, where the tagger marked none; else what its first line names."""
    head = [line for line in text.splitlines() if line.strip()][:_HEAD]
    known = next((role.text for line in head for role in find_roles(line[:_LONGEST])), None)
    return known or first_line(text)
