"""Words that are short for a longer title: "testers" for "manual tester", "officers" for "deputy sheriff"."""

from functools import lru_cache

from tools.oews.role_links import link_role
from tools.oews.role_readings import abbreviations, without_employer, without_levels
from tools.oews.titles import ending_words
from tools.oews.wording import title_key

_LEAST_KEPT = 3  # letters of a word that is cut short


@lru_cache(maxsize=2048)
def is_short_for(words: str, job: str) -> bool:
    """Whether words are the last of a job's title, alone or with others of it ("drivers", "truck drivers")."""
    short, whole = _words(words), _words(without_employer(job))
    return bool(short) and len(short) < len(whole) and short[-1] == whole[-1] and set(short) <= set(whole)


@lru_cache(maxsize=2048)
def is_cut_short(words: str, job: str) -> bool:
    """Whether each of the words begins one of a job's title, in its order, and some of them are cut ("surg tech")."""
    short, whole = title_key(words).split(), title_key(without_employer(job)).split()
    rest = iter(whole)
    begun = all(
        any(word == each or (len(word) >= _LEAST_KEPT and each.startswith(word)) for each in rest)
        for word in short
    )
    return len(short) > 1 and begun and short != whole and not set(short) <= set(whole)


@lru_cache(maxsize=2048)
def ends_title(words: str, job: str) -> bool:
    """Whether one word ends the official title of the occupation that a job is."""
    short = _words(words)
    links = link_role(job) if len(short) == 1 else []
    return bool(links) and short[0] in ending_words(links[0].occupation.code)


def _words(text: str) -> list[str]:
    """The words of a title in comparable form, abbreviations written out, ranks left aside."""
    written = " ".join(abbreviations().get(word, word) for word in title_key(text).split())
    return without_levels(written).split()
