"""Which occupation a job in somebody's own words is: "fixes the sensors in the barns", "the mine ones", "crew lead".

Words that no table links, or that many trades share, are coded by weights (`tools/oews/coder.py`), with what stands around
them and what else the person does. The mention then says the occupation; the words it was said in stay beside it.
"""

import re
from dataclasses import replace

from agent.models import Profile
from agent.naming import one_of
from agent.nlu.links import SURE_OF_UNKNOWN, is_at_home, known_place, known_skill
from agent.nlu.mentions import Mention, Message
from agent.nlu.scheme import ROLES
from tools.oews.coder import Context, code_in_context
from tools.oews.doubtful import is_certificate
from tools.oews.general import leaves_open, titled
from tools.oews.heads import head_of
from tools.oews.role_links import link_role
from tools.oews.spoken import spoken_title
from tools.oews.tables import occupations
from tools.roadmap.fields import field_of
from tools.roadmap.targets import link_target

# The least share of the occupation that is taken: of words without a link about 75 of 100 are right from the first on, of jobs
# asked for or wished for 70 from the second; where the tables link them to another, the weights are right three times as
# often from the third on.
LIKELY, WISHED, RATHER = 0.4, 0.3, 0.8
_WISHES = ("tgt", "ask")
# Only of these jobs their own work tells the trade of a title that has none ("crew lead").
_OWN_WAY = ("cur", *_WISHES)
# A span that the tagger is not sure of has to be likelier work.
_SURELY_WORK = 0.5
_NEXT_TO, _AROUND = 5, 20  # words on each side
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")


def with_occupations(message: Message, before: Profile) -> Message:
    """The message with each job as the occupation that is meant, where its words alone do not say which.

    A title that links to what is meant stays as the person put it; so does the short name of one role ("I'm backend").
    """
    read = tuple(_meant(each, message, before) if each.label in ROLES else each for each in message.mentions)
    return replace(message, mentions=read) if read != message.mentions else message


def _meant(mention: Mention, message: Message, before: Profile) -> Mention:
    if mention.said or (head_of(mention.text) is not None and mention.label not in _OWN_WAY):
        return mention
    field = field_of(mention.text)
    if field and len(field.roles) == 1 and not link_role(mention.text):
        return replace(mention, text=field.roles[0], said=mention.text)
    if _says_enough(mention.text):
        return mention
    linked = titled(mention.text)
    found = code_in_context(mention.text, context_of(mention, message, before), linked)
    open_still = not linked or leaves_open(mention.text)
    least = RATHER if not open_still else WISHED if mention.label in _WISHES else LIKELY
    if found.share < least or (linked and linked[0].code == found.code):
        return mention
    if not linked and mention.sure < SURE_OF_UNKNOWN and found.share < _SURELY_WORK:
        return mention
    title = one_of(spoken_title(occupations()[found.code].title, found.code))
    return replace(mention, text=title, said=mention.text)


def _says_enough(words: str) -> bool:
    """Whether words have a roadmap, or name no work: a place, a skill, a certificate, life at home."""
    named = link_target(words) is not None or known_place(words) or known_skill(words)
    return named or is_certificate(words) or (not link_role(words) and is_at_home(words))


def context_of(mention: Mention, message: Message, before: Profile) -> Context:
    """A mention's words as they stand in the message, and behind what else they do or did."""
    text = message.text
    around = " ".join(
        [*text[: mention.start].split()[-_NEXT_TO:], mention.text, *text[mention.end :].split()[:_NEXT_TO]]
    )
    work = next(iter(_other_work(mention, message, before)), None)
    return Context(around, _sentence(mention, text), f"{work} {mention.text}" if work else mention.text)


def _sentence(mention: Mention, text: str) -> str:
    """The sentence that it stands in, of a long one what is near to it."""
    ends = [found.end() for found in _SENTENCE.finditer(text)]
    start = max((end for end in ends if end <= mention.start), default=0)
    end = min((end for end in ends if end > mention.start), default=len(text))
    ahead, behind = text[start : mention.start].split(), text[mention.end : end].split()
    return " ".join([*ahead[-_AROUND:], text[mention.start : mention.end], *behind[:_AROUND]])


def _other_work(mention: Mention, message: Message, before: Profile) -> list[str]:
    """What else they do or did, as told in the message and before."""
    told = [each.text for each in message.of("cur", "past") if each is not mention]
    held = [work for work in (*told, before.current_role, before.former_role) if work]
    return [work for work in held if work.casefold() != mention.text.casefold()]
