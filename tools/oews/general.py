"""Words for work that many trades share ("case management", "crew lead"), what the tables link words to, and who leads whom."""

from functools import lru_cache

from tools.oews.coder import Titled
from tools.oews.heads import head_of
from tools.oews.meaning import naming_people
from tools.oews.models import OccupationLink
from tools.oews.role_links import link_role
from tools.oews.tables import words_of
from tools.oews.wording import title_key

_FEW = 3  # words for a part of the work
_MAJOR = 3  # "47-": the major group in a SOC code
_FIRST_LINE = "First-Line Supervisors of"
_MOST_LINKS = 3
_WHOLE = 0.85  # the score above which a link has all of the words


@lru_cache(maxsize=2048)
def leaves_open(words: str) -> bool:
    """Whether words for a job say nothing of the trade ("crew lead"), or are of many trades."""
    return head_of(words) is not None or is_of_many_trades(words)


@lru_cache(maxsize=2048)
def titled(words: str) -> tuple[Titled, ...]:
    """What the tables link words to, as the coder weighs it, the likeliest first."""
    return tuple(
        Titled(each.occupation.code, each.score, _kind(each, leaves_open(words)))
        for each in link_role(words)[:_MOST_LINKS]
    )


def _kind(link: OccupationLink, is_open: bool) -> str:
    if is_open:
        return "open"
    return "title" if link.read == "title" and link.score > _WHOLE else "part"


@lru_cache(maxsize=2048)
def is_of_many_trades(words: str) -> bool:
    """Whether words name a part of the work of many trades ("case management"), or work that no title has, and nobody's job."""
    key = title_key(words)
    named = words_of("occupation_words", "of_many_trades")
    if key in named or not key:
        return key in named
    few = len(key.split()) <= _FEW and key.split()[-1] not in naming_people()
    links = link_role(words) if few else []
    return few and all(each.read != "title" for each in links)


def leads(lead: str | None, work: str | None) -> bool:
    """Whether a job in words is to lead those who do the work: a first-line supervisor of its major group."""
    one, other = ((link_role(words) if words else []) for words in (lead, work))
    if not one or not other:
        return False
    own = other[0].occupation
    above = one[0].occupation
    return (
        above.title.startswith(_FIRST_LINE)
        and not own.title.startswith(_FIRST_LINE)
        and above.code[:_MAJOR] == own.code[:_MAJOR]
    )
