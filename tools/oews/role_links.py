"""From what people call a job to OEWS occupations.

A title is looked up as it stands, then without employer noise and levels, then with abbreviations written out
and typing errors mended, then turned round ("manager of engineering"); then what people say in place of a title
("drove trucks"), then words without their place or employer, then a title without words that only narrow it, unless all
of the words are nearer to another title that ends like it. At last the nearest in meaning is taken, where it is near and
nothing else is; where none of these readings holds, there is no link.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from tools.oews.doers import doers
from tools.oews.doubtful import is_certificate
from tools.oews.employers import with_kind_of_employer
from tools.oews.grades import find_grades, without_grades
from tools.oews.headed import CLEAR, LEAST, TOLD, nearest_headed
from tools.oews.heads import says_no_trade
from tools.oews.meaning import find_by_meaning, naming_people
from tools.oews.models import OccupationLink
from tools.oews.onet_store import AddedRelease, added_release
from tools.oews.role_readings import (
    Reading,
    by_field,
    parts,
    spelled,
    whole,
    without_employer,
    without_levels,
    written_out,
)
from tools.oews.sayings import find_misspelt_saying, find_saying, in_base_form, is_saying
from tools.oews.school_grades import with_school_level
from tools.oews.tables import occupation_employment, occupations, read_table, words_of
from tools.oews.titles import (
    BY_HAND,
    LEAST_WEIGHT,
    Hit,
    Origin,
    find_contained,
    find_misspelt_title,
    find_rare_title,
    find_title,
    title_words,
)
from tools.oews.wording import title_key

_LONGEST = 200  # characters; the longest title that OEWS prints has 100
_MOST_LINKS = 5
_LEAST_SHARE = 0.5
_IN_PLACE = 0.9  # the most that a link is trusted where employer or place were left aside
_LIKELY = 0.8  # how far it is where no part of the words is a title
_HEADED = 0.85  # how far what is nearest to all of the words is trusted, among titles that end alike
_LINKS = frozenset({"a", "an", "the", "and", "of", "at", "in", "for", "with", "all", "other"})
_READ: dict[Origin, Literal["saying", "meaning"]] = {"saying": "saying", "meaning": "meaning"}
# The SOC counts apprentices with the occupation they learn, not with its helpers (SOC 2018, classification principles).
_LEARNERS = frozenset({"apprentice", "apprenticeship"})
_ALTERNATIVES = re.compile(r"\s*/\s*|\s+or\s+|\s*;\s*", re.IGNORECASE)


def link_role(text: str) -> list[OccupationLink]:
    """Occupations that a role in words may be, best first; empty where none is plausible."""
    return linked(text, added_release())


def linked(text: str, added: AddedRelease | None) -> list[OccupationLink]:
    """`link_role` with the O*NET release given, or with none but the embedded titles."""
    written = " ".join(text.split())
    if len(written) > _LONGEST:
        return []
    return list(links_among(written, added) or links_among(with_school_level(written), added))


def abbreviated(text: str) -> list[str]:
    """The titles that an abbreviation may stand for where it is more than one ("PM"), else none."""
    written = " ".join(text.split())
    bare = without_levels(title_key(without_grades(written, find_grades(written))))
    return _several().get(bare, [])


@lru_cache(maxsize=1)
def _several() -> dict[str, list[str]]:
    rows = [row for row in read_table("occupation_words") if row["kind"] == "abbreviation_of_several"]
    return {row["word"]: row["meaning"].split("|") for row in rows}


Links = tuple[OccupationLink, ...]


@lru_cache(maxsize=2048)
def links_among(text: str, added: AddedRelease | None) -> Links:
    """Link a role by the embedded titles and, where the person added one, an O*NET release."""
    if is_certificate(text):
        return _as_it_stands(text, added)  # "CDL" stands for the driving it opens, no saying for a product
    if says_no_trade(text) or title_key(text) in words_of("occupation_words", "no_title"):
        return ()
    first = (_as_it_stands, _said, _at_employer, _each_of_several, _contained)
    ways = (*first, _by_field, _in_place, _by_doing, _by_parts, _nearly)
    return next((links for way in ways if (links := way(text, added))), ())


def _as_it_stands(text: str, added: AddedRelease | None) -> Links:
    """Link by a title that has all of the words; a rare title rather than another one with an error mended.

    What is said of a work in these very words is believed rather than a title that O*NET has from few or many.
    """
    if abbreviated(text) or _is_said_of_work(text):
        return ()
    plain = [reading for reading in whole(text) if reading.key]
    for rare in (False, True):
        for reading in plain:
            if hits := _find(reading.key, added, rare=rare):
                return tuple(_rank(hits, reading))
    for reading in spelled(iter(plain), added):
        if hits := _find(reading.key, added):
            return tuple(_rank(hits, reading))
    return ()


def _is_said_of_work(text: str) -> bool:
    """Whether words are a saying as they stand, and no title of OEWS's own or one written by hand."""
    return is_saying(text) and not any(hit.weight == BY_HAND for hit in find_title(title_key(text)))


