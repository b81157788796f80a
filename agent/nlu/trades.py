"""Jobs whose words say nothing of the trade ("crew lead"), as what they mean in the message and beside the person's work."""

import re
from dataclasses import replace

from agent.models import Profile
from agent.naming import one_of
from agent.nlu.mentions import Mention, Message
from tools.oews.general import meant_by
from tools.oews.heads import head_of
from tools.oews.role_links import link_role
from tools.oews.spoken import spoken_title
from tools.oews.tables import occupations

_MEANT = ("cur", "past", "tgt", "ask")
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")
_MOST_WORDS = 40


def with_trades(message: Message, before: Profile) -> Message:
    """The message with each job that says nothing of the trade as the one that is meant, where that is told.

    A title that links to what is meant stays as the person put it.
    """
    read = tuple(_meant(each, message, before) if each.label in _MEANT else each for each in message.mentions)
    return replace(message, mentions=read) if read != message.mentions else message


def _meant(mention: Mention, message: Message, before: Profile) -> Mention:
    if head_of(mention.text) is None:
        return mention
    meant = meant_by(mention.text, _sentence(mention, message), _work(mention, message, before))
    links = link_role(mention.text)
    if meant is None or (links and links[0].occupation.code == meant.code):
        return mention
    title = meant.title or one_of(spoken_title(occupations()[meant.code].title, meant.code))
    return replace(mention, text=title, said=mention.text)


def _sentence(mention: Mention, message: Message) -> str:
    """The sentence that it stands in."""
    ends = [found.end() for found in _SENTENCE.finditer(message.text)]
    start = max((end for end in ends if end <= mention.start), default=0)
    end = min((end for end in ends if end > mention.start), default=len(message.text))
    return " ".join(message.text[start:end].split()[:_MOST_WORDS])


def _work(mention: Mention, message: Message, before: Profile) -> list[str]:
    """What else they do or did, as told in the message and before; a former job is not read by the present one."""
    if mention.label == "past":
        return []
    told = [each.text for each in message.of("cur", "past") if each is not mention]
    return [work for work in (*told, before.current_role, before.former_role) if work]
