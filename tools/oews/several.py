"""Words for a job that may be several jobs: an abbreviation ("PM"), a bare title that many occupations share ("inspector").

Of some one is taken and another is nearly as likely ("tester": of products, of software).
"""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from tools.oews.coder import likely_codes
from tools.oews.headed import nearest_headed, rows_ending_in
from tools.oews.heads import head_of
from tools.oews.meaning import meanings as vectors
from tools.oews.role_links import abbreviated, link_role
from tools.oews.spoken import spoken_title
from tools.oews.tables import occupation_employment, occupations
from tools.oews.titles import find_title
from tools.oews.wording import title_key

_MOST = 3
_FEWEST = 2
_LEAST_SHARE = 0.5
_MAJOR = 2  # digits of a SOC code's major group
# A job that has less than this of another's workers is not what people mean by a word for both.
_RARE = 0.02
_SHARE = 0.2  # among titles that end alike, of another occupation that may be meant


@lru_cache(maxsize=2048)
def meanings(text: str) -> list[str]:
    """The jobs that a role in words may be where it is more than one and none is clear, the likeliest first; else none.

    One word that O*NET lists for several kinds of work, none of which has half of its sources, is far from each of them.
    """
    if found := abbreviated(text):
        return found
    key = title_key(text)
    hits = [] if " " in key else find_title(key)
    if not hits and head_of(text) == key:
        return _ending_in(key)
    if not hits or hits[0].origin != "onet" or hits[0].weight * 2 >= sum(hit.weight for hit in hits):
        return []
    titles = {hit.code: occupations()[hit.code].title for hit in hits if hit.share >= _LEAST_SHARE}
    clear = [
        code for code, title in titles.items() if "All Other" not in title and not _is_rare(code, titles)
    ]
    clear = clear[:_MOST]
    if len({code[:2] for code in clear}) < _FEWEST:
        return []
    named = {spoken_title(titles[code], code): code for code in clear}
    leads = all(
        (links := link_role(name)) and links[0].occupation.code == code for name, code in named.items()
    )
    return list(named) if leads else []


def likely_jobs(text: str) -> list[str]:
    """The jobs that words which are no title may be, the likeliest first; none of words that are linked or may be many."""
    if link_role(text):
        return []
    return [spoken_title(occupations()[code].title, code) for code in likely_codes(text)]


def _is_rare(code: str, among: Iterable[str]) -> bool:
    """Whether hardly anybody has the job, beside another one that is as likely by its words."""
    jobs = occupation_employment()
    return jobs.get(code, 0) < _RARE * max(jobs.get(each, 0) for each in among)


def _ending_in(word: str) -> list[str]:
    """The jobs that most titles of several words with this last word are of ("inspector": of buildings, of quality)."""
    counts = Counter(vectors().codes[row] for row in rows_ending_in(word))
    titles = {code: occupations()[code].title for code, _ in counts.most_common()}
    clear = [code for code, title in titles.items() if "All Other" not in title][:_MOST]
    return [spoken_title(titles[code], code) for code in clear] if len(clear) >= _FEWEST else []


@lru_cache(maxsize=2048)
def other_meaning(text: str) -> str | None:
    """The SOC code of another kind of work that one word is nearly as likely to mean as the one it is taken for; else None.

    Its share counts among the titles that end in the word; where the word has several by itself, in an order of likelihood,
    only one that passes the first.
    """
    links, key = link_role(text), title_key(text)
    if not links or links[0].read != "title" or links[0].proxy or " " in key:
        return None
    own = links[0].occupation.code
    near = nearest_headed(key, text.casefold())
    others = {code: share for code, share in near.shares.items() if _is_other(code, own)} if near else {}
    code = max(others, key=others.__getitem__, default=None)
    if near is None or code is None or others[code] < _SHARE:
        return None
    return code if len(links) == 1 or others[code] > near.shares.get(own, 0.0) else None


def _is_other(code: str, own: str) -> bool:
    """Whether a code is of another major group, and counts no remainder."""
    return code[:_MAJOR] != own[:_MAJOR] and "All Other" not in occupations()[code].title