def _said(text: str, _added: AddedRelease | None) -> Links:
    """Link by what people say in place of a title."""
    found = find_saying(text)
    return tuple(_rank(found.hits(), Reading(found.words, "", 0.95))) if found else ()


def _each_of_several(text: str, added: AddedRelease | None) -> Links:
    """Link "this or that", and an abbreviation of several titles, where each of them has a link."""
    alternatives = abbreviated(text) or _ALTERNATIVES.split(text)
    if len(alternatives) > 1 and all(linked := [links_among(each, added) for each in alternatives]):
        return _merged(linked)
    return ()


def _contained(text: str, added: AddedRelease | None) -> Links:
    """Link by the one official title that has all of the words among others."""
    for reading in spelled(whole(text), added):
        if hits := find_contained(reading.key):
            return tuple(_rank(hits, reading._replace(trust=reading.trust - 0.1)))
    return ()


def _at_employer(text: str, added: AddedRelease | None) -> Links:
    """Link with the kind of place that an employer is in place of its name ("crew at McDonald's")."""
    known = with_kind_of_employer(text)
    return links_among(known, added) if known != text else ()


def _by_field(text: str, added: AddedRelease | None) -> Links:
    """Link who is named by a field ("inventory control guy") by that, or by what its workers are called."""
    found = (
        _as_it_stands(each, added) or (_said(each, added) if is_saying(each) else ())
        for each in by_field(text)
    )
    return next(filter(None, found), ())


def _in_place(text: str, added: AddedRelease | None) -> Links:
    """Link by the words ahead of an employer or a place, unless all of the words are nearer to another title like it."""
    short = without_employer(text)
    if short == text or says_no_trade(short):
        return ()
    links = _as_it_stands(short, added) or _said(short, added) or _by_field(short, added)
    if not links:
        return ()
    titled = links[0].read == "title"
    near = _beside_place(title_key(short).rpartition(" ")[2], short, text) if titled else None
    if near and near.code != links[0].occupation.code:
        return tuple(_rank([near], Reading(text, "", _HEADED)))
    return tuple(link.model_copy(update={"score": min(link.score, _IN_PLACE)}) for link in links)


def _beside_place(head: str, short: str, text: str) -> Hit | None:
    """What is nearest to a job with its place, where the place makes it another than the job alone is."""
    near, alone = nearest_headed(head, text.casefold()), nearest_headed(head, short.casefold())
    if near is None or near.share < LEAST:
        return None
    held = alone.shares.get(near.hit.code, 0.0) if alone else 0.0
    return near.hit if near.share - held >= TOLD else None


def _by_doing(text: str, added: AddedRelease | None) -> Links:
    """Link by what its doer is called."""
    plain, nouns = title_key(text), title_words(added)
    for key in [*doers(plain, nouns), *doers(in_base_form(plain), nouns)]:
        hits = [hit for hit in find_title(key, added) if hit.weight >= LEAST_WEIGHT or " " in key]
        if hits:
            return tuple(_rank(_told_apart(hits, text, key), Reading(key, f'read as "{key}"', 0.8)))
    return ()


def _by_parts(text: str, added: AddedRelease | None) -> Links:
    """Link by a title that some of the words are; by another one that ends like it, where all of the words are nearer to that."""
    for reading in spelled(parts(text, added), added):
        hits = [hit for hit in find_title(reading.key, added) if hit.weight >= LEAST_WEIGHT]
        if hits and (" " in reading.key or hits[0].origin != "onet"):
            return _of_all_words(text, reading, _told_apart(hits, text, reading.key))
    return ()


