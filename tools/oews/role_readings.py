"""How a role in words may be read: all of it, parts of it, abbreviations written out, errors mended, words turned round."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from tools.oews.grades import find_grades, quoted, without_grades
from tools.oews.onet_store import AddedRelease
from tools.oews.spelling import near_words, stands_for_itself
from tools.oews.tables import read_table, words_of
from tools.oews.titles import find_reordered, find_title, says_little, title_words
from tools.oews.wording import title_key

_MOST_ERRORS = 3
# What those are called who work in a field, the likeliest first.
_WORKERS = ("specialist", "technician", "worker", "clerk", "analyst", "engineer")
_NOISE = re.compile(r"\([^)]*\)|\[[^]]*\]|\s@.*$|\s[-\u2013\u2014|]\s.*$")
_EMPLOYER = re.compile(r"\s(?:at|for|with|in|near|from|on)\s.*$", re.IGNORECASE)


class Reading(NamedTuple):
    """A way to read a role; `part` is set when some of its words that carry meaning are left aside."""

    key: str
    remark: str
    trust: float
    part: bool = False


def whole(text: str) -> Iterator[Reading]:
    """Readings that keep every word that carries meaning."""
    yield Reading(title_key(text), "", 1.0)
    core = title_key(_NOISE.sub(" ", text))
    yield Reading(core, "what stands around the title left aside", 0.97)
    grades = find_grades(text)
    if grades:
        text = without_grades(text, grades)
        core = title_key(_NOISE.sub(" ", text))
        yield Reading(core, f"{quoted(grades)} left aside", 0.95)
    bare = without_levels(core)
    aside = f"{quoted(grades)}, level" if grades else "level"
    yield Reading(bare, f"{aside} and working time left aside", 0.95)
    head, comma, rest = text.partition(",")
    if comma:
        yield Reading(without_levels(title_key(f"{rest} {head}")), "words turned round", 0.93)
    job, within, kind = bare.partition(" in ")
    if within:
        yield Reading(f"{kind} {job}", "words turned round", 0.93)
    leader, of, rest = bare.partition(" of ")
    if of:
        yield Reading(f"{rest} {leader}", "words turned round", 0.93)
        if not words_of("occupation_words", "manages").isdisjoint(leader.split()):
            yield Reading(f"{rest} manager", f'read as "{rest} manager"', 0.9)


def parts(text: str, added: AddedRelease | None) -> Iterator[Reading]:
    """Readings that leave some words aside: the employer, what follows a comma, what narrows the job."""
    text = without_grades(text, find_grades(text))
    named = without_levels(title_key(without_employer(_NOISE.sub(" ", text))))
    yield Reading(named, "employer or place left aside", 0.9, part=True)
    head, comma, _ = text.partition(",")
    if comma:
        yield Reading(without_levels(title_key(head)), "what follows the comma left aside", 0.85, part=True)
    words = named.split()
    for dropped in range(1, len(words)):
        aside, rest = words[:dropped], words[dropped:]
        named_by_tool = rest[0] in words_of("occupation_words", "tool_user") and _is_technology(
            " ".join(aside)
        )
        stands = _may_stand(rest) and not says_little(" ".join(rest))
        if named_by_tool or (stands and _may_modify(aside, added)):
            yield Reading(" ".join(rest), f'"{" ".join(aside)}" left aside', 0.8 - 0.05 * dropped, part=True)


def by_field(text: str) -> list[str]:
    """The field that somebody is named by ("inventory control guy"), else none; with what its workers are called.

    One word alone is a field only where it is work of many trades: a "safety guy" is a safety specialist, a "car guy" nothing.
    """
    field, _, anyone = title_key(text).rpartition(" ")
    anybody = words_of("occupation_words", "anyone")
    if not field or anyone not in anybody or field in anybody:
        return []
    trades = " " in field or field in words_of("occupation_words", "of_many_trades")
    return [field, *(f"{field} {worker}" for worker in _WORKERS if trades)]


def without_employer(text: str) -> str:
    """A role without where or for whom it is done."""
    return _EMPLOYER.sub("", text)


def without_levels(key: str) -> str:
    aside = words_of("occupation_words", "level") | words_of("occupation_words", "noise")
    words = key.split()
    while len(words) > 1 and words[0] in aside:
        words.pop(0)
    while len(words) > 1 and words[-1] in aside:
        words.pop()
    return " ".join(words)


def _may_stand(words: list[str]) -> bool:
    """One word must say a trade by itself; "engineer" or "specialist" alone does not."""
    return len(words) > 1 or words[0] not in words_of("occupation_words", "generic")


def _is_technology(key: str) -> bool:
    """Whether a key names a technology of computing: a "Django developer" writes software."""
    return key.replace(" ", "") in _technologies()


@lru_cache(maxsize=1)
def _technologies() -> frozenset[str]:
    rows = [row for row in read_table("occupation_technologies") if row["code"].startswith("15-1")]
    names = {name for row in rows for name in (row["technology"], row["technology"].split()[-1])}
    return frozenset(title_key(name).replace(" ", "") for name in names)


def _may_modify(words: list[str], added: AddedRelease | None) -> bool:
    """Only words of job titles may be left aside ("dragon" is no kind of trainer), and none that say who leads."""
    if not words_of("occupation_words", "manages").isdisjoint(words):
        return False
    known = title_words(added)
    return all(word in known or _near(word, added) for word in words)


def spelled(readings: Iterator[Reading], added: AddedRelease | None) -> Iterator[Reading]:
    """Each reading as it is; then all in another order, with abbreviations written out, with errors mended."""
    seen: set[str] = set()
    later: list[Reading] = []
    part = False
    for reading in readings:
        part = part or reading.part
        if reading.key and reading.key not in seen:
            seen.add(reading.key)
            later.append(reading)
            yield reading
    for change in (written_out, _mended) if part else (written_out, _mended, _reordered):
        for reading in list(later):
            for key in change(reading.key, added):
                if key not in seen:
                    seen.add(key)
                    remark = "; ".join(filter(None, (reading.remark, f'read as "{key}"')))
                    later.append(reading._replace(key=key, remark=remark, trust=reading.trust - 0.05))
                    yield later[-1]


def written_out(key: str, _added: AddedRelease | None) -> list[str]:
    """The title with abbreviations written out."""
    return [" ".join(abbreviations().get(word, word) for word in key.split())]


def _reordered(key: str, added: AddedRelease | None) -> list[str]:
    found = find_reordered(key, added)
    return [found] if found else []


def _mended(key: str, added: AddedRelease | None) -> list[str]:
    mended = mend_title(tuple(key.split()), added)
    return [" ".join(mended)] if mended else []


@lru_cache(maxsize=4096)
def mend_title(words: tuple[str, ...], added: AddedRelease | None) -> tuple[str, ...] | None:
    """Mend typing errors so that the words are a title; None where there is no error or no such title.

    A word with an error may be near several words of titles ("enginer": engine, engineer): the title decides. One
    word alone has no others to speak for it: it is an error only where it is no word and no tool.
    """
    if len(words) == 1 and stands_for_itself(words[0]):
        return None
    choices = [_near(word, added) or (word,) for word in words]
    errors = sum(found != (word,) for found, word in zip(choices, words, strict=True))
    if not 0 < errors <= _MOST_ERRORS:
        return None
    titles = ((each, find_title(" ".join(each), added)) for each in product(*choices))
    found = [(hits[0].weight, each) for each, hits in titles if hits]
    return max(found)[1] if found else None


@lru_cache(maxsize=4096)
def _near(word: str, added: AddedRelease | None) -> tuple[str, ...]:
    return tuple(near_words(word, title_words(added)))


@lru_cache(maxsize=1)
def abbreviations() -> dict[str, str]:
    """Abbreviations in titles and what they stand for, in comparable form."""
    rows = [row for row in read_table("occupation_words") if row["kind"] == "abbreviation"]
    return {row["word"]: title_key(row["meaning"]) for row in rows}
