"""Words for work that many trades share ("mechanic", "crew lead", "case management"): which is meant where they are said.

Of the titles that end in such a word, or have such words, the nearest in meaning to what stands around it is taken
(`tools.oews.meaning`), where most of the near ones are one occupation.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from tools.oews.headed import nearest, rows_ending_in
from tools.oews.heads import alike, counts_beside_work, head_of
from tools.oews.meaning import meanings, naming_people, shares_of
from tools.oews.role_links import link_role
from tools.oews.tables import occupations, words_of
from tools.oews.wording import title_key

NEAR = 0.42  # cosine of the nearest title to what was said
# The least share of an occupation among the near titles, and by how much it has to pass what the word alone gives it.
LEAST, TOLD = 0.4, 0.28
BESIDE = 0.75  # cosine of the nearest title that has the words to them beside the person's work: "RN case management"
# Cosine of the nearest title to a word beside the person's work, and the share of one occupation that leaves no doubt.
_NEAR_WORK, _PLAIN = 0.68, 0.8
_FEW, _NEXT_TO = 3, 3  # words for a part of the work, and those that stand next to them
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
    """The title that is meant by one that says nothing of the trade: by what it was `said` in, else by the person's `work`.

    What many trades have ("security") is first of all that of their own.
    """
    head = head_of(words)
    if head is None and is_of_many_trades(words):
        return _of_own_trade(words, work) or _told_around(words, said)
    if head is None:
        return None
    told = _told(head, said)
    if told and told.title:
        return told
    # Who leads leads in their own trade, unless the whole title of another was said.
    for other in work:
        if head_of(other) is not None:
            continue
        if counts_beside_work(head):
            meant = _lead_of(head, other) or told or _told(head, f"{other} {alike(head)[0]}")
        else:
            meant = told or _beside_work(head, other)
        if meant:
            return meant
    return told


def _beside_work(head: str, work: str) -> Meant | None:
    """What a word is nearest to beside the person's work ("inspector" of a dairy farmer), where a title of it is near."""
    text = f"{work} {head}"
    shares, near = _shares(head, text), _near(head, text) if _ending_in(head) else []
    if not shares or near[0][1] < _NEAR_WORK:
        return None
    code = max(shares, key=shares.__getitem__)
    bland = max(_shares(head, sentence.format(head)).get(code, 0.0) for sentence in _BLAND)
    plain = shares[code] >= _PLAIN or (shares[code] >= LEAST and shares[code] - bland > TOLD)
    return Meant(_title(head, text, code), code) if plain else None


def _of_own_trade(words: str, work: Iterable[str]) -> Meant | None:
    """What is meant beside the person's work; words that mean one occupation by themselves are only so of another in its major group."""
    for other in work:
        group = _group_of(other)
        meant = _having(words, f"{other} {words}", group)
        if meant and (not _means_one(words) or (group and meant.code.startswith(group))):
            return meant
    return None


def _told_around(words: str, said: str) -> Meant | None:
    """What is meant by the words next to them; words that mean one occupation by themselves stay, unless a whole title is said."""
    around = _having(words, _around(words, said))
    return around if around and (around.title or not _means_one(words)) else None


def _means_one(words: str) -> bool:
    """Whether words mean one occupation by themselves, as a title or as what is said for the work."""
    links = link_role(words)
    return len(links) == 1 and links[0].read != "meaning"


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


def _having(words: str, text: str, group: str = "") -> Meant | None:
    """The occupation of most titles that have the words and are near to a text; of a major group, where one of it is."""
    held, rows = meanings(), _rows_with(tuple(word[:_STEM] for word in title_key(words).split()))
    for among in ([row for row in rows if group and held.codes[row].startswith(group)], rows):
        near = nearest(among, text) if among else []
        if not near or near[0][1] < BESIDE:
            continue
        shares = shares_of([held.codes[row] for row, _ in near], [cosine for _, cosine in near])
        code = max(shares, key=shares.__getitem__)
        titles = (held.words[row] for row, _ in near if held.codes[row] == code)
        if shares[code] >= LEAST:
            return Meant(next((each for each in titles if _is_said(f"{each} {words}", text)), None), code)
    return None


def _group_of(work: str) -> str:
    """The major group of a job in words; none of one that is not known."""
    links = link_role(work)
    return links[0].occupation.code[:_MAJOR] if links else ""


def _around(words: str, said: str) -> str:
    """The words with what stands next to them."""
    ahead, found, behind = said.casefold().partition(words.casefold())
    near = (*ahead.split()[-_NEXT_TO:], found, *behind.split()[: _NEXT_TO + 1])
    return " ".join(near) if found else said


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


@lru_cache(maxsize=512)
def _near(head: str, text: str) -> list[tuple[int, float]]:
    """The rows of titles with that last word that are nearest to a text, with their cosines, the nearest first."""
    return nearest(_ending_in(head), text)


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
    return [row for word in alike(head) for row in rows_ending_in(word)]


@lru_cache(maxsize=256)
def _rows_with(stems: tuple[str, ...]) -> list[int]:
    """Rows of titles that have all of the words in some form, and others beside them."""
    found = set.intersection(*({*_stems().get(stem, ())} for stem in stems)) if stems else set[int]()
    return sorted(row for row in found if len(title_key(meanings().words[row]).split()) > len(stems))


@lru_cache(maxsize=1)
def _stems() -> dict[str, "array[int]"]:
    """The rows of each stem, four bytes a row: sets of them took some megabytes."""
    stems: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    for row, words in enumerate(meanings().words):
        for word in title_key(words).split():
            stems[word[:_STEM]].append(row)
    return dict(stems)
