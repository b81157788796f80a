"""Words that look like work and are none: titles of one word that seldom mean a job, certificates and products."""

from functools import lru_cache

from tools.oews.meaning import agrees
from tools.oews.spelling import tool_names
from tools.oews.tables import words_of
from tools.oews.titles import LEAST_WEIGHT, find_title
from tools.oews.wording import title_key

# Words around the name of a certificate ("AWS cert", "PMP exam", "ASE master certs").
_AROUND = frozenset(
    {"cert", "certified", "certificate", "certification", "exam", "test", "course", "class", "level", "master"}
    | {"license", "licence", "b", "my", "comptia", "microsoft", "cisco"}
)  # fmt: skip


def is_seldom_a_job(key: str) -> bool:
    """Whether a title in comparable form is one word that also names a tool ("copilot"), or a rare one of another meaning.

    "Pager" is a title that little speaks for, and nothing near to it in meaning is a messenger's work; near to "farrier"
    is what farriers do. Abbreviations, OEWS's own titles and those written by hand are meant as they stand.
    """
    if " " in key or key in words_of("occupation_words", "abbreviation") | words_of(
        "occupation_words", "short"
    ):
        return False
    hits = find_title(key)
    if not hits or hits[0].origin != "onet":
        return False
    if not tool_names().isdisjoint({key, f"{key}s"}):
        return True
    return hits[0].weight < LEAST_WEIGHT and not agrees(key, frozenset(hit.code for hit in hits))


def is_certificate(words: str) -> bool:
    """Whether words for a job are the name of a certificate or of a product."""
    key = title_key(words)
    bare = " ".join(word for word in key.split() if word not in _AROUND)
    return not _certificates().isdisjoint({key, bare})


@lru_cache(maxsize=1)
def _certificates() -> frozenset[str]:
    return frozenset(map(title_key, words_of("occupation_words", "certificate")))