def _of_all_words(text: str, reading: Reading, hits: list[Hit]) -> Links:
    """What a part of the words links to, or what is nearest to all of them; nothing where neither is clear."""
    head, behind = reading.key.rpartition(" ")[2], without_employer(text) != text
    near = nearest_headed(head, text.casefold())
    if near is None or near.hit.code == hits[0].code:
        return tuple(_rank(hits, reading))
    if behind:
        beside = _beside_place(head, reading.key, text)
        return tuple(_rank([beside], Reading(text, "", _HEADED)) if beside else _rank(hits, reading))
    if near.share >= LEAST:
        return tuple(_rank([near.hit], Reading(text, "", _HEADED)))
    return tuple(_rank(hits, reading)) if " " in reading.key else ()


def _told_apart(hits: list[Hit], text: str, key: str) -> list[Hit]:
    """Of the members of a family those that the words left aside name best ("middle school art teacher"), else all."""
    left = {*title_key(text).split()} - {*key.split()} - _LINKS
    named = [len(left & {*title_key(f"{hit.why} {_included(hit.code)}").split()}) for hit in hits]
    if hits[0].origin != "family" or not any(named):
        return hits
    return [hit for hit, count in zip(hits, named, strict=True) if count == max(named)]


def _included(code: str) -> str:
    """An occupation's title without what it leaves out."""
    return occupations()[code].title.partition(", Except")[0]


def _nearly(text: str, added: AddedRelease | None) -> Links:
    """Link by what the words are with typing errors, else by what is nearest to them in meaning."""
    if found := find_misspelt_saying(text):
        return tuple(_rank(found.hits(), Reading(found.words, f'read as "{found.words}"', 0.8)))
    if title := find_misspelt_title(title_key(text)):
        return tuple(_rank(_find(title, added), Reading(title, f'read as "{title}"', 0.75)))
    if near := find_by_meaning(text):
        return tuple(_rank(near.hits, Reading(text, "", near.trust)))
    return _headed(text, added)


def _headed(text: str, added: AddedRelease | None) -> Links:
    """Link by the titles that end like it, where all of the words are those of titles and one occupation is clearly nearest."""
    *aside, head = title_key(text).split() or [""]
    if not aside or head not in naming_people() or not title_words(added).issuperset(aside):
        return ()
    near = nearest_headed(head, text.casefold())
    return tuple(_rank([near.hit], Reading(text, "", _LIKELY))) if near and near.share >= CLEAR else ()


def _find(key: str, added: AddedRelease | None, *, rare: bool = False) -> list[Hit]:
    """Occupations of a title; with abbreviations written out where that is OEWS's own or one written by hand."""
    if key.rpartition(" ")[2] in _LEARNERS and (learnt := find_title(without_levels(key), added)):
        return learnt
    hits = find_rare_title(key) if rare else find_title(key, added)
    if hits and hits[0].origin == "onet":
        full = find_title(written_out(key, added)[0], added)
        if full and full[0].origin != "onet":
            return full
    return hits


def _rank(hits: list[Hit], reading: Reading) -> Iterator[OccupationLink]:
    jobs = occupation_employment()
    kept = [hit for hit in hits if hit.share >= _LEAST_SHARE]
    if kept[0].origin == "onet":
        kept.sort(key=lambda hit: (-hit.share, -jobs[hit.code]))
    for place, hit in enumerate(kept[:_MOST_LINKS]):
        why = _reason(hit) + (f" ({reading.remark})" if reading.remark else "")
        score = round(max(0.1, reading.trust * hit.share - 0.02 * place), 3)
        found = occupations()[hit.code]
        yield OccupationLink(
            occupation=found,
            why=why,
            score=score,
            proxy=hit.origin == "proxy",
            read=_READ.get(hit.origin, "title"),
        )


def _reason(hit: Hit) -> str:
    if hit.origin == "oews":
        return f"{hit.why or 'title'} of the occupation itself"
    if hit.origin == "saying":
        return f'"{hit.title}" is said of this work'
    if hit.origin == "meaning":
        return f'not a title; nearest in meaning to "{hit.title}"'
    if hit.origin == "onet":
        return f'O*NET lists "{hit.title}" as a title of this occupation'
    return f'"{hit.title}": {hit.why}'


def _merged(linked: list[Links]) -> Links:
    """The links of "this or that", each occupation once, the best of each first."""
    ranked = sorted((link for links in linked for link in links), key=lambda link: -link.score)
    return tuple({link.occupation.code: link for link in reversed(ranked)}.values())[::-1][:_MOST_LINKS]
