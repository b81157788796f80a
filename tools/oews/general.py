"""Titles that say next to nothing by themselves ("mechanic", "crew lead"): which one is meant where they are said.

Of the titles that end in such a word the nearest in meaning to what stands around it is taken (`tools.oews.meaning`), where
most of the near ones are one occupation.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from tools.oews.heads import alike, counts_beside_work, head_of
from tools.oews.meaning import compressed, meanings, shares_of
from tools.oews.role_links import link_role
from tools.oews.tables import occupations
from tools.oews.wording import title_key

NEAR = 0.42  # cosine of the nearest title to what was said
# The least share of an occupation among the near titles, and by how much it has to pass what the word alone gives it.
LEAST, TOLD = 0.4, 0.28
_NEAREST = 12
_MAJOR = 3  # "47-": the major group in a SOC code
_SUPERVISOR, _FIRST_LINE = "supervisor", "First-Line Supervisors of"
# Of major groups with several, who leads which minor group (SOC 2018).
_LEADS = {"37-2": "37-1011", "37-3": "37-1012", "41-2": "41-1011"}
_BLAND = ("a {}", "I am a {} now", "I want to be a {}")  # sentences that tell nothing of a trade
_STEM = 6  # letters at the start that "electrical" and "electrician" share


class Meant(NamedTuple):
    """The occupation that is meant, by its code, and of its titles the one whose words were said; None where none was."""

    title: str | None
    code: str


def meant_by(words: str, said: str, work: Iterable[str]) -> Meant | None:
    """The title that is meant by one that says nothing of the trade: by what it was `said` in, else by the person's `work`."""
    head = head_of(words)
    if head is None:
        return None
    if meant := _told(head, said):
        return meant
    for other in work if counts_beside_work(head) else ():
        if head_of(other) is None and (
            meant := _lead_of(head, other) or _told(head, f"{other} {alike(head)[0]}")
        ):
            return meant
    return None


def _told(head: str, said: str) -> Meant | None:
    """What the words around it tell, beyond what the word alone is near to."""
    bland = [_shares(head, sentence.format(alike(head)[0])) for sentence in _BLAND]
    told = {
        code: share - max(each.get(code, 0.0) for each in bland)
        for code, share in _shares(head, said).items()
        if share >= LEAST
    }
    code = max(told, key=told.__getitem__, default=None)
    title = _title(head, said, code) if code else None
    return Meant(title, code) if code and (title or told[code] > TOLD) else None


def _lead_of(head: str, work: str) -> Meant | None:
    """Who leads those who do the work: the SOC has its first-line supervisors in each major group of trades."""
    links = link_role(work) if alike(head)[0] == _SUPERVISOR else []
    if not links:
        return None
    code = links[0].occupation.code
    if lead := _LEADS.get(code[: _MAJOR + 1]):
        return Meant(None, lead)
    group = code[:_MAJOR]
    leads = [
        code
        for code, each in occupations().items()
        if code.startswith(group) and each.title.startswith(_FIRST_LINE)
    ]
    shares = _shares(head, f"{work} {_SUPERVISOR}") if len(leads) > 1 else {}
    if len(leads) > 1:
        leads = sorted((each for each in leads if shares.get(each)), key=lambda each: -shares[each])
    return Meant(None, leads[0]) if leads else None


@lru_cache(maxsize=512)
def _near(head: str, text: str) -> list[tuple[int, float]]:
    """The rows of titles with that last word that are nearest to a text, with their cosines, the nearest first."""
    import numpy as np

    held, rows = meanings(), _ending_in(head)
    cosines = np.vecdot(held.vectors[rows], compressed(held, text))
    return [(rows[at], float(cosines[at])) for at in np.argsort(-cosines)[:_NEAREST]]


def _shares(head: str, text: str) -> dict[str, float]:
    """Of each occupation its share among the titles that are near; empty where none is."""
    near = _near(head, text) if _ending_in(head) else []
    if not near or near[0][1] < NEAR:
        return {}
    codes = meanings().codes
    return shares_of([codes[row] for row, _ in near], [cosine for _, cosine in near])


def _title(head: str, text: str, code: str) -> str | None:
    held = meanings()
    titles = [held.words[row] for row, _ in _near(head, text) if held.codes[row] == code]
    return next((title for title in titles if _is_said(title, text)), None)


def _is_said(title: str, text: str) -> bool:
    """Whether what a title adds to its last word was said, too ("electrical inspector" beside "electrician")."""
    said = {word[:_STEM] for word in title_key(text).split()}
    return all(word[:_STEM] in said for word in title_key(title).split()[:-1])


@lru_cache(maxsize=64)
def _ending_in(head: str) -> list[int]:
    """Rows of titles of several words that end in the word or in one like it."""
    return [row for word in alike(head) for row in _ends().get(word, ())]


@lru_cache(maxsize=1)
def _ends() -> dict[str, list[int]]:
    ends: defaultdict[str, list[int]] = defaultdict(list)
    for row, words in enumerate(meanings().words):
        key = title_key(words).split()
        if len(key) > 1 and "of" not in key:
            ends[key[-1]].append(row)
    return dict(ends)
