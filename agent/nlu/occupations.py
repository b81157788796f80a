"""Which occupation a job in somebody's own words is: "fixes the sensors in the barns", "the mine ones", "crew lead".

Words that no table links, or that many trades share, are coded by weights (`tools/oews/coder.py`), with what stands around
them and what else the person does. The mention then says the occupation; the words it was said in stay beside it.
"""

import re
from dataclasses import replace

from agent.models import Profile
from agent.naming import one_of
from agent.nlu.links import is_at_home, known_place, known_skill
from agent.nlu.mentions import Mention, Message
from agent.nlu.scheme import ROLES
from tools.oews.coder import Context, code_alone, code_in_context
from tools.oews.doubtful import is_certificate
from tools.oews.general import leaves_open, titled
from tools.oews.heads import head_of
from tools.oews.spoken import spoken_title
from tools.oews.tables import occupations
from tools.roadmap.fields import field_of
from tools.roadmap.targets import link_target

# The least share of the occupation that is taken: of conversations kept back 9 of 10 are right from there on. What is less
# likely is asked (`likely_jobs`): a job that is taken wrongly is told wrongly in every turn that follows.
LIKELY = 0.6
# From here on a title is another work than the tables have it for, in all of 16 such words ("fixed route operator", of buses).
SURELY_ANOTHER = 0.9
# How sure the tagger has to be of words without a link: what they do or did is told of in every turn that follows.
_SURELY = {"cur": 0.75, "past": 0.75, "tgt": 0.5, "ask": 0.5, "oth": 0.5, "no": 0.5}
# Only of these jobs their own work tells the trade of a title that has none ("crew lead").
_OWN_WAY = ("cur", "tgt", "ask")
_NEXT_TO, _AROUND = 5, 20  # words on each side
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")


def with_occupations(message: Message, before: Profile) -> Message:
    """The message with each job as the occupation that is meant, where its words alone do not say which.

    A title that links to what is meant stays as the person put it; so does the short name of one role ("I'm backend").
    """
    read = tuple(_meant(each, message, before) if each.label in ROLES else each for each in message.mentions)
    return replace(message, mentions=read) if read != message.mentions else message


def _meant(mention: Mention, message: Message, before: Profile) -> Mention:
    words = mention.text
    if mention.said or (head_of(words) is not None and mention.label not in _OWN_WAY):
        return mention
    linked, field = titled(words), field_of(words)
    if field and len(field.roles) == 1 and not linked:
        return replace(mention, text=field.roles[0], said=words)
    if _says_enough(words) or (not linked and mention.sure < _SURELY[mention.label]):
        return mention
    told = bool(linked) and not leaves_open(words)
    if told and code_alone(words).code == linked[0].code:
        return mention
    found = code_in_context(words, context_of(mention, message, before), linked)
    least = SURELY_ANOTHER if told else LIKELY
    if found.share < least or (linked and linked[0].code == found.code):
        return mention
    title = one_of(spoken_title(occupations()[found.code].title, found.code))
    return replace(mention, text=title, said=words)


def _says_enough(words: str) -> bool:
    """Whether words have a roadmap, or name no work: a place, a skill, a certificate, life at home."""
    named = link_target(words) is not None or known_place(words) or known_skill(words)
    return named or is_certificate(words) or (not titled(words) and is_at_home(words))


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
