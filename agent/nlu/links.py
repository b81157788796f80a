"""What tagged words link to: occupations, roadmaps, places, skills."""

from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from agent.nlu.mentions import Mention
from prompts import table
from tools.documents.embedder import built_in
from tools.oews.doubtful import is_certificate, is_seldom_a_job
from tools.oews.heads import head_of
from tools.oews.onet_store import added_release
from tools.oews.place_links import link_place
from tools.oews.role_links import link_role
from tools.oews.role_readings import mend_title
from tools.oews.titles import find_misspelt_title, find_title
from tools.oews.wording import title_key
from tools.roadmap.fields import field_of
from tools.roadmap.skills import link_skill
from tools.roadmap.targets import link_target

# A mention counts only where the tagger is this sure of it: on messages kept back from training about as many facts are
# lost by it as false ones are kept out. Words that no table knows ask for more.
SURE, SURE_OF_UNKNOWN = 0.4, 0.75
# Of amounts and times: what is none cannot be read as one either.
SURE_OF_AMOUNT = 0.25
_MAJOR = 3  # "25-": the major group in a SOC code
# Cosine from which on words no table knows say what is said of life at home.
_AT_HOME = 0.65
# A link scores no more than this where some of the words were left aside or mended.
_IN_PART = 0.9
# From this score on words are as good as the ones they are near to in meaning ("run a childcare centre").
_NEAR = 0.82


@lru_cache(maxsize=2048)
def known_role(words: str) -> bool:
    """Whether words for a job lead to a roadmap, or to an occupation by more than a distant nearness in meaning.

    What seldom is a job ("copilot", "pager") is none by itself: the tagger has to be sure. Nor is a place or a skill of
    which only a part, or another spelling, is a title.
    """
    if is_seldom_a_job(title_key(words)):
        return False
    if link_target(words) is not None:
        return True
    links = link_role(words)
    if not links:
        return False
    if links[0].read == "meaning":
        return links[0].score >= _NEAR and not (known_place(words) or known_skill(words))
    return links[0].score > _IN_PART or not (known_place(words) or known_skill(words))


def names_work(words: str) -> bool:
    """Whether words say what somebody works as, however distantly: a job that is known, a head alone ("coordinator"), a link."""
    return known_role(words) or head_of(words) is not None or bool(link_role(words))


@lru_cache(maxsize=2048)
def known_place(words: str) -> bool:
    """Whether a name is a place of the tables, in the US or abroad, and more than some town's ("Excel", "Normal")."""
    link = link_place(words)
    return not link.by_name_alone and bool(link.area or link.candidates or link.outside_us)


@lru_cache(maxsize=2048)
def known_skill(words: str) -> bool:
    """Whether words name a skill of the learning graph (which has a roadmap, as roles have)."""
    return link_skill(words) is not None


@lru_cache(maxsize=2048)
def role_words(words: str) -> str:
    """The person's own words for a job, typing errors mended where a title stands behind them."""
    key = title_key(words)
    if not key or find_title(key):
        return words
    mended = mend_title(tuple(key.split()), added_release())
    return " ".join(mended) if mended else find_misspelt_title(key) or words


def names_a_job(mention: Mention) -> bool:
    """Whether a mention may become a job: no certificate, product or life at home; one that opens a job only as what is wanted."""
    known = known_role(mention.text)
    if is_certificate(mention.text):
        return known and mention.label not in ("cur", "past")
    if mention.label in ("cur", "past") and not known and is_at_home(mention.text):
        return False
    return believable(mention, known=known)


@lru_cache(maxsize=512)
def is_at_home(words: str) -> bool:
    """Whether words say what keeps somebody at home ("raising two kids"), by the nearest in meaning of those held."""
    likeness = np.vecdot(_at_home(), built_in().embed([words])[0])
    return bool(likeness.max() >= _AT_HOME)


@cache
def _at_home() -> NDArray[np.float32]:
    held: dict[str, list[str]] = table("words/at_home")
    return built_in().embed(held["at_home"])


def without_fields(mentions: Sequence[Mention]) -> list[Mention]:
    """Jobs without a field that another of them lies in ("go into data", said beside "data scientist")."""
    jobs = [link_target(each.text) for each in mentions if field_of(each.text) is None]
    ways = {job.title.casefold() for job in jobs if job}
    fields = {each.text: field_of(each.text) for each in mentions}
    wider = {
        words for words, field in fields.items() if field and ways & {role.casefold() for role in field.roles}
    }
    return [each for each in mentions if each.text not in wider]


@lru_cache(maxsize=4096)
def same_job(words: str, held: str) -> bool:
    """Whether words name a job that was told before, by more or fewer of its words or as the same occupation.

    Two that lead to roadmaps of their own are two, whatever occupation statistics count them with.
    """
    one, other = set(title_key(words).split()), set(title_key(held).split())
    if one <= other or other <= one:
        return True
    ways = [target.id for each in (words, held) if (target := link_target(each)) and target.kind != "skill"]
    if len(ways) > 1:
        return ways[0] == ways[1]
    links = [link_role(each) for each in (words, held)]
    return all(links) and links[0][0].occupation.code == links[1][0].occupation.code


def same_field(words: str, work: str) -> bool:
    """Whether words for what somebody does or leaves ("teaching") are of the same major group (SOC) as their work."""
    links = [link_role(each) for each in (words, work)]
    return all(links) and len({found[0].occupation.code[:_MAJOR] for found in links}) == 1


def same_place(words: str, held: str) -> bool:
    """Whether a name is that of a place that was told before ("jax" and "Jacksonville")."""
    one, other = link_place(words), link_place(held)
    if not (one.area or one.candidates) or not (other.area or other.candidates):
        return words.casefold() == held.casefold()
    codes, told = ({area.code for area in (each.area, *each.candidates) if area} for each in (one, other))
    return not codes.isdisjoint(told)


def believable(mention: Mention, *, known: bool) -> bool:
    """Whether a mention may become a fact: it is known to a table, or the tagger is sure. A false fact is worse than none."""
    return known or mention.sure >= SURE_OF_UNKNOWN
